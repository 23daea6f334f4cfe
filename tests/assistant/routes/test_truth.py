"""Whether the planner finds the truth: held against every set and order of offers of many random catalogues."""

from __future__ import annotations

from random import Random

import pytest

from assistant.routes.planner import plan
from assistant.routes.types import Outline, Routes
from tests.assistant.routes.brute_force import Totals, World, compared
from tests.support.random_catalogues import TODAY, Case, random_case

FAST = 300
"""Cases of every run of the tests."""

SOAK = 100_000
"""Cases of `make soak`."""


def world_of(case: Case) -> World:
    return World(case.catalogue, case.profile, case.goal, case.constraints, TODAY)


def routes_of(case: Case) -> Routes:
    return plan(case.profile, case.goal, case.constraints, case.catalogue, TODAY)


def numbers(outline: Outline) -> Totals:
    totals = outline.totals
    return (
        totals.months.low, totals.months.high, totals.euro.low, totals.euro.high, totals.hours.low, totals.hours.high
    )  # fmt: skip


def faults(seed: int) -> list[str]:
    """Return what is wrong with the planner's answer to one random case, nothing when it is true."""
    case = random_case(seed)
    world, routes = world_of(case), routes_of(case)
    if world.is_there():
        return [] if routes.is_reached else [f"{seed}: the goal is reached already"]
    found = []
    for outline in routes.outlines:
        why = world.why_not(outline.offer_ids)
        if why:
            found.append(f"{seed}: {outline.offer_ids} is no route: {why}")
        else:
            by_id = {offer.id: offer for offer in world.able}
            exact = world.totals([by_id[offer_id] for offer_id in outline.offer_ids])
            if exact != pytest.approx(numbers(outline)):
                found.append(f"{seed}: {outline.offer_ids} has totals {exact}, not {numbers(outline)}")
    got, expected = {compared(numbers(outline)) for outline in routes.outlines}, world.frontier()
    if got != expected:
        found.append(f"{seed}: missing {sorted(expected - got)}, too many {sorted(got - expected)}")
    for route in routes.shown:
        if world.why_not(route.offer_ids) or route.totals not in {
            outline.totals for outline in routes.outlines
        }:
            found.append(f"{seed}: {route.offer_ids} is shown: {world.why_not(route.offer_ids)}")
    if not routes.is_complete:
        found.append(f"{seed}: the search was not complete")
    return found


def test_routes_of_random_catalogues_are_exactly_the_non_dominated_ones() -> None:
    assert [fault for seed in range(FAST) for fault in faults(seed)] == []


@pytest.mark.soak
def test_routes_of_very_many_random_catalogues_are_exactly_the_non_dominated_ones() -> None:
    assert [fault for seed in range(SOAK) for fault in faults(seed)] == []


def test_the_random_catalogues_are_worth_the_name() -> None:
    routes = [routes_of(random_case(seed)) for seed in range(FAST)]
    longest = [max((len(outline.offer_ids) for outline in one.outlines), default=0) for one in routes]
    assert sum(length == 0 for length in longest) > 50
    assert sum(length >= 2 for length in longest) > 20
    assert sum(length >= 3 for length in longest) > 3
    assert sum(len(one.outlines) >= 2 for one in routes) > 15


def test_the_order_of_the_records_changes_nothing() -> None:
    for seed in range(60):
        case = random_case(seed)
        offers, rules = list(case.catalogue.offers), list(case.catalogue.national_rules)
        Random(seed).shuffle(offers)
        Random(seed).shuffle(rules)
        shuffled = type(case.catalogue)(
            tuple(offers), tuple(rules), case.catalogue.schemes[::-1], case.catalogue.occupations, case.catalogue.regions
        )  # fmt: skip
        again = plan(case.profile, case.goal, case.constraints, shuffled, TODAY)
        assert again == routes_of(case)
