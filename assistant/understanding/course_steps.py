"""Which of several courses about one thing a message or a name says: the first, a later one, or one for who did it before. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.understanding.asked_spelling import respelled
from assistant.understanding.word_likeness import course_words

FIRST, LATER, AGAIN = "first", "later", "again"
"""The steps by the names that their words have in the data."""

_WORD = re.compile(r"[^\W_]+")

STEP_WORDS = (
    "niveau",
    "nivo",
    "niv",
    "level",
    "lvl",
    "deel",
    "part",
    "stufe",
    "teil",
    "trap",
    "graad",
    "module",
)


NUMBERED = re.compile(rf"\b(?:{'|'.join(STEP_WORDS)}) (?P<number>\d)\b")
"""A step that is numbered."""


FIRST_ASKED = re.compile(
    r"\b(?:eerst|voordat|voor (?:ik|je|hij|ze|we)|zonder|meteen|direct|gelijk|na|overslaan|straight|right|after|before|first|without|skip|zuerst|vorher|bevor|nach|direkt|gleich|ohne)\b"
)
"""Words by which a message asks whether the first course is needed for the later one, over folded text."""


DONE_BEFORE = re.compile(
    r"\b(?:geleden|ago|verlopen|expired|abgelaufen|her|oud|old|alt|al gedaan|al gehad|already|schon)\b"
)
"""How a message says that somebody did the first course before, over folded text: what is asked is the one for who did."""


IS_FIRST = re.compile(r"\b(?:1|i|a0|a1|a)$|\b(?:niveau|level|deel|part|stufe|teil|module) (?:1|a)\b")
"""How the name of the first of numbered courses says it."""


def steps_of(name: str) -> set[str]:
    """Return which of several courses about one thing a name says that it is: the first, a later one, or one once more."""
    words = _WORD.findall(name.lower())
    return {step for step, its in _steps().items() if not its.isdisjoint(words)}


def steps_said(said: Sequence[str]) -> set[str]:
    """Return which of several courses about one thing the folded words of a message ask: the first, a later one, or one once more."""
    said = [respelled(word) for word in said]
    said = [*said, *(OF_GROUP.sub("", word) for word in said)]
    found = {step for step, words in _steps().items() if not words.isdisjoint(said)}
    return {FIRST} if not found and _first_said().search(" ".join(said)) else found


OF_GROUP = re.compile(r"(?<=\w{5})(?:s?groep|s?klas|s?groepen|s?klassen|s?variant|s?versie|gruppe|group)$")
"""What a step is of at the end of a word ("startersgroep")."""


def _steps() -> dict[str, frozenset[str]]:
    """Return the words that say of a course that it is the first of several, a later one, or one for who did it before."""
    return {key: frozenset(course_words()[key]) for key in (FIRST, LATER, AGAIN)}


@lru_cache(maxsize=1)
def _first_said() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(course_words()['first_said'])})(?!\w)")
