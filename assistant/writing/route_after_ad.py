"""How long a bachelor still takes after an Ad, asked in a talk: the national rule says it, and no offer does."""

from __future__ import annotations

import re

from assistant.understanding.person_talk import Talk
from assistant.understanding.told import Message
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_offers import stand_in
from assistant.writing.route_rule import show_text
from assistant.writing.seam import Written
from knowledge.catalogue.types import OfferKind

AD, BACHELOR = "ad", "hbo-bachelor"

RULE = "ad-naar-bachelor"
"""The national rule about going on from an Ad to a bachelor (knowledge/library/records/rules.jsonl)."""

AFTERWARDS = re.compile(
    r"\b(?:na|daarna|erna|hierna|vervolgens|nog|erbij|extra|langer|after|afterwards|then|still|more|additional|longer|on top"
    r"|nach|danach|anschließend|noch|dazu|zusätzlich|länger|mehr)\b",
    re.IGNORECASE,
)
"""Words that ask what comes on top of what was done: "hoeveel jaar komt erbij", "how many more years"."""


def after_ad_answer(text: str, before: Talk, message: Message, desk: RouteDesk) -> Written | None:
    """Return the rule of a bachelor after an Ad, where a message of a talk asks how long that still takes; None for all else.

    The Ad is told by the message or is what the talk was about `before` it.
    """
    wanted = message.wanted
    kinds = {kind for group in wanted.kinds for kind in group}
    asks = "duration_months" in wanted.asks and AFTERWARDS.search(text) is not None
    if (
        not asks
        or BACHELOR not in kinds
        or wanted.offers
        or not (_tells_ad(message) or _is_of_ads(before, desk))
    ):
        return None
    found = (one for one in desk.book.index.catalogue.national_rules if one.id == RULE)
    rule = next(found, None)
    if rule is None:
        return None
    show_text(rule, stand_in(BACHELOR, OfferKind.HBO_BACHELOR, BACHELOR, (), None), desk)
    return desk.written()


def _tells_ad(message: Message) -> bool:
    told = message.told
    held = [*(told.profile.diplomas or ()), *((told.enrolled,) if told.enrolled else ())]
    return any(one.level == AD for one in held) or any(AD in group[:1] for group in message.wanted.kinds)


def _is_of_ads(talk: Talk, desk: RouteDesk) -> bool:
    """Say whether a talk is about Ads: it aims at that kind, or at offers that are all of it."""
    wanted = talk.wanted
    offers = [desk.book.offers[id_] for group in wanted.offers for id_ in group if id_ in desk.book.offers]
    held = talk.profile.diplomas or ()
    is_held = bool(held) and held[-1].level == AD
    is_kind = any(group == (AD,) for group in wanted.kinds) or AD in wanted.levels
    return (
        is_held or is_kind or (bool(offers) and all(one.kind is OfferKind.ASSOCIATE_DEGREE for one in offers))
    )
