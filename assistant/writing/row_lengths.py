"""How long a course of a table may be, as a message that asks a list of them says it: "die maar één dag duurt". Pure. Data: row_lengths.yaml."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from assistant.writing.row_cells import Cell
from assistant.writing.row_limits import Limit, Row
from knowledge.catalogue.folding import folded
from knowledge.catalogue.importing.values import number_of
from knowledge.data_files import read_data

_DATA = Path(__file__).with_suffix(".yaml")


COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    "most": operator.le,
    "least": operator.ge,
    "below": operator.lt,
    "above": operator.gt,
    "exactly": operator.eq,
}
"""How the length of a course is to that which a message says, by how it says it; the first that is said counts."""


def of_length(text: str) -> Limit | None:
    """Return the limit that a course is as long as a folded text says, at most or at least so long; None where it says no length."""
    for kind, fits in COMPARED.items():
        said = _pattern(kind).search(text)
        if said is not None:
            return partial(_met, fits, _number(said["number"]), _unit(said["unit"]))
    return None


def _met(fits: Callable[[float, float], bool], wanted: float, unit: str, row: Row) -> tuple[Cell, ...] | None:
    """Return the cell of a row with a length in that unit that fits, None for none."""
    return next(
        ((cell,) for cell, number, its in lengths_of(row) if its == unit and fits(number, wanted)), None
    )


def lengths_of(row: Row) -> Iterator[tuple[Cell, float, str]]:
    """Yield the lengths that cells about how long a course is say, each with its cell, number and unit ("day")."""
    for cell, text in row.told:
        words = _data()["headings"]
        if cell.field not in ("duration_months", "") or (
            not cell.field and re.search(rf"\b(?:{words})\b", folded(cell.heading)) is None
        ):
            continue
        heading = folded(cell.heading)
        bare = re.fullmatch(r"\d+(?: \d)?", folded(cell.text))
        if bare is not None and (unit := _unit(heading)):
            yield cell, float(number_of(cell.text) or 0), unit
        for found in _pattern("length").finditer(text):
            yield cell, _number(found["number"]), _unit(found["unit"])


def without_lengths(text: str) -> str:
    """Return a folded text without the words by which it says a length."""
    for kind in COMPARED:
        text = _pattern(kind).sub(" ", text)
    return text


def _number(text: str) -> float:
    """Return a number in figures or in words."""
    for number, words in _data()["numbers"].items():
        if text in words:
            return float(number)
    return float(text.replace(" ", ".").replace(",", "."))


def _unit(text: str) -> str:
    """Return the name of a unit of time that a text ends with, "" for none."""
    *_, last = text.split() or [""]
    return next((unit for unit, words in _data()["units"].items() if last in words), "")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    numbers = "|".join(word for words in _data()["numbers"].values() for word in words)
    units = "|".join(
        sorted((word for words in _data()["units"].values() for word in words), key=len, reverse=True)
    )
    length = rf"(?P<number>\d+(?: \d)?|{numbers}) (?P<unit>{units})\b"
    return re.compile(_data()["patterns"][name].replace("{length}", length))


@cache
def _data() -> dict[str, Any]:
    raw: dict[str, Any] = read_data(_DATA)
    return raw
