"""The yearly fee of a school is asked in many ways; the price of something else is not it."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.fees import fee_asked, fee_of_outsiders, fee_of_outsiders_next

SCHOOLS = ("Saxion", "Saxion Hogeschool", "Windesheim", "UT")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What is the tuition fee at Saxion?", ("fee_question", "Saxion")),
        ("wat kost een jaar studeren bij Windesheim", ("fee_question", "Windesheim")),
        ("Was kostet ein Jahr an der UT?", ("fee_question", "UT")),
        ("Hoeveel collegegeld vraagt Saxion Hogeschool?", ("fee_question", "Saxion Hogeschool")),
        ("What is the tuition fee at UT for non-EU students?", ("fee_question_outside", "UT")),
        ("hoeveel kost de open dag van Saxion", ("", "")),
        ("wat kost een jaar studeren", ("", "")),
        (
            "What is the fee for the bachelor Civil Engineering at UT for non-EU students?",
            ("fee_question_outside", "UT"),
        ),
        ("wat kost hbo per jaar", ("fee_question", "")),
        ("How much is the statutory fee for the BSc Physics in 2025?", ("fee_question", "")),
        ("wettelijk collegegeld bachelor bouwkunde van Saxion", ("fee_question", "")),
        ("wettelijk collegegeld deeltijd bachelor bouwkunde", ("", "")),
        ("lesgeld hbo", ("fee_question", "")),
        ("wat kost mbo of hbo per jaar", ("", "")),
        ("wat kost een jaar van de opleiding ICT bij Saxion", ("", "")),
        ("What is the tuition fee at Fontys?", ("", "")),
        ("Is UTwente open for non-EU students?", ("", "")),
        ("Wat kost de UT in 2025-2026?", ("fee_question", "UT")),
        ("Hoe duur is Saxion?", ("fee_question", "Saxion")),
        ("What does Saxion cost in 2026/27?", ("fee_question", "Saxion")),
        ("Wat kost een cursus bij Saxion?", ("", "")),
        ("Wat kost Saxion Next in 2026?", ("", "")),
    ],
)
def test_the_fee_of_a_school_is_told_from_other_prices(question: str, found: tuple[str, str]) -> None:
    assert fee_asked(question, lambda: SCHOOLS) == found


@pytest.mark.parametrize(
    ("text", "before", "asked"),
    [
        ("tuition for Indian students at UT", (), "tuition for students from outside the EU at UT"),
        (
            "what are the tuition fees",
            ("I am from India",),
            "what are the tuition fees for students from outside the EU?",
        ),
        ("what are the tuition fees", ("I am from Germany",), "what are the tuition fees"),
        ("where is the campus", ("I am from India",), "where is the campus"),
        ("tuition for non-EU students", ("I am from China",), "tuition for non-EU students"),
    ],
)
def test_who_comes_from_outside_the_eu_asks_for_their_fee(
    text: str, before: tuple[str, ...], asked: str
) -> None:
    assert fee_of_outsiders(text, before, Language.ENGLISH) == asked


@pytest.mark.parametrize(
    ("text", "before", "asked"),
    [
        (
            "en voor iemand uit Turkije?",
            ("Wat kost de UT in 2025-2026?", "en het jaar daarna?"),
            "Wat kost de UT voor studenten van buiten de EU?",
        ),
        (
            "en als ik uit India kom?",
            ("Wat kost Saxion?",),
            "Wat kost Saxion voor studenten van buiten de EU?",
        ),
        ("en voor iemand uit Duitsland?", ("Wat kost Saxion?",), ""),
        ("en voor iemand uit India?", ("Wat kost Saxion?", "Welke opleidingen zijn er?"), ""),
        ("en voor iemand uit India?", ("Wat kost de opleiding VCA?",), ""),
    ],
)
def test_who_is_from_outside_the_eu_may_be_all_that_is_said_next(
    text: str, before: tuple[str, ...], asked: str
) -> None:
    assert fee_of_outsiders_next(text, before, Language.DUTCH) == asked
