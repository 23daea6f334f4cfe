"""Limits and goals once more, written plainly: for the brute force that the planner is checked against."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

from assistant.profile import HeldDiploma
from assistant.routes.types import Catalogue, Constraints, Goal, LevelGoal, OccupationGoal
from knowledge.catalogue import rules as r
from knowledge.catalogue.types import Grant, Offer
from tests.assistant.routes.brute_conditions import HOLDS, diploma

GIVES_ITS_LEVEL = ("mbo", "ad", "hbo-bachelor", "hbo-master", "wo-bachelor", "wo-master", "secondary")


def grants(offer: Offer) -> list[Grant]:
    if offer.grants.is_known:
        return list(offer.grants.value or ())
    if str(offer.kind) in GIVES_ITS_LEVEL and offer.level.value:
        return [Grant(offer.level.value, offer.fields.value or ())]
    return []


def as_diploma(grant: Grant) -> list[HeldDiploma]:
    return [HeldDiploma(grant.level, grant.fields, None, grant.subjects or None)] if grant.level else []


def keeps_to(offer: Offer, limits: Constraints, first_day: date) -> bool:
    """Whether nothing known of the offer breaks a limit."""
    mode = offer.mode.value
    days = [start.day for start in offer.starts.value or ()]
    if days and None not in days and max(day for day in days if day) < first_day:
        return False
    hours = offer.hours_per_week.value
    if limits.hours_per_week is not None and hours is not None and hours.low > limits.hours_per_week:
        return False
    if mode in limits.excluded_modes or (limits.keeps_working and mode in ("BOL", "voltijd")):
        return False
    if offer.kind in limits.excluded_kinds:
        return False
    if limits.languages and offer.language.value is not None and offer.language.value not in limits.languages:
        return False
    if limits.home is not None and limits.travel_km is not None and mode != "online":
        places = offer.places.value or ()
        known = all(place.latitude is not None for place in places)
        if places and known and min(kilometres(limits.home, place) for place in places) > limits.travel_km:
            return False
    return True


def kilometres(one: Any, other: Any) -> float:
    """Spherical law of cosines."""
    a, b = math.radians(one.latitude), math.radians(other.latitude)
    turn = math.radians(other.longitude - one.longitude)
    return 6371.0088 * math.acos(
        min(1.0, math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn))
    )


def reaches(goal: Goal, offer: Offer, catalogue: Catalogue) -> bool:
    if isinstance(goal, LevelGoal):
        wanted = r.HasDiploma((goal.level,), (goal.field,) if goal.field else ())
        return any(diploma(wanted, held) == HOLDS for grant in grants(offer) for held in as_diploma(grant))
    if isinstance(goal, OccupationGoal):
        names = {offer.id, *(f"{offer.level.value} {field}" for field in offer.fields.value or ())}
        for occupation in catalogue.occupations:
            if occupation.id == goal.occupation_id and names & set(occupation.qualifications):
                return True
        return goal.occupation_id in (offer.occupations.value or ())
    return offer.id == goal.offer_id
