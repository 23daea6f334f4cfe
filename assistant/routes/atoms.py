"""Whether one condition without parts holds for a person at the moment of a step.

Reading of what was told: `None` is not told; a diploma without fields, profile or subjects is one of which
those were not told. Subjects belong to secondary diplomas and to foreign ones; a diploma of another level
has none to tell about, unless it names them.
"""

from __future__ import annotations

from datetime import date

from assistant.profile import HIGHER, HeldDiploma, Profile
from assistant.routes.ages import age_bounds, threshold_day
from assistant.routes.types import Atom, Person, Truth
from knowledge.catalogue.rules import (
    HasDiploma,
    HasEmployer,
    HasExperience,
    HasSubject,
    IsAtLeast,
    IsYounger,
    MustDo,
    PassedTest,
    ReceivesBenefit,
    SpeaksAtLeast,
)

CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")
"""Levels of the Common European Framework of Reference, from low to high."""

_SUBJECT_LEVELS = ("vmbo", "havo", "vwo", "mavo")


def truth_of(atom: Atom, person: Person) -> Truth:  # noqa: PLR0911
    """Return the truth of one condition without parts."""
    profile = person.profile
    if isinstance(atom, HasDiploma):
        return (
            _best(holds_by_diploma(atom, held) for held in profile.diplomas or ())
            if _told(profile)
            else Truth.UNKNOWN
        )
    if isinstance(atom, HasSubject):
        return _subject(atom, profile) if _told(profile) else Truth.UNKNOWN
    if isinstance(atom, IsAtLeast):
        return _age(atom, person)
    if isinstance(atom, IsYounger):
        return _youth(atom, person)
    if isinstance(atom, HasExperience):
        return _experience(atom, profile)
    if isinstance(atom, HasEmployer):
        return _employer(atom, person)
    if isinstance(atom, SpeaksAtLeast):
        return _language(atom, profile)
    if isinstance(atom, ReceivesBenefit):
        return _benefit(atom, profile)
    if isinstance(atom, PassedTest):
        return _test(atom, person)
    return Truth.OPEN if isinstance(atom, MustDo) else Truth.UNKNOWN


def is_past(atom: Atom, person: Person) -> bool:
    """Whether the last day to do it lies before today."""
    return isinstance(atom, MustDo) and atom.before is not None and atom.before < person.today


def holds_by_diploma(atom: HasDiploma, held: HeldDiploma) -> Truth:
    """Return whether this one diploma meets the condition; of one of higher education it is not known which one for mbo came before it."""
    if held.level not in atom.levels:
        is_beyond = held.level in HIGHER and any(level.startswith("vmbo") for level in atom.levels)
        return Truth.UNKNOWN if is_beyond else Truth.FAILS
    return min(_among(atom.fields, held.fields), _profile(atom.profiles, held))


def holds_by_subject(atom: HasSubject, held: HeldDiploma) -> Truth:
    """Return whether a subject passed in this one diploma meets the condition."""
    if atom.levels and held.level not in atom.levels:
        return Truth.FAILS
    if held.subjects is None:
        if set(atom.subjects) & set(held.some_subjects):
            return Truth.HOLDS
        if set(atom.subjects) <= set(held.missing_subjects):
            return Truth.FAILS
        has_subjects = held.level in atom.levels or has_subject_list(held.level)
        return Truth.UNKNOWN if has_subjects else Truth.FAILS
    return Truth.HOLDS if set(atom.subjects) & set(held.subjects) else Truth.FAILS


def _subject(atom: HasSubject, profile: Profile) -> Truth:
    """Return whether a subject was passed in any diploma; of who tells only what came after school, the school is not known."""
    held = profile.diplomas or ()
    if held and not any(has_subject_list(one.level) or one.level in atom.levels for one in held):
        return Truth.UNKNOWN
    return _best(holds_by_subject(atom, one) for one in held)


def has_subject_list(level: str) -> bool:
    """Whether diplomas of this level come with a list of subjects: Dutch secondary and foreign ones."""
    return level.startswith(_SUBJECT_LEVELS) or level[2:3] == "-"


def _told(profile: Profile) -> bool:
    return profile.diplomas is not None


def _best(truths: object) -> Truth:
    return max(truths, default=Truth.FAILS)  # type: ignore[call-overload,no-any-return]


def _among(wanted: tuple[str, ...], told: tuple[str, ...]) -> Truth:
    if not wanted:
        return Truth.HOLDS
    if not told:
        return Truth.UNKNOWN
    return Truth.HOLDS if set(wanted) & set(told) else Truth.FAILS


def _profile(wanted: tuple[str, ...], held: HeldDiploma) -> Truth:
    if wanted and held.profile is None and set(wanted) <= set(held.missing_profiles):
        return Truth.FAILS
    return _among(wanted, () if held.profile is None else (held.profile,))


def _age(atom: IsAtLeast, person: Person) -> Truth:
    """Sure at the earliest start: holds. Possible at the latest only: open, "depending on when you start"."""
    bounds = age_bounds(person.profile, person.today)
    if bounds is None:
        return Truth.UNKNOWN
    oldest, youngest = bounds
    if _is_old_enough(atom, youngest, person.starts):
        return Truth.HOLDS
    if person.starts_at_latest is None or _is_old_enough(atom, youngest, person.starts_at_latest):
        return Truth.OPEN
    return Truth.UNKNOWN if _is_old_enough(atom, oldest, person.starts_at_latest) else Truth.FAILS


def _youth(atom: IsYounger, person: Person) -> Truth:
    """Counted at the earliest start: who is too old by then is too old at every later one."""
    bounds = age_bounds(person.profile, person.today)
    if bounds is None:
        return Truth.UNKNOWN
    oldest, youngest = bounds
    if not _is_old_enough(atom, oldest, person.starts):
        return Truth.HOLDS
    return Truth.FAILS if _is_old_enough(atom, youngest, person.starts) else Truth.UNKNOWN


def _is_old_enough(atom: IsAtLeast | IsYounger, birth: date, starts: date) -> bool:
    return threshold_day(atom, starts) >= birthday(birth, atom.years)


def birthday(birth: date, years: int) -> date:
    """Return the day on which somebody turns `years`; 29 February counts as 1 March in other years
    (art. 1:2 ATW).
    """
    year = min(birth.year + years, date.max.year)
    try:
        return birth.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _experience(atom: HasExperience, profile: Profile) -> Truth:
    if profile.experience is None:
        return Truth.HOLDS if atom.years <= 0 else Truth.UNKNOWN
    sure = sum(work.years for work in profile.experience if _among(atom.fields, work.fields) is Truth.HOLDS)
    possible = sum(
        work.years for work in profile.experience if _among(atom.fields, work.fields) is Truth.UNKNOWN
    )
    if sure >= atom.years:
        return Truth.HOLDS
    return Truth.UNKNOWN if sure + possible >= atom.years else Truth.FAILS


def _employer(atom: HasEmployer, person: Person) -> Truth:
    """Have one: holds. Otherwise one can look for it, unless only the present employer counts."""
    has, recognised = person.profile.has_employer, person.profile.is_recognised_employer
    if has and (recognised or not atom.is_recognised):
        return Truth.HOLDS
    if not person.only_present_employer:
        return Truth.OPEN
    if has is None or (has and recognised is None):
        return Truth.UNKNOWN
    return Truth.FAILS


def _language(atom: SpeaksAtLeast, profile: Profile) -> Truth:
    level = (profile.languages or {}).get(atom.language)
    if level not in CEFR or atom.level not in CEFR:
        return Truth.UNKNOWN
    return Truth.HOLDS if CEFR.index(level) >= CEFR.index(atom.level) else Truth.FAILS


def _benefit(atom: ReceivesBenefit, profile: Profile) -> Truth:
    if profile.benefits is None:
        return Truth.UNKNOWN
    return Truth.HOLDS if profile.benefits in atom.benefits else Truth.FAILS


def _test(atom: PassedTest, person: Person) -> Truth:
    """Passed: holds. Otherwise it can still be done; where an offer gives it, that offer is a step of
    its own.
    """
    if atom.name in (person.profile.tests or ()):
        return Truth.HOLDS
    return Truth.FAILS if atom.name in person.taught_tests else Truth.OPEN
