"""Which figures belong together, and what a reader must know of one: pure, from a data file."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.catalogue.facts import Authority
from knowledge.catalogue.types import Figure
from knowledge.data_files import read_data

OTHER = "other"
FEWEST_FOR_A_PAGE = 4
"""Figures of an indicator that no subject names, from which on it has a page of its own."""

OLD_YEARS = 3
"""A newest figure of so many years ago or more is marked as old: most of these are counted each year."""

YEAR = re.compile(r"(?:19|20)\d\d")
PERIOD_OF_A_LINE = re.compile(r"(?:19|20)\d\d(?:-(?:19|20)\d\d)?")
"""A year or a study year: periods that follow each other on an axis."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Figures that are looked at together. `title` is "" where the texts of the room hold one."""

    id: str
    figures: tuple[Figure, ...]
    title: str = ""

    @property
    def is_series(self) -> bool:
        """Whether it is one indicator in one unit over several years: what can be drawn as lines."""
        kinds = {(figure.indicator, figure.unit) for figure in self.figures}
        periods = {figure.period for figure in self.figures}
        return (
            len(kinds) == 1
            and len(periods) > 1
            and all(PERIOD_OF_A_LINE.fullmatch(period) for period in periods)
        )

    @property
    def periods(self) -> tuple[str, ...]:
        """Its periods in order."""
        return tuple(sorted({figure.period for figure in self.figures}))

    @property
    def regions(self) -> tuple[str, ...]:
        """Its regions in order of the alphabet, the whole country first."""
        return tuple(
            sorted({figure.region for figure in self.figures}, key=lambda one: (one != COUNTRY, one))
        )

    def dimension(self, name: str) -> tuple[str, ...]:
        """Return the values of a dimension in order, () when it does not tell figures apart."""
        values = {figure.dimensions[name] for figure in self.figures if name in figure.dimensions}
        return tuple(sorted(values)) if len(values) > 1 else ()


COUNTRY = "Nederland"


def subjects_of(figures: Iterable[Figure]) -> tuple[Subject, ...]:
    """Return the subjects that have figures, in the order of the data file, then the others by name.

    A value that is no number (infinite, or none at all) is left out.
    """
    groups: dict[str, list[Figure]] = {name: [] for name in _data()["subjects"]}
    rest: dict[str, list[Figure]] = {}
    for figure in figures:
        if not math.isfinite(figure.value):
            continue
        name = subject_of(figure.indicator)
        (groups[name] if name else rest.setdefault(figure.indicator, [])).append(figure)
    found = [Subject(name, tuple(group)) for name, group in groups.items() if group]
    own = {name: group for name, group in sorted(rest.items()) if len(group) >= FEWEST_FOR_A_PAGE}
    found += [Subject(name, tuple(group), title=name) for name, group in own.items()]
    left = tuple(figure for name, group in sorted(rest.items()) if name not in own for figure in group)
    return (*found, Subject(OTHER, left)) if left else tuple(found)


def subject_of(indicator: str) -> str:
    """Return the id of the subject that names an indicator, "" when none does."""
    for name, patterns in _data()["subjects"].items():
        for pattern in patterns:
            is_beginning = pattern.endswith("*")
            if indicator.startswith(pattern[:-1]) if is_beginning else indicator == pattern:
                return str(name)
    return ""


def marks_of(figure: Figure, newest: Mapping[tuple[str, str], int], today: date) -> tuple[str, ...]:
    """Return what must be said beside a number: "provisional", "estimated", "incomplete", "goal", "derived", "old".

    A number for years to come is an estimate, unless it is a goal; a study year that runs now is not to come.
    """
    about = figure.provenance
    text = f"{figure.indicator} {figure.period} {about.as_of} {about.note}".casefold()
    found = [name for name, words in _data()["marks"].items() if any(word in text for word in words)]
    if "goal" not in found and "estimated" not in found and _is_to_come(figure.period, today):
        found.append("estimated")
    if about.authority is Authority.DERIVED:
        found.append("derived")
    year = newest.get((figure.indicator, figure.region))
    if year is not None and today.year - year >= OLD_YEARS:
        found.append("old")
    return tuple(found)


def _is_to_come(period: str, today: date) -> bool:
    years = [int(year) for year in YEAR.findall(period)]
    is_study_year = len(years) == 2 and years[1] == years[0] + 1
    return bool(years) and (years[0] if is_study_year else years[-1]) > today.year


def newest_years(figures: Sequence[Figure]) -> dict[tuple[str, str], int]:
    """Return the newest year that figures of an indicator for a region speak of; those without a year are left out."""
    found: dict[tuple[str, str], int] = {}
    for figure in figures:
        year = year_of(figure)
        if year is not None:
            key = (figure.indicator, figure.region)
            found[key] = max(found.get(key, year), year)
    return found


def year_of(figure: Figure) -> int | None:
    """Return the last year of its period, else of its source's date, None when neither names one."""
    for text in (figure.period, figure.provenance.as_of):
        years = YEAR.findall(text)
        if years:
            return max(map(int, years))
    return None


@cache
def _data() -> Mapping[str, Any]:
    raw: Mapping[str, Any] = read_data(Path(__file__).parent / "subjects.yaml")
    return raw
