"""Tables of a PDF page: lines with a place become rows with cells, each behind the head of its column. Pure functions.

A PDF knows no tables. What stands apart on one height, line after line, with white between that goes down the page, is one. A row is
worded as those of other formats are ("Kop: cel; Kop: cel"), so that a value cannot be read without what it is of. What is no
table for sure stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.parsing.pdf_lines import Line

FEWEST_ROWS = 2
"""Rows below a header from which lines are a table."""

SAME_HEIGHT = 0.3
"""Share of the size of the type by which baselines of one height may differ."""

ONE_ROW = 0.95
"""Sizes of the type by which a wrapped name may stand above or below the values of its row."""

NEXT_LINE = 1.35
"""Sizes of the type from one line of a cell to the next."""

MOST_WHITE = 3.2
"""Sizes of the type between two lines from which a table has ended."""

LARGER = 1.15
"""How much larger than the cells above it the type of a heading is that ends a table."""

TOGETHER = 0.8
"""Share of the rows below a header that must have a value behind their name, for the lines to be a table."""

SHORTEST_NAME, LONGEST_NAME = 3, 60
"""Characters of a name before a value; a mark of a list is shorter, and lines of running text are longer or begin with a small letter."""

LONGEST_CELL = 160
"""Characters of the longest cell: more is running text beside other text."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as it is worded, "" for the heads of the columns, with the places of its lines among those of the page, in order."""

    places: tuple[int, ...]
    text: str


@dataclass(slots=True)
class _Height:
    """What stands on one height: cells (left, right, text), and the places of its lines."""

    baseline: float
    size: float
    cells: list[tuple[float, float, str]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Row:
    cells: dict[int, str]
    places: list[int]


def tables_in(lines: Sequence[Line]) -> list[list[TableRow]]:
    """Return the tables among the lines of a page, in order; no line is of two rows, and what is of none stays as it is."""
    found = []
    for region in _regions(lines):
        starts = range(min(MOST_ABOVE, len(region)))
        ended = _without_what_follows(region)
        table = next((one for start in starts if (one := _table(ended[start:])) is not None), None)
        if table is not None:
            found.append(table)
    return found


def _without_what_follows(region: Sequence[_Height]) -> Sequence[_Height]:
    """Return heights without the single cells at their end that stand too far below to be the next line of a cell."""
    end = len(region)
    while end > 1 and len(region[end - 1].cells) == 1:
        drop = region[end - 2].baseline - region[end - 1].baseline
        if drop <= NEXT_LINE * region[end - 1].size:
            break
        end -= 1
    return region[:end]


MOST_ABOVE = 3
"""Heights at the top of a stretch that may be of something else: a running head with the number of the page."""


def _regions(lines: Sequence[Line]) -> Iterator[list[_Height]]:
    """Yield stretches of heights that may be a table: neighbours with cells apart, and single cells that fit between them."""
    region: list[_Height] = []
    for height in _heights(lines):
        if region and _goes_on(region, height):
            region.append(height)
            continue
        if region:
            yield region
        region = [height] if len(height.cells) > 1 else []
    if region:
        yield region


LOOKED_BACK = 4
"""Heights among which a line that was drawn later may stand."""


def _heights(lines: Sequence[Line]) -> list[_Height]:
    """Return the lines by height, in the order of the page; one that was drawn a little later stands where it belongs."""
    found: list[_Height] = []
    for place, line in enumerate(lines):
        cells = list(line.cells) or [(line.left, line.right, line.text)]
        same = [
            one
            for one in found[-LOOKED_BACK:]
            if abs(one.baseline - line.baseline) <= SAME_HEIGHT * line.size
        ]
        if same:
            same[0].cells += cells
            same[0].places.append(place)
        else:
            found.append(_Height(line.baseline, line.size, cells, [place]))
    return found


def _goes_on(region: Sequence[_Height], height: _Height) -> bool:
    """Say whether a height may go on with what stands above it."""
    drop = min(one.baseline for one in region) - height.baseline
    if not -ONE_ROW * height.size <= drop <= MOST_WHITE * height.size:
        return False
    if len(height.cells) > 1:
        return True
    is_heading = height.size > LARGER * region[-1].size
    return not is_heading and _column_of(height.cells[0], _columns(region)) is not None


Band = tuple[float, float]


def _columns(region: Sequence[_Height]) -> list[Band]:
    """Return the stretches of the page over which the cells of heights with several stand, from left to right."""
    bands: list[Band] = []
    for left, right, _ in sorted(cell for one in region if len(one.cells) > 1 for cell in one.cells):
        if bands and left < bands[-1][1]:
            bands[-1] = bands[-1][0], max(bands[-1][1], right)
        else:
            bands.append((left, right))
    return bands


def _column_of(cell: tuple[float, float, str], columns: Sequence[Band]) -> int | None:
    """Return the one column that a cell stands in, None where it stands over several or beside them all."""
    left, right, _ = cell
    over = [at for at, (start, end) in enumerate(columns) if left < end and right > start]
    return over[0] if len(over) == 1 else None


def _table(region: Sequence[_Height]) -> list[TableRow] | None:
    """Return the rows of a stretch of heights, None where they are no table."""
    columns = _columns(region)
    if len(columns) < 2:
        return None
    rows = _rows(region, columns)
    if (
        rows is None
        or len(rows) < FEWEST_ROWS
        or any(len(text) > LONGEST_CELL for row in rows for text in row.cells.values())
    ):
        return None
    if len(columns) == 2:
        return _pairs(rows)
    head, *body = rows
    heads = [head.cells.get(at, "") for at in range(len(columns))]
    named = [name for name in heads[1:] if name]
    is_head = (
        len(named) == len(columns) - 1 and len(set(heads)) == len(heads) and not any(map(is_value, named))
    )
    whole = [row for row in body if 0 in row.cells and len(row.cells) > 1]
    if not is_head or not body or len(whole) < TOGETHER * len(body):
        return None
    above = TableRow(tuple(sorted(head.places)), "")
    return [above, *(_worded(row, heads) for row in body if len(row.cells) > 1)]


def is_value(text: str) -> bool:
    """Say whether a cell is an amount, a time or a date in figures, as no head of a column is; a year may be one."""
    return VALUE.fullmatch(text) is not None and YEAR.fullmatch(text) is None


VALUE = re.compile(r"[€\s]*\d[\d.,:/ –-]*(?:%|€|euro|uur|u|h|jaar|weken|dagen|maanden)?", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?(?:20)?\d\d)?")


def _rows(region: Sequence[_Height], columns: Sequence[Band]) -> list[_Row] | None:
    """Return heights as rows by the number of each column; a cell that wraps is put together. None where a cell is in no one column."""
    rows: list[_Row] = []
    last: _Height | None = None
    for height in region:
        cells: dict[int, str] = {}
        for cell in height.cells:
            at = _column_of(cell, columns)
            if at is None:
                return None
            cells[at] = f"{cells[at]} {cell[2]}" if at in cells else cell[2]
        if last is not None and rows and _is_of_row(rows[-1], last, cells, height):
            for at, text in cells.items():
                rows[-1].cells[at] = f"{rows[-1].cells[at]} {text}" if at in rows[-1].cells else text
            rows[-1].places += height.places
        else:
            rows.append(_Row(cells, list(height.places)))
        last = height
    return rows


def _is_of_row(row: _Row, last: _Height, cells: dict[int, str], height: _Height) -> bool:
    """Say whether a height goes on with the row above it: a name beside its values, or the next line of a cell."""
    drop = last.baseline - height.baseline
    if drop <= ONE_ROW * height.size:
        return True
    if drop > NEXT_LINE * height.size:
        return False
    return 0 not in cells or len(cells) == 1


def _pairs(rows: Sequence[_Row]) -> list[TableRow] | None:
    """Return the rows of a table of names and values, None where some have only one of the two."""
    whole = [row for row in rows if len(row.cells) == 2]
    names = [
        row.cells[0]
        for row in whole
        if SHORTEST_NAME <= len(row.cells[0]) <= LONGEST_NAME and not row.cells[0][:1].islower()
    ]
    if len(whole) < TOGETHER * len(rows) or len(names) < TOGETHER * len(whole):
        return None
    return [
        TableRow(tuple(sorted(row.places)), f"{row.cells[0].rstrip(' :')}: {row.cells[1]}") for row in whole
    ]


def _worded(row: _Row, heads: Sequence[str]) -> TableRow:
    parts = []
    for at, head in enumerate(heads):
        text = row.cells.get(at, "")
        if text:
            parts.append(f"{head.rstrip(' :')}: {text}" if head else text)
    return TableRow(tuple(sorted(row.places)), "; ".join(parts))
