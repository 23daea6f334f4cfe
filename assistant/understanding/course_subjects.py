"""Words of different languages and levels of speech for one thing that courses are about: "waterverf" and "aquarelleren". Pure.

Data: data/course_subjects.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from knowledge.data_files import read_data
from knowledge.language.analysis import Analyzer

_DATA = Path(__file__).parent / "data" / "course_subjects.yaml"

SHORTEST_PART = 5
"""Letters of the shortest word that is known at the beginning of a longer one: what a compound ends with is another thing of the kind."""


def is_same_subject(word: str, other: str) -> bool:
    """Say whether two folded words stand for one thing that courses are about."""
    return not subjects_of(word).isdisjoint(subjects_of(other))


@lru_cache(maxsize=20_000)
def subjects_of(word: str) -> frozenset[int]:
    """Return the numbers of the subjects that a folded word stands for, none for a word of no subject."""
    exact = _numbers().get(word) or _stems().get(Analyzer().stem(word))
    return exact or frozenset(_by_part(word))


def _by_part(word: str) -> Iterator[int]:
    """Yield the subjects of which a word is a compound ("wijncursus", "Konversationskurs")."""
    for known, numbers in _numbers().items():
        is_long = len(known) >= SHORTEST_PART and len(word) > len(known)
        if is_long and word.startswith(known):
            yield from numbers


@cache
def _numbers() -> dict[str, frozenset[int]]:
    raw: dict[str, list[list[str]]] = read_data(_DATA)
    found: dict[str, frozenset[int]] = {}
    for number, words in enumerate(chain.from_iterable(raw.values())):
        for word in words:
            found[word] = found.get(word, frozenset()) | {number}
    return found


@cache
def _stems() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for word, numbers in _numbers().items():
        stem = Analyzer().stem(word)
        found[stem] = found.get(stem, frozenset()) | numbers
    return found
