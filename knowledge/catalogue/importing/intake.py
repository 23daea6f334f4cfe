"""What every importer fills: the records that were taken, and a report of every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from knowledge.catalogue.codec import Record, from_line, kind_of, to_line
from knowledge.catalogue.facts import UNKNOWN, Fact, Provenance, Stated
from knowledge.errors import UnusableRecordError
from knowledge.types import RowReport, RowVerdict

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Taken:
    """A record as its JSON line, with the row it came from. Objects would take ten times the room."""

    row: int
    line: str

    @property
    def record(self) -> Record:
        """The record, decoded anew each time."""
        return from_line(self.line)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an importer made of a file.

    `specification` names the format and its version. `unmapped` counts the fields that have no place
    in a record, by name, most frequent first.
    """

    specification: str
    taken: tuple[Taken, ...]
    rows: tuple[RowReport, ...]
    unmapped: tuple[tuple[str, int], ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """The records alone, in the order of the file."""
        return tuple(one.record for one in self.taken)


class RowError(ValueError):
    """A row cannot become a record; the text says why, in Dutch, for its keeper."""


@dataclass(slots=True)
class Intake:
    """Gathers records and reports while an importer reads a file."""

    specification: str
    _taken: list[Taken] = field(default_factory=list)
    _rows: list[RowReport] = field(default_factory=list)
    _ids: set[tuple[str, str]] = field(default_factory=set)
    _unmapped: Counter[str] = field(default_factory=Counter)

    def attempt(self, row: int, name: str, make: Callable[[], Record], notes: Sequence[str] = ()) -> None:
        """Take the record that `make` returns; its `RowError` becomes the reason of a refusal.

        `notes` is read after `make` was called, which may add to it.
        """
        try:
            record = make()
            self.take(row, record, "; ".join(notes))
        except RowError as error:
            self.refuse(row, name, str(error))

    def take(self, row: int, record: Record, note: str = "") -> None:
        """Take a record, or refuse it when its id was seen or it holds what no record may hold."""
        try:
            line = to_line(record)
            from_line(line)
        except (UnusableRecordError, UnicodeEncodeError) as error:
            found = error.found if isinstance(error, UnusableRecordError) else "de tekst bevat een half teken"
            self.refuse(row, record.id, found)
            return
        self.take_line(row, record, line, note)

    def take_line(self, row: int, record: Record, line: str, note: str = "") -> None:
        """Take a record of which the line was read and checked, unless its id was seen."""
        key = (kind_of(record), record.id)
        if key in self._ids:
            self.refuse(row, record.id, "dubbel: dit id is eerder in dit bestand gebruikt")
            return
        self._ids.add(key)
        self._taken.append(Taken(row, line))
        self._rows.append(RowReport(row, RowVerdict.TAKEN, record.id, note))

    def refuse(self, row: int, name: str, reason: str) -> None:
        """Report that a row is wrong."""
        self._rows.append(RowReport(row, RowVerdict.REFUSED, shown(name), reason))

    def ignore(self, row: int, name: str, reason: str) -> None:
        """Report that a row is right and holds nothing for us."""
        self._rows.append(RowReport(row, RowVerdict.IGNORED, shown(name), reason))

    def unmapped(self, name: str) -> None:
        """Count a field that has no place in a record."""
        self._unmapped[shown(name)] += 1

    def done(self) -> Imported:
        """Return what was gathered."""
        unmapped = tuple(self._unmapped.most_common())
        return Imported(self.specification, tuple(self._taken), tuple(self._rows), unmapped)


def shown(text: str, longest: int = 80) -> str:
    """Return `text` as it may stand in a report: printable, on one line, short."""
    line = "".join(char if char.isprintable() else " " for char in text).strip()
    return line if len(line) <= longest else line[: longest - 3] + "..."


def known(value: T | None, about: Provenance) -> Fact[T]:
    """Return a fact of one statement; None, "" and () are unknown."""
    return UNKNOWN if value in (None, "", ()) else Fact((Stated(value, about),))
