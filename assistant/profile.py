"""What a person told and confirmed. None is unknown; an empty tuple is "none of these"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PROFILES = ("NT", "NG", "EM", "CM")
"""The profiles of havo and vwo."""

HIGHER = frozenset(["ad", "hbo-bachelor", "hbo-master", "wo-bachelor", "wo-master"])
"""Levels of higher education: who has a diploma of one had another that led there (WHW art. 7.24), or passed a test at 21 (art. 7.29)."""

FORMS_OF_MBO = frozenset(["BOL", "BBL"])
"""Forms of study that mbo alone has (WEB art. 7.2.7)."""

FOREIGN = ("de-", "uk-", "ib", "buitenland")
"""How the levels of diplomas from abroad begin."""


def is_foreign(level: str) -> bool:
    """Say whether a diploma of this level is from abroad."""
    return level.startswith(FOREIGN)


@dataclass(frozen=True, slots=True)
class HeldDiploma:
    """A diploma that a person holds, its level as in knowledge.catalogue.rules; `subjects` are those passed in it (None: not told).

    Where not all subjects were told, `some_subjects` are surely among them and `missing_subjects` surely not; where the
    profile was not told, it is none of `missing_profiles`.
    """

    level: str
    fields: tuple[str, ...] = ()
    profile: str | None = None
    subjects: tuple[str, ...] | None = None
    year: int | None = None
    some_subjects: tuple[str, ...] = ()
    missing_subjects: tuple[str, ...] = ()
    missing_profiles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Experience:
    """Years of work in a field."""

    years: float
    fields: tuple[str, ...] = ()
    occupation: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A person, as far as told. Name, gender and origin have no field: nothing may depend on them."""

    diplomas: tuple[HeldDiploma, ...] | None = None
    birth_date: date | None = None
    age: int | None = None
    """Age today, where no birth date was told."""
    job: str | None = None
    experience: tuple[Experience, ...] | None = None
    has_employer: bool | None = None
    is_recognised_employer: bool | None = None
    languages: dict[str, str] | None = None
    """CEFR level by language code."""
    tests: tuple[str, ...] | None = None
    hours_per_week: float | None = None
    budget_euro: float | None = None
    place: str | None = None
    travel_km: float | None = None
    keeps_working: bool | None = None
    benefits: str | None = None
    """"WW", "bijstand", ... or "" for none."""
    starts_after: date | None = None
