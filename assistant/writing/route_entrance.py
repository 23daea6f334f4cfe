"""The ways into technology for somebody with other work and no diploma told: four directions to begin in, then what decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.writing.route_assumed import show_assumed
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_money import show_advice
from assistant.writing.route_ways import show_way
from assistant.writing.seam import Written
from knowledge.catalogue.types import Offer, StudyMode

LEVEL = "mbo-2"
"""The lowest level with a trade, which asks the least of who comes in."""

DIRECTIONS = ("elektrotechniek", "koude- en klimaattechniek", "mechatronica", "procestechniek")
"""Fields of which one programme each is shown: far apart, and each learnt beside work at the lowest level."""


def entrance_answer(desk: RouteDesk) -> Written | None:
    """Return where somebody can begin in technology beside work; None where no such programme is known."""
    offers = list(_beginnings(desk))
    if not offers:
        return None
    show_assumed(desk)
    desk.lead("entrance")
    told: set[str] = set()
    for number, offer in enumerate(offers, start=1):
        show_way(offer, number, desk, told)
    show_advice(desk)
    desk.notice(desk.say("ask_entrance" if desk.talk.profile.place is None else "ask_diploma"))
    return replace(desk.written(follow_ups=(desk.say("follow_money"),)), leaves_room=False)


def _beginnings(desk: RouteDesk) -> Iterator[Offer]:
    """Yield one programme of each direction that is learnt beside work."""
    offers = sorted(desk.book.offers.values(), key=lambda offer: offer.id)
    for direction in DIRECTIONS:
        fitting = (
            offer
            for offer in offers
            if offer.level.value == LEVEL
            and offer.mode.value is not None
            and offer.mode.value is StudyMode.BBL
            and (offer.fields.value or ("",))[0] == direction
        )
        first = next(fitting, None)
        if first is not None:
            yield first
