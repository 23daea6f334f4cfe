"""Which figures a query means: looked up among the figures as they are, with what is asked and is not there. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from assistant.understanding.figure_query import FigureQuery
from assistant.understanding.figure_words import GENDER, INSTITUTION, host_words
from assistant.understanding.figure_years import shifted
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Figure

WHOLE = "Nederland"
"""The region that stands for all others."""

MOST_SHOWN = 24
"""Figures of one answer; more of them are a page of its own."""

Slots = tuple[str, str, str, str]
"""Institution, region, gender and year of one figure; "" for all institutions or genders."""


@dataclass(frozen=True, slots=True)
class Found:
    """The figures that a query means, in order; `missing` are the slots without one.

    `series` are all figures of the indicator. `axis` is the place in `Slots` by which the figures differ, -1 where they differ in
    none or several ways.
    """

    figures: tuple[Figure, ...]
    missing: tuple[Slots, ...]
    series: tuple[Figure, ...]
    disputed: frozenset[str] = frozenset()

    @property
    def axis(self) -> int:
        """The place in `Slots` by which the figures differ, -1 where they differ in none or in several ways."""
        rows = [slots_of(figure) for figure in self.figures]
        differing = [place for place in range(4) if len({row[place] for row in rows}) > 1]
        return differing[0] if len(differing) == 1 else -1


def slots_of(figure: Figure) -> Slots:
    """Return what a figure is of."""
    dimensions = figure.dimensions
    return (dimensions.get(INSTITUTION, ""), figure.region, dimensions.get(GENDER, ""), figure.period)


def found_of(query: FigureQuery, series: Sequence[Figure]) -> Found:
    """Return the figures of a query among all of its indicator: those of the source that it names, where that has any."""
    series = [one for one in series if host_words(one).intersection(query.sources)] or series
    by_slots: dict[Slots, list[Figure]] = {}
    for figure in series:
        by_slots.setdefault(slots_of(figure), []).append(figure)
    wanted = _wanted(query, list(by_slots))[:MOST_SHOWN]
    figures = tuple(figure for slots in wanted for figure in by_slots.get(slots, ()))
    disputed = frozenset(
        figure.id for slots in wanted if len(by_slots.get(slots, ())) > 1 for figure in by_slots[slots]
    )
    return Found(figures, tuple(slots for slots in wanted if slots not in by_slots), tuple(series), disputed)


def _wanted(query: FigureQuery, have: Sequence[Slots]) -> list[Slots]:
    """Return the slots that are asked, whether there is a figure of them or not."""
    each = query.each or _axis_of_most(query)
    institutions = query.institutions or ("",)
    regions = tuple(dict.fromkeys(_region(one, have) for one in query.regions)) or (WHOLE,)
    genders = query.genders or ("",)
    years = _years(query, sorted({slots[3] for slots in have}))
    asked: list[Sequence[str]] = [institutions, regions, genders, years]
    if each:
        place = ("institutions", "regions", "genders", "years").index(each)
        asked[place] = _all_of(place, asked, have)
    rows = [(one, two, three, four) for one, two, three, four in product(*asked)]
    return sorted(rows, key=lambda row: row[3]) if len(years) > 1 and len(rows) == len(years) else rows


def _axis_of_most(query: FigureQuery) -> str:
    """Return the axis that "wie had de meeste" is about when it names none."""
    is_compared = any(
        len(values) > 1 for values in (query.institutions, query.regions, query.genders, query.years)
    )
    if query.wanted not in ("most", "least") or is_compared:
        return ""
    return "regions" if query.institutions else "institutions"


def _all_of(place: int, asked: Sequence[Sequence[str]], have: Sequence[Slots]) -> list[str]:
    """Return the values of an axis that have a figure beside the other values asked; not those of all together."""
    others = [number for number in range(4) if number != place]
    found = (
        slots[place]
        for slots in have
        if all(slots[number] in asked[number] for number in others) and slots[place]
    )
    return [value for value in dict.fromkeys(found) if not (place == 1 and value == WHOLE)]


def _region(region: str, have: Sequence[Slots]) -> str:
    return next((slots[1] for slots in have if folded(slots[1]) == folded(region)), region)


def _years(query: FigureQuery, have: Sequence[str]) -> tuple[str, ...]:
    """Return the years asked: the newest where none is, the ends of a change, all between for a stretch that is not one."""
    named = tuple(dict.fromkeys(_year(one, have) for one in query.years))
    if query.is_since and len(named) == 1:
        named = (named[0], have[-1])
    if query.wanted == "change" and len(named) < 2:
        named = (have[0], have[-1]) if not named else tuple(dict.fromkeys((have[0], *named)))
    if query.is_span and query.wanted == "" and len(named) == 2:
        between = tuple(year for year in have if min(named) <= year <= max(named))
        return between if {min(named), max(named)} <= set(between) else named
    return named or (shifted(have[-1], query.away),)


def _year(year: str, have: Sequence[str]) -> str:
    """Return a study year that there is a figure of for its first calendar year ("2025" of "2025-2026")."""
    return year if year in have else next((one for one in have if one.startswith(f"{year}-")), year)
