"""What the chain asks of a writer: events while it writes, and last what it wrote."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from assistant.types import Citation, Filter, LeftOut, Outcome, Request, Sentence, SentenceReady, Writing
from knowledge.types import Audience, Hit, RecordRef


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
    records: tuple[RecordRef, ...] = ()
    """The records that it is made of, where that is more than those it cites: all of a list of which a part is shown."""
    routes: tuple[Mapping[str, Any], ...] = ()
    verdict: Mapping[str, Any] | None = None
    assumed: Mapping[str, Any] = field(default_factory=dict)
    """What it took for told about the person (routes.profile_json); its sentences say so."""
    filters: tuple[Filter, ...] = ()
    """What limits the records."""
    leaves_room: bool = False
    """Whether quotes from documents may stand after it: a rule answers, and a document tells what it is like."""
    missing: tuple[str, ...] = ()
    """Words of a refused question that the evidence does not hold."""
    nearest: Written | None = None
    """What a refusal of documents could show instead: what stands nearest to the question, said to be no sure answer."""
    searched: tuple[str, ...] | None = None
    """Titles of the sources that a refusal names; None leaves it to what was retrieved."""


WritingEvent = Writing | SentenceReady | Written


class Writer(Protocol):
    """Turns evidence into sentences."""

    def write(self, request: Request, evidence: Sequence[Evidence]) -> Generator[WritingEvent, None, None]:
        """Yield provisional words, then verified sentences, and last, exactly once, `Written`.

        A `Writing` with an empty text is a sign of life. Closing the iterator stops the work within a
        second. May raise `ModelFailedError`; then nothing that was yielded may be kept.
        """
        ...


class Refusals(Protocol):
    """Words what is not known."""

    def refused(
        self, request: Request, hits: Sequence[Hit], missing: tuple[str, ...], today: date
    ) -> Written:
        """Return the refusal: what is not known of what, what is, where it was looked for, and who would know."""
        ...

    def authorities(self, audience: Audience) -> tuple[str, ...]:
        """Return the names of the authorities that questions name as a source or a desk."""
        ...

    def schools(self, audience: Audience) -> tuple[str, ...]:
        """Return the names of the schools for higher education, whose yearly fee is set by law."""
        ...

    def organisations(self, audience: Audience) -> tuple[str, ...]:
        """Return the names by which organisations are known."""
        ...

    def towns(self, audience: Audience) -> tuple[str, ...]:
        """Return the names of the towns that are known."""
        ...

    def without_place(self, request: Request) -> str:
        """Return a question with the school in the place of its town, where that says where the thing is that it names; else ""."""
        ...

    def noted(self, request: Request, today: date) -> Written | None:
        """Return what the remark of an offer that is named surely says to a question, None where none does."""
        ...

    def offers_named(self, request: Request) -> frozenset[str]:
        """Return the ids of the offers that a message itself names; none where it names none."""
        ...

    def gate(self, request: Request, today: date) -> FieldGate | None:
        """Return what an answer of documents must hold, for a question about a field of an offer that no record has."""
        ...


class FieldGate(Protocol):
    """Looks whether what documents say is the field of the offer that was asked for."""

    def is_held_by(self, written: Written) -> bool:
        """Say whether an answer gives a value of the field of that offer, or says itself that it is not known."""
        ...


class RecordAnswers(Protocol):
    """Answers what can be answered from records alone."""

    def answer(self, request: Request, audience: Audience, today: date) -> Written | None:
        """Return the answer, or None for a question that asks something else, or more than records hold."""
        ...
