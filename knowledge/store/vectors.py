"""Chroma, and nothing else of Chroma's, lives here: one collection per audience, vectors and ids only.

Texts stay in the SQL database: Chroma is a cache that may be lost. It is always given our vectors,
never its own default embedder, and no `where` filter (measured 22 times slower): an audience is a
collection, validity is filtered over a wider candidate list.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile, gettempdir
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from knowledge.embedding.seam import Vectors
from knowledge.errors import DiskFullError, VectorStoreError
from knowledge.store.failures import has_no_room, writing_below
from knowledge.types import Audience, ScoredId

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

ADD_BATCH = 2_000
"""Chroma refuses batches above 5,461."""

HNSW = {"space": "cosine", "ef_search": 600, "ef_construction": 200, "batch_size": 2, "sync_threshold": 2}
"""Ten times the candidates that a question asks for. At 200 a rebuilt index of alike passages answered otherwise
than before, since the order of Chroma's threads shapes the graph; at 600 the same 60 of 60 in every build, and a
recall of 0.9998 instead of 0.9947 (12,000 vectors of 256 numbers) for 1 ms more. It cannot be raised later on a
loaded index. Each batch is written into the graph as it is added: of 2,460 vectors the last 460 would wait in Chroma's journal
(`sync_threshold` is 1,000 by default), and be put into the graph anew, in another order, by each process that opens it: the first
question then takes 0.2 s more, and neighbours differ from process to process."""

PREFIX = "passages"
"""Start of the names of the collections in a folder."""

ROOM = 256 * 1024
"""More than Chroma's journal takes when it opens (measured: it failed only on a disk with nothing free)."""


class VectorStore:
    """Nearest passages by cosine similarity, in one Chroma directory or on one Chroma server."""

    def __init__(
        self, client: ClientAPI, prefix: str, place: str, copied: TemporaryDirectory[str] | None = None
    ) -> None:
        self._client = client
        self._prefix = prefix
        self._place = place
        self._copied = copied
        self._collections: dict[Audience, Any] = {}
        self._counts: dict[Audience, int] = {}

    @classmethod
    def embedded(cls, folder: Path) -> VectorStore:
        """Open or create the store in `folder`. Only one process may write there, ever."""
        return cls(_client(folder), PREFIX, str(folder))

    @classmethod
    def reading(cls, folder: Path) -> VectorStore:
        """Open the store in `folder`, which no build writes any more.

        Chroma writes when it merely opens; on a disk that is full or read-only it gets a private copy of
        the folder in the system's temporary folder, which goes when the store is closed.
        """
        if _can_write(folder):
            return cls(_client(folder), PREFIX, str(folder))
        with writing_below(Path(gettempdir())):
            copied = TemporaryDirectory(prefix="leerwijzer-")
            copy = Path(copied.name) / folder.name
            shutil.copytree(folder, copy, copy_function=shutil.copyfile)
        return cls(_client(copy), PREFIX, str(folder), copied)

    @classmethod
    def server(cls, url: str, generation: int) -> VectorStore:
        """Use the Chroma server at `url`; the generation is part of the collections' names.

        A Chroma server ignores its own authentication settings: keep it on a private network, behind
        an authenticating proxy.
        """
        import chromadb

        parts = urlsplit(url)
        with _translated(url):
            client = chromadb.HttpClient(
                host=parts.hostname or "localhost",
                port=parts.port or (443 if parts.scheme == "https" else 80),
                ssl=parts.scheme == "https",
                settings=_quiet(),
            )
        return cls(client, f"leerwijzer-{generation}", url)

    def create(self) -> None:
        """Create the empty collections."""
        with _translated(self._place):
            for audience in Audience:
                self._collections[audience] = self._client.create_collection(
                    self._name(audience),
                    embedding_function=None,
                    configuration={"hnsw": HNSW},  # type: ignore[arg-type]
                )

    def add(self, audience: Audience, ids: Sequence[str], vectors: Vectors) -> None:
        """Add vectors under their ids, in batches that Chroma accepts."""
        collection = self._collection(audience)
        with _translated(self._place):
            for start in range(0, len(ids), ADD_BATCH):
                end = start + ADD_BATCH
                collection.add(ids=list(ids[start:end]), embeddings=vectors[start:end])
        self._counts.pop(audience, None)

    def count(self, audience: Audience) -> int:
        """Return how many vectors the audience's collection holds; asked of Chroma once, since a generation never
        changes after it was built (a count took 12 ms of each question)."""
        if audience not in self._counts:
            with _translated(self._place):
                self._counts[audience] = int(self._collection(audience).count())
        return self._counts[audience]

    def search(self, audience: Audience, vector: Vectors, limit: int) -> tuple[ScoredId, ...]:
        """Return at most `limit` ids by falling cosine similarity (-1 to 1), ties by id."""
        available = self.count(audience)
        if available == 0 or limit <= 0:
            return ()
        with _translated(self._place):
            found = self._collection(audience).query(
                query_embeddings=[vector], n_results=min(limit, available), include=["distances"]
            )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        scored = [ScoredId(id_, 1.0 - float(distance)) for id_, distance in pairs]
        return tuple(sorted(scored, key=lambda hit: (-hit.score, hit.id)))

    def stored(self, audience: Audience, ids: Sequence[str]) -> dict[str, Vectors]:
        """Return the stored vectors of the given ids."""
        with _translated(self._place):
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
        if self._copied is not None:
            self._copied.cleanup()

    def _name(self, audience: Audience) -> str:
        return f"{self._prefix}-{audience.value}"

    def _collection(self, audience: Audience) -> Any:
        if audience not in self._collections:
            with _translated(self._place):
                self._collections[audience] = self._client.get_collection(
                    self._name(audience), embedding_function=None
                )
        return self._collections[audience]


def _client(folder: Path) -> ClientAPI:
    import chromadb

    with _translated(str(folder)):
        return chromadb.PersistentClient(str(folder), settings=_quiet())


def _can_write(folder: Path) -> bool:
    """Say whether there is room in `folder` for what Chroma writes when it opens."""
    try:
        with TemporaryFile(dir=folder) as stream:
            stream.write(bytes(ROOM))
    except OSError:
        return False
    return True


@contextmanager
def _translated(place: str) -> Iterator[None]:
    """Turn Chroma's errors into ours; that a disk is full stands in their words, or nowhere."""
    from chromadb.errors import ChromaError

    try:
        yield
    except ChromaError as error:
        is_local = "://" not in place
        if "disk is full" in str(error) or (is_local and has_no_room(Path(place))):
            raise DiskFullError(place) from error
        raise VectorStoreError(place, str(error).strip()) from error


def _quiet() -> Any:
    """Return client settings without telemetry."""
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)
