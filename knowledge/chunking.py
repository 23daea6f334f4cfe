"""From a document to passages: by structure first, by size second.

A passage is a run of neighbouring blocks under one heading; a row of a catalogue is a passage of its
own. Size is counted in characters, not in tokens: a token count would make the identity of a passage
depend on whether a token table could be fetched on that machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.types import (
    Block,
    BlockKind,
    Locator,
    LocatorKind,
    Page,
    ParsedDocument,
    Passage,
    Source,
    SourceKind,
)

CHUNKER_VERSION = "1"
"""Raised with every change that moves a boundary; passages of another version are made again."""

TARGET_CHARACTERS = 1_200
"""About 300 tokens of Dutch: two or three paragraphs, small enough to be read as one citation."""

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ0-9\"'‘“(])")


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of a page that becomes one passage."""

    start: int
    end: int
    heading_path: tuple[str, ...]
    block: Block


def passages_of(
    document: ParsedDocument, source: Source, detect: Callable[[str], str]
) -> tuple[Passage, ...]:
    """Cut a document into passages, in reading order, without overlap.

    Every passage lies within one page and is an exact span of its text; blank ones are left out.
    `detect` gives the language code of a text; a passage takes its source's language when it is short.
    """
    passages: list[Passage] = []
    path: tuple[str, ...] = ()
    for page in document.pages:
        spans, path = _spans(page, path, source.kind)
        for span in spans:
            passages.append(_passage(document, source, page, span, len(passages), detect))
    return tuple(passages)


def _passage(
    document: ParsedDocument,
    source: Source,
    page: Page,
    span: _Span,
    ordinal: int,
    detect: Callable[[str], str],
) -> Passage:
    text = page.text[span.start : span.end]
    return Passage(
        id=f"{source.version}-{ordinal:05d}",
        source_id=source.id,
        version=source.version,
        ordinal=ordinal,
        heading_path=span.heading_path,
        locator=_locator(document, page, span, ordinal),
        text=text,
        page_number=page.number,
        start=span.start,
        end=span.end,
        language=detect(text[:ENOUGH_TO_DETECT]) if len(text) >= ENOUGH_TO_DETECT else source.language,
        references=tuple(r for r in page.references if r.start < span.end and span.start < r.end),
        record=span.block.record,
    )


ENOUGH_TO_DETECT = 240
"""About forty words settle the language; a shorter passage may be a list of names, so it takes its source's."""


def _locator(document: ParsedDocument, page: Page, span: _Span, ordinal: int) -> Locator:
    if span.block.row:
        return Locator(LocatorKind.ROW, span.block.row, page.label)
    if document.media_type == "application/pdf":
        return Locator(LocatorKind.PAGE, page.number, page.label)
    return Locator(LocatorKind.SECTION, ordinal + 1, span.heading_path[-1] if span.heading_path else "")


def _spans(page: Page, path: tuple[str, ...], kind: SourceKind) -> tuple[list[_Span], tuple[str, ...]]:
    """Return the passages' spans of a page, and the heading path at its end."""
    spans: list[_Span] = []
    current: list[Block] = []
    current_path = path
    headings = _Headings(path)

    def close() -> None:
        if current:
            spans.extend(_split(page, current, current_path))
            current.clear()

    for block in page.blocks:
        if block.kind is BlockKind.HEADING:
            heading_text = page.text[block.start : block.end]
            close()
            path = headings.enter(block.level, heading_text)
            continue
        if current and (
            kind is SourceKind.CATALOGUE
            or block.record is not None
            or current[-1].record is not None
            or _size(current) + block.end - block.start > TARGET_CHARACTERS
        ):
            close()
        if not current:
            current_path = path
        current.append(block)
    close()
    return spans, path


class _Headings:
    """The open headings while reading a document from top to bottom."""

    def __init__(self, path: tuple[str, ...]) -> None:
        self._open: list[tuple[int, str]] = [(level, text) for level, text in enumerate(path, start=1)]

    def enter(self, level: int, text: str) -> tuple[str, ...]:
        """Close the headings that are not above this one, open it, and return the path."""
        self._open = [(above, name) for above, name in self._open if above < level]
        self._open.append((level, text.strip()))
        return tuple(name for _, name in self._open)


def _size(blocks: Sequence[Block]) -> int:
    return blocks[-1].end - blocks[0].start


def _split(page: Page, blocks: Sequence[Block], path: tuple[str, ...]) -> Iterator[_Span]:
    """Yield the span of some blocks, cut at sentence ends where it is far too long."""
    whole = _trimmed(page.text, _Span(blocks[0].start, blocks[-1].end, path, blocks[0]))
    if whole is None:
        return
    if whole.end - whole.start <= 2 * TARGET_CHARACTERS:
        yield whole
        return
    for start, end in _pieces(page.text, whole.start, whole.end):
        piece = _trimmed(page.text, replace(whole, start=start, end=end))
        if piece is not None:
            yield piece


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut text[start:end] into pieces of about the target size: at sentence ends, else at spaces, else anywhere."""
    while end - start > 2 * TARGET_CHARACTERS:
        window = text[start : start + 2 * TARGET_CHARACTERS]
        cuts = [match.start() for match in SENTENCE_END.finditer(window, TARGET_CHARACTERS // 2)]
        cut = min(cuts, key=lambda at: abs(at - TARGET_CHARACTERS), default=0)
        cut = cut or window.rfind(" ", TARGET_CHARACTERS // 2) or 0
        cut = cut if cut > 0 else TARGET_CHARACTERS
        yield start, start + cut
        start += cut
    yield start, end


def _trimmed(text: str, span: _Span) -> _Span | None:
    """Return the span without white space at its ends, or None when nothing is left."""
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    end = span.start + len(piece.rstrip())
    return replace(span, start=start, end=end) if end > start else None
