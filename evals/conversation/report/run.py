"""What a report is made of, and the choices that both forms share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evals.conversation.causes import causes_of
from evals.conversation.floors import Floor, breaches
from evals.conversation.measures import MEASURES, TIMES
from evals.conversation.summary import Summary
from evals.conversation.types import Figure, ScoredCase

COLUMNS = (
    "verdict",
    "wrong",
    "facts",
    "citation_precision",
    "citation_recall",
    "supported",
    "language",
    "follow_up",
)
"""Measures in the tables by group; the others apply to one group only."""

SHOWN_FAILURES = 80
"""Cases that a report shows in full; cases.jsonl holds all."""


@dataclass(frozen=True, slots=True)
class About:
    """What was run: part, set, library and settings, each by name and hash."""

    split: str
    set_name: str
    model: str
    settings: str
    corpus: str
    test_part: str
    library_day: str
    processes: int
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table of measures."""

    name: str
    title: str
    figure: Figure
    goal: float | None
    floor: float | None
    is_low_good: bool
    is_time: bool

    @property
    def is_reached(self) -> bool | None:
        """Whether the goal is reached; None without a goal."""
        if self.goal is None:
            return None
        mean = self.figure.interval.mean
        return mean <= self.goal if self.is_low_good else mean >= self.goal


@dataclass(frozen=True, slots=True)
class Run:
    """A run that is over: what was run, what it came to, and the floors it is held to."""

    about: About
    summary: Summary
    scored: tuple[ScoredCase, ...]
    floors: tuple[Floor, ...]

    @property
    def breaches(self) -> tuple[str, ...]:
        """A sentence for each floor that does not hold."""
        return breaches(self.floors, self.summary.figures)

    def lines(self) -> Iterator[Line]:
        """Yield the rows of the table of measures, those that were measured."""
        bounds = {floor.measure: floor.bound for floor in self.floors}
        for measure in MEASURES:
            if (figure := self.summary.figures.get(measure.name)) is not None:
                floor = bounds.get(measure.name)
                yield Line(
                    measure.name, measure.title, figure, measure.goal, floor, measure.is_low_good, False
                )
        for time in TIMES:
            if (figure := self.summary.figures.get(time.name)) is not None:
                yield Line(time.name, time.title, figure, time.goal, bounds.get(time.name), True, True)

    def failures(self) -> list[ScoredCase]:
        """Return the tune cases with something wrong, wrong answers first.

        The test part is not shown: a question that was read while mending measures nothing any more.
        """
        found = [one for one in self.scored if one.case.split == "tune" and causes_of(one)]
        return sorted(found, key=lambda one: (one.scores["verdict"].value, one.case.id))


def number(value: float | None, is_time: bool = False) -> str:
    """Return a figure as both reports write it; "" for none."""
    if value is None:
        return ""
    return f"{value:.0f}" if is_time else f"{value:.3f}"
