"""Which offers reach a goal, and whether a person is there already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.routes.atoms import truth_of
from assistant.routes.grants import grants_of, meets
from assistant.routes.types import Goal, LevelGoal, OccupationGoal, Person, Truth
from knowledge.catalogue.leading import code_names, field_names
from knowledge.catalogue.rules import HasDiploma
from knowledge.catalogue.types import Occupation, Offer


def diploma_of(goal: LevelGoal) -> HasDiploma:
    """Return the diploma that a goal asks for, as a condition."""
    return HasDiploma((goal.level,), (goal.field,) if goal.field else ())


def is_reached(goal: Goal, person: Person) -> bool:
    """Whether the person surely holds what the goal asks.

    Of an occupation or an offer no profile proves that.
    """
    return isinstance(goal, LevelGoal) and truth_of(diploma_of(goal), person) is Truth.HOLDS


def reaches(goal: Goal, offer: Offer, occupations: Sequence[Occupation]) -> bool:
    """Whether completing this offer reaches the goal.

    An offer leads to an occupation when either record says so; the occupation names offers by their id, by
    a code ("25297" or "crebo:25297") or by a level and a field ("mbo-4 mechatronica").
    """
    if isinstance(goal, LevelGoal):
        return any(meets(grant, diploma_of(goal)) for grant in grants_of(offer))
    if isinstance(goal, OccupationGoal):
        if goal.occupation_id in (offer.occupations.value or ()):
            return True
        wanted = {
            name.casefold()
            for one in occupations
            if one.id == goal.occupation_id
            for name in one.qualifications
        }
        return bool(wanted) and not wanted.isdisjoint(names_of(offer))
    return offer.id == goal.offer_id


def names_of(offer: Offer) -> Iterator[str]:
    """Yield the names by which an occupation can call an offer."""
    yield from (offer.id.casefold(), *code_names(offer), *field_names(offer))
