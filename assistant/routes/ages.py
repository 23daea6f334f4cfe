"""Ages and days: when a step starts, and which birth dates a told age leaves open."""

from __future__ import annotations

import calendar
import math
from datetime import date, timedelta

from assistant.profile import Profile
from knowledge.catalogue.rules import IsAtLeast, IsYounger

SCHOOL_YEAR_STARTS = (9, 1)
"""Month and day on which a study year begins (WHW art. 1.1 sub k: 1 September)."""

LAST_START = date(2200, 9, 1)
"""Starts are not counted beyond this day."""


def year_of_start(available: date) -> int:
    """Return the year of the first 1 September on or after `available`."""
    return available.year + ((available.month, available.day) > SCHOOL_YEAR_STARTS)


def threshold_day(atom: IsAtLeast | IsYounger, available: date) -> date:
    """Return the day on which an age is counted for a step that can begin from `available` on."""
    last = calendar.monthrange(year_of_start(available), atom.month)[1]
    return date(year_of_start(available), atom.month, min(atom.day, last))


def age_bounds(profile: Profile, today: date) -> tuple[date, date] | None:
    """Return the earliest and the latest birth date that fit what was told; None when nothing was.

    Who is `a` years old today was born after this day `a + 1` years ago, and at the latest on this day `a`
    years ago.
    """
    if profile.birth_date is not None:
        return profile.birth_date, profile.birth_date
    if profile.age is None:
        return None
    return _years_before(today, profile.age + 1) + timedelta(days=1), _years_before(today, profile.age)


def later(day: date, months: float) -> date | None:
    """Return the day that many whole months later; None when it is not known (infinite)."""
    if math.isinf(months):
        return None
    total = min(day.year * 12 + day.month - 1 + int(months), LAST_START.year * 12)
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _years_before(day: date, years: int) -> date:
    year = max(day.year - years, date.min.year + 1)
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))
