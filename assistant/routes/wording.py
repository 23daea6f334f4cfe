"""Verdicts, routes, funding and changes as sentences, each with the records and rules that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.profile import is_foreign
from assistant.routes.amounts import day_text, euro_text, hours_text, listed, months_text
from assistant.routes.change_types import Change, Changes, DiplomaChange, StartChange, SubjectChange
from assistant.routes.phrases import all_called, called, say
from assistant.routes.spans import Span
from assistant.routes.types import Answer, DecidingQuestion, FundingVerdict, Route, Routes, Step, Verdict
from assistant.routes.wording_conditions import atom_text, diploma_text, remaining_text
from assistant.types import Language
from knowledge.catalogue.facts import Fact, Provenance
from knowledge.catalogue.rules import HasDiploma
from knowledge.catalogue.types import Offer, OfferState


@dataclass(frozen=True, slots=True)
class Rests:
    """What a sentence rests on: a field of a record, as one source states it."""

    record_id: str
    field: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Worded:
    """A sentence with what it rests on."""

    text: str
    rests_on: tuple[Rests, ...] = ()


def verdict_sentences(verdict: Verdict, offer: Offer, language: Language) -> tuple[Worded, ...]:
    """Return what the rules say about entering an offer, then the rule itself and where it comes from."""
    name = rests_of(offer, "name")
    if not verdict.rules or (verdict.answer is Answer.UNKNOWN and not verdict.unknown):
        return (Worded(say(language, "verdict_no_rule", {"offer": offer_name(offer)}), name),)
    rules = tuple(Rests(rule.id, "condition", rule.provenance) for rule in verdict.rules)
    first = say(
        language,
        f"verdict_{verdict.answer.value}",
        {
            "offer": offer_name(offer),
            "remaining": listed([remaining_text(one, language) for one in verdict.remaining], language),
            "failing": listed([atom_text(atom, language) for atom in verdict.failing], language, "or"),
            "unknown": listed([atom_text(atom, language) for atom in verdict.unknown], language),
        },
    )
    rule = verdict.rules[0]
    year = say(language, "of_year", {"year": verdict.study_year}) if verdict.study_year else ""
    key = "rule_national" if verdict.is_national else "rule_own"
    return (
        Worded(first, (*name, *rules)),
        Worded(say(language, key, {"year": year, "text": rule.text}), rules[:1]),
    )


def question_text(question: DecidingQuestion, language: Language) -> str:
    """Return the deciding question in words; of diplomas only those of the Netherlands are named as examples."""
    values = {"level": "", "levels": "", "fields": "", "subjects": "", "profiles": ""}
    for key, options in question.values.items():
        dutch = (
            [one for one in options if not is_foreign(one)] if question.key == "diplomas" else list(options)
        )
        values[key] = listed(all_called(dutch or options, language), language, "or")
    return say(language, f"question_{question.key}", values)


def routes_sentences(routes: Routes, language: Language) -> tuple[Worded, ...]:
    """Return all that is shown of the routes to a goal, in reading order."""
    if routes.is_reached:
        return (Worded(say(language, "route_reached")),)
    found: list[Worded] = []
    for number, route in enumerate(routes.shown, start=1):
        found += route_sentences(route, number, language)
    if not routes.shown:
        found.append(Worded(say(language, "no_route")))
    if routes.question is not None:
        found.append(Worded(question_text(routes.question, language)))
    if not routes.is_complete:
        found.append(Worded(say(language, "incomplete")))
    return tuple(found)


def route_sentences(route: Route, number: int, language: Language) -> list[Worded]:
    """Return a route: its totals, then each step with its admission and funding."""
    labels = listed([say(language, f"why_{label}") for label in route.labels], language)
    head = say(
        language,
        "route_head",
        {
            "number": number,
            "why": f" ({labels})" if labels else "",
            "months": months_text(route.totals.months, language),
            "euro": euro_text(route.totals.euro, language),
            "hours": hours_text(route.totals.hours, language),
        },
    )
    rests = tuple(
        one
        for step in route.steps
        for one in rests_of(step.offer, "duration_months", "costs", "hours_per_week")
    )
    found = [Worded(head, rests)]
    for place, step in enumerate(route.steps, start=1):
        found += _step_sentences(step, place, language)
    if route.unknown_from is not None:
        found.append(Worded(say(language, "unknown_from", {"number": route.unknown_from})))
    return found


def _step_sentences(step: Step, number: int, language: Language) -> list[Worded]:
    offer = step.offer
    school = (
        say(language, "at_school", {"school": school_name(offer.provider.value)})
        if offer.provider.value
        else ""
    )
    euro = step.funding.net_euro
    text = say(
        language,
        "step",
        {
            "number": number,
            "offer": offer_name(offer),
            "school": school,
            "months": months_text(step.months, language),
            "euro": euro_text(euro, language),
        },
    )
    found = [Worded(text, rests_of(offer, "name", "provider", "duration_months", "costs"))]
    if step.waits_months:
        months = months_text(Span(step.waits_months, step.waits_months), language)
        found.append(Worded(say(language, "step_waits", {"number": number, "months": months})))
    if offer.state is OfferState.UNCONFIRMED:
        found.append(
            Worded(say(language, "step_unconfirmed", {"offer": offer_name(offer)}), rests_of(offer, "name"))
        )
    found += verdict_sentences(step.verdict, offer, language)
    for verdict in step.funding.verdicts:
        if verdict.answer in (Answer.YES, Answer.CONDITIONAL):
            found.append(funding_sentence(verdict, language))
    return found


def funding_sentence(verdict: FundingVerdict, language: Language) -> Worded:
    """Return what a scheme can pay, for whom, where and before which day."""
    scheme = verdict.scheme
    conditions = [remaining_text(one, language) for one in verdict.remaining]
    if verdict.opens is not None:
        conditions.append(say(language, "opens", {"day": day_text(verdict.opens, language)}))
    if scheme.is_unconfirmed:
        conditions.append(say(language, "is_unconfirmed"))
    is_told = verdict.euro.is_known and verdict.euro.high > 0
    euro = euro_text(Span(verdict.euro.high, verdict.euro.high), language)
    before = (
        say(language, "before", {"day": day_text(verdict.apply_by, language)}) if verdict.apply_by else ""
    )
    text = say(
        language,
        f"funding_{verdict.answer.value}" if verdict.answer is not Answer.NO else "funding_unknown",
        {
            "scheme": scheme.name,
            "euro": say(language, "up_to", {"euro": euro}) if is_told else say(language, "unknown_amount"),
            "remaining": listed(conditions, language),
            "applicant": say(
                language, f"applicant_{'person' if scheme.applicant == 'person' else 'employer'}"
            ),
            "where": scheme.where,
            "before": before,
        },
    )
    loan = f" {say(language, 'is_loan')}" if scheme.is_loan else ""
    return Worded(text + loan, (Rests(scheme.id, "condition", scheme.provenance),))


def changes_sentences(changes: Changes, language: Language) -> tuple[Worded, ...]:
    """Return what would open a route, the least first; or that nothing does, and what blocks."""
    if () in changes.sets:
        return (Worded(say(language, "change_nothing")),)
    if not changes.sets and not changes.is_complete:
        return (Worded(say(language, "change_many")),)
    if not changes.sets:
        rules = tuple(
            Rests(rule.id, "condition", rule.provenance)
            for verdict in changes.blocking
            for rule in verdict.rules[:1]
        )
        texts = [rule.text for verdict in changes.blocking for rule in verdict.rules[:1]]
        return (
            Worded(say(language, "change_none")),
            *(Worded(t, (r,)) for t, r in zip(texts, rules, strict=True)),
        )
    lines = [listed([change_text(change, language) for change in some], language) for some in changes.sets]
    found = [
        Worded(say(language, "changes_head")),
        *(Worded(f"{line[:1].upper()}{line[1:]}.") for line in lines),
    ]
    return tuple(found) if changes.is_complete else (*found, Worded(say(language, "incomplete")))


def change_text(change: Change, language: Language) -> str:
    """Return a change in words."""
    if isinstance(change, DiplomaChange):
        held = change.diploma
        atom = HasDiploma((held.level,), held.fields, (held.profile,) if held.profile else ())
        return diploma_text(atom, language, "change_diploma")
    if isinstance(change, SubjectChange):
        levels = say(language, "at_levels", {"levels": called(change.level, language)})
        return say(
            language, "change_subject", {"subject": called(change.subject, language), "levels": levels}
        )
    if isinstance(change, StartChange):
        return say(language, "change_start", {"day": day_text(change.starts_on, language)})
    if change.limit in ("hours", "budget", "distance") and change.to is None:
        return say(language, f"change_{change.limit}_any")
    return say(language, f"change_{change.limit}", {"to": "" if change.to is None else f"{change.to:g}"})


SMALL_WORDS = frozenset({"van", "de", "het", "voor", "en", "in", "oost"})
ABBREVIATED = frozenset({"roc", "han", "ut", "remo", "stodt", "smeot", "duo", "uwv", "rvo"})


def school_name(provider: str) -> str:
    """Return the id of an organisation as people write its name: "roc-van-twente" is "ROC van Twente"."""
    if " " in provider or provider != provider.lower():
        return provider
    words = provider.split("-")
    return " ".join(
        word.upper() if word in ABBREVIATED else word if word in SMALL_WORDS else word.capitalize()
        for word in words
    )


def offer_name(offer: Offer) -> str:
    """Return the name of an offer with its level where that says more."""
    name, level = offer.name.value or offer.id, offer.level.value
    return f"{name} ({level})" if level and level not in name else name


def rests_of(offer: Offer, *fields: str) -> tuple[Rests, ...]:
    """Return what is known of some fields of an offer, as they are shown first."""
    found: Iterable[tuple[str, Fact[object]]] = ((name, getattr(offer, name)) for name in fields)
    return tuple(
        Rests(offer.id, name, fact.provenance) for name, fact in found if fact.provenance is not None
    )
