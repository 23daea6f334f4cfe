"""What the chain asks of a writer: events while it writes, and last what it wrote."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.types import Citation, LeftOut, Outcome, Request, Sentence, SentenceReady, Writing
from knowledge.types import Hit


@dataclass(frozen=True, slots=True)
class Evidence:
    """A hit that may be cited. `number` is 1-based and unique in one answer."""

    number: int
    hit: Hit


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer made of the evidence; every quote and worded sentence is cited."""

    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    outcome: Outcome
    left_out: tuple[LeftOut, ...] = ()
    follow_ups: tuple[str, ...] = ()


WritingEvent = Writing | SentenceReady | Written


class Writer(Protocol):
    """Turns evidence into sentences."""

    def write(self, request: Request, evidence: Sequence[Evidence]) -> Generator[WritingEvent, None, None]:
        """Yield provisional words, then verified sentences, and last, exactly once, `Written`.

        A `Writing` with an empty text is a sign of life. Closing the iterator stops the work within a
        second. May raise `ModelFailedError`; then nothing that was yielded may be kept.
        """
        ...
