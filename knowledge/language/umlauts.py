"""German written without its own letters: "fuer" for "für", "Faecher" for "Fächer". Pure."""

from __future__ import annotations

import re
from functools import cache

from knowledge.language.expansion import glossary_words
from knowledge.language.normalisation import fold
from knowledge.language.real_words import level_in
from knowledge.language.stopwords import stopwords

GERMAN = "de"
WORD = re.compile(r"[^\W\d_]*(?:ae|oe|ue|Ae|Oe|Ue)[^\W\d_]*")
DIGRAPH = re.compile(r"[aouAOU]e")
LETTERS = {"ae": "ä", "oe": "ö", "ue": "ü", "Ae": "Ä", "Oe": "Ö", "Ue": "Ü"}


def with_umlauts(text: str) -> str:
    """Return a German text with "ae", "oe" and "ue" as umlauts in words that are German only so; "neue" and "Raalte" stay."""
    return WORD.sub(lambda match: _meant(match.group()), text)


def _meant(word: str) -> str:
    if _is_german(word):
        return word
    changed = DIGRAPH.sub(lambda match: LETTERS[match.group()], word)
    return changed if _is_german(changed) else word


def _is_german(word: str) -> bool:
    folded = fold(word)
    return (
        level_in(folded, GERMAN) is not None or folded in _small_words() or folded in glossary_words(GERMAN)
    )


@cache
def _small_words() -> frozenset[str]:
    return frozenset(fold(word) for word in stopwords(GERMAN))
