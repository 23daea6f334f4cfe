"""What would have to change: for a goal without a route, the smallest sets of changes that open one.

Every change only loosens: it adds a diploma or a subject, or lifts a limit. So a set opens a route when
one of its parts does, and a set is minimal when no set with one change less opens one. Sets are tried by
size; a set that holds one found earlier is not tried again. Of changes with the same effect on the rules
the first one counts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from assistant.profile import HeldDiploma, Profile
from assistant.routes.admission import verdict_for
from assistant.routes.atoms import holds_by_diploma
from assistant.routes.change_types import (
    Change,
    Changes,
    DiplomaChange,
    LimitChange,
    StartChange,
    SubjectChange,
)
from assistant.routes.compiled import bits_of, is_met, places_of
from assistant.routes.goals import diploma_of
from assistant.routes.planner import index_for, is_open, starting_person, targets_of
from assistant.routes.planner_index import NO_RULE, PlannerIndex
from assistant.routes.reaching import start_of
from assistant.routes.rules_in_force import rules_in_force
from assistant.routes.types import Catalogue, Constraints, Goal, LevelGoal, Truth, Verdict
from knowledge.catalogue.rules import HasDiploma, HasSubject

MOST_SETS, LARGEST_SET = 3, 3
MOST_TRIES = 1500
"""Sets that are tried before the search gives up and says so."""

MOST_RULES = 400
"""Rules that are looked at for diplomas and subjects that could help."""

CERTIFICATE = "vakcertificaat"
"""The level of a subject that is passed apart from any diploma."""

EFFORT = {"hours": 1, "distance": 1, "budget": 1, "start": 1, "modes": 2, "languages": 2, "employer": 2}
"""How much a change asks, roughly; a subject asks 3, a diploma 5. For the order only."""

HIGHEST = {"hours": 80, "budget": 200_000, "distance": 500}
"""Beyond these a limit is simply lifted."""


def smallest_changes(
    profile: Profile,
    goal: Goal,
    constraints: Constraints,
    catalogue: Catalogue | PlannerIndex,
    today: date,
    most_tries: int = MOST_TRIES,
) -> Changes:
    """Return the smallest sets of changes that open a route, at most three, the least effort first.

    For a goal that is open already there is one set, the empty one; for one that only more than `LARGEST_SET` changes
    together open there is none, and the result is not complete. When nothing opens it: the verdicts of
    the offers that reach it, at most three, and none when no offer does.
    """
    index = index_for(catalogue, today)
    trial = _Trial(index, profile, goal, constraints, today)
    if trial.opens(()):
        return Changes(goal, ((),), is_complete=True)
    able = possible_changes(index, profile, goal, constraints, today)
    if not trial.opens(able):
        return Changes(goal, (), is_complete=True, blocking=_blocking(trial))
    found: list[tuple[Change, ...]] = []
    for size in range(1, LARGEST_SET + 1):
        for some in combinations(able, size):
            if any(set(smaller) <= set(some) for smaller in found):
                continue
            if trial.tries >= most_tries:
                return Changes(goal, trial.shown(found), is_complete=False)
            if trial.opens(some):
                found.append(some)
        if len(found) >= MOST_SETS:
            break
    return Changes(goal, trial.shown(found), is_complete=bool(found))


def possible_changes(
    index: PlannerIndex, profile: Profile, goal: Goal, constraints: Constraints, today: date
) -> tuple[Change, ...]:
    """Return the changes that can matter, the least effort first; of those with the same effect on
    rules the first.
    """
    limits: list[Change] = []
    if constraints.hours_per_week is not None:
        limits.append(LimitChange("hours"))
    if constraints.budget_euro is not None:
        limits.append(LimitChange("budget"))
    if constraints.home is not None and constraints.travel_km is not None:
        limits.append(LimitChange("distance"))
    if starting_person(profile, constraints, index, today).starts > today:
        limits.append(StartChange(today))
    if constraints.only_present_employer:
        limits.append(LimitChange("employer"))
    if constraints.keeps_working or constraints.excluded_modes or constraints.excluded_kinds:
        limits.append(LimitChange("modes"))
    if constraints.languages:
        limits.append(LimitChange("languages"))
    return (*limits, *_learnt(index, profile, goal, constraints, today))


def apply(
    changes: Iterable[Change], profile: Profile, constraints: Constraints
) -> tuple[Profile, Constraints]:
    """Return the profile and the constraints after some changes; diplomas come before subjects."""
    ordered = sorted(changes, key=lambda change: isinstance(change, SubjectChange))
    for change in ordered:
        if isinstance(change, DiplomaChange):
            profile = replace(profile, diplomas=(*(profile.diplomas or ()), change.diploma))
        elif isinstance(change, SubjectChange):
            profile = replace(profile, diplomas=_with_subject(profile.diplomas or (), change))
        elif isinstance(change, StartChange):
            constraints = replace(constraints, starts_on=change.starts_on)
            profile = replace(profile, starts_after=None)
        else:
            constraints = _loosened(constraints, change)
    return profile, constraints


def effort(change: Change) -> int:
    """Return how much a change asks, for the order only."""
    if isinstance(change, DiplomaChange):
        return 5
    if isinstance(change, SubjectChange):
        return 3
    return EFFORT["start" if isinstance(change, StartChange) else change.limit]


class _Trial:
    """Tries changes on one person and goal, and counts."""

    def __init__(
        self, index: PlannerIndex, profile: Profile, goal: Goal, constraints: Constraints, today: date
    ) -> None:
        self.index, self.profile, self.goal, self.constraints, self.today = (
            index,
            profile,
            goal,
            constraints,
            today,
        )
        self.tries = 0

    def opens(self, changes: Sequence[Change]) -> bool:
        self.tries += 1
        profile, constraints = apply(changes, self.profile, self.constraints)
        return bool(is_open(self.index, profile, self.goal, constraints, self.today))

    def shown(self, found: Sequence[tuple[Change, ...]]) -> tuple[tuple[Change, ...], ...]:
        """Return the first sets in order of size and effort, with how far each limit must go."""
        ordered = sorted(found, key=lambda some: (len(some), sum(effort(change) for change in some)))
        return tuple(self._with_limits(some) for some in ordered[:MOST_SETS])

    def _with_limits(self, some: tuple[Change, ...]) -> tuple[Change, ...]:
        for place, change in enumerate(some):
            if isinstance(change, LimitChange) and change.limit in HIGHEST:
                some = (
                    *some[:place],
                    replace(change, to=self._least(some, place, change)),
                    *some[place + 1 :],
                )
        return some

    def _least(self, some: tuple[Change, ...], place: int, change: LimitChange) -> float | None:
        """Return the least whole number that opens a route with the other changes, None beyond any sense."""

        def is_enough(limit: int) -> bool:
            return self.opens((*some[:place], replace(change, to=float(limit)), *some[place + 1 :]))

        highest = HIGHEST[change.limit]
        least = bisect_left(range(highest), True, key=is_enough)
        return float(least) if least < highest else None


def _learnt(
    index: PlannerIndex, profile: Profile, goal: Goal, constraints: Constraints, today: date
) -> list[Change]:
    """Return the diplomas and subjects that rules on the way to the goal ask for, each different
    effect once.
    """
    person = starting_person(profile, constraints, index, today)
    met = start_of(index, person).met
    relevant = _relevant(index, goal, met)
    named: dict[Change, None] = {}
    for place in relevant:
        for change in _named_by(index.atoms[place]):
            if not _is_the_goal(change, goal):
                named[change] = None
    seen: dict[int, Change] = {}
    subjects = sorted((c for c in named if isinstance(c, SubjectChange)), key=lambda c: (c.subject, c.level))
    diplomas = [c for c in named if isinstance(c, DiplomaChange)]
    for change in sorted(
        diplomas, key=lambda c: (c.diploma.level, c.diploma.fields, c.diploma.profile or "")
    ):
        gains = sum(
            1 << place
            for place in relevant
            if isinstance(atom := index.atoms[place], HasDiploma)
            and holds_by_diploma(atom, change.diploma) is Truth.HOLDS
        )
        if gains & ~met:
            seen.setdefault(gains & ~met, change)
    return [*subjects, *seen.values()]


def _relevant(index: PlannerIndex, goal: Goal, met: int) -> list[int]:
    """Return the atoms on the way to the goal that are not met, those of the goal's own rules first."""
    waiting = [int(c) for c in index.columns.condition[targets_of(goal, index)] if c != NO_RULE]
    seen = dict.fromkeys(waiting)
    atoms: dict[int, None] = {}
    while waiting and len(seen) < MOST_RULES:
        compiled = index.compiled[waiting.pop(0)]
        if is_met(compiled, met):
            continue
        for place in places_of(bits_of(compiled) & ~met):
            atoms[place] = None
            for pair in index.pairs_of_atom.get(place, ()):
                following = index.pairs[pair].condition
                if following not in seen:
                    seen[following] = None
                    waiting.append(following)
    return list(atoms)


def _named_by(atom: object) -> list[Change]:
    if isinstance(atom, HasDiploma):
        return [
            DiplomaChange(HeldDiploma(level, (field,) if field else (), profile))
            for level in atom.levels
            for field in atom.fields or ("",)
            for profile in atom.profiles or (None,)
        ]
    if isinstance(atom, HasSubject):
        return [
            SubjectChange(name, level) for name in atom.subjects for level in atom.levels or (CERTIFICATE,)
        ]
    return []


def _is_the_goal(change: Change, goal: Goal) -> bool:
    """Whether a change would be the goal itself."""
    return (
        isinstance(goal, LevelGoal)
        and isinstance(change, DiplomaChange)
        and holds_by_diploma(diploma_of(goal), change.diploma) is not Truth.FAILS
    )


def _with_subject(diplomas: tuple[HeldDiploma, ...], change: SubjectChange) -> tuple[HeldDiploma, ...]:
    """Add a subject to the diplomas of its level, or as a certificate of its own."""
    if change.level == CERTIFICATE:
        return (*diplomas, HeldDiploma(CERTIFICATE, subjects=(change.subject,)))
    return tuple(
        replace(held, subjects=(*(held.subjects or ()), change.subject))
        if held.level == change.level
        else held
        for held in diplomas
    )


def _loosened(constraints: Constraints, change: LimitChange) -> Constraints:
    if change.limit == "hours":
        return replace(constraints, hours_per_week=change.to)
    if change.limit == "budget":
        return replace(constraints, budget_euro=change.to)
    if change.limit == "distance":
        return replace(constraints, travel_km=change.to)
    if change.limit == "employer":
        return replace(constraints, only_present_employer=False)
    if change.limit == "languages":
        return replace(constraints, languages=())
    return replace(constraints, keeps_working=False, excluded_modes=(), excluded_kinds=())


def _blocking(trial: _Trial) -> tuple[Verdict, ...]:
    person = starting_person(trial.profile, trial.constraints, trial.index, trial.today)
    offers = [trial.index.offers[place] for place in targets_of(trial.goal, trial.index)[:MOST_SETS].tolist()]
    national = trial.index.catalogue.national_rules
    return tuple(verdict_for(person, offer, rules_in_force(offer, national, trial.today)) for offer in offers)
