"""The file: numbers stay numbers, text never becomes a formula, and a Dutch Excel opens it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.interface.rooms.figures.spreadsheet import HEADS, defused, file_of
from knowledge.catalogue.facts import Provenance
from tests.assistant.interface.rooms.figures.conftest import DUO, figure, figure_of
from tests.support.hostile import HOSTILE

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "\u200b=1+1",
    "\ufeff=cmd|'/c calc'!A0",
    "＝1",
    '=HYPERLINK("http://evil.example")',
)


def rows(data: bytes) -> list[list[str]]:
    text = data.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


@pytest.mark.parametrize("text", FORMULAS)
def test_what_could_begin_a_formula_has_an_apostrophe_before_it(text):
    assert defused(text).startswith("'")


@given(st.text())
def test_no_text_cell_begins_as_a_formula(text):
    cell = defused(text)
    assert not cell.lstrip(" \u00a0").startswith(
        ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
    )


@pytest.mark.parametrize("text", ["Saxion", "2020-2024", "https://duo.nl/x?a=b", "a=b", "3-jarig", ""])
def test_ordinary_text_stays_as_it_is(text):
    assert defused(text) == text


@pytest.mark.parametrize(
    ("value", "cell"),
    [(92296.0, "92296"), (31.6, "31,6"), (-3.5, "-3,5"), (0.0, "0"), (1e12, "1000000000000")],
)
def test_a_number_is_a_plain_number_with_a_decimal_comma(value, cell):
    assert rows(file_of([figure(value)]))[1][HEADS.index("waarde")] == cell


def test_a_row_has_the_source_its_date_and_its_note():
    about = replace(DUO, note="Kleine aantallen verborgen")
    row = dict(zip(HEADS, rows(file_of([figure(5, about=about, geslacht="vrouw")]))[1], strict=True))
    assert row["bron"] == "https://duo.nl/data"
    assert (row["datum"], row["gecontroleerd"]) == ("2024", date(2026, 11, 1).isoformat())
    assert row["opmerking"] == "Kleine aantallen verborgen"
    assert row["uitsplitsing"] == "geslacht: vrouw"


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_cells_stay_in_their_cell(evil):
    about = Provenance(evil, evil, note=evil)
    data = file_of([figure_of(evil, 7.0, evil, evil, evil, about, {evil: evil}), figure(1)])
    table = rows(data)
    assert [len(row) for row in table] == [len(HEADS)] * 3
    assert table[1][HEADS.index("waarde")] == "7"
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in table[1])


def test_lines_end_as_spreadsheets_expect():
    assert file_of([figure(1)]).count(b"\r\n") == 2
