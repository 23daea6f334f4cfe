"""The planner's rules once more, written plainly and without the planner: every order of every set of offers.

Nothing here imports the code under test but its data classes. What a person holds after some offers depends on their
set only, the time that has gone by on their order too (who is too young waits), so all pairs of a set and a time that
can be reached step by step are walked.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain, combinations
from typing import Any

from assistant.profile import Profile
from assistant.routes.types import Catalogue, Constraints, Goal, LevelGoal
from knowledge.catalogue import rules as r
from knowledge.catalogue.types import Offer, OfferState, Scheme
from tests.assistant.routes.brute_conditions import (
    FAILS,
    HOLDS,
    INFINITE,
    LONGEST_WAIT,
    OPEN,
    UNKNOWN,
    Now,
    diploma,
    subject,
    truth,
)
from tests.assistant.routes.brute_limits import as_diploma, grants, keeps_to, reaches

Totals = tuple[float, float, float, float, float, float]
"""Months low and high, euro low and high, hours low and high."""


# --- rules --------------------------------------------------------------------------------------------------------


def leaves(condition: Any) -> list[Any]:
    if isinstance(condition, r.AllOf | r.AnyOf | r.AtLeast):
        return [leaf for part in condition.parts for leaf in leaves(part)]
    return [condition]


def without_levels(condition: Any, gone: set[str]) -> Any:
    match condition:
        case r.HasDiploma(levels, fields, profiles):
            left = tuple(level for level in levels if level not in gone)
            return r.HasDiploma(left, fields, profiles) if left else r.AnyOf(())
        case r.AllOf(parts):
            return r.AllOf(tuple(without_levels(part, gone) for part in parts))
        case r.AnyOf(parts):
            return r.AnyOf(tuple(without_levels(part, gone) for part in parts))
        case r.AtLeast(count, parts):
            return r.AtLeast(count, tuple(without_levels(part, gone) for part in parts))
    return condition


def condition_of(offer: Offer, catalogue: Catalogue, today: date) -> Any:
    """The rules in force as one condition; None when none names a way in."""
    ranked: list[tuple[int, r.Rule]] = []
    for one in offer.rule.statements:
        if in_window(one.value, today):
            ranked.append((3, one.value))
            break
    level = None if str(offer.kind) == "course" else offer.level.value  # no law of mbo is about courses
    for rule in catalogue.national_rules:
        if in_window(rule, today) and any(
            str(word) in rule.kinds for word in (offer.kind, level, offer.mode.value)
        ):
            names = [" ".join(name.lower().split()) for name in rule.programmes]
            fits_name = not names or " ".join((offer.name.value or "").lower().split()) in names
            if fits_name and (not rule.providers or offer.provider.value in rule.providers):
                ranked.append((2 if rule.providers else 1 if rule.programmes else 0, rule))
    gone = {old for _, rule in ranked for old in rule.replaces}
    ranked = [(level, rule) for level, rule in ranked if rule.id not in gone]
    ways, extra = [], []
    for level, rule in ranked:
        above = {
            name
            for higher, other in ranked
            if higher > level
            for leaf in leaves(other.condition)
            if isinstance(leaf, r.HasDiploma)
            for name in leaf.levels
        }
        kinds = leaves(rule.condition)
        only_on_top = kinds and all(
            isinstance(leaf, r.MustDo | r.HasEmployer | r.SpeaksAtLeast | r.Unstated) for leaf in kinds
        )
        (extra if only_on_top else ways).append(without_levels(rule.condition, above))
    return r.AllOf((r.AnyOf(tuple(ways)), *extra)) if ways else None


def in_window(rule: r.Rule, today: date) -> bool:
    return (rule.valid_from or date.min) <= today <= (rule.valid_until or date.max)


# --- offers -------------------------------------------------------------------------------------------------------


def profile_with(profile: Profile, offers: Iterable[Offer]) -> Profile:
    given = [grant for offer in offers for grant in grants(offer)]
    diplomas = [held for grant in given for held in as_diploma(grant)]
    tests = [test for grant in given for test in grant.tests]
    values = {name: getattr(profile, name) for name in Profile.__slots__}
    if diplomas:
        values["diplomas"] = (*(profile.diplomas or ()), *diplomas)
    if tests:
        values["tests"] = (*(profile.tests or ()), *tests)
    return Profile(**values)


# --- money --------------------------------------------------------------------------------------------------------


def gross(offer: Offer, today: date) -> tuple[float, float]:
    costs = offer.costs.value
    if costs is None:
        return 0, INFINITE
    year = today.year + ((today.month, today.day) > (9, 1))
    kinds = {cost.what for cost in costs}
    if "wettelijk collegegeld" in kinds:
        kinds.discard("instellingscollegegeld")
    low = high = 0.0
    length = offer.duration_months.value
    years = (length.low / 12, length.high / 12) if length else (0.0, INFINITE)
    for kind in kinds:
        same = [cost for cost in costs if cost.what == kind]
        chosen = [cost for cost in same if cost.study_year == f"{year}-{year + 1}"]
        newest = max(cost.study_year or "" for cost in same)
        chosen = chosen or [cost for cost in same if (cost.study_year or "") == newest]
        per_year = [cost.per == "jaar" for cost in chosen]
        low += min(c.euro.low * (years[0] if y else 1) for c, y in zip(chosen, per_year, strict=True))
        high += max(
            0.0 if c.euro.high == 0 else c.euro.high * (years[1] if y else 1)
            for c, y in zip(chosen, per_year, strict=True)
        )
    return low, high


def pays(scheme: Scheme, cost: float, years: tuple[float, float]) -> tuple[float, float]:
    amount, share = scheme.amount_euro.value, scheme.share.value
    factor = years if scheme.per == "jaar" else (1.0, 1.0)
    low = amount.low * factor[0] if amount else (0.0 if share is None else INFINITE)
    high = amount.high * factor[1] if amount else INFINITE
    if share is not None:
        low, high = min(low, share.low * cost), min(high, share.high * cost)
    return min(low, cost), min(high, cost)


def net(offer: Offer, catalogue: Catalogue, now: Now) -> tuple[float, float]:
    low, high = gross(offer, now.today)
    length = offer.duration_months.value
    years = (length.low / 12, length.high / 12) if length else (0.0, INFINITE)
    able: list[tuple[Scheme, int]] = []
    for scheme in catalogue.schemes:
        level = scheme_truth(scheme, offer, catalogue, now)
        if level >= OPEN and scheme.applicant == "person" and not scheme.is_loan:
            able.append((scheme, level))
    most = least = 0.0
    for some in chain.from_iterable(combinations(able, n) for n in range(1, len(able) + 1)):
        ids = [scheme.id for scheme, _ in some]
        if any(other in scheme.excludes and other != scheme.id for scheme, _ in some for other in ids):
            continue
        most = max(most, sum(pays(scheme, low, years)[1] for scheme, _ in some))
        if all(level == HOLDS for _, level in some) and not math.isinf(high):
            least = max(least, sum(pays(scheme, high, years)[0] for scheme, _ in some))
    return max(low - most, 0), max(high - least, 0)


def scheme_truth(scheme: Scheme, offer: Offer, catalogue: Catalogue, now: Now) -> int:
    if scheme.closes is not None and scheme.closes < now.today:
        return FAILS
    if scheme.windows and all(last < now.today for _, last in scheme.windows):
        return FAILS
    result = truth(scheme.condition, now)
    if scheme.is_unconfirmed or (scheme.opens or date.min) > now.today:
        result = min(result, OPEN)
    coming = sorted(window for window in scheme.windows if window[1] >= now.today)
    if coming and coming[0][0] > now.today:
        result = min(result, OPEN)
    if scheme.offer_kinds and offer.kind not in scheme.offer_kinds:
        return FAILS
    for wanted, value in ((scheme.offer_levels, offer.level.value), (scheme.offer_modes, offer.mode.value)):
        if wanted:
            result = min(result, UNKNOWN if value is None else HOLDS if value in wanted else FAILS)
    if scheme.regions:
        place = now.profile.place
        if place is None or (place not in catalogue.regions and place not in scheme.regions):
            result = min(result, UNKNOWN)
        elif place not in scheme.regions and not set(catalogue.regions[place]) & set(scheme.regions):
            return FAILS
    return result


# --- routes -------------------------------------------------------------------------------------------------------


class World:
    """One question over one catalogue, for trying everything."""

    def __init__(
        self, catalogue: Catalogue, profile: Profile, goal: Goal, limits: Constraints, today: date
    ) -> None:
        self.catalogue, self.profile, self.goal, self.limits, self.today = (
            catalogue,
            profile,
            goal,
            limits,
            today,
        )
        self.first_day = max(today, limits.starts_on or today, profile.starts_after or today)
        existing = [offer for offer in catalogue.offers if offer.state is not OfferState.ENDED]
        self.taught = frozenset(test for offer in existing for grant in grants(offer) for test in grant.tests)
        self.able = [offer for offer in existing if keeps_to(offer, limits, self.first_day)]
        self.condition = {offer.id: condition_of(offer, catalogue, today) for offer in self.able}
        self.able = [offer for offer in self.able if self.condition[offer.id] is not None]
        self.targets = [offer for offer in self.able if reaches(goal, offer, catalogue)]
        self.start = self.now([])
        self.waits: dict[tuple[str, frozenset[str]], float] = {}
        self.net = {offer.id: net(offer, catalogue, self.start) for offer in self.able}
        self.wanted = self.relevant()

    def now(self, done: Sequence[Offer], months: float = 0) -> Now:
        return Now(
            profile_with(self.profile, done), self.today, self.first_day, months, self.taught,
            self.limits.only_present_employer,
        )  # fmt: skip

    def months(self, done: Sequence[Offer]) -> tuple[float, float]:
        """The length of a sequence, waiting to be old enough included."""
        low = high = 0.0
        for place, offer in enumerate(done):
            wait = self.wait(offer, done[:place])
            low, high = max(low, wait), max(high, wait)
            length = offer.duration_months.value
            low, high = (low + length.low, high + length.high) if length else (low, INFINITE)
        return low, high

    def totals(self, done: Sequence[Offer]) -> Totals:
        hours = [
            (o.hours_per_week.value.low, o.hours_per_week.value.high)
            if o.hours_per_week.value
            else (0, INFINITE)
            for o in done
        ]
        euro = [self.net[o.id] for o in done]
        return (
            *self.months(done),
            sum(low for low, _ in euro), sum(high for _, high in euro),
            max(low for low, _ in hours), max(high for _, high in hours),
        )  # fmt: skip

    def wait(self, offer: Offer, done: Sequence[Offer]) -> float:
        """The months after which it can be entered with what was done; infinite when never."""
        key = (offer.id, frozenset(o.id for o in done))
        if key not in self.waits:
            condition = self.condition[offer.id]
            has_age = any(isinstance(leaf, r.IsAtLeast) for leaf in leaves(condition))
            tried = range(LONGEST_WAIT if has_age else 1)
            self.waits[key] = next(
                (m for m in tried if truth(condition, self.now(done, m)) >= OPEN), INFINITE
            )
        return self.waits[key]

    def relevant(self) -> list[Any]:
        """The atoms that the goal waits for, directly or through offers that give such an atom."""
        wanted: list[Any] = []
        pending = list(self.targets)
        while True:
            size = len(wanted)
            for offer in pending:
                if truth(self.condition[offer.id], self.start) >= OPEN:
                    continue
                for leaf in leaves(self.condition[offer.id]):
                    if leaf not in wanted and truth(leaf, self.start) < OPEN:
                        wanted.append(leaf)
            pending = [*self.targets, *(o for o in self.able if any(self.gives(o, leaf) for leaf in wanted))]
            if len(wanted) == size:
                return wanted

    def gives(self, offer: Offer, leaf: Any) -> bool:
        for grant in grants(offer):
            if isinstance(leaf, r.PassedTest) and leaf.name in grant.tests:
                return True
            for held in as_diploma(grant):
                if isinstance(leaf, r.HasDiploma) and diploma(leaf, held) == HOLDS:
                    return True
                if isinstance(leaf, r.HasSubject) and subject(leaf, held) == HOLDS:
                    return True
        return False

    def may_enter(self, offer: Offer, done: Sequence[Offer]) -> bool:
        return self.wait(offer, done) < INFINITE

    def is_useful(self, offer: Offer, done: Sequence[Offer]) -> bool:
        """Whether it gives a wanted atom that neither the start nor an earlier step gave."""
        return any(
            self.gives(offer, leaf) and not any(self.gives(earlier, leaf) for earlier in done)
            for leaf in self.wanted
            if not isinstance(leaf, r.IsAtLeast)
        )

    def why_not(self, offer_ids: Sequence[str]) -> str:
        """Return what is wrong with a route, "" when it is valid: the independent checker."""
        by_id = {offer.id: offer for offer in self.able}
        done: list[Offer] = []
        for place, offer_id in enumerate(offer_ids, start=1):
            offer = by_id.get(offer_id)
            if offer is None or offer in done:
                return f"{offer_id} is no offer that keeps to the limits, or comes twice"
            if not self.may_enter(offer, done):
                return f"{offer_id} may not be entered after {[o.id for o in done]}"
            is_last = place == len(offer_ids)
            if is_last != (offer in self.targets) and is_last:
                return f"{offer_id} does not reach the goal"
            if not is_last and not self.is_useful(offer, done):
                return f"{offer_id} gives nothing new"
            done.append(offer)
        if self.totals(done)[2] > (INFINITE if self.limits.budget_euro is None else self.limits.budget_euro):
            return "over budget"
        return ""

    def all_totals(self) -> set[Totals]:
        """Return the totals of every route there is."""
        found: set[Totals] = set()
        seen: set[object] = set()
        waiting: list[tuple[Offer, ...]] = [()]
        budget = INFINITE if self.limits.budget_euro is None else self.limits.budget_euro
        while waiting:
            done = waiting.pop()
            for offer in self.able:
                if offer in done or not self.may_enter(offer, done):
                    continue
                ids = (frozenset(o.id for o in (*done, offer)), self.months((*done, offer)))
                if offer in self.targets:
                    if self.totals((*done, offer))[2] <= budget:
                        found.add(self.totals((*done, offer)))
                elif ids not in seen and self.is_useful(offer, done):
                    seen.add(ids)
                    waiting.append((*done, offer))
        return found

    def frontier(self) -> set[Totals]:
        """Return the totals that no other totals beat: no worse everywhere, and different; as `compared`."""
        everything = {compared(totals) for totals in self.all_totals()}
        return {
            one
            for one in everything
            if not any(
                other != one and all(a <= b for a, b in zip(other, one, strict=True)) for other in everything
            )
        }

    def is_there(self) -> bool:
        """Whether the person holds what the goal asks already."""
        if not isinstance(self.goal, LevelGoal):
            return False
        wanted = r.HasDiploma((self.goal.level,), (self.goal.field,) if self.goal.field else ())
        return truth(wanted, self.start) == HOLDS


def compared(totals: Totals) -> Totals:
    """What is not known is worse than anything known, and all the same."""
    a, b, c, d, e, f = totals
    return (
        INFINITE if b == INFINITE else a, b, INFINITE if d == INFINITE else c, d, INFINITE if f == INFINITE else e, f
    )  # fmt: skip
