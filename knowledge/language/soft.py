"""Words that are seldom what a question is about: general verbs, adverbs and nouns of everyday speech.

A corpus of one field makes such words look rare and so important ("direct", "woon", "manier"). An answer
need not hold them. Data: data/soft_words.csv, our own list.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from knowledge.language.analysis import Analyzer
from knowledge.language.expansion import SNOWBALL

DATA = Path(__file__).parent / "data" / "soft_words.csv"


def is_soft(word: str, language: str) -> bool:
    """Say whether a folded word of a question in `language` ("nl", "en", "de") is a soft one, inflected or not."""
    words, stems = _soft(language)
    return word in words or (not word[:1].isdigit() and Analyzer(SNOWBALL[language]).stem(word) in stems)


@cache
def _soft(language: str) -> tuple[frozenset[str], frozenset[str]]:
    analyzer = Analyzer(SNOWBALL[language])
    with DATA.open(encoding="utf-8", newline="") as file:
        words = [row["word"] for row in csv.DictReader(file) if row["language"] == language]
    folded = frozenset(word for entry in words for word in analyzer.words(entry))
    return folded, frozenset(analyzer.stems(sorted(folded)))
