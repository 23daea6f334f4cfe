"""What the lines of a paragraph of plain text are: a heading, rows of a table in aligned columns, list items, running text. Pure.

Nobody marks these in plain text. A heading stands above its text with a number ("2. Leeruren"), in capitals, as a question or with
a rule under it; a table keeps its columns apart with two or more spaces, tabs or bars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from itertools import pairwise

LONGEST_HEADING = 100
"""Characters of a line that can be a heading."""

LONGEST_TITLE = 120
"""Characters of a title that takes in a second line."""

MOST_TITLE_LINES = 6
"""Lines of the block at the top of a document: its name, its owner, its date."""

LEAST_ROWS = 3
"""Lines of the shortest table, the one with the names of its columns too."""

LIST_MARK = re.compile(r"^\s*(?:[-*•▪◦‣·–]|\d{1,3}[.)]|[a-z][.)])\s+(?=\S)")
_NUMBERED = re.compile(
    r"^\s*(?:(?:artikel|art\.|hoofdstuk|bijlage|paragraaf|afdeling|deel|section|article|chapter|annex|abschnitt|kapitel|anlage|§)\s*"
    r"(?:\d+[a-z]?(?:\.\d+)*|[A-Z]|[IVX]+)\b[.:)]?|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?)(?=\s+[^\W\d_]|\s*$)",
    re.IGNORECASE,
)
"""The number of a heading: "2.", "3.1", "Artikel 4", "Bijlage B"."""
_TIME = re.compile(r"^\s*\d{1,2}[.:]\d{2}\b")
"""A line of a timetable ("09.00 uur workshop"), whose number is a time of day."""
_RULE = re.compile(r"^\s*(?:[-=_~*+|]\s*){3,}$")
"""A line that only underlines or parts."""
_ENDS_TEXT = (".", ",", ";", ":", "!")
_BETWEEN_CELLS = re.compile(r"\t+|\s{2,}|\s*\|\s*")
_CELL = re.compile(r"[^\s|]+(?: [^\s|]+)*")


class LineKind(StrEnum):
    """What a line or a few lines are."""

    TITLE = auto()
    HEADING = auto()
    ROW = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of one kind. `row` counts the rows of a table from 1, its column names being the first."""

    kind: LineKind
    text: str
    row: int = 0


def pieces_of(paragraph: str, *, is_first: bool, is_last: bool, after: str = "") -> Iterator[Piece]:
    """Yield what a paragraph consists of, in order: pieces of text keep their line breaks, rules are left out.

    The first paragraph of a document may be its title; the last one is no heading, for it stands above nothing. `after` is the
    first line of the next paragraph: a numbered line before another one is an item of a list.
    """
    lines = [line.expandtabs(4) if "\t" not in line.strip() else line for line in paragraph.split("\n")]
    lines = [line for line in lines if line.strip()]
    while lines and _RULE.match(lines[0]):
        lines = lines[1:]
    if is_first and not is_last and (count := _title_lines(lines)):
        yield Piece(LineKind.TITLE, _title(lines[:count]))
        yield from (Piece(LineKind.TEXT, line) for line in lines[min(count, 2) : count])
        lines = lines[count:]
    while lines and not (is_last and len(lines) == 1) and _is_heading(lines, after):
        yield Piece(LineKind.HEADING, lines[0])
        lines = [line for line in lines[1:2] if not _RULE.match(line)] + lines[2:]
    yield from _body(lines)


def _title_lines(lines: Sequence[str]) -> int:
    """Return how many lines at the top of a document are its title block; 0 where it begins with something else."""
    if len(lines) > 1 and _columns(lines) is not None:
        return 0
    block = 0
    for line in lines:
        if not is_heading_line(line) or line.strip()[0].islower() or _NUMBERED.match(line):
            break
        block += 1
    if block == len(lines) or (block and _is_shouted(lines[0])):
        return block if block <= MOST_TITLE_LINES else 0
    # a detail may close the block with a full stop: "Ingangsdatum: 1 april 2026. Looptijd: drie jaar."
    is_block = len(lines) <= MOST_TITLE_LINES and all(len(line.strip()) <= LONGEST_HEADING for line in lines)
    return block if is_block and block > 1 else 0


def _title(lines: Sequence[str]) -> str:
    """Return the first line, with the second where both fit: the name of a school says less than what its paper is."""
    first = lines[0].strip()
    both = f"{first}: {lines[1].strip()}" if len(lines) > 1 else first
    return both if len(both) <= LONGEST_TITLE else first


def is_heading_line(line: str) -> bool:
    """Say whether a line by itself can be a heading: short, with a letter, without the end of a sentence or the mark of a list."""
    bare = line.strip()
    return (
        0 < len(bare) <= LONGEST_HEADING
        and _TIME.match(bare) is None
        and not bare.endswith(_ENDS_TEXT)
        and LIST_MARK.match(line) is None
        and len(_BETWEEN_CELLS.split(bare)) == 1
        and any(character.isalpha() for character in bare)
    )


def _is_heading(lines: Sequence[str], after: str) -> bool:
    """Say whether the first of some lines stands above the others, or alone above the next paragraph."""
    first, below = lines[0], lines[1] if len(lines) > 1 else after
    if len(lines) > 1 and _RULE.match(below) and len(below.strip()) <= 2 * len(first.strip()):
        return is_heading_line(first) or _NUMBERED.match(first) is not None
    numbered = None if _TIME.match(first) else _NUMBERED.match(first)
    if numbered is not None and first[numbered.end() :].strip():
        return _is_short(first) and not _follows(first, below) and bool(below.strip())
    if len(lines) == 1:
        return is_heading_line(first)
    is_apart = _is_shouted(first) or first.rstrip().endswith("?")
    return is_heading_line(first) and is_apart and _is_short(first) and not below.strip()[:1].islower()


def _is_short(line: str) -> bool:
    bare = line.strip()
    return len(bare) <= LONGEST_HEADING * 0.7 and not bare.endswith(_ENDS_TEXT)


def _is_shouted(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    return len(letters) > 3 and all(character.isupper() for character in letters)


def _follows(first: str, below: str) -> bool:
    """Say whether a line has a number as the one above it has: then both are items of a list."""
    own, next_ = LIST_MARK.match(first), LIST_MARK.match(below)
    return (
        own is not None
        and next_ is not None
        and own[0].strip()[0].isdigit()
        and next_[0].strip()[0].isdigit()
    )


def _body(lines: Sequence[str]) -> Iterator[Piece]:
    """Yield the tables among some lines, and the text around them."""
    text: list[str] = []
    at = 0
    while at < len(lines):
        size = _table_size(lines[at:])
        if not size:
            text.append(lines[at])
            at += 1
            continue
        if text:
            yield Piece(LineKind.TEXT, "\n".join(text))
            text = []
        yield from _rows(lines[at : at + size])
        at += size
    text = [line for line in text if not _RULE.match(line)]
    if text:
        yield Piece(LineKind.TEXT, "\n".join(text))


def _table_size(lines: Sequence[str]) -> int:
    """Return how many lines at the beginning are a table; 0 for none."""
    if len(_cells(lines[0])) < 2 or LIST_MARK.match(lines[0]):
        return 0
    size = 0
    for line in lines:
        if not (_RULE.match(line) or len(_cells(line)) > 1 or (size and _is_continued(line, lines[0]))):
            break
        size += 1
    return size if _columns(lines[:size]) is not None else 0


def _is_continued(line: str, header: str) -> bool:
    """Say whether a line goes on in a later column of the row above it."""
    cells = _cells(line)
    return len(cells) == 1 and cells[0][0] >= _cells(header)[1][0] - 1


def _cells(line: str) -> list[tuple[int, str]]:
    """Return the cells of a line, each with the place where it begins."""
    return [(match.start(), match.group()) for match in _CELL.finditer(line)]


def _columns(lines: Sequence[str]) -> list[int] | None:
    """Return where the columns of a table begin, None when these lines are none: too few, or with cells under no column."""
    rows = [_cells(line) for line in lines if not _RULE.match(line)]
    if len(rows) < LEAST_ROWS or len(rows[0]) < 2:
        return None
    full = [row for row in rows if len(row) == len(rows[0])]
    if any(len(row) > len(rows[0]) for row in rows) or len(full) * 2 <= len(rows):
        return None
    return [min(row[at][0] for row in full) for at in range(len(rows[0]))]


def _rows(lines: Sequence[str]) -> Iterator[Piece]:
    """Yield the rows of a table as "Kolom: cel; Kolom: cel"; without names where its first line is a row like the others."""
    columns = _columns(lines)
    assert columns is not None, "only tables are read as rows"
    rows: list[list[str]] = []
    for line in lines:
        if _RULE.match(line):
            continue
        cells = _cells(line)
        if rows and len(cells) == 1 and cells[0][0] >= columns[1] - 1:
            at = _column(cells[0][0], columns)
            rows[-1][at] = f"{rows[-1][at]} {cells[0][1]}".strip()
            continue
        row = [""] * len(columns)
        for place, (start, cell) in enumerate(cells):
            at = place if len(cells) == len(columns) else _column(start, columns)
            row[at] = f"{row[at]} {cell}".strip()
        rows.append(row)
    names = rows[0] if _names_columns(rows) else []
    for number, row in enumerate(rows[1:] if names else rows, 2 if names else 1):
        pairs = [
            f"{name.rstrip(':')}: {cell}" if name else cell
            for name, cell in zip(names or [""] * len(row), row, strict=True)
            if cell
        ]
        yield Piece(LineKind.ROW, "; ".join(pairs), number)


def _column(start: int, columns: Sequence[int]) -> int:
    """Return the column in which a cell stands that begins at `start`: the last that begins before it."""
    ends = [(one + other) / 2 for one, other in pairwise(columns)]
    return sum(start >= end for end in ends)


def _names_columns(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether the first row names the columns: it is whole, and has no number where the others have one."""
    return all(rows[0]) and not any(character.isdigit() for cell in rows[0][1:] for character in cell)
