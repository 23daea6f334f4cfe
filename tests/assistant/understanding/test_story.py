"""What somebody tells before they ask, and which messages of a talk ask a whole question."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.story import about_its_name, alone, story_before, without_asking_name

NL, EN, DE = Language.DUTCH, Language.ENGLISH, Language.GERMAN
TOWNS = ("Hengelo", "Raalte", "Enschede")


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        (
            "Ik begeleid mensen in Hengelo die van baan wisselen. Sinds wanneer bestaat het Twents Fonds?",
            NL,
            "Sinds wanneer bestaat het Twents Fonds?",
        ),
        (
            "Mijn dochter tekent graag huizen! Wanneer meld je je aan voor het mbo?",
            NL,
            "Wanneer meld je je aan voor het mbo?",
        ),
        (
            "We are a small company in Enschede. How many hubs does EDIH have?",
            EN,
            "How many hubs does EDIH have?",
        ),
        (
            "Ich arbeite in einer Werkstatt. Wie lange dauert die Ausbildung zum Lasser?",
            DE,
            "Wie lange dauert die Ausbildung zum Lasser?",
        ),
    ],
)
def test_a_question_is_asked_apart_from_the_story_before_it(
    text: str, language: Language, asked: str
) -> None:
    assert story_before(text, language, TOWNS)[1] == asked


@pytest.mark.parametrize(
    "text",
    [
        "Wat kost een Ad bij Saxion?",
        "Ik ben 17 en woon in Hengelo. Wat kost het mbo?",  # the age says what it costs
        "Ik heb geen diploma. Kan ik naar het mbo?",  # the exception is what it is about
        "Ik woon in Groningen. Welke regeling betaalt mijn omscholing?",  # a name that is not ours
        "Ik woon in Hengelo. Welke regeling betaalt mijn omscholing?",  # the question names nothing by itself
        "Mijn zoon wil mechatronica doen. Wat kost dat?",  # it leans on the story
        "Wat is BOL? En wat is BBL?",
        "Ik zoek een opleiding. Bedankt alvast.",
    ],
)
def test_a_story_that_limits_the_question_stays_with_it(text: str) -> None:
    assert story_before(text, NL, TOWNS) == ("", text)


@pytest.mark.parametrize(
    ("text", "language", "whole"),
    [
        (
            "en rond Apeldoorn, tot wanneer liep het Ontwikkelfonds Cleantech?",
            NL,
            "Rond Apeldoorn, tot wanneer liep het Ontwikkelfonds Cleantech?",
        ),
        ("en hoeveel studenten heeft Saxion?", NL, "Hoeveel studenten heeft Saxion?"),
        ("and how many students does Saxion have?", EN, "How many students does Saxion have?"),
        (
            "en TechForFuture, met hoeveel groepen werkte het?",
            NL,
            "met hoeveel groepen werkte het, TechForFuture?",
        ),
        (
            "And TechForFuture, with how many groups did it work?",
            EN,
            "with how many groups did it work, TechForFuture?",
        ),
    ],
)
def test_a_message_that_names_what_it_asks_of_can_stand_alone(
    text: str, language: Language, whole: str
) -> None:
    assert alone(text, language) == (whole,)


@pytest.mark.parametrize(
    "text",
    [
        "en VIL-VCU?",
        "en bij Saxion?",
        "en wat kost dat bij Saxion?",
        "hoe lang duurt het?",
        "en wie is de directeur?",
        "en Windesheim, hoe lang duurt het?",
        "en in Twente, hoeveel is dat?",
    ],
)
def test_a_message_that_leans_on_the_talk_does_not_stand_alone(text: str) -> None:
    assert alone(text, NL) == ()


def test_the_question_behind_what_a_message_tells_can_stand_alone() -> None:
    found = alone(
        "En onze zoon zit in 3 vmbo. Met welke school biedt Achterhoek VO het Technisch Lyceum aan?", NL
    )
    assert found[-1] == "Met welke school biedt Achterhoek VO het Technisch Lyceum aan?"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "Ik zoek een Ad duaal in Emmen, iets met robots. Welke is dat?",
            "Ik zoek een Ad duaal in Emmen, iets met robots.",
        ),
        (
            "There is a fund for small firms in Twente. What is it called?",
            "There is a fund for small firms in Twente.",
        ),
        ("Ich suche einen Master über Textilien. Wie heißt der?", "Ich suche einen Master über Textilien."),
        ("Hoe heet de directeur van STODT?", ""),
        ("Wat is dat?", ""),
    ],
)
def test_the_name_that_is_asked_of_what_is_described_is_no_question_of_its_own(text: str, rest: str) -> None:
    assert without_asking_name(text) == rest


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        (
            "Onze zoon is 16 en heel handig. Een buurman had het over CIVON. Waar zit dat?",
            NL,
            "Waar zit CIVON?",
        ),
        (
            "I moved to Enschede for a job and keep seeing the name TechYourFuture. What kind of organisation is it?",
            EN,
            "What kind of organisation is TechYourFuture?",
        ),
        (
            "Voor een presentatie voor ouders: hoeveel studenten heeft Deltion?",
            NL,
            "hoeveel studenten heeft Deltion?",
        ),
        ("Ich arbeite in Gronau und habe von PCPT gehört. Wofür steht das?", DE, "Wofür steht PCPT?"),
        ("Ik ben docent metaal in Oldenzaal. Waar zit SMEOT?", NL, "Waar zit SMEOT?"),
    ],
)
def test_a_question_about_a_name_is_that_whoever_asks(text: str, language: Language, asked: str) -> None:
    assert about_its_name(text, language) == asked


def test_a_name_in_small_letters_is_one_where_it_is_known() -> None:
    text = "mn dochter is handig maar school boeit haar niet, de buurvrouw had het over civon, waar zit dat"
    assert about_its_name(text, NL, ["CIVON", "Saxion"]) == "waar zit civon"
    assert about_its_name(text, NL, ["Saxion"]) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Waar zit CIVON?",  # no story
        "Ik ben 23 en heb de havo niet afgemaakt. Kan ik toch naar Windesheim?",  # what somebody may depends on the story
        "Mijn zoon wil iets met hout. Wat kost dat?",  # no name
        "Ik heb een Ad van Saxion. Hoeveel krijg ik dan van SLIM?",
        "Ik woon in Hengelo. Waar kan dat hier in de Achterhoek?",  # what "dat" is stays open
    ],
)
def test_a_question_that_depends_on_its_story_stays_with_it(text: str) -> None:
    assert about_its_name(text, NL) == ""
