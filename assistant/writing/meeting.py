"""Whether a word of a question is met by a sentence: by a like word, a range that it lies in, or with a typing error. Pure."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from assistant.writing.relevance import MET, met
from knowledge.types import QuestionWord

RANGE = re.compile(r"\b(\d{1,4})\s?[-\u2013]\s?(\d{1,4})\b")


def is_known(word: QuestionWord) -> bool:
    """Say whether a source has a word in some form: inflected, misspelled or translated."""
    return max(word.likeness.values(), default=0.0) >= IN_SOME_FORM


IN_SOME_FORM = 0.7
"""Likeness of a word to an inflected form of its translation, about."""


def is_met(word: QuestionWord, text: str, present: frozenset[str]) -> bool:
    """Say whether a text with its folded words meets a word of a question."""
    return (
        met(word, text, present) >= MET
        or _is_in_range(word.forms[0], text)
        or (not COUNTRY.isdisjoint(word.forms) and NAME_WITHIN.search(text) is None)
        or (not is_known(word) and _is_misspelled(word.forms[0], frozenset(present)))
    )


COUNTRY = frozenset(["nederland", "netherlands", "niederlande", "niederlanden", "holland"])
NAME_WITHIN = re.compile(r"(?<=[\w,;:] )[A-ZÀ-Þ]")
"""A word with a capital within a sentence: one without any tells of no region, and so of the whole country."""


@lru_cache(maxsize=20_000)
def _is_misspelled(word: str, present: frozenset[str]) -> bool:
    """Say whether a word that no source has is one of a sentence with a typing error in it ("pratkijk": "praktijk")."""
    if len(word) < SHORTEST_MISSPELLED:
        return False
    likely = (other for other in present if other[:1] == word[0] and abs(len(other) - len(word)) <= 1)
    return any(SequenceMatcher(None, word, other).ratio() >= AS_MISSPELLED for other in likely)


SHORTEST_MISSPELLED, AS_MISSPELLED = 5, 0.84
"""Letters of a word, and share of them in common, from which it is taken for another one misspelled."""


AGE_LIMIT = re.compile(
    r"\b\d{2} jaar of (?:ouder|jonger)|\b(?:ouder|jonger) dan \d{2}\b|\b(?:onder|boven) de \d{2}\b|\b(?:tot|vanaf) \d{2} jaar\b"
    r"|\b\d{2} or (?:older|younger)|\b(?:older|younger) than \d{2}\b|\bunder \d{2}\b",
    re.IGNORECASE,
)
"""A limit of age, which says something to every age."""

YOUNGEST, OLDEST = 14, 75
"""Numbers that may be an age."""


def _is_in_range(digits: str, text: str) -> bool:
    """Say whether a small number lies in a range of the text, niveau 2 in "NLQF 1-3", or an age is told by a limit of age."""
    if not digits.isdigit():
        return False
    if YOUNGEST <= int(digits) <= OLDEST and AGE_LIMIT.search(text):
        return True
    return any(int(low) <= int(digits) <= int(high) for low, high in RANGE.findall(text))
