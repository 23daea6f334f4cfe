"""A route on a time axis: where each step begins and ends, what may come in between, and what goes with work. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.routes.types import Route, Step
from knowledge.catalogue.rules import MustDo
from knowledge.catalogue.types import StudyMode

DAYS_A_MONTH = 365.2425 / 12
"""Mean length in the Gregorian calendar."""

OPEN_SHARE = 0.25
"""Part of the axis beyond what is known, where a step of unknown length fades away."""

LEAST_OPEN_MONTHS = 12.0
MOST_TICKS = 4
"""Words under the axis that fit side by side on a telephone, in large letters too."""

TICK_YEARS = (1, 2, 3, 5, 10)


class Work(StrEnum):
    """Whether a job goes together with a form of study."""

    PART = "part"
    """Working is part of it."""
    BESIDE = "beside"
    NONE = "none"
    """The form takes the week."""
    UNKNOWN = "unknown"


_WORK = {
    StudyMode.BBL: Work.PART,
    StudyMode.DUAL: Work.PART,
    StudyMode.PART_TIME: Work.BESIDE,
    StudyMode.ONLINE: Work.BESIDE,
    StudyMode.BOL: Work.NONE,
    StudyMode.FULL_TIME: Work.NONE,
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A step in months from the start of the axis: it surely lasts until `sure`, and at most until `end`."""

    number: int
    start: float
    sure: float
    end: float
    is_open: bool
    """Whether its end is not known; `end` is then the end of the axis."""
    work: Work


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment to decide: a step begins, or (`is_deadline`) the last day to do something."""

    number: int
    month: float
    is_deadline: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A first of January on the axis."""

    month: float
    year: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars in the order of the steps on an axis of `months`, beginning at `begins`."""

    begins: date
    months: float
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]

    def share(self, month: float) -> float:
        """Return a place on the axis in percent, 0 to 100."""
        return min(max(month / self.months, 0.0), 1.0) * 100


def timeline_of(route: Route) -> Timeline:
    """Return a route on its axis; ValueError for a route without steps."""
    if not route.steps:
        raise ValueError("a route without steps has no time axis")
    begins = route.steps[0].starts
    starts = [months_between(begins, step.starts) for step in route.steps]
    ends = [_end(begins, step) for step in route.steps]
    known = max(
        [*starts, *(start + step.months.low for start, step in zip(starts, route.steps, strict=True))]
    )
    known = max([known, *(end for end in ends if end is not None)])
    is_open = any(end is None for end in ends)
    months = known + max(LEAST_OPEN_MONTHS, known * OPEN_SHARE) if is_open else known
    months = months or LEAST_OPEN_MONTHS
    bars = tuple(
        Bar(
            number,
            start,
            start + step.months.low,
            months if end is None else end,
            end is None,
            work_of(step.offer.mode.value),
        )
        for number, (start, end, step) in enumerate(zip(starts, ends, route.steps, strict=True), start=1)
    )
    return Timeline(begins, months, bars, _marks(route, begins, months), _ticks(begins, months))


def work_of(mode: StudyMode | None) -> Work:
    """Return whether a job goes together with a form of study."""
    return Work.UNKNOWN if mode is None else _WORK[mode]


def months_between(one: date, other: date) -> float:
    """Return the months from one day to another, by the mean length of a month."""
    return (other - one).days / DAYS_A_MONTH


def deadlines_of(step: Step) -> tuple[tuple[str, date], ...]:
    """Return what has to be done for a step before a day that is not past: what, and the last day."""
    found = []
    for one in step.verdict.remaining:
        if isinstance(one.condition, MustDo) and one.condition.before is not None and not one.is_past:
            found.append((one.condition.what, one.condition.before))
    return tuple(found)


def _end(begins: date, step: Step) -> float | None:
    """Return when a step ends at the latest, None when that is not known."""
    if not step.months.is_known or step.starts_at_latest is None:
        return None
    return months_between(begins, step.starts_at_latest) + step.months.high


def _marks(route: Route, begins: date, months: float) -> tuple[Mark, ...]:
    found = []
    for number, step in enumerate(route.steps, start=1):
        found.append(Mark(number, months_between(begins, step.starts)))
        for _, day in deadlines_of(step):
            month = months_between(begins, day)
            if 0 <= month <= months:
                found.append(Mark(number, month, is_deadline=True))
    return tuple(found)


def _ticks(begins: date, months: float) -> tuple[Tick, ...]:
    """Return the first of January of every year, or of every second, third, ... so that few words remain."""
    years: list[Tick] = []
    for year in range(begins.year + 1, begins.year + 2 + int(months // 12)):
        month = months_between(begins, date(min(year, date.max.year), 1, 1))
        if 0 < month < months:
            years.append(Tick(month, year))
    for step in TICK_YEARS:
        some = [tick for tick in years if tick.year % step == 0]
        if len(some) <= MOST_TICKS:
            return tuple(some)
    return tuple(years[:: len(years) // MOST_TICKS + 1])
