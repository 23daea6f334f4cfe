"""Where one question of a message ends and the next begins."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.types import Language
from assistant.understanding.parts import (
    MOST_PARTS,
    asked_apart,
    asks_who_or_why,
    compared,
    completed,
    parts_of,
    two_names,
    ways_of,
)

NL, EN, DE = Language.DUTCH, Language.ENGLISH, Language.GERMAN


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Wat kost een Ad en hoe lang duurt het?", NL, ("Wat kost een Ad?", "hoe lang duurt het?")),
        (
            "Heeft Saxion mechatronica in deeltijd, en is daar een lening voor?",
            NL,
            ("Heeft Saxion mechatronica in deeltijd?", "is daar een lening voor?"),
        ),
        ("Wat is BOL? En wat is BBL?", NL, ("Wat is BOL?", "En wat is BBL?")),
        (
            "Wanneer meld ik me aan, en met welk diploma mag ik door?",
            NL,
            ("Wanneer meld ik me aan?", "met welk diploma mag ik door?"),
        ),
        ("Ik ben 23. Wat kost een Ad? En hoe lang?", NL, ("Ik ben 23. Wat kost een Ad?", "En hoe lang?")),
        (
            "ik werk al, hoe lang duurt BBL en wat kost het",
            NL,
            ("ik werk al, hoe lang duurt BBL?", "wat kost het?"),
        ),
        ("What is BBL and how long does it take?", EN, ("What is BBL?", "how long does it take?")),
        ("Was kostet das und wie lange dauert es?", DE, ("Was kostet das?", "wie lange dauert es?")),
    ],
)
def test_each_question_becomes_a_part(text: str, language: Language, parts: tuple[str, ...]) -> None:
    assert parts_of(text, language) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Wat is het verschil tussen BOL en BBL?",
        "Welke scholen en opleidingen zijn er?",
        "Ik heb mbo 2 en wat nu",
        "Waar en wanneer kan ik me aanmelden?",
        "Ik werk bij een bedrijf en wil leren lassen. Kan dat in deeltijd?",
    ],
)
def test_one_question_stays_whole(text: str) -> None:
    assert parts_of(text, NL) == (text,)


@given(st.text(alphabet="abcde ?.,enwathoe", max_size=80))
def test_no_word_is_lost_and_no_more_parts_than_can_be_read(text: str) -> None:
    parts = parts_of(text, NL)
    assert 1 <= len(parts) <= MOST_PARTS
    left = re.findall(r"\w+", " ".join(parts))
    assert [word for word in re.findall(r"\w+", text) if word != "en" and word not in left] == []


def test_a_year_that_only_the_last_question_names_holds_for_those_before_it() -> None:
    parts = ("Wat kost BOL?", "wat kost BBL in 2025-2026?")
    assert ways_of(parts, 0) == ("Wat kost BOL in 2025-2026?", "Wat kost BOL?")
    assert ways_of(parts, 1) == ("wat kost BBL in 2025-2026?",)


def test_a_year_of_its_own_stays() -> None:
    parts = ("Wat kostte BOL in 2024?", "wat kost BBL in 2025?")
    assert ways_of(parts, 0) == ("Wat kostte BOL in 2024?",)


def test_what_is_asked_may_stand_in_the_first_question_alone() -> None:
    parts = ("Hoeveel studenten heeft de ene school?", "hoe zit dat bij de andere?")
    assert ways_of(parts, 1) == ("hoe zit dat bij de andere?", "hoe zit dat bij de andere, studenten?")


@pytest.mark.parametrize(
    ("text", "each"),
    [
        (
            "Hoeveel studenten hebben Fontys en de Hogeschool van Utrecht?",
            ("Hoeveel studenten hebben Fontys?", "Hoeveel studenten hebben de Hogeschool van Utrecht?"),
        ),
        ("When did ABC and DEF start?", ("When did ABC start?", "When did DEF start?")),
        ("Wann begannen ABC und DEF?", ("Wann begannen ABC?", "Wann begannen DEF?")),
    ],
)
def test_a_question_about_two_names_is_one_about_each(text: str, each: tuple[str, str]) -> None:
    assert asked_apart(text) == each


@pytest.mark.parametrize("text", ["Wat is leren en werken?", "Fontys en ik", "Wat kost een Ad bij Fontys?"])
def test_a_question_that_names_no_two_things_side_by_side_is_not_taken_apart(text: str) -> None:
    assert asked_apart(text) == ()
    assert two_names(text) == ()


def test_the_two_names_are_given_as_written() -> None:
    assert two_names("Wanneer begonnen ABC en het Fonds voor Vakmanschap?") == (
        "ABC",
        "het Fonds voor Vakmanschap",
    )


@pytest.mark.parametrize(
    ("first", "part", "whole"),
    [
        ("Hoeveel uur praktijk heb je bij bol?", "hoeveel bij bbl?", "Hoeveel uur praktijk heb je bij bbl?"),
        ("Wat kost een jaar BOL?", "hoeveel voor BBL?", "Wat kost een jaar BBL?"),
        ("Hoeveel studenten heeft Saxion?", "hoeveel Windesheim?", "Hoeveel studenten heeft Windesheim?"),
        (
            "bij hoeveel beroepen wordt het tekort groter?",
            "bij hoeveel juist kleiner?",
            "bij hoeveel beroepen wordt het tekort kleiner?",
        ),
        ("Wat kost een Ad?", "hoe lang duurt het?", ""),
        ("Wat is BOL?", "hoeveel opleidingen zijn er in Zwolle?", ""),
    ],
)
def test_a_shortened_second_question_is_asked_in_the_words_of_the_first(
    first: str, part: str, whole: str
) -> None:
    assert completed(first, part) == whole


def test_who_and_why_are_not_asked_of_records() -> None:
    assert asks_who_or_why("van wie is het?")
    assert asks_who_or_why("and why is that?")
    assert not asks_who_or_why("wie viel kostet das?")
    assert not asks_who_or_why("hoe lang duurt het?")


def test_a_comparison_the_other_way_is_asked_in_the_words_of_the_question_before() -> None:
    asked = "In hoeveel beroepen wordt het tekort groter?"
    assert compared(asked, "en in hoeveel juist kleiner?") == "In hoeveel beroepen wordt het tekort kleiner?"
    assert compared(asked, "en hoeveel bij Deltion?") == ""
    assert compared("Hoeveel beroepen zijn er?", "en hoeveel kleiner?") == ""
