"""One person's search problem: which offers give what is needed, with equal and worse ones left out,
made on demand.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce

import numpy as np

from assistant.routes.choosing import Chooser, Group, Variant
from assistant.routes.compiled import ALWAYS, NEVER, Compiled, places_of, simplified
from assistant.routes.eligible import Mask
from assistant.routes.planner_index import NO_RULE, Ids, PlannerIndex
from assistant.routes.reaching import Reach, Start, ways_in

MOST_WAYS_IN = 64
"""Smallest ways in that are followed of one rule; a rule with more makes a search incomplete."""


PAIRS_A_NODE = 10
"""So many groups of offers are looked at in the time that one label takes."""


@dataclass(frozen=True, slots=True)
class WayIn:
    """One smallest way to meet a condition: the bits still needed, and the months to wait for an age."""

    needs: int
    months: float


@dataclass(frozen=True, slots=True)
class Move:
    """Offers with one condition that give the same of what is needed."""

    ways_in: tuple[WayIn, ...]
    gives: int
    variants: tuple[Variant, ...]


class Problem:
    """What the search walks over, backwards from the goal: for a set of needed bits the moves that give
    some of them.

    `is_exact` turns false when a rule had more ways in than are followed. `work` counts what was looked at.
    """

    def __init__(self, index: PlannerIndex, mask: Mask, start: Start, reach: Reach, chooser: Chooser) -> None:
        self._index, self._mask, self._start, self._reach, self._chooser = index, mask, start, reach, chooser
        self._simple: dict[int, Compiled] = {}
        self._ways: dict[Compiled, tuple[WayIn, ...]] = {}
        self._moves: dict[int, tuple[Move, ...]] = {}
        self.is_exact = True
        self.work = 0

    def finals(self, targets: Ids) -> tuple[Move, ...]:
        """Return the moves that end a route: the eligible targets that can ever be entered."""
        offers = targets[self._mask[targets] & (self._index.columns.condition[targets] != NO_RULE)]
        groups: dict[tuple[Compiled, int], list[Ids]] = defaultdict(list)
        for condition in np.unique(self._index.columns.condition[offers]).tolist():
            some = offers[self._index.columns.condition[offers] == condition]
            groups[self._simplified(condition), 0].append(some)
        return self._chosen(groups)

    def moves(self, needed: int) -> tuple[Move, ...]:
        """Return the moves that give some of the needed bits, in the order of their first offers."""
        if needed not in self._moves:
            pairs = {pair for place in places_of(needed) for pair in self._index.pairs_of_atom.get(place, ())}
            groups: dict[tuple[Compiled, int], list[Ids]] = defaultdict(list)
            self.work += len(pairs) // PAIRS_A_NODE + 1
            for pair in sorted(pairs & self._reach.pairs):
                condition, sets, offers = self._index.pairs[pair]
                able = offers[self._mask[offers]]
                groups[self._simplified(condition), sets & needed].append(able)
            self._moves[needed] = self._chosen(groups)
        return self._moves[needed]

    def _simplified(self, condition: int) -> Compiled:
        if condition not in self._simple:
            compiled = self._index.compiled[condition]
            self._simple[condition] = simplified(compiled, self._start.met, self._reach.possible)
        return self._simple[condition]

    def _chosen(self, found: dict[tuple[Compiled, int], list[Ids]]) -> tuple[Move, ...]:
        """Return the groups with the offers that count; what can never be entered is left out."""
        keys = [key for key in found if key[0] != NEVER]
        groups = [Group(key[0] == ALWAYS, key[1], np.concatenate(found[key])) for key in keys]
        moves = [
            Move(self._ways_in(condition), gives, variants)
            for (condition, gives), variants in zip(keys, self._chooser.choose(groups), strict=True)
            if variants
        ]
        return tuple(sorted(moves, key=lambda move: (move.variants[0].offer, move.gives)))

    def _ways_in(self, condition: Compiled) -> tuple[WayIn, ...]:
        if condition not in self._ways:
            sets, is_all = ways_in(condition, MOST_WAYS_IN)
            self.is_exact &= is_all
            self._ways[condition] = tuple(self._way_in(bits) for bits in sets)
        return self._ways[condition]

    def _way_in(self, bits: int) -> WayIn:
        ages = [(place, self._start.ages[place]) for place in places_of(bits) if place in self._start.ages]
        of_age = reduce(lambda all_bits, one: all_bits | 1 << one[0], ages, 0)
        return WayIn(bits & ~of_age, max((months for _, months in ages), default=0.0))
