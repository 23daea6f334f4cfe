"""The cases of the conversation: well formed, enough of each, split by source, and true to the library word for word."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.library_words import documents, family_of, records, stands_in

FOLDER = Path(__file__).parents[2] / "evals" / "datasets" / "conversation"
ANSWERABLE = (
    "single_fact",
    "condition",
    "list",
    "comparison",
    "several_documents",
    "table_row",
    "time_bound",
)
UNANSWERABLE = tuple(
    f"unanswerable_{kind}"
    for kind in ("outside_region", "missing_field", "other_course", "future", "private", "out_of_scope")
)
LEAST_OF_A_KIND = {
    **dict.fromkeys(ANSWERABLE, 25),
    **dict.fromkeys(UNANSWERABLE, 20),
    "conflict": 40,
    "talk": 60,
}
KEYS = {"id", "kind", "language", "style", "turns", "expected", "documents", "split", "why"}
KEYS_OF_EXPECTED = {"outcome", "facts", "evidence", "forbidden", "values"}
OUTCOMES = {"answered", "partly", "asked_back", "refused"}
STYLES = ("plain", "typo", "b1", "street")

Case = dict[str, Any]
Expected = dict[str, Any]


def _cases() -> list[Case]:
    lines = [line for path in sorted(FOLDER.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [json.loads(line) for line in lines]


CASES = _cases()


def each_case(holds: Callable[[Case], None]) -> Callable[[], None]:
    """Make one test of what holds for a case: it goes along all of them, and names each that fails."""

    def every_case() -> None:
        found = {case["id"]: _fault(holds, case) for case in CASES}
        assert {id_: fault for id_, fault in found.items() if fault is not None} == {}

    every_case.__name__, every_case.__doc__ = holds.__name__, holds.__doc__
    return every_case


def _fault(holds: Callable[[Case], None], case: Case) -> str | None:
    try:
        holds(case)
    except AssertionError as error:
        return str(error)
    return None


def _parts(case: Case) -> list[Expected]:
    """Return what is expected, of one turn or of several."""
    expected = case["expected"]
    return [part for part in expected if part] if isinstance(expected, list) else [expected]


def _sources(part: Expected) -> list[str]:
    return [source for one in part.get("evidence", []) for source in one.values()]


def _alternatives(part: Expected) -> Iterator[str]:
    for fact in (*part.get("facts", []), *part.get("values", [])):
        yield from fact


def _in_library(source: str) -> bool:
    return source in documents() or source in records()


@each_case
def test_a_case_follows_the_format(case: Case) -> None:
    assert set(case) == KEYS
    assert case["kind"] in LEAST_OF_A_KIND
    assert case["language"] in ("nl", "en", "de")
    assert case["style"] in STYLES
    assert case["split"] in ("tune", "test")
    assert case["why"].strip()
    assert all(turn.strip() for turn in case["turns"])
    for part in _parts(case):
        assert set(part) <= KEYS_OF_EXPECTED
        assert part["outcome"]
        assert set(part["outcome"]) <= OUTCOMES
        assert all(part.get("forbidden", ["filled"]))
        assert all(text.strip() for text in _alternatives(part))


@each_case
def test_a_talk_has_several_turns_and_a_question_one(case: Case) -> None:
    turns, expected = case["turns"], case["expected"]
    assert len(turns) in (range(2, 6) if case["kind"] == "talk" else (1,))
    if isinstance(expected, list):
        assert len(expected) == len(turns)
        assert expected[-1]


@each_case
def test_what_can_be_answered_has_facts_and_what_cannot_has_none(case: Case) -> None:
    for part in _parts(case):
        if case["kind"] in ANSWERABLE:
            assert part["facts"]
        if case["kind"] == "conflict":
            assert len(part["values"]) >= 2
        if case["kind"] in UNANSWERABLE:
            assert not part["facts"]
            assert "answered" not in part["outcome"]


@each_case
def test_every_expected_fact_stands_literally_in_its_evidence(case: Case) -> None:
    for part in _parts(case):
        missing = [
            text
            for text in _alternatives(part)
            if not any(stands_in(text, source) for source in _sources(part))
        ]
        assert not missing, f"in none of {_sources(part)}"


@each_case
def test_every_source_of_a_case_is_in_the_library(case: Case) -> None:
    named = [*case["documents"], *(source for part in _parts(case) for source in _sources(part))]
    assert [source for source in named if not _in_library(source)] == []


@each_case
def test_what_is_forbidden_is_no_fact_of_the_same_question(case: Case) -> None:
    for part in _parts(case):
        facts = {text.casefold() for text in _alternatives(part)}
        assert not [text for text in part.get("forbidden", []) if text.casefold() in facts]


def test_what_a_near_miss_forbids_is_said_of_something_else_in_the_library() -> None:
    everything = [*documents(), *records()]
    for case in CASES:
        if case["kind"] == "unanswerable_other_course":
            forbidden = case["expected"]["forbidden"]
            unknown = [text for text in forbidden if not any(stands_in(text, one) for one in everything)]
            assert not unknown, case["id"]


def test_no_two_cases_share_an_id_or_a_question() -> None:
    assert [id_ for id_, count in Counter(case["id"] for case in CASES).items() if count > 1] == []
    asked = Counter(tuple(case["turns"]) for case in CASES)
    assert [turns for turns, count in asked.items() if count > 1] == []


def test_there_are_enough_cases_of_every_kind() -> None:
    counted = Counter(case["kind"] for case in CASES)
    assert {kind: counted[kind] for kind, least in LEAST_OF_A_KIND.items() if counted[kind] < least} == {}
    assert sum(counted[kind] for kind in ANSWERABLE) >= 240


def test_sixty_cases_are_english_and_forty_german() -> None:
    counted = Counter(case["language"] for case in CASES)
    assert counted["en"] >= 60
    assert counted["de"] >= 40


def test_a_quarter_of_the_cases_is_not_written_plainly() -> None:
    counted = Counter(case["style"] for case in CASES)
    assert sum(counted[style] for style in STYLES[1:]) >= len(CASES) / 4


def test_no_source_is_in_both_halves() -> None:
    halves: dict[str, set[str]] = {}
    for case in CASES:
        for source in case["documents"]:
            halves.setdefault(family_of(source), set()).add(case["split"])
    assert [family for family, used in halves.items() if len(used) > 1] == []


@pytest.mark.parametrize("field", ["kind", "language", "style"])
def test_both_halves_have_cases_of_every_sort(field: str) -> None:
    sorts = {case[field] for case in CASES}
    for half in ("tune", "test"):
        assert {case[field] for case in CASES if case["split"] == half} == sorts


def test_three_fifths_of_the_cases_are_for_the_test() -> None:
    share = sum(case["split"] == "test" for case in CASES) / len(CASES)
    assert 0.55 <= share <= 0.65


def test_a_figure_is_not_found_inside_a_longer_one() -> None:
    source = "onderwijs/lesgeld-en-cursusgeld-mbo.md"
    assert stands_in("1 419 euro", source)
    assert stands_in("295 euro", source)
    assert not stands_in("419 euro", source)
    assert not stands_in("1.41", source)


def test_a_word_is_not_found_inside_another() -> None:
    assert stands_in("leerling", "onderwijs/technisch-lyceum-achterhoek.md")
    assert not stands_in("leer", "onderwijs/technisch-lyceum-achterhoek.md")
