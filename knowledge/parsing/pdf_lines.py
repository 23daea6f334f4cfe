"""Lines of a PDF page with their place and size, read with pdfium.

pdfium gives the text of a page in the order in which it was drawn, with its lines already put
together; the place of a line is asked for its first and last character only, which keeps this at
a few microseconds a line.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from knowledge.parsing.cleaning import count_hidden
from knowledge.parsing.hyphenation import CUT

_BOLD = 600
"""Font weight from which a typeface is called semi-bold or heavier (CSS Fonts 4)."""
_BOLD_NAME = re.compile(rb"bold|black|heavy|[+_-]demi|^(?:[A-Z]{6}\+)?(?:CM|SF|EC)BX", re.IGNORECASE)
"""How names of bold fonts read; "BX" is bold extended among the fonts of TeX."""
_NAME_BYTES = 128
_MOST_RUNS = 4_000
"""Text runs of a page that are looked at for gaps; a page with more is a drawing or a map."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in reading order: its ends and baseline in points (origin below left), and its type.

    `cut` says that it ended in a hyphen, which `text` no longer has. `gaps` are the white stretches
    (left, right) between its runs of text that are wider than a letter.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    is_bold: bool
    cut: bool
    first: int
    gaps: tuple[tuple[float, float], ...] = ()
    cells: tuple[tuple[float, float, str], ...] = ()
    """What stands between the gaps: left, right and text of each; () for a line without gaps."""


class TextPage:
    """One page, open for reading. Close it after use (pdfium keeps its objects outside Python's memory)."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self._text_page = page.get_textpage()
        self._numbers = tuple(ctypes.c_double() for _ in range(4))
        self._name, self._flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
        self._matrix = raw.FS_MATRIX()
        self.hidden = 0
        """How many characters that can hide a message `lines` met."""

    def close(self) -> None:
        """Give the memory of the page back."""
        self._text_page.close()
        self._page.close()

    def has_pictures(self) -> bool:
        """Say whether an image is drawn on the page (a scan is one large image)."""
        return next(self._page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), None) is not None

    def lines(self) -> list[Line]:
        """Return the lines of the page that hold more than white space."""
        text: str = self._text_page.get_text_range()
        if not text or text.isspace():
            return []
        self.hidden = count_hidden(text)
        lines = [self._line(text, start, end, cut) for start, end, cut in _spans(text)]
        return self._with_gaps(lines)

    def x_of(self, index: int) -> float:
        """Return the horizontal place of the character at `index`."""
        x, y = self._numbers[0], self._numbers[1]
        raw.FPDFText_GetCharOrigin(self._text_page, index, x, y)
        return float(x.value)

    def _line(self, text: str, start: int, end: int, cut: bool) -> Line:
        left, right, bottom, top = self._numbers
        page = self._text_page
        raw.FPDFText_GetCharBox(page, end - 1, left, right, bottom, top)
        right_end = float(right.value)
        raw.FPDFText_GetCharOrigin(page, start, left, right)
        return Line(
            text=text[start:end],
            left=float(left.value),
            right=right_end,
            baseline=float(right.value),
            size=self._size(start),
            is_bold=self._is_bold(start),
            cut=cut,
            first=start,
        )

    def _size(self, index: int) -> float:
        """Return the height of the type in points on the page: the size of its font, scaled by its matrix."""
        size = float(raw.FPDFText_GetFontSize(self._text_page, index))
        if raw.FPDFText_GetMatrix(self._text_page, index, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        return round(size, 1)

    def _is_bold(self, index: int) -> bool:
        """Say whether a letter is bold by the name or weight of its font; many fonts leave the weight out."""
        length = raw.FPDFText_GetFontInfo(self._text_page, index, self._name, _NAME_BYTES, self._flags)
        if 0 < length <= _NAME_BYTES and _BOLD_NAME.search(self._name.value) is not None:
            return True
        return int(raw.FPDFText_GetFontWeight(self._text_page, index)) >= _BOLD

    def _with_gaps(self, lines: list[Line]) -> list[Line]:
        """Add to each line the gaps between its runs, when the page has more runs than lines."""
        runs = int(self._text_page.count_rects())
        if runs <= len(lines) + 2 or runs > _MOST_RUNS:
            return lines
        rows: _Rows = {}
        left, top, right, bottom = self._numbers
        for index in range(runs):
            raw.FPDFText_GetRect(self._text_page, index, left, top, right, bottom)
            middle = (top.value + bottom.value) / 2
            rows.setdefault(int(middle // _BAND), []).append((left.value, right.value, middle))
        return [self._with_cells(_with_gaps_of(line, rows)) for line in lines]

    def _with_cells(self, line: Line) -> Line:
        """Return a line with what stands between its gaps, as it is where a gap cuts through a word."""
        if not line.gaps:
            return line
        cells: list[tuple[float, float, str]] = []
        start, left = 0, line.left
        for gap_left, gap_right in line.gaps:
            cut = self._cut(line, start, gap_right)
            if cut is None:
                return line
            cells.append((left, gap_left, line.text[start:cut].strip()))
            start, left = cut, gap_right
        cells.append((left, line.right, line.text[start:].strip()))
        return replace(line, cells=tuple(cells)) if all(text for _, _, text in cells) else line

    def _cut(self, line: Line, start: int, right: float) -> int | None:
        """Return the offset behind `start` of the first word that begins at `right` or beyond, None for none."""
        for offset in range(start, len(line.text) - 1):
            if line.text[offset].isspace() and self.x_of(line.first + offset + 1) >= right - _NEAR:
                return offset + 1
        return None


_NEAR = 1.5
"""Points by which a letter may begin before the run that it is in."""
_BAND = 8.0
"""Height in points of the bands in which runs are looked up."""
_Rows = dict[int, list[tuple[float, float, float]]]
"""Runs (left, right, middle) by band."""


def _spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the span of each line without the white space at its ends, and whether a hyphen cut it."""
    start = 0
    length = len(text)
    while start < length:
        end = text.find("\n", start)
        end = length if end < 0 else end
        piece = start
        while piece <= end:
            stop = text.find(CUT, piece, end)
            cut = stop >= 0
            stop = stop if cut else end
            bare = text[piece:stop]
            first = piece + len(bare) - len(bare.lstrip())
            last = piece + len(bare.rstrip())
            if first < last:
                yield first, last, cut
            piece = stop + 1
        start = end + 1


def _with_gaps_of(line: Line, rows: _Rows) -> Line:
    """Return `line` with the gaps between the runs that stand on its height."""
    middle = line.baseline + 0.3 * line.size
    band = int(middle // _BAND)
    runs = sorted(
        (left, right)
        for near in (band - 1, band, band + 1)
        for left, right, height in rows.get(near, ())
        if abs(height - middle) < 0.4 * line.size and right >= line.left - 1 and left <= line.right + 1
    )
    gaps, reached = [], line.left
    for left, right in runs:
        if left - reached > 1.2 * line.size:
            gaps.append((reached, left))
        reached = max(reached, right)
    return replace(line, gaps=tuple(gaps)) if gaps else line
