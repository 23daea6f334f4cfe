"""The measurement of verification: a sample of it gates, and its own parts do what they say."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from functools import cache

import pytest

from evals.verification import documents, records
from evals.verification.cases import Case, Cited, checked, read_paraphrases
from evals.verification.formats import other_format
from evals.verification.measure import Rate
from evals.verification.planting import PLANTERS, planted

ERRORS = 240
"""Of each half; the whole measurement plants 10,000 (`python -m evals verification`)."""
TRUE = [100, pytest.param(300, marks=pytest.mark.slow)]


@cache
def every_true() -> tuple[Case, ...]:
    return (*documents.true_sentences(7), *records.true_sentences(7), *read_paraphrases())


@cache
def true_of(part: str) -> tuple[Case, ...]:
    return tuple(case for case in every_true() if case.part == part)


@cache
def errors_of(part: str) -> tuple[Case, ...]:
    return tuple(planted(true_of(part), ERRORS, 11))


@pytest.mark.parametrize("part", ["tune", "test"])
@pytest.mark.parametrize("kind", [kind for kind in PLANTERS if kind != "row swap"])
def test_no_planted_number_unit_date_negation_or_name_is_shown(part: str, kind: str) -> None:
    shown = [case.sentence for case in errors_of(part) if case.planted == kind and not checked(case)]
    assert shown == []


@pytest.mark.parametrize("part", ["tune", "test"])
def test_swaps_between_rows_are_seldom_shown(part: str) -> None:
    swaps = [case for case in errors_of(part) if case.planted == "row swap"]
    shown = [case.sentence for case in swaps if not checked(case)]
    assert len(shown) <= 0.05 * len(swaps), shown


@pytest.mark.parametrize("count", TRUE)
@pytest.mark.parametrize("part", ["tune", "test"])
def test_true_sentences_are_kept(part: str, count: int) -> None:
    drawn = random.Random(5).sample(true_of(part), count)
    lost = [(checked(case), case.sentence) for case in drawn if checked(case)]
    assert len(lost) <= 0.05 * len(drawn), lost


def test_the_halves_share_no_document_and_no_record() -> None:
    assert not {case.source for case in true_of("tune")} & {case.source for case in true_of("test")}


def test_a_planted_sentence_differs_from_every_true_one() -> None:
    true = {(case.sentence, case.evidence) for case in true_of("tune")}
    assert not [case for case in errors_of("tune") if (case.sentence, case.evidence) in true]


def test_a_seed_plants_the_same_errors_in_every_process() -> None:
    drawn = [
        subprocess.run(
            [sys.executable, "-c", PLANTS],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert drawn[0] == drawn[1] != ""


PLANTS = """
from evals.verification import records
from evals.verification.planting import planted
print([(case.sentence, case.planted) for case in planted(list(records.true_sentences(7)), 600, 11)])
"""


def test_every_paraphrase_has_its_passage_and_its_language() -> None:
    cases = list(read_paraphrases())
    assert len(cases) >= 300
    assert {case.language for case in cases} == {"nl", "en", "de"}
    assert all(case.cited[0].text and case.sentence not in case.cited[0].text for case in cases)


def test_a_number_that_the_passages_have_is_not_planted() -> None:
    case = Case(
        "De opleiding duurt 2 jaar.",
        (Cited("", "De opleiding duurt 2 jaar, de cursus 4 jaar."),),
        "nl",
        "",
        "x",
    )
    planted_ = {PLANTERS["number"](case, random.Random(seed)) for seed in range(60)}
    assert "De opleiding duurt 4 jaar." not in planted_
    assert "De opleiding duurt 3 jaar." in planted_


@pytest.mark.parametrize(
    ("sentence", "other"),
    [("Het kost 9 miljoen euro.", "Het kost 9.000.000 euro."), ("Dat is 12 procent.", "Dat is 12%."), ("Op 1 mei 2026.", "Op 01-05-2026.")],
)  # fmt: skip
def test_another_format_says_the_same(sentence: str, other: str) -> None:
    assert other in {other_format(sentence, "nl", random.Random(seed)) for seed in range(20)}


def test_the_interval_of_nothing_in_many_is_narrow() -> None:
    low, high = Rate(0, 4167).interval
    assert low == 0
    assert high < 0.001
