"""A question goes to the process that knows its talk, as long as nobody waits for that."""

from __future__ import annotations

import pytest

from assistant.dispatching import HEAD_START, MOST_TALKS, Dispatcher
from assistant.types import Question, Turn


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def two(clock):
    dispatcher: Dispatcher[str] = Dispatcher(2, clock)
    dispatcher.open(0)
    dispatcher.open(1)
    return dispatcher


def after(*said: str) -> Question:
    """Return the last of what somebody said, with the rest as its history."""
    turns = [turn for text in said[:-1] for turn in (Turn("user", text), Turn("assistant", "antwoord"))]
    return Question(said[-1], tuple(turns))


def asked(dispatcher: Dispatcher[str], *said: str) -> list[tuple[int, str]]:
    dispatcher.put(said[-1], after(*said))
    return list(dispatcher.handed_out())


def answered(dispatcher: Dispatcher[str], *said: str) -> int:
    ((lane, _),) = asked(dispatcher, *said)
    dispatcher.done(lane)
    return lane


def test_the_next_message_of_a_talk_goes_where_the_one_before_was_answered(two):
    assert asked(two, "vooraf") == [(0, "vooraf")]
    lane = answered(two, "wat is slim")
    two.done(0)
    assert lane == 1
    assert answered(two, "wat is slim", "en voor wie?") == 1
    assert answered(two, "wat is slim", "en voor wie?", "tot wanneer?") == 1


def test_who_knows_the_talk_is_not_waited_for_where_another_has_nothing_to_do(two):
    assert answered(two, "wat is slim") == 0
    assert asked(two, "wat is stap") == [(0, "wat is stap")]
    assert asked(two, "wat is slim", "en voor wie?") == [(1, "en voor wie?")]


def test_of_those_that_wait_the_one_of_its_talk_goes_first(two):
    lane = answered(two, "wat is slim")
    for text in ("een", "twee", "drie", "vier"):
        asked(two, text)
    two.put("vijf", after("vijf"))
    two.put("en voor wie?", after("wat is slim", "en voor wie?"))
    two.done(lane)
    first, *_ = two.handed_out()
    assert first == (lane, "en voor wie?")


def test_nobody_waits_long_for_those_of_another_talk(two, clock):
    lane = answered(two, "wat is slim")
    for text in ("een", "twee", "drie", "vier"):
        asked(two, text)
    two.put("vijf", after("vijf"))
    clock.now += HEAD_START + 0.01
    two.put("en voor wie?", after("wat is slim", "en voor wie?"))
    two.done(lane)
    assert list(two.handed_out()) == [(lane, "vijf")]


def test_a_question_that_another_process_knows_is_not_put_behind_one_that_is_busy(two):
    assert answered(two, "wat is slim") == 0
    assert asked(two, "een") == [(0, "een")]
    assert asked(two, "twee") == [(1, "twee")]
    assert asked(two, "drie") == [(0, "drie")]
    assert asked(two, "wat is slim", "en voor wie?") == []
    two.done(0)
    assert list(two.handed_out()) == [(0, "en voor wie?")]


def test_nothing_is_put_behind_a_question_while_another_process_still_opens(clock):
    opening: Dispatcher[str] = Dispatcher(2, clock)
    opening.open(0)
    assert asked(opening, "een") == [(0, "een")]
    assert asked(opening, "twee") == []
    opening.open(1)
    assert list(opening.handed_out()) == [(1, "twee")]


def test_a_process_that_is_gone_is_not_waited_for(two):
    lane = answered(two, "wat is slim")
    two.close(lane)
    assert asked(two, "wat is slim", "en voor wie?") == [(1 - lane, "en voor wie?")]


def test_before_any_process_is_open_questions_wait_until_they_are_given_up(clock):
    closed: Dispatcher[str] = Dispatcher(2, clock)
    assert not closed.is_open
    assert asked(closed, "een") == []
    assert closed.given_up() == ["een"]
    assert closed.given_up() == []


def test_a_process_is_idle_when_it_has_nothing_to_do_and_nobody_waits(two):
    assert two.idle == (0, 1)
    two.occupy(0)
    assert two.idle == (1,)
    assert asked(two, "een") == [(1, "een")]
    assert asked(two, "twee") == [(0, "twee")]
    two.released(0)
    assert two.idle == ()


def test_while_a_process_still_opens_none_is_idle(clock):
    opening: Dispatcher[str] = Dispatcher(2, clock)
    opening.open(0)
    assert opening.idle == ()
    opening.open(1)
    assert opening.idle == (0, 1)


def test_talks_are_forgotten_and_not_kept_for_ever(two):
    for number in range(MOST_TALKS + 1):
        answered(two, f"vraag {number}")
    assert len(two._knows) <= MOST_TALKS
