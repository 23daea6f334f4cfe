"""The planner's rules once more, written plainly and without the planner: every order of every set of offers.

Nothing here imports the code under test but its data classes. What a person holds after some offers depends on their
set only, the time that has gone by on their order too (who is too young waits), so all pairs of a set and a time that
can be reached step by step are walked.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations
from typing import Any

from assistant.profile import HeldDiploma, Profile
from assistant.routes.types import Catalogue, Constraints, Goal, LevelGoal, OccupationGoal
from knowledge.catalogue import rules as r
from knowledge.catalogue.types import Grant, Offer, OfferState, Scheme

FAILS, UNKNOWN, OPEN, HOLDS = 0, 1, 2, 3
INFINITE = math.inf
LONGEST_WAIT = 160
"""Nobody in the random cases is more than thirteen years too young."""
Totals = tuple[float, float, float, float, float, float]
"""Months low and high, euro low and high, hours low and high."""


@dataclass(frozen=True)
class Now:
    """A person at the moment of a step."""

    profile: Profile
    today: date
    first_day: date
    months: float
    taught: frozenset[str]
    only_present_employer: bool


# --- conditions ---------------------------------------------------------------------------------------------------


def truth(condition: Any, now: Now) -> int:
    match condition:
        case r.AllOf(parts):
            return min([truth(part, now) for part in parts] + [HOLDS])
        case r.AnyOf(parts):
            return max([truth(part, now) for part in parts] + [FAILS])
        case r.AtLeast(count, parts):
            return at_least(count, [truth(part, now) for part in parts])
        case r.HasDiploma():
            return told(now, [diploma(condition, held) for held in now.profile.diplomas or ()])
        case r.HasSubject():
            return told(now, [subject(condition, held) for held in now.profile.diplomas or ()])
        case r.IsAtLeast():
            return age(condition, now)
        case r.HasExperience():
            return experience(condition, now)
        case r.HasEmployer():
            return employer(condition, now)
        case r.SpeaksAtLeast(language, level):
            order = ["A1", "A2", "B1", "B2", "C1", "C2"]
            mine = (now.profile.languages or {}).get(language)
            if mine is None or mine not in order or level not in order:
                return UNKNOWN
            return HOLDS if order.index(mine) >= order.index(level) else FAILS
        case r.PassedTest(name):
            if name in (now.profile.tests or ()):
                return HOLDS
            return FAILS if name in now.taught else OPEN
        case r.MustDo():
            return OPEN
        case r.Unstated():
            return UNKNOWN
    raise AssertionError(condition)


def at_least(count: int, truths: list[int]) -> int:
    """The best level at which enough parts are at least that true."""
    for level in (HOLDS, OPEN, UNKNOWN):
        if sum(one >= level for one in truths) >= count:
            return level
    return FAILS


def told(now: Now, truths: list[int]) -> int:
    return UNKNOWN if now.profile.diplomas is None else max([*truths, FAILS])


def diploma(condition: r.HasDiploma, held: HeldDiploma) -> int:
    if held.level not in condition.levels:
        return FAILS
    result = HOLDS
    if condition.fields and not any(name in held.fields for name in condition.fields):
        result = FAILS if held.fields else UNKNOWN
    if condition.profiles and held.profile not in condition.profiles:
        result = min(result, UNKNOWN if held.profile is None else FAILS)
    return result


def subject(condition: r.HasSubject, held: HeldDiploma) -> int:
    if condition.levels and held.level not in condition.levels:
        return FAILS
    if held.subjects is None:
        secondary = held.level.split("-")[0] in ("vmbo", "havo", "vwo", "mavo") or held.level[2:3] == "-"
        return UNKNOWN if condition.levels or secondary else FAILS
    return HOLDS if any(name in held.subjects for name in condition.subjects) else FAILS


def experience(condition: r.HasExperience, now: Now) -> int:
    work = now.profile.experience
    if condition.years <= 0:
        return HOLDS
    if work is None:
        return UNKNOWN
    fits = [w for w in work if not condition.fields or any(name in w.fields for name in condition.fields)]
    vague = [w for w in work if condition.fields and not w.fields]
    if sum(w.years for w in fits) >= condition.years:
        return HOLDS
    return UNKNOWN if sum(w.years for w in [*fits, *vague]) >= condition.years else FAILS


def employer(condition: r.HasEmployer, now: Now) -> int:
    has, recognised = now.profile.has_employer, now.profile.is_recognised_employer
    if has is True and (not condition.is_recognised or recognised is True):
        return HOLDS
    if not now.only_present_employer:
        return OPEN
    return UNKNOWN if has is None or (has is True and recognised is None) else FAILS


def age(condition: r.IsAtLeast, now: Now) -> int:
    born = births(now)
    if not born:
        return UNKNOWN
    reached = [
        years_on(threshold(condition, now.first_day, now.months), day) >= condition.years for day in born
    ]
    return HOLDS if all(reached) else UNKNOWN if any(reached) else FAILS


def births(now: Now) -> list[date]:
    """The first and the last possible birth date."""
    if now.profile.birth_date is not None:
        return [now.profile.birth_date]
    if now.profile.age is None:
        return []
    latest = date(now.today.year - now.profile.age, now.today.month, now.today.day)
    earliest = date.fromordinal(date(latest.year - 1, latest.month, latest.day).toordinal() + 1)
    return [earliest, latest]


def threshold(condition: r.IsAtLeast, first_day: date, months: float) -> date:
    """The day on which age counts: in the year of the first 1 September after so many whole months."""
    count = first_day.year * 12 + (first_day.month - 1) + math.floor(months)
    year, month = count // 12, count % 12 + 1
    year += (month, first_day.day) > (9, 1)
    return date(year, condition.month, condition.day)


def years_on(day: date, born: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


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
    for rule in catalogue.national_rules:
        if in_window(rule, today) and any(
            str(word) in rule.kinds for word in (offer.kind, offer.level.value, offer.mode.value)
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

GIVES_ITS_LEVEL = ("mbo", "ad", "hbo-bachelor", "hbo-master", "wo-bachelor", "wo-master", "secondary")


def grants(offer: Offer) -> list[Grant]:
    if offer.grants.is_known:
        return list(offer.grants.value or ())
    if str(offer.kind) in GIVES_ITS_LEVEL and offer.level.value:
        return [Grant(offer.level.value, offer.fields.value or ())]
    return []


def as_diploma(grant: Grant) -> list[HeldDiploma]:
    return [HeldDiploma(grant.level, grant.fields, None, grant.subjects or None)] if grant.level else []


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


def keeps_to(offer: Offer, limits: Constraints, first_day: date) -> bool:
    """Whether nothing known of the offer breaks a limit."""
    mode = offer.mode.value
    days = [start.day for start in offer.starts.value or ()]
    if days and None not in days and max(day for day in days if day) < first_day:
        return False
    hours = offer.hours_per_week.value
    if limits.hours_per_week is not None and hours is not None and hours.low > limits.hours_per_week:
        return False
    if mode in limits.excluded_modes or (limits.keeps_working and mode in ("BOL", "voltijd")):
        return False
    if offer.kind in limits.excluded_kinds:
        return False
    if limits.languages and offer.language.value is not None and offer.language.value not in limits.languages:
        return False
    if limits.home is not None and limits.travel_km is not None and mode != "online":
        places = offer.places.value or ()
        known = all(place.latitude is not None for place in places)
        if places and known and min(kilometres(limits.home, place) for place in places) > limits.travel_km:
            return False
    return True


def kilometres(one: Any, other: Any) -> float:
    """Spherical law of cosines."""
    a, b = math.radians(one.latitude), math.radians(other.latitude)
    turn = math.radians(other.longitude - one.longitude)
    return 6371.0088 * math.acos(
        min(1.0, math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn))
    )


def reaches(goal: Goal, offer: Offer, catalogue: Catalogue) -> bool:
    if isinstance(goal, LevelGoal):
        wanted = r.HasDiploma((goal.level,), (goal.field,) if goal.field else ())
        return any(diploma(wanted, held) == HOLDS for grant in grants(offer) for held in as_diploma(grant))
    if isinstance(goal, OccupationGoal):
        names = {offer.id, *(f"{offer.level.value} {field}" for field in offer.fields.value or ())}
        for occupation in catalogue.occupations:
            if occupation.id == goal.occupation_id and names & set(occupation.qualifications):
                return True
        return goal.occupation_id in (offer.occupations.value or ())
    return offer.id == goal.offer_id


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
