"""The library states every collected fact, in its own words, figures unchanged."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.knowledge.library.reading import DOCUMENTS, LIBRARY, MARK, words

OVERLAP = 12
"""This many consecutive words in common with a source text count as copied."""

TEXT_SUFFIXES = {".md", ".txt", ".jsonl"}
FACT = re.compile(r"^- ([FC]\d+(?:\.\d\d)?) (.*)$", re.MULTILINE)
FIGURE = re.compile(r"\d[\d.,]*\d|\d")
FACT_ROWS = list(csv.DictReader((LIBRARY / "facts.csv").open(encoding="utf-8", newline="")))


def stated_by_fact() -> dict[str, str]:
    lines = {document.name: [MARK.sub("", line) for line in document.lines] for document in DOCUMENTS}
    stated: dict[str, str] = defaultdict(str)
    for row in FACT_ROWS:
        found = [line for line in lines[row["document"]] if line.startswith(row["sentence_start"])]
        assert found, f"{row['document']} has no sentence that starts with {row['sentence_start']!r}"
        stated[row["fact_id"]] += " ".join([*found, ""])
    return stated


@pytest.fixture(scope="module")
def facts(shared: Path) -> dict[str, str]:
    text = (shared / "facts" / "domain_facts.md").read_text(encoding="utf-8")
    return {fact: statement.split(" — <")[0] for fact, statement in FACT.findall(text)}


@pytest.fixture(scope="module")
def copied_runs(shared: Path) -> set[tuple[str, ...]]:
    runs: set[tuple[str, ...]] = set()
    folders = [shared, shared / "facts", shared / "seeds", shared / "notes"]
    for path in (file for folder in folders for file in folder.iterdir() if file.suffix in TEXT_SUFFIXES):
        read = words(path.read_text(encoding="utf-8", errors="replace"))
        runs.update(tuple(read[start : start + OVERLAP]) for start in range(len(read) - OVERLAP + 1))
    return runs


def runs_in(text: str) -> set[tuple[str, ...]]:
    read = words(text)
    return {tuple(read[start : start + OVERLAP]) for start in range(len(read) - OVERLAP + 1)}


def test_every_row_of_the_fact_table_points_at_a_sentence() -> None:
    assert len(stated_by_fact()) >= 100


def test_every_collected_fact_and_contradiction_is_in_a_document(facts: dict[str, str]) -> None:
    assert sorted(set(facts) - set(stated_by_fact())) == []


def test_no_fact_is_listed_that_was_not_collected(facts: dict[str, str]) -> None:
    assert sorted(set(stated_by_fact()) - set(facts)) == []


NOT_STATED_LITERALLY = {
    ("C1", "03"),  # the day on which the page was kept is written out: 24 maart 2026
    ("C15", "03"),  # written out: maart 2026
    ("C18", "8.05"),  # the number of another fact
    ("C19", "8.06"),
}


def test_every_figure_of_a_fact_is_stated_literally(facts: dict[str, str]) -> None:
    stated = stated_by_fact()
    missing = {
        (fact, figure)
        for fact, statement in facts.items()
        for figure in FIGURE.findall(statement)
        if figure not in FIGURE.findall(stated[fact])
    }
    assert missing - NOT_STATED_LITERALLY == set()


def test_no_sentence_is_copied_from_the_sources(copied_runs: set[tuple[str, ...]]) -> None:
    copied = [
        (document.name, line)
        for document in DOCUMENTS
        for line in document.lines
        if runs_in(MARK.sub("", line)) & copied_runs
    ]
    assert copied == []


def test_no_cell_of_the_catalogue_is_copied_from_the_sources(copied_runs: set[tuple[str, ...]]) -> None:
    rows = csv.DictReader((LIBRARY / "catalogus" / "offers.csv").open(encoding="utf-8", newline=""))
    cells = [cell for row in rows for name, cell in row.items() if name != "bron"]
    assert [cell for cell in cells if runs_in(cell) & copied_runs] == []
