"""A row of a table or a record is read as a name with fields, and loses nothing of its words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.interface.escaping import escaped
from assistant.interface.panels import panel_html
from assistant.interface.row_view import cells_of, row_around, row_html
from assistant.interface.texts import texts_in
from assistant.types import Language
from tests.support.page_twins import demonstration

DUTCH = texts_in(Language.DUTCH)
BEFORE = "CIVON; Plaats: Ulft; Regio: Achterhoek.\n"
ROW = "Deltion College; Ook bekend als: Deltion; Plaats: Zwolle; Website: https://www.deltion.nl/."
AFTER = "\nDUO; Telefoon: 050 599 98 28; Website: https://duo.nl/."
VIEW = replace(
    demonstration()[1].views["toelating/1"],
    before=BEFORE,
    passage=ROW,
    after=AFTER,
    start=len(BEFORE),
    is_row=True,
)
CITED = (len(BEFORE), len(BEFORE) + len("Deltion College; Ook bekend als: Deltion"))


def pairs(text: str) -> list[tuple[str, str]]:
    return [(cell.label, text[cell.start : cell.end]) for cell in cells_of(text, 0, len(text))]


def test_a_row_is_its_name_and_its_fields():
    assert pairs(ROW) == [
        ("", "Deltion College"),
        ("Ook bekend als", "Deltion"),
        ("Plaats", "Zwolle"),
        ("Website", "https://www.deltion.nl/"),
    ]


def test_a_row_of_a_sheet_has_a_field_for_every_cell():
    assert pairs("Opleiding: Lassen; Weken: 14") == [("Opleiding", "Lassen"), ("Weken", "14")]


def test_a_value_with_a_semicolon_stays_whole():
    row = "Lassen; Kosten: 100 euro; daarna gratis; Plaats: Almelo"
    assert ("Kosten", "100 euro; daarna gratis") in pairs(row)


@pytest.mark.parametrize(
    "text",
    ["Met elk mbo-4-diploma mag je naar het hbo.", "Een zin; nog een zin.", "Let op: dit is een zin.", ""],
)
def test_what_is_no_row_is_not_taken_apart(text):
    assert cells_of(text, 0, len(text)) == ()


def test_the_cited_row_stands_first_and_the_others_are_folded_away():
    html = panel_html(VIEW, *CITED, "x", DUTCH)
    row, others = html.split('<details class="lw-eromheen">')
    assert "<mark>Deltion College</mark>" in row
    assert "<dt>Ook bekend als</dt><dd><mark>Deltion</mark></dd>" in row
    assert "<dt>Plaats</dt><dd>Zwolle</dd>" in row
    for other in ("CIVON", "DUO"):
        assert other not in row
        assert other in others


def test_a_row_that_is_one_sentence_is_shown_as_it_is():
    rule = replace(VIEW, passage="Met elk mbo-4-diploma mag je naar het hbo.")
    html = panel_html(rule, len(BEFORE), len(BEFORE) + 10, "x", DUTCH)
    assert "<mark>Met elk mb</mark>o-4-diploma mag je naar het hbo.</div>" in html


def test_a_citation_of_a_label_alone_still_marks_it():
    start = len(BEFORE) + ROW.index("Plaats")
    assert "<mark>Plaats</mark>" in panel_html(VIEW, start, start + len("Plaats"), "x", DUTCH)


def test_the_lines_of_a_citation_are_taken_whole():
    text = "een\ntwee\ndrie"
    assert text[slice(*row_around(text, 5, 6))] == "twee"
    assert text[slice(*row_around(text, 0, 3))] == "een"
    assert text[slice(*row_around(text, 9, 13))] == "drie"
    assert text[slice(*row_around(text, 5, 10))] == "twee\ndrie"


@given(st.text(alphabet="aB1;:. <&\n", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_no_word_of_a_row_is_lost(text, first, last):
    cells = cells_of(text, 0, len(text))
    html = row_html(text, cells, first, last).replace("<mark>", "").replace("</mark>", "")
    for cell in cells:
        assert escaped(cell.label) in html
        assert escaped(text[cell.start : cell.end]) in html
    letters = sum(character.isalnum() for character in text)
    held = "".join(cell.label + text[cell.start : cell.end] for cell in cells)
    assert not cells or sum(character.isalnum() for character in held) == letters
