"""Rows of a table as people lay them out: a heading over two rows, cells that stand for those below them, headings between rows. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

FEWEST_OF_ROW = 3
"""Filled cells of a row without a name that is one more of the course above it: another day, another place."""

GROUPED = 0.6
"""Share of its rows that a column of merged cells fills at most."""

LONGEST_HEADING = 3
"""Words of the longest cell of a second row of headings."""

FEWEST_COLUMNS = 4
"""Columns of a table in which a row with one filled cell is no course."""

Cells = tuple[str, ...]


def joined_header(header: Sequence[str], below: Sequence[str], names_at: int) -> Cells | None:
    """Return a header with the words of a second row of headings behind those of the first; None where `below` is none.

    "kosten" above "cursus" and "examen" are "kosten cursus" and "kosten examen": a heading that stands over several columns is
    said of each. A second row has words alone, none in the column of names, and one under an empty heading.
    """
    filled = {index: cell for index, cell in enumerate(below) if cell}
    is_second = (
        bool(filled)
        and names_at not in filled
        and any(index >= len(header) or not header[index] for index in filled)
        and all(_is_heading(cell) for cell in filled.values())
    )
    if not is_second:
        return None
    width = max(len(header), max(filled) + 1)
    wide = [*header, *[""] * (width - len(header))]
    over = ""
    for index, heading in enumerate(wide):
        over = heading or over
        if index in filled:
            wide[index] = f"{over} {filled[index]}".strip()
    return tuple(wide)


def _is_heading(cell: str) -> bool:
    return len(cell.split()) <= LONGEST_HEADING and re.search(r"\d", cell) is None


def merged_columns(rows: Sequence[Sequence[str]], names_at: int) -> frozenset[int]:
    """Return the columns before that of the names whose cells stand for the rows below them: words, filled now and then.

    A column of numbers is none: a code that is missing is not that of the row above.
    """
    named = [row for row in rows if names_at < len(row) and row[names_at]]
    found = set()
    for index in range(names_at):
        cells = [row[index] for row in named if row[index]]
        is_group = bool(cells) and bool(named[0][index]) and len(cells) <= GROUPED * len(named)
        if is_group and not any(re.search(r"\d", cell) for cell in cells):
            found.add(index)
    return frozenset(found)


def filled_down(
    cells: Sequence[str], above: Sequence[str], merged: Iterable[int], names_at: int
) -> Cells | None:
    """Return a row with what the cells above it stand for, None for one that lacks nothing.

    The name goes down to a row that has none and tells several things: the course once more, at another time.
    """
    row = list(cells)
    is_nameless = names_at < len(row) and not row[names_at]
    if is_nameless and sum(map(bool, row)) < FEWEST_OF_ROW:
        return None
    wanted = [*(index for index in merged), *([names_at] if is_nameless else [])]
    for index in wanted:
        if index < len(row) and not row[index] and index < len(above):
            row[index] = above[index]
    return tuple(row) if row != list(cells) else None


def is_heading_between(cells: Sequence[str], names_at: int) -> bool:
    """Say whether a row is a heading between courses: one filled cell of several, not under the names, or in capitals."""
    filled = [index for index, cell in enumerate(cells) if cell]
    if len(filled) != 1 or len(cells) < FEWEST_COLUMNS:
        return False
    said = cells[filled[0]]
    return filled[0] != names_at or said.endswith(":") or (said.isupper() and len(said) > FEWEST_COLUMNS)


def in_one(cell: str) -> str:
    """Return a cell as one statement: a semicolon in it would part its later half from its heading ("19 jan; 14 apr")."""
    return re.sub(r"\s*;\s*", ", ", cell)
