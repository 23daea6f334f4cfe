"""The nouns of this room: verdicts, goals, constraints, routes. Frozen data, no behaviour beyond
derived facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

from assistant.profile import Profile
from assistant.routes.spans import Span
from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.rules import (
    HasDiploma,
    HasEmployer,
    HasExperience,
    HasSubject,
    IsAtLeast,
    IsYounger,
    MustDo,
    PassedTest,
    ReceivesBenefit,
    Rule,
    SpeaksAtLeast,
    Unstated,
)
from knowledge.catalogue.types import Occupation, Offer, OfferKind, Place, Scheme, StudyMode

Atom = (
    HasDiploma
    | HasSubject
    | IsAtLeast
    | IsYounger
    | HasExperience
    | HasEmployer
    | ReceivesBenefit
    | SpeaksAtLeast
    | PassedTest
    | MustDo
    | Unstated
)
"""A condition without parts."""


class Truth(IntEnum):
    """How a condition stands for a person. A chain, so that all-of is the least, any-of the greatest."""

    FAILS = 0
    UNKNOWN = 1
    """A fact of the person, or a part of the rule, is not known."""
    OPEN = 2
    """It can still be met by doing something that no profile proves."""
    HOLDS = 3


class Answer(StrEnum):
    """What a rule says about a person. Never a promise: the school or the fund decides."""

    YES = "yes"
    CONDITIONAL = "conditional"
    NO = "no"
    UNKNOWN = "unknown"


ANSWER_OF = {
    Truth.HOLDS: Answer.YES,
    Truth.OPEN: Answer.CONDITIONAL,
    Truth.FAILS: Answer.NO,
    Truth.UNKNOWN: Answer.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Remaining:
    """Something that still has to be done; `is_past` when its last day has gone by."""

    condition: Atom
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """The truth of a condition, with what remains (if open), what is not known, and what fails."""

    truth: Truth
    remaining: tuple[Remaining, ...] = ()
    unknown: tuple[Atom, ...] = ()
    failing: tuple[Atom, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A profile at the moment of a step.

    `starts` is the earliest day the step can begin. `starts_at_latest` is the latest one (None: not
    known), where the length of earlier steps is a range. `taught_tests` are the tests that an offer of the
    catalogue gives: those count as steps of a route, not as something that can be done on the side.
    """

    profile: Profile
    today: date
    starts: date
    starts_at_latest: date | None
    taught_tests: frozenset[str] = frozenset()
    only_present_employer: bool = False


@dataclass(frozen=True, slots=True)
class DecidingQuestion:
    """The one question whose answer settles most. `key` names its phrase, `values` fill it in."""

    key: str
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    settles: float = 0.0
    """Share of the possible answers after which the verdict is no longer unknown."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say about this person and this offer on this day."""

    offer_id: str
    answer: Answer
    rules: tuple[Rule, ...]
    """The rules that the answer rests on, the deciding one first; empty when no source states one."""
    is_national: bool
    """Whether the deciding rule is a national one, because the record itself is silent."""
    remaining: tuple[Remaining, ...] = ()
    failing: tuple[Atom, ...] = ()
    unknown: tuple[Atom, ...] = ()
    question: DecidingQuestion | None = None

    @property
    def provenance(self) -> Provenance | None:
        """Where the deciding rule comes from."""
        return self.rules[0].provenance if self.rules else None

    @property
    def study_year(self) -> str | None:
        """The study year of the deciding rule, where it holds for one only."""
        return self.provenance.study_year if self.provenance else None


@dataclass(frozen=True, slots=True)
class OccupationGoal:
    """To be able to work as this occupation: to complete an offer that leads to it."""

    occupation_id: str


@dataclass(frozen=True, slots=True)
class OfferGoal:
    """To complete this offer."""

    offer_id: str


@dataclass(frozen=True, slots=True)
class LevelGoal:
    """To hold a diploma of this level; in this field, when one is given."""

    level: str
    field: str | None = None


Goal = OccupationGoal | OfferGoal | LevelGoal


@dataclass(frozen=True, slots=True)
class Constraints:
    """What a route must keep to. None and empty set no limit.

    A limit excludes what surely breaks it; an offer of which the hours, place or cost are not known stays
    in, and its step says so.
    """

    hours_per_week: float | None = None
    budget_euro: float | None = None
    home: Place | None = None
    travel_km: float | None = None
    keeps_working: bool = False
    starts_on: date | None = None
    """The day from which the person can begin; None: today."""
    languages: tuple[str, ...] = ()
    """Languages of instruction that are fine; empty: any."""
    excluded_modes: tuple[StudyMode, ...] = ()
    excluded_kinds: tuple[OfferKind, ...] = ()
    only_present_employer: bool = False
    """Whether a step that needs an employer is open only with the employer one has."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The records that routes are made of, all of one generation."""

    offers: tuple[Offer, ...]
    national_rules: tuple[Rule, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    occupations: tuple[Occupation, ...] = ()
    regions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The regions that a municipality or town lies in, by its name; for schemes limited to a region."""


@dataclass(frozen=True, slots=True)
class FundingVerdict:
    """One scheme for this person, this offer, this day. `euro` is what it can pay of this offer."""

    scheme: Scheme
    answer: Answer
    euro: Span
    remaining: tuple[Remaining, ...] = ()
    failing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    opens: date | None = None
    """The first day to apply, where it is still to come."""
    apply_by: date | None = None


@dataclass(frozen=True, slots=True)
class Funding:
    """The schemes for one step and what it costs before and after them."""

    verdicts: tuple[FundingVerdict, ...]
    gross_euro: Span
    net_euro: Span
    """Low: with every scheme that is open, conditional ones included; high: with the certain ones only."""
    used: tuple[str, ...] = ()
    """Ids of the schemes in the low end, at most one of each pair that excludes the other."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What a route asks: months in all, net euro in all, and the busiest step's hours a week."""

    months: Span
    euro: Span
    hours: Span

    def dominates(self, other: Totals) -> bool:
        """Whether it is no worse in all three and better in one of them."""
        return self.is_no_worse(other) and not other.is_no_worse(self)

    def is_no_worse(self, other: Totals) -> bool:
        """Whether it is no worse in all three, end by end (see `spans`)."""
        return (
            self.months.is_no_worse(other.months)
            and self.euro.is_no_worse(other.euro)
            and self.hours.is_no_worse(other.hours)
        )


@dataclass(frozen=True, slots=True)
class Step:
    """One offer of a route."""

    offer: Offer
    verdict: Verdict
    months: Span
    hours: Span
    funding: Funding
    starts: date
    starts_at_latest: date | None
    waits_months: float = 0.0
    """Months that are waited before it to be old enough."""


@dataclass(frozen=True, slots=True)
class Route:
    """Offers in order, from what a person holds to the goal. No steps: the goal is reached already."""

    steps: tuple[Step, ...]
    totals: Totals
    labels: tuple[str, ...] = ()
    """Why it is shown: "fastest", "cheapest", "with_work"."""

    @property
    def offer_ids(self) -> tuple[str, ...]:
        """The ids of its offers, in order."""
        return tuple(step.offer.id for step in self.steps)

    @property
    def unknown_from(self) -> int | None:
        """The first step (from 1) of which length or cost is not known, None when all are."""
        for number, step in enumerate(self.steps, start=1):
            if not (step.months.is_known and step.funding.net_euro.is_known):
                return number
        return None


@dataclass(frozen=True, slots=True)
class Outline:
    """A route in short: the ids of its offers in order, and its totals."""

    offer_ids: tuple[str, ...]
    totals: Totals
    labels: tuple[str, ...] = ()
    """Why it is shown; empty for a route that is not, or that takes a free place."""


@dataclass(frozen=True, slots=True)
class Routes:
    """All non-dominated routes in short, one for each different set of totals, and the ones to show."""

    goal: Goal
    outlines: tuple[Outline, ...]
    shown: tuple[Route, ...]
    is_complete: bool
    """Whether the search ended by itself; when false, better or other routes may exist."""
    nodes: int
    """Labels that were looked at."""
    is_reached: bool = False
    """Whether the person holds what the goal asks already."""
    question: DecidingQuestion | None = None
    """When no route is open: the question whose answer may open one."""
