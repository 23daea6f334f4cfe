"""What limits a list of the courses of a table: a day, a month, an evening, a price, a level, a form, places that are left. Pure.

Each limit that a message says is met by a cell of a row, or by a field of its offer. Data: row_limits.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from assistant.writing.row_cells import Cell
from assistant.writing.row_prices import is_price_of_group
from knowledge.catalogue.folding import folded
from knowledge.catalogue.importing.notations import month_numbers, price_of
from knowledge.catalogue.importing.values import mode_of
from knowledge.catalogue.types import Offer
from knowledge.data_files import read_data

_DATA = Path(__file__).with_suffix(".yaml")


@dataclass(frozen=True, slots=True)
class Row:
    """An offer of a table with its cells."""

    offer: Offer
    cells: tuple[Cell, ...]
    texts: tuple[str, ...]
    """The folded words of each cell, in the order of the cells."""

    @property
    def told(self) -> tuple[tuple[Cell, str], ...]:
        """The cells that are no sentence of a remark, each with its words."""
        return tuple(pair for pair in zip(self.cells, self.texts, strict=True) if not pair[0].is_free)


Limit = Callable[[Row], tuple[Cell, ...] | None]
"""Returns the cells by which a row meets a limit, () where its name or a field does, None where it does not."""

PRICED = re.compile(
    r"\b(?:\w*kosten|\w*prijs|\w*tarief|price|fee|costs?|preis|\w*gebuhr|lesgeld|cursusgeld)\b"
)
NOT_OF_COURSE = re.compile(r"exam|pruf|boek|book|buch|materia|leden|member|mitglied|korting|rabatt")
"""Headings of prices, and of those that are not of the course."""


@cache
def _data() -> dict[str, Any]:
    raw: dict[str, Any] = read_data(_DATA)
    return raw


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return what says a limit by its name, over folded text."""
    months = "|".join(sorted((one for one in month_numbers() if len(one) > SHORT), key=len, reverse=True))
    return re.compile(_data()["patterns"][name].replace("{months}", months))


SHORT = 3
"""Letters of the name of a month that is cut short: in a question it is another word ("mar", "mei" aside)."""

READ = (
    "free",
    "under",
    "over",
    "level",
    "on_site",
    "group",
    "evening",
    "daytime",
    "weekend",
    "left",
    "mode",
    "month",
)
SORTED = ("cheapest", "dearest", "shortest", "longest", "earliest", "latest")
"""Limits that are taken out of a message once they are read, and what only puts its rows in order."""


def limits_in(text: str) -> list[Limit]:
    """Return the limits that a folded text says, without those of days."""
    found: list[Limit] = []
    simple = {
        "evening": begins_in_evening,
        "daytime": begins_by_day,
        "on_site": _on_site,
        "left": _with_places,
    }
    found += [limit for name, limit in simple.items() if pattern(name).search(text)]
    if pattern("weekend").search(text):
        found.append(on_any(("za", "zo")))
    if pattern("free").search(text):
        found.append(lambda row: costing(row, lambda euro: euro == 0))
    elif under := pattern("under").search(text):
        highest = _amount(under["euro"])
        found.append(lambda row: costing(row, lambda euro: euro <= highest))
    elif over := pattern("over").search(text):
        lowest = _amount(over["euro"])
        found.append(lambda row: costing(row, lambda euro: euro > lowest))
    if level := pattern("level").search(text):
        found.append(_of_level(f"mbo-{level['level'] or level['bare']}"))
    if group := pattern("group").search(text):
        found.append(_for_group([int(one) for one in (group["one"], group["other"]) if one]))
    if modes := [one["mode"] for one in pattern("mode").finditer(text)]:
        found.append(_in_mode(modes))
    if months := list(pattern("month").finditer(text)):
        found.append(_in_month(months))
    return found


def without_limits(text: str) -> str:
    """Return a folded text without the words that `limits_in` and `order_in` read."""
    for name in (*READ, *SORTED):
        text = pattern(name).sub(" ", text)
    return text


def _amount(text: str) -> float:
    return float(text.replace(" ", ""))


def day_names() -> frozenset[str]:
    """Return the names of the days of the week."""
    return frozenset(word for words in _data()["days"].values() for word in words)


def days_in_question(sentences: Sequence[str], asked: str) -> tuple[str, ...] | None:
    """Return the days of the week on which a list is asked, () for none, None where it is asked on which not.

    They stand in the question, or in a sentence beside it that says when somebody can come.
    """
    for text in (asked, *(one for one in sentences if one != asked and re.search(_data()["can_come"], one))):
        found = _days_said(text)
        if found and re.search(_data()["cannot"], text):
            return None
        if found:
            return found
    return ()


def _days_said(text: str) -> tuple[str, ...]:
    words = text.split()
    whole = {word for word in words if len(word) > SHORT}
    short = {
        word for before, word in pairwise(words) if before in _data()["before_day"] and len(word) <= SHORT
    }
    return tuple(day for day, names in _data()["days"].items() if not (whole | short).isdisjoint(names))


def days_in_cell(text: str) -> frozenset[str]:
    """Return the days of the week that a folded cell names, also by their first letters or as from one to another."""
    days = _data()["days"]
    order = list(days)
    words = text.split()
    named = [(place, day) for place, word in enumerate(words) for day in order if word in days[day]]
    found = {day for _, day in named}
    for (one, first), (other, last) in pairwise(named):
        between = " ".join(words[one + 1 : other])
        if between in _data()["ranges"] and order.index(first) < order.index(last):
            found.update(order[order.index(first) : order.index(last) + 1])
    return frozenset(found)


def on_any(days: Iterable[str]) -> Limit:
    """Return the limit that a cell names one of some days."""
    wanted = frozenset(days)

    def met(row: Row) -> tuple[Cell, ...] | None:
        cells = tuple(
            cell
            for cell, text in row.told
            if wanted & days_in_cell(_value(cell, text)) and not OF_PEOPLE.search(folded(cell.heading))
        )
        return cells[:1] or None

    return met


OF_PEOPLE = re.compile(
    r"docent|trainer|teacher|instruct|doz|lehr|taal|sprache|spr|language|contact|coord|koord|boek|crebo"
)
"""Headings below which no day is named, whatever letters stand there."""


def _value(cell: Cell, text: str) -> str:
    """Return the folded words of a cell without its heading, in which "Tag / dag" names no day, and "Lesdag (do)" one."""
    return folded(cell.text) if cell.text else text


FIRST_TIME = re.compile(r"\b(?P<hour>[01]?\d|2[0-3]) (?P<minutes>[0-5]\d)\b")
"""The first time of day in a cell: when it begins."""

EVENING_FROM = 17
"""The hour from which a lesson is one in the evening."""


def _begins_in(cell: Cell, text: str, *, evening: bool) -> bool:
    if cell.field in ("costs", "starts", "codes"):
        return False
    time = FIRST_TIME.search(_value(cell, text)) if re.search(r"\d\s*[:.]\s*\d\d", cell.text) else None
    if time is not None and OF_TIME.search(folded(cell.heading)):
        return (int(time["hour"]) >= EVENING_FROM) is evening
    return evening and re.search(_data()["in_evening"], f"{folded(cell.heading)} {text}") is not None


OF_TIME = re.compile(
    r"^(?:van|from|von|begin|start|aanvang)$|tijd|time|uhr|zeit|dag|day|tag|avond|evening|uur|van tot|lesmoment|wanneer|rooster|when|wann"
)
"""Headings below which a time is one of day."""


def begins_in_evening(row: Row) -> tuple[Cell, ...] | None:
    """Return the cell that says that the lessons of a row begin in the evening, None where none does."""
    return tuple(cell for cell, text in row.told if _begins_in(cell, text, evening=True))[:1] or None


def begins_by_day(row: Row) -> tuple[Cell, ...] | None:
    """Return the cell by which the lessons of a row begin before the evening, None where none does."""
    return tuple(cell for cell, text in row.told if _begins_in(cell, text, evening=False))[:1] or None


def _of_level(level: str) -> Limit:
    return lambda row: () if row.offer.level.value == level else None


def _in_mode(said: Sequence[str]) -> Limit:
    """Return the limit that an offer is in one of the forms of study that are said."""
    modes = {mode for one in said if (mode := mode_of(one)) is not None}

    def met(row: Row) -> tuple[Cell, ...] | None:
        if row.offer.mode.value in modes:
            return tuple(cell for cell in row.cells if cell.field == "mode" and not cell.text)
        if row.offer.mode.value is None and not set(said).isdisjoint(
            folded(row.offer.name.value or "").split()
        ):
            return ()
        cells = tuple(cell for cell, text in row.told if not set(said).isdisjoint(text.split()))
        return cells[:1] if row.offer.mode.value is None and cells else None

    return met


BEFORE = frozenset(["voor", "before", "vor"])


def _in_month(said: Sequence[re.Match[str]]) -> Limit:
    """Return the limit that an offer starts in one of the months that are said, or before or after one of their days."""

    def fits(day: date | None, words: str) -> bool:
        for one in said:
            month = month_numbers()[one["month"]]
            if one["side"] is None or day is None:
                named = any(month_numbers().get(word) == month for word in words.split())
                exact = one["day"] is None or day is None or day.day == int(one["day"])
                if (day.month == month if day else named) and exact:
                    return True
                continue
            asked = (month, int(one["day"] or (1 if one["side"] in BEFORE else 0)))
            if ((day.month, day.day) < asked) if one["side"] in BEFORE else ((day.month, day.day) >= asked):
                return True
        return False

    def met(row: Row) -> tuple[Cell, ...] | None:
        starts = row.offer.starts.value or ()
        if not any(fits(start.day, folded(start.text)) for start in starts):
            return None
        return tuple(cell for cell in row.cells if cell.field == "starts")

    return met


def _for_group(wanted: Sequence[int]) -> Limit:
    """Return the limit that a cell names all classes that are wanted, alone or as from one to another."""

    def met(row: Row) -> tuple[Cell, ...] | None:
        for cell, text in zip(row.cells, row.texts, strict=True):
            found = re.search(_data()["of_group"], text)
            if found is None:
                continue
            first = int(found["one"])
            if all(first <= one <= int(found["other"] or first) for one in wanted):
                return (cell,)
        return None

    return met


def _on_site(row: Row) -> tuple[Cell, ...] | None:
    cells = tuple(
        cell
        for cell, text in zip(row.cells, row.texts, strict=True)
        if re.search(_data()["is_on_site"], text)
    )
    return cells[:1] or None


def _with_places(row: Row) -> tuple[Cell, ...] | None:
    """Return the cell that says how many places are left, None where none does, or none is."""
    for cell, _ in row.told:
        if re.search(_data()["left_heading"], folded(cell.heading)) and re.match(r"0*[1-9]", cell.text):
            return (cell,)
    return None


def costing(row: Row, fits: Callable[[float], bool]) -> tuple[Cell, ...] | None:
    """Return the cells with the price of a row where it fits, None where it does not or is not known."""
    euro = price_in(row)
    if euro is None or not fits(euro[0]):
        return None
    return (euro[1],)


def price_in(row: Row) -> tuple[float, Cell] | None:
    """Return the price of a row with its cell: its field, else the first cell under a heading of prices, else the highest of some people; None for none."""
    costs = row.offer.costs.value or ()
    field = next((cell for cell in row.cells if cell.field == "costs" and not cell.text), None)
    if costs and field is not None:
        return max(cost.euro.high for cost in costs), field
    for cell, _ in row.told:
        heading = folded(cell.heading)
        if PRICED.search(heading) and not NOT_OF_COURSE.search(heading):
            price = price_of(cell.text)
            if price is not None:
                return price.euro.high, cell
    groups = [
        (price.euro.high, cell)
        for cell, _ in row.told
        if is_price_of_group(cell) and (price := price_of(cell.text))
    ]
    return max(groups, key=lambda one: one[0], default=None)
