"""What the chain asks of a writer, and what a writer is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.types import Citation, LeftOut, Outcome, Request, Sentence, SentenceReady, Writing
from knowledge.types import Hit


@dataclass(frozen=True, slots=True)
class Written:
    """The last item of a writer: the whole answer's words. Provisional `Writing` is forgotten."""

    outcome: Outcome
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    follow_ups: tuple[str, ...] = ()


WriterEvent = Writing | SentenceReady | Written


class Writer(Protocol):
    """Turns evidence into sentences. Uses nothing but the evidence it is given."""

    def write(self, request: Request, hits: Sequence[Hit]) -> Iterator[WriterEvent]:
        """Yield provisional words, then verified sentences, then exactly one `Written`, which is last."""
        ...
