"""What is too old to be given as current, and how that is said. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

YEARS_CURRENT = 2
"""Study years after which a fact is given with the remark that it may have changed."""

STUDY_YEAR_BEGINS = 9
"""The month in which a study year begins (art. 1.1 WHW: 1 September)."""

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ENDED = re.compile(
    r"\b(?:gestopt|beëindigd|vervallen|afgeschaft|stopte|achterhaald|was|waren|werd|werden|gaf|kreeg|had)\b",
    re.IGNORECASE,
)
"""A sentence about what is over does not pretend to be current."""


def oldest_current(today: date) -> int:
    """Return the first year of which a fact counts as current."""
    study_year = today.year if today.month >= STUDY_YEAR_BEGINS else today.year - 1
    return study_year - YEARS_CURRENT


def year_of(as_of: str) -> int | None:
    """Return the year of a date as a source gives it ("2017-05", "ca. 2021", "2024-2025": the last), None without one."""
    found = YEAR.findall(as_of)
    return max(map(int, found)) if found else None


def outdated(dates: Iterable[str], today: date) -> tuple[int, ...]:
    """Return the years that are too old to be current, oldest first."""
    years = {year for as_of in dates if (year := year_of(as_of)) is not None}
    return tuple(sorted(year for year in years if year < oldest_current(today)))


def speaks_as_current(sentence: str, as_of: str) -> bool:
    """Say whether a sentence does not say itself from when it is, or that it is over."""
    year = year_of(as_of)
    return year is None or (str(year) not in sentence and ENDED.search(sentence) is None)
