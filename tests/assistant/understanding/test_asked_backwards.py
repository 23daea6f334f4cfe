"""A question about entry that is asked from the other end is turned round; any other stays as it is."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.asked_backwards import from_the_front


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        (
            "welke mbo 4 opleidingen geven toegang tot hbo mechatronica",
            "Ik heb mbo 4. Mag ik naar hbo mechatronica?",
        ),
        ("met welk havo profiel mag je naar bouwkunde?", "Ik heb havo. Mag ik naar bouwkunde?"),
        (
            "is wiskunde b verplicht bij de technische informatica",
            "Wat zijn de toelatingseisen voor technische informatica?",
        ),
        (
            "welke eisen heeft elektrotechniek hbo",
            "Wat zijn de toelatingseisen voor elektrotechniek hbo?",
        ),
        (
            "heb je voor bouwkunde in zwolle wiskunde b nodig?",
            "Wat zijn de toelatingseisen voor bouwkunde in zwolle?",
        ),
        (
            "is voor elektrotechniek op het hbo natuurkunde verplicht?",
            "Wat zijn de toelatingseisen voor elektrotechniek op het hbo?",
        ),
        (
            "moet je natuurkunde hebben voor civiele techniek",
            "Wat zijn de toelatingseisen voor civiele techniek?",
        ),
        (
            "Welk diploma moet een medewerker hebben om aan de opleiding Allround lasser te beginnen?",
            "Wat zijn de toelatingseisen voor Allround lasser?",
        ),
        (
            "met welk diploma kun je starten met Metselaar?",
            "Wat zijn de toelatingseisen voor Metselaar?",
        ),
    ],
)
def test_it_is_turned_round(text: str, turned: str) -> None:
    assert from_the_front(text, Language.DUTCH) == turned


@pytest.mark.parametrize(
    "text",
    [
        "welke mbo 4 opleidingen zijn er in zwolle",
        "is natuurkunde nodig als ik havo heb voor mechatronica",
        "welke opleidingen geven toegang tot de UT",
        "is een helm verplicht bij de bbl",
        "is wiskunde voor werktuigbouwkunde moeilijk",
        "is engels de voertaal bij hbo ict",
        "heb je wiskunde nodig",
        "welk diploma krijg je voor de opleiding Metselaar?",
        "welk diploma heb ik nodig voor Metselaar?",
        "Welk diploma heb je met havo nodig voor Metselaar?",
    ],
)
def test_any_other_question_stays_as_it_is(text: str) -> None:
    assert from_the_front(text, Language.DUTCH) == text
