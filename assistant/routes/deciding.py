"""The one question whose answer settles most of a rule that cannot be judged yet.

For each fact of the person that an undecided part of the rule asks for, every answer that makes a
difference is tried in turn. The fact with the largest share of answers after which the rule is decided is
asked; of equal ones the first in the order of `_KINDS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.profile import PROFILES, Experience, HeldDiploma, Profile
from assistant.routes.ages import age_bounds
from assistant.routes.atoms import CEFR, has_subject_list
from assistant.routes.conditions import atoms_of, is_too_deep, judge
from assistant.routes.types import Atom, DecidingQuestion, Person, Truth
from knowledge.catalogue.rules import (
    Condition,
    HasDiploma,
    HasEmployer,
    HasExperience,
    HasSubject,
    IsAtLeast,
    IsYounger,
    SpeaksAtLeast,
)

_KINDS = (
    "diplomas",
    "profile",
    "fields",
    "subjects",
    "age",
    "birth_date",
    "experience",
    "language",
    "employer",
)
"""The facts that can be asked for, in the order in which they are asked when they settle equally much."""

MOST_SUBJECTS = 3
"""Of so many named subjects every combination of having them is tried; of more, each alone, none and all."""

OTHER = "anders"
"""A field or level that no rule names."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a person that is not known: its kind, and the diploma level or language it is about."""

    kind: str
    about: str = ""


def deciding_question(condition: Condition, person: Person) -> DecidingQuestion | None:
    """Return the question that settles most, or None when no fact of the person would help."""
    if is_too_deep(condition):
        return None
    atoms = tuple(dict.fromkeys(atoms_of(condition)))
    unknown = judge(condition, person).unknown
    asked = dict.fromkeys(fact for atom in unknown for fact in _facts(atom, person))
    best: tuple[float, int, str] | None = None
    question = None
    for fact in asked:
        answers = _answers(fact, atoms, person.profile)
        settled = sum(_is_settled(condition, person, profile) for _, profile in answers)
        rank = (-settled / max(len(answers), 1), _KINDS.index(fact.kind), fact.about)
        if best is None or rank < best:
            best, question = rank, _question(fact, atoms, answers, person.profile, -rank[0])
    return question


def _is_settled(condition: Condition, person: Person, profile: Profile) -> bool:
    return judge(condition, replace(person, profile=profile)).truth is not Truth.UNKNOWN


def _facts(atom: Atom, person: Person) -> list[Fact]:
    """Return the facts that this atom waits for."""
    profile = person.profile
    if isinstance(atom, HasDiploma | HasSubject):
        return _facts_of_diplomas(atom, profile)
    if isinstance(atom, IsAtLeast | IsYounger):
        return [Fact("age" if age_bounds(profile, person.today) is None else "birth_date")]
    if isinstance(atom, HasExperience):
        return [Fact("experience")]
    if isinstance(atom, SpeaksAtLeast):
        return [Fact("language", atom.language)] if atom.level in CEFR else []
    return [Fact("employer")] if isinstance(atom, HasEmployer) else []


def _facts_of_diplomas(atom: HasDiploma | HasSubject, profile: Profile) -> list[Fact]:
    if profile.diplomas is None:
        return [Fact("diplomas")]
    found = []
    for held in profile.diplomas:
        is_named = held.level in atom.levels
        if isinstance(atom, HasSubject):
            if held.subjects is None and (is_named or (not atom.levels and has_subject_list(held.level))):
                found.append(Fact("subjects", held.level))
        elif is_named:
            found += [Fact("fields", held.level)] if atom.fields and not held.fields else []
            found += [Fact("profile", held.level)] if atom.profiles and held.profile is None else []
    return found


Answers = Sequence[tuple[str, Profile]]


def _answers(fact: Fact, atoms: Sequence[Atom], profile: Profile) -> Answers:
    """Return the answers that make a difference, each with the profile as it would then be."""
    makers: dict[str, Callable[[Fact, Sequence[Atom], Profile], Answers]] = {
        "diplomas": _diploma_answers,
        "fields": _field_answers,
        "profile": _profile_answers,
        "subjects": _subject_answers,
        "age": _age_answers,
        "birth_date": _birth_answers,
        "experience": _experience_answers,
        "language": _language_answers,
        "employer": _employer_answers,
    }
    return makers[fact.kind](fact, atoms, profile)


def _diploma_answers(_: Fact, atoms: Sequence[Atom], profile: Profile) -> Answers:
    levels = _levels(atoms)
    held = [(level, replace(profile, diplomas=(HeldDiploma(level),))) for level in levels]
    return [*held, ("", replace(profile, diplomas=()))]


def _field_answers(fact: Fact, atoms: Sequence[Atom], profile: Profile) -> Answers:
    named = _named(atoms, fact.about, "fields")
    return [(name, _changed(profile, fact.about, _with_field(name))) for name in (*named, OTHER)]


def _profile_answers(fact: Fact, _: Sequence[Atom], profile: Profile) -> Answers:
    held = [one for one in profile.diplomas or () if one.level == fact.about]
    lacked = {name for one in held for name in one.missing_profiles}
    names = [name for name in PROFILES if name not in lacked]
    return [(name, _changed(profile, fact.about, _with_profile(name))) for name in names]


def _subject_answers(fact: Fact, atoms: Sequence[Atom], profile: Profile) -> Answers:
    told = _told_subjects(profile, fact.about)
    asked = _subjects(atoms, fact.about)
    names = tuple(name for name in asked if name not in told)
    sure = tuple(name for name in asked if told.get(name))
    combinations: list[tuple[str, ...]] = [(), *((name,) for name in names), names]
    if len(names) <= MOST_SUBJECTS:
        combinations = [
            tuple(name for place, name in enumerate(names) if bits >> place & 1)
            for bits in range(2 ** len(names))
        ]
    chosen = list(dict.fromkeys(combinations))
    return [
        (", ".join(some), _changed(profile, fact.about, _with_subjects((*sure, *some)))) for some in chosen
    ]


def _told_subjects(profile: Profile, level: str) -> dict[str, bool]:
    """Return whether the person has them, of the subjects that were told of diplomas of `level`."""
    held = [one for one in profile.diplomas or () if one.level == level]
    lacks = {name: False for one in held for name in one.missing_subjects}
    return lacks | {name: True for one in held for name in one.some_subjects}


def _age_answers(_: Fact, atoms: Sequence[Atom], profile: Profile) -> Answers:
    years = sorted({atom.years for atom in atoms if isinstance(atom, IsAtLeast | IsYounger)})
    ages = [max(years[0] - 2, 0), *years]
    return [(str(age), replace(profile, age=age)) for age in ages]


def _birth_answers(_: Fact, __: Sequence[Atom], profile: Profile) -> Answers:
    """Whatever day it is, a birth date decides; the two ends stand for all."""
    return [
        ("", replace(profile, age=(profile.age or 0) + 1)),
        ("", replace(profile, age=max((profile.age or 0) - 1, 0))),
    ]


def _experience_answers(_: Fact, atoms: Sequence[Atom], profile: Profile) -> Answers:
    wanted = [atom for atom in atoms if isinstance(atom, HasExperience)]
    some = [
        (str(atom.years), replace(profile, experience=(Experience(atom.years, atom.fields),)))
        for atom in wanted
    ]
    return [("0", replace(profile, experience=())), *some]


def _language_answers(fact: Fact, atoms: Sequence[Atom], profile: Profile) -> Answers:
    told = dict(profile.languages or {})
    wanted = {
        a.level
        for a in atoms
        if isinstance(a, SpeaksAtLeast) and a.language == fact.about and a.level in CEFR
    }
    levels = ["A1", *sorted(wanted - {"A1"}, key=CEFR.index)]
    return [(level, replace(profile, languages={**told, fact.about: level})) for level in levels]


def _employer_answers(_: Fact, __: Sequence[Atom], profile: Profile) -> Answers:
    recognised = replace(profile, has_employer=True, is_recognised_employer=True)
    return [("yes", recognised), ("no", replace(profile, has_employer=False, is_recognised_employer=False))]


Change = Callable[[HeldDiploma], HeldDiploma]


def _with_field(name: str) -> Change:
    return lambda held: replace(held, fields=(name,))


def _with_profile(name: str) -> Change:
    return lambda held: replace(held, profile=name)


def _with_subjects(names: tuple[str, ...]) -> Change:
    return lambda held: replace(held, subjects=names)


def _changed(profile: Profile, level: str, change: Change) -> Profile:
    """Return the profile with a fact told of its diplomas of `level`."""
    diplomas = tuple(change(held) if held.level == level else held for held in profile.diplomas or ())
    return replace(profile, diplomas=diplomas)


def _levels(atoms: Sequence[Atom]) -> tuple[str, ...]:
    named = [level for atom in atoms if isinstance(atom, HasDiploma) for level in atom.levels]
    named += [level for atom in atoms if isinstance(atom, HasSubject) for level in atom.levels]
    return tuple(dict.fromkeys(named)) or (OTHER,)


def _named(atoms: Sequence[Atom], level: str, what: str) -> tuple[str, ...]:
    found = [a for a in atoms if isinstance(a, HasDiploma) and level in a.levels]
    names = [name for atom in found for name in (atom.fields if what == "fields" else atom.profiles)]
    return tuple(dict.fromkeys(names))


def _subjects(atoms: Sequence[Atom], level: str) -> tuple[str, ...]:
    """Return the subjects that a rule asks of a diploma of `level`."""
    asked = [a for a in atoms if isinstance(a, HasSubject) and (not a.levels or level in a.levels)]
    return tuple(dict.fromkeys(name for atom in asked for name in atom.subjects))


def _question(
    fact: Fact, atoms: Sequence[Atom], answers: Answers, profile: Profile, settles: float
) -> DecidingQuestion:
    values: dict[str, tuple[str, ...]] = {"level": (fact.about,)} if fact.about else {}
    options: tuple[str, ...] = tuple(dict.fromkeys(name for name, _ in answers if name))
    if fact.kind == "subjects":
        told = _told_subjects(profile, fact.about)
        options = tuple(name for name in _subjects(atoms, fact.about) if name not in told)
        values["subjects"] = options
    elif fact.kind == "profile":
        values["profiles"] = options
    elif fact.kind == "fields":
        options = _named(atoms, fact.about, "fields")
        values["fields"] = options
    elif fact.kind == "age":
        options = tuple(
            str(a) for a in sorted({x.years for x in atoms if isinstance(x, IsAtLeast | IsYounger)})
        )
        values["ages"] = options
    elif fact.kind == "diplomas":
        values["levels"] = options
    return DecidingQuestion(fact.kind, values, options, settles)
