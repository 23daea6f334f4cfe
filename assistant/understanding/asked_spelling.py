"""The words with which people ask of courses, written as they are meant: "wnr" is "wanneer", "wleke" is "welke". Pure.

Data: data/asked_spelling.yaml. A word that people know stays as it is, unless it is one of those that are typed so in a hurry.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from knowledge.data_files import read_data
from knowledge.language.detection import LANGUAGES
from knowledge.language.real_words import real_words
from knowledge.language.spelling import edit_distance

_DATA = Path(__file__).parent / "data" / "asked_spelling.yaml"

SHORTEST, LONG = 5, 8
"""Letters of the shortest word that may be misspelled, and of one in which two errors are recognised."""


def respelled(text: str) -> str:
    """Return a folded text with the words that ask of courses as they are meant."""
    return " ".join(_meant(word) for word in text.split())


@lru_cache(maxsize=5_000)
def _meant(word: str) -> str:
    known = _known().get(word)
    if known is not None and word not in _words():
        return known
    if len(word) < SHORTEST or word in _words() or any(word in real_words(one) for one in LANGUAGES):
        return word
    allowed = 1 if len(word) < LONG else 2
    near = [one for one in _words() if len(one) >= SHORTEST and edit_distance(word, one, allowed) <= allowed]
    return near[0] if len(near) == 1 else word


@cache
def _known() -> dict[str, str]:
    raw: dict[str, Any] = read_data(_DATA)
    return {typed: word for word, every in raw["known"].items() for typed in every}


@cache
def _words() -> frozenset[str]:
    raw: dict[str, Any] = read_data(_DATA)
    return frozenset(raw["words"])
