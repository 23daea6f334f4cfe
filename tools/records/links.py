"""Which offers lead to which occupations."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.catalogue.types import Offer


def with_occupations(offers: Iterable[Offer]) -> list[Offer]:
    """Return the offers with the occupations that they lead to."""
    return list(offers)
