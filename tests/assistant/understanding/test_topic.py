"""What a talk is about, and which messages may be about it though they seem whole."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.subject import topic_of
from assistant.understanding.topic import may_lean, named_in, surely_points, without_pointers

NL, EN = Language.DUTCH, Language.ENGLISH


@pytest.mark.parametrize(
    "text",
    ["Wie is de directeur?", "En hoeveel was er aangevraagd?", "Wanneer is dat gestart?", "welk niveau max"],
)
def test_a_message_without_a_name_may_be_about_what_was_said(text: str) -> None:
    assert may_lean(text, NL)


@pytest.mark.parametrize(
    "text",
    [
        "Wat is een numerus fixus?",
        "wat is remo",
        "Wie is de directeur van CIVON?",
        "Hoeveel banen had Twente in 2023?",
        "hoe lang duurt een opleiding tot lasser",
    ],
)
def test_a_message_that_begins_something_new_is_whole(text: str) -> None:
    assert not may_lean(text, NL)


def test_a_question_for_the_one_such_thing_is_not_what_the_talk_is_about() -> None:
    topic = topic_of(["Welke scholen zitten in TechWise Twente?", "Wie is de directeur?"], NL)
    assert topic is not None
    assert "TechWise" in topic.names
    assert "directeur" not in topic.names


def test_a_name_is_kept_whole() -> None:
    topic = topic_of(["Wat vergoedt het Twents Fonds voor Vakmanschap?"], NL)
    assert topic is not None
    assert "Twents Fonds voor Vakmanschap" in topic.names


def test_the_words_of_another_language_are_not_its_name() -> None:
    topic = topic_of(["What is TechYourFuture?"], Language.GERMAN)
    assert topic is not None
    assert topic.names == "TechYourFuture"


def test_a_newer_subject_takes_the_place_of_an_older_one() -> None:
    topic = topic_of(["Wat is CIVON?", "wat is remo"], NL)
    assert topic is not None
    assert topic.names == "remo"


def test_words_that_stand_for_the_topic_are_left_out_beside_it() -> None:
    assert without_pointers("Wie beslist daarover?") == "Wie beslist ?"
    assert without_pointers("daarover") == "daarover"


def test_a_word_that_points_is_told_from_one_that_may_stand_for_nothing() -> None:
    assert surely_points("Wanneer is dat gestart?", NL)
    assert not surely_points("Is er een tekort?", NL)


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("wie is penvoerder van TechOost?", NL, "TechOost"),
        ("wie zijn eigenaar van CIVON", NL, "CIVON"),
        ("who is lead partner of TechOost?", EN, "TechOost"),
        ("wer ist Leiter von TechWise?", Language.GERMAN, "TechWise"),
        ("waar is TechOost gelanceerd?", NL, "TechOost gelanceerd"),
        ("hoeveel studenten moet Beethoven opleveren?", NL, "Beethoven"),
        ("wat is Verspanen bij REMO", NL, "Verspanen REMO"),
        ("Waar is de Twente Board", NL, "Twente Board"),
    ],
)
def test_a_role_and_what_is_to_be_done_are_not_what_a_talk_is_about(
    text: str, language: Language, names: str
) -> None:
    assert named_in(text, language) == names
