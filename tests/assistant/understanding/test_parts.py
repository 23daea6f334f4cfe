"""Where one question of a message ends and the next begins."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.types import Language
from assistant.understanding.parts import MOST_PARTS, parts_of

NL, EN, DE = Language.DUTCH, Language.ENGLISH, Language.GERMAN


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Wat kost een Ad en hoe lang duurt het?", NL, ("Wat kost een Ad?", "hoe lang duurt het?")),
        ("Wat is BOL? En wat is BBL?", NL, ("Wat is BOL?", "En wat is BBL?")),
        (
            "Wanneer meld ik me aan, en met welk diploma mag ik door?",
            NL,
            ("Wanneer meld ik me aan?", "met welk diploma mag ik door?"),
        ),
        ("Ik ben 23. Wat kost een Ad? En hoe lang?", NL, ("Ik ben 23. Wat kost een Ad?", "En hoe lang?")),
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
