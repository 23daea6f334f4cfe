"""In which part of the day a course is, or a message wants it: in the evening or by day, and whether online or in a class. Pure.

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
from knowledge.catalogue.types import Offer, StudyMode
from knowledge.data_files import read_data

_DATA = Path(__file__).with_suffix(".yaml")

EVENING, DAY, ONLINE, IN_CLASS = "evening", "day", "online", "in_class"
APART = ({EVENING, DAY}, {ONLINE, IN_CLASS})
"""What excludes each other: a run is in the evening or by day, and online or in a class."""


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
    """Return the offers in the one part of the day, or the one form, that a text says; all where it says none or both, or none is so."""
    said = parts_said(text)
    for apart in APART:
        wanted = said & apart
        if len(wanted) == 1:
            offers = [one for one in offers if wanted & parts_of(one)] or offers
    return offers


def sets_apart(text: str) -> bool:
    """Say whether a text says both of two runs: the day and the evening, or online and in a class."""
    said = parts_said(text)
    return any(apart <= said for apart in APART)


def run_in_other_part(name: str, names: Iterable[str], text: str) -> str:
    """Return the course with the name of another but for the part of the day, which is the one that a text says ("en overdag?"); "" for none."""
    said = parts_said(text)
    if len(said) != 1:
        return ""
    same = [one for one in runs_alike(name, names) if one != name and said & _run_of(one)]
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


def _run_of(name: str) -> frozenset[str]:
    """Return the parts of the day and the form that the name of one of several runs says; one that is not online is in a class."""
    named = _parts_named(name)
    return named if ONLINE in named else named | {IN_CLASS}


def parts_of(offer: Offer) -> frozenset[str]:
    """Return the part of the day and the form of an offer, by its name, else by when its lessons begin; it is in a class where nothing says online."""
    named = _parts_named(offer.name.value or "")
    is_online = (
        ONLINE in named
        or offer.mode.value is StudyMode.ONLINE
        or any("online" in folded(one.name) for one in offer.places.value or ())
    )
    form = ONLINE if is_online else IN_CLASS
    if len(named & {EVENING, DAY}) == 1:
        return named & {EVENING, DAY} | {form}
    cells = cells_of(offer)
    row = Row(offer, cells, tuple(folded(f"{cell.heading} {cell.text}") for cell in cells))
    begins = EVENING if begins_in_evening(row) else DAY if begins_by_day(row) else ""
    return frozenset([form, *filter(None, [begins])])


@cache
def _patterns(key: str) -> Mapping[str, re.Pattern[str]]:
    """Return the patterns of each part of the day."""
    raw: dict[str, dict[str, list[str]]] = read_data(_DATA)
    return {
        part: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for part, words in raw[key].items()
    }
