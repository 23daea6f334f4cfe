"""Which of many offers count: those that no other one with the same condition and the same gain beats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.routes.funding import OpenScheme, net_euro
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


class Chooser:
    """Leaves out offers that ask no less than another one of the same move."""

    def __init__(self, index: PlannerIndex, schemes: Sequence[OpenScheme], *, has_budget: bool) -> None:
        self._index, self._has_budget = index, has_budget
        self._schemes = [scheme for scheme in schemes if scheme.pays_the_person]
        self._euro: dict[int, tuple[float, float, float]] = {}

    def best(self, offers: Ids) -> tuple[Variant, ...]:
        """Return the non-dominated offers, one for each different need, in the order of their ids."""
        if not len(offers):
            return ()
        offers = np.sort(offers)
        _, first = np.unique(self._index.columns.variant[offers], return_index=True)
        offers = offers[np.sort(first)]
        asks = self._asks(offers)
        kept = sorted(_without_beaten(asks))
        return tuple(Variant(int(offers[row]), _vector(asks[row])) for row in kept)

    def without(self, variants: Sequence[Variant], rivals: Sequence[Variant]) -> tuple[Variant, ...]:
        """Return the variants that none of the rivals beats."""
        return tuple(
            variant
            for variant in variants
            if not any(all(a <= b for a, b in zip(rival.asks, variant.asks, strict=True)) for rival in rivals)
        )

    def _asks(self, offers: Ids) -> Numbers:
        columns = self._index.columns
        euro = np.array([self._net(price) for price in columns.price[offers].tolist()]).reshape(-1, 3)
        months = (columns.months_low[offers], columns.months_high[offers])
        hours = (columns.hours_low[offers], columns.hours_high[offers])
        asks = np.stack((*months, euro[:, 0], euro[:, 1], *hours, euro[:, 2]), axis=1)
        for low in (0, 2, 4):
            asks[np.isinf(asks[:, low + 1]), low] = np.inf
        return asks

    def _net(self, price: int) -> tuple[float, float, float]:
        if price not in self._euro:
            span, _ = net_euro(self._index.prices[price], self._schemes)
            self._euro[price] = (span.low, span.high, span.low if self._has_budget else 0.0)
        return self._euro[price]


def _without_beaten(asks: Numbers) -> list[int]:
    """Return the rows of which no other row is at most as much in every column; of equal rows the first."""
    order = np.lexsort(tuple(asks[:, column] for column in range(asks.shape[1] - 1, -1, -1)))
    kept = []
    while len(order):
        row = order[0]
        kept.append(int(row))
        rest = asks[order]
        beaten = np.all(rest >= asks[row], axis=1)
        order = order[~beaten]
    return kept


def _vector(row: Numbers) -> Vector:
    months_low, months_high, euro_low, euro_high, hours_low, hours_high, paid = row.tolist()
    return (months_low, months_high, euro_low, euro_high, hours_low, hours_high, paid)
