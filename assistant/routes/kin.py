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
from assistant.routes.funding import NetCost
from assistant.routes.planner_index import Ids, PlannerIndex
from assistant.routes.rules_in_force import joined
from assistant.routes.timetable import timetable
from assistant.routes.types import Outline, Person, Truth
from knowledge.catalogue.types import Offer, OfferState, StudyMode

MOST_LOOKED_AT, MOST_TRIED = 2000, 6

HOME = "Overijssel"
"""The province that the product was made for; somebody who does not say where they live most often lives there."""


def closest(
    outline: Outline, index: PlannerIndex, person: Person, mask: Mask, targets: Ids, net: NetCost
) -> Outline:
    """Return the same route over the offers that fit best; steps are settled from the last to the first."""
    paid = {place: net.of(price) for place, price in enumerate(index.prices)}
    places = [index.position[offer_id] for offer_id in outline.offer_ids]
    known = _fields_of(person.profile)
    for step in reversed(range(len(places))):
        wanted = set(index.offers[places[step + 1]].fields.value or ()) if step + 1 < len(places) else set()
        same_price = [
            one for one, euro in paid.items() if euro == paid[int(index.columns.price[places[step]])]
        ]
        payable = mask & np.isin(index.columns.price, same_price)
        alike = _alike(index, places[step], payable, targets if step + 1 == len(places) else None)
        best = sorted(
            alike,
            key=lambda place: (
                -_closeness(index.offers[place], wanted, known),
                *_likeliest(index.offers[place], index, person.profile),
                place,
            ),
        )
        for place in best[:MOST_TRIED]:
            tried = [*places[:step], place, *places[step + 1 :]]
            if place == places[step] or (
                len(set(tried)) == len(tried) and _is_route(tried, index, person, outline)
            ):
                places = tried
                break
    return replace(outline, offer_ids=tuple(index.offers[place].id for place in places))


def _alike(index: PlannerIndex, place: int, mask: Mask, targets: Ids | None) -> list[int]:
    """Return the eligible offers with the same length and hours, this one included."""
    columns = index.columns
    same = mask.copy()
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


def _likeliest(offer: Offer, index: PlannerIndex, profile: Profile) -> tuple[bool, bool]:
    """Return what puts an offer after its like: far from the person (from Overijssel when they did not say), and not the usual form."""
    home = set(index.catalogue.regions.get(profile.place or "", ())) or {HOME}
    near = any(home & set(index.catalogue.regions.get(place.name, ())) for place in offer.places.value or ())
    is_usual = offer.mode.value in (StudyMode.FULL_TIME, StudyMode.BOL)
    return (not near, is_usual == bool(profile.keeps_working or profile.job))


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
