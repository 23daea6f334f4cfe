"""The way in for who is 21 and has not the diploma: the test, by the rule of the school or the national one. No age is taken for told."""

from __future__ import annotations

from dataclasses import replace

from assistant.routes.admission import verdict
from assistant.routes.rules_in_force import rules_in_force
from assistant.routes.types import Answer
from assistant.routes.wording_conditions import remaining_text
from assistant.types import Outcome
from assistant.writing.route_admission import admission_answer, is_for_adults
from assistant.writing.route_aims import Aim
from assistant.writing.route_assumed import show_assumed
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_judging import ADULT, GROWN_UP
from assistant.writing.route_offers import stand_in
from assistant.writing.route_rule import show_text
from assistant.writing.seam import Written
from knowledge.catalogue.types import Offer, OfferKind


def adult_answer(aim: Aim | None, desk: RouteDesk) -> Written | None:
    """Return the way by the test to what is aimed at, of nothing named to a bachelor of an hbo; None where there is no such way.

    Who is let in by their diploma is told that instead.
    """
    offer = _offer(aim)
    profile, national = desk.talk.profile, desk.book.index.catalogue.national_rules
    standing = rules_in_force(offer, national, desk.today)
    rules = [one.rule for one in standing if is_for_adults(one.rule.condition)]
    if not rules:
        return None
    knows_all = profile.diplomas is not None and profile.age is not None and profile.age >= ADULT
    if aim is not None and knows_all:
        return admission_answer(aim, desk)  # the verdict on what was told takes the test in
    if aim is not None and profile.diplomas:
        held = verdict(replace(profile, age=ADULT - 1, birth_date=None), offer, national, desk.today)
        if held.answer in (Answer.YES, Answer.CONDITIONAL):
            return admission_answer(aim, desk)
    show_assumed(desk)
    by_test = verdict(replace(profile, diplomas=(), age=GROWN_UP), offer, national, desk.today)
    remaining = desk.joined([remaining_text(one, desk.language) for one in by_test.remaining])
    key = "admission_older"
    if profile.age is not None:
        key = "adult_yes" if profile.age >= ADULT else "adult_no"
    values = {"remaining": remaining, "years": ADULT}
    desk.worded(desk.say(key, values), desk.of_rule(rules[0], offer))
    show_text(rules[0], offer, desk)
    desk.notice(desk.say("decides"))
    return desk.written(Outcome.ANSWERED)


def _offer(aim: Aim | None) -> Offer:
    found = aim and (aim.rule_of or next(iter(aim.offers), None))
    return found or stand_in("hbo", OfferKind.HBO_BACHELOR, "hbo-bachelor", (), None)
