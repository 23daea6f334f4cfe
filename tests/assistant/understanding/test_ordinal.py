"""One of several that is meant by its place among them: in a list of ours, or by the number that the question before has."""

from __future__ import annotations

import pytest

from assistant.types import Language, Turn
from assistant.understanding.ordinal import by_place

NUMBERED = (
    "TechOost werkt met drie actielijnen. [1]\n"
    "De drie actielijnen van TechOost op een rij:\n\n"
    "Actielijn 1 van TechOost versterkt ketens.\n"
    "Actielijn 2 van TechOost gaat over talent.\n"
    "Actielijn 3 van TechOost gaat over innovatie. [2]\n"
    "TechOost heeft een penvoerder. [3]"
)
NAMED = (
    "Dit zijn de pps'en van TechOost:\n\n"
    "TechYourFuture is een Centre of Expertise.\n"
    "CIVON Innovatiecentrum in Ulft is een pps.\n"
    "Process Your Future (PCPT-Oost) richt zich op procestechnologie. [1]"
)
GOALS = "De doelen op een rij:\n\nIn 2020 moest 40% kiezen.\nIn 2020 moest 10% erbij. [1]"
RECORDS = "Er zijn 2 opleidingen: 2 van 2.\nFilters: REMO.\n1. Verspanen (BBL): mbo. [1]\n2. Mechatronica (BBL): mbo. [2]"


def after(reply: str, question: str = "Welke zijn er?") -> tuple[Turn, ...]:
    """Return a talk of one question and our answer."""
    return (Turn("user", question), Turn("assistant", reply))


@pytest.mark.parametrize(
    ("text", "reply", "language", "meant"),
    [
        ("en de derde?", NUMBERED, Language.DUTCH, "wat is Actielijn 3 van TechOost?"),
        ("wat is de tweede", NUMBERED, Language.DUTCH, "wat is Actielijn 2 van TechOost?"),
        ("de laatste?", NUMBERED, Language.DUTCH, "wat is Actielijn 3 van TechOost?"),
        ("waar gaat de eerste over", NUMBERED, Language.DUTCH, "wat is Actielijn 1 van TechOost?"),
        ("2e?", NUMBERED, Language.DUTCH, "wat is Actielijn 2 van TechOost?"),
        ("vertel meer over de derde actielijn", NUMBERED, Language.DUTCH, "wat is Actielijn 3 van TechOost?"),
        ("and the second one?", NUMBERED, Language.ENGLISH, "what is Actielijn 2 van TechOost?"),
        ("und die dritte?", NUMBERED, Language.GERMAN, "was ist Actielijn 3 van TechOost?"),
        ("en de tweede?", NAMED, Language.DUTCH, "wat is CIVON Innovatiecentrum?"),
        ("leg de derde eens uit", NAMED, Language.DUTCH, "leg de derde eens uit"),
        ("leg de 3e uit", NAMED, Language.DUTCH, "wat is Process Your Future?"),
    ],
)
def test_the_thing_at_a_place_of_a_list_is_named(
    text: str, reply: str, language: Language, meant: str
) -> None:
    assert by_place(text, after(reply), language) == meant


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("en de vierde?", NUMBERED),  # there are three
        ("en de tweede pijler?", NUMBERED),  # other things than those of the list
        ("wat is het eerste jaar van een Ad?", NUMBERED),
        ("en in de derde klas?", NUMBERED),
        ("de eerste keer", NUMBERED),
        ("en de tweede?", GOALS),  # no line of it has a name
        ("en de tweede?", RECORDS),  # rows of records are looked after elsewhere
        ("en de tweede?", "TechOost heeft een penvoerder. [1]"),
    ],
)
def test_what_stands_at_no_place_of_a_list_stays_as_it_is(text: str, reply: str) -> None:
    assert by_place(text, after(reply), Language.DUTCH) == text


def test_a_list_is_gone_through_one_by_one() -> None:
    history = (
        *after(NUMBERED),
        *after("Actielijn 2 van TechOost gaat over talent. [1]", "en de tweede?"),
    )
    assert by_place("en de derde?", history, Language.DUTCH) == "wat is Actielijn 3 van TechOost?"


@pytest.mark.parametrize(
    ("before", "text", "meant"),
    [
        ("Hoeveel was Regio Deal Twente I?", "en de tweede?", "Hoeveel was Regio Deal Twente II?"),
        ("Hoeveel was Regio Deal Twente 2?", "en de eerste", "Hoeveel was Regio Deal Twente 1?"),
        ("Wat kost mbo 2?", "en de derde?", "en de derde?"),
        ("Wat is TechOost?", "en de tweede?", "en de tweede?"),
    ],
)
def test_a_number_behind_a_name_is_replaced(before: str, text: str, meant: str) -> None:
    assert by_place(text, after("Dat was 30 miljoen euro. [1]", before), Language.DUTCH) == meant
