"""The nouns of the evaluation of conversations: frozen, and free of how answers are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.types import Answer, Language, Outcome
from evals.retrieval import Interval

ANSWERABLE = frozenset(
    [
        "single_fact",
        "condition",
        "list",
        "comparison",
        "several_documents",
        "table_row",
        "time_bound",
    ]
)
"""Kinds whose answer stands in the library."""

UNANSWERABLE = frozenset(
    [
        "unanswerable_outside_region",
        "unanswerable_missing_field",
        "unanswerable_other_course",
        "unanswerable_future",
        "unanswerable_private",
        "unanswerable_out_of_scope",
    ]
)
"""Kinds that the library cannot answer; `missing_field` and `other_course` come nearest to something that it can."""

CONFLICT, TALK = "conflict", "talk"
KINDS = (*sorted(ANSWERABLE), CONFLICT, TALK, *sorted(UNANSWERABLE))
STYLES = ("plain", "typo", "b1", "street")
SPLITS = ("tune", "test")

Alternatives = tuple[str, ...]
"""Ways to say one fact, of which one is enough."""


@dataclass(frozen=True, slots=True)
class EvidenceSource:
    """Where a fact may be cited from: a record ("offer:ID") or a document (its path in the library); the other is ""."""

    record: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a good answer to one message is; see docs/evals.md for each field."""

    outcomes: tuple[Outcome, ...]
    facts: tuple[Alternatives, ...] = ()
    evidence: tuple[EvidenceSource, ...] = ()
    forbidden: tuple[str, ...] = ()
    values: tuple[Alternatives, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A question, or a talk of several; `expected` has one entry per turn, None where nothing is scored."""

    id: str
    kind: str
    language: Language
    style: str
    turns: tuple[str, ...]
    expected: tuple[Expected | None, ...]
    documents: tuple[str, ...]
    split: str
    why: str
    set_name: str = ""

    @property
    def family(self) -> str:
        """One of answerable, unanswerable, conflict, talk."""
        if self.kind in ANSWERABLE:
            return "answerable"
        return "unanswerable" if self.kind in UNANSWERABLE else self.kind


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of an answer beside what is stored.

    `passage` is the text of the stored passage, None when there is none. `shown` is what the page shows with the
    quote: title, headings, address and date. `document` and `record` are as in `EvidenceSource`.
    """

    number: int
    quote: str
    passage: str | None
    shown: str
    document: str
    record: str


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to one message, given on the day `today`; None with an `error` when it broke off.

    `said` is all that the person said, before and now. `milliseconds` is what the person waits, `processor_ms` what the
    processor worked: the same on an idle core, and the second hardly grows when others use the machine. `sources_ms` is the
    wait until the sources are shown, before any word of the answer; a model is only asked after that.
    """

    question: str
    said: str
    answer: Answer | None
    cited: tuple[Cited, ...]
    milliseconds: float
    processor_ms: float = 0.0
    sources_ms: float = 0.0
    error: str = ""
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """What one scorer says: a value from 0 to 1 (-1 to 1 for the verdict), and why in a sentence."""

    value: float
    explanation: str


Scores = Mapping[str, Score]
"""Scores of one answer by measure; a measure that does not apply is absent."""


@dataclass(frozen=True, slots=True)
class ScoredTurn:
    """One scored message of a case, by its place in `Case.turns`."""

    turn: int
    reply: Reply
    scores: Scores


@dataclass(frozen=True, slots=True)
class ScoredCase:
    """A case with the replies to all its messages, the scores of those that are scored, and of the case as a whole."""

    case: Case
    turns: tuple[ScoredTurn, ...]
    scores: Scores
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure over cases: its mean (or percentile) with a 95 % interval, and the number of cases."""

    interval: Interval
    n: int
