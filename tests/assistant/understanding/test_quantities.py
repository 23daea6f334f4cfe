"""Numbers in a question are read as what they are, and taken out of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.quantities import quantities_in


@pytest.mark.parametrize("text", ["in 2026-2027", "in 2026/27", "in 2026 - 2027", "2026–2027"])
def test_a_study_year_is_read_in_the_ways_that_people_write_it(text: str) -> None:
    assert quantities_in(text)[0].years == ("2026-2027",)


def test_a_single_year_stays_a_year() -> None:
    assert quantities_in("hoeveel studenten in 2024")[0].years == ("2024",)


@pytest.mark.parametrize(
    "text", ["binnen 30 km van Enschede", "within 30 km of Enschede", "im Umkreis von 30 Kilometer"]
)
def test_a_distance_is_read_in_three_languages(text: str) -> None:
    assert quantities_in(text)[0].km == 30


def test_at_most_includes_the_limit_and_shorter_than_does_not() -> None:
    assert quantities_in("maximaal 2 jaar")[0].most_months == 24
    below = quantities_in("korter dan 2 jaar")[0].most_months
    assert below is not None
    assert 23.9 < below < 24


@pytest.mark.parametrize("amount", ["3.000 euro", "3000 euro", "€ 3.000", "3,000 euro"])
def test_an_amount_is_the_same_with_and_without_its_thousands_mark(amount: str) -> None:
    assert quantities_in(f"hoogstens {amount}")[0].most_euro == 3000


def test_what_is_read_is_taken_out_of_the_question() -> None:
    rest = quantities_in("opleidingen binnen 30 km van Enschede in 2026-2027")[1]
    assert rest.split() == ["opleidingen", "van", "Enschede", "in"]


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    quantities_in(text)
