"""One offer from several sources: every statement kept, ranked, in one record.

Two records are the same offer when they have the same id, or the same *merge key*: provider, kind,
study mode, places and name, all folded. A crebo stands in for the name, since it names one qualification;
a CROHO or ISAT code does not, since one code may cover several programmes of one school. The name is taken without the degree
before it ("B Werktuigbouwkunde") and without what stands in brackets behind it. A record without a mode or
place has its own key: it is not poured into each of a provider's variants, which would be a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from knowledge.catalogue.facts import Fact, Stated, ranked
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Occupation, Offer, OfferState, Organisation, Skill

_DEGREE = re.compile(
    r"^(?:b|m|ad|ba|ma|bsc|msc|bachelor|master|associate degree|hbo|wo|opleiding|mbo(?: \d)?)\s+(?:(?:of|in)\s+)?"
)

_STATES = (OfferState.CURRENT, OfferState.UNCONFIRMED, OfferState.ENDED)


def merge_key(offer: Offer) -> str:
    """Return what two records of one offer have in common."""
    crebo = next((code.value for code in offer.codes.value or () if code.kind.casefold() == "crebo"), "")
    places = ",".join(sorted(folded(place.name) for place in offer.places.value or ()))
    mode = offer.mode.value.value if offer.mode.value else ""
    provider = folded(offer.provider.value or "")
    return "|".join(
        (provider, offer.kind.value, crebo or plain_name(offer.name.value or offer.id), mode, places)
    )


def plain_name(name: str) -> str:
    """Return the folded name of a programme without its degree and without what stands in brackets."""
    bare = folded(re.sub(r"\([^)]*\)", " ", name)) or folded(name)
    return _DEGREE.sub("", bare) or bare


def merged_offer(offers: Sequence[Offer]) -> Offer:
    """Return one offer with all statements of `offers`; id and kind are those of the strongest source.

    The state is the most alive one that a source gives.
    """
    if len(offers) == 1:
        return offers[0]
    first = max(offers, key=_strength)
    changed: dict[str, Any] = {name: _together([getattr(offer, name) for offer in offers]) for name in _FACTS}
    state = min((offer.state for offer in offers), key=_STATES.index)
    return replace(first, state=state, **changed)


def _strength(offer: Offer) -> tuple[int, str, str]:
    about = offer.name.provenance
    return (int(about.authority), about.as_of, offer.id) if about else (0, "", offer.id)


_FACTS = tuple(field.name for field in fields(Offer) if "Fact[" in str(field.type))


def _together(facts: Iterable[Fact[Any]]) -> Fact[Any]:
    statements: dict[Stated[Any], None] = {}
    for fact in facts:
        statements.update(dict.fromkeys(fact.statements))
    return ranked(tuple(statements))


def merged_occupation(occupations: Sequence[Occupation]) -> Occupation:
    """Return one occupation with the labels, skills and qualifications of all, in their order.

    Its ISCO code and provenance are those of the newest version that has labels.
    """
    if len(occupations) == 1:
        return occupations[0]
    newest = max(occupations, key=lambda one: (bool(one.labels), one.provenance.as_of))
    labels: dict[str, tuple[str, ...]] = {}
    for one in sorted(occupations, key=lambda one: one.provenance.as_of, reverse=True):
        for language, words in one.labels.items():
            labels[language] = tuple(dict.fromkeys((*labels.get(language, ()), *words)))
    return replace(
        newest,
        labels=labels,
        isco=newest.isco or next((one.isco for one in occupations if one.isco), ""),
        skills=tuple(dict.fromkeys(skill for one in occupations for skill in one.skills)),
        qualifications=tuple(dict.fromkeys(code for one in occupations for code in one.qualifications)),
    )


def merged_skill(skills: Sequence[Skill]) -> Skill:
    """Return one skill with the labels of all."""
    labels: dict[str, tuple[str, ...]] = {}
    for one in skills:
        for language, words in one.labels.items():
            labels[language] = tuple(dict.fromkeys((*labels.get(language, ()), *words)))
    return replace(skills[0], labels=labels)


def merged_organisation(organisations: Sequence[Organisation]) -> Organisation:
    """Return one organisation with all statements, answers and synonyms."""
    if len(organisations) == 1:
        return organisations[0]
    first = organisations[0]
    names = ("place", "region", "phone", "email", "url")
    changed: dict[str, Any] = {
        name: _together([getattr(one, name) for one in organisations]) for name in names
    }
    return replace(
        first,
        answers=tuple(dict.fromkeys(answer for one in organisations for answer in one.answers)),
        synonyms=tuple(dict.fromkeys(word for one in organisations for word in one.synonyms)),
        **changed,
    )


def last_checked(offer: Offer) -> date | None:
    """Return the newest day on which any statement of an offer was checked."""
    days = [
        statement.provenance.checked_on
        for name in _FACTS
        for statement in getattr(offer, name).statements
        if statement.provenance.checked_on
    ]
    return max(days, default=None)
