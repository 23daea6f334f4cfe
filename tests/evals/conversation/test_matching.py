"""An expected text is found however it is written, and never in another figure or in the middle of a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.conversation.matching import readable, without_row_number


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Het kost 9.000 euro.", "9000"),
        ("Het kost 9 000 euro.", "9.000"),
        ("It costs € 9,000.", "9.000 euro"),
        ("TechOost krijgt 9 miljoen euro.", "9.000.000 euro"),
        ("Aanmelden kan tot 01-04-2027.", "1 april"),
        ("Aanmelden kan tot 01-04.", "1 april"),
        ("Apply before April 1, 2027.", "1 april 2027"),
        ("Gestart in april 2019.", "2019"),
        ("In studiejaar 2026-2027.", "2026/27"),
        ("In studiejaar 2026-2027.", "2027"),
        ("Het duurt 2,5 jaar.", "2.5 jaar"),
        ("Je slaagt met 64,5%.", "64,5 procent"),
        ("OOM gaf 2.700 tot 4.200 euro.", "2.700-4.200 euro"),
        ("Naar mbo-4.", "mbo 4"),
        ("Naar mbo niveau 4 of mbo4.", "mbo-4"),
        ("CREBO 25103.", "crebo 25103"),
        ("Het kost 1.419 euro per jaar.", "1.419 euro"),
        ("Café TECHNIEK in Almelo.", "cafe techniek"),
        ("Twee monteurs.", "monteur"),
        ("Met een entreediploma.", "entree"),
        ("ROC van Twente, Enschede.", "ROC van Twente Enschede"),
        ("De vijf scholen.", "5 scholen"),
    ],
)
def test_the_same_in_another_form_is_found(text: str, wanted: str) -> None:
    assert readable(text).holds(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Het kost 19.000 euro.", "9.000"),
        ("Het kost 9.000,50 euro.", "9.000"),
        ("Het kost 9.000 dollar.", "9.000 euro"),
        ("Aanmelden kan tot 1 mei 2027.", "1 april"),
        ("Aanmelden kan tot 1 april 2026.", "1 april 2027"),
        ("Tot april.", "1 april"),
        ("Het duurt 2,5 jaar.", "5 jaar"),
        ("Het duurt 25 jaar.", "2,5 jaar"),
        ("Het duurt 4 maanden.", "4 jaar"),
        ("Het kost 4.200 tot 2.700 euro.", "2.700-4.200 euro"),
        ("Naar mbo-3.", "mbo-4"),
        ("Naar havo-4.", "mbo-4"),
        ("Meneer De Vries.", "nee"),
        ("Een automonteur.", "monteur"),
        ("Saxion en ook Windesheim.", "Saxion Windesheim"),
        ("", "Saxion"),
        ("10-12 weken", "december"),
    ],
)
def test_another_figure_or_a_part_of_a_word_is_not_found(text: str, wanted: str) -> None:
    assert not readable(text).holds(wanted)


@given(st.integers(1_000, 9_999_999), st.sampled_from(["{:,}", "{:d}"]), st.sampled_from([".", " ", ","]))
def test_any_amount_is_found_with_any_mark_between_its_thousands(amount: int, form: str, mark: str) -> None:
    written = form.format(amount).replace(",", mark)
    assert readable(f"Het bedrag is {written} euro.").holds(f"{amount} euro")
    assert not readable(f"Het bedrag is {written} euro.").holds(f"{amount + 1} euro")


def test_the_number_of_a_row_is_no_part_of_it() -> None:
    assert without_row_number("3. Mechatronica: BBL") == "Mechatronica: BBL"
    assert without_row_number("- vorm: voltijd") == "vorm: voltijd"
    assert without_row_number("3 jaar") == "3 jaar"
