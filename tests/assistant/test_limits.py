"""One key, such as a person or an address, may do so much and no more; memory stays bounded."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.limits import Allowance, Limiter, network_of


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_is_allowed_and_then_one_waits():
    limiter = Limiter(Allowance(burst=3, per_minute=60), clock=lambda: 0.0)
    assert [limiter.take("a") for _ in range(4)] == [0.0, 0.0, 0.0, 1.0]


def test_another_key_has_its_own_bucket():
    limiter = Limiter(Allowance(burst=1, per_minute=60), clock=lambda: 0.0)
    assert limiter.take("a") == limiter.take("b") == 0.0
    assert limiter.take("a") > 0


@given(st.lists(st.floats(0, 30), min_size=1, max_size=60), st.integers(1, 5), st.integers(1, 120))
def test_no_more_is_given_than_the_burst_and_what_grew_back(pauses, burst, per_minute):
    now = 0.0
    limiter = Limiter(Allowance(burst, per_minute), clock=lambda: now)
    given_out = 0
    for pause in pauses:
        now += pause
        given_out += limiter.take("a") == 0.0
    assert given_out <= burst + math.floor(now * per_minute / 60 + 1e-6)


@given(st.integers(1, 5), st.integers(1, 600))
def test_who_waits_as_long_as_is_said_gets_one(burst, per_minute):
    now = 0.0
    limiter = Limiter(Allowance(burst, per_minute), clock=lambda: now)
    while (wait := limiter.take("a")) == 0.0:
        pass
    now += wait * 1.0001
    assert limiter.take("a") == 0.0


def test_after_all_tries_one_must_wait_and_then_gets_one_more():
    clock = Clock()
    limiter = Limiter(Allowance(3, 1), clock)
    for _ in range(3):
        assert limiter.wait("a") == 0
        limiter.spend("a")
    assert limiter.wait("a") == 60
    assert limiter.wait("b") == 0
    clock.now = 59.5
    assert limiter.wait("a") == pytest.approx(0.5)
    clock.now = 60
    assert limiter.wait("a") == 0
    limiter.spend("a")
    assert limiter.wait("a") == 60


def test_forgiving_gives_all_tries_back():
    limiter = Limiter(Allowance(1, 1), Clock())
    limiter.spend("a")
    limiter.forgive("a")
    assert limiter.wait("a") == 0


def test_a_try_that_was_right_can_be_given_back():
    limiter = Limiter(Allowance(2, 1), Clock())
    limiter.give_back("a")
    limiter.spend("a")
    limiter.spend("a")
    limiter.give_back("a")
    assert limiter.wait("a") == 0
    limiter.spend("a")
    assert limiter.wait("a") == 60


def test_the_memory_is_bounded():
    limiter = Limiter(Allowance(1, 1), Clock(), most_keys=100)
    for number in range(1_000):
        limiter.spend(str(number))
    assert [limiter.wait(str(number)) for number in (0, 899, 900, 999)] == [0, 0, 60, 60]


def test_who_is_refused_is_remembered_longer_than_who_came_before():
    limiter = Limiter(Allowance(1, 1), Clock(), most_keys=2)
    assert [limiter.take(key) > 0 for key in ("a", "b", "a", "c", "a")] == [False, False, True, False, True]


def test_ten_thousand_guesses_in_an_hour_become_seventy():
    clock = Clock()
    limiter = Limiter(Allowance(10, 1), clock)
    done = 0
    for _ in range(10_000):
        clock.now += 0.36
        if limiter.wait("a") == 0:
            limiter.spend("a")
            done += 1
    assert done <= 70


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("10.0.0.7", "10.0.0.7"),
        ("::ffff:10.0.0.7", "10.0.0.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
    ],
)
def test_one_connection_counts_as_one(address, network):
    assert network_of(address) == network
