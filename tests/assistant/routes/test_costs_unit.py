"""What a price is paid for is not guessed when a route is added up."""

from __future__ import annotations

import math
from datetime import date

import pytest

from assistant.routes.costs import gross_euro
from assistant.routes.spans import Span
from assistant.types import Language
from assistant.writing.record_words import Words
from knowledge.catalogue.facts import UNKNOWN, Provenance
from knowledge.catalogue.importing.intake import known
from knowledge.catalogue.types import Between, Cost, Offer, OfferKind

ABOUT = Provenance("", "")


@pytest.mark.parametrize(
    ("per", "span"),
    [("", Span(500, 2000)), ("opleiding", Span(500, 500)), ("jaar", Span(2000, 2000)), ("les", Span(500, math.inf))],
)  # fmt: skip
def test_a_price_of_unknown_unit_is_at_least_itself_and_at_most_itself_a_year(per: str, span: Span) -> None:
    costs = (Cost(Between(500, 500), per, ""),)
    months = known(Between(48, 48), ABOUT)
    offer = Offer(
        "x", OfferKind.HBO_BACHELOR, UNKNOWN, UNKNOWN, duration_months=months, costs=known(costs, ABOUT)
    )
    assert gross_euro(offer, date(2026, 9, 1)) == span


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.DUTCH, "785,50 euro (per jaar of voor de hele opleiding staat er niet bij)"),
        (Language.ENGLISH, "785.50 euros (the source does not say whether that is a year or for the whole programme)"),
        (Language.GERMAN, "785,50 Euro (ob pro Jahr oder für die ganze Ausbildung, steht nicht dabei)"),
    ],
)  # fmt: skip
def test_that_a_unit_is_unknown_is_said(language: Language, said: str) -> None:
    assert Words(language, {}).cost(Cost(Between(785.5, 785.5), "", "")) == said


def test_what_costs_nothing_is_free() -> None:
    assert Words(Language.DUTCH, {}).cost(Cost(Between(0, 0), "opleiding", "")) == "0 euro (gratis)"


def test_days_are_not_parts_of_a_month() -> None:
    assert [Words(Language.GERMAN, {}).months(Between(x, x)) for x in (0.07, 2.31, 24)] == ["2 Tage", "10 Wochen", "2 Jahre"]  # fmt: skip
