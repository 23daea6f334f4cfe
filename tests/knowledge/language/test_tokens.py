"""What stays one token, where sentences end, and that every offset is true."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.tokens import TokenKind, sentences, tokens


@pytest.mark.parametrize(
    ("thing", "kind"),
    [
        ("mbo-4", TokenKind.WORD),
        ("9,5 miljoen", TokenKind.NUMBER),
        ("€ 1.200,50", TokenKind.NUMBER),
        ("2.700-4.200", TokenKind.NUMBER),
        ("20%", TokenKind.NUMBER),
        ("10 mln.", TokenKind.NUMBER),
        ("1 april 2026", TokenKind.DATE),
        ("01-04-2026", TokenKind.DATE),
        ("2026-04-01", TokenKind.DATE),
        ("2025-2026", TokenKind.NUMBER),
        ("NEN 3140", TokenKind.CODE),
        ("NEN-EN-ISO 9001:2015", TokenKind.CODE),
        ("Crebo 25244", TokenKind.CODE),
        ("j.de-vries@roc.nl", TokenKind.EMAIL),
        ("https://www.saxion.nl/a?b=1", TokenKind.URL),
        ("www.techoost.nl", TokenKind.URL),
        ("o.a.", TokenKind.ABBREVIATION),
        ("C++", TokenKind.WORD),
        ("pps'en", TokenKind.WORD),
        ("18-jarige", TokenKind.WORD),
    ],
)
def test_what_a_reader_sees_as_one_thing_stays_one_token(thing: str, kind: TokenKind) -> None:
    found = [token for token in tokens(f"Zie {thing} hier") if token.text == thing]
    assert [token.kind for token in found] == [kind]


def test_the_word_en_before_a_year_is_no_norm_code() -> None:
    assert "en 2024" not in [token.text for token in tokens("in 2023 en 2024 waren")]


def test_the_full_stop_after_a_web_address_is_not_part_of_it() -> None:
    assert [token.text for token in tokens("Zie https://roc.nl/mbo.")] == ["Zie", "https://roc.nl/mbo", "."]


@pytest.mark.parametrize(
    "one_sentence",
    [
        "Er zijn o.a. BBL en BOL.",
        "Bijv. Saxion doet mee.",
        "De heer J. de Graaf is manager.",
        "Dat kost 10 mln. Euro in totaal.",
        "Zie art. 7.24 van de WHW.",
        "Prof. dr. Jansen geeft les.",
        "De cursus (z.d. gepubliceerd) is gratis.",
        "Het bedrag is € 1.200,50 p.p. in 2026.",
        "Dat kost z.B. Geld.",
        "Vragen: Marloes Kamphuis, tst. 414.",
    ],
)
def test_an_abbreviation_or_initial_ends_no_sentence(one_sentence: str) -> None:
    assert [span.of(one_sentence) for span in sentences(one_sentence)] == [one_sentence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het kan. Dat mag.", ["Het kan.", "Dat mag."]),
        ("Mag dat? Ja!", ["Mag dat?", "Ja!"]),
        ("Lassen, draaien enz. Daarna frezen.", ["Lassen, draaien enz.", "Daarna frezen."]),
        ("- punt een\n- punt twee", ["- punt een", "- punt twee"]),
        ("Kop\n\nTekst", ["Kop", "Tekst"]),
        ("# Kop\nTekst", ["# Kop", "Tekst"]),
        ("Deze regel is\nafgebroken.", ["Deze regel is\nafgebroken."]),
        ("1. Inleiding", ["1. Inleiding"]),
        ("alles klein. ook dit. zo dus.", ["alles klein.", "ook dit.", "zo dus."]),
        ("Hij zei: “Ga.” Zij ging.", ["Hij zei: “Ga.”", "Zij ging."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


_TEXT = st.text(max_size=300) | st.text(alphabet="aB1 .,-\n'’@€/:(e", max_size=300)


@given(_TEXT)
def test_tokens_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert text[at : token.start].strip() == ""
        assert token.start < token.end
        assert text[token.start : token.end] == token.text
        at = token.end
    assert text[at:].strip() == ""


@given(_TEXT)
def test_sentences_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    at = 0
    for span in sentences(text):
        assert text[at : span.start].strip() == ""
        assert span.of(text).strip() == span.of(text) != ""
        at = span.end
    assert text[at:].strip() == ""


@pytest.mark.parametrize("unit", ["a", "1.", "a-", "a@", "www.", "\n ", ". ", "€1,", "é", "🙂"])
def test_a_page_of_noise_costs_bounded_time(unit: str) -> None:
    noise = unit * (200_000 // len(unit))
    started = time.process_time()
    assert len(tokens(noise)) <= len(noise)
    sentences(noise)
    assert time.process_time() - started < 5.0
