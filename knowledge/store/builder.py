"""Builds the next generation from the current sources: aside, checked, then switched in."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol

import numpy as np

from knowledge.config import KnowledgeSettings
from knowledge.embedding.seam import Vectors
from knowledge.language.analysis import Analyzer
from knowledge.progress import Progress
from knowledge.store.checker import GenerationChecker
from knowledge.store.database import Database
from knowledge.store.failures import folder_failure, writing_below
from knowledge.store.generations import GenerationShelf
from knowledge.store.keywords import KeywordDocument, KeywordIndex, TermBatch
from knowledge.store.manifest import VECTORS, Manifest, Sample, file_hashes
from knowledge.store.preparation import MakeEmbedder, Preparation, Prepared, Work
from knowledge.store.sources import SourceStore
from knowledge.store.vector_cache import VectorCache, content_hash
from knowledge.store.vectors import VectorStore
from knowledge.types import Audience, Passage, Source

BATCH = 500
"""Passages that are prepared together: small enough to keep every core busy, large enough to travel."""

SAMPLES = 64
"""Passages whose vector and answer are checked before the switch and at every start, spread evenly."""


class Beside(Protocol):
    """What else a generation keeps of its sources, worked out once for all that read it."""

    @property
    def fingerprint(self) -> str:
        """Name of everything that shapes it, apart from the sources."""
        ...

    def keep(self, generation: Path) -> None:
        """Write it into a folder of its own, in the folder of a generation that is being built."""
        ...


class GenerationBuilder:
    """Makes generations. The caller holds the builder's lock."""

    def __init__(
        self,
        settings: KnowledgeSettings,
        database: Database,
        make_embedder: MakeEmbedder,
        checker: GenerationChecker,
        beside: Sequence[Beside] = (),
    ) -> None:
        """Keep in each generation what is asked of every one, and what those `beside` it keep."""
        self._beside = tuple(beside)
        self._checker = checker
        self._database = database
        self._store = SourceStore(database)
        self._make_embedder = make_embedder
        self._embedder = make_embedder()
        self._workers = settings.workers
        self._chroma_url = settings.chroma_url
        self.shelf = GenerationShelf(settings.home, database, checker)

    @property
    def fingerprint(self) -> str:
        """Name of everything that shapes an index, apart from the sources themselves."""
        beside = (one.fingerprint for one in self._beside)
        return "+".join((self._embedder.fingerprint, Analyzer().fingerprint, *beside))

    def is_current(self) -> bool:
        """Say whether the current generation was made from the current sources, in the current way."""
        number = self.shelf.current()
        if number is None or not self.shelf.path(number).is_dir():
            return False
        contents = self.shelf.contents(number)
        return contents is not None and contents == (self.fingerprint, self._versions_now())

    def build(self, progress: Progress) -> int:
        """Build, check and switch to the next generation; return its number. Leaves nothing behind on failure.

        Raises `DiskFullError` or `UnusableFolderError` when it cannot be written; the current one stays.
        """
        with writing_below(self.shelf.folder):
            number, aside = self.shelf.start()
        self._checker.warm_up()
        try:
            self._fill(number, aside, progress)
            progress("Index controleren", 0, 1)
            self._checker.check(aside, number)
            self.shelf.switch_to(number, aside, self.fingerprint)
        except OSError as error:
            raise folder_failure(aside.parent, error) from error
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        self.shelf.prune()
        self._store.drop_unreferenced()
        progress("Index controleren", 1, 1)
        return number

    def _fill(self, number: int, aside: Path, progress: Progress) -> None:
        sources = {stored.source.version: stored.source for stored in self._store.sources()}
        total = self._store.counts()[1]
        counts = {audience.value: 0 for audience in Audience}
        samples: list[Sample] = []
        terms: list[TermBatch] = []
        step, done = max(1, total // SAMPLES), 0
        with closing(self._new_vectors(number, aside)) as vectors:
            vectors.create()
            for batch, prepared in self._prepared(sources, total):
                vectors.add(batch.audience, [passage.id for passage in batch.passages], prepared.vectors)
                terms.append(prepared.terms)
                picked = [row for row in range(len(batch.passages)) if (done + row) % step == 0]
                samples += [
                    Sample.of(batch.audience.value, batch.passages[row].id, prepared.vectors[row])
                    for row in picked
                ]
                counts[batch.audience.value] += len(batch.passages)
                done += len(batch.passages)
                progress("Index maken", done, total)
        KeywordIndex.write(aside / "keywords", terms, Analyzer())
        for one in self._beside:
            one.keep(aside)
        embedder = self._embedder.fingerprint
        Manifest(number, self.fingerprint, embedder, counts, tuple(samples), file_hashes(aside)).write(aside)

    def _new_vectors(self, number: int, aside: Path) -> VectorStore:
        if self._chroma_url:
            return VectorStore.server(self._chroma_url, number)
        return VectorStore.embedded(aside / VECTORS)

    def _prepared(self, sources: dict[str, Source], total: int) -> Iterator[tuple[_Batch, Prepared]]:
        """Yield the passages in batches with all their vectors, remembering those that are new."""
        cache = VectorCache(self._database, self._embedder.fingerprint)
        waiting: deque[_Batch] = deque()

        def works() -> Iterator[Work]:
            for batch in self._batches(sources, cache):
                waiting.append(batch)
                yield batch.work(sources)

        with Preparation(self._make_embedder, self._workers, total) as preparation:
            for work, prepared in preparation.prepare(works()):
                batch = waiting.popleft()
                fresh = dict(zip(map(content_hash, work.unknown), prepared.vectors, strict=True))
                remembered = cache.read(list(fresh))
                cache.write({key: vector for key, vector in fresh.items() if key not in remembered})
                known = batch.known | fresh
                rows = np.array([known[key] for key in batch.hashes], dtype=np.float32)
                yield batch, Prepared(rows, prepared.terms)

    def _batches(self, sources: dict[str, Source], cache: VectorCache) -> Iterator[_Batch]:
        for audience in Audience:
            versions = sorted(version for version, source in sources.items() if source.audience is audience)
            for passages in _in_batches(self._store.passages_of(versions)):
                texts = tuple(indexed_text(passage, sources[passage.version]) for passage in passages)
                hashes = tuple(map(content_hash, texts))
                yield _Batch(audience, passages, texts, hashes, cache.read(hashes))

    def _versions_now(self) -> frozenset[str]:
        return frozenset(stored.source.version for stored in self._store.sources())


@dataclass(frozen=True, slots=True)
class _Batch:
    """Passages of one audience on their way into the index."""

    audience: Audience
    passages: tuple[Passage, ...]
    texts: tuple[str, ...]
    hashes: tuple[str, ...]
    known: dict[str, Vectors]

    def work(self, sources: dict[str, Source]) -> Work:
        """Return what is to be worked out for the batch; a text that stands in it twice is embedded once."""
        unknown = {
            key: text for key, text in zip(self.hashes, self.texts, strict=True) if key not in self.known
        }
        return Work(
            tuple(unknown.values()),
            tuple(
                KeywordDocument(
                    id=passage.id,
                    audience=self.audience,
                    title=sources[passage.version].title,
                    headings=passage.heading_path,
                    text=passage.text,
                    source=passage.version,
                )
                for passage in self.passages
            ),
        )


def indexed_text(passage: Passage, source: Source) -> str:
    """Return what is embedded of a passage: its place in the document, then its words."""
    place = " > ".join(dict.fromkeys((source.title, *passage.heading_path)))
    return f"{place}\n{passage.text}"


def _in_batches(passages: Iterator[Passage]) -> Iterator[tuple[Passage, ...]]:
    while batch := tuple(islice(passages, BATCH)):
        yield batch
