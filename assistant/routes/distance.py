"""Distances as the crow flies."""

from __future__ import annotations

import math
from collections.abc import Sequence

from knowledge.catalogue.types import Place

EARTH_KM = 6371.0088
"""Mean radius of the earth (IUGG)."""


def kilometres(one: Place, other: Place) -> float | None:
    """Return the great-circle distance (haversine), None where a place has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 0.0 if one.name.casefold() == other.name.casefold() else None
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    turn = math.radians(other.longitude - one.longitude)
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(turn / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(math.sqrt(half), 1.0))


def nearest_km(home: Place, places: Sequence[Place]) -> float | None:
    """Return the distance to the nearest place; None when there is none or one of them cannot be placed."""
    found = [kilometres(home, place) for place in places]
    known = [km for km in found if km is not None]
    return min(known) if known and len(known) == len(found) else None
