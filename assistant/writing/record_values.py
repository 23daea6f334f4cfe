"""The value of one field of an offer: in words, cited, and said once where many offers share it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.filters import Asked
from assistant.writing.record_citing import RecordCiter
from assistant.writing.record_costs import cite_cost
from assistant.writing.record_desk import Desk
from assistant.writing.record_words import Words, costs_of_year, costs_text
from knowledge.catalogue.types import Offer, OfferKind

CITED_PARTS = {
    "costs": ("Kosten",),
    "duration_months": ("Duur",),
    "codes": ("Code",),
    "places": ("Plaats",),
    "language": ("Taal",),
    "starts": ("Start",),
    "ects": ("Studielast",),
    "nlqf": ("Niveau",),
    "level": ("Niveau",),
    "rule": ("Toelating",),
}
"""Labels of the parts of a worded offer that hold a field."""

NLQF = "NLQF-niveau"
"""The indicator that gives the level of each diploma: the records of offers are worked out from it."""

FEWEST = 3
"""Offers from which a value that most of them share is said once; two that have all in common are enough."""


@dataclass(frozen=True, slots=True)
class Once:
    """A value that most of some offers share: its field, its words, and the offers that have it."""

    field: str
    text: str
    offers: tuple[Offer, ...]


def shared(offers: Sequence[Offer], asked: Asked, words: Words) -> Once | None:
    """Return the value of the one asked field that most offers share of those where it is known, None where each has its own or more is asked."""
    fields = [name for name in asked.fields if name != "places"]
    if len(fields) != 1 or len(offers) == 1:
        return None
    name = fields[0]
    having: dict[str, list[Offer]] = {}
    for offer in offers:
        if is_known(offer, name, asked.years):
            having.setdefault(value_text(offer, name, asked.years, words), []).append(offer)
    text, found = max(having.items(), key=lambda one: len(one[1]), default=("", []))
    known = sum(map(len, having.values()))
    is_for_most = len(found) == len(offers) or (len(found) >= FEWEST and 2 * len(found) > known)
    return Once(name, text, tuple(found)) if is_for_most else None


def is_known(offer: Offer, name: str, years: tuple[str, ...]) -> bool:
    """Say whether a field of an offer is known, of costs for the year that is asked."""
    if name == "costs":
        return bool(costs_of_year(offer, years)[1])
    return bool(getattr(offer, name).is_known)


def is_of_some_mbo_level(offer: Offer, name: str) -> bool:
    """Say whether all that is known of the level of an offer is that it is mbo: whether it is mbo or hbo is told then."""
    return name == "level" and offer.kind is OfferKind.MBO and not offer.level.is_known


def value_text(offer: Offer, name: str, years: tuple[str, ...], words: Words) -> str:
    """Return a field of an offer with its label, or that it is not known."""
    if name == "costs":
        return _costs_text(offer, years, words)
    fact = getattr(offer, name)
    if is_of_some_mbo_level(offer, name):
        return words.say("level_some_mbo")
    if not fact.is_known:
        return words.say(f"unknown_{name}")
    values: dict[str, str] = {}
    for statement in fact.statements if fact.is_disputed else fact.statements[:1]:
        text = words.field(name, statement.value)
        source = words.source(statement.provenance) if fact.is_disputed else ""
        values.setdefault(text, f"{text} {source}".strip())
    is_translated = name == "rule" and fact.value.text not in values
    label = words.say("label_rule_translated" if is_translated else f"label_{name}")
    return f"{label}: {', '.join(values.values())}"


def _costs_text(offer: Offer, years: tuple[str, ...], words: Words) -> str:
    """Return the costs of one study year, each amount with its source when sources give different ones."""
    year, stated = costs_of_year(offer, years)
    if not stated:
        known = costs_of_year(offer, ())[0]
        key = "unknown_costs_year" if years and known else "unknown_costs"
        return words.fill(key, {"year": ", ".join(years), "known": known})
    label = words.fill("label_costs_year", {"year": year}) if year else words.say("label_costs")
    return f"{label}: {costs_text(stated, words)}"


def cite_value(
    offer: Offer, name: str, years: tuple[str, ...], desk: Desk, citer: RecordCiter
) -> tuple[int, ...]:
    """Cite what `value_text` says; () where it is not known."""
    if name == "costs":
        year, stated = costs_of_year(offer, years)
        found = [cite_cost(offer, cost, year, one.provenance, desk, citer) for cost, one in stated]
        return tuple(number for numbers in found for number in numbers)
    if name == "nlqf":
        return _cite_nlqf(offer, desk, citer)
    fact = getattr(offer, name)
    cited: list[int] = []
    for statement in fact.statements if fact.is_disputed else fact.statements[:1]:
        cited += citer.cite(("offer", offer.id), CITED_PARTS[name], statement.provenance)
    return tuple(cited)


def _cite_nlqf(offer: Offer, desk: Desk, citer: RecordCiter) -> tuple[int, ...]:
    """Cite the offer for its level, and the figure that says at which NLQF level such a diploma is."""
    if not offer.nlqf.is_known:
        return ()
    own = citer.cite(("offer", offer.id), CITED_PARTS["nlqf"], offer.level.provenance)
    level = offer.level.value or ""
    figures = (one for one in desk.catalogue.figures(NLQF) if one.dimensions.get("diploma") == level)
    return (*own, *(n for one in figures for n in citer.cite(("figure", one.id), (), one.provenance)))
