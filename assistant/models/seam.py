"""What the writer asks of a model: text that streams in and ends well, or one clear failure."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Protocol

from langchain_core.messages import BaseMessage

Clock = Callable[[], float]
"""Seconds on a clock that never jumps (`time.monotonic`)."""


class TextStream(Protocol):
    """A model behind its guards. Wrappers of it are `TextStream`s too."""

    def stream(self, messages: Sequence[BaseMessage], deadline: float) -> Generator[str, None, None]:
        """Yield the answer in pieces, until the moment `deadline` on the monotonic clock.

        An empty piece says nothing new: it gives the caller a moment to close the iterator, at least
        four times a second. Closing it ends the request within a second. The iterator ends normally
        only when the model said it was done; else it raises `ModelFailedError`, and what it yielded
        before may not be kept.
        """
        ...
