"""One person, and one address, may ask so much and no more; memory stays bounded."""

from __future__ import annotations

import math

from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from assistant.interface import limits
from assistant.interface.app import create_app
from assistant.interface.limits import Allowance, Limiter
from assistant.interface.settings import PageSettings
from tests.support.page_twins import demonstration


def test_a_burst_is_allowed_and_then_one_waits():
    limiter = Limiter(Allowance(burst=3, per_minute=60), clock=lambda: 0.0)
    assert [limiter.seconds_to_wait("a") for _ in range(4)] == [0.0, 0.0, 0.0, 1.0]


def test_another_key_has_its_own_bucket():
    limiter = Limiter(Allowance(burst=1, per_minute=60), clock=lambda: 0.0)
    assert limiter.seconds_to_wait("a") == limiter.seconds_to_wait("b") == 0.0
    assert limiter.seconds_to_wait("a") > 0


@given(st.lists(st.floats(0, 30), min_size=1, max_size=60), st.integers(1, 5), st.integers(1, 120))
def test_no_more_is_given_than_the_burst_and_what_grew_back(pauses, burst, per_minute):
    now = 0.0
    limiter = Limiter(Allowance(burst, per_minute), clock=lambda: now)
    given_out = 0
    for pause in pauses:
        now += pause
        given_out += limiter.seconds_to_wait("a") == 0.0
    assert given_out <= burst + math.floor(now * per_minute / 60 + 1e-6)


@given(st.integers(1, 5), st.integers(1, 600))
def test_who_waits_as_long_as_is_said_gets_one(burst, per_minute):
    now = 0.0
    limiter = Limiter(Allowance(burst, per_minute), clock=lambda: now)
    while (wait := limiter.seconds_to_wait("a")) == 0.0:
        pass
    now += wait * 1.0001
    assert limiter.seconds_to_wait("a") == 0.0


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(limits, "MOST_KEYS", 10)
    limiter = Limiter(Allowance(1, 1), clock=lambda: 0.0)
    for number in range(1_000):
        limiter.seconds_to_wait(str(number))
    assert len(limiter._buckets) == 10


def test_an_address_that_sends_without_end_is_told_when_to_come_back():
    settings = PageSettings(address_requests=Allowance(burst=5, per_minute=60))
    client = TestClient(create_app(*demonstration(0.0), settings), base_url="http://127.0.0.1:7860")
    answers = [client.post("/gradio_api/queue/join", json={}) for _ in range(7)]
    assert {answer.status_code for answer in answers[:5]} != {429}
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert "wacht" in answers[-1].json()["detail"].lower()


def test_looking_is_never_counted():
    settings = PageSettings(address_requests=Allowance(burst=1, per_minute=1))
    client = TestClient(create_app(*demonstration(0.0), settings), base_url="http://127.0.0.1:7860")
    assert {client.get("/health").status_code for _ in range(5)} == {200}
