"""Which column of a table says when a course starts: the one with dates, and not the one with the weekday and the hour. Pure.

"Wanneer", "Dag/aanvang" and "Start" stand above a date in one table, and above "wo 19.00 u" in another: the cells tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from knowledge.catalogue.folding import folded
from knowledge.catalogue.importing.notations import day_of, month_numbers

MOSTLY = 0.5
"""Share of the filled cells of a column from which it is one of dates, or of days and hours."""

FIGURES = re.compile(r"\b\d{1,2}\s?[-/]\s?\d{1,2}\b(?!\s*(?:u|uur|uhr|h)\b)")
"""A day with its month in figures ("25 + 26-1")."""

OF_THE_WEEK = re.compile(
    r"\b(?:ma|di|wo|do|vr|za|zo|mo|mi|fr|sa|so|(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?)\b"
)
"""A day of the week, in full or cut short, over folded text."""

HOUR = re.compile(r"\b\d{1,2}\s?[.:]\s?\d{2}\b|\b\d{1,2}\s?(?:u|uur|uhr|h)\b")
"""A time of the day."""


def with_dated_start(
    header: Sequence[str],
    columns: Mapping[int, str],
    rows: Sequence[Sequence[str]],
    field_of: Callable[[str], str | None],
) -> dict[int, str]:
    """Return the fields of columns with the start where the dates are; without one where its cells are days of the week and hours.

    `field_of` returns the field that a heading stands for. What is no start is kept in words, behind its heading.
    """
    now = next((index for index, field in columns.items() if field == "start"), None)
    others = [
        index
        for index, heading in enumerate(header)
        if heading and index not in columns and field_of(heading) == "start"
    ]
    if now is not None and _share(now, rows, is_dated) >= MOSTLY:
        return dict(columns)
    dated = next((index for index in others if _share(index, rows, is_dated) >= MOSTLY), None)
    is_rhythm = now is not None and _share(now, rows, is_rhythm_of_week) >= MOSTLY
    if dated is None and not is_rhythm:
        return dict(columns)
    kept = {index: field for index, field in columns.items() if index != now}
    return kept if dated is None else {**kept, dated: "start"}


def _share(index: int, rows: Sequence[Sequence[str]], says: Callable[[str], bool]) -> float:
    cells = [row[index] for row in rows if index < len(row) and row[index].strip()]
    return sum(map(says, cells)) / len(cells) if cells else 0.0


def is_dated(cell: str) -> bool:
    """Say whether a cell names a day of the year, or a month."""
    words = folded(cell).split()
    return day_of(cell) is not None or any(word in month_numbers() for word in words) or _has_day(cell)


def _has_day(cell: str) -> bool:
    return HOUR.search(cell) is None and FIGURES.search(cell) is not None


def is_rhythm_of_week(cell: str) -> bool:
    """Say whether a cell says on which day of the week or at what hour lessons are, and no date ("3 x di 18:30-21:30")."""
    return not is_dated(cell) and (
        OF_THE_WEEK.search(folded(cell)) is not None or HOUR.search(cell) is not None
    )
