"""Guards around a model, each a `TextStream` that wraps another: retry, circuit breaker, budget.

The order in `build`: ``Budget(CircuitBreaker(Retrying(Guarded(model))))``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date

from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import BaseMessage

from assistant.errors import FailureKind, ModelFailedError
from assistant.models.seam import Clock, TextStream
from assistant.models.stream import HEARTBEAT_SECONDS, StreamLimits, guarded_stream
from assistant.models.tokens import TokenCounter

RETRY_PAUSE_SECONDS = 0.25
"""Before a second try that the server set no time for: a restarting worker is back by then."""

BACK_OFF_SECONDS = 15.0
"""How long a dead model is left alone at first; doubled at each further failure."""

LONGEST_BACK_OFF_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Guarded:
    """A LangChain chat model as a `TextStream`."""

    model: BaseChatModel
    limits: StreamLimits
    clock: Clock

    def stream(self, messages: Sequence[BaseMessage], deadline: float) -> Generator[str, None, None]:
        """Yield one call's text; the sooner of `deadline` and the limits' own total ends it."""
        seconds = min(self.limits.total_seconds, deadline - self.clock())
        return guarded_stream(self.model, messages, replace(self.limits, total_seconds=seconds), self.clock)


@dataclass(frozen=True, slots=True)
class Retrying:
    """Tries a second time, only when not a word has been said and there is time to.

    `wait` sleeps that many seconds.
    """

    inner: TextStream
    clock: Clock
    wait: Callable[[float], None]

    def stream(self, messages: Sequence[BaseMessage], deadline: float) -> Generator[str, None, None]:
        """Yield the text of the first try, or of the second."""
        has_spoken = False
        try:
            with closing(self.inner.stream(messages, deadline)) as pieces:
                for piece in pieces:
                    has_spoken = has_spoken or bool(piece)
                    yield piece
            return
        except ModelFailedError as error:
            pause = RETRY_PAUSE_SECONDS if error.retry_after is None else error.retry_after
            if has_spoken or not _may_pass(error) or self.clock() + pause >= deadline:
                raise
        yield from self._waiting(pause)
        yield from self.inner.stream(messages, deadline)

    def _waiting(self, seconds: float) -> Generator[str, None, None]:
        """Wait with signs of life in between, so that the reader may leave meanwhile."""
        until = self.clock() + seconds
        while (left := until - self.clock()) > 0:
            yield ""
            self.wait(min(left, HEARTBEAT_SECONDS))


def _may_pass(error: ModelFailedError) -> bool:
    """Say whether the same question may fare better in a moment: not after 400, 401, 404 or silence."""
    if error.status:
        return error.status in (408, 409, 425, 429) or error.status >= 500
    return error.kind in (
        FailureKind.REFUSED,
        FailureKind.ERROR_OBJECT,
        FailureKind.INCOMPLETE,
        FailureKind.EMPTY,
    )


class CircuitBreaker:
    """Skips a model that was not there a moment ago, so that its absence costs one question, not each.

    Opens on a refused connection, silence before the first word, and on Retry-After. Thread-safe.
    """

    def __init__(self, inner: TextStream, clock: Clock, back_off_seconds: float = BACK_OFF_SECONDS) -> None:
        self._inner, self._clock, self._first_back_off = inner, clock, back_off_seconds
        self._lock = threading.Lock()
        self._closed_until = float("-inf")
        self._failures = 0

    def stream(self, messages: Sequence[BaseMessage], deadline: float) -> Generator[str, None, None]:
        """Yield the model's text, or raise at once while the model is left alone."""
        with self._lock:
            left = self._closed_until - self._clock()
        if left > 0:
            raise ModelFailedError(FailureKind.REFUSED, "pauze na een eerdere storing", retry_after=left)
        has_spoken = False
        try:
            with closing(self._inner.stream(messages, deadline)) as pieces:
                for piece in pieces:
                    has_spoken = has_spoken or bool(piece)
                    yield piece
        except ModelFailedError as error:
            if not has_spoken:
                self._note(error)
            raise
        with self._lock:
            self._failures, self._closed_until = 0, float("-inf")

    def _note(self, error: ModelFailedError) -> None:
        is_away = error.kind in (FailureKind.REFUSED, FailureKind.TIMEOUT)
        if not is_away and error.retry_after is None:
            return
        with self._lock:
            self._failures += 1
            back_off = self._first_back_off * 2 ** min(self._failures - 1, 10)
            asked = error.retry_after or 0.0
            self._closed_until = self._clock() + min(max(back_off, asked), LONGEST_BACK_OFF_SECONDS)


class Budget:
    """Keeps a day's use of a model within `daily_tokens`. Thread-safe; counts are those of this process.

    A call reserves its prompt and its longest answer before it starts, and pays for what was said
    when it ends, also when it fails or is closed: the provider charges for that too.
    """

    def __init__(
        self,
        inner: TextStream,
        counter: TokenCounter,
        today: Callable[[], date],
        daily_tokens: int,
        answer_tokens: int,
    ) -> None:
        self._inner, self._counter, self._today = inner, counter, today
        self._daily_tokens, self._answer_tokens = daily_tokens, answer_tokens
        self._lock = threading.Lock()
        self._day: date | None = None
        self._used = 0

    @property
    def used_today(self) -> int:
        """Tokens used or reserved today."""
        with self._lock:
            self._turn_the_page()
            return self._used

    def stream(self, messages: Sequence[BaseMessage], deadline: float) -> Generator[str, None, None]:
        """Yield the model's text; raise `ModelFailedError` (quota) when the day's budget is too small."""
        prompt = self._counter.count_messages([str(message.text) for message in messages])
        day = self._reserve(prompt + self._answer_tokens)
        said = 0
        try:
            with closing(self._inner.stream(messages, deadline)) as pieces:
                for piece in pieces:
                    said += self._counter.count(piece)
                    yield piece
        finally:
            self._give_back(day, max(0, self._answer_tokens - said))

    def _reserve(self, tokens: int) -> date:
        with self._lock:
            day = self._turn_the_page()
            if self._used + tokens > self._daily_tokens:
                raise ModelFailedError(FailureKind.QUOTA, "dagbudget LEERWIJZER_DAILY_TOKENS")
            self._used += tokens
            return day

    def _give_back(self, day: date, tokens: int) -> None:
        with self._lock:
            if self._turn_the_page() == day:
                self._used -= tokens

    def _turn_the_page(self) -> date:
        """Start at nought on a new day; the caller holds the lock. A clock set back starts no new day."""
        today = self._today()
        if self._day is None or today > self._day:
            self._day, self._used = today, 0
        return self._day
