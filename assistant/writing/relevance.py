"""How well a sentence answers a question: pure arithmetic over words, no model.

The words of the question come from the index with their weights and with the words that are like them, so
that a sentence is judged as retrieval judged its passage: compounds, misspellings and translations count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from knowledge.types import QuestionWord

MET = 0.45
"""Likeness from which a word of the question counts as met."""

NUMBER = re.compile(
    r"\d|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|honderd|duizend|miljoen)\b", re.IGNORECASE
)
MONEY = re.compile(r"€|\beuro\b|\bmiljoen\b|\bprocent\b|%", re.IGNORECASE)
DAY = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober"
    r"|november|december)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"(?<=[a-z,;:(] )[A-ZÀ-Þ][\w'’.-]+")

ASKS_NUMBER = re.compile(
    r"\b(?:hoeveel|hoe (?:lang|veel|groot|oud|vaak|hoog)|how (?:much|many|long|old|big)|wie ?viele?|wie (?:lange|hoch|oft)"
    r"|welk (?:bedrag|deel|percentage)|(?:which|what) share|aandeel|anteil|duur|duurt|dauert)\b",
    re.IGNORECASE,
)
ASKS_MONEY = re.compile(
    r"\b(?:geld|kost|kosten|bedrag|budget|euro|betaal|betalen|subsidie|bijdrage|vergoed\w*|cost|costs|money|fees?|pay|kostet)\b",
    re.IGNORECASE,
)
ASKS_DAY = re.compile(r"\b(?:wanneer|welke datum|sinds wanneer|when|what date|wann)\b", re.IGNORECASE)
ASKS_NAME = re.compile(r"\b(?:wie|welke|waar|who|which|where|wer|welche|wo)\b", re.IGNORECASE)
ASKS_LIST = re.compile(
    r"\b(?:welke|noem|wat zijn|op een rij|lijst|alle|which|what are|list|all|welche|nenne)\b", re.IGNORECASE
)


def coverage(words: Sequence[QuestionWord], text: Iterable[str]) -> float:
    """Return the share (0 to 1) of the question's weight that the folded words of a text account for."""
    total = sum(word.weight for word in words)
    if total <= 0:
        return 0.0
    present = set(text)
    return sum(word.weight * likeness_in(word, present) for word in words) / total


def likeness_in(word: QuestionWord, present: Iterable[str]) -> float:
    """Return how alike the likest of the present words is, 0 when none is."""
    return max((word.likeness.get(other, 0.0) for other in present), default=0.0)


def unmet(words: Sequence[QuestionWord], present: Iterable[str]) -> tuple[QuestionWord, ...]:
    """Return the content words of a question that no present word is like, the weightiest first."""
    have = set(present)
    lacking = [word for word in words if word.is_content and likeness_in(word, have) < MET]
    return tuple(sorted(lacking, key=lambda word: -word.weight))


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
