"""May this person enter: the direct answer, the rule word for word, what remains, who decides, and what would be possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.profile import HIGHER, HeldDiploma, Profile
from assistant.routes.conditions import atoms_of
from assistant.routes.routes_json import verdict_object
from assistant.routes.types import Answer, Atom, Verdict
from assistant.routes.wording_conditions import atom_text, remaining_text
from assistant.types import Outcome
from assistant.understanding.asked_as import AskedAs
from assistant.understanding.person_asks import asks_subjects
from assistant.writing.record_covering import lacks
from assistant.writing.route_abroad import show_other_kinds
from assistant.writing.route_aims import Aim
from assistant.writing.route_assumed import held_in_short, show_assumed
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_fitting import show_fitting
from assistant.writing.route_judging import ADULT, Judged, in_short, judge_for, judge_offer, unknown_of
from assistant.writing.route_levels import open_with
from assistant.writing.route_offers import fit
from assistant.writing.route_rule import show_rule, show_weighing
from assistant.writing.route_steps import show_alternatives
from assistant.writing.seam import Written
from knowledge.catalogue.rules import HasDiploma, HasSubject, IsAtLeast, Unstated
from knowledge.catalogue.types import Offer, OfferKind

MOST_JUDGED = 40
"""Offers of one aim that are judged; more differ in place only."""

MOST_OTHERS = 2


def admission_answer(aim: Aim, desk: RouteDesk) -> Written:
    """Return the answer about entering what is aimed at."""
    judged = [judge_offer(offer, desk) for offer in _candidates(aim)]
    main, *others = _different(judged)
    if desk.talk.wanted.asked_as is not AskedAs.NEED:  # what is asked of is not what somebody has
        show_assumed(desk)
    if aim.is_by_law:
        desk.notice(desk.say("by_law", {"offer": desk.plain_name(main.offer)}))
    if aim.is_elsewhere:
        values = {"offer": desk.plain_name(main.offer), "school": desk.school(main.offer)}
        desk.notice(desk.say("elsewhere", values))
    same = [
        one
        for one in judged
        if one.verdict.answer is main.verdict.answer and one.offer.kind is main.offer.kind
    ]
    schools = list(dict.fromkeys(desk.school(one.offer) for one in same if one.offer.provider.value))
    name = desk.aim_name(aim) if aim.rule_of is not None and not aim.is_elsewhere else ""
    if not name and (len(schools) > 1 or aim.is_elsewhere):
        name = desk.plain_name(main.offer)
    show_verdict(main, desk, name, is_general=aim.rule_of is not None or aim.is_by_law)
    if aim.rule_of is None and len(schools) > 1:
        cited = [
            number for one in _one_per_school(same) for number in desk.of_offer(one.offer, ("Aanbieder",))
        ]
        desk.worded(desk.say("same_at", {"schools": desk.joined(schools)}), cited)
    show_paths(main.offer, desk)
    show_fitting(aim, desk)
    beside = [("other_school", one) for one in others[:MOST_OTHERS]]
    for key, other in (*beside, *(("also_university", one) for one in _at_university(main.offer, desk))):
        values = {"offer": desk.offer_name(other.offer), "verdict": in_short(other.verdict, desk)}
        desk.worded(
            desk.say(key, values),
            desk.of_rule(other.verdict.rules[0], other.offer) if other.verdict.rules else (),
        )
    show_other_kinds(main.offer, desk)
    routes = show_alternatives(aim, main.verdict, desk) if main.verdict.answer is Answer.NO else ()
    asks = ask(main.verdict, desk)
    is_known = main.verdict.answer is not Answer.UNKNOWN or waits_for_age(main.verdict)
    unknown = unknown_of(main.verdict, desk.talk.profile)
    is_said = bool(unknown) and not any(isinstance(atom, Unstated) for atom in unknown)
    if is_said or asks_subjects(desk.talk.wanted):
        is_known = is_known or bool(unknown)  # the rule names the subjects without which it is closed
    if desk.talk.wanted.asked_as is AskedAs.RULE:
        is_known = is_known or not main.verdict.is_national  # the programme's own rule is what was asked
    return desk.written(
        Outcome.ANSWERED if is_known else Outcome.PARTLY,
        () if asks else (desk.say("follow_costs"),),
        routes,
        verdict_object(main.verdict, main.offer, desk.language),
    )


def is_left_to_school(aim: Aim, desk: RouteDesk) -> bool:
    """Say whether the rules leave entry to the school: no offer is open by them, and for one they wait for nothing of the person."""
    verdicts = [judge_offer(offer, desk).verdict for offer in _candidates(aim)]
    if any(one.answer in (Answer.YES, Answer.CONDITIONAL) for one in verdicts):
        return False
    unknown = [unknown_of(one, desk.talk.profile) for one in verdicts if one.answer is Answer.UNKNOWN]
    return any(atoms and all(isinstance(atom, Unstated) for atom in atoms) for atoms in unknown)


def _one_per_school(judged: Sequence[Judged]) -> list[Judged]:
    return list({one.offer.provider.value: one for one in reversed(judged)}.values())[::-1]


OPENS_UNIVERSITY = ("vwo", "de-abitur")
"""Diplomas after which a field may be meant at a university as well as at an hbo."""


def _at_university(offer: Offer, desk: RouteDesk) -> list[Judged]:
    """Return the bachelor of a university in the field that was named, for who may mean that too and said no level or school."""
    wanted = desk.talk.wanted
    held = desk.talk.profile.diplomas or ()
    fields = {(offer.name.value or "").casefold(), *(value for group in wanted.fields for value in group)}
    is_said = wanted.levels or wanted.kinds or wanted.providers
    if offer.kind is not OfferKind.HBO_BACHELOR or is_said:
        return []
    if not any(one.level in OPENS_UNIVERSITY for one in held):
        return []
    in_field = [
        one
        for one in desk.book.index.offers
        if one.kind is OfferKind.WO_BACHELOR and fields & set(one.fields.value or ())
    ]
    there = fit(in_field, wanted)
    return [judge_offer(one, desk) for one in there[:1]]


def _candidates(aim: Aim) -> Sequence[Offer]:
    return [aim.rule_of] if aim.rule_of is not None else aim.offers[:MOST_JUDGED]


def _different(judged: Sequence[Judged]) -> list[Judged]:
    """Return one offer for each different answer or kind, the likeliest offer first."""
    seen: dict[tuple[object, ...], Judged] = {}
    for one in judged:
        text = one.verdict.rules[0].text if one.verdict.rules else ""
        seen.setdefault(
            (one.offer.kind, one.verdict.answer, text if one.verdict.answer is Answer.NO else ""), one
        )
    main, *others = seen.values()
    return [main, *(one for one in others if one.verdict.rules and _is_news(one, main))]


def _is_news(other: Judged, main: Judged) -> bool:
    """Say whether another offer's verdict is worth a line: another school of the same kind that differs, or a way that is
    open where the main one is not.
    """
    if other.verdict.answer is main.verdict.answer:
        return False
    is_open = other.verdict.answer in (Answer.YES, Answer.CONDITIONAL)
    return other.offer.kind is main.offer.kind or (is_open and main.verdict.answer is not Answer.YES)


PATHS = {"vmbo": ("vmbo-bb", "vmbo-kb", "vmbo-tl"), "mbo": ("mbo-2", "mbo-3", "mbo-4")}
"""What a kind of school may mean when its learning path or level was not told."""


def show_paths(offer: Offer, desk: RouteDesk) -> None:
    """Add what the rule says for each diploma that a vague one ("vmbo") may be."""
    if desk.talk.profile.diplomas or not desk.talk.is_vague:
        return
    for level in PATHS[desk.talk.is_vague]:
        found = judge_for(replace(desk.talk.profile, diplomas=(HeldDiploma(level),)), offer, desk).verdict
        values = {"level": desk.level(level), "verdict": in_short(found, desk)}
        if found.rules and (found.answer is not Answer.UNKNOWN or found.unknown):
            desk.worded(desk.say("path", values), desk.of_rule(found.rules[0], offer))


def show_verdict(judged: Judged, desk: RouteDesk, aim_name: str = "", is_general: bool = False) -> None:
    """Add the direct answer, the rule, the way for grown-ups, and who decides. `aim_name` is said instead of the offer's."""
    found, offer = judged.verdict, judged.offer
    name = aim_name or desk.offer_name(offer)
    own = desk.of_offer(offer, ("Niveau", "Vorm", "Aanbieder"))
    if not found.rules:
        desk.worded(desk.say("admission_no_rule", {"offer": name}), own)
        return
    telling = found.rules if waits_for_age(found) or fails_by_age(found) else found.rules[:1]
    cited = tuple(number for rule in telling for number in desk.of_rule(rule, offer))
    held = held_in_short(desk)
    if lacks(held, desk.language.value, (*cited, *own), desk.citer):
        held = desk.say("that_diploma")  # what was told stands above, and no source says it
    ways, of_ways = open_with(offer, desk) if desk.talk.wanted.asked_as is AskedAs.NEED else ((), ())
    if ways:
        values = {"ways": desk.joined(ways, "or"), "offer": name}
        desk.worded(desk.say("admission_not_needed", values), (*of_ways, *own))
    else:
        desk.worded(_direct(found, name, held, desk), (*cited, *own))
    show_rule(found, offer, desk, is_general=is_general)
    if judged.older is not None:
        remaining = desk.joined([remaining_text(one, desk.language) for one in judged.older.remaining])
        rule = next(
            (rule for rule in judged.older.rules if is_for_adults(rule.condition)), judged.older.rules[0]
        )
        desk.worded(desk.say("admission_older", {"remaining": remaining}), desk.of_rule(rule, offer))
    show_weighing(found, offer, desk)
    desk.notice(desk.say("decides"))


def is_for_adults(condition: object) -> bool:
    """Say whether a condition is the way in for grown-ups."""
    return any(isinstance(atom, IsAtLeast) and atom.years >= ADULT for atom in atoms_of(condition))  # type: ignore[arg-type]


def _direct(found: Verdict, name: str, held: str, desk: RouteDesk) -> str:
    values = {
        "offer": name,
        "held": held,
        "remaining": desk.joined([remaining_text(one, desk.language) for one in found.remaining]),
        "unknown": desk.joined([desk.condition(atom) for atom in unknown_of(found, desk.talk.profile)]),
        "failing": desk.joined(
            [atom_text(atom, desk.language) for atom in missing_of(found, desk.talk.profile)]
        ),
    }
    if found.answer is Answer.UNKNOWN:
        unknown = unknown_of(found, desk.talk.profile)
        if unknown and all(isinstance(atom, Unstated) for atom in unknown):
            return desk.say("admission_unstated", values)
        if unknown:
            also = f"{values['unknown']}{_or_in_fields(found, desk)}"
            return desk.say("admission_depends", values | {"unknown": also})
        key = found.question.key if found.question else ""
        if key not in ("profile", "diplomas"):
            told = desk.talk.profile.diplomas or ()
            key = "before" if told and HIGHER.issuperset(one.level for one in told) else ""
        return desk.say(f"admission_open_{key}" if key else "admission_open", values)
    if found.answer is Answer.NO and missing_of(found, desk.talk.profile):
        return desk.say("admission_no_missing", values)
    return desk.say(_key_of(found, desk), values)


def _key_of(found: Verdict, desk: RouteDesk) -> str:
    """Return the phrase for a verdict: with "Ja" or "Nee" only where it is asked whether somebody may enter."""
    manner, is_open = desk.talk.wanted.asked_as, found.answer in (Answer.YES, Answer.CONDITIONAL)
    if manner is AskedAs.NEED and found.answer is Answer.YES:
        return "admission_opens"
    if manner is AskedAs.NEGATED and (is_open or found.answer is Answer.NO):
        return f"admission_{found.answer.value}_plain"
    return f"admission_{found.answer.value}"


def waits_for_age(found: Verdict) -> bool:
    """Say whether nothing but somebody's day of birth decides: the age that is asked for is then the whole answer."""
    return found.answer is Answer.UNKNOWN and all(
        isinstance(one, IsAtLeast) for one in found.unknown or (None,)
    )


def fails_by_age(found: Verdict) -> bool:
    """Say whether somebody is too young, and nothing else is in the way."""
    return found.answer is Answer.NO and all(isinstance(one, IsAtLeast) for one in found.failing or (None,))


def _or_in_fields(found: Verdict, desk: RouteDesk) -> str:
    """Return that the diploma held would do by itself in one of some fields, where its field was not told."""
    levels = {held.level for held in desk.talk.profile.diplomas or ()}
    fields = [
        name
        for atom in found.unknown
        if isinstance(atom, HasDiploma) and levels & set(atom.levels)
        for name in atom.fields
    ]
    return (
        desk.say("or_in_fields", {"fields": desk.joined(list(dict.fromkeys(fields)), "or")}) if fields else ""
    )


def missing_of(found: Verdict, profile: Profile) -> tuple[Atom, ...]:
    """Return the subjects of the diploma held that fail, or the age; another diploma says more than a list of what it could be."""
    if fails_by_age(found):
        return tuple(dict.fromkeys(found.failing))
    held = {one.level: one for one in profile.diplomas or ()}
    told = {
        name
        for one in held.values()
        for name in (*one.missing_subjects, *(("*",) if one.subjects is not None else ()))
    }
    return tuple(
        a
        for a in found.failing
        if isinstance(a, HasSubject) and set(a.levels) & set(held) and ("*" in told or set(a.subjects) & told)
    )


def ask(found: Verdict, desk: RouteDesk) -> bool:
    """Add the one question that decides, at the end; say whether there was one."""
    if desk.talk.is_vague and not desk.talk.profile.diplomas:
        desk.notice(desk.say(f"ask_{desk.talk.is_vague}"))
        return True
    if found.answer is Answer.UNKNOWN and found.question is not None:
        desk.ask(found.question)
        return True
    return False
