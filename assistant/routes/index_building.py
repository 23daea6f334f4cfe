"""Builds the planner's index from a catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Generic, TypeVar

import numpy as np

from assistant.routes.ages import SCHOOL_YEAR_STARTS, year_of_start
from assistant.routes.compiled import Compiled, bits_of, compile_condition, places_of
from assistant.routes.funding import Price, price_of
from assistant.routes.goals import names_of
from assistant.routes.grants import grants_of, meets, taught_tests
from assistant.routes.planner_index import NEVER_STARTS, NO_RULE, Columns, Ids, Numbers, Pair, PlannerIndex
from assistant.routes.rules_in_force import joined, kinds_of, plain, rules_in_force
from assistant.routes.spans import span_of
from assistant.routes.types import Atom, Catalogue
from knowledge.catalogue.rules import Condition, HasDiploma, HasSubject, PassedTest, Rule
from knowledge.catalogue.types import Grant, Offer, OfferState, Place

T = TypeVar("T", bound=Hashable)


def build_index(catalogue: Catalogue, day: date) -> PlannerIndex:
    """Return the index of a catalogue for a day; offers that have ended are left out.

    Takes about 30 microseconds for each offer, and less than a kilobyte besides the records themselves.
    """
    offers = tuple(
        sorted((o for o in catalogue.offers if o.state is not OfferState.ENDED), key=lambda o: o.id)
    )
    reader = _Reader(catalogue.national_rules, day)
    for offer in offers:
        reader.read(offer)
    granted = _granted(reader.grants.values, reader.atoms.values)
    columns, pairs = _paired(reader.columns(), granted)
    return PlannerIndex(
        catalogue=catalogue,
        first_day=day,
        last_day=_last_day(offers, catalogue.national_rules, day),
        offers=offers,
        position={offer.id: place for place, offer in enumerate(offers)},
        atoms=reader.atoms.values,
        conditions=tuple(reader.conditions),
        compiled=reader.compiled.values,
        granted=granted,
        pairs=pairs,
        pairs_of_condition=_listed((pair.condition,) for pair in pairs),
        pairs_of_atom=_listed(places_of(pair.sets) for pair in pairs),
        waiting_for=_listed(places_of(bits_of(compiled)) for compiled in reader.compiled.values),
        grants=reader.grants.values,
        prices=reader.prices.values,
        modes=reader.modes.values,
        kinds=reader.kinds.values,
        languages=reader.languages.values,
        places=reader.places.values,
        columns=columns,
        taught=taught_tests(offers),
        by_name=_listed((*(offer.occupations.value or ()), *names_of(offer)) for offer in offers),
    )


class _Codes(Generic[T]):
    """Numbers the different values that it is given, in order of appearance."""

    def __init__(self) -> None:
        self._number: dict[T, int] = {}

    def of(self, value: T) -> int:
        return self._number.setdefault(value, len(self._number))

    @property
    def values(self) -> tuple[T, ...]:
        return tuple(self._number)


class _Reader:
    """Reads offers one by one into columns of numbers."""

    def __init__(self, national: Sequence[Rule], day: date) -> None:
        self._national, self._day = national, day
        self._programmes = {plain(name) for rule in national for name in rule.programmes}
        self._providers = {plain(name) for rule in national for name in rule.providers}
        self._rules_of: dict[tuple[str, str, str], tuple[Rule, ...]] = {}
        self._condition_of: dict[tuple[str, ...], Condition | None] = {}
        self.atoms: _Codes[Atom] = _Codes()
        self.conditions: list[Condition] = []
        self.compiled: _Codes[Compiled] = _Codes()
        self.grants: _Codes[tuple[Grant, ...]] = _Codes()
        self.prices: _Codes[Price] = _Codes()
        self.modes: _Codes[str | None] = _Codes()
        self.kinds: _Codes[str] = _Codes()
        self.languages: _Codes[str | None] = _Codes()
        self.places: _Codes[tuple[Place, ...] | None] = _Codes()
        self._variants: _Codes[tuple[float, ...]] = _Codes()
        self._codes: list[tuple[int, ...]] = []
        self._spans: list[tuple[float, ...]] = []

    def read(self, offer: Offer) -> None:
        """Add one offer to the columns."""
        condition = self._condition(offer)
        grant = self.grants.of(tuple(replace(grant, name="") for grant in grants_of(offer)))
        price = self.prices.of(price_of(offer, self._day))
        months, hours = span_of(offer.duration_months.value), span_of(offer.hours_per_week.value)
        spans = (months.low, months.high, hours.low, hours.high)
        variant = self._variants.of((condition, grant, price, *spans))
        codes = (
            self.modes.of(offer.mode.value),
            self.kinds.of(offer.kind.value),
            self.languages.of(offer.language.value),
            self.places.of(offer.places.value),
        )
        self._codes.append((condition, grant, NO_RULE, price, variant, *codes))
        self._spans.append((*spans, _last_start(offer)))

    def columns(self) -> Columns:
        """Return what was read."""
        codes: Ids = np.array(self._codes, dtype=np.int64).reshape(-1, 9)
        spans: Numbers = np.array(self._spans, dtype=np.float64).reshape(-1, 5)
        numbers = [np.ascontiguousarray(codes[:, place]) for place in range(9)]
        ends = [np.ascontiguousarray(spans[:, place]) for place in range(5)]
        return Columns(*numbers, *ends)  # type: ignore[arg-type]

    def _condition(self, offer: Offer) -> int:
        """Return the number of the condition that the rules in force join to."""
        name, provider = plain(offer.name.value or ""), plain(offer.provider.value or "")
        key = (
            *kinds_of(offer),
            name if name in self._programmes else "",
            provider if provider in self._providers else "",
        )
        if offer.rule.is_known:
            return self._number(joined(rules_in_force(offer, self._rules(offer), self._day)))
        if key not in self._condition_of:
            self._condition_of[key] = joined(rules_in_force(offer, self._rules(offer), self._day))
        return self._number(self._condition_of[key])

    def _rules(self, offer: Offer) -> tuple[Rule, ...]:
        """Return the national rules that name the kind, level or mode of an offer."""
        key = kinds_of(offer)
        if key not in self._rules_of:
            named = set(key)
            self._rules_of[key] = tuple(rule for rule in self._national if named & set(rule.kinds))
        return self._rules_of[key]

    def _number(self, condition: Condition | None) -> int:
        if condition is None:
            return NO_RULE
        number = self.compiled.of(compile_condition(condition, self.atoms.of))
        if number == len(self.conditions):
            self.conditions.append(condition)
        return number


def _listed(names_of_each: Iterable[Iterable[T]]) -> dict[T, tuple[int, ...]]:
    """Return for each name the places of those that bear it, in order."""
    found: dict[T, list[int]] = defaultdict(list)
    for place, names in enumerate(names_of_each):
        for name in dict.fromkeys(names):
            found[name].append(place)
    return {name: tuple(places) for name, places in found.items()}


def _granted(grants: Iterable[tuple[Grant, ...]], atoms: Sequence[Atom]) -> tuple[int, ...]:
    """Return for each grant the bits of the atoms that it makes hold."""
    by_level: dict[str, list[int]] = defaultdict(list)
    by_test: dict[str, list[int]] = defaultdict(list)
    for place, atom in enumerate(atoms):
        if isinstance(atom, HasDiploma | HasSubject):
            for level in atom.levels or ("",):
                by_level[level].append(place)
        elif isinstance(atom, PassedTest):
            by_test[atom.name].append(place)
    found = []
    for several in grants:
        bits = 0
        for grant in several:
            tests = (place for test in grant.tests for place in by_test[test])
            for place in {*by_level[grant.level], *by_level[""], *tests}:
                bits |= meets(grant, atoms[place]) << place
        found.append(bits)
    return tuple(found)


def _last_start(offer: Offer) -> float:
    days = [start.day for start in offer.starts.value or ()]
    known = [day for day in days if day is not None]
    return float(max(known).toordinal()) if known and len(known) == len(days) else NEVER_STARTS


def _paired(columns: Columns, granted: Sequence[int]) -> tuple[Columns, tuple[Pair, ...]]:
    """Return the offers by condition and grant, those without a rule left out, and the columns with
    their pair.
    """
    order = np.lexsort((columns.grant, columns.condition))
    order = order[columns.condition[order] != NO_RULE]
    if not len(order):
        return columns, ()
    keys = np.stack((columns.condition[order], columns.grant[order]), axis=1)
    first = np.flatnonzero(np.any(keys[1:] != keys[:-1], axis=1)) + 1
    groups = [np.sort(group) for group in np.split(order, first)]
    pair_of = np.full(len(columns.pair), NO_RULE)
    for number, group in enumerate(groups):
        pair_of[group] = number
    pairs = tuple(
        Pair(int(columns.condition[group[0]]), granted[int(columns.grant[group[0]])], group)
        for group in groups
    )
    return replace(columns, pair=pair_of), pairs


def _last_day(offers: Sequence[Offer], national: Sequence[Rule], day: date) -> date:
    """Return the last day on which rules and study year are those of `day`."""
    last = date(year_of_start(day), *SCHOOL_YEAR_STARTS)
    rules = [*national, *(stated.value for offer in offers for stated in offer.rule.statements)]
    for rule in rules:
        if rule.valid_from is not None and rule.valid_from > day:
            last = min(last, rule.valid_from - timedelta(days=1))
        if rule.valid_until is not None and rule.valid_until >= day:
            last = min(last, rule.valid_until)
    return last
