"""Words for one thing, words that ask as they are typed, and the course after another."""

from __future__ import annotations

import pytest

from assistant.understanding.asked_spelling import respelled
from assistant.understanding.course_subjects import is_same_subject
from assistant.understanding.offer_after import NEXT_ASKED, next_after
from assistant.understanding.offer_called import called, sibling
from assistant.understanding.word_likeness import likeness

ENGLISH = ("Engels A1", "Engels A2", "Engels B1")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("waterverf", "aquarelleren"),
        ("Palliativpflege".lower(), "palliatieve"),
        ("forklift", "heftruck"),
        ("pottenbakken", "keramiek"),
    ],
)
def test_words_for_one_thing_are_the_same_subject(said: str, name: str) -> None:
    assert is_same_subject(said, name)


@pytest.mark.parametrize(
    ("said", "name"), [("gitaar", "naaien"), ("vrachtwagen", "reachtruck"), ("wijn", "bier")]
)
def test_words_for_other_things_are_not(said: str, name: str) -> None:
    assert not is_same_subject(said, name)


def test_a_word_of_two_words_is_no_misspelling_of_another_such() -> None:
    assert likeness("mondzorg", "wondzorg", "nl") == 0
    assert likeness("zonepanelen", "zonnepanelen", "nl") > 0.8


def test_a_word_is_cut_short_and_not_another_one_that_a_longer_begins_with() -> None:
    assert called("wat kost alu", ("Aluminium gieten", "Brons gieten"), "nl") is not None
    assert called("how much is java", ("JavaScript basics", "Python basics"), "en") is None


def test_a_language_is_the_same_before_a_noun_and_alone() -> None:
    found = called(
        "de nederlandse les", ("Nederlands spreken op het werk", "Nederlandse gebaren op het werk"), "nl"
    )
    assert found is not None
    assert len(found.names) == 2


def test_what_is_done_is_the_name_of_the_doing() -> None:
    assert likeness("reanimeren", "reanimatie", "nl") > 0.9
    assert likeness("presenteren", "reanimatie", "nl") == 0


def test_the_word_for_learning_names_no_course() -> None:
    assert called("ik wil leren breien", ("Leren naaien", "Keramiek"), "nl") is None


def test_a_level_with_a_figure_is_that_level_alone() -> None:
    found = called("wat kost engels a1", ENGLISH, "nl")
    assert found is not None
    assert found.names == ("Engels A1",)


def test_a_level_alone_names_the_course_beside_the_one_of_the_talk() -> None:
    found = sibling("en in de A2?", "Engels A1", ENGLISH, "nl")
    assert found is not None
    assert found.names == ("Engels A2",)


@pytest.mark.parametrize(
    "text", ["En de cursus daarna?", "And for the next level?", "und die nächste Stufe?"]
)
def test_the_course_after_one_is_asked(text: str) -> None:
    assert NEXT_ASKED.search(text)


def test_the_course_after_one_has_the_next_step_of_its_subject() -> None:
    assert next_after("Engels A1", ENGLISH) == "Engels A2"
    assert (
        next_after("Extrusion level 1", ("Extrusion level 1", "Extrusion level 2", "Crane level 2"))
        == "Extrusion level 2"
    )
    assert next_after("Barista basis", ("Barista basis", "Barista vervolg", "Keramiek")) == "Barista vervolg"
    assert next_after("Keramiek", ("Keramiek", "Engels A1")) == ""


def test_words_that_ask_are_read_as_they_are_meant() -> None:
    assert respelled("wnr begint het en wat kots het") == "wanneer begint het en wat kost het"
    assert respelled("wen kann ich anrufen") == "wen kann ich anrufen"
