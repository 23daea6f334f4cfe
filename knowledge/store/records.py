"""Records of the current sources, or of those of one generation: read per kind, never changed here.

They are written by `SourceStore.put`, in the transaction of their source, and go with its version; so a
rollback of the sources is a rollback of the records.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from knowledge.catalogue.codec import Record
from knowledge.catalogue.facets import OfferFacets
from knowledge.store import schema
from knowledge.store.database import Database
from knowledge.store.record_rows import OfferRow, record_from
from knowledge.types import Audience

BATCH = 500


SECONDS_BEHIND = 0.5
"""How long what another process changed may stay unseen: a question asks several times, and means one state."""


@dataclass(frozen=True, slots=True)
class _Versions:
    """Versions as they were read at a moment, after so many writes of this process."""

    versions: tuple[str, ...]
    writes: int
    read: float


class RecordStore:
    """Reads records by the versions of the sources that state them."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database, self._clock = database, clock
        self._read_before: dict[tuple[Audience, int | None], _Versions] = {}

    def versions(
        self, audience: Audience = Audience.PUBLIC, generation: int | None = None
    ) -> tuple[str, ...]:
        """Return the versions with records that a reader of `audience` may see, sorted.

        With a `generation`, those that it was built from; else the current ones. What another process changed shows
        within `SECONDS_BEHIND`, what this one changed at once.
        """
        key, now, writes = (audience, generation), self._clock(), self._database.writes
        before = self._read_before.get(key)
        if before is None or before.writes != writes or now - before.read >= SECONDS_BEHIND:
            before = _Versions(self._versions(audience, generation), writes, now)
            self._read_before[key] = before
        return before.versions

    def _versions(self, audience: Audience, generation: int | None) -> tuple[str, ...]:
        listed = schema.active if generation is None else schema.generation_sources
        versions = schema.versions.c
        has_records = select(schema.records.c.version).where(
            schema.records.c.version == versions.version, schema.records.c.ordinal == 0
        )
        query = (
            select(versions.version)
            .join(listed, listed.c.version == versions.version)
            .where(versions.audience.in_([one.value for one in audience.visible]), has_records.exists())
            .order_by(versions.version)
        )
        if generation is not None:
            query = query.where(schema.generation_sources.c.number == generation)
        with self._database.reading() as connection:
            return tuple(row[0] for row in connection.execute(query))

    def records(self, kind: str, versions: Sequence[str]) -> Iterator[Record]:
        """Yield all records of a kind, as each source states them, by version and order in the source."""
        yield from self._read(schema.records.c.kind == kind, versions)

    def records_by_id(self, kind: str, ids: Sequence[str], versions: Sequence[str]) -> Iterator[Record]:
        """Yield what any source states about the records with the given ids, by version and order.

        The versions are picked here and not in SQL: with both, the planners walk the larger index.
        """
        table, about, visible = schema.records.c, schema.versions.c, frozenset(versions)
        columns = (table.version, table.ordinal, table.body, about.source_id)
        for start in range(0, len(ids), BATCH):
            query = select(*columns).join(schema.versions, about.version == table.version)
            query = query.where(table.kind == kind, table.id.in_(ids[start : start + BATCH]))
            with self._database.reading() as connection:
                rows = sorted(row for row in connection.execute(query).all() if row[0] in visible)
            for _, _, body, source_id in rows:
                yield record_from(body, source_id)

    def offer_rows(self, versions: Sequence[str]) -> Iterator[OfferRow]:
        """Yield every stated offer in its flat form."""
        table = schema.records.c
        columns = (table.version, table.ordinal, table.id, table.merge_key, table.facets)
        for start in range(0, len(versions), BATCH):
            query = select(*columns).where(
                table.kind == "offer", table.version.in_(versions[start : start + BATCH])
            )
            with self._database.reading() as connection:
                rows = connection.execute(query.order_by(table.version, table.ordinal)).all()
            for version, ordinal, record_id, key, facets in rows:
                yield OfferRow(version, ordinal, record_id, key, OfferFacets.from_json(json.loads(facets)))

    def labels(self, versions: Sequence[str]) -> Iterator[tuple[str, dict[str, list[str]]]]:
        """Yield the id and the labels per language of every stated occupation."""
        table = schema.records.c
        for start in range(0, len(versions), BATCH):
            query = select(table.id, table.facets).where(
                table.kind == "occupation", table.version.in_(versions[start : start + BATCH])
            )
            with self._database.reading() as connection:
                rows = connection.execute(query.order_by(table.version, table.ordinal)).all()
            for record_id, labels in rows:
                yield record_id, json.loads(labels)

    def ids(self, versions: Sequence[str]) -> dict[str, set[str]]:
        """Return the ids that are stated, per kind."""
        table = schema.records.c
        found: dict[str, set[str]] = {}
        with self._database.reading() as connection:
            for start in range(0, len(versions), BATCH):
                query = select(table.kind, table.id).where(table.version.in_(versions[start : start + BATCH]))
                for kind, record_id in connection.execute(query):
                    found.setdefault(kind, set()).add(record_id)
        return found

    def _read(self, condition: ColumnElement[bool], versions: Sequence[str]) -> Iterator[Record]:
        table, about = schema.records.c, schema.versions.c
        for start in range(0, len(versions), BATCH):
            query = (
                select(table.body, about.source_id)
                .join(schema.versions, about.version == table.version)
                .where(condition, table.version.in_(versions[start : start + BATCH]))
                .order_by(table.version, table.ordinal)
            )
            with self._database.reading() as connection:
                rows = connection.execute(query).all()
            for body, source_id in rows:
                yield record_from(body, source_id)
