"""Vectors by content: a text that was embedded once is never embedded again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from sqlalchemy import delete, insert, select

from knowledge.embedding.seam import Embedder, Vectors
from knowledge.store import schema
from knowledge.store.database import Database

BATCH = 500


class VectorCache:
    """An embedder with a memory in the SQL database; the same vectors, bit for bit."""

    def __init__(self, database: Database, embedder: Embedder) -> None:
        self._database = database
        self._embedder = embedder

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of `texts`, shape (len(texts), dimension), embedding only the unknown ones."""
        hashes = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in texts]
        known = self._read(sorted(set(hashes)))
        missing = {key: text for key, text in zip(hashes, texts, strict=True) if key not in known}
        if missing:
            fresh = self._embedder.vectors(list(missing.values()))
            self._write(list(missing), fresh)
            known.update(zip(missing, fresh, strict=True))
        result = np.empty((len(texts), self._embedder.dimension), dtype=np.float32)
        for row, key in enumerate(hashes):
            result[row] = known[key]
        return result

    def forget_other_embedders(self) -> None:
        """Delete the vectors of embedders that are no longer in use."""
        with self._database.writing() as connection:
            connection.execute(
                delete(schema.vectors).where(schema.vectors.c.embedder != self._embedder.fingerprint)
            )

    def _read(self, hashes: Sequence[str]) -> dict[str, Vectors]:
        found: dict[str, Vectors] = {}
        table = schema.vectors
        with self._database.reading() as connection:
            for start in range(0, len(hashes), BATCH):
                query = select(table.c.text_hash, table.c.vector).where(
                    table.c.embedder == self._embedder.fingerprint,
                    table.c.text_hash.in_(hashes[start : start + BATCH]),
                )
                for key, blob in connection.execute(query):
                    found[key] = np.frombuffer(blob, dtype="<f4")
        return found

    def _write(self, hashes: Sequence[str], vectors: Vectors) -> None:
        rows = [
            {
                "embedder": self._embedder.fingerprint,
                "text_hash": key,
                "vector": vector.astype("<f4").tobytes(),
            }
            for key, vector in zip(hashes, vectors, strict=True)
        ]
        with self._database.writing() as connection:
            connection.execute(insert(schema.vectors), rows)
