"""Files that could not be read the last time: kept until they can, so that nobody has to have seen the report."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, MetaData, Table, Text, delete, insert, select

from knowledge.store.database import Database

BATCH = 500

_metadata = MetaData()

_failed = Table(
    "failed_files",
    _metadata,
    Column("address", Text, primary_key=True),
    Column("note", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that could not be read: why and what to do (Dutch), and when, in seconds since 1970."""

    address: str
    note: str
    at: int


class FailedFiles:
    """The failures of the last ingest of each file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.create(_metadata)

    def all(self) -> tuple[FailedFile, ...]:
        """Return the failures by address."""
        columns = _failed.c
        query = select(columns.address, columns.note, columns.at).order_by(columns.address)
        with self._database.reading() as connection:
            return tuple(FailedFile(*row) for row in connection.execute(query))

    def settle(self, seen: Sequence[str], failed: Mapping[str, str]) -> None:
        """Replace what is known of the addresses `seen` by the notes in `failed`, in one transaction.

        Nothing is written when nothing is different: a start on a full disk must not need to. All of `failed` is `seen`.
        """
        before = {file.address: file.note for file in self.all()}
        settled = [
            name for name in dict.fromkeys(seen) if name in before and before[name] != failed.get(name)
        ]
        rows = [
            {"address": address, "note": note, "at": int(time.time())}
            for address, note in failed.items()
            if before.get(address) != note
        ]
        if not settled and not rows:
            return
        with self._database.writing() as connection:
            for start in range(0, len(settled), BATCH):
                part = settled[start : start + BATCH]
                connection.execute(delete(_failed).where(_failed.c.address.in_(part)))
            if rows:
                connection.execute(insert(_failed), rows)

    def forget(self, address: str) -> None:
        """Drop one failure; one that is not there is no error."""
        self.settle([address], {})
