"""A plan for one person: the goal, its verdict, the routes, or what would have to change. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assistant.interface.rooms.route.desk import Desk
from assistant.interface.rooms.route.goals import FoundGoal, NoGoal, find_goal
from assistant.profile import Profile
from assistant.routes.admission import verdict_for
from assistant.routes.change_types import Changes
from assistant.routes.changes import smallest_changes
from assistant.routes.deciding import deciding_question
from assistant.routes.planner import plan, starting_person, targets_of
from assistant.routes.profile_json import profile_from
from assistant.routes.route_cli import constraints_of
from assistant.routes.rules_in_force import rules_in_force
from assistant.routes.types import (
    Answer,
    Constraints,
    DecidingQuestion,
    Person,
    Routes,
    Verdict,
)
from assistant.types import Language
from knowledge.catalogue.rules import AnyOf
from knowledge.catalogue.types import Offer, OfferState, Place, StudyMode

MOST_TRIES = 200
"""Sets of changes that are tried while a page waits: a fifth of a second on the bundled library where a budget is set, far less without."""

MOST_OFFERS = 40
"""Offers of a goal that are judged one by one for the list under the routes."""

MOST_NODES = 20_000
"""Labels that one search may make while a page waits."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks: profile as JSON, the words of the goal, and the forms of study that are out."""

    profile: Mapping[str, Any]
    goal: str
    excluded_modes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """An offer that reaches the goal, with what the rules say about entering it now."""

    offer: Offer
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Plan:
    """All that the page, the exports and the file show."""

    wish: Wish
    profile: Profile
    found: FoundGoal
    constraints: Constraints
    person: Person
    routes: Routes
    changes: Changes | None
    targets: tuple[Judged, ...]
    """The offers that reach the goal, those that can be entered first; at most `MOST_OFFERS`."""
    target_count: int
    question: DecidingQuestion | None
    unplaced: bool
    """Whether a place was told that we cannot find on the map, so that no distance counts."""
    today: date

    @property
    def counts(self) -> Mapping[Answer, int]:
        """How many of the judged offers have which verdict."""
        return Counter(one.verdict.answer for one in self.targets)


def plan_for(wish: Wish, desk: Desk, today: date, language: Language) -> Plan | NoGoal:
    """Return the plan; `NoGoal` when the goal is not understood. Raises `BadProfileError` for another profile."""
    found = find_goal(wish.goal, desk, language)
    if isinstance(found, NoGoal):
        return found
    profile = profile_from(wish.profile)
    home = desk.gazetteer.find(profile.place) if profile.place else None
    constraints = limits_of(profile, home, wish.excluded_modes)
    routes = plan(profile, found.goal, constraints, desk.index, today, MOST_NODES)
    person = starting_person(profile, constraints, desk.index, today)
    changes = None
    if not routes.outlines:
        changes = smallest_changes(profile, found.goal, constraints, desk.index, today, MOST_TRIES)
    places = targets_of(found.goal, desk.index).tolist()
    targets = _judged([desk.index.offers[place] for place in places], person, desk)
    return Plan(
        wish,
        profile,
        found,
        constraints,
        person,
        routes,
        changes,
        targets,
        len(places),
        routes.question or _question(found, targets, person, desk),
        bool(profile.place) and home is None,
        today,
    )


def limits_of(profile: Profile, home: Place | None, excluded_modes: Sequence[str]) -> Constraints:
    """Return the limits of a profile with the forms of study that are out."""
    modes = tuple(mode for mode in StudyMode if mode.value in excluded_modes)
    return replace(constraints_of(profile, home), excluded_modes=modes)


_ORDER = {Answer.YES: 0, Answer.CONDITIONAL: 1, Answer.UNKNOWN: 2, Answer.NO: 3}


def _judged(offers: Sequence[Offer], person: Person, desk: Desk) -> tuple[Judged, ...]:
    living = [offer for offer in offers if offer.state is not OfferState.ENDED]
    national = desk.catalogue.national_rules
    judged = [
        Judged(offer, verdict_for(person, offer, rules_in_force(offer, national, person.today), ask=False))
        for offer in living[:MOST_OFFERS]
    ]
    return tuple(
        sorted(
            judged,
            key=lambda one: (
                _ORDER[one.verdict.answer],
                one.offer.state is not OfferState.CURRENT,
                one.offer.name.value or "",
                one.offer.id,
            ),
        )
    )


def _question(
    found: FoundGoal, targets: Sequence[Judged], person: Person, desk: Desk
) -> DecidingQuestion | None:
    """Return what to ask when no offer of the goal is surely open by itself and one waits for a fact of the person.

    A route around it may be open; the answer can still make it shorter.
    """
    if any(one.verdict.answer in (Answer.YES, Answer.CONDITIONAL) for one in targets):
        return None
    waiting = [one for one in targets if one.verdict.answer is Answer.UNKNOWN and one.verdict.unknown]
    conditions = [desk.index.columns.condition[desk.index.position[one.offer.id]] for one in waiting]
    undecided = tuple(desk.index.conditions[place] for place in dict.fromkeys(conditions) if place >= 0)
    return deciding_question(AnyOf(undecided), person) if undecided else None
