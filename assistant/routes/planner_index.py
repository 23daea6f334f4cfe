"""The catalogue as the search wants it: numbers in columns, each condition and each grant once.

Built once for a generation; it gives the same as a fresh one on every day of its window, which ends where
a rule begins or ends and where a new study year brings other prices.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.routes.compiled import Compiled
from assistant.routes.funding import Price
from assistant.routes.types import Atom, Catalogue
from knowledge.catalogue.rules import Condition
from knowledge.catalogue.types import Grant, Offer, Place

Numbers = NDArray[np.float64]
Ids = NDArray[np.int64]

NO_RULE = -1
"""The condition of an offer about which no rule names a way in: it is never a step."""

NEVER_STARTS = float(date.max.toordinal())


@dataclass(frozen=True, slots=True)
class Columns:
    """One value for each offer, in the order of the ids. Codes count the different values of a field."""

    condition: Ids
    grant: Ids
    pair: Ids
    """Place in `pairs`, or NO_RULE."""
    price: Ids
    variant: Ids
    """Same number: the same condition, grant, length, hours and price."""
    mode: Ids
    kind: Ids
    language: Ids
    places: Ids
    months_low: Numbers
    months_high: Numbers
    hours_low: Numbers
    hours_high: Numbers
    last_start: Numbers
    """Ordinal of the last start where every start has a day, else later than any day."""


class Pair(NamedTuple):
    """The offers with one condition and one grant, in the order of their ids."""

    condition: int
    sets: int
    """The bits of the grant."""
    offers: Ids


@dataclass(frozen=True, slots=True)
class PlannerIndex:
    """All that a search needs and that no person changes."""

    catalogue: Catalogue
    first_day: date
    last_day: date
    offers: tuple[Offer, ...]
    position: dict[str, int]
    atoms: tuple[Atom, ...]
    conditions: tuple[Condition, ...]
    """Of conditions that compile to the same, the first."""
    compiled: tuple[Compiled, ...]
    granted: tuple[int, ...]
    """The bits that each different grant sets."""
    pairs: tuple[Pair, ...]
    pairs_of_condition: dict[int, tuple[int, ...]]
    pairs_of_atom: dict[int, tuple[int, ...]]
    """The pairs of which the grant sets an atom's bit."""
    waiting_for: dict[int, tuple[int, ...]]
    """The conditions that look at an atom's bit."""
    grants: tuple[tuple[Grant, ...], ...]
    prices: tuple[Price, ...]
    modes: tuple[str | None, ...]
    kinds: tuple[str, ...]
    languages: tuple[str | None, ...]
    places: tuple[tuple[Place, ...] | None, ...]
    columns: Columns
    taught: frozenset[str]
    by_name: dict[str, tuple[int, ...]]
    """Offers by the occupations they lead to and the names that an occupation can call them by."""

    def leading_to(self, occupation_id: str) -> tuple[int, ...]:
        """Return the places of the offers that may lead to an occupation: a small superset, in order."""
        named = {occupation_id}
        for occupation in self.catalogue.occupations:
            if occupation.id == occupation_id:
                named |= {name.casefold() for name in occupation.qualifications}
        return tuple(sorted({place for name in named for place in self.by_name.get(name, ())}))

    def holds_on(self, day: date) -> bool:
        """Whether it gives the same as an index built for this day."""
        return self.first_day <= day <= self.last_day
