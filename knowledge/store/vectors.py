"""Chroma, and nothing else of Chroma's, lives here: one collection per audience, vectors and ids only.

Texts stay in the SQL database: Chroma is a cache that may be lost. It is always given our vectors,
never its own default embedder, and no `where` filter (measured 22 times slower): an audience is a
collection, validity is filtered over a wider candidate list.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from knowledge.embedding.seam import Vectors
from knowledge.types import Audience, ScoredId

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

ADD_BATCH = 2_000
"""Chroma refuses batches above 5,461."""

HNSW = {"space": "cosine", "ef_search": 200, "ef_construction": 200}
"""ef_search cannot be raised later on a loaded index, so it is set high from the start."""


class VectorStore:
    """Nearest passages by cosine similarity, in one Chroma directory or on one Chroma server."""

    def __init__(self, client: ClientAPI, prefix: str) -> None:
        self._client = client
        self._prefix = prefix
        self._collections: dict[Audience, Any] = {}
        self._counts: dict[Audience, int] = {}

    @classmethod
    def embedded(cls, folder: Path) -> VectorStore:
        """Open or create the store in `folder`. Only one process may write there, ever."""
        import chromadb

        return cls(chromadb.PersistentClient(str(folder), settings=_quiet()), "passages")

    @classmethod
    def server(cls, url: str, generation: int) -> VectorStore:
        """Use the Chroma server at `url`; the generation is part of the collections' names.

        A Chroma server ignores its own authentication settings: keep it on a private network, behind
        an authenticating proxy.
        """
        import chromadb

        parts = urlsplit(url)
        client = chromadb.HttpClient(
            host=parts.hostname or "localhost",
            port=parts.port or (443 if parts.scheme == "https" else 80),
            ssl=parts.scheme == "https",
            settings=_quiet(),
        )
        return cls(client, f"leerwijzer-{generation}")

    def create(self) -> None:
        """Create the empty collections."""
        for audience in Audience:
            self._collections[audience] = self._client.create_collection(
                self._name(audience),
                embedding_function=None,
                configuration={"hnsw": HNSW},  # type: ignore[arg-type]
            )

    def add(self, audience: Audience, ids: Sequence[str], vectors: Vectors) -> None:
        """Add vectors under their ids, in batches that Chroma accepts."""
        collection = self._collection(audience)
        for start in range(0, len(ids), ADD_BATCH):
            end = start + ADD_BATCH
            collection.add(ids=list(ids[start:end]), embeddings=vectors[start:end])
        self._counts.pop(audience, None)

    def count(self, audience: Audience) -> int:
        """Return how many vectors the audience's collection holds; asked of Chroma once, since a generation never
        changes after it was built (a count took 12 ms of each question)."""
        if audience not in self._counts:
            self._counts[audience] = int(self._collection(audience).count())
        return self._counts[audience]

    def search(self, audience: Audience, vector: Vectors, limit: int) -> tuple[ScoredId, ...]:
        """Return at most `limit` ids by falling cosine similarity (-1 to 1), ties by id."""
        available = self.count(audience)
        if available == 0 or limit <= 0:
            return ()
        found = self._collection(audience).query(
            query_embeddings=[vector], n_results=min(limit, available), include=["distances"]
        )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        scored = [ScoredId(id_, 1.0 - float(distance)) for id_, distance in pairs]
        return tuple(sorted(scored, key=lambda hit: (-hit.score, hit.id)))

    def stored(self, audience: Audience, ids: Sequence[str]) -> dict[str, Vectors]:
        """Return the stored vectors of the given ids."""
        found = self._collection(audience).get(ids=list(ids), include=["embeddings"])
        return dict(zip(found["ids"], found["embeddings"], strict=True))

    def drop(self) -> None:
        """Delete this generation's collections (needed on a server; a directory is just removed)."""
        for audience in Audience:
            self._client.delete_collection(self._name(audience))

    def close(self) -> None:
        """Release the files."""
        self._collections.clear()
        self._client.close()  # type: ignore[attr-defined]

    def _name(self, audience: Audience) -> str:
        return f"{self._prefix}-{audience.value}"

    def _collection(self, audience: Audience) -> Any:
        if audience not in self._collections:
            self._collections[audience] = self._client.get_collection(
                self._name(audience), embedding_function=None
            )
        return self._collections[audience]


def _quiet() -> Any:
    """Return client settings without telemetry."""
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)
