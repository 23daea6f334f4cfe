"""The routes to show: the fastest, the cheapest and the one that goes best with work, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.routes.admission import verdict_for
from assistant.routes.eligible import TAKES_THE_WEEK
from assistant.routes.funding import OpenScheme, funding
from assistant.routes.planner_index import PlannerIndex
from assistant.routes.spans import Span, span_of
from assistant.routes.timetable import timetable
from assistant.routes.types import Outline, Person, Route, Step

MOST_SHOWN = 3

Rank = Callable[[Outline], tuple[float, ...]]


def chosen_to_show(outlines: Sequence[Outline], index: PlannerIndex) -> tuple[Outline, ...]:
    """Return at most three different routes with why each is shown, the fastest first.

    A route that is best in two ways is shown once, and the next best of the later way takes the free
    place. Known totals come before unknown ones.
    """
    chosen: dict[tuple[str, ...], list[str]] = {}
    for label, rank in _ranks(index).items():
        ordered = sorted(
            outlines, key=lambda outline: (*rank(outline), len(outline.offer_ids), outline.offer_ids)
        )
        if not ordered:
            return ()
        chosen.setdefault(ordered[0].offer_ids, []).append(label)
        fresh = next((outline for outline in ordered if outline.offer_ids not in chosen), None)
        if fresh is not None and len(chosen[ordered[0].offer_ids]) > 1:
            chosen[fresh.offer_ids] = []
    by_id = {outline.offer_ids: outline for outline in outlines}
    return tuple(
        replace(by_id[offers], labels=tuple(labels)) for offers, labels in list(chosen.items())[:MOST_SHOWN]
    )


def route_of(outline: Outline, index: PlannerIndex, person: Person, schemes: Sequence[OpenScheme]) -> Route:
    """Return a route with the verdict, the funding and the earliest start of each step."""
    offers = [index.offers[index.position[offer_id]] for offer_id in outline.offer_ids]
    steps = tuple(
        Step(
            offer,
            verdict_for(slot.person, offer, slot.rules, ask=False),
            span_of(offer.duration_months.value),
            span_of(offer.hours_per_week.value),
            funding(offer, schemes, person.today),
            slot.person.starts,
            slot.person.starts_at_latest,
            slot.waits,
        )
        for offer, slot in zip(offers, timetable(offers, index.catalogue.national_rules, person), strict=True)
    )
    return Route(steps, outline.totals, outline.labels)


def _ranks(index: PlannerIndex) -> dict[str, Rank]:
    def by_months(outline: Outline) -> tuple[float, ...]:
        return _certain(outline.totals.months)

    def by_euro(outline: Outline) -> tuple[float, ...]:
        return (*_certain(outline.totals.euro), *by_months(outline))

    def with_work(outline: Outline) -> tuple[float, ...]:
        modes = [index.offers[index.position[one]].mode.value for one in outline.offer_ids]
        full_weeks = sum(mode in TAKES_THE_WEEK for mode in modes)
        return (full_weeks, modes.count(None), *_certain(outline.totals.hours), *by_months(outline))

    return {"fastest": by_months, "cheapest": by_euro, "with_work": with_work}


def _certain(span: Span) -> tuple[float, float]:
    return (span.high, span.low)
