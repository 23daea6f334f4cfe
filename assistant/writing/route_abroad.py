"""What a diploma from abroad counts for: by the rules who weighs it, per kind of education; never an equation of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.profile import is_foreign
from assistant.types import Outcome
from assistant.writing.route_assumed import held_words, show_assumed
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_judging import in_short, judge_offer
from assistant.writing.route_money import show_advice
from assistant.writing.route_offers import kind_and_level, stand_in
from assistant.writing.route_rule import show_rule
from assistant.writing.seam import Written
from knowledge.catalogue.types import Offer, OfferKind

UNIVERSITY = "universiteit-twente"
"""The university of the region: of others we have no rule on diplomas from abroad."""


def recognition_answer(desk: RouteDesk) -> Written:
    """Return what a diploma from abroad counts for at mbo, hbo and university, and who decides."""
    show_assumed(desk)
    held = [one for one in desk.talk.profile.diplomas or () if is_foreign(one.level)]
    desk.notice(desk.say("abroad_level", {"held": desk.joined([held_words(one, desk) for one in held])}))
    for offer in _kinds():
        found = judge_offer(offer, desk).verdict
        values = {"level": desk.say(f"abroad_{offer.kind.value}"), "verdict": in_short(found, desk)}
        cited = desk.of_rule(found.rules[0], offer) if found.rules else ()
        desk.worded(desk.say("abroad_at", values), cited)
    found = judge_offer(next(_kinds()), desk).verdict
    if found.rules:
        show_rule(found, next(_kinds()), desk, is_general=True)
    desk.notice(desk.say("decides"))
    show_advice(desk)
    return desk.written(Outcome.PARTLY)


WHERE = re.compile(
    r"\b(?:waar|wie|bij wie|aanvragen|aanvraag|loket|instantie|where|who|whom|apply|wo|wer|bei wem|beantragen|stelle)\b",
    re.IGNORECASE,
)
"""How it is asked next who weighs the diploma."""

LONGEST_FOLLOW_UP = 9


def weigher_answer(text: str, desk: RouteDesk) -> Written | None:
    """Return who weighs a diploma from abroad, for a short message that asks that after `recognition_answer`; None for another."""
    if len(text.split()) > LONGEST_FOLLOW_UP or WHERE.search(text) is None:
        return None
    offer = next(_kinds())
    found = judge_offer(offer, desk).verdict
    cited = desk.of_rule(found.rules[0], offer) if found.rules else ()
    desk.worded(desk.say("abroad_who"), cited)
    desk.notice(desk.say("abroad_no_desk"))
    return replace(desk.written(Outcome.PARTLY), leaves_room=False)


def show_other_kinds(main: Offer, desk: RouteDesk) -> None:
    """Add what the rules say of a second kind of education that is asked about ("die Uni oder eine Hochschule")."""
    others = dict.fromkeys(kind_and_level((), kinds) for kinds in desk.talk.wanted.kinds[1:])
    for kind, level in others:
        if kind is main.kind or not level:
            continue
        offer = stand_in(kind.value, kind, level, (), None)
        found = judge_offer(offer, desk).verdict
        values = {"level": desk.words.value("kind", kind.value), "verdict": in_short(found, desk)}
        desk.worded(desk.say("abroad_at", values), desk.of_rule(found.rules[0], offer) if found.rules else ())


def _kinds() -> Iterator[Offer]:
    yield stand_in("mbo", OfferKind.MBO, "mbo-4", (), None)
    yield stand_in("hbo", OfferKind.HBO_BACHELOR, "hbo-bachelor", (), None)
    yield stand_in("wo", OfferKind.WO_BACHELOR, "wo-bachelor", (), UNIVERSITY)
