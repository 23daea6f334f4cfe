"""The ways into technology or ICT for a grown-up of whom no diploma is told: four beginnings far apart, then what decides."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from assistant.understanding.entrance import ICT, TECHNOLOGY
from assistant.writing.route_assumed import show_assumed
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_facts import costs_of_offer
from assistant.writing.route_money import show_advice
from assistant.writing.route_ways import show_way
from assistant.writing.seam import Written
from knowledge.catalogue.types import Offer, StudyMode

LEVEL = "mbo-2"
"""The lowest level with a trade, which asks the least of who comes in."""

DIRECTIONS = ("elektrotechniek", "koude- en klimaattechniek", "mechatronica", "procestechniek")
"""Fields of which one programme each is shown: far apart, and each learnt beside work at the lowest level."""

LEVELS_OF_ICT = ("mbo-2", "mbo-4", "ad", "hbo-bachelor")
"""Levels of which one programme each is shown: ICT is one field here, learnt beside work from low to high."""

BESIDE_WORK = (StudyMode.BBL, StudyMode.PART_TIME, StudyMode.DUAL)


def entrance_answer(desk: RouteDesk) -> Written | None:
    """Return where somebody can begin in technology or ICT beside work; None where no such programme is known."""
    offers = list(_beginnings(desk))
    if not offers:
        return None
    show_assumed(desk)
    desk.lead("entrance_ict" if _is_of_ict(desk) else "entrance")
    told: set[str] = set()
    for number, offer in enumerate(offers, start=1):
        show_way(offer, number, desk, told)
    show_advice(desk)
    desk.notice(desk.say("ask_entrance" if desk.talk.profile.place is None else "ask_diploma"))
    return replace(desk.written(follow_ups=(desk.say("follow_money"),)), leaves_room=False)


def beginnings_answer(desk: RouteDesk, asks: Collection[str]) -> Written | None:
    """Return how long the beginnings take that were shown before, or what they cost; None where none is known."""
    offers = list(_beginnings(desk))
    for offer in offers:
        said: list[str] = []
        cited: list[int] = []
        if "duration_months" in asks and offer.duration_months.value is not None:
            said.append(desk.say("duration", {"value": desk.words.months(offer.duration_months.value)}))
            cited += desk.of_offer(offer, ("Duur",), offer.duration_months.provenance)
        if "costs" in asks:
            text, numbers = costs_of_offer(offer, desk)
            said.append(text)
            cited += numbers
        if said and cited:
            name = desk.offer_name(offer, has_place=True)
            desk.worded(desk.say("beginning", {"offer": name, "facts": ". ".join(said)}), cited)
    return replace(desk.written(), leaves_room=False) if desk.sentences else None


def _is_of_ict(desk: RouteDesk) -> bool:
    fields = {value for group in desk.talk.wanted.fields for value in group}
    return ICT in fields and TECHNOLOGY not in fields


def _beginnings(desk: RouteDesk) -> Iterator[Offer]:
    """Yield one programme of each direction that is learnt beside work; of ICT, one of each level."""
    offers = sorted(desk.book.offers.values(), key=lambda offer: offer.id)
    if _is_of_ict(desk):
        yield from _of_each_level(offers, desk)
        return
    for direction in DIRECTIONS:
        fitting = (
            offer
            for offer in offers
            if offer.level.value == LEVEL
            and offer.mode.value is StudyMode.BBL
            and (offer.fields.value or ("",))[0] == direction
        )
        first = next(fitting, None)
        if first is not None:
            yield first


def _of_each_level(offers: Sequence[Offer], desk: RouteDesk) -> Iterator[Offer]:
    """Yield a programme in ICT of each level, where one is given in the town of the person that one."""
    place = desk.talk.profile.place
    for level in LEVELS_OF_ICT:
        fitting = [
            offer
            for offer in offers
            if offer.level.value == level
            and offer.mode.value in BESIDE_WORK
            and ICT in (offer.fields.value or ())
        ]
        near = [one for one in fitting if place in {each.name for each in one.places.value or ()}]
        yield from (near or fitting)[:1]
