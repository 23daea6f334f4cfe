"""From what a person holds to a goal: all non-dominated routes over offers that they may enter.

A route is a sequence of offers, the last of which reaches the goal. Each step keeps to the constraints,
and its verdict is yes or conditional for the person as they are by then: with the diplomas, subjects and
tests of the earlier steps, and older. Who is too young for a step waits until they are old enough, and the
waiting counts; other waiting, for the next September, does not. Rules, prices and schemes are those of
today for all steps. The three totals are months, net euro (added up) and the busiest step's hours a week.
One route dominates another when it is no worse in all three (see `spans`) and better in one. Of routes
with the same totals one is given, always the same one for the same records, whatever their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from assistant.profile import Profile
from assistant.routes.admission import person_of
from assistant.routes.choosing import Chooser
from assistant.routes.compiled import bits_of, is_met, places_of
from assistant.routes.deciding import deciding_question
from assistant.routes.eligible import eligible
from assistant.routes.funding import NetCost, OpenScheme, net_euro, open_schemes
from assistant.routes.goals import diploma_of, is_reached, reaches
from assistant.routes.grants import meets
from assistant.routes.index_building import build_index
from assistant.routes.kin import closest
from assistant.routes.planner_index import NO_RULE, Ids, PlannerIndex
from assistant.routes.problem import Problem
from assistant.routes.reaching import Start, reach_from, start_of
from assistant.routes.search import MOST_NODES, Found, Way, search
from assistant.routes.showing import chosen_to_show, route_of
from assistant.routes.spans import NOTHING, span_of
from assistant.routes.timetable import timetable
from assistant.routes.types import (
    Catalogue,
    Constraints,
    DecidingQuestion,
    Goal,
    LevelGoal,
    OfferGoal,
    Outline,
    Person,
    Route,
    Routes,
    Totals,
)
from knowledge.catalogue.rules import AnyOf, Condition

MOST_UNDECIDED = 20
"""Rules that are weighed together for the one question to ask."""

MOST_LOOKED_AT = 500
"""Rules that are looked at to find those."""


def plan(
    profile: Profile,
    goal: Goal,
    constraints: Constraints,
    catalogue: Catalogue | PlannerIndex,
    today: date,
    budget: int = MOST_NODES,
) -> Routes:
    """Return the routes of a person to a goal; `budget` is the number of labels that the search may make.

    Give an index where one is at hand; one that does not hold on this day, or a catalogue, is indexed first.
    """
    index = index_for(catalogue, today)
    person = starting_person(profile, constraints, index, today)
    if is_reached(goal, person):
        route = Route((), Totals(NOTHING, NOTHING, NOTHING))
        return Routes(
            goal, (Outline((), route.totals),), (route,), is_complete=True, nodes=0, is_reached=True
        )
    schemes = open_schemes(index.catalogue.schemes, person, index.catalogue.regions)
    asked = _Asked(index, person, goal, constraints, schemes)
    found, start = _found(asked, budget, only_first=False)
    outlines = tuple(_outline(way, asked) for way in found.ways)
    mask, targets = eligible(index, constraints, person.starts), targets_of(goal, index)
    net = NetCost(schemes)
    shown = [closest(one, index, person, mask, targets, net) for one in chosen_to_show(outlines, index)]
    return Routes(
        goal,
        outlines,
        tuple(route_of(one, index, person, schemes) for one in shown),
        is_complete=found.is_complete,
        nodes=found.nodes,
        question=None if found.ways else _question(asked, start),
    )


def is_open(index: PlannerIndex, profile: Profile, goal: Goal, constraints: Constraints, today: date) -> bool:
    """Return whether a goal can be reached, or is reached already."""
    person = starting_person(profile, constraints, index, today)
    if is_reached(goal, person):
        return True
    schemes = open_schemes(index.catalogue.schemes, person, index.catalogue.regions)
    asked = _Asked(index, person, goal, constraints, schemes)
    return bool(_found(asked, MOST_NODES, only_first=True)[0].ways)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question: who, where to, within which limits."""

    index: PlannerIndex
    person: Person
    goal: Goal
    constraints: Constraints
    schemes: tuple[OpenScheme, ...]


def _found(asked: _Asked, budget: int, *, only_first: bool) -> tuple[Found, Start]:
    index, euro = asked.index, asked.constraints.budget_euro
    mask = eligible(index, asked.constraints, asked.person.starts)
    start = start_of(index, asked.person)
    reach = reach_from(index, start.met | sum(1 << place for place in start.ages), mask)
    chooser = Chooser(index, asked.schemes, has_budget=euro is not None)
    problem = Problem(index, mask, start, reach, chooser)
    finals = problem.finals(targets_of(asked.goal, index))
    return search(problem, finals, euro, budget, only_first=only_first), start


def index_for(catalogue: Catalogue | PlannerIndex, today: date) -> PlannerIndex:
    """Return the index as it is when it holds today, else a fresh one."""
    if isinstance(catalogue, Catalogue):
        return build_index(catalogue, today)
    return catalogue if catalogue.holds_on(today) else build_index(catalogue.catalogue, today)


def starting_person(profile: Profile, constraints: Constraints, index: PlannerIndex, today: date) -> Person:
    """Return the person before the first step, as the planner sees them."""
    person = person_of(profile, today, constraints.starts_on)
    return Person(
        profile, today, person.starts, person.starts, index.taught, constraints.only_present_employer
    )


def targets_of(goal: Goal, index: PlannerIndex) -> Ids:
    """Return the places of the offers that reach a goal, in order."""
    if isinstance(goal, OfferGoal):
        place = index.position.get(goal.offer_id)
        return np.array([] if place is None else [place], dtype=np.int64)
    if isinstance(goal, LevelGoal):
        wanted = diploma_of(goal)
        fits = np.array(
            [any(meets(grant, wanted) for grant in grants) for grants in index.grants], dtype=bool
        )
        found: Ids = np.flatnonzero(fits[index.columns.grant]) if len(fits) else np.array([], dtype=np.int64)
        return found
    occupations = index.catalogue.occupations
    candidates = index.leading_to(goal.occupation_id)
    return np.array([p for p in candidates if reaches(goal, index.offers[p], occupations)], dtype=np.int64)


def _outline(way: Way, asked: _Asked) -> Outline:
    """Return a way with its totals as a reader sees them: what is known also beside what is not."""
    index = asked.index
    offers = tuple(index.offers[place] for place in way.offers)
    euro = hours = NOTHING
    for place in way.offers:
        euro = euro + net_euro(index.prices[index.columns.price[place]], asked.schemes)[0]
        hours = hours.larger(span_of(index.offers[place].hours_per_week.value))
    months = timetable(offers, index.catalogue.national_rules, asked.person)[-1].until
    return Outline(tuple(offer.id for offer in offers), Totals(months, euro, hours))


def _question(asked: _Asked, start: Start) -> DecidingQuestion | None:
    """Return the question that settles most of the rules that wait for a fact of the person.

    Looked at are the rules of the goal's offers, then those of offers that give what these wait for, and
    so on.
    """
    index = asked.index
    waiting = [int(c) for c in index.columns.condition[targets_of(asked.goal, index)] if c != NO_RULE]
    seen: dict[int, None] = dict.fromkeys(waiting)
    undecided: list[Condition] = []
    while waiting and len(undecided) < MOST_UNDECIDED and len(seen) < MOST_LOOKED_AT:
        condition = waiting.pop(0)
        compiled = index.compiled[condition]
        if is_met(compiled, start.met):
            continue
        if is_met(compiled, start.met | start.unknown):
            undecided.append(index.conditions[condition])
        for place in places_of(bits_of(compiled)):
            for pair in index.pairs_of_atom.get(place, ()):
                following = index.pairs[pair].condition
                if following not in seen:
                    seen[following] = None
                    waiting.append(following)
    return deciding_question(AnyOf(tuple(undecided)), asked.person) if undecided else None
