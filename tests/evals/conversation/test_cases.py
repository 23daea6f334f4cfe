"""Cases are read as written, and a bad one is refused with a sentence that says where and what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant.types import Language, Outcome
from evals.conversation.cases import CasesError, chosen, named, read_cases
from evals.conversation.types import EvidenceSource
from tests.support.conversations import FEES, row, write_cases

TALK = {"id": "tlk-001", "kind": "talk", "turns": ["Wat kost BOL?", "en BBL?"]}
EXPECTED = {"outcome": ["answered"], "facts": [["295"]], "evidence": [{"document": FEES}]}


def problems_with(folder: Path, **changes: Any) -> str:
    with pytest.raises(CasesError) as caught:
        read_cases(write_cases(folder, row(**changes)))
    return str(caught.value)


def test_a_line_becomes_a_case(tmp_path: Path) -> None:
    (case,) = read_cases(write_cases(tmp_path, row()))
    (expected,) = case.expected
    assert (case.id, case.language, case.set_name, case.family) == (
        "ans-001",
        Language.DUTCH,
        "answerable",
        "answerable",
    )
    assert expected is not None
    assert (expected.outcomes, expected.facts) == ((Outcome.ANSWERED,), (("1.419",),))
    assert expected.evidence == (EvidenceSource(document=FEES),)


def test_of_a_talk_the_last_message_is_scored(tmp_path: Path) -> None:
    (case,) = read_cases(write_cases(tmp_path, row(**TALK, expected=EXPECTED)))
    assert [part is not None for part in case.expected] == [False, True]


def test_a_talk_may_expect_something_of_each_message(tmp_path: Path) -> None:
    (case,) = read_cases(write_cases(tmp_path, row(**TALK, expected=[EXPECTED, EXPECTED])))
    assert all(part is not None for part in case.expected)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"kind": "fact"}, "`kind` is 'fact'"),
        ({"language": "fr"}, "`language` is 'fr'"),
        ({"style": "shouted"}, "`style` is 'shouted'"),
        ({"split": "dev"}, "`split` is 'dev'"),
        ({"why": " "}, "`why` moet tekst zijn"),
        ({"turns": "Wat kost het?"}, "`turns` moet een lijst"),
        ({"turns": ["een", "twee"]}, "een single_fact heeft 1 tot en met 1 berichten"),
        ({"documents": []}, "op welke bron rust dit geval"),
        ({"extra": 1}, "onbekende velden: extra"),
        ({"expected": {"outcome": ["maybe"]}}, "`outcome` is ['maybe']"),
        ({"expected": {"outcome": ["answered"]}}, "heeft `facts` en `evidence`"),
        ({"expected": {**EXPECTED, "facts": [[]]}}, "`facts` moet een lijst zijn"),
        ({"expected": {**EXPECTED, "fact": [["a"]]}}, "onbekende velden: fact"),
        ({"expected": {**EXPECTED, "evidence": [{"record": "off1"}]}}, "`evidence` moet een lijst zijn"),
        ({**TALK, "expected": [EXPECTED]}, "`expected` heeft 1 delen bij 2 berichten"),
        ({**TALK, "expected": [None, None]}, "van geen enkel bericht"),
        (
            {"kind": "conflict", "expected": {"outcome": ["answered"], "values": ["a"]}},
            "minstens twee `values`",
        ),
        ({"kind": "unanswerable_future", "expected": {"outcome": ["answered"]}}, "niet alleen `answered`"),
    ],
)
def test_a_bad_case_is_refused_with_its_place_and_what_is_wrong(
    tmp_path: Path, changes: Any, told: str
) -> None:
    message = problems_with(tmp_path, **changes)
    assert told in message
    assert "answerable.jsonl, regel 1" in message


def test_a_line_that_is_no_json_and_one_without_fields_are_refused_together(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "x"}\n{broken\n', "utf-8")
    with pytest.raises(CasesError) as caught:
        read_cases(tmp_path)
    assert "regel 1 (x): deze velden ontbreken: documents" in str(caught.value)
    assert "regel 2: dit is geen JSON-object" in str(caught.value)


def test_an_id_that_is_used_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CasesError, match="komt twee keer voor"):
        read_cases(write_cases(tmp_path, row(), row()))


def test_a_document_in_both_halves_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CasesError, match=r"test \(ans-002\), tune \(ans-001\)"):
        read_cases(write_cases(tmp_path, row(), row(id="ans-002", split="test")))


def test_a_folder_without_cases_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CasesError, match="geen enkel geval"):
        read_cases(tmp_path)


def test_cases_are_chosen_by_file_kind_family_and_half(tmp_path: Path) -> None:
    other = row(id="ans-002", kind="list", split="test", documents=["a.md"])
    cases = read_cases(write_cases(tmp_path, row(), other))
    assert len(chosen(cases, "answerable")) == 2
    assert [case.id for case in chosen(cases, "list")] == ["ans-002"]
    assert [case.id for case in chosen(cases, split="tune")] == ["ans-001"]


def test_an_unknown_set_names_those_that_are_there(tmp_path: Path) -> None:
    cases = read_cases(write_cases(tmp_path, row()))
    with pytest.raises(CasesError, match="answerable, single_fact"):
        chosen(cases, "facts")


def test_an_unknown_id_names_ids_like_it(tmp_path: Path) -> None:
    cases = read_cases(write_cases(tmp_path, row()))
    assert named(cases, "ans-001").id == "ans-001"
    with pytest.raises(CasesError, match="ans-001"):
        named(cases, "ans-999")
