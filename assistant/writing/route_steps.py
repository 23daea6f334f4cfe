"""Routes step by step: what each takes, costs and asks, with the rule that lets one in; or what would have to change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assistant.profile import HeldDiploma, Profile, is_foreign
from assistant.routes.conditions import atoms_of
from assistant.routes.planner import plan
from assistant.routes.routes_json import route_object
from assistant.routes.types import (
    LevelGoal,
    OccupationGoal,
    Route,
    Routes,
    Step,
    Verdict,
)
from assistant.types import Language, Outcome
from assistant.writing.route_aims import Aim
from assistant.writing.route_assumed import show_assumed
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_facts import entry_words, facts_of_offer, show_state, varied
from assistant.writing.route_money import show_advice, show_money
from assistant.writing.route_openings import constraints_in, show_changes
from assistant.writing.route_rule import show_text, show_weighing
from assistant.writing.route_ways import show_way, show_ways
from assistant.writing.rule_words import about
from assistant.writing.seam import Written
from knowledge.catalogue.rules import IsAtLeast
from knowledge.catalogue.types import Offer, OfferKind, StudyMode

NODES = 40_000
"""Labels that a search in a talk may make: an answer is due within 150 ms."""

OLD_ENOUGH = 18
"""The age that is reckoned with for somebody without a diploma who did not tell it; the answer says that 16 is needed."""


def route_answer(aim: Aim, desk: RouteDesk) -> Written:
    """Return the routes to an aim, from what the person holds; without any diploma told, the ways that there are."""
    show_assumed(desk)
    show_taken(aim, desk)
    if not desk.talk.knows_school or desk.talk.profile.diplomas is None or aim.goal is None:
        return _ways_answer(aim, desk)
    if all(is_foreign(held.level) for held in desk.talk.profile.diplomas) and desk.talk.profile.diplomas:
        return _weighed_answer(aim, desk)
    profile = _planned(aim, desk)
    routes = plan(profile, aim.goal, constraints_in(desk), desk.book.index, desk.today, NODES)
    if not routes.outlines:
        return _no_route(aim, routes, desk)
    if routes.is_reached:
        desk.lead("route_reached", {"goal": desk.aim_name(aim)})
        return desk.written()
    shown = routes.shown
    desk.lead(
        "route_one" if len(shown) == 1 else "route_count", {"count": len(shown), "goal": desk.aim_name(aim)}
    )
    told: set[str] = set()
    for number, route in enumerate(shown, start=1):
        named = closest_by_name(route, aim)
        show_route(named, number, len(shown) > 1, desk, told, isinstance(aim.goal, LevelGoal))
    show_state([step.offer for route in shown for step in route.steps], desk)
    if not routes.is_complete:
        desk.notice(desk.say("incomplete"))
    desk.notice(desk.say("decides"))
    offers = [step.offer for route in shown for step in route.steps]
    show_money(offers, desk, is_short=True)
    show_advice(desk)
    works = desk.talk.profile.job and not desk.talk.profile.keeps_working
    follow_ups = (desk.say("follow_work"),) if works else ()
    objects = [
        route_object(closest_by_name(route, aim), number, desk.language)
        for number, route in enumerate(shown, start=1)
    ]
    return desk.written(Outcome.ANSWERED, (*follow_ups, desk.say("follow_money")), objects)


def _planned(aim: Aim, desk: RouteDesk) -> Profile:
    """Return the profile that a route is searched for: of a vmbo diploma without sector and subjects told, with mathematics,
    as most technical programmes ask; of somebody without a diploma, old enough for the entrance level. The answer says so.
    """
    diplomas = desk.talk.profile.diplomas or ()
    if not diplomas and desk.talk.profile.age is None and desk.talk.profile.birth_date is None:
        desk.notice(desk.say("assume_age"))
        return replace(desk.talk.profile, age=OLD_ENOUGH)
    to_mbo = any(offer.kind is OfferKind.MBO for offer in aim.offers)
    vague = [one for one in diplomas if one.level.startswith("vmbo") and _is_untold(one)]
    if not vague or len(vague) < len(diplomas) or not to_mbo:
        return desk.talk.profile
    desk.notice(desk.say("assume_subject"), desk.of_national("nask1"))
    told = tuple(replace(one, some_subjects=("wiskunde",)) for one in diplomas)
    return replace(desk.talk.profile, diplomas=told)


def _is_untold(held: HeldDiploma) -> bool:
    return not held.fields and held.subjects is None and not held.some_subjects and not held.missing_subjects


def show_taken(aim: Aim, desk: RouteDesk) -> None:
    """Add which occupation the words were taken for."""
    if not aim.is_taken:
        return
    if isinstance(aim.goal, OccupationGoal):
        key = ("occupation", aim.goal.occupation_id)
        desk.lead("taken", {"name": aim.name}, desk.citer.cite(key, ("Ook genoemd",)))
    else:
        desk.lead("taken_goal", {"name": aim.name})


def closest_by_name(route: Route, aim: Aim) -> Route:
    """Return a route with its last offer exchanged for the one closest to the aim of those that are the same in all that counts:
    level, form, length, price and rule.
    """
    if not route.steps:
        return route
    last = route.steps[-1]
    shape = _shape(last.offer)
    best = next((offer for offer in aim.offers if _shape(offer) == shape), last.offer)
    rule = best.rule.value
    if best.id == last.offer.id or rule is None:
        return route
    rules = (rule, *last.verdict.rules[1:])
    step = replace(last, offer=best, verdict=replace(last.verdict, offer_id=best.id, rules=rules))
    return replace(route, steps=(*route.steps[:-1], step))


def _shape(offer: Offer) -> tuple[object, ...]:
    rule = offer.rule.value
    return (
        offer.kind,
        offer.level.value,
        offer.mode.value,
        offer.duration_months.value,
        offer.hours_per_week.value,
        offer.costs.value,
        offer.provider.value,
        offer.starts.value,
        offer.state,
        rule.condition if rule else None,
    )


def show_route(
    route: Route, number: int, is_numbered: bool, desk: RouteDesk, told: set[str], is_level: bool
) -> None:
    """Add a route: each step with its price, and the rule that lets one in the first time that it is met (`told`)."""
    labels = desk.joined([desk.say(f"why_{label}") for label in route.labels]) if route.labels else ""
    why = desk.say("why", {"why": labels}) if labels and is_numbered else ""
    if is_numbered:
        desk.lead("route_head", {"number": number, "why": why})
    levels = {held.level for held in desk.talk.profile.diplomas or ()}
    for place, step in enumerate(route.steps, start=1):
        _show_step(step, place, levels, desk, told, is_level)
        levels = {*levels, step.offer.level.value or ""}
    _show_totals(route, desk)
    if route.unknown_from is not None and len(route.steps) > 1:
        desk.notice(desk.say("unknown_from", {"number": route.unknown_from}))


def _show_totals(route: Route, desk: RouteDesk) -> None:
    """Add how long the steps take together, as the lengths that their sources state: no source states their sum."""
    lengths = [step.offer.duration_months for step in route.steps]
    stated = [one for one in lengths if one.value is not None]
    if len(stated) < 2 or len(stated) < len(lengths):
        return
    parts = " + ".join(desk.words.months(one.value) for one in stated if one.value is not None)
    cited = [
        number
        for step in route.steps
        for number in desk.of_offer(step.offer, ("Duur",), step.offer.duration_months.provenance)
    ]
    desk.lead("totals", {"parts": parts}, cited)


def _show_waiting(step: Step, desk: RouteDesk) -> None:
    """Add which age a step waits for: the lowest that its rules ask and that was not reached."""
    if not step.waits_months:
        return
    told = desk.talk.profile.age or 0
    ages = [
        atom.years
        for rule in step.verdict.rules
        for atom in atoms_of(rule.condition)
        if isinstance(atom, IsAtLeast) and atom.years > told
    ]
    desk.notice(desk.say("step_waits", {"years": min(ages)}) if ages else desk.say("step_waits_open"))


def _show_step(
    step: Step, number: int, levels: set[str], desk: RouteDesk, told: set[str], is_level: bool
) -> None:
    """Add a step; `levels` are the diplomas held when it begins."""
    offer = step.offer
    facts, cited = facts_of_offer(offer, desk)
    is_example = is_level and not offer.provider.value and offer.level.value
    key = "step_example" if is_example else "step_one"
    values = {
        "offer": desk.offer_name(offer, has_place=True, has_mode=False),
        "level": offer.level.value or "",
        "facts": facts,
    }
    desk.lead("step_head", {"number": number})
    desk.worded(desk.say(key, values), cited)
    _show_other_form(offer, desk)
    if step.verdict.rules:
        rule = step.verdict.rules[0]
        entry = entry_words(step.verdict, desk)
        if desk.language is not Language.DUTCH:
            desk.worded(entry, desk.of_rule(rule, offer))
            if rule.text not in told:
                show_text(rule, offer, desk)
            told.add(rule.text)
        elif rule.text not in told:
            told.add(rule.text)
            text = about(rule.text, levels)
            desk.worded(
                f"{entry} {desk.say('rule_general', {'year': '', 'text': text})}",
                desk.of_rule(rule, offer),
            )
        else:
            desk.worded(entry, desk.of_rule(rule, offer))
    _show_waiting(step, desk)


def _show_other_form(offer: Offer, desk: RouteDesk) -> None:
    """Add that a programme can be done at school too, or beside work, with its price: the same name and level in BOL or BBL."""
    forms = (StudyMode.BOL, StudyMode.BBL)
    if offer.mode.value not in forms or offer.provider.value:
        return
    key = (offer.name.value, offer.level.value)
    others = (one for one in desk.book.index.offers if (one.name.value, one.level.value) == key)
    other = next(
        (one for one in others if one.mode.value in forms and one.mode.value != offer.mode.value), None
    )
    if other is not None and not other.provider.value:
        facts, cited = facts_of_offer(other, desk)
        desk.worded(desk.say("other_form", {"facts": facts[:1].lower() + facts[1:]}), cited)


def show_alternatives(aim: Aim, found: Verdict, desk: RouteDesk) -> tuple[Mapping[str, Any], ...]:
    """Add how an aim that is closed can be reached: the first route, else the smallest changes. Return the routes shown."""
    if aim.goal is None:
        return ()
    constraints = constraints_in(desk)
    profile = _planned(aim, desk)
    routes = plan(profile, aim.goal, constraints, desk.book.index, desk.today, NODES)
    if routes.shown and not routes.is_reached:
        desk.lead("alternatives")
        route = closest_by_name(routes.shown[0], aim)
        show_route(
            route, 1, is_numbered=False, desk=desk, told=set(), is_level=isinstance(aim.goal, LevelGoal)
        )
        show_state([step.offer for step in route.steps], desk)
        return (route_object(route, 1, desk.language),)
    show_changes(aim, desk)
    return ()


def _no_route(aim: Aim, routes: Routes, desk: RouteDesk) -> Written:
    """Return why there is no route, what would open one, and the question that may."""
    desk.lead("no_route", {"goal": desk.aim_name(aim)})
    if routes.question is None or routes.question.key == "diplomas":
        show_changes(aim, desk)
    for offer in varied(aim.offers, desk, 2):
        show_way(offer, 0, desk)
    show_state(aim.offers[:2], desk)
    show_advice(desk)
    if routes.question is not None:
        desk.ask(routes.question)
    return desk.written(Outcome.PARTLY if routes.question else Outcome.ANSWERED)


def _weighed_answer(aim: Aim, desk: RouteDesk) -> Written:
    """Return the ways to an aim for somebody with diplomas from abroad alone: a school weighs these before any route is sure."""
    ways = show_ways(aim, desk) if _tells_ways(aim, desk) else ()
    offer = next(iter(ways or aim.offers), aim.rule_of)
    if offer is not None:
        show_weighing(None, offer, desk)
    desk.notice(desk.say("decides"))
    show_money(ways or aim.offers, desk, is_short=False)
    show_advice(desk)
    return desk.written(Outcome.PARTLY, (desk.say("follow_money"),))


def _tells_ways(aim: Aim, desk: RouteDesk) -> bool:
    """Say whether the ways to an aim are told: of a wide field only where their price or length is asked."""
    asks = desk.talk.wanted.asks & {"costs", "duration_months"}
    return not aim.is_wide or bool(asks and aim.field)


def _ways_answer(aim: Aim, desk: RouteDesk) -> Written:
    """Return the ways to an aim for somebody whose diploma is not known: each with its price and who may enter."""
    ways = show_ways(aim, desk) if _tells_ways(aim, desk) else ()
    show_money(ways or aim.offers, desk, is_short=False)
    show_advice(desk)
    desk.notice(desk.say(f"ask_{desk.talk.is_vague}" if desk.talk.is_vague else "ask_diploma"))
    return desk.written(Outcome.PARTLY, (desk.say("follow_money"),))
