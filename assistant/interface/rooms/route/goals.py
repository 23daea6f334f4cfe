"""From the words of a goal to the goal, typing errors included; what else may have been meant."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from assistant.interface.rooms.route.desk import Desk
from assistant.routes.route_cli import UnknownGoalError, goal_named
from assistant.routes.rules_in_force import plain
from assistant.routes.types import Goal, LevelGoal, OccupationGoal, OfferGoal
from assistant.routes.wording import offer_name
from assistant.routes.wording_conditions import diploma_text
from assistant.types import Language
from assistant.writing.plannings import SURE_ENOUGH
from knowledge.catalogue.rules import HasDiploma
from knowledge.catalogue.types import Occupation

MOST_ALTERNATIVES = 4
LIKELY = 0.05
"""Chance from which an occupation is offered as something else that may have been meant."""

ALIKE = 0.84
"""Similarity of letters (difflib) from which a name is taken for a misspelled goal."""


@dataclass(frozen=True, slots=True)
class FoundGoal:
    """A goal with its name; `is_taken` when the words were not its name, so that it must be said."""

    goal: Goal
    name: str
    is_taken: bool
    alternatives: tuple[str, ...] = ()
    """Other goals in words that are understood."""


@dataclass(frozen=True, slots=True)
class NoGoal:
    """No record bears a name near the words; `near` are names that hold or resemble them."""

    words: str
    near: tuple[str, ...]


def find_goal(words: str, desk: Desk, language: Language) -> FoundGoal | NoGoal:
    """Return the goal that words name or mean. The same words give the same goal."""
    try:
        goal = goal_named(words, desk.catalogue)
    except UnknownGoalError as error:
        return _meant(words, error.near, desk, language)
    name = goal_name(goal, desk, language)
    return FoundGoal(
        goal, name, plain(name) != plain(words), _others(goal, words, desk) if _is_word(words) else ()
    )


def _meant(words: str, near: tuple[str, ...], desk: Desk, language: Language) -> FoundGoal | NoGoal:
    ranked = desk.rank(words, MOST_ALTERNATIVES + 1)
    if ranked and ranked[0][1] >= SURE_ENOUGH:
        goal = OccupationGoal(ranked[0][0])
        return FoundGoal(goal, goal_name(goal, desk, language), True, _others(goal, words, desk))
    alike = _alike(words, desk)
    if alike:
        goal_of_name = goal_named(alike[0], desk.catalogue)
        name = goal_name(goal_of_name, desk, language)
        return FoundGoal(goal_of_name, name, True, alike[1 : MOST_ALTERNATIVES + 1])
    likely = [_label(desk, one, Language.DUTCH) for one, chance in ranked if chance >= LIKELY]
    return NoGoal(words, tuple(dict.fromkeys((*likely, *near)))[:MOST_ALTERNATIVES])


def _alike(words: str, desk: Desk) -> tuple[str, ...]:
    """Return the names of goals that differ from the words by a few letters, the nearest first."""
    by_plain = {plain(name): name for name in desk.choices.goals}
    for occupation in desk.catalogue.occupations:
        for labels in occupation.labels.values():
            by_plain.update({plain(label): label for label in labels if plain(label) not in by_plain})
    wanted = plain(words)
    able = [name for name in by_plain if abs(len(name) - len(wanted)) <= 3]
    return tuple(by_plain[name] for name in get_close_matches(wanted, able, MOST_ALTERNATIVES + 1, ALIKE))


def _others(goal: Goal, words: str, desk: Desk) -> tuple[str, ...]:
    """Return other goals that bear the words in their name or may be meant by them."""
    wanted = plain(words)
    levels = {
        offer.level.value
        for offer in desk.catalogue.offers
        if offer.level.value and wanted in map(plain, offer.fields.value or ())
    }
    own = goal.level if isinstance(goal, LevelGoal) else None
    found = [f"{level} {wanted}" for level in sorted(levels) if level != own]
    found += [
        _label(desk, one, Language.DUTCH)
        for one, chance in desk.rank(words, MOST_ALTERNATIVES + 1)
        if chance >= LIKELY and OccupationGoal(one) != goal
    ]
    return tuple(dict.fromkeys(found))[:MOST_ALTERNATIVES]


def _is_word(words: str) -> bool:
    return len(words.split()) <= 3


def goal_name(goal: Goal, desk: Desk, language: Language) -> str:
    """Return the name of a goal."""
    if isinstance(goal, OccupationGoal):
        return _label(desk, goal.occupation_id, language)
    if isinstance(goal, OfferGoal):
        return offer_name(desk.index.offers[desk.index.position[goal.offer_id]])
    fields = (goal.field,) if goal.field else ()
    return diploma_text(HasDiploma((goal.level,), fields), language, "diploma")


def _label(desk: Desk, occupation_id: str, language: Language) -> str:
    occupation = next(one for one in desk.catalogue.occupations if one.id == occupation_id)
    return label_of(occupation, language)


def label_of(occupation: Occupation, language: Language) -> str:
    """Return the name of an occupation in a language, in Dutch where it has none there."""
    for code in (language.value, "nl", "en", "de"):
        if occupation.labels.get(code):
            return occupation.labels[code][0]
    return occupation.id
