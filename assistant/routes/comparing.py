"""Two to four offers or routes side by side: a table over time, cost, load, place, form, admission
and what follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.profile import Profile
from assistant.routes.admission import verdict
from assistant.routes.amounts import euro_text, hours_text, listed, months_text
from assistant.routes.costs import gross_euro
from assistant.routes.phrases import called, say
from assistant.routes.spans import span_of
from assistant.routes.types import Route, Verdict
from assistant.routes.wording import Rests, offer_name, rests_of
from assistant.types import Language
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import Offer

FEWEST, MOST = 2, 4
ROWS = ("name", "time", "cost", "load", "place", "mode", "admission", "follow_on")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one column says in one row, with what it rests on; "unknown" in the reader's language
    where nothing does.
    """

    text: str
    rests_on: tuple[Rests, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One thing compared; `differs` when the columns do not all say the same."""

    key: str
    title: str
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether two cells say different things."""
        return len({cell.text for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table: one column for each offer or route, rows in the order of `ROWS`."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def compare_offers(
    offers: Sequence[Offer], profile: Profile, national: Sequence[Rule], today: date, language: Language
) -> Comparison:
    """Return two to four offers side by side; ValueError for another number."""
    _check(len(offers))
    return _table(
        [_of_offer(o, verdict(profile, o, national, today), today, language) for o in offers], language
    )


def compare_routes(routes: Sequence[Route], language: Language) -> Comparison:
    """Return two to four routes side by side; ValueError for another number."""
    _check(len(routes))
    return _table([_of_route(route, language) for route in routes], language)


def _check(count: int) -> None:
    if not FEWEST <= count <= MOST:
        raise ValueError(f"{count} given; between {FEWEST} and {MOST} can be compared")


def _table(columns: Sequence[dict[str, Cell]], language: Language) -> Comparison:
    rows = tuple(
        Row(key, say(language, f"row_{key}"), tuple(column[key] for column in columns)) for key in ROWS
    )
    return Comparison(tuple(column["name"].text for column in columns), rows)


def _of_offer(offer: Offer, admission: Verdict, today: date, language: Language) -> dict[str, Cell]:
    places = [place.name for place in offer.places.value or ()]
    mode = offer.mode.value
    hours = span_of(offer.hours_per_week.value)
    rules = tuple(Rests(rule.id, "condition", rule.provenance) for rule in admission.rules)
    nothing = say(language, "unknown")
    return {
        "name": Cell(offer_name(offer), rests_of(offer, "name", "level")),
        "time": Cell(
            months_text(span_of(offer.duration_months.value), language), rests_of(offer, "duration_months")
        ),
        "cost": Cell(euro_text(gross_euro(offer, today), language), rests_of(offer, "costs")),
        "load": Cell(
            hours_text(hours, language) if hours.is_known else nothing, rests_of(offer, "hours_per_week")
        ),
        "place": Cell(listed(places, language) or nothing, rests_of(offer, "places")),
        "mode": Cell(called(mode.value, language) if mode else nothing, rests_of(offer, "mode")),
        "admission": Cell(say(language, f"answer_{admission.answer.value}"), rules),
        "follow_on": Cell(
            listed(offer.follow_on.value or (), language) or nothing, rests_of(offer, "follow_on")
        ),
    }


def _of_route(route: Route, language: Language) -> dict[str, Cell]:
    offers = [step.offer for step in route.steps]
    nothing = say(language, "unknown")
    hours = route.totals.hours

    def rests(*fields: str) -> tuple[Rests, ...]:
        return tuple(one for offer in offers for one in rests_of(offer, *fields))

    places = list(dict.fromkeys(place.name for offer in offers for place in offer.places.value or ()))
    modes = [called(offer.mode.value.value, language) if offer.mode.value else nothing for offer in offers]
    answers = [say(language, f"answer_{step.verdict.answer.value}") for step in route.steps]
    rules = tuple(Rests(r.id, "condition", r.provenance) for step in route.steps for r in step.verdict.rules)
    follow_on = offers[-1].follow_on.value or () if offers else ()
    return {
        "name": Cell(" → ".join(offer_name(offer) for offer in offers), rests("name", "level")),
        "time": Cell(months_text(route.totals.months, language), rests("duration_months")),
        "cost": Cell(euro_text(route.totals.euro, language), rests("costs")),
        "load": Cell(hours_text(hours, language) if hours.is_known else nothing, rests("hours_per_week")),
        "place": Cell(listed(places, language) or nothing, rests("places")),
        "mode": Cell(" → ".join(modes), rests("mode")),
        "admission": Cell(" → ".join(answers), rules),
        "follow_on": Cell(listed(follow_on, language) or nothing, rests("follow_on")),
    }
