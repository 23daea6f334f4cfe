"""The lines of a batch: what is accepted, and a sentence for what is not."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer_format import question_of_line
from assistant.errors import BadQuestionLineError
from assistant.types import Filter, Language, Turn
from knowledge.types import Audience


def read(raw: object) -> object:
    return question_of_line(json.dumps(raw), 3, Audience.PUBLIC)[1]


def test_a_line_with_an_id_and_a_question_is_enough() -> None:
    question_id, question = question_of_line('{"id": "1", "question": "Wat is BBL?"}', 1, Audience.STAFF)
    assert (question_id, question.text, question.audience) == ("1", "Wat is BBL?", Audience.STAFF)


@pytest.mark.parametrize(
    "history",
    [
        [{"role": "user", "text": "a"}, {"role": "assistant", "text": "b"}],
        [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}],
        ["a", "b"],
    ],
)
def test_earlier_turns_may_be_written_in_three_ways(history: list[object]) -> None:
    question = read({"id": "1", "question": "en?", "history": history})
    assert question.history == (Turn("user", "a"), Turn("assistant", "b"))  # type: ignore[attr-defined]


def test_the_language_of_the_answer_may_be_given() -> None:
    assert read({"id": "1", "question": "x", "language": "de"}).language is Language.GERMAN  # type: ignore[attr-defined]


def test_filters_that_a_person_changed_come_with_the_question() -> None:
    filters = [
        {"kind": "mode", "value": "deeltijd", "text": "deeltijd"},
        {"kind": "near", "value": "25 km Zwolle"},
    ]
    question = read({"id": "1", "question": "x", "filters": filters})
    assert question.filters == (Filter("mode", "deeltijd", "deeltijd"), Filter("near", "25 km Zwolle"))  # type: ignore[attr-defined]
    assert read({"id": "1", "question": "x", "filters": []}).filters == ()  # type: ignore[attr-defined]
    assert read({"id": "1", "question": "x"}).filters is None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "raw",
    [
        [],
        {"id": 1, "question": "x"},
        {"id": "1"},
        {"id": "1", "question": "x", "history": "a"},
        {"id": "1", "question": "x", "history": [{"role": "system", "text": "a"}]},
        {"id": "1", "question": "x", "profile": []},
        {"id": "1", "question": "x", "language": "fr"},
        {"id": "1", "question": "x", "filters": "deeltijd"},
        {"id": "1", "question": "x", "filters": [{"kind": "prijs", "value": "5"}]},
        {"id": "1", "question": "x", "filters": [{"kind": "mode", "value": 5}]},
    ],
)
def test_a_wrong_line_is_named_with_what_was_expected(raw: object) -> None:
    with pytest.raises(BadQuestionLineError, match=r"Regel 3: .*Verwacht wordt"):
        read(raw)


@given(st.text())
def test_no_line_breaks_the_reader(line: str) -> None:
    with suppress(BadQuestionLineError):
        question_id, question = question_of_line(line, 1, Audience.PUBLIC)
        assert isinstance(question_id, str)
        assert isinstance(question.text, str)
