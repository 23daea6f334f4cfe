"""Two to four offers side by side for this person: time, price, load, place, form, admission and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from assistant.routes.comparing import MOST, Row, compare_offers
from assistant.types import Outcome
from assistant.understanding.person_asks import sides
from assistant.understanding.told import Wanted
from assistant.writing.record_citing import IDENTITY
from assistant.writing.record_words import costs_of_year
from assistant.writing.route_aims import Aim, aim_of
from assistant.writing.route_assumed import show_assumed
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_facts import cite_cost, costs_of_offer, show_state
from assistant.writing.route_offers import usual_first
from assistant.writing.seam import Written
from knowledge.catalogue.types import Offer

LABELS = {
    "time": ("Duur",),
    "load": ("Opmerking",),
    "place": ("Plaats",),
    "mode": ("Vorm",),
    "follow_on": ("Opmerking",),
}
"""Labels of the parts of a worded offer that hold a row."""


def comparison_answer(desk: RouteDesk) -> Written | None:
    """Return the comparison; None when the words do not name two to four things that records know."""
    offers = compared(desk)
    if not 2 <= len(offers) <= MOST:
        return None
    catalogue = desk.book.index.catalogue
    table = compare_offers(offers, desk.talk.profile, catalogue.national_rules, desk.today, desk.language)
    show_assumed(desk)
    names = [
        f"{'ABCD'[place]} = {desk.offer_name(offer, has_place=True)}" for place, offer in enumerate(offers)
    ]
    cited = [number for offer in offers for number in desk.of_offer(offer, IDENTITY)]
    desk.lead("compare_head", {"offers": desk.joined(names)}, cited)
    _show_winner(offers, desk)
    for row in table.rows:
        _show_row(row, offers, desk)
    show_state(offers, desk)
    if desk.talk.knows_school:
        desk.notice(desk.say("decides"))
    return desk.written(Outcome.ANSWERED, (desk.say("follow_money"),))


def compared(desk: RouteDesk) -> tuple[Offer, ...]:
    """Return one offer for each side, as alike in all else as can be."""
    wanted = desk.talk.wanted
    axis = sides(wanted)
    if axis == "modes" and wanted.fields:
        wanted = replace(
            wanted, offers=()
        )  # of a field both forms are sought, not the offer that is called after it
    found: list[Sequence[Offer]] = []
    for value in getattr(wanted, axis)[:MOST]:
        side = side_of(wanted, axis, value)
        aim = aim_of(replace(desk.talk, wanted=side), desk.book, desk.language, desk.today)
        found.append(_side(aim, side))
    if not all(found):
        return ()
    return tuple({offer.id: offer for offer in _alike(found)}.values())


def side_of(wanted: Wanted, axis: str, value: Any) -> Wanted:
    """Return an aim with one value on an axis of `Wanted` in place of all."""
    values = {one.name: getattr(wanted, one.name) for one in fields(wanted)}
    return Wanted(**(values | {axis: (value,)}))


def _side(aim: Aim | None, side: Wanted) -> Sequence[Offer]:
    if aim is None:
        return ()
    modes = set(side.modes)
    return [one for one in aim.offers if not modes or (one.mode.value and one.mode.value.value in modes)]


def _alike(found: Sequence[Sequence[Offer]]) -> list[Offer]:
    """Choose one offer of each side: with the name, else the level and form, that all sides have."""
    for shape in (
        lambda one: (one.name.value, one.provider.value),
        lambda one: (one.provider.value, one.mode.value),
        lambda one: one.name.value,
        lambda one: (one.level.value, one.mode.value),
        lambda one: one.mode.value,
    ):
        shared = set.intersection(*({shape(offer) for offer in side} for side in found))
        if shared:
            first = next(shape(one) for one in sorted(found[0], key=usual_first) if shape(one) in shared)
            return [min((one for one in side if shape(one) == first), key=usual_first) for side in found]
    return [min(side, key=usual_first) for side in found]


def _show_row(row: Row, offers: Sequence[Offer], desk: RouteDesk) -> None:
    """Add one row with its citations; a row of which nothing is known is left out, and so is the name, which the head says."""
    if row.key == "name":
        return
    texts: list[str] = []
    cited: list[int] = []
    for offer, cell in zip(offers, row.cells, strict=True):
        if row.key == "cost":
            text, numbers = costs_of_offer(offer, desk)
            texts.append(text.split(": ", 1)[-1])
            cited += numbers
        elif row.key == "admission":
            texts.append(cell.text)
            rules = offer.rule.value
            cited += desk.of_rule(rules, offer) if rules else ()
        else:
            is_held = row.key != "follow_on" or desk.citer.holds(("offer", offer.id), cell.text)
            texts.append(cell.text if is_held else desk.say("unknown"))
            cited += desk.of_offer(offer, LABELS[row.key]) if cell.rests_on and is_held else ()
    if all(text == desk.say("unknown") for text in texts):
        return
    side_by_side = "; ".join(f"{'ABCD'[place]}: {text}" for place, text in enumerate(texts))
    cells = desk.say("same", {"value": texts[0]}) if len(set(texts)) == 1 else side_by_side
    desk.worded(desk.say("compare_row", {"title": row.title, "cells": cells}), cited)


def _show_winner(offers: Sequence[Offer], desk: RouteDesk) -> None:
    """Add which is cheaper or shorter, where that is what was asked and all sides state it."""
    intents = desk.talk.wanted.intents
    if "cheapest_cost" in intents:
        _show_least("cost", [_price(offer) for offer in offers], offers, desk)
    if "cheapest_time" in intents:
        spans = [offer.duration_months.value for offer in offers]
        _show_least("time", [None if one is None else (one.high, one.low) for one in spans], offers, desk)


def _price(offer: Offer) -> tuple[float, float] | None:
    _, stated = costs_of_year(offer, ())
    yearly = [cost.euro for cost, _ in stated if cost.per == "jaar" and not cost.group]
    return (yearly[0].high, yearly[0].low) if yearly else None


def _show_least(
    aspect: str, values: Sequence[tuple[float, float] | None], offers: Sequence[Offer], desk: RouteDesk
) -> None:
    if any(value is None for value in values):
        desk.notice(desk.say("compare_unknown", {"aspect": desk.say(f"aspect_{aspect}")}))
        return
    known = [value for value in values if value is not None]
    best = min(range(len(known)), key=lambda place: known[place])
    offer, is_same = offers[best], len(set(known)) == 1
    if aspect == "cost":
        _, stated = costs_of_year(offer, ())
        text, key = desk.words.cost(stated[0][0]), "compare_same_cost" if is_same else "compare_cheaper"
        cited = [number for one in offers for number in _cost_cited(one, desk)]
    else:
        duration = offer.duration_months.value
        assert duration is not None  # all sides state it
        text, key = desk.words.months(duration), "compare_same_time" if is_same else "compare_faster"
        cited = [number for one in offers for number in desk.of_offer(one, ("Duur",))]
    values_ = {"best": "ABCD"[best], "amount": text, "time": text}
    desk.worded(desk.say(key, values_), cited)


def _cost_cited(offer: Offer, desk: RouteDesk) -> tuple[int, ...]:
    year, stated = costs_of_year(offer, ())
    return cite_cost(offer, stated[0][0], year, desk)
