"""Which of several prices of a row a message asks: that of members, of people from outside, with a card, or the one for everybody. Pure.

Data: row_prices.yaml. A price for a group that a message does not name is no answer where there is one for everybody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.writing.row_cells import Cell
from knowledge.catalogue.folding import folded
from knowledge.data_files import read_data

_DATA = Path(__file__).with_suffix(".yaml")


@dataclass(frozen=True, slots=True)
class _Group:
    """People with a price of their own."""

    heading: re.Pattern[str]
    asks: re.Pattern[str]
    denied: re.Pattern[str]


def is_price_of_group(cell: Cell) -> bool:
    """Say whether a cell is a price for some people: its heading names them ("met stadspas", "leden"), and it is an amount."""
    is_amount = re.match(_data()["amount"], cell.text.strip(), re.IGNORECASE) is not None
    return bool(cell.heading) and is_amount and bool(groups_of(cell))


def prices_meant(cells: Sequence[Cell], asked: str) -> list[Cell]:
    """Return of cells with a price those that a text asks: for the people that it names, else the one for everybody, else all.

    Where it names people, or denies being some, and a row has only the prices of others, it is none of these.
    """
    said, denied = groups_said(asked)
    said |= {other for one in denied if (other := _data()["opposite"].get(one)) and other not in denied}
    theirs = [cell for cell in cells if said & groups_of(cell)]
    if theirs:
        return theirs
    regular = [cell for cell in cells if not groups_of(cell)]
    if not regular and "own" in said and "external" not in said:
        return [cell for cell in cells if "external" not in groups_of(cell)]
    if regular and not (said | denied) & {"external", "own"}:  # who asks, nobody knows
        return [cell for cell in cells if not groups_of(cell) or "external" in groups_of(cell)]
    not_theirs = denied.union(*(APART.get(one, frozenset()) for one in said))
    return regular or [cell for cell in cells if not not_theirs & groups_of(cell)]


APART = {
    "external": frozenset(["own", "member"]),
    "own": frozenset(["external"]),
    "member": frozenset(["external"]),
    "business": frozenset(["private"]),
    "private": frozenset(["business"]),
}
"""People of whom none is one of the others: their price says nothing of that of these."""


def groups_said(text: str) -> tuple[set[str], set[str]]:
    """Return the groups of people that a text names, and those of which it says that somebody is not."""
    words = folded(text)
    denied = {name for name, group in _groups().items() if group.denied.search(words)}
    if re.search(_either(_data()["regular"]), words):
        denied |= {"reduced", "member"}
    said = {name for name, group in _groups().items() if group.asks.search(words)} - denied
    if "external" in said:
        said -= {"own"}
    return said, denied


def without_groups(text: str) -> str:
    """Return a folded text without the words by which it says whose price it asks."""
    for pattern in (re.compile(_either(_data()["regular"])), *(one.asks for one in _groups().values())):
        text = pattern.sub(" ", text)
    return text


def groups_of(cell: Cell) -> set[str]:
    """Return the groups of people for whom the heading of a cell says that it is."""
    heading = folded(cell.heading)
    if not heading:
        return set()
    found = {name for name, group in _groups().items() if group.heading.search(heading)}
    return found - {"own", "member"} if "external" in found else found


@cache
def _groups() -> Mapping[str, _Group]:
    denied = "|".join(_data()["denied"])
    return {
        name: _Group(
            re.compile(_either(one["heading"])),
            re.compile(_either(one["asks"])),
            re.compile(rf"\b(?:{denied}) (?:\w+ )?(?:{'|'.join(one['asks'])})\b"),
        )
        for name, one in _data()["groups"].items()
    }


def _either(patterns: Sequence[str]) -> str:
    return rf"\b(?:{'|'.join(patterns)})\b"


@cache
def _data() -> dict[str, Any]:
    raw: dict[str, Any] = read_data(_DATA)
    return raw
