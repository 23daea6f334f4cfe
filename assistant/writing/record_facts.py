"""Schemes on a day, and how to reach an organisation: from their records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.types import Filter, Sentence
from assistant.understanding.filters import Asked
from assistant.writing.record_citing import RecordCiter
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_found import ALIVE
from assistant.writing.record_words import Words
from assistant.writing.seam import Written
from knowledge.catalogue.folding import folded
from knowledge.catalogue.queries import OfferFilter
from knowledge.catalogue.types import Offer, Organisation, Scheme
from knowledge.catalogue.validity import SchemeState, scheme_state
from knowledge.types import RecordRef

LISTED = {
    "open": (SchemeState.OPEN,),
    "ended": (SchemeState.ENDED,),
    "": (SchemeState.OPEN, SchemeState.UPCOMING, SchemeState.UNCONFIRMED, SchemeState.CLOSED),
}
"""The states that a question about schemes lists; an ended one is named only when ended ones are asked for."""


UPPER_BOUND = "bovengrens"
"""The note of a scheme of which the last day is not known, only that it is over."""


def schemes_answer(asked: Asked, desk: Desk) -> Written | None:
    """Return the schemes for an applicant and a region in the states asked; None when there are none."""
    words = desk.words
    fitting = [
        (scheme, scheme_state(scheme, desk.today))
        for scheme in desk.catalogue.schemes()
        if asked.applicant in ("", scheme.applicant) and _is_there(scheme, asked, desk)
    ]
    order = list(SchemeState)
    listed = [pair for pair in fitting if pair[1] in LISTED[asked.state]]
    listed.sort(key=lambda pair: (order.index(pair[1]), folded(pair[0].name)))
    if not listed:
        return None
    citer = desk.citer("scheme", [scheme.id for scheme, _ in listed])
    values = {"count": words.number(len(listed)), "date": words.day(desk.today)}
    key = f"schemes_{asked.state or 'living'}{'_one' if len(listed) == 1 else ''}"
    sentences = [desk.lead(words.fill(key, values))]
    about = [words.say(f"applicant_{asked.applicant}")] if asked.applicant else []
    limits = (
        *(Filter("applicant", asked.applicant, text) for text in about),
        *(Filter("place", area, area) for area in asked.areas),
    )
    if filters := ", ".join(one.text for one in limits):
        sentences.append(desk.lead(words.fill("filters", {"filters": filters})))
    for number, (scheme, state) in enumerate(listed, start=1):
        cited = citer.cite(("scheme", scheme.id), (), scheme.provenance)
        sentences.append(desk.worded(f"{number}. {scheme_line(scheme, state, words)}", cited))
    if asked.state == "open":
        sentences += _not_listed(fitting, desk)
    records = [RecordRef("scheme", scheme.id, scheme.name) for scheme, _ in listed]
    return replace(written(sentences, citer, records), filters=limits)


def _is_there(scheme: Scheme, asked: Asked, desk: Desk) -> bool:
    """Say whether a scheme holds in an area asked: everywhere, in it, in a part of it, or in what it is part of."""
    if not scheme.regions or not asked.areas:
        return True
    gazetteer = desk.gazetteer
    around = {
        folded(name)
        for area in asked.areas
        for name in (area, *gazetteer.places_in(area), *gazetteer.areas_of(area), *_wider(area, desk))
    }
    inside = {folded(place) for region in scheme.regions for place in gazetteer.places_in(region)}
    return any(folded(region) in around for region in scheme.regions) or any(
        folded(area) in inside for area in asked.areas
    )


def _wider(area: str, desk: Desk) -> Sequence[str]:
    """Return the areas that hold every place of an area: the province of a region."""
    inside = set(desk.gazetteer.places_in(area)[1:])
    return [names[0] for names in desk.gazetteer.areas.values() if inside and inside <= set(names[1:])]


def scheme_line(scheme: Scheme, state: SchemeState, words: Words) -> str:
    """Return a scheme in one line: name, for whom, how much, until when, and whether it is sure."""
    amount, share = scheme.amount_euro.value, scheme.share.value
    parts = [words.say(f"applicant_{scheme.applicant}")]
    if amount is not None:
        key = (
            "amount_exact"
            if amount.low == amount.high
            else "amount_between"
            if amount.low
            else "amount_up_to"
        )
        numbers = {
            "low": words.number(amount.low),
            "high": words.number(amount.high),
            "per": words.value("per", scheme.per),
        }
        parts.append(words.fill(key, numbers))
    elif share is not None:
        parts.append(words.fill("share", {"percent": words.number(round(share.high * 100))}))
    if scheme.is_loan:
        parts.append(words.say("loan"))
    if scheme.regions and len(scheme.regions) <= 3:
        parts.append(words.fill("in_region", {"regions": words.join(scheme.regions)}))
    parts += [_window(first, last, words) for first, last in scheme.windows]
    if scheme.closes is not None and not scheme.windows and UPPER_BOUND not in scheme.provenance.note:
        key = "closed_on" if state is SchemeState.ENDED else "closes_on"
        parts.append(words.fill(key, {"date": words.day(scheme.closes)}))
    status = "" if state is SchemeState.OPEN else f" ({words.say(f'scheme_{state.value}')})"
    return f"{scheme.name}{status}: {', '.join(parts)}."


def _window(first: date, last: date, words: Words) -> str:
    """Return a round as its source says it: the days within one year, and that year."""
    if first.year != last.year:
        return words.fill("window", {"first": words.day(first), "last": words.day(last)})
    days = {"first": words.day_of_year(first), "last": words.day_of_year(last), "year": first.year}
    return words.fill("window_of_year", days)


def _not_listed(fitting: Sequence[tuple[Scheme, SchemeState]], desk: Desk) -> Iterator[Sentence]:
    """Yield what fits but is not known to be open, by name."""
    for state in (SchemeState.UPCOMING, SchemeState.UNCONFIRMED, SchemeState.CLOSED):
        names = [scheme.name for scheme, its_state in fitting if its_state is state]
        if names:
            yield desk.notice(
                desk.words.fill(f"schemes_also_{state.value}", {"names": desk.words.join(names)})
            )


REACHES = ("phone", "email", "url")


def contact_answer(asked: Asked, desk: Desk) -> Written | None:
    """Return how to reach the named organisations; None when no record says."""
    words = desk.words
    named = [one for one in desk.catalogue.organisations() if one.id in asked.organisations]
    reached = [one for one in named if any(getattr(one, name).is_known for name in REACHES)]
    if not reached or len(reached) < len(named):
        return None
    citer = desk.citer("organisation", [one.id for one in reached])
    sentences = [_contact(one, words, desk, citer.cite(("organisation", one.id), ())) for one in reached]
    records = [RecordRef("organisation", one.id, one.name) for one in reached]
    return written(sentences, citer, records)


def _contact(one: Organisation, words: Words, desk: Desk, cited: Sequence[int]) -> Sentence:
    parts = [
        f"{words.say(f'label_{name}')} {getattr(one, name).value}"
        if getattr(one, name).is_known
        else words.say(f"unknown_{name}")
        for name in REACHES
    ]
    return desk.worded(f"{one.name}: {'; '.join(parts)}.", cited)


def sites_answer(asked: Asked, desk: Desk) -> Written | None:
    """Return where the named organisations are, by their own records and those of what they offer; None when unknown."""
    named = [one for one in desk.catalogue.organisations() if one.id in asked.organisations]
    offers = {
        one.id: desk.catalogue.offers(
            desk.catalogue.listing(OfferFilter(provider=(one.id,), state=ALIVE)).ids
        )
        for one in named
    }
    ids = [offer.id for found in offers.values() for offer in found]
    citer = desk.citer("organisation", [one.id for one in named], [("offer", id_) for id_ in ids])
    sentences = []
    for one in named:
        places, cited = _sites(one, offers[one.id], citer)
        if places and cited:
            values = {"name": one.name, "places": desk.words.join(places)}
            sentences.append(desk.worded(desk.words.fill("site", values), cited))
    if not sentences or len(sentences) < len(named):
        return None
    return written(sentences, citer, [RecordRef("organisation", one.id, one.name) for one in named])


def _sites(one: Organisation, offers: Sequence[Offer], citer: RecordCiter) -> tuple[list[str], list[int]]:
    """Return the towns of an organisation and of its offers, each with the record that says so."""
    places: list[str] = []
    cited: list[int] = []
    if one.place.value is not None:
        places.append(one.place.value.name)
        cited += citer.cite(("organisation", one.id), (), one.place.provenance)
    for offer in offers:
        new = [place.name for place in offer.places.value or () if place.name not in places]
        if new and (numbers := citer.cite(("offer", offer.id), ("Plaats",), offer.places.provenance)):
            places += new
            cited += numbers
    return places, cited
