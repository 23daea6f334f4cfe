"""Read a model's stream under our own clock, and let only a whole answer pass.

Client libraries accept half a stream as a whole one, and their timeouts restart at every byte (measured: a
server that sends keep-alive comments is never timed out). So a thread reads the model and feeds a
bounded queue; the consumer waits on that queue no longer than the deadlines say.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import BaseMessage
from langsmith.run_helpers import tracing_context

from assistant.errors import FailureKind, ModelFailedError
from assistant.models.calls import CURRENT_CALL, ModelCall
from assistant.models.seam import Clock

HEARTBEAT_SECONDS = 0.25
"""How often a silent stream gives its consumer a moment to close it (the promise is a second)."""

QUEUE_LENGTH = 64
"""Pieces that the reader may be ahead of the consumer: bounds memory when tokens never end."""

READER_ERRORS = (ModelFailedError, ValueError, OSError, RuntimeError, LookupError, TypeError, AttributeError)
"""What reading a stream of unknown quality raises once the vendor's errors are translated."""


@dataclass(frozen=True, slots=True)
class StreamLimits:
    """When a stream is given up. `total_seconds` and `first_token_seconds` count from the call."""

    total_seconds: float = 30.0
    first_token_seconds: float = 10.0
    characters: int = 12_000
    """Four times the longest answer asked for; endless tokens end here."""


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    finish_reason: str


@dataclass(frozen=True, slots=True)
class _End:
    error: BaseException | None = None


class _Reader:
    """Feeds one model stream into a queue from a thread of its own."""

    def __init__(self, model: BaseChatModel, messages: Sequence[BaseMessage]) -> None:
        self.call = ModelCall()
        self._model, self._messages = model, list(messages)
        self._queue: queue.Queue[_Piece | _End] = queue.Queue(QUEUE_LENGTH)

    def start(self) -> None:
        threading.Thread(target=self._run, name="model-stream", daemon=True).start()

    def next(self, seconds: float) -> _Piece | _End | None:
        """Return what comes next, or None when nothing came within `seconds`."""
        try:
            return self._queue.get(timeout=seconds)
        except queue.Empty:
            return None

    def _run(self) -> None:
        """Read until the end; every way out leaves an `_End`, unless nobody waits any more."""
        CURRENT_CALL.set(self.call)
        end = _End()
        try:
            with tracing_context(enabled=False):
                self._read()
        except READER_ERRORS as error:
            end = _End(error)
        finally:
            self._put(end)

    def _read(self) -> None:
        for chunk in self._model.stream(self._messages):
            reason = chunk.response_metadata.get("finish_reason") or ""
            if self.call.is_ended:
                return
            self._put(_Piece(str(chunk.text), str(reason)))

    def _put(self, item: _Piece | _End) -> None:
        """Hand over `item`, waiting for room as long as somebody may still ask for it."""
        while not self.call.is_ended:
            try:
                self._queue.put(item, timeout=HEARTBEAT_SECONDS)
                return
            except queue.Full:
                continue


def guarded_stream(
    model: BaseChatModel, messages: Sequence[BaseMessage], limits: StreamLimits, clock: Clock
) -> Generator[str, None, None]:
    """Yield the text of one call to `model`; see `TextStream.stream` for the contract.

    Raises `ModelFailedError` unless the stream ended with the finish reason `stop` after at least one
    character that is no white space.
    """
    started = clock()
    reader = _Reader(model, messages)
    reader.start()
    length, has_text, reason = 0, False, ""
    try:
        while True:
            limit = (
                limits.total_seconds if has_text else min(limits.first_token_seconds, limits.total_seconds)
            )
            left = started + limit - clock()
            if left <= 0:
                raise ModelFailedError(FailureKind.TIMEOUT, "stilte" if not has_text else "te langzaam")
            item = reader.next(min(left, HEARTBEAT_SECONDS))
            if item is None:
                yield ""
                continue
            if isinstance(item, _End):
                _check_end(item, reason, has_text)
                return
            reason = item.finish_reason or reason
            length += len(item.text)
            has_text = has_text or bool(item.text.strip())
            if length > limits.characters:
                raise ModelFailedError(FailureKind.OVERLONG)
            if item.text:
                yield item.text
    finally:
        reader.call.end()


def _check_end(end: _End, reason: str, has_text: bool) -> None:
    """Raise unless the stream ended as a whole answer does."""
    if isinstance(end.error, ModelFailedError):
        raise _seen_from(end.error, has_text)
    if end.error is not None:
        silent = isinstance(end.error, ValueError) and not has_text and "No generation" in str(end.error)
        kind = FailureKind.EMPTY if silent else FailureKind.GARBAGE
        raise ModelFailedError(kind, type(end.error).__name__) from end.error
    if reason == "length":
        raise ModelFailedError(FailureKind.LENGTH)
    if not has_text:
        raise ModelFailedError(FailureKind.EMPTY)
    if reason != "stop":
        raise ModelFailedError(FailureKind.INCOMPLETE, reason)


def _seen_from(error: ModelFailedError, has_text: bool) -> ModelFailedError:
    """A connection that breaks after the first word is an answer that broke off."""
    if error.kind is FailureKind.REFUSED and has_text:
        return ModelFailedError(FailureKind.INCOMPLETE, error.detail)
    return error
