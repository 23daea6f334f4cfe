"""Facts, lists, disagreements and forbidden texts: each scorer passes what it should and fails what it should."""

from __future__ import annotations

from dataclasses import replace

from assistant.types import Outcome
from evals.conversation.scorers.facts import (
    answer_first,
    completeness,
    facts_present,
    nothing_forbidden,
    side_by_side,
)
from evals.conversation.types import Expected
from tests.support.conversations import answer, expected, lead, notice, quote, worded

FEES = expected("1.419|1419", "295")


def test_all_facts_in_any_of_their_forms_score_one() -> None:
    score = facts_present(FEES, answer(quote("BOL kost 1.419 euro, BBL 295 euro.", 1)))
    assert score is not None
    assert score.value == 1


def test_a_missing_fact_lowers_the_share_and_is_named() -> None:
    score = facts_present(FEES, answer(quote("BOL kost 1.419 euro.", 1)))
    assert score is not None
    assert score.value == 0.5
    assert "lacks: 295" in score.explanation


def test_a_citation_number_is_not_a_fact() -> None:
    score = facts_present(expected("2"), answer(quote("BOL kost 1.419 euro.", 2)))
    assert score is not None
    assert score.value == 0


def test_the_number_of_a_row_is_not_a_fact() -> None:
    score = facts_present(expected("3"), answer(worded("3. Mechatronica: BBL.", 1)))
    assert score is not None
    assert score.value == 0


def test_a_refusal_that_repeats_the_question_says_no_fact() -> None:
    refusal = answer(notice("Ik vond niets over: Saxion."), outcome=Outcome.REFUSED)
    score = facts_present(expected("Saxion"), refusal)
    assert score is not None
    assert score.value == 0


def test_a_refusal_that_is_expected_may_say_the_fact() -> None:
    refusal = answer(notice("Vraag het Leerwerkloket."), outcome=Outcome.REFUSED)
    score = facts_present(expected("Leerwerkloket", outcomes=(Outcome.REFUSED,)), refusal)
    assert score is not None
    assert score.value == 1


def test_without_expected_facts_there_is_no_score() -> None:
    assert facts_present(expected(), answer()) is None


def test_an_answer_comes_first_or_after_something_else() -> None:
    fact = quote("BOL kost 1.419 euro.", 1)
    aside = quote("Het lesgeld is voor wie 18 is.", 2)
    first = answer_first(FEES, answer(lead("Dit staat er:"), fact, aside))
    later = answer_first(FEES, answer(aside, fact))
    assert first is not None
    assert later is not None
    assert (first.value, later.value) == (1, 0)
    assert later.explanation == "the first fact is in sentence 2 of 2"
    assert answer_first(FEES, answer(aside)) is None


def test_a_list_is_complete_or_not() -> None:
    whole = completeness(FEES, answer(worded("1.419", 1), worded("295", 1)))
    half = completeness(FEES, answer(worded("1.419", 1)))
    assert whole is not None
    assert half is not None
    assert (whole.value, half.value) == (1, 0)


def test_a_row_on_the_next_page_belongs_to_the_list() -> None:
    score = completeness(
        expected("Bouwkunde", "Verspanen"),
        answer(worded("1. Bouwkunde", 1), records=("Bouwkunde", "Verspanen")),
    )
    assert score is not None
    assert score.value == 1


def test_both_disagreeing_values_have_to_be_said() -> None:
    values = replace(expected(), values=(("24.999",), ("25.000",)))
    both = side_by_side(values, answer(quote("Het is 24.999 of 25.000 euro.", 1)))
    one = side_by_side(values, answer(quote("Het is 25.000 euro.", 1)))
    assert both is not None
    assert one is not None
    assert (both.value, one.value) == (1, 0)
    assert "hides: 24.999" in one.explanation


def test_a_forbidden_text_is_found_and_named() -> None:
    never = Expected((Outcome.ANSWERED,), forbidden=("2.601 euro",))
    score = nothing_forbidden(never, answer(quote("Het kost 2601 euro.", 1)))
    assert score is not None
    assert score.value == 0
    assert "2.601 euro" in score.explanation


def test_a_remark_that_something_is_over_may_name_it() -> None:
    never = Expected((Outcome.ANSWERED,), forbidden=("STAP",))
    score = nothing_forbidden(never, answer(lead("Er is geld."), notice("STAP is gestopt.")))
    assert score is not None
    assert score.value == 1
