"""When each step of a route can begin, counted in months from the start of the route."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.profile import Profile
from assistant.routes.ages import later
from assistant.routes.conditions import atoms_of, judge
from assistant.routes.grants import after
from assistant.routes.reaching import months_until
from assistant.routes.rules_in_force import RuleInForce, joined, rules_in_force
from assistant.routes.spans import NOTHING, Span, span_of
from assistant.routes.types import Person, Truth
from knowledge.catalogue.rules import IsAtLeast, Rule
from knowledge.catalogue.types import Offer


@dataclass(frozen=True, slots=True)
class Slot:
    """One step in time: the person as they are then, the rules, and the months from the start."""

    person: Person
    rules: tuple[RuleInForce, ...]
    waits: float
    """Months that are waited before it, at the least, to be old enough."""
    until: Span


def timetable(offers: Sequence[Offer], national: Sequence[Rule], person: Person) -> tuple[Slot, ...]:
    """Return the steps of a route in time; each begins when the one before ends, or when one is old
    enough.
    """
    slots = []
    done, profile = NOTHING, person.profile
    for offer in offers:
        rules = rules_in_force(offer, national, person.today)
        earliest = _months_to_wait(rules, _at(person, profile, 0.0), person)
        begins = done.larger(Span(earliest, earliest))
        now = replace(
            person,
            profile=profile,
            starts=later(person.starts, begins.low) or person.starts,
            starts_at_latest=later(person.starts, begins.high),
        )
        waits = begins.low - done.low
        done, profile = begins + span_of(offer.duration_months.value), after(profile, offer)
        slots.append(Slot(now, rules, waits, done))
    return tuple(slots)


def _months_to_wait(rules: Sequence[RuleInForce], person: Person, at_start: Person) -> float:
    """Return the least months from the start after which the rules let the person in, 0 when they
    never do.
    """
    condition = joined(rules)
    if condition is None or judge(condition, person).truth >= Truth.OPEN:
        return 0.0
    ages = {months_until(atom, at_start) for atom in atoms_of(condition) if isinstance(atom, IsAtLeast)}
    for months in sorted(ages):
        if judge(condition, _at(person, person.profile, months)).truth >= Truth.OPEN:
            return float(months)
    return 0.0


def _at(person: Person, profile: Profile, months: float) -> Person:
    day = later(person.starts, months) or person.starts
    return replace(person, profile=profile, starts=day, starts_at_latest=day)
