"""All that plans are made from, of one set of sources and one day: the index, names, places, choices."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce

from assistant.routes.conditions import atoms_of
from assistant.routes.planner_index import PlannerIndex
from assistant.routes.rules_in_force import plain
from assistant.routes.types import Catalogue
from assistant.writing.plannings import Planning, Plannings, RankOccupations
from knowledge.catalogue.gazetteer import Gazetteer
from knowledge.catalogue.rules import HasSubject
from knowledge.catalogue.types import OfferState
from knowledge.types import Audience


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person can pick from, taken from the records, so that a choice means what the rules mean."""

    fields: tuple[str, ...]
    broader: Mapping[str, tuple[str, ...]]
    """Of each field the fields that every offer in it is in too: "lassen" is also "techniek"."""
    subjects: tuple[str, ...]
    places: tuple[str, ...]
    goals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What a plan is made from."""

    index: PlannerIndex
    choices: Choices
    gazetteer: Gazetteer
    organisations: Mapping[str, str]
    """Names of organisations by id."""
    rank: RankOccupations

    @property
    def catalogue(self) -> Catalogue:
        """The records that the index is over."""
        return self.index.catalogue


DeskOf = Callable[[Audience, date], Desk]


class Desks:
    """Gives the desk of an audience on a day; a new one when sources changed or the index no longer holds."""

    def __init__(self, plannings: Plannings) -> None:
        self._plannings = plannings
        self._lock = threading.Lock()
        self._kept: dict[Audience, tuple[Planning, Desk]] = {}

    def of(self, audience: Audience, today: date) -> Desk:
        """Return the desk; making one takes about a second."""
        planning = self._plannings.of(audience, today)
        with self._lock:
            kept = self._kept.get(audience)
            if kept is None or kept[0] is not planning:
                records, index = planning.records, planning.index
                names = {one.id: one.name for one in records.organisations()}
                choices = choices_of(index.catalogue, records.gazetteer)
                desk = Desk(index, choices, records.gazetteer, names, planning.rank)
                kept = self._kept[audience] = (planning, desk)
            return kept[1]


def choices_of(catalogue: Catalogue, gazetteer: Gazetteer) -> Choices:
    """Return what the records let a person choose from, each list in alphabetical order."""
    fields = [frozenset(offer.fields.value or ()) for offer in catalogue.offers]
    names = sorted(frozenset().union(*fields), key=plain)
    rules = [offer.rule.value for offer in catalogue.offers if offer.rule.value] + [*catalogue.national_rules]
    subjects = {
        subject
        for rule in rules
        for atom in atoms_of(rule.condition)
        if isinstance(atom, HasSubject)
        for subject in atom.subjects
    }
    goals = {label for one in catalogue.occupations for label in one.labels.get("nl", ())[:1]}
    goals |= {
        offer.name.value
        for offer in catalogue.offers
        if offer.name.value and offer.state is not OfferState.ENDED
    }
    return Choices(
        tuple(names),
        {name: _always_with(name, fields) for name in names},
        tuple(sorted(subjects, key=plain)),
        tuple(sorted((place.name for place in gazetteer.places.values()), key=plain)),
        tuple(sorted(goals, key=plain)),
    )


def _always_with(name: str, fields: Sequence[frozenset[str]]) -> tuple[str, ...]:
    among = [some for some in fields if name in some]
    return tuple(sorted(reduce(frozenset.intersection, among) - {name}))
