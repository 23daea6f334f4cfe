"""What pupils and parents ask in everyday words is heard by the words that it needs; what only sounds like it is not."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.everyday_asked import Meaning, asked_in_everyday_words, meanings
from knowledge.config import LIBRARY


def heard(text: str, *earlier: str, language: Language = Language.DUTCH, is_all: bool = True) -> str:
    found = asked_in_everyday_words(text, earlier, language, is_all=is_all)
    return found.name if found else ""


WHOLE = [
    ("hoe oud moet je zijn voor bbl", "bbl_age"),
    ("Mag mijn zoon van 16 bbl doen of moet hij eerst 18 zijn", "bbl_age"),
    ("hoe werkt bbl als ik geen baas heb", "bbl_employer"),
    ("wat verdien je als bbl leerling", "bbl_pay_amount"),
    ("krijg je betaald bij bbl", "bbl_pay"),
    ("wat kost een jaar mbo als je nog geen 18 bent", "mbo_fee_minor"),
    ("wat kost bbl", "bbl_fee"),
    ("wat kost het mbo", "mbo_fee"),
    ("hoe meld ik mij aan bij saxion", "school_applies"),
    ("hoe meld ik mij aan voor het hbo", "higher_applies"),
    ("hoe meld ik mijn dochter aan op het roc", "mbo_applies"),
    ("ik ben te laat met aanmelden", "mbo_late"),
    ("mijn zoon is afgewezen voor een mbo opleiding mag dat zomaar", "mbo_refused"),
    ("hoe vind ik een leerbedrijf", "find_employer"),
    ("hoe kan mijn zoon een bbl plek vinden", "find_employer"),
    ("is er hulp voor schoolkosten", "grant"),
    ("mijn ouders hebben weinig geld", "little_money"),
    ("wat als ik zak voor mijn examen mag ik dan toch naar mbo", "failed"),
]


@pytest.mark.parametrize(("text", "name"), WHOLE)
def test_a_message_that_asks_nothing_else_is_heard(text: str, name: str) -> None:
    assert heard(text) == name


@pytest.mark.parametrize(
    ("text", "language"),
    [("how old do you have to be for bbl", Language.ENGLISH), ("ab welchem Alter kann man BBL machen", Language.GERMAN)],
)  # fmt: skip
def test_it_is_heard_in_each_language(text: str, language: Language) -> None:
    assert heard(text, language=language) == "bbl_age"


@pytest.mark.parametrize(
    "text",
    [
        "ben ik te oud voor bbl? ik ben 45",
        "welke bbl opleidingen kan ik doen met 16 jaar",
        "mag een werkgever een bbl leerling van 16 s nachts laten werken",
        "ik ben 17 en wil bbl autotechniek doen in zwolle",
        "krijg ik stufi als ik 17 ben en bol doe",
        "wat kost een mbo 4 opleiding werktuigbouwkunde bij roc van twente",
        "mijn subsidie is afgewezen, wat nu",
        "ik ben afgewezen voor een baan als lasser",
        "hoe meld ik me aan voor het levenlanglerenkrediet",
        "hoe schrijf ik me in voor de open dag van saxion",
        "ik heb te weinig geld om me om te scholen",
        "wie betaalt bbl, school of bedrijf",
        "wat is het verschil tussen bol en bbl",
        "hoe word je een erkend leerbedrijf",
        "wij zoeken een leerling voor ons leerbedrijf",
        "wat is een leerbedrijf",
    ],
)
def test_what_only_sounds_like_it_is_left_to_the_sources(text: str) -> None:
    assert heard(text) == ""


@pytest.mark.parametrize(
    ("text", "before", "name"),
    [
        ("en moet ik daarvoor betalen", "wat is bbl", "bbl_fee"),
        ("en voor bbl", "hoeveel collegegeld is het in 2026", "bbl_fee"),
        ("voor wanneer moet dat", "hoe meld ik mij aan bij saxion", "school_applies"),
        ("moet het dan dezelfde richting zijn", "kan ik met mbo 4 naar het hbo", "any_field"),
    ],
)
def test_a_short_message_takes_what_it_leaves_out_from_the_one_before(
    text: str, before: str, name: str
) -> None:
    assert heard(text, before) == name


def test_nothing_is_taken_from_a_message_that_names_a_programme() -> None:
    assert heard("wat kost dat", "welke opleidingen installatietechniek bbl zijn er in twente") == ""


def test_a_story_is_heard_by_its_own_words() -> None:
    story = (
        "mijn zoon heeft adhd en kan niet goed leren uit boeken, is er een school om met je handen te werken?"
    )
    assert heard(story, is_all=False) == "by_hand"
    assert heard("mijn zoon van 17 doet bbl en heeft ruzie met zijn baas", is_all=False) == ""


@pytest.mark.parametrize("meaning", meanings(), ids=lambda meaning: meaning.name)
def test_every_sentence_that_answers_stands_in_the_library(meaning: Meaning) -> None:
    for place in meaning.answers:
        text = (LIBRARY / place.document).read_text("utf-8")
        assert text.count(place.beginning) == 1
