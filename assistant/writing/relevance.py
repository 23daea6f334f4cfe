"""How well a sentence answers a question: pure arithmetic over words, no model.

A question word is matched by the same stem, by a compound that holds it ("opleiding" in
"lasopleiding"), or by a near spelling; rare words weigh more (inverse document frequency over the
candidate sentences, Spärck Jones 1972). A question that asks for a number, a day, a person or a place
prefers sentences that have one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

COMPOUND_MATCH = 0.75
"""Worth of meeting a word inside a compound, against 1 for the same stem."""

SHORTEST_PART = 4
"""Shorter words occur inside others by chance."""

NEAR_SPELLING = 0.6
"""Least overlap of letter pairs (Dice 1945) that still counts as the same word misspelled."""

NUMBER = re.compile(
    r"\d|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|honderd|duizend|miljoen)\b", re.IGNORECASE
)
MONEY = re.compile(r"€|\beuro\b|\bmiljoen\b|\bprocent\b|%", re.IGNORECASE)
DAY = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"(?<=[a-z,;:(] )[A-ZÀ-Þ][\w'’.-]+")

ASKS_NUMBER = re.compile(
    r"\b(?:hoeveel|hoe (?:lang|veel|groot|oud|vaak)|how (?:much|many|long|old)|wie ?viele?|wie lange|welk (?:bedrag|deel|percentage)|which share|aandeel|Anteil)\b",
    re.IGNORECASE,
)
ASKS_MONEY = re.compile(
    r"\b(?:geld|kost|kosten|bedrag|budget|euro|betaal|subsidie|bijdrage|vergoed\w*|cost|costs|money|fee|Geld|Kosten|kostet)\b",
    re.IGNORECASE,
)
ASKS_DAY = re.compile(r"\b(?:wanneer|welke datum|sinds wanneer|when|what date|wann)\b", re.IGNORECASE)
ASKS_NAME = re.compile(r"\b(?:wie|welke|waar|who|which|where|wer|welche|wo)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Terms:
    """The content words of a question as stems, with their weights; `weights` sum to 1 unless empty."""

    weights: Mapping[str, float]

    @property
    def is_empty(self) -> bool:
        """Whether the question has no content word."""
        return not self.weights


def weighted(stems: Sequence[str], sentences: Sequence[frozenset[str]]) -> Terms:
    """Weigh the stems of a question by how few of the candidate sentences have them."""
    unique = list(dict.fromkeys(stems))
    raw = {
        stem: math.log(1 + len(sentences) / (1 + sum(stem in words for words in sentences)))
        for stem in unique
    }
    total = sum(raw.values())
    return Terms({stem: weight / total for stem, weight in raw.items()} if total else {})


def coverage(terms: Terms, words: frozenset[str]) -> float:
    """Return the share (0 to 1) of the question's weight that `words` (stems) account for."""
    return sum(weight * _best_match(stem, words) for stem, weight in terms.weights.items())


def matches(terms: Terms, words: frozenset[str]) -> dict[str, float]:
    """Return how well each term is met by `words`, 0 to 1."""
    return {stem: _best_match(stem, words) for stem in terms.weights}


def answers_type(question: str, sentence: str) -> float:
    """Return 0 to 1: whether a sentence holds the kind of thing that the question asks for (0.5: no kind)."""
    wanted: list[re.Pattern[str]] = []
    if ASKS_NUMBER.search(question):
        wanted.append(MONEY if ASKS_MONEY.search(question) else NUMBER)
    if ASKS_DAY.search(question):
        wanted.append(DAY)
    if not wanted and ASKS_NAME.search(question):
        wanted.append(NAME)
    if not wanted:
        return 0.5
    return sum(pattern.search(sentence) is not None for pattern in wanted) / len(wanted)


def _best_match(stem: str, words: frozenset[str]) -> float:
    if stem in words:
        return 1.0
    return max((_match(stem, word) for word in words), default=0.0)


@lru_cache(maxsize=200_000)
def _match(stem: str, word: str) -> float:
    if stem[:1].isdigit() or word[:1].isdigit():
        return 0.0
    shorter, longer = sorted((stem, word), key=len)
    if (
        len(shorter) >= SHORTEST_PART
        and shorter in longer
        and (longer.startswith(shorter) or longer.endswith(shorter))
    ):
        return COMPOUND_MATCH
    if len(shorter) < SHORTEST_PART:
        return 0.0
    overlap = _dice(stem, word)
    return overlap * COMPOUND_MATCH if overlap >= NEAR_SPELLING else 0.0


def _dice(one: str, other: str) -> float:
    pairs, others = _pairs(one), _pairs(other)
    return 2 * len(pairs & others) / (len(pairs) + len(others))


@lru_cache(maxsize=100_000)
def _pairs(word: str) -> frozenset[str]:
    marked = f"_{word}_"
    return frozenset(marked[at : at + 2] for at in range(len(marked) - 1))
