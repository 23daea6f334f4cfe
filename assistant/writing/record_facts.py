"""Schemes on a day, and how to reach an organisation: from their records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.routes.conditions import atoms_of
from assistant.types import Filter, Outcome, Sentence
from assistant.understanding.filters import Asked
from assistant.writing.record_citing import RecordCiter
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_found import ALIVE
from assistant.writing.record_words import Words
from assistant.writing.scheme_words import UPPER_BOUND, scheme_line
from assistant.writing.seam import Written
from knowledge.catalogue.folding import folded
from knowledge.catalogue.queries import OfferFilter
from knowledge.catalogue.rules import ReceivesBenefit
from knowledge.catalogue.types import Offer, Organisation, Scheme
from knowledge.catalogue.validity import SchemeState, scheme_state
from knowledge.types import RecordRef

LISTED = {
    "open": (SchemeState.OPEN,),
    "ended": (SchemeState.ENDED,),
    "ending": (SchemeState.OPEN, SchemeState.UPCOMING, SchemeState.UNCONFIRMED, SchemeState.CLOSED),
    "": (SchemeState.OPEN, SchemeState.UPCOMING, SchemeState.UNCONFIRMED, SchemeState.CLOSED),
}
"""The states that a question about schemes lists; an ended one is named only when ended ones are asked for."""


def schemes_answer(asked: Asked, desk: Desk) -> Written | None:
    """Return the schemes for an applicant, a region, a level and a form in the states asked; None when there are none.

    Of a year that is asked those that end in it. Who looks for work is told first what is for a benefit.
    """
    words = desk.words
    there = [
        (scheme, scheme_state(scheme, desk.today))
        for scheme in desk.catalogue.schemes()
        if APPLIES.get(asked.applicant, asked.applicant) in ("", scheme.applicant)
        and _is_there(scheme, asked, desk)
    ]
    fitting = [pair for pair in there if pays_for(pair[0], asked.filter)]
    order = list(SchemeState)
    listed = [pair for pair in fitting if pair[1] in LISTED[asked.state] and _ends_in(pair[0], asked)]
    listed.sort(key=lambda pair: (_is_aside(pair[0], asked), order.index(pair[1]), folded(pair[0].name)))
    if not listed:
        return None
    citer = desk.citer("scheme", [scheme.id for scheme, _ in listed])
    sentences = list(_said_of_all(asked, len(listed), desk))
    for number, (scheme, state) in enumerate(listed, start=1):
        cited = citer.cite(("scheme", scheme.id), (), scheme.provenance)
        line = scheme_line(scheme, state, words, asked.filter.level)
        sentences.append(desk.worded(f"{number}. {line}", cited))
    if asked.state == "open":
        sentences += _not_listed(fitting, desk)
    limits = _limits(asked, words)
    records = [RecordRef("scheme", scheme.id, scheme.name) for scheme, _ in listed]
    return replace(written(sentences, citer, records), filters=limits)


APPLIES = {"seeker": "person"}
"""Who applies for what somebody without work asks for."""


def _said_of_all(asked: Asked, count: int, desk: Desk) -> Iterator[Sentence]:
    """Yield how many schemes there are, and the filters that were used."""
    words = desk.words
    values = {
        "count": words.number(count),
        "date": words.day(desk.today),
        "years": words.join(asked.years),
    }
    state = f"{asked.state}_in" if asked.state and asked.years else asked.state or "living"
    yield desk.lead(words.fill(f"schemes_{state}{'_one' if count == 1 else ''}", values))
    if filters := ", ".join(one.text for one in _limits(asked, words)):
        yield desk.lead(words.fill("filters", {"filters": filters}))


def _limits(asked: Asked, words: Words) -> tuple[Filter, ...]:
    """Return what limits a list of schemes, as chips."""
    wanted = asked.filter
    return (
        *(
            Filter("applicant", who, words.say(f"applicant_{who}"))
            for who in (APPLIES.get(asked.applicant, asked.applicant),)
            if who
        ),
        *(
            Filter(facet, value, words.value(facet, value))
            for facet in ("mode", "level", "kind")
            for value in getattr(wanted, facet)
        ),
        *(Filter("place", area, area) for area in asked.areas),
    )


def pays_for(scheme: Scheme, wanted: OfferFilter) -> bool:
    """Say whether a scheme pays for programmes of the levels, kinds and forms that are asked; one that names none pays for all."""
    kinds = set(wanted.kind) or ({"mbo"} if wanted.level else set())
    of_levels = {level.split("-")[0] for level in scheme.offer_levels}
    pairs = (
        (set(wanted.level), set(scheme.offer_levels)),
        (kinds, set(scheme.offer_kinds) or of_levels),
        (set(wanted.mode), set(scheme.offer_modes)),
    )
    return all(not asked or not own or asked & own for asked, own in pairs)


def _ends_in(scheme: Scheme, asked: Asked) -> bool:
    """Say whether a scheme ends in a year that is asked, where its end is asked and known; True where neither is."""
    if asked.state not in ("ending", "ended"):
        return True
    is_known = scheme.closes is not None and UPPER_BOUND not in scheme.provenance.note
    if not asked.years:
        return asked.state == "ended" or is_known
    return scheme.closes is not None and is_known and str(scheme.closes.year) in asked.years


def _is_aside(scheme: Scheme, asked: Asked) -> bool:
    """Say whether somebody without work asks, and a scheme is not for a benefit."""
    has_benefit = any(isinstance(atom, ReceivesBenefit) for atom in atoms_of(scheme.condition))
    return asked.applicant == "seeker" and not has_benefit


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
    """Return how to reach the named organisations, in part where what is asked (a telephone) is not known; None when no record says."""
    words = desk.words
    named = [one for one in desk.catalogue.providers() if one.id in asked.organisations]
    reached = [one for one in named if any(getattr(one, name).is_known for name in REACHES)]
    if not reached or len(reached) < len(named):
        return None
    citer = desk.citer("organisation", [one.id for one in reached])
    sentences = [_contact(one, words, desk, citer.cite(("organisation", one.id), ())) for one in reached]
    records = [RecordRef("organisation", one.id, one.name) for one in reached]
    answer = written(sentences, citer, records)
    wanted = [name for group in asked.mentions.get("reach", ()) for name in group]
    is_lacking = bool(wanted) and not any(getattr(one, name).is_known for one in reached for name in wanted)
    return replace(answer, outcome=Outcome.PARTLY) if is_lacking else answer


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
    named = [one for one in desk.catalogue.providers() if one.id in asked.organisations]
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
