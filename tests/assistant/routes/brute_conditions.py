"""Conditions of rules once more, written plainly: for the brute force that the planner is checked against.

Nothing here imports the code under test but its data classes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.profile import HeldDiploma, Profile
from knowledge.catalogue import rules as r

FAILS, UNKNOWN, OPEN, HOLDS = 0, 1, 2, 3
INFINITE = math.inf
LONGEST_WAIT = 160
"""Nobody in the random cases is more than thirteen years too young."""


@dataclass(frozen=True)
class Now:
    """A person at the moment of a step."""

    profile: Profile
    today: date
    first_day: date
    months: float
    taught: frozenset[str]
    only_present_employer: bool


def truth(condition: Any, now: Now) -> int:
    match condition:
        case r.AllOf(parts):
            return min([truth(part, now) for part in parts] + [HOLDS])
        case r.AnyOf(parts):
            return max([truth(part, now) for part in parts] + [FAILS])
        case r.AtLeast(count, parts):
            return at_least(count, [truth(part, now) for part in parts])
        case r.HasDiploma():
            return told(now, [diploma(condition, held) for held in now.profile.diplomas or ()])
        case r.HasSubject():
            return told(now, subjects(condition, now.profile.diplomas or ()))
        case r.IsAtLeast():
            return age(condition, now)
        case r.HasExperience():
            return experience(condition, now)
        case r.HasEmployer():
            return employer(condition, now)
        case r.SpeaksAtLeast(language, level):
            order = ["A1", "A2", "B1", "B2", "C1", "C2"]
            mine = (now.profile.languages or {}).get(language)
            if mine is None or mine not in order or level not in order:
                return UNKNOWN
            return HOLDS if order.index(mine) >= order.index(level) else FAILS
        case r.PassedTest(name):
            if name in (now.profile.tests or ()):
                return HOLDS
            return FAILS if name in now.taught else OPEN
        case r.MustDo():
            return OPEN
        case r.Unstated():
            return UNKNOWN
    raise AssertionError(condition)


def at_least(count: int, truths: list[int]) -> int:
    """The best level at which enough parts are at least that true."""
    for level in (HOLDS, OPEN, UNKNOWN):
        if sum(one >= level for one in truths) >= count:
            return level
    return FAILS


def told(now: Now, truths: list[int]) -> int:
    return UNKNOWN if now.profile.diplomas is None else max([*truths, FAILS])


def diploma(condition: r.HasDiploma, held: HeldDiploma) -> int:
    if held.level not in condition.levels:
        return FAILS
    result = HOLDS
    if condition.fields and not any(name in held.fields for name in condition.fields):
        result = FAILS if held.fields else UNKNOWN
    if condition.profiles and held.profile not in condition.profiles:
        result = min(result, UNKNOWN if held.profile is None else FAILS)
    return result


def subjects(condition: r.HasSubject, diplomas: Sequence[HeldDiploma]) -> list[int]:
    """Of who tells no diploma of a school it is not known which subjects they had there."""
    with_subjects = [held for held in diplomas if held.level in condition.levels or secondary(held)]
    return [subject(condition, held) for held in diplomas] if with_subjects or not diplomas else [UNKNOWN]


def secondary(held: HeldDiploma) -> bool:
    return held.level.split("-")[0] in ("vmbo", "havo", "vwo", "mavo") or held.level[2:3] == "-"


def subject(condition: r.HasSubject, held: HeldDiploma) -> int:
    if condition.levels and held.level not in condition.levels:
        return FAILS
    if held.subjects is None:
        return UNKNOWN if condition.levels or secondary(held) else FAILS
    return HOLDS if any(name in held.subjects for name in condition.subjects) else FAILS


def experience(condition: r.HasExperience, now: Now) -> int:
    work = now.profile.experience
    if condition.years <= 0:
        return HOLDS
    if work is None:
        return UNKNOWN
    fits = [w for w in work if not condition.fields or any(name in w.fields for name in condition.fields)]
    vague = [w for w in work if condition.fields and not w.fields]
    if sum(w.years for w in fits) >= condition.years:
        return HOLDS
    return UNKNOWN if sum(w.years for w in [*fits, *vague]) >= condition.years else FAILS


def employer(condition: r.HasEmployer, now: Now) -> int:
    has, recognised = now.profile.has_employer, now.profile.is_recognised_employer
    if has is True and (not condition.is_recognised or recognised is True):
        return HOLDS
    if not now.only_present_employer:
        return OPEN
    return UNKNOWN if has is None or (has is True and recognised is None) else FAILS


def age(condition: r.IsAtLeast, now: Now) -> int:
    born = births(now)
    if not born:
        return UNKNOWN
    reached = [
        years_on(threshold(condition, now.first_day, now.months), day) >= condition.years for day in born
    ]
    return HOLDS if all(reached) else UNKNOWN if any(reached) else FAILS


def births(now: Now) -> list[date]:
    """The first and the last possible birth date."""
    if now.profile.birth_date is not None:
        return [now.profile.birth_date]
    if now.profile.age is None:
        return []
    latest = date(now.today.year - now.profile.age, now.today.month, now.today.day)
    earliest = date.fromordinal(date(latest.year - 1, latest.month, latest.day).toordinal() + 1)
    return [earliest, latest]


def threshold(condition: r.IsAtLeast, first_day: date, months: float) -> date:
    """The day on which age counts: in the year of the first 1 September after so many whole months."""
    count = first_day.year * 12 + (first_day.month - 1) + math.floor(months)
    year, month = count // 12, count % 12 + 1
    year += (month, first_day.day) > (9, 1)
    return date(year, condition.month, condition.day)


def years_on(day: date, born: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
