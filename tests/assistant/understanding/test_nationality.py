"""Who comes from outside the EU is heard by country or people."""

from __future__ import annotations

import pytest

from assistant.types import Language, Question, Turn
from assistant.understanding.nationality import as_asked_from, as_outsiders, is_outside_eu


@pytest.mark.parametrize(
    "text",
    [
        "I am from India",
        "ik kom uit Turkije",
        "als Chinese student",
        "ich komme aus Syrien",
        "a Ukrainian diploma",
    ],
)
def test_outside_the_eu(text: str) -> None:
    assert is_outside_eu(text)


@pytest.mark.parametrize(
    "text", ["ich bin Deutscher", "I am from Poland", "Indiana Jones", "uk-a-levels", "ik woon in Enschede"]
)
def test_inside_the_eu_or_no_country(text: str) -> None:
    assert not is_outside_eu(text)


def test_the_people_become_students_from_outside() -> None:
    assert (
        as_outsiders("collegegeld voor Chinese studenten", Language.DUTCH)
        == "collegegeld voor studenten van buiten de EU"
    )


OF_THE_EU = (
    Turn("user", "Tot wanneer kan ik me aanmelden?"),
    Turn("assistant", "1 juli (EU) of 1 mei (niet-EU)."),
)


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        (
            "Sorry, I also have an Italian passport, so I'm EU.",
            Language.ENGLISH,
            "and for students from the EU?",
        ),
        ("ik kom uit Polen", Language.DUTCH, "en voor studenten uit de EU?"),
        ("ik heb een Turks paspoort", Language.DUTCH, "en voor studenten van buiten de EU?"),
        ("ich komme nicht aus der EU", Language.GERMAN, "und für Studierende von außerhalb der EU?"),
    ],
)
def test_who_tells_where_they_are_from_asks_what_holds_for_them(
    text: str, language: Language, meant: str
) -> None:
    assert as_asked_from(Question(text, history=OF_THE_EU), language).text == meant


def test_where_it_makes_no_difference_nothing_is_asked() -> None:
    told = (Turn("user", "Wat is een BBL?"), Turn("assistant", "Een leerweg."))

    assert (
        as_asked_from(Question("ik kom uit Polen", history=told), Language.DUTCH).text == "ik kom uit Polen"
    )


def test_a_question_of_its_own_stays() -> None:
    text = "ik kom uit Polen, welke taaltoets moet ik doen?"

    assert as_asked_from(Question(text, history=OF_THE_EU), Language.DUTCH).text == text
