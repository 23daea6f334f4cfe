"""That a school may weigh a diploma from abroad itself, beside an answer that rests on another way in."""

from __future__ import annotations

from assistant.routes.conditions import atoms_of
from assistant.routes.rules_in_force import applies_to, is_valid, spoken_levels
from assistant.routes.types import Verdict
from assistant.understanding.told import is_foreign
from assistant.writing.route_desk import RouteDesk
from knowledge.catalogue.rules import Rule, Unstated
from knowledge.catalogue.types import Offer


def show_weighing(found: Verdict, offer: Offer, desk: RouteDesk) -> None:
    """Add the rule by which the school weighs the diploma that is held, where it is from abroad and another rule came first."""
    levels = {one.level for one in desk.talk.profile.diplomas or () if is_foreign(one.level)}
    levels -= spoken_levels(found.rules[0].condition) if found.rules else set()
    for rule in desk.book.index.catalogue.national_rules if levels else ():
        weighed = _weighed(rule)
        counts = is_valid(rule, desk.today) and applies_to(rule, offer)
        if counts and weighed is not None and levels & spoken_levels(rule.condition):
            values = {"what": desk.condition(weighed)}
            desk.worded(desk.say("abroad_weighed", values), desk.of_rule(rule, offer))
            return


def _weighed(rule: Rule) -> Unstated | None:
    return next((atom for atom in atoms_of(rule.condition) if isinstance(atom, Unstated)), None)
