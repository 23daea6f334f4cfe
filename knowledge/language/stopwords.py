"""Words that carry no subject: articles, pronouns, auxiliaries, question words. Data: data/stopwords.csv."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "stopwords.csv"


@cache
def stopwords(language: str) -> frozenset[str]:
    """Return the folded stop words of a language ("nl", "en", "de")."""
    with _DATA.open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file) if row["language"] == language)


def without_stopwords(words: Sequence[str], language: str = "nl") -> list[str]:
    """Return `words` without stop words; all of them when nothing else is left."""
    stops = stopwords(language)
    return [word for word in words if word not in stops] or list(words)
