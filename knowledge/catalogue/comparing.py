"""Two to four offers side by side, and offers like one: pure functions over records."""

from __future__ import annotations

from bisect import insort
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

NAME_WEIGHT = 3.0
"""How much the words of name, provider, fields and codes count."""


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
    score = _shared_values(one, other) + NAME_WEIGHT * _overlap(one.text.split(), other.text.split())
    return score / (sum(WEIGHTS.values()) + NAME_WEIGHT)


def _shared_values(one: OfferFacets, other: OfferFacets) -> float:
    return sum(
        weight * _overlap(one.values.get(name, ()), other.values.get(name, ()))
        for name, weight in WEIGHTS.items()
    )


def more_like(offer: Offer, others: Iterable[tuple[str, OfferFacets]], limit: int) -> tuple[str, ...]:
    """Return the ids of the `limit` offers most like `offer`, the most alike first, ties by id.

    Names are compared only of those that their other values leave a chance: of 10,000 offers some tens.
    """
    facets = facets_of(offer)
    ways = sorted(
        ((_shared_values(facets, other), id_, other) for id_, other in others if id_ != offer.id),
        key=lambda way: -way[0],
    )
    best: list[tuple[float, str]] = []
    whole = sum(WEIGHTS.values()) + NAME_WEIGHT
    for shared, id_, other in ways:
        if len(best) == limit and (not best or (shared + NAME_WEIGHT) / whole < -best[-1][0]):
            break
        insort(best, (-likeness(facets, other), id_))
        del best[limit:]
    return tuple(id_ for score, id_ in best if score < 0)


def _overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the Jaccard index of two sets of words."""
    if not one or not other:
        return 0.0
    if len(one) == len(other) == 1:
        return float(one[0] == other[0])
    first, second = set(one), set(other)
    shared = len(first & second)
    return shared / (len(first) + len(second) - shared)
