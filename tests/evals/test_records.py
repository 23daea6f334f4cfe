"""The expected answers over the records are those that plain JSON gives, and the score is strict."""

from __future__ import annotations

import json

import pytest

from assistant.types import Answer, Language, Outcome, Sentence, SentenceKind
from evals.record_truth import DATASET, expected_ids, expected_values
from evals.records import RecordCase, read_record_cases, score
from knowledge.types import RecordRef

CASE = RecordCase("R", Language.DUTCH, "list", "?", frozenset(["a", "b"]), ())


def answer(ids: list[str], lead: str) -> Answer:
    sentences = (Sentence(lead, SentenceKind.LEAD, "nl"),)
    records = tuple(RecordRef("offer", id_, id_) for id_ in ids)
    return Answer(Outcome.ANSWERED, Language.DUTCH, sentences, records=records)


@pytest.mark.parametrize("step", [6, pytest.param(1, marks=pytest.mark.slow)])
def test_the_committed_sets_are_those_of_the_bundled_records(step: int) -> None:
    """Of every sixth line; of all where there is time."""
    for line in DATASET.read_text("utf-8").splitlines()[::step]:
        case = json.loads(line)
        assert case["records"] == sorted(expected_ids(case)), case["question"]
        assert case["values"] == expected_values(case, case["records"]), case["question"]


def test_there_are_at_least_forty_questions_in_three_languages() -> None:
    cases = read_record_cases()
    assert len(cases) >= 40
    assert {case.language for case in cases} == set(Language)


def test_the_exact_set_with_its_count_is_right() -> None:
    assert score(CASE, answer(["b", "a"], "Er zijn 2 opleidingen: 2 van 2.")).is_right


def test_one_record_too_few_or_too_many_is_wrong() -> None:
    assert not score(CASE, answer(["a"], "Er zijn 2 opleidingen.")).is_right
    assert not score(CASE, answer(["a", "b", "c"], "Er zijn 2 opleidingen.")).is_right


def test_the_right_set_with_another_count_is_wrong() -> None:
    assert not score(CASE, answer(["a", "b"], "Er zijn 12 opleidingen.")).is_right
