"""The twin questions themselves, and their scoring by hand."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from evals.twins import Twin, ask_twins, read_twins
from knowledge.config import LIBRARY


class Fixed:
    """A search with known answers."""

    def __init__(self, answers: dict[str, list[str]]) -> None:
        self.answers = answers

    def addresses(self, question: str, k: int) -> list[str]:
        return self.answers[question][:k]


def test_there_are_sixty_english_and_forty_german_twins_of_dutch_questions() -> None:
    counts = Counter(twin.language for twin in read_twins())
    assert counts == {"nl": 60, "en": 60, "de": 40}


def test_every_answering_document_is_in_the_library() -> None:
    assert [a for twin in read_twins() for a in twin.addresses if not (LIBRARY / a).is_file()] == []


def test_a_document_is_tuned_on_or_tested_on_but_not_both() -> None:
    tune, test = ({twin.addresses[0] for twin in read_twins(part=part)} for part in ("tune", "test"))
    assert tune
    assert test
    assert tune.isdisjoint(test)


def test_the_halves_make_the_whole() -> None:
    assert len(read_twins(part="tune")) + len(read_twins(part="test")) == len(read_twins())


def test_a_question_is_asked_in_each_of_its_languages(tmp_path: Path) -> None:
    path = tmp_path / "twins.jsonl"
    path.write_text(
        json.dumps({"id": "a", "addresses": ["x.md"], "nl": "Wat?", "de": "Was?"}) + "\n", "utf-8"
    )
    assert [twin.id for twin in read_twins(path)] == ["a/nl", "a/de"]


def test_hits_count_the_first_passage_of_a_right_document() -> None:
    twins = [
        Twin("a", "nl", "qa", ("x.md",)),
        Twin("b", "nl", "qb", ("x.md", "y.md")),
        Twin("c", "en", "qc", ("z.md",)),
    ]
    search = Fixed({"qa": ["x.md"], "qb": ["n.md", "n.md", "y.md"], "qc": ["n.md"] * 6 + ["z.md"]})
    report = ask_twins(twins, search)
    assert report.ranks == {"a/nl": 1, "b/nl": 3, "c/en": 7}
    assert report.metrics("nl")["hit@1"].mean == pytest.approx(0.5)
    assert report.metrics("nl")["hit@5"].mean == pytest.approx(1.0)
    assert report.metrics("en")["hit@5"].mean == 0.0


def test_a_language_that_was_not_asked_has_no_figures() -> None:
    report = ask_twins([Twin("a", "nl", "qa", ("x.md",))], Fixed({"qa": ["x.md"]}))
    assert "de" not in report.to_json()
    assert report.to_json()["per_query"] == {"a/nl": {"hit@1": 1.0, "hit@5": 1.0}}
