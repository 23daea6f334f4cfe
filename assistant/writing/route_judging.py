"""What the rules say of an offer to the person of a talk, and that in a few words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.profile import Profile, is_foreign
from assistant.routes.admission import verdict
from assistant.routes.atoms import has_subject_list
from assistant.routes.conditions import atoms_of
from assistant.routes.rules_in_force import spoken_levels
from assistant.routes.types import Answer, Atom, Verdict
from assistant.routes.wording_conditions import remaining_text
from assistant.writing.route_desk import RouteDesk
from knowledge.catalogue.rules import HasDiploma, HasSubject, IsAtLeast, Rule, Unstated
from knowledge.catalogue.types import Offer

ADULT, SCHOOL_AGE, GROWN_UP = 21, 17, 30
"""From 21 there is a test for those without the diploma; somebody of school age and a grown-up stand for the two sides."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An offer with what the rules say; `older` is what they say to a grown-up, where no age was told and it differs."""

    offer: Offer
    verdict: Verdict
    older: Verdict | None = None


def judge_offer(offer: Offer, desk: RouteDesk) -> Judged:
    """Return what the rules say of an offer. Where only somebody of 21 has another way in and no age was told, the answer
    is the one for the diploma, with that way beside it.
    """
    return judge_for(desk.talk.profile, offer, desk)


def judge_for(profile: Profile, offer: Offer, desk: RouteDesk) -> Judged:
    """Return what the rules say of an offer to somebody with this profile: see `judge_offer`."""
    rules = desk.book.index.catalogue.national_rules
    found = _deciding(verdict(profile, offer, rules, desk.today), profile)
    ages = [a.years for rule in found.rules for a in atoms_of(rule.condition) if isinstance(a, IsAtLeast)]
    is_dutch = bool(profile.diplomas) and not any(is_foreign(held.level) for held in profile.diplomas or ())
    if is_dutch and found.answer is Answer.CONDITIONAL and ages and min(ages) >= ADULT:
        by_diploma = verdict(replace(profile, age=SCHOOL_AGE, birth_date=None), offer, rules, desk.today)
        if by_diploma.answer is Answer.UNKNOWN:  # the diploma may be enough: the test is the other way
            return Judged(offer, _deciding(by_diploma, profile), found)
    is_open = profile.age is None and profile.birth_date is None and ages and min(ages) >= ADULT
    if found.answer is not Answer.UNKNOWN or not is_open:
        return Judged(offer, found)
    young = _deciding(verdict(replace(profile, age=SCHOOL_AGE), offer, rules, desk.today), profile)
    older = verdict(replace(profile, age=GROWN_UP), offer, rules, desk.today)
    differs = older.answer in (Answer.YES, Answer.CONDITIONAL) and young.answer is Answer.NO
    return Judged(offer, young, older if differs or older.answer is Answer.CONDITIONAL else None)


USUAL_LEVELS = frozenset(["vmbo-bb", "vmbo-kb", "vmbo-tl", "havo", "vwo", "mbo-2", "mbo-3", "mbo-4"])
"""The diplomas that most people come with."""


def _deciding(found: Verdict, profile: Profile) -> Verdict:
    """Return a verdict with the rule in front that says most about who may enter, where no own rule decides and the answer is
    no, or waits for which diploma it is: of several ways in, one about diplomas from abroad to who has such a one, else the one
    that names the most.
    """
    is_open = found.answer is Answer.UNKNOWN and profile.diplomas is None
    if not (found.answer is Answer.NO or is_open) or not found.is_national:
        return found
    is_abroad = any(is_foreign(held.level) for held in profile.diplomas or ())

    def tells(rule: Rule) -> tuple[bool, int]:
        levels = spoken_levels(rule.condition)
        return not (is_abroad and any(map(is_foreign, levels))), -len(levels & USUAL_LEVELS)

    return replace(found, rules=tuple(sorted(found.rules, key=tells)))


def in_short(found: Verdict, desk: RouteDesk) -> str:
    """Return a verdict in a few words."""
    remaining = desk.joined([remaining_text(one, desk.language) for one in found.remaining])
    unknown = desk.joined([desk.condition(atom) for atom in found.unknown[:2]])
    return desk.say(f"verdict_{found.answer.value}", {"remaining": remaining, "unknown": unknown})


def unknown_of(found: Verdict, profile: Profile) -> tuple[Atom, ...]:
    """Return what an undecided verdict waits for, as far as a person can say it at once: subjects of the diploma held, or of
    the school before it where only what came after school was told.

    () when a wider fact is missing (a diploma, a profile): then the question says it better.
    """
    levels = {held.level for held in profile.diplomas or ()}
    is_after_school = bool(levels) and not any(map(has_subject_list, levels))
    subjects = tuple(
        a
        for a in found.unknown
        if isinstance(a, HasSubject) and (is_after_school or not a.levels or levels & set(a.levels))
    )
    if subjects and not any(
        isinstance(a, HasDiploma) and a.profiles and levels & set(a.levels) for a in found.unknown
    ):
        return subjects
    if found.unknown and all(isinstance(a, IsAtLeast) for a in found.unknown):
        return tuple(dict.fromkeys(found.unknown))
    unstated = tuple(a for a in found.unknown if isinstance(a, Unstated))
    return unstated if unstated and len(unstated) == len(found.unknown) else ()
