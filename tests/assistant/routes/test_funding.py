"""What pays for a step, for this person, this offer, this day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assistant.profile import HeldDiploma, Profile
from assistant.routes.admission import person_of
from assistant.routes.funding import funding, open_schemes
from assistant.routes.types import Answer, Funding
from knowledge.catalogue.rules import AllOf, HasDiploma, MustDo
from knowledge.catalogue.types import Between, OfferKind, Scheme
from tests.assistant.routes.fixtures import TODAY, months, offer, price, scheme, stated
from tests.support.random_catalogues import random_case

OFFER = offer("x", AllOf(()), costs=price(2000), duration_months=months(24))


def fund(*schemes: Scheme, who: Profile = Profile(diplomas=()), today: date = TODAY) -> Funding:  # noqa: B008
    return funding(OFFER, open_schemes(schemes, person_of(who, today), {"Almelo": ("Twente",)}), today)


def test_a_scheme_that_is_certain_lowers_both_ends() -> None:
    net = fund(scheme("a")).net_euro
    assert (net.low, net.high) == (1500, 1500)


def test_a_conditional_scheme_lowers_the_low_end_only() -> None:
    net = fund(scheme("a", condition=MustDo("gesprek"))).net_euro
    assert (net.low, net.high) == (1500, 2000)


def test_a_loan_and_an_employers_scheme_do_not_lower_what_a_person_pays() -> None:
    found = fund(scheme("a", is_loan=True), scheme("b", applicant="employer"))
    assert (found.net_euro.low, len(found.verdicts)) == (2000, 2)


def test_of_schemes_that_exclude_each_other_the_best_set_counts() -> None:
    found = fund(
        scheme("a", excludes=("b", "c"), amount_euro=stated(Between(800, 800))), scheme("b"), scheme("c")
    )
    assert (found.net_euro.low, found.used) == (1000, ("b", "c"))


def test_nobody_gets_more_than_the_cost() -> None:
    assert fund(scheme("a", amount_euro=stated(Between(9000, 9000)))).net_euro.low == 0


def test_a_share_has_its_cap() -> None:
    net = fund(scheme("a", share=stated(Between(0.5, 0.5)), amount_euro=stated(Between(600, 600)))).net_euro
    assert net.low == 1400


def test_an_amount_per_year_counts_for_each_year() -> None:
    assert fund(scheme("a", per="jaar")).net_euro.low == 1000


def test_a_scheme_for_another_kind_of_offer_is_a_no_and_for_another_person_too() -> None:
    found = fund(scheme("a", offer_kinds=(OfferKind.COURSE,)), scheme("b", condition=HasDiploma(("vwo",))))
    assert [one.answer for one in found.verdicts] == [Answer.NO, Answer.NO]


def test_a_region_is_met_by_the_place_where_one_lives() -> None:
    regional = scheme("a", regions=("Twente",))
    answers = [
        fund(regional, who=Profile(diplomas=(), place=place)).verdicts[0].answer
        for place in ("Almelo", "Goes", None)
    ]
    assert answers == [Answer.YES, Answer.UNKNOWN, Answer.UNKNOWN]


def test_a_window_to_come_is_a_condition_with_its_first_day() -> None:
    opens = TODAY + timedelta(30)
    found = fund(scheme("a", windows=((opens, opens + timedelta(60)),))).verdicts[0]
    assert (found.answer, found.opens, found.apply_by) == (Answer.CONDITIONAL, opens, opens + timedelta(60))


def test_the_last_day_still_counts_and_the_day_after_does_not() -> None:
    last = scheme("a", closes=TODAY)
    assert len(fund(last).verdicts) == 1
    assert fund(last, today=TODAY + timedelta(1)).verdicts == ()


@given(st.integers(0, 3000), st.integers(0, 800))
def test_an_ended_scheme_is_never_offered(seed: int, days: int) -> None:
    case, today = random_case(seed), TODAY + timedelta(days)
    for one in open_schemes(
        case.catalogue.schemes, person_of(Profile(diplomas=(HeldDiploma("havo"),)), today), {}
    ):
        assert one.scheme.closes is None or one.scheme.closes >= today
        assert not one.scheme.windows or max(last for _, last in one.scheme.windows) >= today


@given(st.integers(0, 3000))
def test_net_cost_never_exceeds_gross_cost(seed: int) -> None:
    case = random_case(seed)
    schemes = open_schemes(case.catalogue.schemes, person_of(case.profile, TODAY), {})
    for one in case.catalogue.offers:
        found = funding(one, schemes, TODAY)
        assert 0 <= found.net_euro.low <= found.gross_euro.low
        assert found.net_euro.low <= found.net_euro.high <= found.gross_euro.high
