"""A plan in a file of the person's own, and the file opened again: read strictly, then held against today. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from assistant.interface.rooms.route.desk import Desk
from assistant.interface.rooms.route.planned import Plan, Wish
from assistant.interface.rooms.route.reading import LEVELS, LONGEST, MODES, MOST, YEARS
from assistant.profile import Profile
from assistant.routes.profile_json import BadProfileError, profile_from
from assistant.routes.saved import SavedRoute, save, saved_from, saved_object, what_changed
from assistant.routes.wording import Worded
from assistant.types import Language

FORMAT, VERSION = "leerwijzer-route", 1
MOST_BYTES = 16 * 1024
"""Bound on a file, of which a visit keeps the routes: three times what the longest of ours takes."""

MOST_ROUTES, MOST_STEPS, MOST_LISTED = 3, 20, 200


class BadFileError(Exception):
    """A file is not one of ours; `key` names the sentence that says what is wrong."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file holds: what the person asked, and the routes as they were on a day."""

    wish: Wish
    saved: Mapping[str, Any]
    """The routes in the form of `saved_object`, so that a visit can keep them."""


def file_of(plan: Plan) -> bytes:
    """Return a plan as a file: what was asked, and the routes shown. The person holds the only copy."""
    routes = [save(route, plan.today) for route in plan.routes.shown if route.steps]
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "saved_on": plan.today.isoformat(),
        "goal": plan.wish.goal,
        "profile": dict(plan.wish.profile),
        "excluded_modes": list(plan.wish.excluded_modes),
        "routes": [saved_object(route) for route in routes],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def opened(content: bytes) -> Opened:
    """Return what a file holds. Raises `BadFileError`, whatever the bytes are."""
    if len(content) > MOST_BYTES:
        raise BadFileError("file_large")
    try:
        raw = json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadFileError("file_not_ours") from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise BadFileError("file_not_ours")
    if raw.get("version") != VERSION:
        raise BadFileError("file_version")
    try:
        return _opened(raw)
    except (KeyError, TypeError, ValueError, OverflowError, BadProfileError) as error:
        raise BadFileError("file_damaged") from error


def _opened(raw: Mapping[str, Any]) -> Opened:
    goal, modes = raw["goal"], raw["excluded_modes"]
    if not (isinstance(goal, str) and isinstance(modes, list) and isinstance(raw["profile"], dict)):
        raise TypeError("goal, excluded_modes or profile")
    profile = {name: value for name, value in raw["profile"].items() if value is not None}
    _check(profile_from(profile))
    routes = [_route(one) for one in raw["routes"]]
    if len(routes) > MOST_ROUTES:
        raise ValueError("too many routes")
    saved_on = date.fromisoformat(raw["saved_on"])
    wish = Wish(profile, goal[:LONGEST], tuple(mode for mode in MODES if mode in modes))
    return Opened(wish, {"saved_on": saved_on.isoformat(), "routes": [saved_object(one) for one in routes]})


def _route(raw: Mapping[str, Any]) -> SavedRoute:
    route = saved_from(raw)
    if not 0 < len(route.steps) <= MOST_STEPS:
        raise ValueError("steps")
    for step in route.steps:
        spans = (step.months, step.euro)
        if len(step.schemes) > MOST_LISTED or not all(0 <= span.low <= span.high for span in spans):
            raise ValueError("a step")
    return route


def _check(profile: Profile) -> None:
    """Hold a profile to the bounds of the form. Raises ValueError."""
    diplomas = profile.diplomas or ()
    listed = [name for one in diplomas for name in (*one.fields, *(one.subjects or ()))]
    work = profile.experience or ()
    texts = [*listed, *(profile.tests or ()), profile.job, profile.place, profile.benefits]
    texts += [*(profile.languages or {}).keys(), *(profile.languages or {}).values()]
    numbers = {
        "uren": profile.hours_per_week,
        "budget": profile.budget_euro,
        "afstand": profile.travel_km,
        "jaren": sum(one.years for one in work),
    }
    days = [day for day in (profile.birth_date, profile.starts_after) if day]
    is_fine = (
        all(one.level in LEVELS for one in diplomas)
        and len(texts) + len(diplomas) + len(work) <= MOST_LISTED
        and all(text is None or len(text) <= LONGEST for text in texts)
        and all(value is None or value <= MOST[name] for name, value in numbers.items())
        and all(YEARS[0] <= day.year <= YEARS[1] for day in days)
    )
    if not is_fine:
        raise ValueError("profile")


def changes_since(
    saved: Mapping[str, Any], profile: Profile, desk: Desk, today: date, language: Language
) -> tuple[tuple[Worded, ...], ...]:
    """Return for each route of a file what is different today for the same person and steps."""
    routes = [saved_from(one) for one in saved["routes"]]
    return tuple(what_changed(route, profile, desk.index, today, language) for route in routes)


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)
