"""Questions behind a story, questions that name a thing by its town, and money for who lives elsewhere."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome, Question

KNOWN = (Outcome.ANSWERED, Outcome.PARTLY)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (
            "Ik begeleid mensen in Hengelo die van baan wisselen. Sinds wanneer bestaat het Twents Fonds voor Vakmanschap?",
            "1 januari 2019",
        ),
        (
            "Ik wil later in een fietsenwinkel fietsen repareren. Welk niveau is de mbo-opleiding Fietstechnicus?",
            "mbo-2",
        ),
        ("te ver man. welk bedrijf leidt in Zwolle zelf monteurs op, ook zonder techniek", "Breman"),
        ("How many modules does the bachelor Mechanical Engineering in Enschede have?", "12 modules"),
        ("hoeveel plekken had Technical Computer Science in Enschede in 2023-2024?", "400"),
        ("hoeveel plekken had Technical Computer Science bij de Universiteit Twente in 2023-2024?", "400"),
        ("Wie viele Module hat der Bachelor Maschinenbau an der Universität Twente insgesamt?", "12 Module"),
        (
            "How many companies are the Dutch European digital innovation hubs together aiming to reach?",
            "3,500",
        ),
        ("per wanneer is die halve prijs voor eerstejaars afgeschaft?", "1 september 2024"),
    ],
)
def test_what_stands_around_a_question_does_not_hide_its_answer(
    chain: AnswerChain, question: str, says: str
) -> None:
    found = chain.invoke(Question(question))
    assert found.outcome in KNOWN
    assert says in found.text


@pytest.mark.parametrize(
    "question",
    [
        "Mijn buurman werkt bij Scania in Zwolle. Hoeveel leerlingen heeft de Scania bedrijfsschool?",
        "Ik ben kapster in Almelo. Hoeveel stageplekken heeft Saxion?",
        "hoeveel plekken had Technical Computer Science in Zwolle in 2023-2024?",
    ],
)
def test_what_is_not_known_stays_so_behind_a_story_or_in_another_town(
    chain: AnswerChain, question: str
) -> None:
    assert chain.invoke(Question(question)).outcome is Outcome.REFUSED


@pytest.mark.parametrize("home", ["Groningen", "Utrecht", "Eindhoven", "Den Bosch"])
def test_a_fund_of_a_region_is_not_for_who_lives_elsewhere(chain: AnswerChain, home: str) -> None:
    asked = f"Ik woon in {home}. Kan ik geld krijgen van het Twents Fonds voor Vakmanschap?"
    assert "Nee" in chain.invoke(Question(asked)).text
