"""What something with a name is, asked behind a story, is asked by itself."""

from __future__ import annotations

import pytest

from assistant.types import Question
from assistant.understanding.advice_asked import asks_advice
from assistant.understanding.definition_asked import without_story_before_definition


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ik wil werken en leren. Wat is BBL?", "Wat is BBL?"),
        ("I want to work. What is the BBL exactly?", "What is the BBL exactly?"),
        ("Wij zijn een bedrijf! Was bedeutet SLIM?", "Was bedeutet SLIM?"),
        ("ik ben 16. wat is bol eigenlijk?", "wat is bol eigenlijk?"),
    ],
)
def test_a_definition_is_asked_without_the_story(text: str, asked: str) -> None:
    assert without_story_before_definition(Question(text)).text == asked


@pytest.mark.parametrize(
    "text",
    [
        "Ik wil lasser worden. Wat is de prijs?",
        "Kan ik naar het hbo? Wat is een Ad?",
        "Wat is BBL?",
        "Ik heb mbo 4. Wat is het verschil tussen een Ad en een bachelor?",
    ],
)
def test_what_asks_something_else_stays_as_it_is(text: str) -> None:
    assert without_story_before_definition(Question(text)).text == text


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("waar kan ik gratis advies krijgen over school en werk?", True),
        ("Who gives free career advice in Twente?", True),
        ("Wo bekomme ich kostenlose Beratung?", True),
        ("wat is jouw advies", False),
        ("mag ik met mijn advies vmbo-kader naar mbo 4?", False),
    ],
)
def test_where_there_is_advice_is_known_from_what_is_advised(text: str, is_asked: bool) -> None:
    assert asks_advice(text) is is_asked
