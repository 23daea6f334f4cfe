"""May this person enter this offer: what the rules say, which rule, and what remains.

Information about rules, never a promise and never a score of a person: the school decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.profile import Profile
from assistant.routes.ages import year_of_start
from assistant.routes.conditions import judge
from assistant.routes.deciding import deciding_question
from assistant.routes.rules_in_force import OWN, RuleInForce, joined, rules_in_force
from assistant.routes.types import ANSWER_OF, Answer, Judgement, Person, Remaining, Truth, Verdict
from knowledge.catalogue.rules import MustDo, Rule
from knowledge.catalogue.types import Offer

SELECTION = "selectie (numerus fixus)"
"""What remains when a programme has a fixed number of places."""

APPLYING = "aanmelden"
NEXT_START = "nieuwe startdatum"
"""What remains when every start that the record gives lies in the past."""


def verdict(profile: Profile, offer: Offer, national_rules: Sequence[Rule], today: date) -> Verdict:
    """Return what the rules of today say about a person who wants to begin as soon as can be.

    Every rule given is looked at; which one counts is written in `rules_in_force`. An offer about which no
    rule names a way in is unknown, with no question: the answer has to come from the school.
    """
    return verdict_for(person_of(profile, today), offer, rules_in_force(offer, national_rules, today))


def person_of(profile: Profile, today: date, starts_on: date | None = None) -> Person:
    """Return a person before the first step: starting today, or later if they said so."""
    starts = max(today, starts_on or today, profile.starts_after or today)
    return Person(profile, today, starts, starts)


def verdict_for(person: Person, offer: Offer, rules: Sequence[RuleInForce], *, ask: bool = True) -> Verdict:
    """Return what these rules say about a person at the moment of a step.

    `ask` looks for the deciding question.
    """
    condition = joined(rules)
    if condition is None:
        return Verdict(offer.id, Answer.UNKNOWN, tuple(one.rule for one in rules), is_national=False)
    judgement = judge(condition, person)
    extra = tuple(_of_the_offer(offer, person))
    truth = min(judgement.truth, Truth.OPEN) if extra else judgement.truth
    ordered = _ordered(rules, person, judgement)
    return Verdict(
        offer.id,
        ANSWER_OF[truth],
        tuple(one.rule for one in ordered),
        is_national=ordered[0].specificity != OWN,
        remaining=tuple(dict.fromkeys((*judgement.remaining, *extra))) if truth is not Truth.FAILS else (),
        failing=judgement.failing,
        unknown=judgement.unknown,
        question=deciding_question(condition, person) if ask and truth is Truth.UNKNOWN else None,
    )


def _ordered(rules: Sequence[RuleInForce], person: Person, judgement: Judgement) -> list[RuleInForce]:
    """The way in that decides first.

    A yes needs only that one and what is asked on top; otherwise all were needed.
    """
    ways = [one for one in rules if one.is_way_in]
    on_top = [one for one in rules if not one.is_way_in]
    best = max(ways, key=lambda one: judge(one.condition, person).truth)
    if judgement.truth in (Truth.HOLDS, Truth.OPEN):
        return [best, *on_top]
    return [best, *(one for one in ways if one is not best), *on_top]


def _of_the_offer(offer: Offer, person: Person) -> list[Remaining]:
    """Return what the record itself adds: a fixed number of places, and the day to apply before."""
    found = []
    year = year_of_start(person.starts)
    for stated in offer.numerus_fixus.statements:
        if stated.provenance.study_year in (None, f"{year}-{year + 1}"):
            found.append(Remaining(MustDo(SELECTION)))
            break
    starts = [start for start in offer.starts.value or () if start.day is not None]
    coming = sorted(
        (start for start in starts if start.day and start.day >= person.starts),
        key=lambda s: s.day or date.max,
    )
    if coming and coming[0].apply_before is not None:
        deadline = coming[0].apply_before
        found.append(Remaining(MustDo(APPLYING, deadline), deadline < person.today))
    elif starts and not coming and len(starts) == len(offer.starts.value or ()):
        found.append(
            Remaining(MustDo(NEXT_START, max(start.day for start in starts if start.day)), is_past=True)
        )
    return found
