"""Which offers a question of the records means."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.understanding.filters import NEARBY_KM, Ask, Asked
from assistant.writing.record_desk import Desk
from knowledge.catalogue.queries import Listing, Near, OfferFilter, OfferSort
from knowledge.catalogue.records import Catalogue
from knowledge.catalogue.types import Offer, OfferState

ELSEWHERE_KM = 60.0
"""Kilometres within which offers are named where the place that was asked for has none."""

ALIVE = (OfferState.CURRENT.value, OfferState.UNCONFIRMED.value)


@dataclass(frozen=True, slots=True)
class Found:
    """The offers that a question means: all their ids in order, and the listing that they come from."""

    ids: tuple[str, ...]
    listing: Listing


def found_offers(asked: Asked, desk: Desk) -> Found:
    """Return the offers that a question means, without those that have ended, unless a field is asked of no others by their name."""
    wanted = replace(asked.filter, state=asked.filter.state or ALIVE)
    if asked.ask is Ask.FIELDS and names_ended(asked, desk.catalogue):
        wanted = replace(wanted, state=asked.filter.state or (OfferState.ENDED.value,))
    sort = OfferSort.DISTANCE if wanted.near else OfferSort.NAME
    listing = desk.catalogue.listing(wanted, sort)
    only: set[str] | None = set(asked.offers) or None
    if asked.occupations:
        leading = {offer.id for id_ in asked.occupations for offer in desk.catalogue.leads_to(id_)}
        only = leading.union(*asked.mentions.get("trade", ()))  # programmes that are called as the trade
    if asked.ask is Ask.FOLLOWS:
        only = _following(asked, desk)
        listing = desk.catalogue.listing(replace(wanted, field=(), provider=(), place=()), sort)
    return Found(tuple(id_ for id_ in listing.ids if only is None or id_ in only), listing)


def names_ended(asked: Asked, catalogue: Catalogue) -> bool:
    """Say whether all offers that a question names have ended."""
    return bool(asked.offers) and all(
        offer.state is OfferState.ENDED for offer in catalogue.offers(asked.offers)
    )


def elsewhere(asked: Asked, desk: Desk) -> tuple[str, Found] | None:
    """Return what is asked for in a place that has none of it: in places nearby ("near"), else within `ELSEWHERE_KM` ("far"),
    nearest first, else what has no place at all ("unplaced"); None where there is none.

    Only of a subject or occupation: of all that is on offer elsewhere a list helps nobody.
    """
    wanted = asked.filter
    subject = wanted.field or asked.offers or asked.occupations
    if not (wanted.place or wanted.near) or not subject or wanted.provider:
        return None
    point = desk.catalogue.gazetteer.point(next(iter(asked.areas), asked.near))
    if point is not None:
        for how, km in (("near", NEARBY_KM), ("far", ELSEWHERE_KM)):
            nearby = replace(wanted, place=(), near=Near(*point, km))
            found = found_offers(replace(asked, filter=nearby), desk)
            if found.ids:
                return how, found
    every = found_offers(replace(asked, filter=replace(wanted, place=(), near=None)), desk)
    placed = {offer.id for offer in desk.catalogue.offers(every.ids) if offer.places.is_known}
    found = replace(every, ids=tuple(id_ for id_ in every.ids if id_ not in placed))
    return ("unplaced", found) if found.ids else None


def unstated_there(asked: Asked, desk: Desk) -> Found | None:
    """Return the offers in the place asked for that may be what is looked for, since their level, form or language is not known.

    None where no place is asked for, or there are none.
    """
    wanted = asked.filter
    if not (wanted.place or wanted.near) or not (wanted.level or wanted.mode or wanted.language):
        return None
    kinds = wanted.kind or (("mbo",) if wanted.level else ())
    loose = replace(wanted, kind=kinds, level=(), mode=(), language=())
    found = found_offers(replace(asked, filter=loose), desk)
    fitting = {offer.id for offer in desk.catalogue.offers(found.ids) if _may_be(offer, wanted)}
    ids = tuple(id_ for id_ in found.ids if id_ in fitting)
    return replace(found, ids=ids) if ids else None


def _may_be(offer: Offer, wanted: OfferFilter) -> bool:
    """Say whether an offer has none of the levels, forms and languages that it states besides those that are wanted."""
    mode = offer.mode.value.value if offer.mode.value else None
    stated = ((offer.level.value, wanted.level), (mode, wanted.mode), (offer.language.value, wanted.language))
    return all(value is None or not values or value in values for value, values in stated)


def _following(asked: Asked, desk: Desk) -> set[str]:
    """Return what follows on the named offers, of those that the filter leaves where it leaves any."""
    named = [id_ for id_ in desk.catalogue.listing(asked.filter).ids if id_ in asked.offers] or list(
        asked.offers
    )
    return {offer.id for id_ in named for offer in desk.catalogue.follows_on(id_)} - set(asked.offers)
