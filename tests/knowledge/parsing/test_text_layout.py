"""What nobody marked in plain text: titles of several lines, numbered headings, tables in aligned columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.parsing.text_layout import LineKind, Piece, pieces_of


def pieces(paragraph: str, *, is_first: bool = False, is_last: bool = False, after: str = "") -> list[Piece]:
    return list(pieces_of(paragraph, is_first=is_first, is_last=is_last, after=after))


def kinds(paragraph: str, **place: bool | str) -> list[LineKind]:
    return [piece.kind for piece in pieces(paragraph, **place)]  # type: ignore[arg-type]


def test_the_lines_at_the_top_are_a_title_and_what_belongs_to_it() -> None:
    top = "GEMEENTE BEEKDAL\nRegeling leervoucher\nToelichting voor inwoners (versie april)"
    title, rest = pieces(top, is_first=True)
    assert title == Piece(LineKind.TITLE, "GEMEENTE BEEKDAL: Regeling leervoucher")
    assert rest == Piece(LineKind.TEXT, "Toelichting voor inwoners (versie april)")


def test_a_title_keeps_to_its_first_line_where_the_second_makes_it_too_long() -> None:
    first, second = (
        "Regeling voor het leren van een tweede vak in de techniek",
        "Afspraak " * 8 + "van ons allen",
    )
    assert pieces(f"{first}\n{second}", is_first=True)[0].text == first


def test_running_text_at_the_top_is_no_title() -> None:
    assert kinds("Deze regeling geldt\nvoor het hele jaar.", is_first=True) == [LineKind.TEXT]
    assert kinds("Een losse regel", is_first=True, is_last=True) == [LineKind.TEXT]


@pytest.mark.parametrize(
    "heading",
    [
        "2. Leeruren",
        "3.1 Wie betaalt",
        "Artikel 4 Vergoeding",
        "Bijlage B: tarieven",
        "WAAR ZIT WAT",
        "Wat kost het?",
    ],
)
def test_a_heading_is_told_from_the_text_right_under_it(heading: str) -> None:
    head, text = pieces(f"{heading}\nElke medewerker krijgt 48 uren per jaar.")
    assert (head.kind, head.text) == (LineKind.HEADING, heading)
    assert text == Piece(LineKind.TEXT, "Elke medewerker krijgt 48 uren per jaar.")


def test_a_line_with_a_rule_under_it_is_a_heading_and_the_rule_is_left_out() -> None:
    assert pieces("Kosten\n------\nEen module kost 90 euro.") == [
        Piece(LineKind.HEADING, "Kosten"),
        Piece(LineKind.TEXT, "Een module kost 90 euro."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. Schrijf je in\n2. Betaal de kosten",
        "09.00 uur workshop in de lijn\n12.15 uur lunch",
        "De cursus duurt drie weken en is\nvoor iedereen.",
        "2. Je betaalt de cursus zelf.\nDe school betaalt de boeken.",
    ],
)
def test_items_times_and_sentences_are_no_headings(text: str) -> None:
    assert kinds(text) == [LineKind.TEXT]


def test_a_numbered_line_alone_is_a_heading_unless_another_number_follows() -> None:
    assert kinds("4. Kosten", after="De cursus kost 90 euro.") == [LineKind.HEADING]
    assert kinds("4. Betalen", after="5. Beginnen") == [LineKind.TEXT]
    assert kinds("4. Kosten", is_last=True) == [LineKind.TEXT]


TABLE = """Locatie   Datum             Tijd
Ommen     20 november 2026  15.00 - 20.00 uur
Heino     28 november 2026  10.00 - 14.00 uur"""


def test_rows_of_aligned_columns_are_said_with_the_names_of_the_columns() -> None:
    assert pieces(TABLE) == [
        Piece(LineKind.ROW, "Locatie: Ommen; Datum: 20 november 2026; Tijd: 15.00 - 20.00 uur", 2),
        Piece(LineKind.ROW, "Locatie: Heino; Datum: 28 november 2026; Tijd: 10.00 - 14.00 uur", 3),
    ]


def test_the_text_around_a_table_stays_and_rules_in_it_go() -> None:
    head, rule, *rows = ["Soort  Prijs", "-----  -----", "dag    90 euro", "avond  60 euro"]
    found = pieces("\n".join(["De prijzen zijn zonder btw", head, rule, *rows, "Vraag ernaar."]))
    assert [piece.text for piece in found] == [
        "De prijzen zijn zonder btw", "Soort: dag; Prijs: 90 euro", "Soort: avond; Prijs: 60 euro", "Vraag ernaar.",
    ]  # fmt: skip


def test_a_cell_that_is_empty_or_goes_on_below_stays_in_its_column() -> None:
    table = (
        "Naam     Dag        Prijs\nlassen   maandag    90 euro\nmeten               60 euro\n"
        "frezen   dinsdag    80 euro\n         en vrijdag"
    )
    assert [piece.text for piece in pieces(table)] == [
        "Naam: lassen; Dag: maandag; Prijs: 90 euro",
        "Naam: meten; Prijs: 60 euro",
        "Naam: frezen; Dag: dinsdag en vrijdag; Prijs: 80 euro",
    ]


def test_columns_without_names_are_said_without_them() -> None:
    table = "lassen  13 januari  12 plekken\nmeten   20 januari   8 plekken\nfrezen  27 januari  10 plekken"
    assert pieces(table)[0] == Piece(LineKind.ROW, "lassen; 13 januari; 12 plekken", 1)


def test_bars_part_columns_too() -> None:
    table = "soort | prijs\ndag | 90 euro\navond | 60 euro"
    assert [piece.text for piece in pieces(table)] == [
        "soort: dag; prijs: 90 euro",
        "soort: avond; prijs: 60 euro",
    ]


LINES = st.text(alphabet="Ab1 .-:\t|?", max_size=30)


@given(st.lists(LINES, max_size=8), st.booleans(), st.booleans(), LINES)
def test_nothing_that_is_no_rule_or_sign_gets_lost(
    lines: list[str], is_first: bool, is_last: bool, after: str
) -> None:
    found = "".join(
        piece.text for piece in pieces("\n".join(lines), is_first=is_first, is_last=is_last, after=after)
    )
    kept = [character for character in "".join(lines) if character in "Ab1"]
    assert sorted(set(kept)) == sorted({character for character in found if character in "Ab1"})
    if "|" not in found and ";" not in found:
        assert [c for c in found if c in "Ab1"] == kept
