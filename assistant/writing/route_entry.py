"""What entry to a named programme asks of everybody: the rules that hold, before anything is known of who asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.routes.conditions import atoms_of
from assistant.routes.phrases import all_called
from assistant.routes.rules_in_force import OF_PROGRAMME, rules_in_force, spoken_levels
from assistant.types import Outcome
from assistant.writing.route_aims import Aim
from assistant.writing.route_assumed import show_assumed
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_judging import ADULT
from assistant.writing.route_rule import show_text
from assistant.writing.seam import Written
from knowledge.catalogue.rules import HasDiploma, HasEmployer, HasSubject, IsAtLeast, Rule
from knowledge.catalogue.types import Offer

MOST_GROUPS = 3
"""Different sets of rules that are told in one answer: of a bachelor and an Ad of one name, say."""

USUAL = frozenset(
    [
        "vmbo-bb",
        "vmbo-kb",
        "vmbo-gl",
        "vmbo-tl",
        "havo",
        "vwo",
        "mbo-1",
        "mbo-2",
        "mbo-3",
        "mbo-4",
        "hbo-bachelor",
        "wo-bachelor",
    ]
)
"""The diplomas that most people come with: a rule is told when it says something of one that no rule before it spoke of."""


def entry_answer(aim: Aim, desk: RouteDesk, subjects: frozenset[str] = frozenset()) -> Written | None:
    """Return the rules of entry to what is aimed at, those of most programmes first; None where no rule is known.

    Where it is asked whether entry needs a subject, under any of the names `subjects`, that is said of the first.
    """
    groups: dict[tuple[str, ...], list[Offer]] = {}
    for offer in aim.offers:
        rules = tuple(rule.id for rule in told_rules(offer, desk))
        if rules:
            groups.setdefault(rules, []).append(offer)
    if not groups:
        return None
    if desk.talk.enrolled is not None:
        show_assumed(desk)
        desk.notice(desk.say("entry_enrolled"))
    if aim.is_by_law:
        desk.notice(desk.say("by_law", {"offer": desk.plain_name(aim.offers[0])}))
    told = sorted(groups.values(), key=len, reverse=True)[:MOST_GROUPS]
    if subjects:
        _say_whether_needed(told[0][0], subjects, desk)
    for offers in told:
        offer = offers[0]
        name = desk.offer_name(offer) if len(offers) == 1 else _shared_name(offers, desk)
        desk.worded(desk.say("entry_for", {"offer": name}), desk.of_offer(offer, ("Niveau", "Aanbieder")))
        for rule in told_rules(offer, desk):
            show_text(rule, offer, desk)
    desk.notice(desk.say("decides"))
    desk.notice(desk.say("entry_ask"))
    return desk.written(Outcome.ANSWERED)


def _say_whether_needed(offer: Offer, subjects: frozenset[str], desk: RouteDesk) -> None:
    """Add whether the rules of an offer name a subject; a profile that they ask may hold it, so that it is no "Nee"."""
    rules = told_rules(offer, desk)
    atoms = [atom for rule in rules for atom in atoms_of(rule.condition)]
    asked = {name for atom in atoms if isinstance(atom, HasSubject) for name in atom.subjects}
    named = [one for one in sorted(asked) if any(one.casefold().startswith(name) for name in subjects)]
    asks_profile = any(isinstance(atom, HasDiploma) and atom.profiles for atom in atoms)
    key = "depends" if named else "by_profile" if asks_profile else "not"
    values = {"subjects": desk.joined(all_called(named or sorted(subjects), desk.language), "or")}
    values["offer"] = desk.plain_name(offer)
    desk.worded(
        desk.say(f"entry_subject_{key}", values),
        [number for rule in rules for number in desk.of_rule(rule, offer)],
    )


def told_rules(offer: Offer, desk: RouteDesk) -> tuple[Rule, ...]:
    """Return the rules of an offer that say what most people need: the own one, those that add to it, and that for who is 21."""
    return tuple(dict.fromkeys(_telling(offer, desk)))


def _telling(offer: Offer, desk: RouteDesk) -> Iterator[Rule]:
    standing = rules_in_force(offer, desk.book.index.catalogue.national_rules, desk.today)
    spoken: set[str] = set()
    for one in standing:
        levels = spoken_levels(one.rule.condition) & USUAL
        is_own = offer.rule.value is not None and one.rule.id == offer.rule.value.id
        is_special = one.specificity >= OF_PROGRAMME and bool(levels)
        adds = (is_special or bool(levels - spoken)) and not _is_for_adults(one.rule)
        if is_own or adds or (not spoken and _asks_employer(one.rule)):
            spoken |= levels
            yield one.rule
    yield from [one.rule for one in standing if _is_for_adults(one.rule)][:1]


def _is_for_adults(rule: Rule) -> bool:
    return any(isinstance(atom, IsAtLeast) and atom.years >= ADULT for atom in atoms_of(rule.condition))


def _asks_employer(rule: Rule) -> bool:
    return any(isinstance(atom, HasEmployer) for atom in atoms_of(rule.condition))


def _shared_name(offers: Sequence[Offer], desk: RouteDesk) -> str:
    """Return how several offers with one rule are called: with the school where they share it."""
    schools = {desk.school(offer) for offer in offers}
    name, school = desk.plain_name(offers[0]), next(iter(schools))
    return name + (desk.say("at_school", {"school": school}) if len(schools) == 1 and school else "")
