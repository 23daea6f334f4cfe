"""What costs processor time per passage, its vector and its words, worked out on several cores.

The pool's processes are our own and see only passages that are already stored; files that people hand
in are read in the sandbox, not here.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.context
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import forkserver
from types import TracebackType

import numpy as np

from knowledge.embedding.seam import Embedder, Vectors
from knowledge.language.analysis import Analyzer
from knowledge.store.keyword_terms import KeywordDocument, TermBatch, analyse

WORTH_A_POOL = 1_500
"""Passages below which starting processes costs more than it saves (0.3 s each, measured)."""

AHEAD = 2
"""Batches per process that may be waiting, so that memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Work:
    """A batch of passages to prepare: what is embedded (only what is not yet known), and what is indexed."""

    unknown: tuple[str, ...]
    documents: tuple[KeywordDocument, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """The vectors of `Work.unknown`, and the words of `Work.documents`."""

    vectors: Vectors
    terms: TermBatch


MakeEmbedder = Callable[[], Embedder]
"""Makes the embedder; must be importable by name, since every process makes its own."""


def warm_up() -> None:
    """Start the process from which a pool is forked: it imports for all of them, beside what the caller does next."""
    _context()
    forkserver.ensure_running()


def _context() -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["knowledge.store.preparation", "knowledge.embedding.domain"])
    return context


class Preparation:
    """Prepares batches in order, in this process or in a pool. Use it as a context manager."""

    def __init__(self, make_embedder: MakeEmbedder, workers: int, total: int) -> None:
        self._make_embedder = make_embedder
        self._workers = workers if total >= WORTH_A_POOL else 1
        self._pool: ProcessPoolExecutor | None = None
        self._embedder: Embedder | None = None

    def __enter__(self) -> Preparation:
        if self._workers > 1:
            self._pool = ProcessPoolExecutor(
                self._workers,
                mp_context=_context(),
                initializer=_start,
                initargs=(self._make_embedder,),
            )
        else:
            self._embedder = self._make_embedder()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def prepare(self, batches: Iterable[Work]) -> Iterator[tuple[Work, Prepared]]:
        """Yield each batch with what was worked out, in the order of `batches`, which is read as room comes free.

        Where the pool breaks, the rest is worked out in this process: a main module that cannot be read
        again (a notebook, standard input) lets no process of a pool start.
        """
        waiting: deque[tuple[Work, Future[Prepared] | None]] = deque()
        for work in batches:
            waiting.append((work, self._submitted(work)))
            if self._pool is None or len(waiting) > AHEAD * self._workers:
                yield self._done(waiting.popleft())
        while waiting:
            yield self._done(waiting.popleft())

    def _submitted(self, work: Work) -> Future[Prepared] | None:
        if self._pool is None:
            return None
        try:
            return self._pool.submit(_prepare_in_pool, work)
        except BrokenProcessPool:
            return None

    def _done(self, waiting: tuple[Work, Future[Prepared] | None]) -> tuple[Work, Prepared]:
        work, future = waiting
        if future is not None:
            try:
                return work, future.result()
            except BrokenProcessPool:
                self._pool = None
        if self._embedder is None:
            self._embedder = self._make_embedder()
        return work, _prepare(work, self._embedder)


_of_this_process: list[Embedder] = []
"""The embedder of a process of the pool, made once when it starts; always empty elsewhere."""


def _start(make_embedder: MakeEmbedder) -> None:
    _of_this_process.append(make_embedder())


def _prepare_in_pool(work: Work) -> Prepared:
    return _prepare(work, _of_this_process[0])


def _prepare(work: Work, embedder: Embedder) -> Prepared:
    vectors = (
        embedder.vectors(work.unknown) if work.unknown else np.empty((0, embedder.dimension), np.float32)
    )
    return Prepared(vectors, analyse(work.documents, Analyzer()))
