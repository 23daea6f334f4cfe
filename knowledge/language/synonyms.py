"""Dutch words that people use for each other when they speak of work, school and money. Data: data/synonyms.csv, own work.

Each row is a group; a word may stand in several. A group says "may mean", never "means".
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from knowledge.language.analysis import Analyzer

_DATA = Path(__file__).parent / "data" / "synonyms.csv"


def synonyms_of(word: str) -> tuple[str, ...]:
    """Return the folded words that may be meant by a folded word or one with its stem, without itself; () for none."""
    return _groups().get(Analyzer().stem(word), ())


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    analyzer = Analyzer()
    found: dict[str, dict[str, None]] = {}
    with _DATA.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            entries = [analyzer.words(entry) for entry in row["group"].split(";")]
            words = [entry[0] for entry in entries if len(entry) == 1]
            for word in words:
                others = (other for other in words if analyzer.stem(other) != analyzer.stem(word))
                found.setdefault(analyzer.stem(word), {}).update(dict.fromkeys(others))
    return {stem: tuple(others) for stem, others in found.items()}
