"""Values of records as people read them, in the reader's language: pure, from phrase files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.routes.phrases import called
from assistant.types import Language
from assistant.writing.phrases import keys, say
from assistant.writing.translated import translation_of
from knowledge.catalogue.facts import Provenance, Stated
from knowledge.catalogue.lengths import Unit, in_units
from knowledge.catalogue.publishers import publisher_of
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import Between, Cost, Occupation, Offer, OfferState
from knowledge.catalogue.wording import start_words
from knowledge.language.months import day_in_words, month_day_in_words

WHOLE_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)")
"""A day of the month that every month has, so that it is always a date."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words values in one language; `organisations` are the names of organisations by id."""

    language: Language
    organisations: Mapping[str, str]

    def say(self, key: str) -> str:
        """Return a phrase without values."""
        return say(self.language, f"record_{key}")

    def fill(self, key: str, values: Mapping[str, object]) -> str:
        """Return a phrase with its values."""
        return say(self.language, f"record_{key}", values)

    def value(self, kind: str, value: str) -> str:
        """Return the word for a value of a facet ("deeltijd": "part-time"); the value itself where there is none."""
        key = f"record_{kind}_{value}"
        if kind == "provider":
            return self.organisations.get(value, value)
        if kind == "field":
            return called(value, self.language)
        return say(self.language, key) if key in keys(self.language) else value

    def number(self, value: float) -> str:
        """Return 2694 as "2.694", in English "2,694"; decimals with a comma, in English with a point."""
        text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"
        return text if self.language is Language.ENGLISH else text.translate(str.maketrans(",.", ".,"))

    def between(self, range_: Between) -> str:
        """Return "12" or "12 tot 24"."""
        low, high = self.number(range_.low), self.number(range_.high)
        return low if low == high else self.fill("between", {"low": low, "high": high})

    def _dated(self, as_of: str) -> str:
        """Return a whole date in words; what a source gives of a date otherwise stays as it is."""
        return self.day(date.fromisoformat(as_of)) if WHOLE_DATE.fullmatch(as_of) else as_of

    def day(self, day: date) -> str:
        """Return "21 november 2026", in German "21. November 2026"."""
        return day_in_words(day, self.language.value)

    def day_of_year(self, day: date) -> str:
        """Return "21 november", in German "21. November"."""
        return month_day_in_words(day.month, day.day, self.language.value)

    def join(self, parts: Iterable[str]) -> str:
        """Return "a, b en c"."""
        *rest, last = list(parts) or [""]
        return f"{', '.join(rest)} {self.say('and')} {last}" if rest else last

    def offer(self, offer: Offer, has_state: bool = True) -> str:
        """Return an offer in one line: name, then kind or level, mode, provider and places, as far as known."""
        level = offer.level.value or ""
        kind = self.value("level", level) if level.startswith("mbo") else self.value("kind", offer.kind.value)
        provider = offer.provider.value
        parts = [
            kind,
            self.value("mode", offer.mode.value.value) if offer.mode.value else "",
            self.value("provider", provider) if provider else self._nobody(offer),
            ", ".join(place.name for place in offer.places.value or ()),
        ]
        state = f" ({self.say('unconfirmed')})" if has_state and offer.state is OfferState.UNCONFIRMED else ""
        if offer.state is OfferState.ENDED:
            state = f" ({self.say('ended')})"
        return f"{offer.name.value or offer.id}: {', '.join(part for part in parts if part)}{state}"

    def _nobody(self, offer: Offer) -> str:
        is_national = any(code.kind == "crebo" for code in offer.codes.value or ())
        return self.say("national") if is_national else ""

    def months(self, range_: Between) -> str:
        """Return a duration in the unit in which people say it: years, months, weeks or days."""
        spoken, unit = in_units(range_)
        key = f"{unit.value}s" if unit is Unit.MONTH or spoken.high != 1 else unit.value
        return f"{self.between(spoken)} {self.say(key)}"

    def euros(self, range_: Between) -> str:
        """Return "2.694", or with its cents where it has any: "785,50"; of two ends both."""
        low, high = (self._euro(end) for end in (range_.low, range_.high))
        return low if low == high else self.fill("between", {"low": low, "high": high})

    def _euro(self, amount: float) -> str:
        if float(amount).is_integer():
            return self.number(amount)
        text = f"{amount:,.2f}"
        return text if self.language is Language.ENGLISH else text.translate(str.maketrans(",.", ".,"))

    def cost(self, cost: Cost) -> str:
        """Return "2.694 euro per jaar (wettelijk collegegeld)"; where no source says what it is paid for, that."""
        notes = [
            self.value("fee", cost.what),
            cost.group,
            self.say("provisional") if cost.is_provisional else "",
            "" if cost.euro.high else self.say("free"),
            "" if cost.per or not cost.euro.high else self.say("per_unknown"),
        ]
        about = ", ".join(note for note in notes if note)
        key = "euro_per" if cost.per and cost.euro.high else "euro_bare"
        amount = self.fill(key, {"euro": self.euros(cost.euro), "per": self.value("per", cost.per)})
        return f"{amount}{f' ({about})' if about else ''}"

    def field(self, name: str, value: Any) -> str:
        """Return the value of a field of an offer: a duration, codes, places, languages, starts, its study load or level."""
        said: Mapping[str, Callable[[Any], str]] = {
            "duration_months": self.months,
            "codes": lambda codes: ", ".join(f"{code.kind} {code.value}" for code in codes),
            "places": lambda places: ", ".join(place.name for place in places),
            "language": lambda codes: ", ".join(self.value("language", code) for code in codes.split("+")),
            "starts": lambda starts: ", ".join(
                self.day(start.day) if start.day else start_words(start) for start in starts
            ),
            "ects": lambda points: f"{self.number(points)} EC",
            "nlqf": self.number,
            "rule": self._rule,
            "mode": lambda mode: self.value("mode", mode.value),
            "level": lambda level: self.value("level" if level.startswith("mbo") else "kind", level),
        }
        return said[name](value)

    def _rule(self, rule: Rule) -> str:
        """Return who may enter, in the reader's language where the editors have it; the label says what it is about."""
        translated = translation_of(rule.text, self.language)
        return re.sub(r"^(?:Access|Zugang): ", "", translated).rstrip(".") if translated else rule.text

    def occupation(self, occupation: Occupation) -> str:
        """Return the name of an occupation in the reader's language, else in Dutch, else any."""
        labels = occupation.labels
        own = (
            labels.get(self.language.value)
            or labels.get("nl")
            or next(iter(labels.values()), (occupation.id,))
        )
        return own[0]

    def source(self, about: Provenance) -> str:
        """Return who says it and when: "volgens Universiteit Twente (2025-2026)"."""
        publisher = publisher_of(about.url)
        if not publisher:
            return ""
        dated = self._dated(about.as_of) if about.as_of not in ("", "z.d.") else self.say("undated")
        return self.fill("according_to", {"source": publisher, "date": dated})


def costs_of_year(
    offer: Offer, years: tuple[str, ...]
) -> tuple[str, tuple[tuple[Cost, Stated[tuple[Cost, ...]]], ...]]:
    """Return the study year asked, else the newest stated, and each different cost of it with its statement.

    Costs of another study mode are left out. The year is "" for costs that state none.
    """
    stated = [
        (cost, statement)
        for statement in offer.costs.statements
        for cost in statement.value
        if cost.mode in (None, offer.mode.value)
    ]
    have = {_year(cost, statement) for cost, statement in stated}
    asked = [year for year in have if any(year == one or year.startswith(f"{one}-") for one in years)]
    year = max(asked) if years and asked else "" if years else max(have, default="")
    found: dict[tuple[Between, str], tuple[Cost, Stated[tuple[Cost, ...]]]] = {}
    for cost, statement in stated:
        if _year(cost, statement) == year and (asked or not years):
            found.setdefault((cost.euro, cost.group), (cost, statement))
    return year, tuple(found.values())


NEARLY = 1.0
"""Euros that two amounts of one year may differ in and be said as one: they are rounded otherwise, and no other price."""


def is_nearly_one(stated: Sequence[tuple[Cost, Stated[tuple[Cost, ...]]]]) -> bool:
    """Say whether the amounts of one year are a single price that sources round otherwise: 2.694 and 2.695 euro."""
    costs = [cost for cost, _ in stated]
    same = {(cost.per, cost.what, cost.group, cost.is_provisional) for cost in costs}
    amounts = [cost.euro.high for cost in costs]
    exact = all(cost.euro.low == cost.euro.high for cost in costs)
    return len(costs) > 1 and len(same) == 1 and exact and max(amounts) - min(amounts) <= NEARLY


def has_disputed_costs(offer: Offer, years: tuple[str, ...]) -> bool:
    """Say whether sources give an offer different prices for one year."""
    stated = costs_of_year(offer, years)[1]
    return len(stated) > 1 and not is_nearly_one(stated)


def costs_text(stated: Sequence[tuple[Cost, Stated[tuple[Cost, ...]]]], words: Words) -> str:
    """Return the amounts of one year, each with its source where they differ; those of nearly one price with "of" between."""
    if is_nearly_one(stated):
        first, *_, last = sorted((cost for cost, _ in stated), key=lambda cost: cost.euro.high)
        return words.fill("or_amount", {"low": words.euros(first.euro), "cost": words.cost(last)})
    return ", ".join(f"{words.cost(cost)} {words.source(one.provenance)}".strip() for cost, one in stated)


def _year(cost: Cost, statement: Stated[tuple[Cost, ...]]) -> str:
    return cost.study_year or statement.provenance.study_year or ""
