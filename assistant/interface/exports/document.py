"""A document as blocks, before it is a PDF or a Word file. Plain text throughout; sources are numbered. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.interface.rooms.route.timeline import Timeline
from assistant.types import Language


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source with its number: where it is (an address that may be linked, or None) and of what date."""

    number: int
    name: str
    url: str | None
    dates: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2 or 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `sources` are the numbers of what it rests on."""

    text: str
    sources: tuple[int, ...] = ()
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    text: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; `widths` are the shares of the columns, of any sum."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Steps on a time axis; the table that goes with it says the same in words."""

    timeline: Timeline
    names: tuple[str, ...]


Block = Heading | Paragraph | Bullets | Table | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """A document in one language; `page_words` has {page} for the number at the foot of a page."""

    title: str
    language: Language
    blocks: tuple[Block, ...]
    sources: tuple[SourceLine, ...]
    sources_title: str
    page_words: str
    foot: str
