"""Says first what of a question an answer about entry or a route is not about: a school, form or programme that no source has.

What was named is never dropped silently: another school's rule or another field's programme is no answer by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.routes.phrases import called
from assistant.types import Outcome, Sentence, SentenceKind
from assistant.understanding.conditions import condition_told
from assistant.understanding.person_asks import WIDE_FIELDS
from assistant.understanding.schools_elsewhere import schools_elsewhere
from assistant.understanding.told import Wanted
from assistant.writing.joining import added
from assistant.writing.route_book import RouteBook
from assistant.writing.route_desk import RouteDesk, route_phrases
from assistant.writing.route_offers import fitting, kind_and_level
from assistant.writing.seam import Written
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer, Organisation

SURE = (Outcome.ANSWERED, Outcome.PARTLY)
MOST_OTHERS = 3
"""Programmes that are named in the place of one that no source has."""


def with_lacks_said(answer: Written, text: str, desk: RouteDesk) -> Written:
    """Return an answer with what `text` asks for and no source has said first."""
    if answer.outcome not in SURE:
        return answer
    said = (
        *_condition_unknown(text, desk),
        *(_programme_lacking(desk) or _school_lacking(answer, text, desk)),
    )
    if not said:
        return answer
    citations = list(answer.citations)  # of an answer from another desk, too
    cited = {number for one in said for number in one.citations}
    numbers = added([one for one in desk.citer.citations if one.number in cited], citations)
    first = [replace(one, citations=tuple(numbers[number] for number in one.citations)) for one in said]
    return replace(
        answer,
        sentences=(*first, *answer.sentences),
        citations=tuple(citations),
        outcome=Outcome.PARTLY,
    )


def _condition_unknown(text: str, desk: RouteDesk) -> tuple[Sentence, ...]:
    """Return that no source says what somebody's health or past means for what they want; () where they told nothing of it."""
    condition = condition_told(text, desk.language)
    said = desk.say("condition_unknown", {"condition": condition}) if condition else ""
    return (Sentence(said, SentenceKind.NOTICE, desk.language.value),) if said else ()


def lacking_answer(desk: RouteDesk) -> Written | None:
    """Return that a programme is not known, with those that are, where nothing else can be said; None where it is known."""
    said = _programme_lacking(desk)
    return Written(said, tuple(desk.citer.citations), Outcome.PARTLY) if said else None


def _programme_lacking(desk: RouteDesk) -> tuple[Sentence, ...]:
    """Return that no programme is known of a level in a field, form or school that are asked together; () where one may be."""
    wanted = desk.talk.wanted
    if not (wanted.levels or wanted.kinds):
        return ()
    if any(id_ in desk.book.by_law for group in wanted.offers for id_ in group):
        return ()  # the answer says so itself
    of_subject = _of_subject(wanted, desk.book)
    if not of_subject:
        return _sector_lacking(wanted, desk)
    if _may_be(of_subject, wanted):
        return ()
    others = fitting(of_subject, replace(wanted, places=(), providers=(), modes=())) or fitting(
        of_subject, Wanted(providers=wanted.providers, modes=wanted.modes)
    )
    named = {desk.offer_name(one): one for one in reversed(others)}
    few = list(dict.fromkeys(desk.offer_name(one) for one in others))[:MOST_OTHERS]
    language = desk.language.value
    notice = Sentence(
        desk.say("programme_lacking", {"goal": _goal(wanted, desk)}), SentenceKind.NOTICE, language
    )
    if not few:
        return (notice,)
    cited = [n for name in few for n in desk.of_offer(named[name], ("Aanbieder", "Vorm", "Niveau"))]
    text = desk.say("programme_others", {"offers": desk.joined(few)})
    return (notice, Sentence(text, SentenceKind.WORDED, language, tuple(dict.fromkeys(cited))))


def _sector_lacking(wanted: Wanted, desk: RouteDesk) -> tuple[Sentence, ...]:
    """Return that a school is not known to teach a level of mbo or of higher education at all ("mbo-4 bij Saxion"); () where one may."""
    kind, _ = kind_and_level(wanted.levels, wanted.kinds[0] if wanted.kinds else ())
    if not wanted.providers or any(desk.book.teaches(one, kind) for one in wanted.providers):
        return ()
    schools = [desk.book.book.organisations.get(one, one) for one in wanted.providers]
    said = desk.say("school_dropped", {"schools": desk.joined(schools)})
    return (Sentence(said, SentenceKind.NOTICE, desk.language.value),)


def _may_be(offers: Iterable[Offer], wanted: Wanted) -> bool:
    """Say whether one of some offers is what is wanted, or may be it: its school or form is not known."""
    at_level = fitting(offers, replace(wanted, places=(), providers=(), modes=()))
    return any(
        (not wanted.providers or one.provider.value is None or one.provider.value in wanted.providers)
        and (not wanted.modes or one.mode.value is None or one.mode.value.value in wanted.modes)
        for one in at_level
    )


def _goal(wanted: Wanted, desk: RouteDesk) -> str:
    """Return what is wanted in the reader's words: "een Associate degree (Ad) mechatronica in deeltijd bij Saxion"."""
    kind, level = kind_and_level(wanted.levels, wanted.kinds[0] if wanted.kinds else ())
    offers = [id_ for group in wanted.offers for id_ in group]
    named = min(
        (desk.book.offers[id_].name.value or "" for id_ in offers if id_ in desk.book.offers),
        key=len,
        default="",
    )
    fields = [value for group in wanted.fields for value in group]
    subject = called(fields[0], desk.language) if fields else named
    what = route_phrases(desk.language).get(f"aim_{level or kind.value}", level or kind.value)
    form = desk.say("in_mode", {"mode": desk.words.value("mode", wanted.modes[0])}) if wanted.modes else ""
    school = desk.book.book.organisations.get(wanted.providers[0], "") if wanted.providers else ""
    at = desk.say("at_school", {"school": school}) if school else ""
    return f"{what} {subject}".strip() + form + at


def _of_subject(wanted: Wanted, book: RouteBook) -> list[Offer]:
    """Return the programmes of the name or the field that is wanted; [] for a field so wide that it limits nothing."""
    named = {id_ for group in wanted.offers for id_ in group}
    fields = {value for group in wanted.fields for value in group}
    if not named and fields <= WIDE_FIELDS:
        return []
    return [one for one in book.index.offers if one.id in named or fields & set(one.fields.value or ())]


def _school_lacking(answer: Written, text: str, desk: RouteDesk) -> tuple[Sentence, ...]:
    """Return that a school that is asked for is not in the answer; () where all are, or one of two."""
    wanted = desk.talk.wanted.providers
    dropped = [] if wanted else list(schools_elsewhere(text))
    if wanted:
        organisations = [one for one in desk.book.book.catalogue.providers() if one.id in wanted]
        whole = desk.talk.wanted
        at_school = [replace(whole, providers=(one.id,), places=()) for one in organisations]
        subject = _of_subject(whole, desk.book)
        lacking = [
            one for one, there in zip(organisations, at_school, strict=True) if not fitting(subject, there)
        ]
        dropped = _not_in(answer, lacking, desk)
        dropped = dropped if len(dropped) == len(organisations) else []
    said = desk.say("school_dropped", {"schools": desk.joined(dropped)}) if dropped else ""
    return (Sentence(said, SentenceKind.NOTICE, desk.language.value),) if said else ()


def _not_in(answer: Written, organisations: Iterable[Organisation], desk: RouteDesk) -> list[str]:
    """Return the names of schools of which an answer neither speaks nor has a programme."""
    texts = folded(" ".join(one.text for one in answer.sentences))
    offers = (desk.book.offers.get(one.id) for one in answer.records if one.kind == "offer")
    having = {offer.provider.value for offer in offers if offer is not None}
    return [one.name for one in organisations if one.id not in having and not _is_named(one, texts)]


def _is_named(one: Organisation, texts: str) -> bool:
    names: Sequence[str] = (one.name, *one.synonyms)
    padded = f" {texts} "
    return any(f" {folded(name)} " in padded for name in names)
