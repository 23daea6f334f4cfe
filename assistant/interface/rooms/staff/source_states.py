"""The state of every source: current, coming, ended, in want of a check, or not read the last time. Pure."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.indexing import UPLOAD_PREFIX
from knowledge.ingest_plan import source_id_of
from knowledge.library.contents import is_bundled
from knowledge.store.failed import FailedFile
from knowledge.store.sources import StoredSource
from knowledge.types import Source, SourceKind

MONTHS = 12
"""Unless asked otherwise a source is checked once a year: schools publish per study year."""


class SourceState(StrEnum):
    """What is to be known of a source at first sight; the most urgent comes first."""

    FAILED = "failed"
    ENDED = "ended"
    STALE = "stale"
    COMING = "coming"
    ACTIVE = "active"


class Origin(StrEnum):
    """How a source came in, which decides whether taking it out lasts."""

    LIBRARY = "library"
    UPLOAD = "upload"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the list. `stored` is None for a file that was never read; `note` says why it failed."""

    id: str
    title: str
    address: str
    state: SourceState
    origin: Origin
    stored: StoredSource | None = None
    note: str = ""

    @property
    def source(self) -> Source | None:
        """The source as it is stored."""
        return self.stored.source if self.stored else None


@dataclass(frozen=True, slots=True)
class SourceFilter:
    """What the list is asked for; "" asks for all. `words` must all stand in title, publisher, owner or address."""

    state: str = ""
    audience: str = ""
    kind: str = ""
    words: str = ""

    def passes(self, line: SourceLine) -> bool:
        """Say whether a line is asked for."""
        source = line.source
        if self.state and line.state != self.state:
            return False
        if self.audience and (source is None or source.audience != self.audience):
            return False
        if self.kind and (source is None or source.kind != self.kind):
            return False
        told = f"{line.title} {line.address} {source.publisher if source else ''} {source.owner if source else ''}"
        return all(word in told.casefold() for word in self.words.casefold().split())


def source_lines(
    stored: Iterable[StoredSource], failed: Iterable[FailedFile], today: date, months: int = MONTHS
) -> tuple[SourceLine, ...]:
    """Return every source and every file that could not be read, what asks for attention first, then by title."""
    notes = {file.address: file.note for file in failed}
    lines = []
    for item in stored:
        source = item.source
        note = notes.pop(source.address, "")
        state = SourceState.FAILED if note else state_of(source, today, months)
        lines.append(
            SourceLine(source.id, source.title, source.address, state, origin_of(source.address), item, note)
        )
    for address, note in notes.items():
        name = address.removeprefix(UPLOAD_PREFIX).rsplit("/", 1)[-1]
        lines.append(
            SourceLine(
                source_id_of(address), name, address, SourceState.FAILED, origin_of(address), note=note
            )
        )
    order = list(SourceState)
    return tuple(sorted(lines, key=lambda line: (order.index(line.state), line.title.casefold(), line.id)))


def state_of(source: Source, today: date, months: int) -> SourceState:
    """Return the state of a source that was read; a document that was never checked wants a check.

    The records of a catalogue each have a day of their own: what is old among them stands in the list of checks.
    """
    if source.valid_until is not None and source.valid_until < today:
        return SourceState.ENDED
    if source.valid_from is not None and source.valid_from > today:
        return SourceState.COMING
    if source.checked_on is None:
        return SourceState.ACTIVE if source.kind is SourceKind.CATALOGUE else SourceState.STALE
    is_old = source.checked_on < months_before(today, months)
    return SourceState.STALE if is_old else SourceState.ACTIVE


def months_before(day: date, months: int) -> date:
    """Return the same day `months` earlier, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def origin_of(address: str) -> Origin:
    """Return how the source at an address came in."""
    if is_bundled(address):
        return Origin.LIBRARY
    return Origin.UPLOAD if address.startswith(UPLOAD_PREFIX) else Origin.FOLDER


def counts(lines: Sequence[SourceLine]) -> dict[SourceState, int]:
    """Return how many lines are in each state."""
    return {state: sum(line.state is state for line in lines) for state in SourceState}
