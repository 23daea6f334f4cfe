"""A question with circumstances of one's own is known again as the one that documents answer in general."""

from __future__ import annotations

import pytest

from assistant.understanding.in_general import general_question

BEGINNING = "Je werkt bij een leerbedrijf en gaat daarnaast naar school (BBL)."


@pytest.mark.parametrize(
    ("text", "before", "name"),
    [
        ("zijn er omscholingen met behoud van salaris?", "", "wage"),
        ("wat verdien je tijdens een bbl als je 40 bent", "", "wage"),
        ("en verdien ik dan meteen?", BEGINNING, "wage"),
        ("moet ik vca hebben om bij een installatiebedrijf te werken", "", "vca"),
        ("kan ik nog een diploma halen via mijn werk", "", "work"),
        ("en als ik 40 ben?", "Het cursusgeld was 295 euro.", "fee_age"),
    ],
)
def test_what_holds_for_everybody_is_asked_in_many_ways(text: str, before: str, name: str) -> None:
    assert general_question(text, before) == name


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("wat verdient een lasser", ""),
        ("en verdien ik dan meteen?", ""),
        ("wat verdien ik na de opleiding bbl", ""),
        ("welke vca heb ik nodig", ""),
        ("hoeveel verdien ik dan?", BEGINNING),
        ("en wat verdient een monteur dan?", BEGINNING),
        ("what does an electrician earn", BEGINNING),
        ("is vca vanaf 2027 verplicht", ""),
        ("is mijn buitenlands diploma via mijn werk erkend", ""),
        ("krijg ik studiefinanciering als ik 25 ben", "Het lesgeld was 1.419 euro."),
    ],
)
def test_what_asks_something_else_is_left_alone(text: str, before: str) -> None:
    assert general_question(text, before) == ""


def test_a_long_message_is_not_asked_of_our_last_answer() -> None:
    text = "en als ik dan later monteur ben in een ander land, verdien ik daar dan iets"
    assert general_question(text, BEGINNING) == ""
