"""The measures of a run, each with what it means, over which cases, and what is to be reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evals.conversation.types import Reply, ScoredCase


@dataclass(frozen=True, slots=True)
class Measure:
    """A score averaged over cases; `families` narrows them, () is all cases that have the score.

    `goal` is what the project wants to reach; `is_low_good` says on which side of it.
    """

    name: str
    score: str
    title: str
    goal: float | None = None
    families: tuple[str, ...] = ()
    is_low_good: bool = False

    def values(self, scored: Sequence[ScoredCase]) -> dict[str, float]:
        """Return the value of each case that it applies to, by id."""
        return {
            one.case.id: one.scores[self.score].value
            for one in scored
            if self.score in one.scores and (not self.families or one.case.family in self.families)
        }


MEASURES = (
    Measure("facts", "facts", "expected facts in the answer", 0.92, ("answerable",)),
    Measure("citation_precision", "citation_precision", "citation precision", 0.99),
    Measure("citation_recall", "citation_recall", "citation recall", 0.95, ("answerable",)),
    Measure("source_cited", "source_cited", "cites an expected source", None, ("answerable",)),
    Measure("supported", "supported", "no unsupported figure or name shown", 1.0),
    Measure("answered", "answered", "answered what can be answered", 0.95, ("answerable",)),
    Measure("refused", "refused", "refused what cannot be answered", 0.93),
    Measure("verdict", "verdict", "score: +1 right, 0 refused, -1 wrong", 0.80),
    Measure("wrong", "wrong", "wrong answers", 0.02, is_low_good=True),
    Measure("answer_first", "answer_first", "the answer comes first", None),
    Measure("complete", "complete", "lists that are complete", None),
    Measure("side_by_side", "side_by_side", "disagreeing values side by side", None),
    Measure("nothing_forbidden", "nothing_forbidden", "nothing forbidden said", None),
    Measure("follow_up", "follow_up", "talks with right follow-ups", 0.90),
    Measure("language", "language", "in the question's language", 0.99),
)


@dataclass(frozen=True, slots=True)
class Time:
    """The 95th percentile of a time over answers, in milliseconds, and what it may be at most."""

    name: str
    title: str
    goal: float
    of: Callable[[Reply], float]


TIMES = (
    Time("p95_ms", "time per answer, p95 (ms)", 150.0, lambda reply: reply.milliseconds),
    Time(
        "p95_processor_ms",
        "processor time per answer, one core, p95 (ms)",
        150.0,
        lambda reply: reply.processor_ms,
    ),
    Time("p95_sources_ms", "time until sources are shown, p95 (ms)", 300.0, lambda reply: reply.sources_ms),
)
"""What a person waits, what the processor worked, and when there is something to see. The floor is for the second."""
