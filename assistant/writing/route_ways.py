"""The ways to an aim for somebody whose diploma is not known: what differs most, with the price, and who may enter."""

from __future__ import annotations

from assistant.writing.route_aims import Aim
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_facts import facts_of_offer, show_state, varied
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import Offer

MOST_WAYS = 4
"""Ways that are shown to somebody of whom no diploma is known."""


def ways_to(aim: Aim, desk: RouteDesk) -> tuple[Offer, ...]:
    """Return the ways to an aim that differ most, at most `MOST_WAYS`."""
    return varied(aim.offers, desk, MOST_WAYS)


def show_ways(aim: Aim, desk: RouteDesk) -> tuple[Offer, ...]:
    """Add the different ways to an aim: level and form, length, price, and the rule of each level once."""
    ways = ways_to(aim, desk)
    if not ways:
        return ()
    desk.lead("ways_one" if len(ways) == 1 else "ways_head", {"goal": desk.aim_name(aim)})
    told: set[str] = set()
    for number, offer in enumerate(ways, start=1):
        show_way(offer, number, desk, told)
    left = len(aim.offers) - len(ways)
    if left > 0:
        desk.notice(desk.say("ways_more", {"count": left}))
    show_state(ways, desk)
    return ways


def show_way(offer: Offer, number: int, desk: RouteDesk, told: set[str] | None = None) -> None:
    """Add one way; its rule is said where that of its level was not `told` before."""
    facts, cited = facts_of_offer(offer, desk)
    values = {
        "number": number,
        "offer": desk.offer_name(offer, has_place=True, has_mode=False),
        "facts": facts,
    }
    desk.worded(desk.say("way" if number else "step_one", values), cited)
    rule, level = offer.rule.value, offer.level.value or offer.id
    if rule is not None and (told is None or level not in told):
        if told is not None:
            told.add(level)
        show_entry(rule, offer, desk)


def show_entry(rule: Rule, offer: Offer, desk: RouteDesk) -> None:
    """Add who may enter: the rule in a sentence in the reader's language, quoted word for word where it has none."""
    cited = desk.of_rule(rule, offer)
    text = desk.in_own_words(rule.text)
    if text:
        desk.worded(desk.say("entry_way", {"text": text}), cited)
    else:
        desk.lead("entry_quoted")
        desk.quote(rule.text, cited)
