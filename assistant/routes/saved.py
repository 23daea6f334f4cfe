"""Keeping a route and looking at it again later, against newer records: what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.profile import Profile
from assistant.routes.amounts import euro_text, months_text
from assistant.routes.funding import open_schemes
from assistant.routes.phrases import say
from assistant.routes.planner import index_for, starting_person
from assistant.routes.planner_index import PlannerIndex
from assistant.routes.showing import route_of
from assistant.routes.spans import NOTHING, UNKNOWN, Span
from assistant.routes.types import Answer, Catalogue, Constraints, Outline, Route, Totals
from assistant.routes.wording import Worded, offer_name, rests_of
from assistant.types import Language


@dataclass(frozen=True, slots=True)
class SavedStep:
    """A step as it was: its name, verdict, length, net cost and the schemes that could pay."""

    offer_id: str
    name: str
    answer: Answer
    months: Span
    euro: Span
    schemes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SavedRoute:
    """A route as it was on a day. Nothing of the person is kept."""

    saved_on: date
    steps: tuple[SavedStep, ...]


def save(route: Route, today: date) -> SavedRoute:
    """Return what is kept of a route."""
    return SavedRoute(
        today,
        tuple(
            SavedStep(
                step.offer.id,
                offer_name(step.offer),
                step.verdict.answer,
                step.months,
                step.funding.net_euro,
                tuple(
                    v.scheme.id for v in step.funding.verdicts if v.answer in (Answer.YES, Answer.CONDITIONAL)
                ),
            )
            for step in route.steps
        ),
    )


def what_changed(
    saved: SavedRoute, profile: Profile, catalogue: Catalogue | PlannerIndex, today: date, language: Language
) -> tuple[Worded, ...]:
    """Return what is different now for the same steps; one sentence that says so when nothing is."""
    index = index_for(catalogue, today)
    gone = [step for step in saved.steps if step.offer_id not in index.position]
    if gone:
        return tuple(Worded(say(language, "saved_gone", {"offer": step.name})) for step in gone)
    person = starting_person(profile, Constraints(), index, today)
    schemes = open_schemes(index.catalogue.schemes, person, index.catalogue.regions)
    outline = Outline(tuple(step.offer_id for step in saved.steps), Totals(NOTHING, NOTHING, NOTHING))
    now = route_of(outline, index, person, schemes)
    found: list[Worded] = []
    names = {scheme.id: scheme.name for scheme in index.catalogue.schemes}
    for before, after, step in zip(saved.steps, save(now, today).steps, now.steps, strict=True):
        rests = rests_of(step.offer, "name", "duration_months", "costs")
        found += [Worded(text, rests) for text in _differences(before, after, names, language)]
    return tuple(found) or (Worded(say(language, "saved_same")),)


def _differences(
    before: SavedStep, after: SavedStep, names: Mapping[str, str], language: Language
) -> list[str]:
    found = []
    if before.answer is not after.answer:
        old, new = (say(language, f"answer_{answer.value}") for answer in (before.answer, after.answer))
        is_closed = after.answer is Answer.NO
        key = "saved_closed" if is_closed else "saved_verdict"
        found.append(say(language, key, {"offer": after.name, "old": old, "new": new}))
    for key, old_span, new_span, word in (
        ("saved_months", before.months, after.months, months_text),
        ("saved_euro", before.euro, after.euro, euro_text),
    ):
        if old_span != new_span:
            found.append(
                say(language, key, {"old": word(old_span, language), "new": word(new_span, language)})
            )
    if set(before.schemes) != set(after.schemes):
        gone = ", ".join(names.get(one, one) for one in before.schemes if one not in after.schemes)
        fresh = ", ".join(names.get(one, one) for one in after.schemes if one not in before.schemes)
        nothing = say(language, "nothing")
        found.append(say(language, "saved_schemes", {"gone": gone or nothing, "fresh": fresh or nothing}))
    return found


def saved_object(saved: SavedRoute) -> dict[str, Any]:
    """Return a saved route as JSON; `saved_from` reads it back."""
    return {
        "saved_on": saved.saved_on.isoformat(),
        "steps": [
            {
                "offer": step.offer_id,
                "name": step.name,
                "answer": step.answer.value,
                "months": _ends(step.months),
                "euro": _ends(step.euro),
                "schemes": list(step.schemes),
            }
            for step in saved.steps
        ],
    }


def saved_from(raw: Mapping[str, Any]) -> SavedRoute:
    """Return the route that `saved_object` wrote.

    Raises `KeyError`, `TypeError` or `ValueError` for another shape.
    """
    return SavedRoute(
        date.fromisoformat(raw["saved_on"]),
        tuple(
            SavedStep(
                str(step["offer"]),
                str(step["name"]),
                Answer(step["answer"]),
                _span(step["months"]),
                _span(step["euro"]),
                tuple(str(name) for name in step["schemes"]),
            )
            for step in raw["steps"]
        ),
    )


def _ends(span: Span) -> list[float | None]:
    return [span.low, span.high if span.is_known else None]


def _span(ends: list[float | None]) -> Span:
    low, high = ends
    return Span(float(low or 0), UNKNOWN.high if high is None else float(high))
