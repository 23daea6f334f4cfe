"""Offers as JSON for programs: every field with its value, its source and the date of that statement. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from knowledge.catalogue.facts import Fact
from knowledge.catalogue.queries import Listing
from knowledge.catalogue.types import Offer

PLAIN = (str, int, float, bool, type(None))


def offer_object(offer: Offer) -> dict[str, Any]:
    """Return an offer: `id`, `kind`, `state`, and per known field its `value`, `source` (address) and `as_of`."""
    stated = {
        one.name: _fact(fact)
        for one in fields(offer)
        if isinstance(fact := getattr(offer, one.name), Fact) and fact.value not in (None, ())
    }
    return {"id": offer.id, "kind": offer.kind.value, "state": offer.state.value, "fields": stated}


def listing_object(listing: Listing, offers: Sequence[Offer], first: int) -> dict[str, Any]:
    """Return a page of a list: the total, the place of the first one, the offers, and how many do not state a filter."""
    return {
        "total": listing.total,
        "first": first,
        "offers": [offer_object(offer) for offer in offers],
        "not_stated": dict(listing.unknown),
    }


def _fact(fact: Fact[Any]) -> dict[str, Any]:
    about = fact.provenance
    stated = {"source": about.url, "as_of": about.as_of} if about is not None else {"source": "", "as_of": ""}
    return {"value": json_value(fact.value), **stated}


def json_value(value: object) -> Any:
    """Return a value of a record as JSON: enumerations as their value, days as ISO 8601, parts as objects."""
    if isinstance(value, Enum | date):
        return value.value if isinstance(value, Enum) else value.isoformat()
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, tuple | list | frozenset):
        return [json_value(part) for part in value]
    parts = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
    if isinstance(parts, Mapping):
        return {str(key): json_value(part) for key, part in parts.items()}
    return str(value)
