"""Draw a page of a PDF with the place of a quote marked."""

from __future__ import annotations

import struct
import unicodedata
import zlib
from collections.abc import Iterator

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from pypdfium2 import raw

from knowledge.config import ParsingLimits
from knowledge.parsing.cleaning import clean
from knowledge.parsing.received import ReceivedFile

_MARKER = (255, 235, 59)
"""Yellow as of a text marker; black on it has a contrast of 17 to 1 (WCAG asks for 4.5)."""
_TALLEST = 4.0
"""Height of a picture in widths; a page that is longer is drawn smaller."""
_MARGIN = 1.0
_WIDEST = 4_000
_LEAST = 3
"""Fewer letters than this stand everywhere on a page."""


def page_picture(pdf: bytes, page_number: int, quote: str, width: int = 900) -> bytes:
    """Return a PNG of page `page_number` (from 1), `width` pixels wide, with `quote` marked where it stands.

    Only letters and digits are compared, so that line ends, hyphenation and ligatures do not matter;
    a quote that is not found marks nothing. Raises `UnreadableFileError` for a page that does not exist
    or cannot be drawn.
    """
    received = ReceivedFile("pagina.pdf", pdf, ParsingLimits())
    try:
        document = pdfium.PdfDocument(pdf)
        if not 1 <= page_number <= len(document):
            raise received.refusal(f"Bladzijde {page_number} bestaat niet.", "Lees de PDF opnieuw in.")
        page = document[page_number - 1]
        page_width, page_height = page.get_size()
        wide = max(1, min(width, _WIDEST))
        scale = min(wide / page_width, _TALLEST * wide / page_height)
        pixels = np.array(page.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3])
        for rectangle in _places(page, quote):
            _mark(pixels, page, rectangle)
    except (pdfium.PdfiumError, ZeroDivisionError) as error:
        raise received.refusal("De bladzijde is niet te tekenen.", "Bewaar de PDF opnieuw.") from error
    return _png(pixels)


Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top in points of the page."""


def _places(page: pdfium.PdfPage, quote: str) -> list[Rectangle]:
    """Return the rectangles, one a line, over which the quote stands on the page."""
    text_page = page.get_textpage()
    letters, indexes = _letters(text_page.get_text_range())
    start, wanted = -1, ""
    for said in (quote, _without_heads(quote)):
        wanted, _ = _letters(said)
        start = letters.find(wanted) if len(wanted) >= _LEAST else -1
        if start >= 0:
            break
    else:
        return []
    first, last = indexes[start], indexes[start + len(wanted) - 1]
    count = text_page.count_rects(first, last - first + 1)
    return [text_page.get_rect(index) for index in range(count)]


def _without_heads(quote: str) -> str:
    """Return the cells of a row that is worded with the heads of its columns ("Duur: 30 weken; Prijs: 250"), as they stand on the page."""
    return " ".join(cell.partition(": ")[2] or cell for cell in quote.split("; "))


def _letters(text: str) -> tuple[str, list[int]]:
    """Return the letters and digits of `text`, folded, and the index in `text` that each comes from."""
    letters: list[str] = []
    indexes: list[int] = []
    for index, character in enumerate(text):
        for letter in _folded(character):
            letters.append(letter)
            indexes.append(index)
    return "".join(letters), indexes


def _folded(character: str) -> Iterator[str]:
    if character.isascii():
        if character.isalnum():
            yield character.lower()
        return
    for letter in unicodedata.normalize("NFKD", clean(character)).casefold():
        if letter.isalnum():
            yield letter


def _mark(pixels: NDArray[np.uint8], page: pdfium.PdfPage, rectangle: Rectangle) -> None:
    """Lay the colour of a marker over a rectangle, as ink does: dark stays dark."""
    height, width = pixels.shape[:2]
    left, bottom, right, top = rectangle
    corners = [
        _pixel(page, x, y, width, height)
        for x, y in ((left - _MARGIN, bottom - _MARGIN), (right + _MARGIN, top + _MARGIN))
    ]
    columns, rows = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    area = pixels[max(0, rows[0]) : max(0, rows[1]), max(0, columns[0]) : max(0, columns[1])]
    area[:] = (area.astype(np.uint16) * np.array(_MARKER, dtype=np.uint16) // 255).astype(np.uint8)


def _pixel(page: pdfium.PdfPage, x: float, y: float, width: int, height: int) -> tuple[int, int]:
    """Return the pixel at a place on the page; pdfium knows about rotation and crop boxes."""
    import ctypes

    column, row = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, column, row)
    return column.value, row.value


def _png(pixels: NDArray[np.uint8]) -> bytes:
    """Return the pixels (height, width, 3) as a PNG (RFC 2083), without an imaging library."""
    height, width = pixels.shape[:2]
    rows = np.zeros((height, 1 + 3 * width), dtype=np.uint8)
    rows[:, 1:] = pixels.reshape(height, 3 * width)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows.tobytes(), 6))
        + chunk(b"IEND", b"")
    )
