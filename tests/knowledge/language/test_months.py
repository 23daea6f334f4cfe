"""Months have one name a language, and a day is written as its readers write it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.months import MONTH_NUMBERS, MONTHS, day_in_words, month_day_in_words


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_a_language_has_twelve_months_of_different_names(language: str) -> None:
    assert len(set(MONTHS[language])) == 12


@given(st.sampled_from(["nl", "en", "de"]), st.integers(1, 12))
def test_a_name_leads_back_to_its_number(language: str, number: int) -> None:
    assert MONTH_NUMBERS[MONTHS[language][number - 1].lower()] == number


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "3 maart 2026"), ("en", "3 March 2026"), ("de", "3. März 2026")]
)
def test_a_day_is_written_as_in_its_language(language: str, said: str) -> None:
    assert day_in_words(date(2026, 3, 3), language) == said
    assert month_day_in_words(3, 3, language) == said.removesuffix(" 2026")
