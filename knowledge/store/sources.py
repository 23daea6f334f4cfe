"""Sources, pages and passages in the SQL database: one transaction per source."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, func, insert, select, update

from knowledge.catalogue.codec import RecordLine
from knowledge.remembering import Remembered
from knowledge.store import schema
from knowledge.store.database import Database
from knowledge.store.record_rows import record_row
from knowledge.store.rows import passage_from, passage_row, record_in, source_from, source_row
from knowledge.types import Page, Passage, Source

RECORD_BATCH = 2_000
"""Records that are held in memory at once; all batches of a source are one transaction."""

BATCH = 500
"""Identifiers per IN clause; SQLite allows 32,766 variables, PostgreSQL plans long lists slowly."""


SECONDS_BEHIND = 0.5
"""How long what another process changed of a source may stay unseen: the searches of a few questions."""

MOST_SEEN = 2_000
"""Sources that are remembered for that long: about 2 MB."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One address that is known: its source, the version that is current, and the file's stamp."""

    address: str
    source_id: str
    version: str
    root: str
    stamp: str
    content_hash: str
    audience: str
    is_alias: bool = False


@dataclass(frozen=True, slots=True)
class StoredSource:
    """A current source with its size."""

    source: Source
    root: str
    page_count: int
    passage_count: int


@dataclass(frozen=True, slots=True)
class _Seen:
    """Sources as they were read since a moment, after so many writes of this process, in a state of the database.

    It is settled when it was that already the last time: then whatever is stored makes it another one.
    """

    writes: int
    since: float
    state: tuple[int, ...] | None
    is_settled: bool
    sources: Remembered[str, Source]


class SourceStore:
    """Reads and writes sources. Writers hold the builder's lock; readers need none."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database, self._clock = database, clock
        self._seen = _Seen(-1, 0.0, None, False, Remembered(MOST_SEEN))

    def files(self) -> tuple[StoredFile, ...]:
        """Return every known address, aliases included, sorted by address."""
        active, versions, aliases = schema.active, schema.versions, schema.aliases
        shared = (versions.c.content_hash, versions.c.audience)
        own = select(
            active.c.address, active.c.source_id, active.c.version, active.c.root, active.c.stamp, *shared
        )
        own = own.join(versions, versions.c.version == active.c.version)
        other = (
            select(
                aliases.c.address,
                aliases.c.source_id,
                active.c.version,
                aliases.c.root,
                aliases.c.stamp,
                *shared,
            )
            .join(active, active.c.source_id == aliases.c.source_id)
            .join(versions, versions.c.version == active.c.version)
        )
        with self._database.reading() as connection:
            found = [StoredFile(*row) for row in connection.execute(own)]
            found += [StoredFile(*row, is_alias=True) for row in connection.execute(other)]
        return tuple(sorted(found, key=lambda file: file.address))

    def sources(self) -> tuple[StoredSource, ...]:
        """Return the current sources, sorted by address."""
        query = (
            select(schema.versions, schema.active.c.root)
            .join(schema.active, schema.active.c.version == schema.versions.c.version)
            .order_by(schema.versions.c.address)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).mappings().all()
        return tuple(
            StoredSource(source_from(row), row["root"], row["page_count"], row["passage_count"])
            for row in rows
        )

    def put(
        self,
        source: Source,
        pages: Sequence[Page],
        passages: Sequence[Passage],
        root: str,
        stamp: str,
        records: Iterable[RecordLine] = (),
    ) -> None:
        """Store a version with its pages, passages and records and make it current, in one transaction.

        `records` is read as it is stored; an error that it raises leaves everything as it was.
        """
        with self._database.writing() as connection:
            if not _exists(connection, source.version):
                connection.execute(insert(schema.versions), [source_row(source, len(pages), len(passages))])
                page_rows = [
                    {"version": source.version, "number": p.number, "label": p.label, "text": p.text}
                    for p in pages
                ]
                _insert_all(connection, schema.pages, page_rows)
                _insert_all(connection, schema.passages, [passage_row(passage) for passage in passages])
                record_rows = [
                    record_row(source.version, number, record) for number, record in enumerate(records)
                ]
                _insert_all(connection, schema.records, record_rows)
            connection.execute(delete(schema.active).where(schema.active.c.source_id == source.id))
            connection.execute(delete(schema.aliases).where(schema.aliases.c.address == source.address))
            connection.execute(
                insert(schema.active).values(
                    source_id=source.id,
                    version=source.version,
                    address=source.address,
                    root=root,
                    stamp=stamp,
                )
            )

    def put_alias(self, address: str, source_id: str, root: str, stamp: str) -> None:
        """Remember that the file at `address` has the content of an existing source."""
        with self._database.writing() as connection:
            connection.execute(delete(schema.aliases).where(schema.aliases.c.address == address))
            connection.execute(
                insert(schema.aliases).values(address=address, source_id=source_id, root=root, stamp=stamp)
            )

    def restamp(self, address: str, stamp: str) -> None:
        """Store the new stamp of a file whose content did not change."""
        with self._database.writing() as connection:
            for table in (schema.active, schema.aliases):
                connection.execute(update(table).where(table.c.address == address).values(stamp=stamp))

    def describe(self, source: Source) -> None:
        """Store what people tell of a version that is there: publisher, owner, and the days it holds and was checked.

        None of these shapes the index, so no new generation is needed; a generation that lists the version says it too.
        """
        versions = schema.versions
        with self._database.writing() as connection:
            connection.execute(
                update(versions)
                .where(versions.c.version == source.version)
                .values(
                    publisher=source.publisher,
                    owner=source.owner,
                    valid_from=source.valid_from,
                    valid_until=source.valid_until,
                    checked_on=source.checked_on,
                )
            )

    def remove(self, files: Sequence[StoredFile]) -> None:
        """Make the given files' sources no longer current, in one transaction; aliases just go."""
        with self._database.writing() as connection:
            for file in files:
                connection.execute(delete(schema.aliases).where(schema.aliases.c.address == file.address))
                if not file.is_alias:
                    connection.execute(
                        delete(schema.aliases).where(schema.aliases.c.source_id == file.source_id)
                    )
                    connection.execute(
                        delete(schema.active).where(schema.active.c.source_id == file.source_id)
                    )

    def sources_of(self, versions: Sequence[str]) -> dict[str, Source]:
        """Return the sources of the given versions, by version; unknown versions are left out.

        Who owns a source and until when it holds may change: what another process changed shows within `SECONDS_BEHIND`,
        what this one changed at once.
        """
        seen = self._still_seen()
        found = {version: one for version in versions if (one := seen.sources.get(version)) is not None}
        read = self._read_sources([version for version in versions if version not in found])
        for version, one in read.items():
            seen.sources.note(version, one)
        return found | read

    def _still_seen(self) -> _Seen:
        """Return what was read of sources and holds still; nothing where something may have been stored since."""
        seen, now, writes = self._seen, self._clock(), self._database.writes
        if seen.writes == writes and now - seen.since < SECONDS_BEHIND:
            return seen
        state = self._database.state()
        is_same = seen.writes == writes and state is not None and state == seen.state
        kept = seen.sources if is_same and seen.is_settled else Remembered(MOST_SEEN)
        self._seen = _Seen(writes, now, state, is_same, kept)
        return self._seen

    def _read_sources(self, versions: Sequence[str]) -> dict[str, Source]:
        found: dict[str, Source] = {}
        if not versions:
            return found
        with self._database.reading() as connection:
            for batch in _batches(versions):
                query = select(schema.versions).where(schema.versions.c.version.in_(batch))
                found.update(
                    {row["version"]: source_from(row) for row in connection.execute(query).mappings()}
                )
        return found

    def passages_of(self, versions: Sequence[str]) -> Iterator[Passage]:
        """Yield the passages of the given versions, by version and then in reading order."""
        for batch in _batches(versions):
            with self._database.reading() as connection:
                query = _passages().where(schema.passages.c.version.in_(batch))
                query = query.order_by(schema.passages.c.version, schema.passages.c.ordinal)
                rows = connection.execute(query).mappings().all()
            yield from map(passage_from, rows)

    def passages_by_id(self, ids: Sequence[str]) -> dict[str, Passage]:
        """Return the passages with the given ids, by id; unknown ids are left out."""
        found: dict[str, Passage] = {}
        with self._database.reading() as connection:
            for batch in _batches(ids):
                rows = connection.execute(_passages().where(schema.passages.c.id.in_(batch))).mappings()
                found.update({row["id"]: passage_from(row) for row in rows})
        return found

    def passages_of_records(self, versions: Sequence[str]) -> dict[tuple[str, str], str]:
        """Return the id of the passage that words each record, by kind and id; of several the first version's."""
        passages = schema.passages.c
        found: dict[tuple[str, str], str] = {}
        for batch in _batches(versions):
            query = select(passages.id, passages.extra).where(passages.version.in_(batch))
            with self._database.reading() as connection:
                rows = connection.execute(query.order_by(passages.version, passages.ordinal)).all()
            for id_, extra in rows:
                record = record_in(extra)
                if record is not None:
                    found.setdefault((record.kind, record.id), id_)
        return found

    def page_text(self, version: str, number: int) -> str | None:
        """Return the text of one page, or None when there is no such page."""
        query = select(schema.pages.c.text).where(
            schema.pages.c.version == version, schema.pages.c.number == number
        )
        with self._database.reading() as connection:
            return connection.execute(query).scalar()

    def drop_unreferenced(self) -> int:
        """Delete versions that are neither current nor part of a kept generation; return how many."""
        keep = select(schema.active.c.version).union(select(schema.generation_sources.c.version))
        with self._database.writing() as connection:
            doomed = connection.execute(
                select(schema.versions.c.version).where(schema.versions.c.version.not_in(keep))
            )
            versions = [row[0] for row in doomed]
            for batch in _batches(versions):
                for table in (schema.records, schema.passages, schema.pages, schema.versions):
                    connection.execute(delete(table).where(table.c.version.in_(batch)))
        return len(versions)

    def content_hashes(self) -> frozenset[str]:
        """Return the content hashes of all versions, current and kept."""
        with self._database.reading() as connection:
            return frozenset(row[0] for row in connection.execute(select(schema.versions.c.content_hash)))

    def counts(self) -> tuple[int, int]:
        """Return the number of current sources and of their passages."""
        query = select(func.count(), func.coalesce(func.sum(schema.versions.c.passage_count), 0)).join(
            schema.active, schema.active.c.version == schema.versions.c.version
        )
        with self._database.reading() as connection:
            sources, passages = connection.execute(query).one()
        return int(sources), int(passages)


def _passages() -> Select[tuple[object, ...]]:
    joined = schema.versions.c.version == schema.passages.c.version
    return select(*schema.passages.c, schema.versions.c.source_id).join(schema.versions, joined)


def _exists(connection: Connection, version: str) -> bool:
    return (
        connection.execute(
            select(schema.versions.c.version).where(schema.versions.c.version == version)
        ).first()
        is not None
    )


def _insert_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _insert_records(connection: Connection, version: str, records: Iterable[RecordLine]) -> None:
    rows = (record_row(version, number, record) for number, record in enumerate(records))
    while batch := list(islice(rows, RECORD_BATCH)):
        connection.execute(insert(schema.records), batch)


def _batches(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
