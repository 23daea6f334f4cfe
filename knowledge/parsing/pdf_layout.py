"""From lines with a place to reading order: columns apart, running heads gone. Pure functions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from statistics import median

from knowledge.parsing.pdf_lines import Line

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:pagina|page|seite|blz\.?|p\.)?\s*[-–]?\s*#\s*[-–]?(?:\s*(?:van|of|von|/)\s*#)?", re.IGNORECASE
)
_EDGE = 3
"""Lines from the top and from the bottom of a page in which running heads are looked for."""
RUNNING_SHARE = 0.6
"""A line on at least this share of the pages is a running head (the brief's figure; see the tests)."""
_FEWEST_PAGES = 3
_FEWEST_ROWS = 6
_NARROWEST = 0.25
"""Share of the page's text width that each column has at least."""
_FILLED = 0.6
"""Share of its column that a line of running text fills at the median; cells of a table fill less."""

RunningHeads = frozenset[str]
"""Folded texts of the lines that repeat at the edges of the pages."""


def folded(text: str) -> str:
    """Return a line as it is on every page: numbers as #, case and spacing gone."""
    return _DIGITS.sub("#", " ".join(text.casefold().split()))


def edges(lines: Sequence[Line]) -> list[Line]:
    """Return the lines at the top and bottom of the page, by height and not by reading order."""
    by_height = sorted(lines, key=lambda line: -line.baseline)
    if len(by_height) <= 2 * _EDGE:
        return by_height
    return by_height[:_EDGE] + by_height[-_EDGE:]


def running_heads(pages: Sequence[tuple[int, Sequence[Line]]]) -> RunningHeads:
    """Return what repeats at the edges of `pages` (index, lines): on all, or on left or right pages only."""
    found: set[str] = set()
    for parity in (None, 0, 1):
        group = [lines for index, lines in pages if parity is None or index % 2 == parity]
        if len(group) < _FEWEST_PAGES:
            continue
        counts = Counter(text for lines in group for text in {folded(line.text) for line in edges(lines)})
        found.update(text for text, count in counts.items() if count >= RUNNING_SHARE * len(group))
    return frozenset(found)


def without_running_heads(lines: Sequence[Line], heads: RunningHeads, labels: Iterable[str]) -> list[Line]:
    """Return `lines` without running heads, and without a line at the edge that is only the page's number."""
    own = frozenset(labels)

    def repeats(line: Line) -> bool:
        text = folded(line.text)
        if text in heads:
            return True
        numbers = _DIGITS.findall(line.text)
        return bool(numbers) and numbers[0] in own and _PAGE_NUMBER.fullmatch(text) is not None

    # Only from the edge inwards: a label that stands on every page under other text (a form) is content.
    by_height = sorted(lines, key=lambda line: -line.baseline)
    dropped = {line.first for line in takewhile(repeats, by_height[:_EDGE])}
    dropped |= {line.first for line in takewhile(repeats, reversed(by_height[-_EDGE:]))}
    return [line for line in lines if line.first not in dropped]


def in_reading_order(lines: list[Line], x_of: Callable[[int], float]) -> list[Line]:
    """Return the lines of a page drawn row by row over two columns as the left column, then the right one.

    `x_of` gives the place of a character. A page without a gutter comes back as it is: pdfium keeps
    the order of drawing, which for most programs is column by column. Lines over both columns
    (headings, figures) part the page into zones.
    """
    gutter = _gutter(lines)
    if gutter is None:
        return lines
    ordered: list[Line] = []
    left_column: list[Line] = []
    right_column: list[Line] = []
    for line in lines:
        if any(left <= gutter <= right for left, right in line.gaps):
            left_line, right_line = _split(line, gutter, x_of)
            left_column.append(left_line)
            right_column.extend([right_line] if right_line else [])
        elif line.right <= gutter:
            left_column.append(line)
        elif line.left >= gutter:
            right_column.append(line)
        else:
            ordered += left_column + right_column + [line]
            left_column, right_column = [], []
    return ordered + left_column + right_column


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where white parts two columns of running text, None when there are no columns."""
    candidates = [line for line in lines if len(line.gaps) == 1]
    if len(candidates) < _FEWEST_ROWS:
        return None
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    width = end - start
    x = median((line.gaps[0][0] + line.gaps[0][1]) / 2 for line in candidates)
    start_of_right = median(line.gaps[0][1] for line in candidates)
    x = start_of_right - 2.0 if start_of_right - 2.0 > start else x
    rows = [line for line in candidates if line.gaps[0][0] <= x <= line.gaps[0][1]]
    if len(rows) < max(_FEWEST_ROWS, 0.7 * len(candidates)):
        return None
    if min(x - start, end - x) < _NARROWEST * width:
        return None
    filled_left = median((line.gaps[0][0] - line.left) / (x - start) for line in rows)
    filled_right = median((line.right - line.gaps[0][1]) / (end - x) for line in rows)
    return x if min(filled_left, filled_right) >= _FILLED else None


def _split(line: Line, gutter: float, x_of: Callable[[int], float]) -> tuple[Line, Line | None]:
    """Cut a line in two at the first word that begins right of the gutter."""
    for offset, character in enumerate(line.text):
        if character.isspace() and x_of(line.first + offset + 1) >= gutter:
            left, right = line.text[:offset].rstrip(), line.text[offset + 1 :].lstrip()
            gap_left, gap_right = next(gap for gap in line.gaps if gap[0] <= gutter <= gap[1])
            left_cut = left.endswith("-") and len(left) > 1
            return (
                replace(
                    line,
                    text=left.removesuffix("-") if left_cut else left,
                    right=gap_left,
                    cut=left_cut,
                    gaps=(),
                    cells=(),
                ),
                replace(line, text=right, left=gap_right, first=line.first + offset + 1, gaps=(), cells=()),
            )
    return line, None
