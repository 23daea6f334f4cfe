"""Separable verbs of Dutch whose halves stand apart: "je meldt je aan" has "aanmelden" in it. Pure.

The particle stands at the end of its clause, before punctuation, a preposition or a conjunction.
"""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.language.normalisation import fold
from knowledge.language.real_words import level_in
from knowledge.language.stopwords import stopwords

PARTICLE = re.compile(
    r"\b(?P<particle>aan|af|bij|door|in|mee|na|om|op|over|samen|terug|toe|uit|voor|vast|weg)"
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:via|bij|voor|met|tot|uiterlijk|en|of|als|wanneer|vanaf|na|door|zodra|binnen)\b)",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[^.,;:!?()]+")
WORD = re.compile(r"[^\W\d_]{3,}")
SHORTEST = 6
"""Letters of the shortest verb that is put together."""


def joined_verbs(text: str) -> frozenset[str]:
    """Return the folded separable verbs whose halves stand apart in a text, in forms that people use; () for none."""
    found: set[str] = set()
    for particle in PARTICLE.finditer(text):
        clause = next(
            (one for one in CLAUSE.finditer(text) if one.start() <= particle.start() < one.end()), None
        )
        if clause is None:
            continue
        before = text[clause.start() : particle.start()]
        for word in WORD.findall(before):
            if fold(word) in stopwords("nl"):
                continue
            found |= _joined(fold(particle.group("particle")), fold(word))
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _joined(particle: str, word: str) -> frozenset[str]:
    stem = word[:-1] if word.endswith("t") else word
    forms = (f"{particle}{word}", f"{particle}{stem}", f"{particle}{stem}en", f"{particle}{_opened(stem)}en")
    return frozenset(form for form in forms if len(form) >= SHORTEST and level_in(form, "nl") is not None)


def _opened(stem: str) -> str:
    """Return a stem as it is spelled before an ending: "neem" in "nemen", "vraag" in "vragen", "schrijf" in "schrijven"."""
    short = re.sub(r"([aeou])\1([^aeiou])$", r"\1\2", stem)
    return {"f": f"{short[:-1]}v", "s": f"{short[:-1]}z"}.get(short[-1:], short)
