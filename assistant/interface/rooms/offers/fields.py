"""The fields of an offer in words, in reading order: pure, plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.interface.rooms.offers.wording import Tongue, level_words, school_words
from knowledge.catalogue.facts import Fact, Stated
from knowledge.catalogue.types import Cost, Offer
from knowledge.catalogue.wording import start_words

FIELDS = (
    "level",
    "mode",
    "provider",
    "places",
    "duration_months",
    "hours_per_week",
    "costs",
    "starts",
    "language",
    "ects",
    "nlqf",
    "grants",
    "numerus_fixus",
    "fields",
    "codes",
    "remark",
)
"""What is shown of an offer, what one asks first in front; who may enter and what comes after have their own place."""

COMPARED = (
    "kind",
    "mode",
    "provider",
    "places",
    "duration_months",
    "hours_per_week",
    "costs",
    "starts",
    "language",
    "ects",
    "rule",
    "grants",
    "numerus_fixus",
    "codes",
)
"""What is set side by side."""


def statements_of(offer: Offer, name: str) -> tuple[Stated[Any], ...]:
    """Return what the sources say about a field, the one to show first in front."""
    fact: Fact[Any] = offer.name if name == "kind" else getattr(offer, name)
    return fact.statements


def is_disputed(offer: Offer, name: str) -> bool:
    """Say whether sources differ about a field."""
    fact: Fact[Any] = getattr(offer, name) if name != "kind" else Fact()
    return fact.is_disputed


def field_words(offer: Offer, name: str, value: Any, tongue: Tongue) -> str:  # noqa: PLR0911 - one line per field
    """Return one statement about a field in words."""
    words = tongue.words
    match name:
        case "kind":
            return level_words(offer, tongue)
        case "level":
            return level_words(offer, tongue) if value == offer.level.value else str(value)
        case "mode":
            return tongue.texts.words.get(f"mode_{value.value}") or words.value("mode", value.value)
        case "provider":
            return words.value("provider", value)
        case "duration_months" | "codes" | "places" | "language":
            return words.field(name, value)
        case "hours_per_week":
            return tongue.fill("hours", {"hours": words.between(value)})
        case "costs":
            return "; ".join(_cost(cost, tongue) for cost in value)
        case "starts":
            return "; ".join(_start(start, tongue) for start in value)
        case "ects":
            return f"{tongue.number(value)} EC"
        case "grants":
            return "; ".join(
                dict.fromkeys(", ".join(p for p in (grant.name, grant.level) if p) for grant in value)
            )
        case "fields":
            return ", ".join(value)
        case "numerus_fixus":
            return tongue.fill("places_limited", {"n": tongue.number(value)})
    return str(value)


def first_words(offer: Offer, name: str, tongue: Tongue) -> str | None:
    """Return the statement about a field that is shown first, None when no source says anything."""
    stated = statements_of(offer, name)
    if name == "provider" and not stated:
        return school_words(offer, tongue)
    return field_words(offer, name, stated[0].value, tongue) or None if stated else None


def unknown_fields(offer: Offer) -> Iterator[str]:
    """Yield the fields that no source says anything about."""
    yield from (name for name in FIELDS if name != "remark" and not statements_of(offer, name))


def _cost(cost: Cost, tongue: Tongue) -> str:
    mode = f", {tongue.words.value('mode', cost.mode.value)}" if cost.mode else ""
    return f"{tongue.words.cost(cost)}{f' {cost.study_year}' if cost.study_year else ''}{mode}"


def _start(start: Any, tongue: Tongue) -> str:
    day = tongue.words.day(start.day) if start.day else start_words(start)
    days: Mapping[str, Any] = {"apply_before": start.apply_before, "ends": start.ends}
    said = [
        tongue.fill(f"start_{name}", {"date": tongue.words.day(one)}) for name, one in days.items() if one
    ]
    return f"{day} ({', '.join(said)})" if said else day
