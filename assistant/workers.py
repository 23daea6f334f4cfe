"""Answers made in several processes: a page for many people uses every core, and outlives a process that dies.

Only for answers without a model: those are processor time, and are there at once. Each process opens the knowledge base
for itself and follows its generations. A question waits for the first of them that is ready, and goes to the one that knows its
talk (`dispatching`); where they are lost for good, the process that serves the page answers itself.

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
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from multiprocessing.synchronize import Semaphore
from typing import Protocol, TypeVar, runtime_checkable

from assistant.allocator import GivingBack, keep_together
from assistant.dispatching import Dispatcher
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

REHEARSALS = 60
"""Questions that each process answers for nobody when it has opened: some seconds of work, after which most of what it remembers
of documents and words is there. The first fifty questions took a quarter more of the processor than later ones."""

COLLECTED = (10_000, 20, 20)
"""After how many new objects an answering process looks for those that only point at each other. An answer makes tens of thousands
and leaves few of those; at Python's 700 the looking took 1.7 ms of each."""

ANSWERS_BEFORE_GIVING_BACK = 250
"""After so many answers a process gives back the memory that it does not use: without it, it held a tenth more after some thousands."""

LOADED_ONCE = ("assistant.chain_build", "assistant.build", "chromadb")
"""What the answering processes have in common, loaded before they are forked."""


V = TypeVar("V")
W = TypeVar("W")


@runtime_checkable
class Rehearsing(Protocol):
    """An assistant that knows questions of its own to answer, for what it remembers of them."""

    def rehearse(self, place: int) -> None:
        """Answer the question at a place, from 0 on, for nobody."""
        ...


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


@dataclass(slots=True, eq=False)
class _Lane:
    """A process that answers, and how much of its rehearsal it has had."""

    number: int
    pool: ProcessPoolExecutor
    rehearsed: int = 0
    has_begun: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """A question, and its answer when a process has it: None when none will."""

    question: Question
    answer: Future[Answer | None] = field(default_factory=Future)


class PooledAssistant:
    """An `Assistant` that passes questions to processes. Thread-safe. Close it after use."""

    def __init__(self, here: Assistant, open_there: OpenAssistant, processes: int) -> None:
        """Answer in `processes` processes, which begin to open theirs now; with `here` when they are lost for good."""
        self._here, self._open, self._processes = here, open_there, processes
        self._lock = threading.RLock()  # what is done in this very thread may call back
        self._lost, self._is_closed = 0, False
        self._rehearsing: _Lane | None = None
        self._giving_back = GivingBack(ANSWERS_BEFORE_GIVING_BACK)
        self._opened = _processes().Semaphore(0)
        self._ends, self._lives = _processes().Pipe(duplex=False)
        self._dispatcher: Dispatcher[_Asked] = Dispatcher(processes, time.monotonic)
        self._lanes = {number: self._lane(number) for number in range(processes)}
        self._begin(self._lanes[0])

    @property
    def is_ready(self) -> bool:
        """Say whether a question is answered now, rather than when the processes have opened."""
        return self._dispatcher.is_open or self._is_alone()

    @property
    def has_lost_none(self) -> bool:
        """Say whether every process that began is still there."""
        return not self._lost

    def _is_alone(self) -> bool:
        """Whether the processes are lost for good, or closed."""
        return self._is_closed or self._lost > MOST_RESTARTS

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
        """End the processes, also those that still open; questions they are busy with are dropped."""
        with self._lock:
            self._is_closed = True
            self._lives.close()
            self._go_on_alone()

    def _elsewhere(self, question: Question) -> Answer | None:
        """Return the answer of a process, which may still have to open; None when the process died."""
        asked = _Asked(question)
        with self._lock:
            if self._is_alone():
                return None
            self._dispatcher.put(asked, question)
            self._hand_out()
        self._giving_back.one_more()
        return asked.answer.result()

    def _hand_out(self) -> None:
        """Give those who wait to the processes that have room; where nobody waits, let one rehearse."""
        with self._lock:
            for number, asked in self._dispatcher.handed_out():
                lane = self._lanes[number]
                self._submit(lane, partial(self._answered, lane, asked), _answer, asked.question)
            self._rehearse()

    def _rehearse(self) -> None:
        """Let one process that has nothing to do answer a question that nobody asked, so that the first people find it at speed.

        One at a time, and one question at a time: whoever comes finds the others free.
        """
        if self._rehearsing is not None or self._is_alone():
            return
        idle = (self._lanes[number] for number in self._dispatcher.idle)
        lane = next((one for one in idle if one.rehearsed < REHEARSALS), None)
        if lane is None:
            return
        self._rehearsing = lane
        self._dispatcher.occupy(lane.number)
        place = lane.rehearsed
        lane.rehearsed += 1
        self._submit(lane, partial(self._has_rehearsed, lane), _rehearse, place)

    def _has_rehearsed(self, lane: _Lane, future: Future[None]) -> None:
        with self._lock:
            self._rehearsing = None
            self._dispatcher.released(lane.number)
            error = _error_of(future)
            if isinstance(error, BrokenProcessPool):
                self._replace(lane, error)
            self._hand_out()

    def _answered(self, lane: _Lane, asked: _Asked, future: Future[Answer]) -> None:
        """Give an answer to who waits for it, and the process its next question."""
        error = _error_of(future)
        if error is None:
            asked.answer.set_result(future.result())
        elif isinstance(error, BrokenProcessPool):
            asked.answer.set_result(None)
        else:
            asked.answer.set_exception(error)
        with self._lock:
            if self._lanes.get(lane.number) is lane:
                self._dispatcher.done(lane.number)
            if isinstance(error, BrokenProcessPool):
                self._replace(lane, error)
            self._hand_out()

    def _submit(
        self, lane: _Lane, then: Callable[[Future[V]], None], work: Callable[[W], V], what: W
    ) -> None:
        try:
            future = lane.pool.submit(work, what)
        except RuntimeError as error:  # shut down, or broken since
            future = Future()
            future.set_exception(BrokenProcessPool(str(error)))
        future.add_done_callback(then)

    def _replace(self, lost: _Lane, error: BaseException) -> None:
        with self._lock:
            if self._lanes.get(lost.number) is not lost or self._is_alone():
                return
            self._lost += 1
            LOGGER.error("fault", extra={"event": "lost answering process", "error": type(error).__name__})
            self._dispatcher.close(lost.number)
            lost.pool.shutdown(wait=False, cancel_futures=True)
            if self._is_alone():
                self._go_on_alone()
                return
            self._lanes[lost.number] = self._lane(lost.number)
            self._begin(self._lanes[lost.number])

    def _go_on_alone(self) -> None:
        """Let the processes go, and leave those who wait to this one."""
        for lane in self._lanes.values():
            self._dispatcher.close(lane.number)
            lane.pool.shutdown(wait=False, cancel_futures=True)
        for asked in self._dispatcher.given_up():
            asked.answer.set_result(None)

    def _lane(self, number: int) -> _Lane:
        return _Lane(
            number, ProcessPoolExecutor(1, _processes(), _begin, (self._open, self._opened, self._ends))
        )

    def _begin(self, lane: _Lane) -> None:
        """Let a process open; when the first has, the others begin.

        All at once they would make one another wait, and the page with them: the first answer would come twice as late.
        """
        lane.has_begun = True
        self._submit(lane, partial(self._has_opened, lane), _ready, lane.number)

    def _has_opened(self, lane: _Lane, future: Future[int]) -> None:
        error = _error_of(future)
        with self._lock:
            if error is not None:
                self._replace(lane, error)
                return
            if self._lanes.get(lane.number) is not lane or self._is_alone():
                return
            self._dispatcher.open(lane.number)
            for other in [one for one in self._lanes.values() if not one.has_begun]:
                self._begin(other)
            self._hand_out()


def _error_of(future: Future[V]) -> BaseException | None:
    """Return what went wrong, None for nothing; what was cancelled was lost with its process."""
    return BrokenProcessPool("cancelled") if future.cancelled() else future.exception()


def _processes() -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(LOADED_ONCE))
    return context


_opened: list[Assistant] = []
"""The assistant of an answering process: set once, when that process begins."""

_kept_open = ExitStack()


def _begin(open_here: OpenAssistant, opened: Semaphore, ends: Connection) -> None:
    """Open the assistant of this process and count it in `opened`; the keyboard's interrupt is for the process that serves.

    It ends when the other side of `ends` is closed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    keep_together()
    threading.Thread(target=_end_with_the_server, args=[ends], daemon=True).start()
    gc.disable()
    _opened.append(open_here(_kept_open))
    keep_what_is_opened()
    opened.release()


def keep_what_is_opened() -> None:
    """Have this process, which does nothing but answer, look for garbage seldom, and never in what it has opened: that stays."""
    gc.freeze()
    gc.set_threshold(*COLLECTED)
    gc.enable()


def _end_with_the_server(ends: Connection) -> None:
    """End this process when it is told to, or when the one that serves is gone, also when that was killed and could not say so.

    A pool that is shut down while its process opens tells it nothing when Python ends meanwhile, and waits for it for ever.
    """
    server = multiprocessing.parent_process()
    if server is not None:
        wait([server.sentinel, ends])
        os._exit(1)


_giving_back = GivingBack(ANSWERS_BEFORE_GIVING_BACK)


def _answer(question: Question) -> Answer:
    answer = _opened[0].invoke(question)
    _giving_back.one_more()
    return answer


def _ready(number: int) -> int:
    return number


def _rehearse(place: int) -> None:
    if isinstance(_opened[0], Rehearsing):
        _opened[0].rehearse(place)
