"""Small hand-made records for the tests of this room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from knowledge.catalogue.facts import Fact, Provenance, Stated
from knowledge.catalogue.rules import AllOf, Condition, Rule
from knowledge.catalogue.types import Between, Cost, Grant, Offer, OfferKind, Scheme

TODAY = date(2026, 11, 21)
SOURCE = Provenance("https://example.org/opleiding", "2026-03-01", "2026-2027")


def stated(value: object) -> Fact:
    return Fact((Stated(value, SOURCE),))


def rule(condition: Condition, name: str = "regel", text: str = "De regel in woorden.") -> Rule:
    return Rule(name, condition, SOURCE, text)


def offer(name: str, condition: Condition | None = None, level: str = "mbo-4", **facts: object) -> Offer:
    made = Offer(name, OfferKind.MBO, stated(name), stated("school"), level=stated(level))
    if condition is not None:
        made = replace(made, rule=stated(rule(condition, f"regel-{name}")))
    return replace(made, **{key: stated(value) for key, value in facts.items()})


def months(low: float, high: float | None = None) -> Between:
    return Between(low, low if high is None else high)


def price(euro: float, per: str = "opleiding") -> tuple[Cost, ...]:
    return (Cost(Between(euro, euro), per, "cursusprijs"),)


def grant(level: str = "", *fields: str, tests: tuple[str, ...] = ()) -> tuple[Grant, ...]:
    return (Grant(level, fields, "", (), tests),)


def scheme(name: str, **changes: object) -> Scheme:
    made = Scheme(
        name, name, (), "", AllOf(()), SOURCE, "person", "loket", amount_euro=stated(Between(500, 500))
    )
    return replace(made, **changes)
