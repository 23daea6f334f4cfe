"""May this person enter: the four answers, which rule, and what remains."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assistant.profile import HeldDiploma, Profile
from assistant.routes.admission import NEXT_START, SELECTION, verdict
from assistant.routes.conditions import DEEPEST, judge
from assistant.routes.types import Answer, Person, Truth
from knowledge.catalogue.facts import Fact, Stated
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
    Unstated,
)
from knowledge.catalogue.types import Start
from tests.assistant.routes.fixtures import SOURCE, TODAY, offer, rule

HAVO = HasDiploma(("havo",))
PERSON = Person(Profile(diplomas=(HeldDiploma("havo"),)), TODAY, TODAY, TODAY)


def answer(condition: Condition, profile: Profile) -> Answer:
    return verdict(profile, offer("x", condition), (), TODAY).answer


def test_a_rule_that_is_met_is_a_yes_with_its_source_and_study_year() -> None:
    found = verdict(Profile(diplomas=(HeldDiploma("havo"),)), offer("x", HAVO), (), TODAY)
    assert (found.answer, found.study_year, found.is_national) == (Answer.YES, "2026-2027", False)


def test_no_rule_is_unknown_and_not_a_yes() -> None:
    assert verdict(Profile(diplomas=()), offer("x"), (), TODAY).answer is Answer.UNKNOWN


def test_an_intake_and_an_employer_remain_as_conditions() -> None:
    found = verdict(
        Profile(diplomas=(HeldDiploma("havo"),)),
        offer("x", AllOf((HAVO, MustDo("intake"), HasEmployer()))),
        (),
        TODAY,
    )
    assert found.answer is Answer.CONDITIONAL
    assert [one.condition for one in found.remaining] == [MustDo("intake"), HasEmployer()]


def test_a_passed_deadline_stays_as_a_condition_that_says_so() -> None:
    found = verdict(Profile(diplomas=()), offer("x", MustDoBefore), (), TODAY)
    assert found.answer is Answer.CONDITIONAL
    assert [one.is_past for one in found.remaining] == [True]


MustDoBefore = AllOf((HasExperience(0), MustDo("aanmelden", date(2026, 5, 1))))


def test_a_fixed_number_of_places_is_a_condition() -> None:
    fixed = replace(
        offer("x", HAVO), numerus_fixus=Fact((Stated(400, replace(SOURCE, study_year="2027-2028")),))
    )
    found = verdict(Profile(diplomas=(HeldDiploma("havo"),)), fixed, (), TODAY)
    assert found.answer is Answer.CONDITIONAL
    assert [one.condition for one in found.remaining] == [MustDo(SELECTION)]


def test_starts_that_all_lie_in_the_past_are_said() -> None:
    past = (Start("2024", date(2024, 9, 1)),)
    found = verdict(Profile(diplomas=(HeldDiploma("havo"),)), offer("x", HAVO, starts=past), (), TODAY)
    assert [one.condition.what for one in found.remaining if isinstance(one.condition, MustDo)] == [
        NEXT_START
    ]


def test_the_national_rule_counts_where_the_record_is_silent_about_a_diploma() -> None:
    national = replace(rule(HasDiploma(("vwo", "havo")), "landelijk"), kinds=("mbo",))
    own = offer("x", HasDiploma(("de-abitur",)))
    found = verdict(Profile(diplomas=(HeldDiploma("vwo"),)), own, (national,), TODAY)
    assert (found.answer, found.is_national, found.rules[0].id) == (Answer.YES, True, "landelijk")


def test_the_own_rule_silences_the_national_one_about_the_same_diploma() -> None:
    national = replace(rule(HAVO, "landelijk"), kinds=("mbo",))
    own = offer("x", AllOf((HAVO, HasSubject(("natuurkunde",)))))
    person = Profile(diplomas=(HeldDiploma("havo", subjects=()),))
    assert verdict(person, own, (national,), TODAY).answer is Answer.NO


def test_a_rule_that_is_replaced_or_out_of_its_window_does_not_count() -> None:
    old = replace(rule(HAVO, "oud"), kinds=("mbo",))
    newer = replace(
        rule(HasDiploma(("vwo",)), "nieuw"), kinds=("mbo",), replaces=("oud",), valid_from=date(2026, 1, 1)
    )
    person = Profile(diplomas=(HeldDiploma("havo"),))
    assert verdict(person, offer("x"), (old, newer), TODAY).answer is Answer.NO
    assert verdict(person, offer("x"), (old, newer), date(2025, 1, 1)).answer is Answer.YES


def test_a_demand_on_every_bbl_offer_comes_on_top() -> None:
    national = replace(rule(HasEmployer(), "bbl"), kinds=("mbo-4",))
    found = verdict(Profile(diplomas=(HeldDiploma("havo"),)), offer("x", HAVO), (national,), TODAY)
    assert found.answer is Answer.CONDITIONAL


def test_age_counts_on_the_day_in_the_year_of_the_start() -> None:
    born = Profile(birth_date=date(2006, 9, 1))
    assert answer(IsAtLeast(21), born) is Answer.YES
    assert answer(IsAtLeast(21), replace(born, birth_date=date(2006, 9, 2))) is Answer.NO


def test_an_age_that_leaves_the_day_open_asks_for_the_birth_date() -> None:
    found = verdict(Profile(age=20), offer("x", IsAtLeast(21)), (), TODAY)
    assert found.answer is Answer.UNKNOWN
    assert found.question is not None
    assert found.question.key == "birth_date"


def test_the_question_that_settles_most_is_asked() -> None:
    """The diploma settles everything, the age only matters for those without one."""
    tree = AnyOf((HasDiploma(("havo", "vwo", "mbo-4")), AllOf((IsAtLeast(21), PassedTest("21+-toets")))))
    found = verdict(Profile(), offer("x", tree), (), TODAY)
    assert found.question is not None
    assert found.question.key == "diplomas"


def test_what_no_source_states_is_unknown_without_a_question() -> None:
    found = verdict(
        Profile(diplomas=(HeldDiploma("ad"),)),
        offer("x", AllOf((HasDiploma(("ad",)), Unstated("verwant")))),
        (),
        TODAY,
    )
    assert (found.answer, found.question) == (Answer.UNKNOWN, None)


def test_a_tree_of_ten_thousand_layers_is_unknown_and_does_not_fail() -> None:
    tree: Condition = HAVO
    for _ in range(10_000):
        tree = AllOf((tree,))
    assert judge(tree, PERSON).truth is Truth.UNKNOWN


def test_a_tree_of_the_greatest_depth_is_judged() -> None:
    tree: Condition = HAVO
    for _ in range(DEEPEST - 1):
        tree = AllOf((tree,))
    assert judge(tree, PERSON).truth is Truth.HOLDS


ATOMS = st.sampled_from([HAVO, HasDiploma(("vwo",)), MustDo("x"), Unstated("y"), IsAtLeast(18)])
TREES = st.recursive(
    ATOMS,
    lambda parts: (
        st.builds(lambda p: AllOf(tuple(p)), st.lists(parts, max_size=3))
        | st.builds(lambda p: AnyOf(tuple(p)), st.lists(parts, max_size=3))
        | st.builds(lambda n, p: AtLeast(n, tuple(p)), st.integers(-1, 4), st.lists(parts, max_size=4))
    ),
    max_leaves=12,
)


@given(TREES, st.sampled_from(["vwo", "mbo-4"]))
def test_another_diploma_never_makes_a_verdict_worse(tree: Condition, level: str) -> None:
    richer = replace(PERSON, profile=Profile(diplomas=(HeldDiploma("havo"), HeldDiploma(level))))
    assert judge(tree, richer).truth >= judge(tree, PERSON).truth


@given(TREES)
def test_telling_an_age_only_settles_what_was_unknown(tree: Condition) -> None:
    before = judge(tree, PERSON).truth
    for age in (10, 40):
        after = judge(tree, replace(PERSON, profile=replace(PERSON.profile, age=age))).truth
        assert before is Truth.UNKNOWN or after is before or (before is Truth.OPEN and after is Truth.HOLDS)


@given(st.lists(TREES, max_size=4))
def test_all_any_and_at_least_agree(parts: list[Condition]) -> None:
    some = tuple(parts)
    assert judge(AllOf(some), PERSON).truth is judge(AtLeast(len(some), some), PERSON).truth
    if some:
        assert judge(AnyOf(some), PERSON).truth is judge(AtLeast(1, some), PERSON).truth
