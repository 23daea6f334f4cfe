"""The names of the catalogue's organisations and schemes, by which what people type is written as the sources write it."""

from __future__ import annotations

import threading
from itertools import chain

from assistant.understanding.names_written import NamesWritten
from assistant.writing.records import RecordWriter
from knowledge.store.catalogue import StoredCatalogue
from knowledge.types import Audience


class NamesOfRecords:
    """Writes names. Thread-safe; follows the catalogue when sources change."""

    def __init__(self, records: RecordWriter) -> None:
        self._records = records
        self._known: dict[Audience, tuple[StoredCatalogue, NamesWritten]] = {}
        self._lock = threading.Lock()

    def written(self, text: str, audience: Audience) -> str:
        """Return a text with the names that the records of an audience hold as they write them."""
        return self._names(audience).written(text)

    def _names(self, audience: Audience) -> NamesWritten:
        catalogue = self._records.book(audience).catalogue
        with self._lock:
            known = self._known.get(audience)
            if known is None or known[0] is not catalogue:
                named = chain(
                    ((one.name, one.synonyms) for one in catalogue.providers()),
                    ((one.name, one.synonyms) for one in catalogue.schemes()),
                )
                known = (catalogue, NamesWritten.of(named))
                self._known[audience] = known
            return known[1]
