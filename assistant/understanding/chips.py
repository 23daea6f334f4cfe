"""Filters that a person changed, in the place of those that were read from the words. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.types import Filter
from assistant.understanding.filters import Asked, Surroundings
from assistant.understanding.reading import FACETS
from knowledge.catalogue.queries import Near, OfferFilter

NEAR = re.compile(r"(?P<km>\d+(?:[.,]\d+)?) km (?P<place>\S.*)")
"""The value of a circle: "25 km Zwolle"."""

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def near_value(near: Near, place: str) -> str:
    """Return a circle as the value of a filter."""
    return f"{near.km:g} km {place}"


def with_filters(asked: Asked, filters: Sequence[Filter], surroundings: Surroundings) -> Asked:
    """Return a question of the records limited by `filters` alone; a value that cannot be read does not limit."""
    values = {kind: tuple(one.value for one in filters if one.kind == kind) for kind in KINDS}
    circles = (match for value in values["near"] if (match := NEAR.fullmatch(value)))
    circle = next(circles, None)
    point = surroundings.point(circle["place"]) if circle else None
    near = Near(*point, _number(circle["km"])) if circle and point else None
    places = [name for value in values["place"] for name in (surroundings.places_in(value) or (value,))]
    return replace(
        asked,
        filter=OfferFilter(
            kind=values["kind"],
            level=values["level"],
            mode=values["mode"],
            field=values["field"],
            language=values["language"],
            provider=values["provider"],
            place=tuple(dict.fromkeys(places)),
            start=values["start"],
            all_of=asked.filter.all_of,
            near=near,
            max_months=_most(values["max_months"]),
            max_euro=_most(values["max_euro"]),
            text=" ".join(values["text"]),
        ),
        areas=values["place"],
        near=circle["place"] if circle and near else "",
        applicant=next(iter(values["applicant"]), ""),
    )


KINDS = (*FACETS, "place", "near", "start", "max_months", "max_euro", "text", "applicant")
"""What a filter may limit."""


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _most(values: Sequence[str]) -> float | None:
    """Return the least strict of several limits, None without one."""
    return max((_number(value) for value in values if NUMBER.fullmatch(value)), default=None)
