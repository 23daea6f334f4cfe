"""What a scheme leaves open in words though what is known of the person and the study says it: settled before it is judged. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.routes.atoms import truth_of
from assistant.routes.conditions import atoms_of, judge
from assistant.routes.types import Person, Truth
from knowledge.catalogue.rules import AllOf, AnyOf, AtLeast, Condition, IsAtLeast, IsYounger, Unstated
from knowledge.catalogue.types import Offer, OfferKind, Scheme

GOES_HIGHER = "of je naar het hbo of de universiteit gaat"
"""How a condition begins that holds of every study above mbo (schemes.jsonl: studiefinanciering)."""

NO_STUDENT_FINANCE = "of je geen recht hebt op gewone studiefinanciering"
"""What the credit for adults asks (schemes.jsonl: levenlanglerenkrediet)."""

STUDENT_FINANCE = "studiefinanciering"

TRUE, FALSE = AllOf(()), AnyOf(())


def settled(schemes: Sequence[Scheme], offer: Offer | None, person: Person) -> list[Scheme]:
    """Return schemes with what is open in their conditions settled as far as the study and the age of the person say it."""
    facts: dict[str, Condition] = {}
    if offer is not None:
        facts[GOES_HIGHER] = FALSE if offer.kind is OfferKind.MBO else TRUE
    if _is_too_old(schemes, person):
        facts[NO_STUDENT_FINANCE] = TRUE
    return [replace(one, condition=_with(facts, one.condition)) for one in schemes]


def too_young_for(condition: Condition, person: Person) -> int | None:
    """Return the age that somebody must reach for a condition, counted today; None where they are old enough, or other ways are open."""
    age = person.profile.age
    if age is None:
        return None
    today = _of_age(condition, age)
    missing = [atom.years for atom in atoms_of(condition) if isinstance(atom, IsAtLeast) and atom.years > age]
    return max(missing) if missing and judge(today, person).truth is Truth.FAILS else None


def _of_age(condition: Condition, age: int) -> Condition:
    """Return a condition in which who is too young today stays so."""
    if isinstance(condition, AllOf | AnyOf | AtLeast):
        return replace(condition, parts=tuple(_of_age(part, age) for part in condition.parts))
    return FALSE if isinstance(condition, IsAtLeast) and condition.years > age else condition


def _is_too_old(schemes: Sequence[Scheme], person: Person) -> bool:
    """Say whether somebody is too old for student finance."""
    limits = (atom for one in schemes if one.id == STUDENT_FINANCE for atom in atoms_of(one.condition))
    return any(isinstance(atom, IsYounger) and truth_of(atom, person) is Truth.FAILS for atom in limits)


def _with(facts: dict[str, Condition], condition: Condition) -> Condition:
    if isinstance(condition, AllOf | AnyOf | AtLeast):
        return replace(condition, parts=tuple(_with(facts, part) for part in condition.parts))
    if isinstance(condition, Unstated):
        return next((fact for said, fact in facts.items() if condition.about.startswith(said)), condition)
    return condition
