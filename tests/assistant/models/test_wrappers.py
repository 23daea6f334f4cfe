"""Retry, circuit breaker and budget, around a model that fails on command."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Generator, Sequence
from datetime import date

import pytest
from langchain_core.messages import BaseMessage, HumanMessage

from assistant.errors import FailureKind, ModelFailedError
from assistant.models.tokens import TokenCounter
from assistant.models.wrappers import Budget, CircuitBreaker, Retrying

QUESTION = [HumanMessage("Vraag?")]
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


class Clock:
    """A clock that moves when somebody waits."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


class Plays:
    """A `TextStream` that plays one list per call; an error in it is raised."""

    def __init__(self, *calls: Sequence[str | ModelFailedError]) -> None:
        self.calls = list(calls)
        self.count = 0

    def stream(self, messages: Sequence[BaseMessage], deadline: float) -> Generator[str, None, None]:
        self.count += 1
        for item in self.calls[min(self.count, len(self.calls)) - 1]:
            if isinstance(item, ModelFailedError):
                raise item
            yield item


def failed(kind: FailureKind, retry_after: float | None = None, status: int = 0) -> ModelFailedError:
    return ModelFailedError(kind, retry_after=retry_after, status=status)


def retrying(model: Plays, clock: Clock) -> Retrying:
    return Retrying(model, clock, clock.wait)


def test_a_failure_before_the_first_word_is_tried_once_more() -> None:
    clock, model = Clock(), Plays([failed(FailureKind.REFUSED)], ["goed"])
    assert "".join(retrying(model, clock).stream(QUESTION, clock() + 30)) == "goed"


def test_there_is_no_third_try() -> None:
    clock, model = Clock(), Plays([failed(FailureKind.REFUSED)])
    with pytest.raises(ModelFailedError):
        list(retrying(model, clock).stream(QUESTION, clock() + 30))
    assert model.count == 2


def test_after_the_first_word_there_is_no_second_answer() -> None:
    clock, model = Clock(), Plays(["half", failed(FailureKind.INCOMPLETE)], ["heel"])
    with pytest.raises(ModelFailedError):
        list(retrying(model, clock).stream(QUESTION, clock() + 30))
    assert model.count == 1


def test_a_sign_of_life_is_not_a_word() -> None:
    clock, model = Clock(), Plays(["", failed(FailureKind.REFUSED)], ["heel"])
    assert "".join(retrying(model, clock).stream(QUESTION, clock() + 30)) == "heel"


def test_retry_after_is_waited_for() -> None:
    clock, model = Clock(), Plays([failed(FailureKind.QUOTA, 7.0, 429)], ["goed"])
    assert "".join(retrying(model, clock).stream(QUESTION, clock() + 30)) == "goed"
    assert clock() == pytest.approx(107.0)


def test_retry_after_past_the_deadline_is_not_waited_for() -> None:
    clock, model = Clock(), Plays([failed(FailureKind.QUOTA, 31.0, 429)], ["goed"])
    with pytest.raises(ModelFailedError):
        list(retrying(model, clock).stream(QUESTION, clock() + 30))
    assert clock() == 100.0


@pytest.mark.parametrize("code", [400, 401, 403, 404])
def test_what_will_not_pass_is_not_tried_again(code: int) -> None:
    clock, model = Clock(), Plays([failed(FailureKind.ERROR_OBJECT, status=code)], ["goed"])
    with pytest.raises(ModelFailedError):
        list(retrying(model, clock).stream(QUESTION, clock() + 30))
    assert model.count == 1


@pytest.mark.parametrize("kind", [FailureKind.REFUSED, FailureKind.TIMEOUT])
def test_a_model_that_is_away_is_left_alone_for_a_while(kind: FailureKind) -> None:
    clock, model = Clock(), Plays([failed(kind)], ["terug"])
    breaker = CircuitBreaker(model, clock, back_off_seconds=15)
    for _ in range(3):
        with pytest.raises(ModelFailedError):
            list(breaker.stream(QUESTION, clock() + 30))
    assert model.count == 1
    clock.now += 15.1
    assert "".join(breaker.stream(QUESTION, clock() + 30)) == "terug"


def test_the_back_off_doubles_and_success_resets_it() -> None:
    clock, away = Clock(), [failed(FailureKind.REFUSED)]
    model = Plays(away, away, ["terug"], away, ["terug"])
    breaker = CircuitBreaker(model, clock, back_off_seconds=10)
    for pause in (10.1, 20.1):
        with pytest.raises(ModelFailedError):
            list(breaker.stream(QUESTION, clock() + 30))
        clock.now += pause
    assert "".join(breaker.stream(QUESTION, clock() + 30)) == "terug"
    with pytest.raises(ModelFailedError):
        list(breaker.stream(QUESTION, clock() + 30))
    clock.now += 10.1
    assert "".join(breaker.stream(QUESTION, clock() + 30)) == "terug"


def test_a_garbled_answer_does_not_open_the_breaker() -> None:
    clock, model = Clock(), Plays(["half", failed(FailureKind.INCOMPLETE)], ["heel"])
    breaker = CircuitBreaker(model, clock)
    with pytest.raises(ModelFailedError):
        list(breaker.stream(QUESTION, clock() + 30))
    assert "".join(breaker.stream(QUESTION, clock() + 30)) == "heel"


def budget(model: Plays, daily: int, today: list[date]) -> Budget:
    return Budget(model, TokenCounter.bytewise(), lambda: today[0], daily, answer_tokens=100)


def test_a_call_pays_for_its_prompt_and_for_what_was_said() -> None:
    spent = budget(Plays(["vier"]), 1_000, [MONDAY])
    list(spent.stream(QUESTION, 0))
    assert spent.used_today == len(b"Vraag?") + 16 + len(b"vier")


def test_a_day_that_is_spent_asks_no_model() -> None:
    model = Plays(["vier"])
    spent = budget(model, 130, [MONDAY])
    list(spent.stream(QUESTION, 0))
    with pytest.raises(ModelFailedError) as failure:
        list(spent.stream(QUESTION, 0))
    assert failure.value.kind is FailureKind.QUOTA
    assert model.count == 1


def test_a_new_day_starts_at_nought() -> None:
    today = [MONDAY]
    spent = budget(Plays(["vier"]), 130, today)
    list(spent.stream(QUESTION, 0))
    today[0] = TUESDAY
    assert "".join(spent.stream(QUESTION, 0)) == "vier"


def test_a_clock_set_back_gives_no_second_budget() -> None:
    today = [TUESDAY]
    spent = budget(Plays(["vier"]), 130, today)
    list(spent.stream(QUESTION, 0))
    today[0] = MONDAY
    with pytest.raises(ModelFailedError):
        list(spent.stream(QUESTION, 0))


def test_many_at_once_never_overspend() -> None:
    spent = budget(Plays(["x" * 50]), 1_000, [MONDAY])

    def ask() -> None:
        with contextlib.suppress(ModelFailedError):
            list(spent.stream(QUESTION, 0))

    threads = [threading.Thread(target=ask) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert spent.used_today <= 1_000
