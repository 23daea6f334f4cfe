"""Builds the next generation from the current sources: aside, checked, then switched in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from knowledge.embedding.seam import Embedder
from knowledge.errors import DiskFullError
from knowledge.language.analysis import Analyzer
from knowledge.progress import Progress
from knowledge.store.database import Database
from knowledge.store.generations import GenerationShelf, check_in_child
from knowledge.store.keywords import KeywordDocument, KeywordIndex
from knowledge.store.manifest import Manifest, Sample, file_hashes
from knowledge.store.sources import SourceStore
from knowledge.store.vector_cache import VectorCache
from knowledge.store.vectors import VectorStore
from knowledge.types import Audience, Passage, Source

EMBEDDING_BATCH = 1_000
SAMPLES = 64
"""Passages whose vector and answer are checked before the switch and at every start, spread evenly."""


class GenerationBuilder:
    """Makes generations. The caller holds the builder's lock."""

    def __init__(
        self, home: Path, database: Database, embedder: Embedder, chroma_url: str | None = None
    ) -> None:
        self._home = home
        self._database = database
        self._store = SourceStore(database)
        self._embedder = embedder
        self._chroma_url = chroma_url
        self.shelf = GenerationShelf(home, database)

    @property
    def fingerprint(self) -> str:
        """Name of everything that shapes an index, apart from the sources themselves."""
        return f"{self._embedder.fingerprint}+{Analyzer().fingerprint}"

    def is_current(self) -> bool:
        """Say whether the current generation was made from the current sources, in the current way."""
        number = self.shelf.current()
        if number is None or not self.shelf.path(number).is_dir():
            return False
        contents = self.shelf.contents(number)
        return contents is not None and contents == (self.fingerprint, self._versions_now())

    def build(self, progress: Progress) -> int:
        """Build, check and switch to the next generation; return its number. Leaves nothing behind on failure."""
        number, aside = self.shelf.start()
        try:
            self._fill(number, aside, progress)
            progress("Index controleren", 0, 1)
            check_in_child(aside, number)
            self.shelf.switch_to(number, aside, self.fingerprint)
        except OSError as error:
            raise DiskFullError(str(aside)) from error
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        self.shelf.prune()
        self._store.drop_unreferenced()
        progress("Index controleren", 1, 1)
        return number

    def _versions_now(self) -> frozenset[str]:
        return frozenset(stored.source.version for stored in self._store.sources())

    def _fill(self, number: int, aside: Path, progress: Progress) -> None:
        sources = {stored.source.version: stored.source for stored in self._store.sources()}
        total = self._store.counts()[1]
        counts, samples = self._write_vectors(number, aside, sources, total, progress)
        progress("Trefwoorden indexeren", 0, total)
        documents = self._keyword_documents(sources, total, progress)
        KeywordIndex.build(aside / "keywords", documents, Analyzer())
        manifest = Manifest(
            number, self.fingerprint, self._embedder.fingerprint, counts, tuple(samples), file_hashes(aside)
        )
        manifest.write(aside)

    def _write_vectors(
        self, number: int, aside: Path, sources: dict[str, Source], total: int, progress: Progress
    ) -> tuple[dict[str, int], list[Sample]]:
        cache = VectorCache(self._database, self._embedder)
        store = (
            VectorStore.server(self._chroma_url, number)
            if self._chroma_url
            else VectorStore.embedded(aside / "chroma")
        )
        store.create()
        counts = {audience.value: 0 for audience in Audience}
        samples: list[Sample] = []
        step = max(1, total // SAMPLES)
        done = 0
        for audience in Audience:
            versions = sorted(version for version, source in sources.items() if source.audience is audience)
            for batch in _batches(self._store.passages_of(versions)):
                vectors = cache.vectors(
                    [indexed_text(passage, sources[passage.version]) for passage in batch]
                )
                store.add(audience, [passage.id for passage in batch], vectors)
                picked = [row for row in range(len(batch)) if (done + row) % step == 0]
                samples += [Sample.of(audience.value, batch[row].id, vectors[row]) for row in picked]
                counts[audience.value] += len(batch)
                done += len(batch)
                progress("Vectoren maken", done, total)
        store.close()
        return counts, samples

    def _keyword_documents(
        self, sources: dict[str, Source], total: int, progress: Progress
    ) -> Iterator[KeywordDocument]:
        for done, passage in enumerate(self._store.passages_of(sorted(sources)), start=1):
            source = sources[passage.version]
            yield KeywordDocument(
                id=passage.id,
                audience=source.audience,
                title=source.title,
                headings=passage.heading_path,
                text=passage.text,
                source=passage.version,
            )
            if done % EMBEDDING_BATCH == 0 or done == total:
                progress("Trefwoorden indexeren", done, total)


def indexed_text(passage: Passage, source: Source) -> str:
    """Return what is embedded of a passage: its place in the document, then its words."""
    place = " > ".join(dict.fromkeys((source.title, *passage.heading_path)))
    return f"{place}\n{passage.text}"


def _batches(passages: Iterator[Passage]) -> Iterator[Sequence[Passage]]:
    batch: list[Passage] = []
    for passage in passages:
        batch.append(passage)
        if len(batch) == EMBEDDING_BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
