"""What an offer costs before any funding, as a span of euro over the whole offer."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

from assistant.routes.ages import year_of_start
from assistant.routes.spans import NOTHING, UNKNOWN, Span, span_of
from knowledge.catalogue.types import Cost, Offer

STATUTORY, OF_THE_SCHOOL = "wettelijk collegegeld", "instellingscollegegeld"
"""Two fees of which one pays one; who has the right to the statutory one pays that (WHW art. 7.45a)."""

PER_YEAR, PER_MONTH = "jaar", "maand"
MONTHS_A_YEAR = 12

OFTEN = frozenset({"week", "dag", "dagdeel", "uur", "les", "module", "semester"})
"""What is paid for more than once, and no source says how often."""


def gross_euro(offer: Offer, starts: date) -> Span:
    """Return what the whole offer costs by the newest known prices; unknown when no source names one.

    Of one kind of cost the price of the study year that begins at `starts` counts, else the newest one. A
    price per year counts for the whole length, so it is unknown when the length is. One of which no source says
    whether it is by the year is at least itself, and at most itself for each year.
    """
    costs = offer.costs.value
    if costs is None:
        return UNKNOWN
    year = year_of_start(starts)
    total = NOTHING
    for same in _by_kind(costs):
        chosen = _newest(same, f"{year}-{year + 1}")
        whole = [_over_the_offer(cost, offer) for cost in chosen]
        total = total + Span(min(span.low for span in whole), max(span.high for span in whole))
    return total


def years_of(offer: Offer) -> Span:
    """Return the length in years."""
    months = span_of(offer.duration_months.value)
    return Span(months.low / MONTHS_A_YEAR, months.high / MONTHS_A_YEAR)


def times(amount: Span, count: Span) -> Span:
    """Return a quantity that is paid `count` times; nothing, paid an unknown number of times, is nothing."""
    if amount.high == 0:
        return amount
    high = amount.high * count.high if amount.is_known else amount.high
    return Span(amount.low * count.low, high)


def _by_kind(costs: Iterable[Cost]) -> list[list[Cost]]:
    kinds: dict[str, list[Cost]] = {}
    for cost in costs:
        kinds.setdefault(cost.what, []).append(cost)
    if STATUTORY in kinds:
        kinds.pop(OF_THE_SCHOOL, None)
    return list(kinds.values())


def _newest(same: list[Cost], study_year: str) -> list[Cost]:
    wanted = [cost for cost in same if cost.study_year == study_year]
    newest = max(cost.study_year or "" for cost in same)
    return wanted or [cost for cost in same if (cost.study_year or "") == newest]


def _over_the_offer(cost: Cost, offer: Offer) -> Span:
    price = span_of(cost.euro)
    if not cost.per:
        return Span(price.low, max(price.high, times(price, years_of(offer)).high))
    if cost.per in OFTEN and price.high:
        return Span(price.low, math.inf)
    if cost.per == PER_YEAR:
        return times(price, years_of(offer))
    return times(price, span_of(offer.duration_months.value)) if cost.per == PER_MONTH else price
