"""Vectors by content: a text that was embedded once is never embedded again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from sqlalchemy import delete, insert, select

from knowledge.embedding.seam import Vectors
from knowledge.store import schema
from knowledge.store.database import Database

BATCH = 500


def content_hash(text: str) -> str:
    """Return the SHA-256 of a text, which is its key in the cache."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class VectorCache:
    """The vectors of one embedder in the SQL database, bit for bit as they were made."""

    def __init__(self, database: Database, fingerprint: str) -> None:
        self._database = database
        self._fingerprint = fingerprint

    def read(self, hashes: Sequence[str]) -> dict[str, Vectors]:
        """Return the known vectors among `hashes`, by hash."""
        found: dict[str, Vectors] = {}
        table = schema.vectors
        with self._database.reading() as connection:
            for start in range(0, len(hashes), BATCH):
                query = select(table.c.text_hash, table.c.vector).where(
                    table.c.embedder == self._fingerprint,
                    table.c.text_hash.in_(hashes[start : start + BATCH]),
                )
                for key, blob in connection.execute(query):
                    found[key] = np.frombuffer(blob, dtype="<f4")
        return found

    def write(self, vectors: dict[str, Vectors]) -> None:
        """Remember vectors by hash, in one transaction; hashes that are known already must not be among them."""
        rows = [
            {"embedder": self._fingerprint, "text_hash": key, "vector": vector.astype("<f4").tobytes()}
            for key, vector in vectors.items()
        ]
        if rows:
            with self._database.writing() as connection:
                connection.execute(insert(schema.vectors), rows)

    def forget_other_embedders(self) -> None:
        """Delete the vectors of embedders that are no longer in use."""
        with self._database.writing() as connection:
            connection.execute(delete(schema.vectors).where(schema.vectors.c.embedder != self._fingerprint))
