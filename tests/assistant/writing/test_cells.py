"""Rows of tables: how a line is read as cells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.writing.candidates import candidates_of
from assistant.writing.cells import cells_of, rows_in
from knowledge.language.analysis import Analyzer
from tests.support.page_twins import demonstration, hit_of


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Cursus: Frezen; Prijs: € 40; Dagen: 2", {"Cursus": "Frezen", "Prijs": "€ 40", "Dagen": "2"}),
        ("Gestopt; 2023: 4; 2024: 6", {"": "Gestopt", "2023": "4", "2024": "6"}),
        ("De cursus frezen kost € 40.", {}),
        ("Cursus: Frezen; Prijs: € 40; Prijs: € 50", {}),
        ("Let op: de cursus kost € 40.", {}),
    ],
)
def test_a_line_is_read_as_its_cells(line: str, cells: dict[str, str]) -> None:
    assert dict(cells_of(line)) == cells


def test_rows_below_an_announcement_are_rows_too_and_stand_where_they_stand() -> None:
    view = demonstration()[1].views["programma#3"]
    hit = hit_of(view, "programma#3")
    text = "Dit zijn de cursussen:\n\nCursus: Frezen; Prijs: € 40\nCursus: Draaien; Prijs: € 50\n"
    passage = replace(hit.passage, text=text, start=0, end=len(text))
    rows = list(rows_in(candidates_of([replace(hit, passage=passage)], Analyzer())))
    assert [row.cells["Cursus"] for row in rows] == ["Frezen", "Draaien"]
    assert all(text[row.line.start : row.line.end] == row.line.text for row in rows)
