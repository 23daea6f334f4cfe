"""From what a person holds to a goal: all non-dominated routes over offers that they may enter.

A route is a sequence of offers, the last of which reaches the goal. Each step keeps to the constraints,
and its verdict is yes or conditional for the person as they are by then: with the diplomas, subjects and
tests of the earlier steps, and older. Each step but the last gives something new that the goal waits for
(see `problem`). Rules, prices and schemes are those of today for all steps. The three totals are months
(added up, without waiting between steps), net euro (added up) and the busiest step's hours a week. One
route dominates another when it is no worse in all three, both ends of each span compared (see `spans`),
and better somewhere. Of routes with the same totals one is given, always the same one for the same
records, whatever their order.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from assistant.profile import Profile
from assistant.routes.admission import person_of
from assistant.routes.deciding import deciding_question
from assistant.routes.eligible import eligible
from assistant.routes.funding import open_schemes
from assistant.routes.goals import is_reached, reaches
from assistant.routes.index_building import build_index
from assistant.routes.planner_index import Ids, PlannerIndex
from assistant.routes.problem import Problem, build_problem
from assistant.routes.search import MOST_NODES, Found, Way, search
from assistant.routes.showing import shown_routes
from assistant.routes.spans import NOTHING, Span
from assistant.routes.types import (
    Catalogue,
    Constraints,
    DecidingQuestion,
    Goal,
    OfferGoal,
    Outline,
    Person,
    Route,
    Routes,
    Totals,
)
from knowledge.catalogue.rules import AnyOf

MOST_UNDECIDED = 20
"""Rules that are weighed together for the one question to ask."""


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
    mask = eligible(index, constraints, person.starts)
    problem = build_problem(index, person, mask, targets_of(goal, index), schemes)
    found = search(problem, constraints.budget_euro, budget)
    return Routes(
        goal,
        tuple(_outline(way, index) for way in found.ways),
        shown_routes([_outline(way, index) for way in found.ways], index, person, schemes),
        is_complete=found.is_complete,
        nodes=found.nodes,
        question=None if found.ways else _question(index, problem, person),
    )


def is_open(
    index: PlannerIndex, profile: Profile, goal: Goal, constraints: Constraints, today: date
) -> Found:
    """Return the first way that a search finds, if there is one: whether a goal can be reached at all."""
    person = starting_person(profile, constraints, index, today)
    schemes = open_schemes(index.catalogue.schemes, person, index.catalogue.regions)
    mask = eligible(index, constraints, person.starts)
    problem = build_problem(index, person, mask, targets_of(goal, index), schemes)
    return search(problem, constraints.budget_euro, MOST_NODES, only_first=True)


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
    occupations = index.catalogue.occupations
    found = [place for place in index.reaching(goal) if reaches(goal, index.offers[place], occupations)]
    return np.array(found, dtype=np.int64)


def _outline(way: Way, index: PlannerIndex) -> Outline:
    months_low, months_high, euro_low, euro_high, hours_low, hours_high = way.totals
    totals = Totals(Span(months_low, months_high), Span(euro_low, euro_high), Span(hours_low, hours_high))
    return Outline(tuple(index.offers[place].id for place in way.offers), totals)


def _question(index: PlannerIndex, problem: Problem, person: Person) -> DecidingQuestion | None:
    """Return the question that settles most of the rules that wait for a fact of the person."""
    waiting = tuple(index.conditions[number] for number in problem.undecided[:MOST_UNDECIDED])
    return deciding_question(AnyOf(waiting), person) if waiting else None
