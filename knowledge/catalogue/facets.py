"""What of an offer can be filtered, counted and sorted on: flat values, the first statement of each fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Cost, Offer, Place, Start, StudyMode
from knowledge.language.months import MONTH_NUMBERS

FACETS = ("kind", "level", "mode", "provider", "place", "language", "field", "occupation", "state", "start")
"""The facets with values that are counted. A start is the number of its month, "01" to "12"."""

MONTHS = {folded(name): f"{number:02d}" for name, number in MONTH_NUMBERS.items()}


@dataclass(frozen=True, slots=True)
class OfferFacets:
    """The flat values of one offer; None and () are unknown."""

    values: dict[str, tuple[str, ...]]
    name: str
    text: str
    """Folded name, provider, fields and codes: what free words are looked for in."""
    points: tuple[tuple[float, float], ...] = ()
    months: float | None = None
    """Duration; of a range the longer end, so that "at most" is never too hopeful."""
    euro: float | None = None
    """What is paid at most under the cheapest cost of the newest study year that is stated."""
    begins: tuple[str, ...] = ()
    """Days on which it starts, ISO 8601."""

    def to_json(self) -> list[Any]:
        """Return plain data; `from_json` is its inverse."""
        values = {name: list(found) for name, found in self.values.items()}
        return [values, self.name, self.text, list(self.points), self.months, self.euro, list(self.begins)]

    @classmethod
    def from_json(cls, raw: list[Any]) -> OfferFacets:
        """Return the facets of what `to_json` gave."""
        values, name, text, points, months, euro, begins = raw
        return cls(values, name, text, tuple(map(tuple, points)), months, euro, tuple(begins))


def facets_of(offer: Offer) -> OfferFacets:
    """Return the flat values of an offer."""
    places, starts = offer.places.value or (), offer.starts.value or ()
    mode = offer.mode.value
    values = {
        "kind": (offer.kind.value,),
        "level": _one(offer.level.value),
        "mode": (mode.value,) if mode else (),
        "provider": _one(offer.provider.value),
        "place": tuple(dict.fromkeys(place.name for place in places)),
        "language": tuple((offer.language.value or "").split("+")) if offer.language.value else (),
        "field": tuple(dict.fromkeys(offer.fields.value or ())),
        "occupation": tuple(dict.fromkeys(offer.occupations.value or ())),
        "state": (offer.state.value,),
        "start": tuple(sorted({month for start in starts if (month := month_of(start))})),
    }
    duration = offer.duration_months.value
    name = offer.name.value or ""
    codes = [code.value for code in offer.codes.value or ()]
    words = (name, offer.provider.value or "", *values["field"], *codes)
    return OfferFacets(
        {facet: found for facet, found in values.items() if found},
        name,
        folded(" ".join(words)),
        tuple(_point(place) for place in places if place.latitude is not None),
        duration.high if duration else None,
        euro_of(offer.costs.value or (), mode),
        tuple(start.day.isoformat() for start in starts if start.day),
    )


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _point(place: Place) -> tuple[float, float]:
    return (place.latitude or 0.0, place.longitude or 0.0)


def month_of(start: Start) -> str | None:
    """Return the month of a start as "01" to "12", None when it is not stated."""
    if start.day:
        return f"{start.day.month:02d}"
    return next((MONTHS[word] for word in folded(start.text).split() if word in MONTHS), None)


def euro_of(costs: tuple[Cost, ...], mode: StudyMode | None) -> float | None:
    """Return the upper end of the cheapest cost of the newest study year, None when none is stated.

    Costs of another study mode or of a group (outside the EU) do not count.
    """
    usual = [cost for cost in costs if not cost.group and cost.mode in (None, mode)]
    if not usual:
        return None
    newest = max(cost.study_year or "" for cost in usual)
    return min(cost.euro.high for cost in usual if (cost.study_year or "") == newest)


def next_start(facets: OfferFacets, today: date) -> str:
    """Return the first day from `today` on which an offer starts, "" when none is stated."""
    return min((day for day in facets.begins if day >= today.isoformat()), default="")
