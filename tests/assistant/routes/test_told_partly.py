"""What a talk leaves open: subjects told in part, upper ages and benefits. Unknown stays unknown until it is told."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.profile import HeldDiploma, Profile
from assistant.routes.admission import person_of
from assistant.routes.atoms import truth_of
from assistant.routes.conditions import judge
from assistant.routes.deciding import deciding_question
from assistant.routes.types import Truth
from knowledge.catalogue.rules import AllOf, HasDiploma, HasSubject, IsYounger, ReceivesBenefit

TODAY = date(2026, 11, 21)
PHYSICS, MATHS = HasSubject(("natuurkunde",), ("havo",)), HasSubject(("wiskunde B",), ("havo",))


def havo(some: tuple[str, ...] = (), missing: tuple[str, ...] = ()) -> Profile:
    return Profile(diplomas=(HeldDiploma("havo", some_subjects=some, missing_subjects=missing),))


def test_a_subject_told_apart_says_nothing_about_the_others() -> None:
    person = person_of(havo(("natuurkunde",)), TODAY)
    assert truth_of(PHYSICS, person) is Truth.HOLDS
    assert truth_of(MATHS, person) is Truth.UNKNOWN


def test_a_subject_that_is_missing_fails_only_where_no_other_would_do() -> None:
    person = person_of(havo(missing=("natuurkunde",)), TODAY)
    assert truth_of(PHYSICS, person) is Truth.FAILS
    assert truth_of(HasSubject(("natuurkunde", "NLT"), ("havo",)), person) is Truth.UNKNOWN


def test_only_the_subjects_that_were_not_told_are_asked_for() -> None:
    rule = AllOf((HasDiploma(("havo",)), PHYSICS, MATHS))
    question = deciding_question(rule, person_of(havo(("natuurkunde",)), TODAY))
    assert question is not None
    assert (question.key, question.options) == ("subjects", ("wiskunde B",))


def test_a_subject_told_apart_counts_when_the_last_one_is_asked() -> None:
    rule = AllOf((HasDiploma(("havo",)), PHYSICS, MATHS))
    question = deciding_question(rule, person_of(havo(("natuurkunde",)), TODAY))
    assert question is not None
    assert question.settles == 1.0
    assert judge(rule, person_of(havo(("natuurkunde", "wiskunde B")), TODAY)).truth is Truth.HOLDS


@pytest.mark.parametrize(
    ("profile", "truth"),
    [
        (Profile(), Truth.UNKNOWN),
        (Profile(age=45), Truth.HOLDS),
        (Profile(age=60), Truth.FAILS),
        (Profile(age=56), Truth.UNKNOWN),  # 57 before 1 September of the next year, or not
        (Profile(birth_date=date(1970, 9, 1)), Truth.FAILS),
        (Profile(birth_date=date(1970, 9, 2)), Truth.HOLDS),
    ],
)
def test_an_upper_age_is_counted_on_the_day_of_the_start(profile: Profile, truth: Truth) -> None:
    assert truth_of(IsYounger(57), person_of(profile, TODAY)) is truth


@pytest.mark.parametrize(
    ("benefits", "truth"),
    [(None, Truth.UNKNOWN), ("", Truth.FAILS), ("WW", Truth.HOLDS), ("WIA", Truth.FAILS)],
)
def test_a_benefit_is_known_when_it_was_told(benefits: str | None, truth: Truth) -> None:
    assert truth_of(ReceivesBenefit(("WW",)), person_of(Profile(benefits=benefits), TODAY)) is truth


def test_the_subjects_of_a_school_that_was_not_told_are_not_known() -> None:
    rule = AllOf((HasDiploma(("hbo-bachelor",)), HasSubject(("wiskunde B",), ("vwo",))))
    after_school = person_of(Profile(diplomas=(HeldDiploma("hbo-bachelor"),)), TODAY)
    assert judge(rule, after_school).truth is Truth.UNKNOWN
    with_school = person_of(Profile(diplomas=(HeldDiploma("hbo-bachelor"), HeldDiploma("havo"))), TODAY)
    assert judge(rule, with_school).truth is Truth.FAILS
    without = person_of(Profile(diplomas=()), TODAY)
    assert judge(rule, without).truth is Truth.FAILS
