"""Answers made in several processes: a page for many people uses every core, and outlives a process that dies.

Only for answers without a model: those are processor time, and are there at once. Each process opens the knowledge base
for itself and follows its generations. A question waits for the first of them that is ready; where they are lost for
good, the process that serves the page answers itself.

The processes are forked from one that has loaded the code and nothing else (no thread, no open file of ours): they begin
soon and share its memory.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, suppress
from multiprocessing import forkserver
from multiprocessing.connection import wait
from multiprocessing.synchronize import Semaphore

from assistant.types import (
    Answer,
    AnswerEvent,
    Assistant,
    Finished,
    Question,
)

LOGGER = logging.getLogger("leerwijzer.workers")

OpenAssistant = Callable[[ExitStack], Assistant]
"""Opens an assistant in a process of its own; what must be closed goes onto the stack. It is sent there by name."""

MOST_RESTARTS = 5
"""Pools that are lost before this process goes on alone: something is wrong that another one will not mend."""

LOADED_ONCE = ("assistant.chain_build", "assistant.build", "chromadb")
"""What the answering processes have in common, loaded before they are forked."""


def load_ahead() -> None:
    """Begin to load what the answering processes have in common, beside whatever the caller does next."""
    _processes()
    forkserver.ensure_running()


class OpenedWhenAsked:
    """An `Assistant` that is opened at its first question. Thread-safe."""

    def __init__(self, opened: Callable[[], Assistant]) -> None:
        """Answer with what `opened` returns; it is called at most once."""
        self._open, self._lock = opened, threading.Lock()
        self._assistant: Assistant | None = None

    def stream(self, question: Question) -> Iterator[AnswerEvent]:
        """Yield the events of one answer."""
        return self._opened().stream(question)

    def invoke(self, question: Question) -> Answer:
        """Return the answer."""
        return self._opened().invoke(question)

    def _opened(self) -> Assistant:
        with self._lock:
            if self._assistant is None:
                self._assistant = self._open()
            return self._assistant


class PooledAssistant:
    """An `Assistant` that passes questions to processes. Thread-safe. Close it after use."""

    def __init__(self, here: Assistant, open_there: OpenAssistant, processes: int) -> None:
        """Answer in `processes` processes, which begin to open theirs now; with `here` when they are lost for good."""
        self._here, self._open, self._processes = here, open_there, processes
        self._lock = threading.Lock()
        self._lost = 0
        self._opened = _processes().Semaphore(0)
        self._pool, self._first = self._started()

    @property
    def is_ready(self) -> bool:
        """Say whether a question is answered now, rather than when the processes have opened."""
        first = self._first
        answers = first.done() and not first.cancelled() and first.exception() is None
        return answers or self._lost > MOST_RESTARTS

    def wait(self, seconds: float) -> bool:
        """Wait until every process answers, at most so long for each; return whether all do."""
        waited = [self._opened.acquire(timeout=seconds) for _ in range(self._processes)]
        for _ in filter(None, waited):
            self._opened.release()
        return all(waited)

    def stream(self, question: Question) -> Iterator[AnswerEvent]:
        """Yield the events of one answer: only `Finished` when a process made it, since it is there as a whole then."""
        answer = self._elsewhere(question)
        if answer is None:
            yield from self._here.stream(question)
        else:
            yield Finished(answer)

    def invoke(self, question: Question) -> Answer:
        """Return the answer."""
        return self._elsewhere(question) or self._here.invoke(question)

    def close(self) -> None:
        """End the processes; questions they are busy with are dropped."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _elsewhere(self, question: Question) -> Answer | None:
        """Return the answer of a process, which may still have to open; None when the process died."""
        pool = self._pool
        try:
            asked = pool.submit(_answer, question)
        except RuntimeError as error:  # shut down, or broken since
            self._replace(pool, error)
            return None
        try:
            return asked.result()
        except BrokenProcessPool as error:
            self._replace(pool, error)
            return None

    def _replace(self, lost: ProcessPoolExecutor, error: Exception) -> None:
        with self._lock:
            if self._pool is not lost:
                return
            self._lost += 1
            LOGGER.error("fault", extra={"event": "lost answering process", "error": type(error).__name__})
            lost.shutdown(wait=False, cancel_futures=True)
            if self._lost <= MOST_RESTARTS:
                self._pool, self._first = self._started()

    def _started(self) -> tuple[ProcessPoolExecutor, Future[int]]:
        """Return processes of which one begins to open, and what is done when it has; then the others begin.

        All at once they would make one another wait, and the page with them: the first answer would come twice as late.
        """
        pool = ProcessPoolExecutor(self._processes, _processes(), _begin, (self._open, self._opened))
        first = pool.submit(os.getpid)
        first.add_done_callback(lambda _: self._begin_others(pool))
        return pool, first

    def _begin_others(self, pool: ProcessPoolExecutor) -> None:
        with suppress(RuntimeError):  # shut down, or broken since
            for _ in range(self._processes):
                pool.submit(os.getpid)


def _processes() -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(LOADED_ONCE))
    return context


_opened: list[Assistant] = []
"""The assistant of an answering process: set once, when that process begins."""

_kept_open = ExitStack()


def _begin(open_here: OpenAssistant, opened: Semaphore) -> None:
    """Open the assistant of this process and count it in `opened`; the keyboard's interrupt is for the process that serves."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_server, daemon=True).start()
    gc.disable()
    _opened.append(open_here(_kept_open))
    gc.freeze()  # what was opened stays: it is not looked through again at every large collection
    gc.enable()
    opened.release()


def _end_with_the_server() -> None:
    """End this process when the one that serves is gone, also when that was killed and could not say so."""
    server = multiprocessing.parent_process()
    if server is not None:
        wait([server.sentinel])
        os._exit(1)


def _answer(question: Question) -> Answer:
    return _opened[0].invoke(question)
