"""Of offers that ask exactly the same and open the same route, the one closest to the person and the goal.

The search gives one route for each different totals. Here each of its offers is exchanged for one with the
same length, hours and price that shares more fields with the step after it and with what the person knows
already. The totals stay the same, and every step is judged again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from assistant.profile import Profile
from assistant.routes.conditions import judge
from assistant.routes.eligible import Mask
from assistant.routes.planner_index import Ids, PlannerIndex
from assistant.routes.rules_in_force import joined
from assistant.routes.timetable import timetable
from assistant.routes.types import Outline, Person, Truth
from knowledge.catalogue.types import Offer, OfferState

MOST_LOOKED_AT, MOST_TRIED = 2000, 6


def closest(outline: Outline, index: PlannerIndex, person: Person, mask: Mask, targets: Ids) -> Outline:
    """Return the same route over the offers that fit best; steps are settled from the last to the first."""
    places = [index.position[offer_id] for offer_id in outline.offer_ids]
    known = _fields_of(person.profile)
    for step in reversed(range(len(places))):
        wanted = set(index.offers[places[step + 1]].fields.value or ()) if step + 1 < len(places) else set()
        alike = _alike(index, places[step], mask, targets if step + 1 == len(places) else None)
        best = sorted(alike, key=lambda place: (-_closeness(index.offers[place], wanted, known), place))
        for place in best[:MOST_TRIED]:
            tried = [*places[:step], place, *places[step + 1 :]]
            if place == places[step] or (
                len(set(tried)) == len(tried) and _is_route(tried, index, person, outline)
            ):
                places = tried
                break
    return replace(outline, offer_ids=tuple(index.offers[place].id for place in places))


def _alike(index: PlannerIndex, place: int, mask: Mask, targets: Ids | None) -> list[int]:
    """Return the eligible offers with the same length, hours and price, this one included."""
    columns = index.columns
    same = mask & (columns.price == columns.price[place])
    for column in (columns.months_low, columns.months_high, columns.hours_low, columns.hours_high):
        same &= column == column[place]
    found = np.flatnonzero(same)
    if targets is not None:
        found = np.intersect1d(found, targets)
    return list(dict.fromkeys([place, *found[:MOST_LOOKED_AT].tolist()]))


def _closeness(offer: Offer, wanted: set[str], known: set[str]) -> int:
    """Return how close an offer is: fields shared with the next step count most, then the person's,
    then certainty.
    """
    fields = set(offer.fields.value or ())
    return 6 * len(fields & wanted) + 2 * len(fields & known) + (offer.state is OfferState.CURRENT)


def _fields_of(profile: Profile) -> set[str]:
    told: Iterable[Sequence[str]] = (
        *(held.fields for held in profile.diplomas or ()),
        *(work.fields for work in profile.experience or ()),
    )
    return {field for fields in told for field in fields}


def _is_route(places: Sequence[int], index: PlannerIndex, person: Person, outline: Outline) -> bool:
    offers = [index.offers[place] for place in places]
    slots = timetable(offers, index.catalogue.national_rules, person)
    conditions = [joined(slot.rules) for slot in slots]
    return slots[-1].until == outline.totals.months and all(
        condition is not None and judge(condition, slot.person).truth >= Truth.OPEN
        for condition, slot in zip(conditions, slots, strict=True)
    )
