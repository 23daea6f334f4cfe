"""The days of a plan, for a calendar. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.interface.escaping import public_address
from assistant.interface.exports.calendar import Day
from assistant.interface.rooms.route.funding_rows import Group, funding_rows
from assistant.interface.rooms.route.planned import Plan
from assistant.interface.rooms.route.timeline import deadlines_of
from assistant.interface.rooms.route.words import dated, source_name
from assistant.interface.texts import Texts
from assistant.routes.types import Step
from assistant.routes.wording import offer_name
from knowledge.catalogue.facts import Provenance

Organisations = Mapping[str, str]


def days_of(plan: Plan, organisations: Organisations, texts: Texts) -> tuple[Day, ...]:
    """Return the days of the routes shown that lie ahead: last days to apply, first days of schemes, starts."""
    found: dict[str, Day] = {}
    for route in plan.routes.shown:
        for number, step in enumerate(route.steps, start=1):
            for day in (
                *_step_days(plan, step, number, texts),
                *_scheme_days(plan, step, organisations, texts),
            ):
                found.setdefault(f"{day.key} {day.day}", day)
    return tuple(sorted(found.values(), key=lambda one: (one.day, one.key)))


def _step_days(plan: Plan, step: Step, number: int, texts: Texts) -> list[Day]:
    offer, provenance = step.offer, step.verdict.provenance
    name, about = offer_name(offer), _about(provenance, texts)
    url = public_address(provenance.url) if provenance else None
    found = [
        Day(
            f"deadline {offer.id} {what}",
            day,
            texts["day_deadline"].format(what=what, offer=name),
            f"{about}\n{texts['who_decides']}",
            url,
            is_deadline=True,
        )
        for what, day in deadlines_of(step)
        if day >= plan.today
    ]
    known = offer.starts.provenance
    for start in offer.starts.value or ():
        if start.day and start.day >= step.starts:
            where = public_address(known.url) if known else None
            title = texts["day_start"].format(offer=name)
            found.append(Day(f"start {offer.id}", start.day, title, _about(known, texts), where))
    if number > 1 and not any(one.key == f"start {offer.id}" for one in found):
        title = texts["day_estimate"].format(number=number, offer=name)
        found.append(Day(f"estimate {offer.id}", step.starts, title, texts["day_estimate_note"]))
    return found


def _scheme_days(plan: Plan, step: Step, organisations: Organisations, texts: Texts) -> list[Day]:
    rows = {row.scheme.id: row for row in funding_rows(step, plan.person, organisations, texts)}
    found = []
    for verdict in step.funding.verdicts:
        row, scheme = rows[verdict.scheme.id], verdict.scheme
        if row.group is Group.NOT:
            continue
        text = f"{row.apply}. {row.why.text}\n{_about(row.provenance, texts)}\n{texts['who_decides']}"
        url = public_address(scheme.provenance.url)
        for key, day in (("opens", verdict.opens), ("closes", verdict.apply_by)):
            if day is not None:
                title = texts[f"day_{key}"].format(scheme=scheme.name)
                found.append(Day(f"{key} {scheme.id}", day, title, text, url, is_deadline=key == "closes"))
    return found


def _about(provenance: Provenance | None, texts: Texts) -> str:
    if provenance is None:
        return ""
    return f"{texts['source_one']}: {public_address(provenance.url) or source_name(provenance, texts)} ({dated(provenance, texts)})"
