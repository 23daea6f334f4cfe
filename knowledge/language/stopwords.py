"""Words that carry no subject: articles, pronouns, auxiliaries, question words. Data: data/stopwords.csv."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from knowledge.language.normalisation import fold

DATA = Path(__file__).parent / "data" / "stopwords.csv"


@cache
def stopwords_as_written(language: str) -> tuple[str, ...]:
    """Return the stop words of a language with their diacritics, in alphabetical order."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return tuple(row["word"] for row in csv.DictReader(file) if row["language"] == language)


@cache
def stopwords(language: str) -> frozenset[str]:
    """Return the folded stop words of a language ("nl", "en", "de")."""
    return frozenset(map(fold, stopwords_as_written(language)))


def without_stopwords(words: Sequence[str], language: str = "nl") -> list[str]:
    """Return `words` without stop words; all of them when nothing else is left."""
    stops = stopwords(language)
    return [word for word in words if word not in stops] or list(words)
