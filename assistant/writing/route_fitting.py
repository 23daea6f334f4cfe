"""The offers that fit what was asked beside an answer about entering: name, form, place, length and price, or that they are unknown."""

from __future__ import annotations

from assistant.writing.route_aims import Aim
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_facts import facts_of_offer, show_state
from assistant.writing.route_offers import fitting
from knowledge.catalogue.types import StudyMode

MOST_FITTING = 4

FEE = "wettelijk collegegeld"
WITH_FEE = frozenset(["ad", "hbo-bachelor", "wo-bachelor"])


def show_fitting(aim: Aim, desk: RouteDesk) -> None:
    """Add the offers of an aim, where a form or place is wanted or a price or length is asked; nothing for a whole level."""
    wanted = desk.talk.wanted
    asks = wanted.asks & {"costs", "duration_months"}
    if not (asks or wanted.modes or wanted.places) or aim.is_wide:
        return
    offers = fitting(aim.offers, wanted)
    if not offers:
        return
    desk.lead("fitting")
    for number, offer in enumerate(offers[:MOST_FITTING], start=1):
        facts, cited = facts_of_offer(offer, desk)
        values = {"number": number, "offer": desk.offer_name(offer, has_place=True), "facts": facts}
        own = desk.of_offer(offer, ("Niveau", "Vorm", "Aanbieder"))
        desk.worded(desk.say("way", values), (*own, *cited))
    if len(offers) > MOST_FITTING:
        desk.notice(desk.say("ways_more", {"count": len(offers) - MOST_FITTING}))
    show_state(offers[:MOST_FITTING], desk)
    is_unpriced = all(not offer.costs.statements for offer in offers)
    if "costs" in asks and is_unpriced and offers[0].kind.value in WITH_FEE:
        show_fee(desk)


def show_fee(desk: RouteDesk) -> None:
    """Add the newest statutory fee, which is for full-time, where no price of the offers themselves is known."""
    figures = desk.book.book.catalogue.figures(FEE)
    newest = max((figure.period for figure in figures), default="")
    for figure in [one for one in figures if one.period == newest][:1]:
        values = {
            "euro": desk.words.number(figure.value),
            "year": newest,
            "mode": desk.words.value("mode", StudyMode.FULL_TIME.value),
        }
        desk.worded(
            desk.say("fee_of_full_time", values),
            desk.citer.cite(("figure", figure.id), (), figure.provenance),
        )
