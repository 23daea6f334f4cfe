"""Random catalogues with everything that can go wrong in one: cycles, dangling references, impossible dates, gaps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from assistant.profile import Experience, HeldDiploma, Profile
from assistant.routes.types import Catalogue, Constraints, Goal, LevelGoal, OccupationGoal, OfferGoal
from knowledge.catalogue.facts import Fact, Provenance, Stated
from knowledge.catalogue.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    HasDiploma,
    HasEmployer,
    HasExperience,
    HasSubject,
    IsAtLeast,
    MustDo,
    PassedTest,
    Rule,
    SpeaksAtLeast,
    Unstated,
)
from knowledge.catalogue.types import (
    Between,
    Cost,
    Grant,
    Occupation,
    Offer,
    OfferKind,
    OfferState,
    Place,
    Scheme,
    Start,
    StudyMode,
)

TODAY = date(2026, 11, 21)
LEVELS = ("vmbo-kb", "havo", "mbo-2", "mbo-3", "mbo-4", "ad", "hbo-bachelor", "nergens")
FIELDS = ("techniek", "ict")
SUBJECTS = ("natuurkunde", "wiskunde B")
TESTS = ("toets 1", "toets 2", "toets 3")
PLACES = (Place("Almelo", 52.357, 6.668), Place("Zwolle", 52.512, 6.094), Place("Elders"))
SOURCE = Provenance("https://example.org/regels", "2026")


@dataclass(frozen=True, slots=True)
class Case:
    """One planning question over one random catalogue."""

    catalogue: Catalogue
    profile: Profile
    goal: Goal
    constraints: Constraints


def random_case(seed: int) -> Case:
    """Return the case of a seed, always the same one: of three seeds one is wild, two have long chains of steps."""
    return _Maker(Random(seed), is_wild=seed % 3 == 0).case()


def stated(value: object) -> Fact:
    return Fact((Stated(value, SOURCE),))


class _Maker:
    def __init__(self, random: Random, *, is_wild: bool) -> None:
        self.random, self.is_wild = random, is_wild

    def case(self) -> Case:
        offers = tuple(
            self.offer(number) for number in range(self.random.randint(2 if self.is_wild else 8, 12))
        )
        rules = tuple(self.national(number) for number in range(self.random.randint(0, 4)))
        schemes = tuple(self.scheme(number) for number in range(self.random.randint(0, 3)))
        occupations = (
            Occupation("monteur", {}, "", "", SOURCE, qualifications=("mbo-3 techniek", "o2", "weg")),
        )
        catalogue = Catalogue(offers, rules, schemes, occupations, {"Almelo": ("Twente",), "Zwolle": ()})
        return Case(catalogue, self.profile(), self.goal(), self.constraints())

    def maybe(self, chance: float) -> bool:
        return self.random.random() < chance

    def some(self, values: tuple, most: int = 2) -> tuple:
        return tuple(self.random.sample(values, self.random.randint(1, min(most, len(values)))))

    def atom(self) -> Condition:
        pick = self.random.choice
        if not self.is_wild and self.maybe(0.75):
            fields = self.some(FIELDS) if self.maybe(0.4) else ()
            return PassedTest(pick(TESTS)) if self.maybe(0.35) else HasDiploma((pick(LEVELS[:-1]),), fields)
        kinds = [
            lambda: HasDiploma(
                self.some(LEVELS),
                self.some(FIELDS) if self.maybe(0.3) else (),
                ("NT",) if self.maybe(0.1) else (),
            ),
            lambda: HasDiploma(self.some(LEVELS, 3)),
            lambda: HasDiploma((pick(LEVELS),)),
            lambda: PassedTest(pick(TESTS)),
            lambda: PassedTest(pick(TESTS)),
            lambda: HasSubject(self.some(SUBJECTS), (pick(LEVELS),) if self.maybe(0.5) else ()),
            lambda: IsAtLeast(pick((16, 18, 21, 23)), pick((8, 9)), 1),
            lambda: HasExperience(pick((0.0, 1.0, 2.5)), ("techniek",) if self.maybe(0.5) else ()),
            lambda: HasEmployer(self.maybe(0.5)),
            lambda: SpeaksAtLeast("nl", pick(("A2", "B1", "C1", "?"))),
            lambda: MustDo("aanmelden", pick((None, date(1, 1, 1), TODAY, date(9999, 12, 31)))),
            lambda: Unstated("iets"),
        ]
        return pick(kinds)()

    def tree(self, depth: int = 0) -> Condition:
        if depth >= 3 or self.maybe(0.45 if depth else 0.3):
            return self.atom()
        if not self.is_wild and self.maybe(0.6):
            return (
                AnyOf((self.atom(), self.atom()))
                if self.maybe(0.6)
                else AtLeast(2, (self.atom(), self.tree(2), self.atom()))
            )
        parts = tuple(
            self.tree(depth + 1) for _ in range(self.random.choice((0, 1, 2, 2, 3, 3)) if depth else 2)
        )
        kind = self.random.choice(("all", "any", "any", "some"))
        if kind == "all":
            return AllOf(parts)
        return AnyOf(parts) if kind == "any" else AtLeast(self.random.randint(-1, len(parts) + 1), parts)

    def day(self) -> date | None:
        return self.random.choice((None, None, None, TODAY, TODAY - timedelta(400), TODAY + timedelta(400)))

    def own_rule(self, number: int) -> Rule:
        condition = AllOf(()) if self.maybe(0.15) else self.tree()
        window = (self.day(), self.day()) if self.maybe(0.2) else (None, None)
        return Rule(f"eigen-{number}", condition, SOURCE, "", valid_from=window[0], valid_until=window[1])

    def national(self, number: int) -> Rule:
        return Rule(
            f"landelijk-{number}",
            self.tree(),
            SOURCE,
            "",
            kinds=self.some(("mbo", "hbo-bachelor", "course", "preparatory", "mbo-3", "BBL"), 3),
            programmes=(self.random.choice(("Techniek", "  TECHNIEK ", "ICT")),) if self.maybe(0.4) else (),
            providers=("saxion",) if self.maybe(0.3) else (),
            valid_from=self.day() if self.maybe(0.3) else None,
            valid_until=self.day() if self.maybe(0.3) else None,
            replaces=(f"landelijk-{self.random.randint(0, 4)}",) if self.maybe(0.2) else (),
        )

    def between(self, values: tuple[int, ...]) -> Fact:
        if self.maybe(0.15):
            return Fact()
        low = self.random.choice(values)
        return stated(Between(low, low + self.random.choice((0, 0, 0, 12))))

    def cost(self) -> Cost:
        return Cost(
            Between(low := self.random.choice((0, 100, 1500, 2500)), low + self.random.choice((0, 0, 500))),
            self.random.choice(("jaar", "opleiding", "opleiding")),
            self.random.choice(("lesgeld", "boeken", "wettelijk collegegeld", "instellingscollegegeld")),
            self.random.choice((None, "2026-2027", "2027-2028")),
        )

    def grant(self) -> Grant:
        return Grant(
            self.random.choice((*LEVELS[:-1], "")),
            self.some(FIELDS) if self.maybe(0.6) else (),
            "",
            self.some(SUBJECTS) if self.maybe(0.25) else (),
            self.some(TESTS) if self.maybe(0.35) else (),
        )

    def offer(self, number: int) -> Offer:
        pick = self.random.choice
        kind = pick((OfferKind.MBO, OfferKind.HBO_BACHELOR, OfferKind.COURSE, OfferKind.PREPARATORY))
        starts = tuple(Start("", self.day(), self.day()) for _ in range(self.random.randint(1, 2)))
        return Offer(
            f"o{number}",
            kind,
            stated(pick(("Techniek", "ICT", "Iets anders"))),
            stated(pick(("saxion", "deltion"))),
            OfferState.ENDED if self.maybe(0.05) else OfferState.CURRENT,
            level=stated(pick(LEVELS)) if self.maybe(0.8) else Fact(),
            mode=stated(pick(tuple(StudyMode))) if self.maybe(0.7) else Fact(),
            fields=stated(self.some(FIELDS)) if self.maybe(0.7) else Fact(),
            duration_months=self.between((0, 6, 12, 24, 48)),
            hours_per_week=self.between((0, 8, 16, 40)),
            places=stated(self.some(PLACES)) if self.maybe(0.7) else Fact(),
            language=stated(pick(("nl", "en"))) if self.maybe(0.6) else Fact(),
            costs=stated(tuple(self.cost() for _ in range(self.random.randint(0, 3))))
            if self.maybe(0.8)
            else Fact(),
            starts=stated(starts) if self.maybe(0.3 if self.is_wild else 0.1) else Fact(),
            rule=stated(self.own_rule(number)) if self.maybe(0.75 if self.is_wild else 0.95) else Fact(),
            grants=stated(tuple(self.grant() for _ in range(self.random.randint(0, 2))))
            if self.maybe(0.85)
            else Fact(),
            occupations=stated(("monteur",)) if self.maybe(0.2) else Fact(),
            follow_on=stated(("bestaat-niet",)) if self.maybe(0.1) else Fact(),
            numerus_fixus=stated(100) if self.maybe(0.1) else Fact(),
        )

    def scheme(self, number: int) -> Scheme:
        pick = self.random.choice
        return Scheme(
            f"regeling-{number}", "", (), "", self.tree() if self.maybe(0.5) else AllOf(()), SOURCE,
            pick(("person", "person", "employer")), "loket",
            closes=self.day(),
            windows=((TODAY - timedelta(9), TODAY + timedelta(pick((-5, 5)))),) if self.maybe(0.2) else (),
            amount_euro=stated(Between(500, pick((500, 1000)))) if self.maybe(0.7) else Fact(),
            share=stated(Between(0.25, pick((0.25, 0.5)))) if self.maybe(0.4) else Fact(),
            per=pick(("opleiding", "jaar")),
            is_loan=self.maybe(0.15),
            offer_kinds=(OfferKind.MBO, OfferKind.COURSE) if self.maybe(0.3) else (),
            offer_levels=("mbo-3", "mbo-4") if self.maybe(0.2) else (),
            regions=("Twente",) if self.maybe(0.3) else (),
            excludes=(f"regeling-{self.random.randint(0, 3)}",) if self.maybe(0.4) else (),
            is_unconfirmed=self.maybe(0.2),
        )  # fmt: skip

    def diploma(self) -> HeldDiploma:
        return HeldDiploma(
            self.random.choice(LEVELS[:4]),
            self.some(FIELDS) if self.maybe(0.6) else (),
            self.random.choice((None, "NT", "EM")),
            self.random.choice((None, (), ("natuurkunde",), ("natuurkunde", "wiskunde B"))),
        )

    def profile(self) -> Profile:
        pick = self.random.choice
        employer = pick((None, True, False))
        return Profile(
            diplomas=None
            if self.maybe(0.1) and self.is_wild
            else tuple(self.diploma() for _ in range(self.random.randint(0, 2))),
            birth_date=date(self.random.randint(1990, 2012), self.random.randint(1, 12), 1)
            if self.maybe(0.4)
            else None,
            age=self.random.randint(14, 24) if self.maybe(0.6) else None,
            experience=None
            if self.maybe(0.4)
            else (Experience(pick((0.5, 1.0, 3.0)), pick(((), ("techniek",)))),),
            has_employer=employer,
            is_recognised_employer=pick((None, True, False)) if employer else None,
            languages=pick((None, {}, {"nl": "B2"})),
            tests=pick((None, (), ("toets 1",))),
            place=pick((None, "Almelo", "Zwolle", "Onbekend")),
            starts_after=self.day() if self.maybe(0.1) else None,
        )

    def goal(self) -> Goal:
        kind = self.random.choice(("offer", "offer", "level", "level", "occupation"))
        if kind == "offer":
            return OfferGoal(f"o{self.random.randint(0, 12)}")
        if kind == "occupation":
            return OccupationGoal("monteur")
        return LevelGoal(self.random.choice(LEVELS[2:]), self.random.choice((None, "techniek")))

    def constraints(self) -> Constraints:
        if not self.is_wild and self.maybe(0.7):
            return Constraints()
        return Constraints(
            hours_per_week=self.random.choice((None, None, 16, 24)),
            budget_euro=self.random.choice((None, None, 1000, 5000)),
            home=PLACES[0] if self.maybe(0.4) else None,
            travel_km=self.random.choice((None, 10, 60)),
            keeps_working=self.maybe(0.15),
            starts_on=TODAY + timedelta(500) if self.maybe(0.1) else None,
            languages=("nl",) if self.maybe(0.2) else (),
            excluded_modes=(StudyMode.ONLINE,) if self.maybe(0.1) else (),
            excluded_kinds=(OfferKind.COURSE,) if self.maybe(0.1) else (),
            only_present_employer=self.maybe(0.2),
        )
