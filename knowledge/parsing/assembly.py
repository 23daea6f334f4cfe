"""Put blocks on a page: the text grows, and every block knows the span it occupies."""

from __future__ import annotations

from knowledge.config import ParsingLimits
from knowledge.errors import UnreadableFileError
from knowledge.parsing.cleaning import clean_line
from knowledge.parsing.received import ReceivedFile
from knowledge.types import Block, BlockKind, Page, RecordRef, Reference

_TIGHT = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})
"""Kinds that follow one of their own on the next line, without an empty line between them."""


class PageAssembly:
    """Gather the blocks of one page in reading order.

    Invariant: ``text[block.start:block.end]`` is the cleaned text of the block; blocks are in order
    and do not overlap; between two of them stand one or two newlines.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._references: list[Reference] = []

    @property
    def length(self) -> int:
        """The number of characters so far."""
        return self._length

    def add(
        self, kind: BlockKind, text: str, level: int = 0, row: int = 0, record: RecordRef | None = None
    ) -> tuple[int, int] | None:
        """Add a block and return its span; a text without visible characters adds nothing (None)."""
        line = clean_line(text)
        if not line:
            return None
        if self._blocks:
            tight = kind in _TIGHT and self._blocks[-1].kind is kind
            self._append("\n" if tight else "\n\n")
        start = self._length
        self._append(line)
        self._blocks.append(Block(start, self._length, kind, level, row, record))
        return start, self._length

    def refer(self, reference: Reference) -> None:
        """Say where a span of this page comes from."""
        self._references.append(reference)

    def page(self, number: int, label: str = "") -> Page:
        """Return the page as it stands."""
        return Page(
            number, clean_line(label), "".join(self._parts), tuple(self._blocks), tuple(self._references)
        )

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


class CharacterBudget:
    """Count the characters of a file as its pages grow, and refuse the file above the cap."""

    def __init__(self, received: ReceivedFile) -> None:
        self._received = received
        self._limits: ParsingLimits = received.limits
        self._spent = 0

    def spend(self, characters: int) -> None:
        """Count `characters` more. Raises `UnreadableFileError` above the cap."""
        self._spent += characters
        if self._spent > self._limits.characters:
            raise too_many_characters(self._received)


def too_many_characters(received: ReceivedFile) -> UnreadableFileError:
    """Return the refusal of a file with more text than one source may hold."""
    return received.refusal(
        f"Er staan meer dan {received.limits.characters:,} tekens in.".replace(",", "."),
        "Deel het bestand op in kleinere delen.",
    )
