"""Short ways to make records for tests."""

from __future__ import annotations

from typing import Any, TypeVar

from knowledge.catalogue.codec import Record, RecordLine
from knowledge.catalogue.facts import Authority, Fact, Provenance, Stated
from knowledge.catalogue.types import Offer, OfferKind, Place
from knowledge.store.sources import SourceStore
from knowledge.types import Audience, Source, SourceKind

T = TypeVar("T")
SCHOOL = Provenance("https://example.org/school", "2026-10-01", authority=Authority.PROVIDER)


def known(value: T, about: Provenance = SCHOOL) -> Fact[T]:
    """A fact of one statement."""
    return Fact((Stated(value, about),))


def an_offer(offer_id: str, name: str = "Bouwkunde", about: Provenance = SCHOOL, **fields: Any) -> Offer:
    """An offer of Saxion in Enschede; `fields` are plain values of facts."""
    plain = {"provider": "Saxion", "places": (Place("Enschede"),)} | fields
    kind = plain.pop("kind", OfferKind.HBO_BACHELOR)
    state = {"state": plain.pop("state")} if "state" in plain else {}
    facts = {field: known(value, about) for field, value in plain.items()}
    return Offer(id=offer_id, kind=kind, name=known(name, about), **state, **facts)


def put(
    store: SourceStore, name: str, *records: Record, audience: Audience = Audience.PUBLIC, version: str = "1"
) -> None:
    """Store records as the current version of a source."""
    source = Source(
        name,
        f"{name}-{version}",
        f"/{name}",
        name,
        SourceKind.CATALOGUE,
        "application/x-ndjson",
        "nl",
        audience,
        "0",
    )
    store.put(source, (), (), "/", "stamp", map(RecordLine.of, records))
