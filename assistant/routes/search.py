"""The search itself: backwards from the goal, from what the last step needs to nothing left to need.

A label is a set of bits that the steps before must give, with the totals of the steps after. Putting an
offer in front takes away what it gives and adds one of its ways in. When nothing is needed any more, the
steps are a route. Totals never shrink and less need is never harder, so a label may go when another one
needs a part of the same and is no worse in all totals (multi-criteria label setting, Martins 1984, on the
regression of a plan without deletes). Few steps come first, so the first routes are found early; what they
beat is not followed any further.

Who is too young for a step waits, and the waiting counts. `first` is the least length of the whole route
that the waiting for any of its steps leaves possible: the length is the larger of it and the months of all
steps together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple

from assistant.routes.choosing import Vector
from assistant.routes.problem import Move, Problem

MOST_NODES = 30_000
"""Labels that are made before the search gives up and says so: about half a second."""

MOST_SETS_COMPARED = 200
"""Beyond so many different sets of needs a label is compared with its own set only: prunes less, not
wrongly.
"""


class Label(NamedTuple):
    """Steps at the end of a route: how many, what they ask, the least length by waiting, their
    offers, their need.
    """

    steps: int
    totals: Vector
    first: tuple[float, float]
    offers: tuple[int, ...]
    needs: int


@dataclass(frozen=True, slots=True)
class Way:
    """Offers in order with their totals."""

    totals: Vector
    offers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The non-dominated ways, by totals; `is_complete` unless the nodes or the ways in ran out."""

    ways: tuple[Way, ...]
    is_complete: bool
    nodes: int


def search(
    problem: Problem,
    finals: Sequence[Move],
    budget_euro: float | None,
    most_nodes: int = MOST_NODES,
    *,
    only_first: bool = False,
) -> Found:
    """Return the non-dominated ways to a last step, one for each different totals.

    `only_first` stops at one.
    """
    return _Search(problem, budget_euro, most_nodes, only_first=only_first).run(finals)


def is_no_more(one: Vector, other: Vector) -> bool:
    """Whether a vector is at most the other one everywhere."""
    return (
        one[1] <= other[1]
        and one[3] <= other[3]
        and one[5] <= other[5]
        and one[0] <= other[0]
        and one[2] <= other[2]
        and one[4] <= other[4]
        and one[6] <= other[6]
    )


def plus(one: Vector, step: Vector) -> Vector:
    """Return totals with a step more: months and euro add up, the busiest step counts for hours."""
    return (
        one[0] + step[0],
        one[1] + step[1],
        one[2] + step[2],
        one[3] + step[3],
        one[4] if one[4] >= step[4] else step[4],
        one[5] if one[5] >= step[5] else step[5],
        one[6] + step[6],
    )


class _Search:
    def __init__(self, problem: Problem, budget: float | None, most_nodes: int, *, only_first: bool) -> None:
        self._problem, self._most_nodes, self._only_first = problem, most_nodes, only_first
        self._budget = float("inf") if budget is None else budget
        self._ways: list[Way] = []
        self._labels: dict[int, list[Label]] = {}
        self._open: list[Label] = []
        self._nodes = 0
        self._least: dict[int, Vector] = {}

    def run(self, finals: Sequence[Move]) -> Found:
        nothing = Label(0, (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0), (0.0, 0.0), (), 0)
        for move in finals:
            self._put_in_front(move, nothing, 0)
        while self._open and self._nodes + self._problem.work < self._most_nodes and not self._is_enough():
            label = heappop(self._open)
            if label not in self._labels[label.needs] or self._is_hopeless(label):
                continue
            for move in self._problem.moves(label.needs):
                self._put_in_front(move, label, label.needs & ~move.gives)
        is_complete = self._is_enough() or (not self._open and self._problem.is_exact)
        return Found(_best(self._ways), is_complete, self._nodes + self._problem.work)

    def _is_enough(self) -> bool:
        return self._only_first and bool(self._ways)

    def _put_in_front(self, move: Move, label: Label, left: int) -> None:
        for variant in move.variants:
            totals = plus(label.totals, variant.asks)
            if totals[6] > self._budget or self._is_beaten(totals):
                self._nodes += 1
                continue
            offers = (variant.offer, *label.offers)
            for way_in in move.ways_in:
                self._nodes += 1
                first = label.first
                if way_in.months:
                    low, high = way_in.months + totals[0], way_in.months + totals[1]
                    first = (max(first[0], low), max(first[1], high))
                self._add(Label(label.steps + 1, totals, first, offers, left | way_in.needs))

    def _add(self, label: Label) -> None:
        if not label.needs:
            self._finish(label)
            return
        same = self._labels.get(label.needs, [])
        if any(_is_no_harder(other, label) for other in same) or self._is_beaten_with_less(label):
            return
        self._labels[label.needs] = [other for other in same if not _is_no_harder(label, other)]
        self._labels[label.needs].append(label)
        heappush(self._open, label)

    def _finish(self, label: Label) -> None:
        months = (max(label.totals[0], label.first[0]), max(label.totals[1], label.first[1]))
        totals: Vector = (*months, *label.totals[2:])
        if not self._is_beaten(totals):
            self._ways = [way for way in self._ways if not is_no_more(totals, way.totals)]
            self._ways.append(Way(totals, label.offers))

    def _is_beaten(self, totals: Vector) -> bool:
        return any(is_no_more(way.totals, totals) for way in self._ways)

    def _is_beaten_with_less(self, label: Label) -> bool:
        """Whether a label that needs a part of the same is no worse."""
        if len(self._labels) > MOST_SETS_COMPARED:
            return False
        return any(
            needs & label.needs == needs and any(_is_no_harder(other, label) for other in others)
            for needs, others in self._labels.items()
            if needs != label.needs
        )

    def _is_hopeless(self, label: Label) -> bool:
        """Whether even the least offer that gives something needed makes it no better than a way that
        was found.
        """
        if not self._ways:
            return False
        if label.needs not in self._least:
            asks = [variant.asks for move in self._problem.moves(label.needs) for variant in move.variants]
            self._least[label.needs] = _least(asks)
        return self._is_beaten(plus(label.totals, self._least[label.needs]))


def _is_no_harder(one: Label, other: Label) -> bool:
    return (
        one.first[0] <= other.first[0]
        and one.first[1] <= other.first[1]
        and is_no_more(one.totals, other.totals)
    )


def _best(ways: Sequence[Way]) -> tuple[Way, ...]:
    """Return the ways that no other one beats when what is surely paid no longer counts, one for each
    totals.
    """
    kept: list[Way] = []
    compared = [Way((*way.totals[:6], 0.0), way.offers) for way in ways]
    for way in sorted(compared, key=lambda way: (way.totals, len(way.offers), way.offers)):
        if not any(is_no_more(other.totals, way.totals) for other in kept):
            kept.append(way)
    return tuple(kept)


def _least(asks: Sequence[Vector]) -> Vector:
    """Return the least of all, column by column; infinite when there is none."""
    low = [min(column) for column in zip(*asks, strict=True)] or [float("inf")] * 7
    return (low[0], low[1], low[2], low[3], low[4], low[5], low[6])
