"""Two to four offers side by side, and offers like one: pure functions over records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from knowledge.catalogue.facets import OfferFacets, facets_of
from knowledge.catalogue.queries import ComparedField
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import Between, Code, Cost, Grant, Offer, Place, Start
from knowledge.catalogue.wording import KIND_WORDS, between, cost_words, number, start_words

COMPARED = (
    ("opleiding", "name"),
    ("aanbieder", "provider"),
    ("vorm", "mode"),
    ("niveau", "level"),
    ("NLQF", "nlqf"),
    ("plaats", "places"),
    ("duur (maanden)", "duration_months"),
    ("uren per week", "hours_per_week"),
    ("EC", "ects"),
    ("taal", "language"),
    ("kosten", "costs"),
    ("start", "starts"),
    ("toelating", "rule"),
    ("diploma", "grants"),
    ("beroepen", "occupations"),
    ("vervolg", "follow_on"),
    ("numerus fixus", "numerus_fixus"),
    ("code", "codes"),
)
"""The fields that are compared: the Dutch heading, and the field of `Offer`."""

FEWEST, MOST = 2, 4

WEIGHTS = {"field": 3.0, "level": 2.0, "kind": 2.0, "mode": 1.0, "place": 1.0, "language": 0.5}
"""How much a shared value counts in "more like this": what it is about, then how high, then where and how."""


def compared(offers: Sequence[Offer]) -> tuple[ComparedField, ...]:
    """Return the fields of two to four offers that at least one of them states, side by side.

    Raises `ValueError` for another number of offers.
    """
    if not FEWEST <= len(offers) <= MOST:
        raise ValueError(f"compare {FEWEST} to {MOST} offers, not {len(offers)}")
    rows = [ComparedField("soort", tuple(KIND_WORDS[offer.kind] for offer in offers))]
    for heading, name in COMPARED:
        values = tuple(worded_value(getattr(offer, name).value) for offer in offers)
        if any(value is not None for value in values):
            rows.append(ComparedField(heading, values))
    return tuple(rows)


def worded_value(value: Any) -> str | None:  # noqa: PLR0911 - one line per type
    """Return the value of a fact as Dutch text, None when it is unknown."""
    match value:
        case None | ():
            return None
        case tuple():
            return "; ".join(word for part in value if (word := worded_value(part)))
        case Between():
            return between(value)
        case Cost():
            return cost_words(value)
        case Start():
            return start_words(value)
        case Place():
            return value.name
        case Code():
            return f"{value.kind} {value.value}"
        case Grant():
            return value.name or value.level
        case Rule():
            return value.text
        case int() | float():
            return number(value)
        case _:
            return str(value)


def likeness(one: OfferFacets, other: OfferFacets) -> float:
    """Return how alike two offers are, 0 to 1: weighted overlap of their values and of their names."""
    score = sum(
        weight * _overlap(one.values.get(name, ()), other.values.get(name, ()))
        for name, weight in WEIGHTS.items()
    )
    score += 3.0 * _overlap(one.text.split(), other.text.split())
    return score / (sum(WEIGHTS.values()) + 3.0)


def more_like(offer: Offer, others: Iterable[tuple[str, OfferFacets]], limit: int) -> tuple[str, ...]:
    """Return the ids of the `limit` offers most like `offer`, the most alike first, ties by id."""
    facets = facets_of(offer)
    scored = sorted((-likeness(facets, other), id_) for id_, other in others if id_ != offer.id)
    return tuple(id_ for score, id_ in scored[:limit] if score < 0)


def _overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the Jaccard index of two sets of words."""
    first, second = set(one), set(other)
    return len(first & second) / len(first | second) if first and second else 0.0
