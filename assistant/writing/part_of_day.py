"""In which part of the day a course is, or a message wants it: in the evening or by day. Pure.

Data: part_of_day.yaml. Of two runs of one course that is often all that differs: "Lassen (dag)" and "Lassen (avond)".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understanding.asked_spelling import respelled
from assistant.writing.row_cells import cells_of
from assistant.writing.row_limits import Row, begins_by_day, begins_in_evening
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer
from knowledge.data_files import read_data

_DATA = Path(__file__).with_suffix(".yaml")

EVENING, DAY = "evening", "day"


def parts_said(text: str) -> frozenset[str]:
    """Return the parts of the day that a text says: "overdag", "'s avonds", "the morning group"; none where it says none."""
    words = respelled(folded(text))
    return frozenset(part for part, pattern in _patterns("said").items() if pattern.search(words))


def without_parts(text: str) -> str:
    """Return a text with spaces in the place of the words that say a part of the day: each letter keeps its place."""
    spans = [found.span() for pattern in _patterns("said").values() for found in pattern.finditer(text)]
    for begin, end in spans:
        text = f"{text[:begin]}{' ' * (end - begin)}{text[end:]}"
    return text


def at_part_of_day(offers: Sequence[Offer], text: str) -> Sequence[Offer]:
    """Return the offers in the one part of the day that a text says, all of them where it says none or both, or none is then."""
    said = parts_said(text)
    if len(said) != 1:
        return offers
    return [one for one in offers if part_of(one) in said] or offers


def run_in_other_part(name: str, names: Iterable[str], text: str) -> str:
    """Return the course with the name of another but for the part of the day, which is the one that a text says ("en overdag?"); "" for none."""
    said = parts_said(text)
    if len(said) != 1:
        return ""
    same = [one for one in runs_alike(name, names) if one != name and said == _parts_named(one)]
    return same[0] if len(same) == 1 else ""


def runs_alike(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the courses with the name of one but for the part of the day, itself too: "Lassen (dag)" and "Lassen (avond)"."""
    return tuple(one for one in dict.fromkeys(names) if _bare(one) == _bare(name))


def _bare(name: str) -> str:
    text = folded(name)
    for pattern in _patterns("named").values():
        text = pattern.sub(" ", text)
    return " ".join(text.split())


def _parts_named(name: str) -> frozenset[str]:
    return frozenset(part for part, pattern in _patterns("named").items() if pattern.search(folded(name)))


def part_of(offer: Offer) -> str:
    """Return the part of the day that the name of an offer says, else the one in which its lessons begin; "" where nothing says it."""
    named = _parts_named(offer.name.value or "")
    if len(named) == 1:
        return next(iter(named))
    cells = cells_of(offer)
    row = Row(offer, cells, tuple(folded(f"{cell.heading} {cell.text}") for cell in cells))
    if begins_in_evening(row):
        return EVENING
    return DAY if begins_by_day(row) else ""


@cache
def _patterns(key: str) -> Mapping[str, re.Pattern[str]]:
    """Return the patterns of each part of the day."""
    raw: dict[str, dict[str, list[str]]] = read_data(_DATA)
    return {
        part: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for part, words in raw[key].items()
    }
