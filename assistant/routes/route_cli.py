"""The pure part of `python -m assistant route`: from a profile and a goal in words to routes as JSON
or text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.errors import AssistantError
from assistant.profile import Profile
from assistant.routes.changes import smallest_changes
from assistant.routes.planner import index_for, plan
from assistant.routes.planner_index import PlannerIndex
from assistant.routes.routes_json import routes_object
from assistant.routes.rules_in_force import plain
from assistant.routes.types import Catalogue, Constraints, Goal, LevelGoal, OccupationGoal, OfferGoal
from assistant.routes.wording import changes_sentences, routes_sentences
from assistant.types import Language
from knowledge.catalogue.types import Offer, OfferKind, OfferState, Place

LEVEL = re.compile(
    r"(?P<level>vmbo-\w\w|havo|vwo|mbo-[1-4]|ad|(?:hbo|wo)-(?:bachelor|master))(?:\s+(?P<field>.+))?"
)
MOST_EXAMPLES = 5


class UnknownGoalError(AssistantError):
    """No record bears the name of the goal; `near` are names that come close."""

    def __init__(self, goal: str, near: tuple[str, ...]) -> None:
        self.goal, self.near = goal, near
        hint = f" Bedoel je een van deze: {'; '.join(near)}?" if near else ""
        super().__init__(
            f"Het doel {goal!r} ken ik niet. Geef een beroep, de naam of het id van een opleiding, of een niveau "
            f'met een richting, zoals "mbo-4 mechatronica".{hint}'
        )


@dataclass(frozen=True, slots=True)
class RouteQuestion:
    """What the command was asked."""

    profile: Profile
    goal: str
    today: date
    language: Language = Language.DUTCH
    as_json: bool = False


LinkOccupation = Callable[[str], str | None]
"""Gives the id of the occupation that words mean, None when none is near enough."""


def answer(
    question: RouteQuestion,
    catalogue: Catalogue | PlannerIndex,
    home: Place | None = None,
    link: LinkOccupation = lambda words: None,
) -> str:
    """Return what the command prints.

    `home` is the place of the profile with coordinates; `link` is asked for a goal that no record bears the
    name of ("robotmonteur"), and the answer then says what it took. Raises `UnknownGoalError`.
    """
    index = index_for(catalogue, question.today)
    goal, taken = _goal(question.goal, index.catalogue, link)
    constraints = constraints_of(question.profile, home)
    routes = plan(question.profile, goal, constraints, index, question.today)
    changes = None
    if not routes.outlines:
        changes = smallest_changes(question.profile, goal, constraints, index, question.today)
    if question.as_json:
        return json.dumps(
            {"goal": taken, **routes_object(routes, question.language, changes)}, ensure_ascii=False
        )
    sentences = [*routes_sentences(routes, question.language)]
    if changes is not None:
        sentences += changes_sentences(changes, question.language)
    lead = [] if plain(taken) == plain(question.goal) else [TAKEN[question.language].format(goal=taken)]
    return "\n".join([*lead, *(one.text for one in sentences)])


TAKEN = {
    Language.DUTCH: "Ik ga uit van dit doel: {goal}.",
    Language.ENGLISH: "I take this as the goal: {goal}.",
    Language.GERMAN: "Ich gehe von diesem Ziel aus: {goal}.",
}


def _goal(words: str, catalogue: Catalogue, link: LinkOccupation) -> tuple[Goal, str]:
    """Return the goal that words name or mean, and its name."""
    try:
        return goal_named(words, catalogue), words
    except UnknownGoalError:
        meant = link(words)
        occupation = next((one for one in catalogue.occupations if one.id == meant), None)
        if occupation is None:
            raise
        name = next(iter(occupation.labels.get("nl", ())), occupation.id)
        return OccupationGoal(occupation.id), name


def constraints_of(profile: Profile, home: Place | None) -> Constraints:
    """Return the limits that a profile holds."""
    return Constraints(
        hours_per_week=profile.hours_per_week,
        budget_euro=profile.budget_euro,
        home=home,
        travel_km=profile.travel_km,
        keeps_working=bool(profile.keeps_working),
        starts_on=profile.starts_after,
    )


def goal_named(words: str, catalogue: Catalogue) -> Goal:
    """Return the goal that words name: an id, an occupation's label, a level with a field, or an offer's
    name.

    A name that several offers bear means any of them. Raises `UnknownGoalError`.
    """
    wanted = plain(words)
    for offer in catalogue.offers:
        if plain(offer.id) == wanted:
            return OfferGoal(offer.id)
    for occupation in sorted(catalogue.occupations, key=lambda one: one.id):
        labels = {plain(label) for labels in occupation.labels.values() for label in labels}
        if wanted in labels or wanted == plain(occupation.id):
            return OccupationGoal(occupation.id)
    level = LEVEL.fullmatch(wanted)
    if level:
        return LevelGoal(level["level"], level["field"])
    named = sorted(
        (one for one in catalogue.offers if plain(one.name.value or "") == wanted), key=_usual_first
    )
    if named:
        return _any_of_one_name(named, wanted)
    raise UnknownGoalError(words, _near(wanted, catalogue))


def _usual_first(offer: Offer) -> tuple[bool, bool, str]:
    """Order offers of one name: those that exist before those in old sources only, bachelors before the rest."""
    return (offer.state is not OfferState.CURRENT, offer.kind not in BACHELORS, offer.id)


BACHELORS = (OfferKind.HBO_BACHELOR, OfferKind.WO_BACHELOR)


def _any_of_one_name(named: Sequence[Offer], wanted: str) -> Goal:
    """Return the goal to pass any offer of the usual one's level in the field that the name is, else that very offer.

    Many schools teach "werktuigbouwkunde"; who names it means any of them.
    """
    usual = named[0]
    level = usual.level.value
    if level and wanted in map(plain, usual.fields.value or ()):
        return LevelGoal(level, wanted)
    return OfferGoal(usual.id)


def _near(wanted: str, catalogue: Catalogue) -> tuple[str, ...]:
    names = {label for occupation in catalogue.occupations for label in occupation.labels.get("nl", ())}
    names |= {offer.name.value for offer in catalogue.offers if offer.name.value}
    return tuple(
        sorted(name for name in names if wanted in plain(name) or plain(name) in wanted)[:MOST_EXAMPLES]
    )
