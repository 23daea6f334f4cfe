"""Which words of a question name what is learned or the work that it leads to: the answer must be about that one. Pure.

The right number of the wrong course is the dangerous error: "how many start with elektrotechniek" is not answered by how many
start with werktuigbouwkunde. Data: subjects.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from knowledge.data_files import read_data
from knowledge.language.normalisation import fold

_DATA = Path(__file__).parent / "subjects.yaml"


def is_subject(word: str) -> bool:
    """Say whether a folded Dutch word names one subject of study or one occupation, and no family of them ("techniek")."""
    named, families, endings = _words()
    return word in named or (word not in families and endings.fullmatch(word) is not None)


def subjects_of(words: Iterable[str]) -> frozenset[str]:
    """Return those of some folded words that name a subject."""
    return frozenset(filter(is_subject, words))


@cache
def _words() -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    raw = read_data(_DATA)
    endings = re.compile(rf"\w{{3,}}(?:{'|'.join(raw['endings'])})")
    return frozenset(map(fold, raw["named"])), frozenset(map(fold, raw["families"])), endings
