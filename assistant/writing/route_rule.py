"""The rule that decides, and the one by which a school may weigh a diploma from abroad beside it."""

from __future__ import annotations

from assistant.profile import is_foreign
from assistant.routes.conditions import atoms_of
from assistant.routes.rules_in_force import applies_to, is_valid, spoken_levels
from assistant.routes.types import Verdict
from assistant.types import Language
from assistant.writing.route_desk import RouteDesk
from assistant.writing.rule_words import about
from knowledge.catalogue.rules import Rule, Unstated
from knowledge.catalogue.types import Offer

SHORT_RULE = 260
"""Letters of a rule up to which its Dutch words stand below their translation; a longer one is seen by its citation."""


def show_rule(found: Verdict, offer: Offer, desk: RouteDesk, is_general: bool = False) -> None:
    """Add the deciding rule: in a sentence in the reader's language, quoted word for word where it has none."""
    rule = found.rules[0]
    year = desk.say("of_year", {"year": found.study_year}) if found.study_year else ""
    cited = desk.of_rule(rule, offer)
    levels = {held.level for held in desk.talk.profile.diplomas or ()}
    text = desk.in_own_words(about(rule.text, levels))
    if not text:
        desk.lead("rule_quoted", {"year": year})
        desk.quote(rule.text, cited)
        return
    own = offer.rule.value
    asks_itself = own is not None and own.text and isinstance(own.condition, Unstated)
    if own is not None and asks_itself and found.is_national and not is_general:
        desk.worded(desk.say("rule_asked", {"text": own.text.rstrip(".")}), desk.of_rule(own, offer))
    beside = "rule_beside" if asks_itself else "rule_national"
    key = "rule_general" if is_general else beside if found.is_national else "rule_own"
    desk.worded(desk.say(key, {"year": year, "text": text}), cited)
    if desk.language is not Language.DUTCH and len(rule.text) <= SHORT_RULE:
        desk.lead("source_says")
        desk.quote(rule.text, cited)


def show_text(rule: Rule, offer: Offer, desk: RouteDesk) -> None:
    """Add the sentences of a rule in the reader's language, word for word where they have no translation."""
    text = desk.in_own_words(rule.text)
    if text:
        desk.worded(text, desk.of_rule(rule, offer))
    else:
        desk.quote(rule.text, desk.of_rule(rule, offer))


def show_weighing(found: Verdict | None, offer: Offer, desk: RouteDesk) -> None:
    """Add the rule by which the school weighs the diploma that is held, where it is from abroad and the verdict rests on another rule."""
    levels = {one.level for one in desk.talk.profile.diplomas or () if is_foreign(one.level)}
    levels -= spoken_levels(found.rules[0].condition) if found is not None and found.rules else set()
    for rule in desk.book.index.catalogue.national_rules if levels else ():
        weighed = _weighed(rule)
        counts = is_valid(rule, desk.today) and applies_to(rule, offer)
        if counts and weighed is not None and levels & spoken_levels(rule.condition):
            values = {"what": desk.condition(weighed)}
            desk.worded(desk.say("abroad_weighed", values), desk.of_rule(rule, offer))
            return


def _weighed(rule: Rule) -> Unstated | None:
    return next((atom for atom in atoms_of(rule.condition) if isinstance(atom, Unstated)), None)
