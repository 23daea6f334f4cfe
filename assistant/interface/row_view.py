"""A row of a table or a record as a person reads it: the name, and under it each field with its value. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.interface.escaping import escaped

LABEL = re.compile(r"(?P<label>[^\W_][^:;\n]{0,59}): ")
"""How a field begins. `knowledge.parsing.tables` and `knowledge.catalogue.wording` write rows as "Name; Field: value; Field: value."."""

BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with the field it belongs to ("" for the name of the row); the value is text[start:end]."""

    label: str
    start: int
    end: int


def row_around(text: str, first: int, last: int) -> tuple[int, int]:
    """Return the bounds of the lines of `text` that text[first:last] lies in."""
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", max(first, last - 1))
    return start, len(text) if end == -1 else end


def cells_of(text: str, start: int, end: int) -> tuple[Cell, ...]:
    """Return the cells of the row text[start:end]; none when it is no row of at least two fields.

    A value with "; " in it keeps what follows, as far as that does not look like a field.
    """
    cells: list[Cell] = []
    for piece_start, piece_end in _pieces(text, start, end):
        field = LABEL.match(text, piece_start, piece_end)
        if field is not None:
            cells.append(Cell(field["label"], field.end(), piece_end))
        elif cells and cells[-1].label:
            cells[-1] = Cell(cells[-1].label, cells[-1].start, piece_end)
        else:
            cells.append(Cell("", piece_start, piece_end))
    is_row = "\n" not in text[start:end] and sum(bool(cell.label) for cell in cells) > 1
    return tuple(cells) if is_row else ()


def row_html(text: str, cells: tuple[Cell, ...], first: int, last: int) -> str:
    """Return the cells with what lies in text[first:last] marked."""
    names = "".join(
        f'<p class="lw-rijnaam">{_marked(text, cell, first, last)}</p>' for cell in cells if not cell.label
    )
    fields = "".join(
        f"<div><dt>{escaped(cell.label)}</dt><dd>{_marked(text, cell, first, last)}</dd></div>"
        for cell in cells
        if cell.label
    )
    return f'{names}<dl class="lw-velden">{fields}</dl>'


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of what stands between the semicolons; the full stop after the last is not part of it."""
    if text[start:end].endswith("."):
        end -= 1
    while (cut := text.find(BETWEEN, start, end)) != -1:
        yield start, cut
        start = cut + len(BETWEEN)
    yield start, end


def _marked(text: str, cell: Cell, first: int, last: int) -> str:
    begin, stop = max(cell.start, first), min(cell.end, last)
    if begin >= stop:
        return escaped(text[cell.start : cell.end])
    return (
        f"{escaped(text[cell.start : begin])}<mark>{escaped(text[begin:stop])}</mark>"
        f"{escaped(text[stop : cell.end])}"
    )
