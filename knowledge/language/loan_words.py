"""English words that tell little of the language of a message: loan words, and words of the names of programmes.

"Civon budget" is Dutch, and so is "mbo 4 ict naar Technical Computer Science". Data: data/loan_words.csv, our own list.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "loan_words.csv"

LOAN, NAME = "loan", "name"


@cache
def _words() -> dict[str, str]:
    with _DATA.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {word: row["kind"] for row in rows for word in row["words"].split()}


def telling_words(words: Sequence[str], known: Collection[str]) -> list[str] | None:
    """Return the words of a message by which its language is told where it has loan words or names: those of no name that are `known`.

    None where all words are to be counted: there is none of them, or nothing but a name, which is in its own language.
    """
    kinds = {kind for word in words if (kind := _words().get(word))}
    if not kinds:
        return None
    rest = [word for word in words if word not in _words() and word in known]
    return None if not rest and LOAN not in kinds else rest
