"""What is known of a person and a study settles what a scheme leaves open in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.profile import Profile
from assistant.routes.admission import person_of
from assistant.routes.conditions import judge
from assistant.routes.settling import GOES_HIGHER, NO_STUDENT_FINANCE, settled, too_young_for
from assistant.routes.types import Truth
from assistant.writing.route_offers import NOWHERE, stand_in
from knowledge.catalogue.rules import AllOf, AnyOf, IsAtLeast, IsYounger, Unstated
from knowledge.catalogue.types import OfferKind, Scheme

TODAY = date(2026, 11, 22)
BOL = stand_in("", OfferKind.MBO, "mbo-4", ("BOL",), None)
HBO = stand_in("", OfferKind.HBO_BACHELOR, "hbo-bachelor", ("voltijd",), None)
FINANCE = Scheme(
    "studiefinanciering",
    "Studiefinanciering",
    (),
    "",
    AllOf((AnyOf((IsAtLeast(18, 12, 31), Unstated(GOES_HIGHER))), IsYounger(30))),
    NOWHERE,
    "person",
    "duo",
)
CREDIT = replace(FINANCE, id="krediet", condition=AllOf((IsYounger(57), Unstated(NO_STUDENT_FINANCE))))


def truth(scheme: Scheme, age: int, offer: object) -> Truth:
    person = person_of(Profile(age=age), TODAY)
    known = {one.id: one for one in settled([FINANCE, CREDIT], offer, person)}  # type: ignore[arg-type]
    return judge(known[scheme.id].condition, person).truth


def test_a_study_above_mbo_needs_no_age_of_18() -> None:
    assert truth(FINANCE, 17, HBO) is Truth.HOLDS


@pytest.mark.parametrize(("age", "found"), [(29, Truth.UNKNOWN), (31, Truth.HOLDS), (58, Truth.FAILS)])
def test_the_credit_is_for_who_is_too_old_for_student_finance(age: int, found: Truth) -> None:
    assert truth(CREDIT, age, HBO) is found


@pytest.mark.parametrize(("age", "years"), [(17, 18), (18, None)])
def test_who_is_too_young_today_is_told_from_when(age: int, years: int | None) -> None:
    person = person_of(Profile(age=age), TODAY)
    at_mbo = settled([FINANCE], BOL, person)[0].condition
    assert too_young_for(at_mbo, person) == years
    assert too_young_for(settled([FINANCE], HBO, person)[0].condition, person) is None
