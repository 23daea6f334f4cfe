"""How fast routes are planned over large catalogues: `python -m benchmarks.routes [--offers 10000] [--questions 200]`.

The catalogue is synthetic and seeded: fields in domains, all kinds of offers, national rules by kind and programme,
own rules for a third of the offers (nested, with subjects, tests, experience), missing lengths and costs, schemes.
The worst question (deep at-least-n trees over everything) shows that the node budget holds.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from dataclasses import replace
from datetime import date
from random import Random

from assistant.profile import Experience, HeldDiploma, Profile
from assistant.routes.index_building import build_index
from assistant.routes.planner import plan
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
)
from knowledge.catalogue.types import Between, Cost, Grant, Offer, OfferKind, Place, Scheme, StudyMode

TODAY = date(2026, 11, 21)
SOURCE = Provenance("https://example.org/")
DOMAINS = tuple(f"domein {number}" for number in range(12))
FIELDS = tuple((f"richting {number}", DOMAINS[number % 12]) for number in range(120))
SUBJECTS = ("natuurkunde", "wiskunde A", "wiskunde B", "scheikunde", "Engels")
PLACES = tuple(Place(f"plaats {n}", 52 + (n % 15) / 10, 5 + (n // 15) / 10) for n in range(150))
MBO = ("mbo-1", "mbo-2", "mbo-3", "mbo-4")
MONTHS = {"mbo-1": 12, "mbo-2": 24, "mbo-3": 36, "mbo-4": 48, "ad": 24, "hbo-bachelor": 48, "wo-bachelor": 36}


def known(value: object) -> Fact:
    return Fact((Stated(value, SOURCE),))


def national_rules() -> tuple[Rule, ...]:
    def rule(name: str, condition: Condition, *kinds: str, programmes: tuple[str, ...] = ()) -> Rule:
        return Rule(name, condition, SOURCE, "", kinds=kinds, programmes=programmes)

    general = (
        rule("hbo", HasDiploma(("havo", "vwo", "mbo-4")), "hbo-bachelor", "ad"),
        rule("hbo-21", AllOf((IsAtLeast(21), PassedTest("21+-toets"))), "hbo-bachelor", "ad"),
        rule("wo", HasDiploma(("vwo", "hbo-bachelor", "wo-bachelor")), "wo-bachelor"),
        rule(
            "master",
            AnyOf((HasDiploma(("wo-bachelor",)), PassedTest("pre-master"))),
            "wo-master",
            "hbo-master",
        ),
        rule("open", AllOf(()), "course", "certificate", "preparatory"),
    )
    profiles = tuple(
        rule(
            f"profiel-{number}",
            AnyOf(
                (
                    HasDiploma(("havo", "vwo"), profiles=("NT",)),
                    AllOf((HasDiploma(("havo", "vwo"), profiles=("NG", "EM")), HasSubject(SUBJECTS[:2]))),
                )
            ),
            "hbo-bachelor",
            programmes=(f"opleiding {number}",),
        )
        for number in range(0, 120, 2)
    )
    return general + profiles


def own_rule(random: Random, number: int, level: str, fields: tuple[str, ...]) -> Rule:
    """A rule of one offer, in about a thousand different forms."""
    below = {"mbo-2": ("vmbo-bb", "mbo-1"), "mbo-3": ("vmbo-kb", "mbo-2"), "mbo-4": ("vmbo-tl", "mbo-3")}
    levels = below.get(level, ("havo", "vwo", "mbo-4"))
    narrow = HasDiploma(levels, (random.choice(fields),))
    ways: tuple[Condition, ...] = (
        narrow,
        HasDiploma(levels[:1]),
        AllOf((HasExperience(float(random.randint(1, 5)), (fields[1],)), PassedTest("EVC"))),
        AtLeast(
            2, (narrow, HasSubject((random.choice(SUBJECTS),)), PassedTest(f"toets {random.randint(0, 40)}"))
        ),
    )
    chosen = AnyOf(tuple(random.sample(ways, random.randint(1, 3))))
    condition = AllOf((chosen, HasEmployer())) if random.random() < 0.3 else AllOf((chosen, MustDo("intake")))
    return Rule(f"eigen-{number}", condition, SOURCE, "")


def mbo_rule(level: str) -> Condition:
    return {
        "mbo-1": IsAtLeast(16, 8),
        "mbo-2": HasDiploma(("vmbo-bb", "vmbo-kb", "vmbo-tl", "mbo-1")),
        "mbo-3": HasDiploma(("vmbo-kb", "vmbo-tl", "havo-3-4", "mbo-2")),
        "mbo-4": HasDiploma(("vmbo-kb", "vmbo-tl", "havo-3-4", "mbo-2", "mbo-3")),
    }[level]


def make_offer(random: Random, number: int) -> Offer:
    which = random.randrange(len(FIELDS))
    fields = FIELDS[which]
    level = random.choices(
        (*MBO, "ad", "hbo-bachelor", "wo-bachelor", "hbo-master", "course", "preparatory"),
        (3, 14, 16, 22, 5, 12, 4, 2, 18, 4),
    )[0]
    is_course = level in ("course", "preparatory")
    kind = OfferKind.MBO if level in MBO else OfferKind(level)
    months = (
        random.choice((1, 2, 3, 6, 9)) if is_course else MONTHS.get(level, 18) - random.choice((0, 0, 0, 12))
    )
    price = Cost(Between(low := 50.0 * random.randint(2, 60), low), "opleiding", "cursusprijs")
    fee = Cost(Between(fee := 1419.0 if level in MBO else 2694.0, fee), "jaar", "lesgeld", "2026-2027")
    tests = (f"toets {random.randint(0, 40)}",) if is_course else ()
    grant = Grant(
        "" if is_course else level,
        fields,
        "",
        (),
        (*tests, "pre-master") if level == "preparatory" else tests,
    )
    rule = None
    if random.random() < 0.33:
        rule = own_rule(random, number, level, fields)
    elif level in MBO:
        rule = Rule(f"web-{level}", mbo_rule(level), SOURCE, "")
    return Offer(
        f"o{number:06}",
        kind,
        known(f"opleiding {which}"),
        known(f"school {random.randrange(300)}"),
        level=known(level),
        mode=known(random.choice(tuple(StudyMode))),
        fields=known(fields),
        duration_months=known(Between(months, months + random.choice((0, 0, 6))))
        if random.random() < 0.9
        else Fact(),
        hours_per_week=known(Between(hours := random.choice((8, 16, 24, 32, 40)), hours))
        if random.random() < 0.8
        else Fact(),
        places=known((random.choice(PLACES),)),
        language=known("nl" if random.random() < 0.9 else "en"),
        costs=known((price if is_course else fee,)) if random.random() < 0.9 else Fact(),
        rule=Fact() if rule is None else known(rule),
        grants=known((grant,)),
        occupations=known((f"beroep {random.randrange(2000)}",)),
    )


def make_catalogue(offers: int, seed: int = 1) -> Catalogue:
    random = Random(seed)
    schemes = tuple(
        Scheme(
            f"regeling {number}", "", (), "", AllOf(()), SOURCE, "person", "loket",
            amount_euro=known(Between(500, 2000)), offer_levels=MBO[:3] if number % 2 else (),
            excludes=("regeling 0",) if number == 3 else (), regions=("regio 1",) if number > 4 else (),
        )
        for number in range(8)
    )  # fmt: skip
    return Catalogue(tuple(make_offer(random, n) for n in range(offers)), national_rules(), schemes)


def make_question(random: Random, catalogue: Catalogue) -> tuple[Profile, Goal, Constraints]:
    level = random.choice(("vmbo-bb", "vmbo-kb", "vmbo-tl", "havo", "mbo-2", "mbo-3", "mbo-4"))
    field = random.choice(FIELDS)
    profile = Profile(
        diplomas=(
            HeldDiploma(
                level, field if level.startswith("mbo") else (), random.choice(("NT", "EM", None)), ()
            ),
        ),
        age=random.randint(16, 55),
        experience=(Experience(float(random.randint(0, 9)), field),),
        has_employer=random.random() < 0.5,
        tests=(),
        place="plaats 1",
    )
    goal: Goal = random.choice(
        (
            OccupationGoal(f"beroep {random.randrange(2000)}"),
            OfferGoal(random.choice(catalogue.offers).id),
            LevelGoal(
                random.choice(("mbo-3", "mbo-4", "hbo-bachelor", "wo-bachelor")), random.choice(FIELDS)[0]
            ),
        )
    )
    constraints = Constraints(
        hours_per_week=random.choice((None, None, 24, 32)),
        budget_euro=random.choice((None, 10_000)),
        home=PLACES[random.randrange(150)] if random.random() < 0.5 else None,
        travel_km=50,
        keeps_working=random.random() < 0.2,
    )
    return profile, goal, constraints


def worst_catalogue(catalogue: Catalogue) -> Catalogue:
    """The same offers, each under a nested at-least-n rule over tests that all of them give."""
    changed = []
    for number, offer in enumerate(catalogue.offers):
        random = Random(number)
        tests: tuple[Condition, ...] = tuple(PassedTest(f"t{random.randrange(60)}") for _ in range(12))
        rule = AtLeast(
            2, (AtLeast(3, tests[:6]), AtLeast(2, tests[6:]), AnyOf(tests[3:9]), HasDiploma(("niets",)))
        )
        start = number % 20 == 0
        grant = Grant("", (), "", (), (f"t{number % 60}", f"t{number * 7 % 60}"))
        condition = AllOf(()) if start else rule
        changed.append(
            replace(offer, rule=known(Rule(f"zwaar-{number}", condition, SOURCE, "")), grants=known((grant,)))
        )
    return replace(catalogue, offers=tuple(changed))


def measure(offers: int, questions: int) -> dict[str, object]:
    catalogue = make_catalogue(offers)
    began = time.perf_counter()
    index = build_index(catalogue, TODAY)
    built = time.perf_counter() - began
    random = Random(2)
    times, found, incomplete, nodes = [], 0, 0, 0
    for _ in range(questions):
        profile, goal, constraints = make_question(random, catalogue)
        began = time.perf_counter()
        routes = plan(profile, goal, constraints, index, TODAY)
        times.append((time.perf_counter() - began) * 1000)
        found += bool(routes.outlines)
        incomplete += not routes.is_complete
        nodes = max(nodes, routes.nodes)
    times.sort()
    heavy = worst_catalogue(replace(catalogue, offers=catalogue.offers[: min(offers, 10_000)]))
    heavy_index = build_index(heavy, TODAY)
    began = time.perf_counter()
    worst = plan(
        Profile(diplomas=(), tests=()), OfferGoal(heavy.offers[1].id), Constraints(), heavy_index, TODAY
    )
    return {
        "offers": offers,
        "questions": questions,
        "index_seconds": round(built, 2),
        "p50_ms": round(times[len(times) // 2], 1),
        "p95_ms": round(times[int(len(times) * 0.95)], 1),
        "max_ms": round(times[-1], 1),
        "with_routes": found,
        "incomplete": incomplete,
        "most_nodes": nodes,
        "worst_case_ms": round((time.perf_counter() - began) * 1000),
        "worst_case_complete": worst.is_complete,
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--offers", type=int, default=10_000)
    parser.add_argument("--questions", type=int, default=200)
    options = parser.parse_args()
    sys.stdout.write(json.dumps(measure(options.offers, options.questions)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
