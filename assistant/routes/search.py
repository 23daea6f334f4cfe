"""The search itself: labels over sets of bits, the least first, pruned by dominance.

A label is a state (the bits met) with the totals of a way to reach it. Totals never shrink along a way,
more bits never close a move, and being older never does. So a label may go when another one with the same
bits or more, no worse totals, and an age that can do no less, exists (Martins 1984, multi-criteria label
setting). While some age is still to be reached, a label is compared only with labels of the same bits and
the same greatest length.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush

from assistant.routes.compiled import is_met
from assistant.routes.problem import Move, Problem, Variant, Vector

MOST_NODES = 60_000
"""Labels that are made before the search gives up and says so: about half a second."""

MOST_STATES_COMPARED = 128
"""Beyond so many different states a label is compared with its own state only; that prunes less, not
wrongly.
"""

NOTHING_YET: Vector = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Way:
    """Offers in order with their totals."""

    totals: Vector
    offers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The non-dominated ways, by totals; `is_complete` unless the nodes ran out."""

    ways: tuple[Way, ...]
    is_complete: bool
    nodes: int


def search(
    problem: Problem, budget_euro: float | None, most_nodes: int, *, only_first: bool = False
) -> Found:
    """Return the non-dominated ways to a last step, one for each different totals.

    `only_first` stops at one.
    """
    return _Search(problem, budget_euro, most_nodes).run(only_first=only_first)


def is_no_more(one: Vector, other: Vector) -> bool:
    """Whether a vector is at most the other one everywhere."""
    return (
        one[1] <= other[1]
        and one[3] <= other[3]
        and one[5] <= other[5]
        and one[0] <= other[0]
        and one[2] <= other[2]
        and one[4] <= other[4]
    )


def plus(one: Vector, step: Vector) -> Vector:
    """Return totals after a step: months and euro add up, the busiest step counts for hours."""
    return (
        one[0] + step[0],
        one[1] + step[1],
        one[2] + step[2],
        one[3] + step[3],
        one[4] if one[4] >= step[4] else step[4],
        one[5] if one[5] >= step[5] else step[5],
    )


_Key = tuple[int, float]


class _Search:
    def __init__(self, problem: Problem, budget_euro: float | None, most_nodes: int) -> None:
        self._problem, self._most_nodes = problem, most_nodes
        self._budget = float("inf") if budget_euro is None else budget_euro
        self._goal: list[Way] = []
        self._labels: dict[_Key, list[Vector]] = {}
        self._open: list[tuple[Vector, tuple[int, ...], int]] = []
        self._moves_from: dict[int, tuple[list[Move], list[Move]]] = {}
        self._nodes = 0
        self._least = _least(problem.finals)

    def run(self, *, only_first: bool) -> Found:
        self._push(NOTHING_YET, (), self._problem.start)
        while self._open and self._nodes < self._most_nodes:
            totals, offers, bits = heappop(self._open)
            if self._is_hopeless(totals) or self._is_replaced(totals, bits):
                continue
            state = self._problem.aged(bits, totals[1])
            moves, finals = self._able(state)
            for final in finals:
                for variant in final.variants:
                    self._reach(plus(totals, variant.asks), (*offers, variant.offer))
            if only_first and self._goal:
                break
            for move in moves:
                if move.sets & ~state:
                    for variant in move.variants:
                        self._push(plus(totals, variant.asks), (*offers, variant.offer), bits | move.sets)
        is_complete = not self._open or (only_first and bool(self._goal))
        ways = sorted(self._goal, key=lambda way: (way.totals, way.offers))
        return Found(tuple(ways), is_complete, self._nodes)

    def _able(self, state: int) -> tuple[list[Move], list[Move]]:
        if state not in self._moves_from:
            moves = [m for m in self._problem.moves if m.sets & ~state and is_met(m.condition, state)]
            self._moves_from[state] = (moves, [m for m in self._problem.finals if is_met(m.condition, state)])
        return self._moves_from[state]

    def _reach(self, totals: Vector, offers: tuple[int, ...]) -> None:
        self._nodes += 1
        if totals[2] > self._budget or any(is_no_more(way.totals, totals) for way in self._goal):
            return
        self._goal = [way for way in self._goal if not is_no_more(totals, way.totals)]
        self._goal.append(Way(totals, offers))

    def _push(self, totals: Vector, offers: tuple[int, ...], bits: int) -> None:
        self._nodes += 1
        if totals[2] > self._budget or self._is_hopeless(totals):
            return
        key = self._key(totals, bits)
        same = self._labels.get(key, [])
        if any(is_no_more(label, totals) for label in same) or self._is_beaten_from_above(totals, key):
            return
        self._labels[key] = [label for label in same if not is_no_more(totals, label)]
        self._labels[key].append(totals)
        heappush(self._open, (totals, offers, bits))

    def _key(self, totals: Vector, bits: int) -> _Key:
        return (bits, min(totals[1], self._problem.last_age))

    def _is_beaten_from_above(self, totals: Vector, key: _Key) -> bool:
        """Whether a label with more bits is no worse; asked only where no age is still to be reached."""
        bits, age = key
        if age < self._problem.last_age or len(self._labels) > MOST_STATES_COMPARED:
            return False
        return any(
            other & bits == bits and other != bits and any(is_no_more(label, totals) for label in labels)
            for (other, their_age), labels in self._labels.items()
            if their_age >= age
        )

    def _is_replaced(self, totals: Vector, bits: int) -> bool:
        return totals not in self._labels[self._key(totals, bits)]

    def _is_hopeless(self, totals: Vector) -> bool:
        """Whether even the least last step cannot make it better than a way that was found."""
        if not self._goal or self._least is None:
            return False
        at_least = plus(totals, self._least)
        return any(is_no_more(way.totals, at_least) for way in self._goal)


def _least(finals: tuple[Move, ...]) -> Vector | None:
    """Return the least of all last steps, column by column."""
    variants: list[Variant] = [variant for move in finals for variant in move.variants]
    if not variants:
        return None
    low = [min(column) for column in zip(*(variant.asks for variant in variants), strict=True)]
    return (low[0], low[1], low[2], low[3], low[4], low[5])
