"""Routes over small catalogues: waiting, unknown quantities, limits, ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.profile import HeldDiploma, Profile
from assistant.routes.planner import plan
from assistant.routes.types import Answer, Catalogue, Constraints, LevelGoal, OfferGoal
from knowledge.catalogue.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    HasDiploma,
    HasEmployer,
    HasExperience,
    IsAtLeast,
    PassedTest,
)
from knowledge.catalogue.types import OfferKind, OfferState, Place, StudyMode
from tests.assistant.routes.fixtures import TODAY, grant, months, offer, price

NOBODY = Profile(diplomas=(), tests=(), age=30)
OPEN = AllOf(())
NO_LIMIT = Constraints()
FIRST = offer("een", OPEN, "mbo-2", duration_months=months(24), costs=price(100))
LAST = offer("twee", HasDiploma(("mbo-2",)), "mbo-4", duration_months=months(36), costs=price(900))


def ids(
    catalogue: Catalogue,
    goal: OfferGoal | LevelGoal,
    limits: Constraints = NO_LIMIT,
    who: Profile = NOBODY,
) -> list[tuple[str, ...]]:
    return [outline.offer_ids for outline in plan(who, goal, limits, catalogue, TODAY).outlines]


def test_steps_come_in_the_order_in_which_they_open_each_other() -> None:
    assert ids(Catalogue((LAST, FIRST)), OfferGoal("twee")) == [("een", "twee")]


def test_totals_add_up_and_hours_are_those_of_the_busiest_step() -> None:
    first, last = (replace(o, hours_per_week=h.hours_per_week) for o, h in zip((FIRST, LAST), (
        offer("x", hours_per_week=months(8)), offer("y", hours_per_week=months(20))), strict=True))  # fmt: skip
    totals = (
        plan(NOBODY, OfferGoal("twee"), Constraints(), Catalogue((first, last)), TODAY).outlines[0].totals
    )
    assert (totals.months.low, totals.euro.low, totals.hours.high) == (60, 1000, 20)


def test_who_is_too_young_waits_and_the_waiting_counts() -> None:
    young = Profile(diplomas=(), birth_date=date(2008, 9, 1))
    catalogue = Catalogue((offer("hbo", IsAtLeast(21), duration_months=months(48), costs=price(0)),))
    route = plan(young, OfferGoal("hbo"), Constraints(), catalogue, TODAY).shown[0]
    assert route.steps[0].waits_months > 12
    assert route.totals.months.low == 48 + route.steps[0].waits_months
    assert route.steps[0].verdict.answer is Answer.YES


def test_an_unknown_length_is_never_a_zero_and_is_said_from_its_step() -> None:
    vague = replace(LAST, duration_months=offer("x").duration_months)
    route = plan(NOBODY, OfferGoal("twee"), Constraints(), Catalogue((FIRST, vague)), TODAY).shown[0]
    assert (route.totals.months.low, route.totals.months.is_known, route.unknown_from) == (24, False, 2)


def test_a_route_of_unknown_length_does_not_hide_one_that_is_known() -> None:
    vague = offer("vaag", OPEN, "mbo-4", costs=price(900))
    sure = offer("zeker", OPEN, "mbo-4", duration_months=months(99), costs=price(900))
    assert ids(Catalogue((vague, sure)), LevelGoal("mbo-4")) == [("zeker",)]


def test_an_ended_offer_is_never_a_step() -> None:
    assert ids(Catalogue((replace(FIRST, state=OfferState.ENDED), LAST)), OfferGoal("twee")) == []


def test_a_goal_that_is_held_already_needs_no_step() -> None:
    holder = Profile(diplomas=(HeldDiploma("mbo-4", ("techniek",)),))
    routes = plan(holder, LevelGoal("mbo-4", "techniek"), Constraints(), Catalogue((LAST,)), TODAY)
    assert routes.is_reached
    assert routes.shown[0].steps == ()


def test_a_test_that_an_offer_gives_is_a_step_of_its_own() -> None:
    master = offer("master", PassedTest("pre-master"), "wo-master")
    before = replace(offer("pre", OPEN, "", grants=grant(tests=("pre-master",))), kind=OfferKind.PREPARATORY)
    assert ids(Catalogue((master, before)), OfferGoal("master")) == [("pre", "master")]


def test_limits_leave_out_what_surely_breaks_them_and_keep_what_is_not_known() -> None:
    home, far = Place("A", 52.0, 6.0), Place("B", 53.0, 6.0)
    heavy = offer(
        "zwaar", OPEN, hours_per_week=months(40), mode=StudyMode.FULL_TIME, places=(far,), language="en"
    )
    vague = offer("vaag", OPEN)
    for limits in (
        Constraints(hours_per_week=20),
        Constraints(keeps_working=True),
        Constraints(home=home, travel_km=50),
        Constraints(languages=("nl",)),
        Constraints(excluded_modes=(StudyMode.FULL_TIME,)),
    ):
        assert ids(Catalogue((heavy, vague)), LevelGoal("mbo-4"), limits) == [("vaag",)]


def test_a_budget_leaves_out_the_dear_route_only() -> None:
    cheap, dear = (
        offer(n, OPEN, costs=price(e), duration_months=months(m))
        for n, e, m in (("goedkoop", 100, 48), ("duur", 9000, 12))
    )
    assert ids(Catalogue((cheap, dear)), LevelGoal("mbo-4"), Constraints(budget_euro=500)) == [("goedkoop",)]


def test_fastest_and_cheapest_are_both_shown_with_why() -> None:
    cheap, dear = (
        offer(n, OPEN, costs=price(e), duration_months=months(m))
        for n, e, m in (("goedkoop", 100, 48), ("duur", 9000, 12))
    )
    shown = plan(NOBODY, LevelGoal("mbo-4"), Constraints(), Catalogue((cheap, dear)), TODAY).shown
    assert {route.labels[0]: route.offer_ids for route in shown} == {
        "fastest": ("duur",),
        "cheapest": ("goedkoop",),
    }


def test_only_the_present_employer_closes_a_step_that_needs_another() -> None:
    work = offer("bbl", AllOf((HasExperience(0), HasEmployer())))
    jobless = replace(NOBODY, has_employer=False)
    assert ids(Catalogue((work,)), OfferGoal("bbl"), who=jobless) == [("bbl",)]
    assert ids(Catalogue((work,)), OfferGoal("bbl"), Constraints(only_present_employer=True), jobless) == []


def test_offers_that_need_each_other_are_no_route() -> None:
    one, two = offer("a", HasDiploma(("mbo-3",)), "mbo-2"), offer("b", HasDiploma(("mbo-2",)), "mbo-3")
    assert ids(Catalogue((one, two)), OfferGoal("b")) == []


def test_a_small_budget_of_labels_is_reported_and_not_hidden() -> None:
    tests = tuple(PassedTest(f"t{n}") for n in range(12))
    offers = tuple(
        offer(f"o{n:02}", AnyOf((OPEN, tests[n])), "", grants=grant(tests=(f"t{n}",)), costs=price(n))
        for n in range(12)
    )
    goal = offer("doel", AtLeast(6, tests))
    routes = plan(NOBODY, OfferGoal("doel"), Constraints(), Catalogue((*offers, goal)), TODAY, budget=50)
    assert not routes.is_complete


def test_a_short_step_after_a_long_wait_does_not_hide_a_longer_step_without_one() -> None:
    young = Profile(diplomas=(), birth_date=date(2009, 9, 1))
    late = offer("wachten", IsAtLeast(21), duration_months=months(12), costs=price(0))
    soon = offer("beginnen", OPEN, duration_months=months(40), costs=price(0))
    assert ids(Catalogue((late, soon)), LevelGoal("mbo-4"), who=young) == [("beginnen",)]
