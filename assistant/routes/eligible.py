"""Which offers keep to the constraints: what surely breaks a limit is out, what is not known stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from assistant.routes.distance import nearest_km
from assistant.routes.planner_index import PlannerIndex
from assistant.routes.types import Constraints
from knowledge.catalogue.types import Place, StudyMode

TAKES_THE_WEEK = (StudyMode.BOL, StudyMode.FULL_TIME)
"""Modes that leave no room for a job besides."""

Mask = NDArray[np.bool_]
T = TypeVar("T")


def eligible(index: PlannerIndex, constraints: Constraints, starts: date) -> Mask:
    """Return for each offer whether it keeps to the constraints that look at one offer alone."""
    columns = index.columns
    mask: Mask = columns.last_start >= starts.toordinal()
    if constraints.hours_per_week is not None:
        mask &= columns.hours_low <= constraints.hours_per_week
    modes = excluded_modes(constraints)
    if modes:
        mask &= _allowed(index.modes, lambda mode: mode not in modes)[columns.mode]
    if constraints.excluded_kinds:
        mask &= _allowed(index.kinds, lambda kind: kind not in constraints.excluded_kinds)[columns.kind]
    if constraints.languages:
        mask &= _allowed(index.languages, lambda name: name is None or name in constraints.languages)[
            columns.language
        ]
    if constraints.home is not None and constraints.travel_km is not None:
        near = _near(index.places, constraints.home, constraints.travel_km)[columns.places]
        mask &= near | _allowed(index.modes, lambda mode: mode == StudyMode.ONLINE)[columns.mode]
    return mask


def excluded_modes(constraints: Constraints) -> tuple[StudyMode, ...]:
    """Return the modes that are out, those that leave no room for a job included where one keeps working."""
    return (*constraints.excluded_modes, *(TAKES_THE_WEEK if constraints.keeps_working else ()))


def _allowed(values: tuple[T, ...], is_fine: Callable[[T], bool]) -> Mask:
    return np.array([is_fine(value) for value in values], dtype=bool)


def _near(places: tuple[tuple[Place, ...] | None, ...], home: Place, limit: float) -> Mask:
    distances = [nearest_km(home, some or ()) for some in places]
    return np.array([km is None or km <= limit for km in distances], dtype=bool)
