"""The nouns of what is known: frozen, and free of any vendor.

Character offsets are counted in Unicode code points, start inclusive, end exclusive, and always
point into the text of one `Page`: ``page.text[passage.start:passage.end] == passage.text``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Audience(StrEnum):
    """Who may see a source. Staff see both; the public never learns that a staff source exists."""

    PUBLIC = "public"
    STAFF = "staff"

    @property
    def visible(self) -> tuple[Audience, ...]:
        """The audiences whose sources a reader of this audience may see."""
        return (Audience.PUBLIC, Audience.STAFF) if self is Audience.STAFF else (Audience.PUBLIC,)


class SourceKind(StrEnum):
    """Running text, or rows of a catalogue."""

    DOCUMENT = "document"
    CATALOGUE = "catalogue"


class BlockKind(StrEnum):
    """The structural role of a stretch of page text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"


class LocatorKind(StrEnum):
    """What a locator counts: pages of a PDF, sections of a text, rows of a table."""

    PAGE = "page"
    SECTION = "section"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a stretch of text says that it comes from.

    `start` and `end` are page offsets; `as_of` is the date as the text gives it ("2024", "z.d.", "").
    """

    start: int
    end: int
    url: str
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class RecordRef:
    """A record that a passage states or an answer used: kind ("offer", "scheme", "figure"), id, name."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of page text with one role. Blocks of a page are in order and do not overlap.

    `level` is the depth of a heading (1 is the highest), 0 for all else. `row` is the 1-based row
    number of a table row in its sheet (the header is row 1), 0 for all else.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    row: int = 0
    record: RecordRef | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a PDF, the whole of a running text, or one sheet of a table.

    `number` is 1-based and in reading order; `label` is what is printed on it ("iv", "12", a sheet's
    name), or "".
    """

    number: int
    label: str
    text: str
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceMetadata:
    """What a file says about itself (front matter, PDF information, HTML head); None is unknown."""

    title: str | None = None
    publisher: str | None = None
    language: str | None = None
    audience: Audience | None = None
    url: str | None = None
    published: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    checked_on: date | None = None
    owner: str | None = None


class RowVerdict(StrEnum):
    """What an importer did with one row or record of a file."""

    TAKEN = "taken"
    IGNORED = "ignored"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RowReport:
    """One line of an importer's report: the row or record by number, its name, and why (Dutch)."""

    row: int
    verdict: RowVerdict
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """The text and structure of one file.

    `notices` are sentences in Dutch for the person who ingests: what was left out or looked odd.
    `records` are lines of JSON as `catalogue.codec.to_line` writes them; `rows` is the report of the
    importer that made them.
    """

    kind: SourceKind
    media_type: str
    pages: tuple[Page, ...]
    metadata: SourceMetadata = SourceMetadata()
    notices: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    rows: tuple[RowReport, ...] = ()

    @property
    def characters(self) -> int:
        """The number of characters over all pages."""
        return sum(len(page.text) for page in self.pages)


@dataclass(frozen=True, slots=True)
class Source:
    """A document or catalogue as received.

    `id` is derived from `address` and stays the same when the content changes; `version` is derived
    from the content and the way it was read. `address` is a path relative to the folder that was
    ingested, or an absolute one.
    """

    id: str
    version: str
    address: str
    title: str
    kind: SourceKind
    media_type: str
    language: str
    audience: Audience
    content_hash: str
    publisher: str = ""
    url: str = ""
    owner: str = ""
    published: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    checked_on: date | None = None

    def is_valid_on(self, today: date) -> bool:
        """Say whether the source may be shown as current on `today` (both ends inclusive)."""
        started = self.valid_from is None or self.valid_from <= today
        return started and (self.valid_until is None or today <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a source a passage stands: a page, section or row, by number and printed label."""

    kind: LocatorKind
    number: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A citable piece of one page of one source, with the exact span it occupies there."""

    id: str
    source_id: str
    version: str
    ordinal: int
    heading_path: tuple[str, ...]
    locator: Locator
    text: str
    page_number: int
    start: int
    end: int
    language: str
    references: tuple[Reference, ...] = ()
    record: RecordRef | None = None


@dataclass(frozen=True, slots=True)
class ScoredId:
    """The id of a passage with the score that one retriever gave it; higher is better."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class QuestionWord:
    """What a question looks for, as an index knows it.

    `forms` are the words it stands for (a foreign word's Dutch ones), `weight` (above 0) grows with its
    rarity, `likeness` gives for each like word of the index, folded, how alike it is (above 0, up to 1).
    """

    forms: tuple[str, ...]
    weight: float
    is_content: bool
    likeness: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class RetrieverRank:
    """The 1-based rank and the raw score that one retriever gave a passage."""

    retriever: str
    rank: int
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its source, its fused score (higher is better) and what each retriever said.

    `named` are the folded words by which the question names the source, which each of its passages is about.
    """

    passage: Passage
    source: Source
    score: float
    ranks: tuple[RetrieverRank, ...] = field(default=())
    named: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """A sentence that editors say answers such a question: its passage, its first offset there, and the chance (0 to 1)
    that it answers this one. `question` is the written question that is nearest.

    Of what is asked of one document alone, it is the chance that this one of its sentences is asked for, where one of them is.
    `likeness` (-1 to 1) is how like the question is to all that was written for the sentence.
    """

    passage_id: str
    start: int
    chance: float
    question: str
    likeness: float = 0.0
