"""What a person meets at the start, what they can ever meet, and how long until they are old enough."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from assistant.routes.ages import later
from assistant.routes.atoms import truth_of
from assistant.routes.compiled import Compiled, is_met, places_of
from assistant.routes.eligible import Mask
from assistant.routes.planner_index import NO_RULE, PlannerIndex
from assistant.routes.types import Person, Truth
from knowledge.catalogue.rules import IsAtLeast

MOST_MONTHS = 1200
"""Nobody waits a hundred years to be old enough."""


@dataclass(frozen=True, slots=True)
class Start:
    """The bits that are met at the start, those not known, and the months until an age's bit is met."""

    met: int
    unknown: int
    ages: dict[int, float]


@dataclass(frozen=True, slots=True)
class Reach:
    """All that can ever be met, and the places of the pairs whose offers can then be entered."""

    possible: int
    pairs: frozenset[int]


def start_of(index: PlannerIndex, person: Person) -> Start:
    """Return how a person stands for each atom of the catalogue."""
    met = unknown = 0
    ages: dict[int, float] = {}
    for place, atom in enumerate(index.atoms):
        truth = truth_of(atom, person)
        if truth >= Truth.OPEN:
            met |= 1 << place
        elif isinstance(atom, IsAtLeast) and (months := months_until(atom, person)) < MOST_MONTHS:
            ages[place] = float(months)
        elif truth is Truth.UNKNOWN:
            unknown |= 1 << place
    return Start(met, unknown, ages)


def months_until(atom: IsAtLeast, person: Person) -> int:
    """Return the months to wait from the start until the person is surely old enough."""

    def is_old_enough(months: int) -> bool:
        day = later(person.starts, months)
        return (
            truth_of(atom, replace(person, starts=day or person.starts, starts_at_latest=day)) is Truth.HOLDS
        )

    return bisect_left(range(MOST_MONTHS), True, key=is_old_enough)


def reach_from(index: PlannerIndex, state: int, mask: Mask) -> Reach:
    """Return what can be met from a state when every eligible offer that can be entered is completed."""
    allowed = np.bincount(
        index.columns.pair[mask & (index.columns.pair != NO_RULE)], minlength=len(index.pairs)
    )
    entered: set[int] = set()
    reached: list[int] = []
    waiting: Iterable[int] = range(len(index.compiled))
    while True:
        gained = 0
        for condition in waiting:
            compiled = index.compiled[condition]
            have = (state & compiled.mask).bit_count()
            is_in = have >= compiled.needs or (compiled.parts and is_met(compiled, state))
            if is_in and condition not in entered:
                entered.add(condition)
                for pair in index.pairs_of_condition.get(condition, ()):
                    if allowed[pair]:
                        reached.append(pair)
                        gained |= index.pairs[pair].sets
        fresh = gained & ~state
        if not fresh:
            return Reach(state, frozenset(reached))
        state |= fresh
        waiting = dict.fromkeys(one for place in places_of(fresh) for one in index.waiting_for.get(place, ()))


def ways_in(compiled: Compiled, most: int) -> tuple[tuple[int, ...], bool]:
    """Return the smallest sets of bits that meet a condition, and whether these are all of them.

    At most `most` sets are followed at any moment; the smaller ones first.
    """
    if compiled.needs <= 0:
        return (0,), True
    is_all = True
    singles = [(1 << place,) for place in places_of(compiled.mask)]
    choices: list[tuple[int, ...]] = list(singles)
    for part in compiled.parts:
        sets, is_whole = ways_in(part, most)
        choices.append(sets)
        is_all &= is_whole
    if compiled.needs == 1:
        found = minimal({one for sets in choices for one in sets})
        return found[:most], is_all and len(found) <= most
    chosen: dict[int, set[int]] = {0: {0}}
    for sets in choices:
        for count in sorted(chosen, reverse=True):
            if count < compiled.needs:
                more = {before | one for before in chosen[count] for one in sets} | chosen.get(
                    count + 1, set()
                )
                smallest = minimal(more)
                is_all &= len(smallest) <= most
                chosen[count + 1] = set(smallest[:most])
    return tuple(minimal(chosen.get(compiled.needs, set()))), is_all


def minimal(sets: set[int]) -> tuple[int, ...]:
    """Return the sets of which no other one is a part, the smallest first."""
    kept: list[int] = []
    for one in sorted(sets, key=lambda bits: (bits.bit_count(), bits)):
        if not any(other & one == other for other in kept):
            kept.append(one)
    return tuple(kept)
