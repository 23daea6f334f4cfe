"""How often something may be tried."""

from __future__ import annotations

import pytest

from assistant.staff.throttle import Throttle, network_of


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_after_all_tries_one_must_wait_and_then_gets_one_more():
    clock = Clock()
    throttle = Throttle(3, 60, clock)
    for _ in range(3):
        assert throttle.wait("a") == 0
        throttle.spend("a")
    assert throttle.wait("a") == 60
    assert throttle.wait("b") == 0
    clock.now = 59.5
    assert throttle.wait("a") == 1
    clock.now = 60
    assert throttle.wait("a") == 0
    throttle.spend("a")
    assert throttle.wait("a") == 60


def test_forgiving_gives_all_tries_back():
    throttle = Throttle(1, 60, Clock())
    throttle.spend("a")
    throttle.forgive("a")
    assert throttle.wait("a") == 0


def test_a_try_that_was_right_can_be_given_back():
    throttle = Throttle(2, 60, Clock())
    throttle.give_back("a")
    throttle.spend("a")
    throttle.spend("a")
    throttle.give_back("a")
    assert throttle.wait("a") == 0
    throttle.spend("a")
    assert throttle.wait("a") == 60


def test_the_memory_is_bounded():
    throttle = Throttle(1, 60, Clock(), most_keys=100)
    for number in range(1_000):
        throttle.spend(str(number))
    assert [throttle.wait(str(number)) for number in (0, 899, 900, 999)] == [0, 0, 60, 60]


def test_ten_thousand_guesses_in_an_hour_become_seventy():
    clock = Clock()
    throttle = Throttle(10, 60, clock)
    done = 0
    for _ in range(10_000):
        clock.now += 0.36
        if throttle.wait("a") == 0:
            throttle.spend("a")
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
