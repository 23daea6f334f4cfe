"""Lengths of time and amounts of money as people say them: a course of two days is not 0.07 months. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from knowledge.catalogue.types import Between

MONTHS_A_YEAR = 12
WEEKS_A_MONTH = 52 / 12
DAYS_A_MONTH = 365 / 12

OF_ROUNDING = 0.0051
"""How far a length in months may be off: records keep two decimals."""

HALVES = 2
"""A course lasts whole or half days."""

LONGEST_IN_DAYS = 1.0
"""Months from which half days say less than a part of a month does."""


class Unit(StrEnum):
    """What a length is counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def in_units(months: Between) -> tuple[Between, Unit]:
    """Return a length in the unit in which people say it: whole years, whole months, else whole weeks or half days.

    What is whole in none of these stays in months.
    """
    ends = (months.low, months.high)
    if months.low > 0 and all(end % MONTHS_A_YEAR == 0 for end in ends):
        return Between(months.low / MONTHS_A_YEAR, months.high / MONTHS_A_YEAR), Unit.YEAR
    if all(float(end).is_integer() for end in ends):
        return months, Unit.MONTH
    for unit, a_month, parts in ((Unit.WEEK, WEEKS_A_MONTH, 1), (Unit.DAY, DAYS_A_MONTH, HALVES)):
        counts = [round(end * a_month * parts) / parts for end in ends]
        near = all(abs(count / a_month - end) <= OF_ROUNDING for count, end in zip(counts, ends, strict=True))
        is_short = unit is not Unit.DAY or months.high < LONGEST_IN_DAYS or _is_of_days(ends, counts)
        if near and is_short and counts[0] > 0:
            return Between(counts[0], counts[1]), unit
    return months, Unit.MONTH


def _is_of_days(ends: Sequence[float], counts: Sequence[float]) -> bool:
    """Say whether lengths of months are whole days that nobody says in months: 1.32 months are 40 days, and 1.5 months are said so."""
    return all(count.is_integer() for count in counts) and not any(
        round(end * TENTHS, 1).is_integer() for end in ends
    )


TENTHS = 10
"""Parts of a month that people say."""


def cents(amount: float) -> str:
    """Return an amount in plain figures with a point: whole euros without cents, others with two: "785.50"."""
    return str(int(amount)) if float(amount).is_integer() else f"{amount:.2f}"
