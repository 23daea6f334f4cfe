"""Dutch words that people use for each other when they speak of work, school and money. Data: data/synonyms.csv, own work.

Each row says which words may stand for one word of the field. That is no equality: two words that may stand for a third need
not stand for each other.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from knowledge.language.analysis import Analyzer

_DATA = Path(__file__).parent / "data" / "synonyms.csv"


def synonyms_of(word: str) -> tuple[str, ...]:
    """Return the folded words that a folded word or one with its stem may stand for, or that may stand for it; () for none."""
    return _near().get(Analyzer().stem(word), ())


@cache
def _near() -> Mapping[str, tuple[str, ...]]:
    """Return for each stem the words that are near it, in both directions."""
    analyzer = Analyzer()
    found: dict[str, dict[str, None]] = {}
    with _DATA.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            word, *others = (
                words[0]
                for entry in (row["word"], *row["alternatives"].split(";"))
                if len(words := analyzer.words(entry)) == 1
            )
            for other in others:
                if analyzer.stem(other) != analyzer.stem(word):
                    found.setdefault(analyzer.stem(word), {})[other] = None
                    found.setdefault(analyzer.stem(other), {})[word] = None
    return {stem: tuple(others) for stem, others in found.items()}
