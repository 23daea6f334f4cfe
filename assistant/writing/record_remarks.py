"""What a reader must know of a list of offers: what is unconfirmed, unknown or ended, and how to narrow or widen it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.types import Outcome, Sentence
from assistant.understanding.filters import Ask, Asked
from assistant.writing.ageing import outdated
from assistant.writing.record_citing import RecordCiter
from assistant.writing.record_covering import NAME_PART, lacks
from assistant.writing.record_desk import Desk, chips, filter_words
from assistant.writing.record_found import Found, found_offers
from assistant.writing.record_words import Words, costs_of_year, has_disputed_costs
from assistant.writing.seam import Written
from knowledge.catalogue.queries import Listing
from knowledge.catalogue.types import Offer, OfferState

SHOWN = 20
"""Rows of a list that are shown at once."""

MOST_VALUES = 4
"""Values of a facet that are named as a way to make a list shorter."""

SAID_UNKNOWN = frozenset(
    [
        "mode",
        "place",
        "near",
        "language",
        "level",
        "start",
        "max_months",
        "max_euro",
        "provider",
        "starts_from",
    ]
)
"""Facets of a filter of which it is said how many other offers do not state them: with them the list might be longer."""


def noun(asked: Asked, total: int, words: Words) -> str:
    """Return what is counted: "Associate degrees", or "opleidingen" for kinds together."""
    kinds = asked.filter.kind
    kind = kinds[0] if len(kinds) == 1 else "any"
    return words.say(f"noun_{'one' if total == 1 else 'more'}_{kind}")


def nothing_found(asked: Asked, found: Found, desk: Desk) -> Written | None:
    """Say that no offer passes, how many might, and what each filter less would give; None without a filter."""
    words = desk.words
    wanted = asked.filter
    ways = []
    for name in WIDENED:
        if getattr(wanted, name):
            total = len(found_offers(replace(asked, filter=replace(wanted, **{name: EMPTY[name]})), desk).ids)
            ways.append(
                (
                    total,
                    words.fill(
                        "without", {"facet": words.say(f"facet_{name}"), "total": words.number(total)}
                    ),
                )
            )
    if not ways:
        return None
    names = desk.catalogue.names()
    named = min((names[id_] for id_ in asked.offers if id_ in names), key=len, default="")
    filters = ", ".join(part for part in (named, filter_words(asked, words)) if part)
    sentences = [
        desk.notice(words.fill("count_none", {"noun": noun(asked, 0, words)})),
        desk.notice(words.fill("filters", {"filters": filters})),
    ]
    if not asked.offers:
        sentences += _unknown(found, words, desk)
    helping = [text for total, text in sorted(ways, reverse=True) if total]
    if helping:
        sentences.append(desk.notice(words.fill("widen", {"ways": ", ".join(helping)})))
    return Written(tuple(sentences), (), Outcome.REFUSED, filters=chips(asked, words))


def end_of_list(asked: Asked, desk: Desk, row: int = 0) -> Written | None:
    """Say that a list has no more rows, or no row with this number; why it is empty when it is."""
    words = desk.words
    found = found_offers(asked, desk)
    total = len(found.ids)
    if not total:
        return nothing_found(asked, found, desk)
    if asked.ask is Ask.FIELDS and total > SHOWN and not asked.offers and not row:
        return None  # what holds for all of them, documents may say
    values = {"total": words.number(total), "noun": noun(asked, total, words), "row": row}
    if row:
        said = [desk.notice(words.fill("no_such_row", values))]
    elif asked.ask is Ask.FIELDS and total > SHOWN:
        said = [desk.notice(words.fill("too_many", values))]
    else:
        said = [desk.notice(words.fill("end_of_list", values))]
    ways = narrowing(asked, found.listing, words, RecordCiter({}))
    if ways and total > SHOWN:
        said.append(desk.notice(words.fill("remark_narrow", {"ways": ways})))
    return Written(
        tuple(said),
        (),
        Outcome.ASKED_BACK if row or total > SHOWN else Outcome.ANSWERED,
        filters=chips(asked, words),
    )


WIDENED = (
    "mode",
    "kind",
    "level",
    "field",
    "provider",
    "place",
    "near",
    "language",
    "start",
    "max_months",
    "max_euro",
)
"""Filters that a person may drop."""

EMPTY: Mapping[str, Any] = {
    name: None if name in ("near", "max_months", "max_euro") else () for name in WIDENED
}


def remarks(
    asked: Asked, found: Found, offers: Sequence[Offer], desk: Desk, citer: RecordCiter
) -> Iterator[Sentence]:
    """Yield what a reader must know of a list: what is unconfirmed, unknown or ended, and how to make it shorter."""
    words = desk.words
    if any(offer.state is OfferState.UNCONFIRMED for offer in offers):
        yield desk.notice(words.say("remark_unconfirmed"))
    if years := outdated(_dates(asked, offers), desk.today):
        yield desk.notice(words.fill("remark_outdated", {"years": words.join(map(str, years))}))
    if "costs" in asked.fields and any(has_disputed_costs(offer, asked.years) for offer in offers):
        yield desk.notice(words.say("remark_disputed"))
    if asked.ask in (Ask.LIST, Ask.COUNT) and not asked.offers:
        yield from _unknown(found, words, desk)
        yield from _beside_technology(asked, desk, citer)
        ended = desk.catalogue.offers(
            desk.catalogue.listing(replace(asked.filter, state=(OfferState.ENDED.value,))).ids
        )
        if ended:
            names = words.join(offer.name.value or offer.id for offer in ended)
            cited = [number for one in ended for number in citer.cite(("offer", one.id), NAME_PART)]
            yield desk.notice(words.fill("remark_ended", {"names": names}), cited)
    if len(found.ids) > SHOWN and (narrower := narrowing(asked, found.listing, words, citer)):
        yield desk.notice(words.fill("remark_narrow", {"ways": narrower}))


TECHNOLOGY, BESIDE_IT = "techniek", ("ict", "wiskunde", "informatica", "natuurkunde", "scheikunde")
"""The field of all technology, and those that many call technical and that are no part of it everywhere."""

MOST_BESIDE = 12
"""Programmes beside a list that are named one by one."""


def _beside_technology(asked: Asked, desk: Desk, citer: RecordCiter) -> Iterator[Sentence]:
    """Yield what is in ICT or mathematics and was not counted as technology, where all of technology was asked of a school."""
    wanted = asked.filter
    if wanted.field != (TECHNOLOGY,) or not wanted.provider or asked.ask is Ask.LEADS_TO:
        return
    counted = set(found_offers(asked, desk).ids)
    near = found_offers(replace(asked, filter=replace(wanted, field=BESIDE_IT)), desk).ids
    offers = desk.catalogue.offers([id_ for id_ in near if id_ not in counted])
    if 0 < len(offers) <= MOST_BESIDE:
        names = desk.words.join(dict.fromkeys(offer.name.value or offer.id for offer in offers))
        cited = [number for one in offers for number in citer.cite(("offer", one.id), NAME_PART)]
        values = {"count": desk.words.number(len(offers)), "names": names}
        yield desk.notice(desk.words.fill("remark_beside_technology", values), cited)


def _dates(asked: Asked, offers: Sequence[Offer]) -> Iterator[str]:
    """Yield the dates of what is told of the offers: the study year of costs, the source's date of other fields."""
    for offer in offers:
        for name in asked.fields:
            if name == "costs":
                year, stated = costs_of_year(offer, asked.years)
                yield from ((year,) if stated and not asked.years else ())
            elif getattr(offer, name).is_known:
                yield getattr(offer, name).provenance.as_of


def _unknown(found: Found, words: Words, desk: Desk) -> Iterator[Sentence]:
    """Yield how many other offers might pass if they stated what is filtered on."""
    unknown = {facet: count for facet, count in found.listing.unknown.items() if facet in SAID_UNKNOWN}
    if unknown:
        said = ", ".join(
            f"{words.say(f'facet_{facet}')} ({words.number(count)})" for facet, count in unknown.items()
        )
        yield desk.notice(words.fill("remark_unknown", {"facets": said}))


def narrowing(asked: Asked, listing: Listing, words: Words, citer: RecordCiter) -> str:
    """Return two facets by which a long list gets shorter, with their commonest values and exact counts: a school or a level
    with a number only where a row that is shown has it, so that it can be checked.
    """
    if asked.offers or asked.ask in (Ask.LEADS_TO, Ask.FOLLOWS):
        return ""
    ways = []
    every = [one.number for one in citer.citations]
    for facet in ("mode", "level", "kind", "provider", "place", "field"):
        counts = [pair for pair in listing.counts[facet] if pair[1] < listing.total]
        shown = [(words.value(facet, value), count) for value, count in counts[:MOST_VALUES]]
        known = [
            (name, count) for name, count in shown if not lacks(name, words.language.value, every, citer)
        ]
        if not getattr(listing.filter, facet) and len(known) > 1:
            values = ", ".join(f"{name} ({words.number(count)})" for name, count in known)
            ways.append(f"{words.say(f'facet_{facet}')}: {values}")
    return "; ".join(ways[:2])
