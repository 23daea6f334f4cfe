"""Builders of small real files for the parsing tests."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence

import pytest

from knowledge.config import ParsingLimits
from knowledge.parsing.dispatch import parse_received
from knowledge.parsing.received import ReceivedFile
from knowledge.parsing.sandbox import Sandbox
from knowledge.types import ParsedDocument

BuildPdf = Callable[..., bytes]
ParseBytes = Callable[..., ParsedDocument]
"""(name, data, limits=...) to a document."""


@pytest.fixture(scope="session")
def limits() -> ParsingLimits:
    return ParsingLimits(cpu_seconds=20, page_cpu_seconds=2, wall_seconds=60.0)


@pytest.fixture(scope="module")
def sandbox(limits: ParsingLimits) -> Iterator[Sandbox]:
    with Sandbox(limits, workers=2) as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def parse_bytes() -> ParseBytes:
    def parse(name: str, data: bytes, limits: ParsingLimits | None = None) -> ParsedDocument:
        return parse_received(ReceivedFile(name, data, limits or ParsingLimits()))

    return parse


def objects_to_pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Write objects 1, 2, ... as a PDF with a cross-reference table (ISO 32000-1, 7.5); 1 is the catalogue."""
    body, offsets = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, trailer, len(body))
    )


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), entries, data)


def build_pdf(
    pages: Sequence[bytes], catalogue: bytes = b"", extra: Sequence[bytes] = (), trailer: bytes = b""
) -> bytes:
    """Return a PDF of pages with these content streams; F1 is Helvetica, F2 Helvetica-Bold.

    Page n is object 5 + 2n (n from 0); `extra` objects come after the pages.
    """
    kids = b" ".join(b"%d 0 R" % (5 + 2 * index) for index in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
    ]
    for index, content in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>%s>>>>"
            % (6 + 2 * index, b"/XObject<</X0 %d 0 R>>" % (5 + 2 * len(pages)) if extra else b"")
        )
        objects.append(stream(content))
    return objects_to_pdf([*objects, *extra], trailer)


def written(lines: Sequence[tuple[float, float, str]], size: float = 10.0, font: str = "F1") -> bytes:
    """Return a content stream that writes each (x, y, text)."""
    parts = []
    for x, y, text in lines:
        escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        parts.append(b"BT /%s %.1f Tf %.1f %.1f Td (%s) Tj ET\n" % (font.encode(), size, x, y, escaped))
    return b"".join(parts)


def column(
    *texts: str, x: float = 60.0, top: float = 700.0, leading: float = 13.0
) -> list[tuple[float, float, str]]:
    """Return lines under each other."""
    return [(x, top - index * leading, text) for index, text in enumerate(texts)]


def flate(data: bytes) -> bytes:
    return zlib.compress(data, 9)


class PdfBuilder:
    """The builders above as one object, so that test modules need no import from this file."""

    build = staticmethod(build_pdf)
    objects = staticmethod(objects_to_pdf)
    stream = staticmethod(stream)
    written = staticmethod(written)
    column = staticmethod(column)
    flate = staticmethod(flate)


@pytest.fixture(scope="session")
def pdf() -> PdfBuilder:
    return PdfBuilder()
