"""Two questions in one message: where one ends and the next begins. Pure; data: data/thread.yaml."""

from __future__ import annotations

import re
from functools import cache

from assistant.types import Language
from assistant.understanding.leaning import thread_words

MOST_PARTS = 3
"""More questions than this in one message are answered as one."""

ENDS = re.compile(r"(?<=\?)\s+(?=\S)")
AND = r"(?:en|and|und|maar|but|aber|plus|&)"
FEWEST_WORDS = 2
"""Words of the shortest question ("hoe lang?")."""


def parts_of(text: str, language: Language) -> tuple[str, ...]:
    """Return the questions of a message in order, each with the statements that lead up to it; one for a single question.

    A conjunction divides only before words that open a question ("en hoe lang duurt het"), and only when the words
    before it ask something too.
    """
    sentences = [part.strip() for part in re.split(r"(?<=[?!.])\s+", text.strip()) if part.strip()]
    asked: list[str] = []
    told: list[str] = []
    for sentence in sentences:
        if not _asks(sentence, language):
            told.append(sentence)
            continue
        first, *others = _divided(sentence, language)
        asked += [" ".join((*told, first)), *others]
        told = []
    if told and asked:
        asked[-1] = " ".join((asked[-1], *told))
    return tuple(asked) if 1 < len(asked) <= MOST_PARTS else (text,)


def _asks(sentence: str, language: Language) -> bool:
    return sentence.endswith("?") or _opening(language).search(sentence) is not None


def _divided(sentence: str, language: Language) -> list[str]:
    """Return the questions that a conjunction joins."""
    pieces = re.split(rf"[,;]?\s+{AND}\s+(?={_openers(language)}\b)", sentence, flags=re.IGNORECASE)
    if len(pieces) == 1 or any(len(piece.split()) < FEWEST_WORDS for piece in pieces):
        return [sentence]
    if not _opening(language).search(pieces[0]):
        return [sentence]
    return [piece if piece.endswith("?") else f"{piece.rstrip('.,;')}?" for piece in pieces]


@cache
def _opening(language: Language) -> re.Pattern[str]:
    """Match a question that begins, at the start or after a greeting or a clause."""
    return re.compile(rf"(?:^|^\w+,? |\b(?:weten|know|wissen),? ){_openers(language)}\b", re.IGNORECASE)


@cache
def _openers(language: Language) -> str:
    return f"(?:{'|'.join(thread_words(language).openers)})"
