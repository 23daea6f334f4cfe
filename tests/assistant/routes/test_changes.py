"""Whether the smallest changes are the smallest: every set of changes tried by brute force."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from assistant.routes.change_types import Change, LimitChange
from assistant.routes.changes import apply, possible_changes, smallest_changes
from assistant.routes.index_building import build_index
from assistant.routes.wording import changes_sentences
from assistant.types import Language
from tests.assistant.routes.brute_force import World
from tests.support.random_catalogues import TODAY, Case, random_case

FAST, SOAK = 150, 10_000


def opens(case: Case, changes: tuple[Change, ...]) -> bool:
    profile, constraints = apply(changes, case.profile, case.constraints)
    world = World(case.catalogue, profile, case.goal, constraints, TODAY)
    return world.is_there() or bool(world.all_totals())


def unlimited(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return tuple(replace(one, to=None) if isinstance(one, LimitChange) else one for one in changes)


def faults(seed: int) -> list[str]:
    case = random_case(seed)
    index = build_index(case.catalogue, TODAY)
    result = smallest_changes(case.profile, case.goal, case.constraints, index, TODAY)
    if opens(case, ()):
        return [] if result.sets == ((),) else [f"{seed}: open already"]
    able = possible_changes(index, case.profile, case.goal, case.constraints, TODAY)
    if not result.sets:
        return [f"{seed}: all changes together open it"] if result.is_complete and opens(case, able) else []
    found = []
    for some in result.sets:
        if not opens(case, some):
            found.append(f"{seed}: {some} opens nothing")
        for smaller in combinations(unlimited(some), len(some) - 1):
            if opens(case, smaller):
                found.append(f"{seed}: {some} is not minimal: {smaller}")
        found += [f"{seed}: {lower} would do" for lower in lowered(some) if opens(case, lower)]
    smallest = min(len(some) for some in result.sets)
    for size in range(1, min(smallest, 3)):
        found += [f"{seed}: missed {some}" for some in combinations(able, size) if opens(case, some)]
    return found


def lowered(some: tuple[Change, ...]) -> list[tuple[Change, ...]]:
    """Return the set with each limit one lower."""
    return [
        (*some[:place], replace(one, to=one.to - 1), *some[place + 1 :])
        for place, one in enumerate(some)
        if isinstance(one, LimitChange) and one.to is not None and one.to >= 1
    ]


def test_change_sets_open_a_route_and_are_minimal() -> None:
    assert [fault for seed in range(FAST) for fault in faults(seed)] == []


@pytest.mark.soak
def test_very_many_change_sets_open_a_route_and_are_minimal() -> None:
    assert [fault for seed in range(SOAK) for fault in faults(seed)] == []


@pytest.mark.parametrize("seed", [887, 3721])
def test_a_goal_that_only_many_changes_open_is_not_called_closed(seed: int) -> None:
    case = random_case(seed)
    result = smallest_changes(
        case.profile, case.goal, case.constraints, build_index(case.catalogue, TODAY), TODAY
    )
    assert (result.sets, result.is_complete, result.blocking) == ((), False, ())
    assert [one.text for one in changes_sentences(result, Language.DUTCH)] == [
        "Er is wel een route, maar daarvoor moeten meer dan drie dingen tegelijk veranderen."
    ]
