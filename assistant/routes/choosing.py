"""Which of many offers count: those that no other one with the same condition and the same gain beats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.routes.funding import NetCost, OpenScheme
from assistant.routes.planner_index import Ids, Numbers, PlannerIndex

Vector = tuple[float, float, float, float, float, float, float]
"""Months low and high, euro low and high, hours low and high; of what is not known both ends are infinite.

The last one is the euro that are surely paid, for a budget; zero where there is none.
"""


@dataclass(frozen=True, slots=True)
class Variant:
    """An offer with what it asks; it stands for all offers that ask the same or more and give the same."""

    offer: int
    asks: Vector


@dataclass(frozen=True, slots=True)
class Group:
    """Offers that are alike for a search: whether they can be entered at once, and what they give of
    what is needed.
    """

    is_free: bool
    gives: int
    offers: Ids


class Chooser:
    """Leaves out offers that ask no less than another one that gives as much and is no harder to enter."""

    def __init__(self, index: PlannerIndex, schemes: Sequence[OpenScheme], *, has_budget: bool) -> None:
        self._columns, self._prices = index.columns, index.prices
        self._has_budget = has_budget
        self._net = NetCost(schemes)
        self._euro = np.full((len(index.prices), 3), -1.0)

    def choose(self, groups: Sequence[Group]) -> list[tuple[Variant, ...]]:
        """Return for each group the offers that count, in the order of their ids.

        Of one group no offer beats another. An offer that can be entered at once also beats those of other
        groups that give no more than it does.
        """
        if not groups:
            return []
        offers, group_of = self._distinct(groups)
        asks = self._asks(offers)
        chosen: dict[int, list[int]] = {}
        left = np.ones(len(offers), dtype=bool)
        for number in (number for number, group in enumerate(groups) if group.is_free):
            rows = np.flatnonzero(group_of == number)
            chosen[number] = rows[_without_beaten(asks[rows])].tolist() if len(rows) else []
            weaker = [
                not group.is_free and group.gives & groups[number].gives == group.gives for group in groups
            ]
            can_lose = np.array(weaker)[group_of]
            for rival in asks[chosen[number]]:
                left &= ~(can_lose & np.all(asks >= rival, axis=1))
        rows = np.flatnonzero(left & ~np.array([group.is_free for group in groups])[group_of])
        for some in np.split(rows, np.flatnonzero(np.diff(group_of[rows])) + 1):
            if len(some):
                chosen[int(group_of[some[0]])] = some[_without_beaten(asks[some])].tolist()
        return [
            tuple(Variant(int(offers[row]), _vector(asks[row])) for row in sorted(chosen.get(number, ())))
            for number in range(len(groups))
        ]

    def _distinct(self, groups: Sequence[Group]) -> tuple[Ids, Ids]:
        """Return of each different variant the offer with the first id, by group and id, and their groups."""
        group_of = np.repeat(np.arange(len(groups)), [len(group.offers) for group in groups])
        offers = np.concatenate([group.offers for group in groups])
        order = np.argsort(offers, kind="stable")
        _, first = np.unique(self._columns.variant[offers[order]], return_index=True)
        kept = order[first]
        kept = kept[np.lexsort((offers[kept], group_of[kept]))]
        return offers[kept], group_of[kept]

    def _asks(self, offers: Ids) -> Numbers:
        columns = self._columns
        prices = columns.price[offers]
        for price in np.unique(prices[self._euro[prices, 0] < 0]).tolist():
            span = self._net.of(self._prices[price])
            paid = span.low if self._has_budget else 0.0
            self._euro[price] = (span.low if span.is_known else np.inf, span.high, paid)
        euro = self._euro[prices]
        asks = np.empty((len(offers), 7))
        asks[:, 0], asks[:, 1] = columns.months_low[offers], columns.months_high[offers]
        asks[:, 2], asks[:, 3], asks[:, 6] = euro[:, 0], euro[:, 1], euro[:, 2]
        asks[:, 4], asks[:, 5] = columns.hours_low[offers], columns.hours_high[offers]
        asks[np.isinf(asks[:, 1]), 0] = np.inf
        asks[np.isinf(asks[:, 5]), 4] = np.inf
        return asks


def _without_beaten(asks: Numbers) -> list[int]:
    """Return the rows of which no other row is at most as much in every column; of equal rows the first."""
    if len(asks) == 1:
        return [0]
    order = np.lexsort(tuple(asks[:, column] for column in range(asks.shape[1] - 1, -1, -1)))
    kept = []
    while len(order):
        row = order[0]
        kept.append(int(row))
        order = order[1:]
        if len(order):
            order = order[~np.all(asks[order] >= asks[row], axis=1)]
    return kept


def _vector(row: Numbers) -> Vector:
    months_low, months_high, euro_low, euro_high, hours_low, hours_high, paid = row.tolist()
    return (months_low, months_high, euro_low, euro_high, hours_low, hours_high, paid)
