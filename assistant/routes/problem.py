"""One person's search problem: only what can matter for the goal, with equal and worse offers left out.

Relevant are the atoms of the conditions of the goal's offers that the person does not meet at the start,
of the conditions of the offers that give such an atom, and so on backwards. A step other than the last
belongs in a route only when it gives a relevant atom that was not there yet; so no route holds a step just
to grow older.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.routes.ages import later
from assistant.routes.atoms import truth_of
from assistant.routes.compiled import Compiled, bits_of, is_met, places_of
from assistant.routes.eligible import Mask
from assistant.routes.funding import OpenScheme, net_euro
from assistant.routes.planner_index import NO_RULE, Ids, Numbers, PlannerIndex
from assistant.routes.types import Person, Truth
from knowledge.catalogue.rules import IsAtLeast

Vector = tuple[float, float, float, float, float, float]
"""Totals as numbers: months low and high, euro low and high, hours low and high."""

MOST_MONTHS = 1200
"""Nobody waits a hundred years to be old enough."""


@dataclass(frozen=True, slots=True)
class Variant:
    """An offer with what it asks; it stands for all offers that ask the same or more and give the same."""

    offer: int
    asks: Vector


@dataclass(frozen=True, slots=True)
class Move:
    """Offers with one condition that set the same relevant bits; of a last step the bits do not matter."""

    condition: Compiled
    sets: int
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What the search walks over."""

    start: int
    """The bits that are met at the start, of the atoms that were looked at."""
    ages: tuple[tuple[float, int], ...]
    """Months after which an age's bit is met, in order."""
    moves: tuple[Move, ...]
    finals: tuple[Move, ...]
    undecided: tuple[int, ...]
    """Numbers of the conditions that wait for a fact of the person, those of the goal first."""

    def aged(self, state: int, months: float) -> int:
        """Return a state after at most so many months."""
        for needed, bit in self.ages:
            if months < needed:
                break
            state |= bit
        return state

    @property
    def last_age(self) -> float:
        """The number of months after which being older changes nothing."""
        return self.ages[-1][0] if self.ages else 0.0


class _Start:
    """What a person meets at the start; each atom is judged once, when it is first asked for."""

    def __init__(self, index: PlannerIndex, person: Person) -> None:
        self._index, self._person = index, person
        self._known = 0
        self.bits = 0
        self.unknown = 0

    def meets(self, condition: int) -> bool:
        compiled = self._index.compiled[condition]
        self.look_at(bits_of(compiled))
        return is_met(compiled, self.bits)

    def look_at(self, bits: int) -> None:
        for place in places_of(bits & ~self._known):
            truth = truth_of(self._index.atoms[place], self._person)
            self.bits |= (truth >= Truth.OPEN) << place
            self.unknown |= (truth is Truth.UNKNOWN) << place
        self._known |= bits


def build_problem(
    index: PlannerIndex, person: Person, mask: Mask, targets: Ids, schemes: Sequence[OpenScheme]
) -> Problem:
    """Return the problem of a person who wants to complete one of the `targets` (places of offers, in order).

    `mask` says which offers keep to the constraints.
    """
    start = _Start(index, person)
    finals = _by_condition(index, targets[mask[targets]])
    moves = _closure(index, start, mask, finals)
    conditions = [*finals, *(condition for condition, _ in moves)]
    undecided = _undecided(index, start, conditions)
    ages = _ages(index, start, person, conditions)
    chooser = _Chooser(index, schemes)
    reachable = _reachable(index, start.bits | sum(bit for _, bit in ages), moves)
    return Problem(
        start.bits,
        ages,
        tuple(
            Move(index.compiled[condition], sets, chooser.best(offers, keep_lengths=bool(ages)))
            for (condition, sets), offers in reachable
        ),
        tuple(
            Move(index.compiled[condition], 0, chooser.best(offers)) for condition, offers in finals.items()
        ),
        undecided,
    )


def _by_condition(index: PlannerIndex, offers: Ids) -> dict[int, Ids]:
    conditions = index.columns.condition[offers]
    return {int(one): offers[conditions == one] for one in np.unique(conditions) if one != NO_RULE}


Moves = dict[tuple[int, int], list[Ids]]


def _closure(index: PlannerIndex, start: _Start, mask: Mask, finals: dict[int, Ids]) -> Moves:
    """Return the eligible offers that set a relevant bit, by their condition and the bits they set."""
    relevant, grants = 0, dict[int, None]()
    eligible: dict[tuple[int, int], Ids] = {}
    waiting = list(finals)
    seen = set(waiting)
    while waiting:
        condition = waiting.pop()
        if start.meets(condition):
            continue
        fresh = bits_of(index.compiled[condition]) & ~start.bits & ~relevant
        relevant |= fresh
        for place in places_of(fresh):
            for grant in index.granting.get(place, ()):
                if grant in grants:
                    continue
                grants[grant] = None
                for needed, offers in index.moves.get(grant, ()):
                    able = offers[mask[offers]]
                    if len(able):
                        eligible[grant, needed] = able
                        if needed not in seen:
                            seen.add(needed)
                            waiting.append(needed)
    moves: Moves = defaultdict(list)
    for (grant, condition), offers in sorted(eligible.items(), key=lambda one: one[0]):
        moves[condition, index.granted[grant] & relevant].append(offers)
    return moves


def _undecided(index: PlannerIndex, start: _Start, conditions: Sequence[int]) -> tuple[int, ...]:
    found = []
    for condition in dict.fromkeys(conditions):
        compiled = index.compiled[condition]
        start.look_at(bits_of(compiled))
        if not is_met(compiled, start.bits) and is_met(compiled, start.bits | start.unknown):
            found.append(condition)
    return tuple(found)


def _ages(
    index: PlannerIndex, start: _Start, person: Person, conditions: Sequence[int]
) -> tuple[tuple[float, int], ...]:
    """Return for each age that is not reached yet the number of months after which it can be."""
    bits = 0
    for condition in conditions:
        bits |= bits_of(index.compiled[condition])
    found = []
    for place in places_of(bits & ~start.bits):
        atom = index.atoms[place]
        if isinstance(atom, IsAtLeast):
            months = _months_until(atom, person)
            if months < MOST_MONTHS:
                found.append((float(months), 1 << place))
    return tuple(sorted(found))


def _months_until(atom: IsAtLeast, person: Person) -> int:
    def is_old_enough(months: int) -> bool:
        aged = replace(person, starts_at_latest=later(person.starts, months))
        return truth_of(atom, aged) >= Truth.OPEN

    return bisect_left(range(MOST_MONTHS), True, key=is_old_enough)


def _reachable(index: PlannerIndex, state: int, moves: Moves) -> list[tuple[tuple[int, int], Ids]]:
    """Return the moves that can be made when all is done that can be, as if everybody were old enough."""
    waiting = list(moves)
    able: list[tuple[int, int]] = []
    is_growing = True
    while is_growing:
        still = []
        for move in waiting:
            if is_met(index.compiled[move[0]], state):
                able.append(move)
            else:
                still.append(move)
        before = state
        for _, sets in able:
            state |= sets
        is_growing, waiting = state != before, still
    return [(move, np.concatenate(moves[move])) for move in sorted(able)]


class _Chooser:
    """Leaves out offers that ask no less than another one of the same move."""

    def __init__(self, index: PlannerIndex, schemes: Sequence[OpenScheme]) -> None:
        self._index = index
        self._schemes = [scheme for scheme in schemes if scheme.pays_the_person]
        self._euro: dict[int, tuple[float, float]] = {}

    def best(self, offers: Ids, *, keep_lengths: bool = False) -> tuple[Variant, ...]:
        """Return the non-dominated offers, one for each different need, in the order of their ids.

        `keep_lengths` compares only offers of the same length, for where growing older can matter.
        """
        offers = np.sort(offers)
        _, first = np.unique(self._index.columns.variant[offers], return_index=True)
        offers = offers[np.sort(first)]
        asks = self._asks(offers)
        kept = sorted(_non_dominated(asks, keep_lengths=keep_lengths))
        return tuple(Variant(int(offers[row]), _vector(asks[row])) for row in kept)

    def _asks(self, offers: Ids) -> Numbers:
        columns = self._index.columns
        euro = np.array([self._net(int(price)) for price in columns.price[offers]]).reshape(-1, 2)
        months = (columns.months_low[offers], columns.months_high[offers])
        hours = (columns.hours_low[offers], columns.hours_high[offers])
        return np.stack((*months, euro[:, 0], euro[:, 1], *hours), axis=1)

    def _net(self, price: int) -> tuple[float, float]:
        if price not in self._euro:
            span, _ = net_euro(self._index.prices[price], self._schemes)
            self._euro[price] = (span.low, span.high)
        return self._euro[price]


def _vector(row: Numbers) -> Vector:
    months_low, months_high, euro_low, euro_high, hours_low, hours_high = row.tolist()
    return (months_low, months_high, euro_low, euro_high, hours_low, hours_high)


def _non_dominated(asks: Numbers, *, keep_lengths: bool) -> list[int]:
    """Return the rows of which no other row is at most as much in every column; of equal rows the first."""
    order = np.lexsort(tuple(asks[:, column] for column in range(asks.shape[1] - 1, -1, -1)))
    kept = []
    while len(order):
        row = order[0]
        kept.append(int(row))
        rest = asks[order]
        beaten = np.all(rest >= asks[row], axis=1)
        if keep_lengths:
            beaten &= rest[:, 1] == asks[row, 1]
        order = order[~beaten]
    return kept
