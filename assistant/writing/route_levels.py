"""Two diplomas that a question sets side by side: at which NLQF level each is, by the figures; and which other diplomas open a way."""

from __future__ import annotations

from assistant.profile import HeldDiploma, Profile
from assistant.routes.admission import verdict
from assistant.routes.types import Answer
from assistant.understanding.told import Message
from assistant.writing.record_values import NLQF
from assistant.writing.route_desk import RouteDesk
from assistant.writing.seam import Written
from knowledge.catalogue.types import Figure, Offer

FEWEST = 2
OTHERS = ("vmbo-kb", "vmbo-tl", "havo", "vwo", "mbo-2", "mbo-3", "mbo-4")
"""The diplomas that most people come with, from which an offer may be open as well."""


def equal_answer(message: Message, desk: RouteDesk) -> Written | None:
    """Return at which level each of the diplomas is that a message names; None where fewer than two have a figure."""
    named = [held.level for held in message.told.profile.diplomas or ()]
    named += [*message.wanted.levels, *(kind for group in message.wanted.kinds for kind in group)]
    vague = message.told.is_vague
    figures = [
        one
        for one in desk.book.book.catalogue.figures(NLQF)
        if one.dimensions.get("diploma") in named
        or (vague and one.dimensions.get("diploma", "").startswith(f"{vague}-"))
    ]
    if len({one.dimensions["diploma"] for one in figures}) < FEWEST:
        return None
    is_same = len({one.value for one in figures}) == 1
    desk.lead("levels_same" if is_same else "levels_differ")
    for figure in figures:
        desk.worded(_line(figure, desk), desk.citer.cite(("figure", figure.id), (), figure.provenance))
    return desk.written()


def _line(figure: Figure, desk: RouteDesk) -> str:
    name = desk.level(figure.dimensions["diploma"])
    values = {"level": f"{name[:1].upper()}{name[1:]}", "value": desk.words.number(figure.value)}
    return desk.say("level_nlqf", values)


def open_with(offer: Offer, desk: RouteDesk) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the other usual diplomas with which the rules let somebody into an offer, and the citations of those rules."""
    held = {one.level for one in desk.talk.profile.diplomas or ()}
    rules = desk.book.index.catalogue.national_rules
    levels, cited = list[str](), list[int]()
    for level in OTHERS:
        if level in held or level in (offer.level.value, offer.kind.value):
            continue
        found = verdict(Profile(diplomas=(HeldDiploma(level),)), offer, rules, desk.today)
        if found.answer is Answer.YES and found.rules:
            levels.append(desk.level(level))
            cited += desk.of_rule(found.rules[0], offer)
    return tuple(levels), tuple(dict.fromkeys(cited))
