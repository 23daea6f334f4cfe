"""Rows of a table as people lay them out: a heading over two rows, cells that stand for those below them, headings between rows. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from knowledge.catalogue.folding import folded

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


def section_of(cells: Sequence[str]) -> str:
    """Return what a heading between rows says, without the signs around it ("** METAL **"); "" where it says nothing in words."""
    said = next((cell for cell in cells if cell), "")
    bare = re.sub(r"^[^\w(]+|[^\w)]+$", "", in_one(said))
    return bare.replace(":", "") if re.search(r"[^\W\d_]{2}", bare) else ""


def holds_codes(cells: Iterable[Sequence[str]]) -> bool:
    """Say whether the cells of a column are codes of letters and figures ("K12"), by which people name a course, and not only numbers of rows."""
    filled = [row[0] for row in cells if row and row[0]]
    return bool(filled) and sum(map(is_code, filled)) > len(filled) / 2


def is_code(cell: str) -> bool:
    """Say whether a cell is one code of letters and figures: "K12", "WP-01", "RB 103"."""
    return CODE.fullmatch(cell.strip()) is not None


CODE = re.compile(r"(?=.*\d)[A-Za-z]{1,5}[ .-]?\d{1,5}[A-Za-z]?")
"""How a school writes the code of a course."""


def line_alone(cells: Sequence[str]) -> str:
    """Return the text of a row that has it in one cell of several, and more than a name; "" for any other row."""
    filled = [cell for cell in cells if cell]
    words = len(filled[0].split()) if len(filled) == 1 else 0
    is_line = words >= FEWEST_OF_LINE or (words >= FEWEST_OF_SENTENCE and filled[0].endswith((".", "!")))
    return filled[0] if is_line else ""


FEWEST_OF_LINE, FEWEST_OF_SENTENCE = 5, 3
"""Words of a line of text that stands below a table in a cell of its own, and of one that ends as a sentence does."""


OF_THE_FILE = frozenset(["id", "nr", "nummer", "volgnummer", "regel", "guid", "uuid", "sleutel", "key"])
"""Headings of what says nothing of an offer."""

MOST_NOTED = 20
"""Columns without a field of their own that are kept in the words of the remark."""

SECTION = "Onderdeel"
"""The heading under which a heading between rows is kept with each row below it."""


def noted_columns(others: Mapping[int, str], top: Sequence[Sequence[str]]) -> Mapping[int, str]:
    """Return of the columns without a field those that are kept in words: all but what only numbers the rows."""
    rows = [cells for cells in top if sum(map(bool, cells)) > 1]
    telling = (
        (index, heading)
        for index, heading in others.items()
        if folded(heading) not in OF_THE_FILE or holds_codes(cells[index : index + 1] for cells in rows)
    )
    return dict(islice(telling, MOST_NOTED))


def noted_cells(noted: Mapping[int, str], cells: Sequence[str], section: str) -> Iterator[str]:
    """Yield the cells that are kept in words, each behind its heading, and the heading between rows that stands above."""
    yield from (f"{noted[no]}: {in_one(one)}" for no, one in enumerate(cells) if no in noted and one)
    if section:
        yield f"{SECTION}: {section}"
