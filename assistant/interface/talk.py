"""A question on its way: admitted, answered in a thread, its events turned into drafts. Knows no Gradio."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.interface.render import Draft
from assistant.interface.texts import Texts
from assistant.types import (
    Answer,
    AnswerEvent,
    Assistant,
    Filter,
    Finished,
    Question,
    SentenceReady,
    SourcesFound,
    Turn,
    Writing,
)

SECONDS_BETWEEN_WORDS = 0.08
"""Provisional words are shown at most twelve times a second: smooth to read, and a bound on the traffic."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what became of it. `text` stands in for an answer of which only the words were kept."""

    question: str
    answer: Answer | None = None
    text: str = ""
    filters: tuple[Filter, ...] | None = None
    """Those that the person chose for the question, None when its words said them."""

    @property
    def turns(self) -> tuple[Turn, Turn]:
        """The two messages of this exchange, for the history of the next question."""
        said = self.answer.text if self.answer else self.text
        return Turn("user", self.question, self.filters), Turn("assistant", said)


@dataclass(frozen=True, slots=True)
class Conversation:
    """The exchanges of one page, oldest first, and the session that they belong to."""

    owner: str = ""
    exchanges: tuple[Exchange, ...] = ()
    tab: str = ""
    """The tab of the browser, "" when it has no name."""

    @property
    def shorter(self) -> Conversation:
        """The conversation before its last exchange."""
        return replace(self, exchanges=self.exchanges[:-1])

    @property
    def turns(self) -> tuple[Turn, ...]:
        """All messages, oldest first."""
        return tuple(turn for exchange in self.exchanges for turn in exchange.turns)

    def with_exchange(self, exchange: Exchange, at_most: int) -> Conversation:
        """Return the conversation one exchange longer; the oldest leave when there are too many."""
        return replace(self, exchanges=(*self.exchanges, exchange)[-at_most:])


def exchanges_from(turns: tuple[Turn, ...]) -> tuple[Exchange, ...]:
    """Pair kept turns into exchanges; an answer without a question before it is dropped."""
    pairs = pairwise(turns)
    return tuple(
        Exchange(q.text, text=a.text) for q, a in pairs if q.role == "user" and a.role == "assistant"
    )


@dataclass(frozen=True, slots=True)
class Stopped:
    """The person pressed stop, or left; `draft` is what was there by then."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """Nothing was asked: every place is taken and the waiting room is full."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The assistant broke off without an answer. `error` is for the log, never for the page."""

    error: BaseException | None


Progress = Draft | Finished | Stopped | TurnedAway | Failed


class Doorman:
    """Lets `serving` in at once, `waiting` wait, and turns away who comes after them."""

    def __init__(self, serving: int, waiting: int) -> None:
        self._places = asyncio.Semaphore(serving)
        self._waiting_room = waiting
        self._waiting = 0

    @property
    def is_busy(self) -> bool:
        """Say whether the next person has to wait."""
        return self._places.locked()

    @property
    def is_full(self) -> bool:
        """Say whether the next person has to be turned away."""
        return self.is_busy and self._waiting >= self._waiting_room

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Wait for a place, hold it, and give it back."""
        self._waiting += 1
        try:
            await self._places.acquire()
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._places.release()


class RunningAnswer:
    """One answer being made in a thread. Events arrive in `events`; None says that no more will come."""

    def __init__(self, assistant: Assistant, question: Question) -> None:
        self._assistant, self._question = assistant, question
        self._loop = asyncio.get_running_loop()
        self._stopped = threading.Event()
        self.events: asyncio.Queue[AnswerEvent | None] = asyncio.Queue()

    def start(self, threads: ThreadPoolExecutor) -> Future[None]:
        """Begin in one of `threads`; the future holds the error, if there was one."""
        future = threads.submit(self._work)
        future.add_done_callback(lambda _: self._put(None))
        return future

    def stop(self) -> None:
        """End at once for the reader; the thread closes the stream at its next event."""
        self._stopped.set()
        self._put(None)

    @property
    def is_stopped(self) -> bool:
        """Say whether `stop` was called."""
        return self._stopped.is_set()

    def _work(self) -> None:
        if self._stopped.is_set():
            return
        stream = self._assistant.stream(self._question)
        for event in stream:
            if self._stopped.is_set():
                break
            self._put(event)
        if isinstance(stream, Generator):
            stream.close()

    def _put(self, event: AnswerEvent | None) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.events.put_nowait, event)


class Talk:
    """Answers questions for all pages of this process."""

    def __init__(self, assistant: Assistant, serving: int, waiting: int) -> None:
        self._assistant = assistant
        self._doorman = Doorman(serving, waiting)
        self._threads = ThreadPoolExecutor(serving, thread_name_prefix="answer")
        self._running: dict[str, RunningAnswer] = {}

    async def ask(self, page_id: str, question: Question, texts: Texts) -> AsyncIterator[Progress]:
        """Yield drafts, then exactly one `Finished`, `Stopped`, `TurnedAway` or `Failed`.

        Unless it has to wait for a place, the work has begun when the first draft is there. Closing the iterator
        stops it. A page asks one question at a time: a second one stops the first.
        """
        if self._doorman.is_full:
            yield TurnedAway()
            return
        self.stop(page_id)
        has_to_wait = self._doorman.is_busy
        if has_to_wait:
            yield Draft(texts["waiting"])
        running = RunningAnswer(self._assistant, question)
        self._running[page_id] = running
        try:
            async with self._doorman.place():
                future = running.start(self._threads)
                if not has_to_wait:
                    yield Draft(texts["searching"])
                async for progress in _progress_of(running, future, texts):
                    yield progress
        finally:
            running.stop()
            if self._running.get(page_id) is running:
                del self._running[page_id]

    def stop(self, page_id: str) -> None:
        """Stop what is being answered on this page, if anything."""
        if (running := self._running.get(page_id)) is not None:
            running.stop()

    def close(self) -> None:
        """Stop everything; no question is answered after this."""
        for running in tuple(self._running.values()):
            running.stop()
        self._threads.shutdown(wait=False, cancel_futures=True)


async def _progress_of(running: RunningAnswer, future: Future[None], texts: Texts) -> AsyncIterator[Progress]:
    draft = Draft(texts["searching"])
    while True:
        events = await _next_events(running.events)
        for event in events:
            if running.is_stopped:
                yield Stopped(draft)
                return
            if event is None:
                yield Failed(future.exception())
                return
            if isinstance(event, Finished):
                yield event
                return
            draft = _advanced(draft, event, texts)
        yield draft


async def _next_events(queue: asyncio.Queue[AnswerEvent | None]) -> list[AnswerEvent | None]:
    """Return all that is ready, at least one; mere words are gathered for a moment first."""
    events = [await queue.get()]
    if isinstance(events[0], Writing):
        await asyncio.sleep(SECONDS_BETWEEN_WORDS)
    while not queue.empty():
        events.append(queue.get_nowait())
    return events


def _advanced(draft: Draft, event: SourcesFound | Writing | SentenceReady, texts: Texts) -> Draft:
    """Return the draft after `event`. A verified sentence takes the place of the provisional words."""
    if isinstance(event, SourcesFound):
        count = len({hit.source.id for hit in event.hits})
        status = texts.count("found", count) if count else texts["found_none"]
        return replace(draft, status=status, hits=event.hits)
    if isinstance(event, Writing):
        return replace(draft, writing=draft.writing + event.text)
    return replace(
        draft,
        writing="",
        sentences=(*draft.sentences, event.sentence),
        citations=(*draft.citations, *event.citations),
    )
