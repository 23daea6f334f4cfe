"""What is computed follows from two given figures, and from nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.verification.computed import figures_in, follows_from


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("7.040 studenten", (7040.0,)),
        ("7,040 students in 2023", (7040.0, 2023.0)),
        ("22,7 procent tegen 22.4", (22.7, 22.4)),
        ("geen cijfer", ()),
    ],
)
def test_figures_are_read_as_three_languages_write_them(text: str, values: tuple[float, ...]) -> None:
    assert figures_in(text) == values


@pytest.mark.parametrize(
    ("value", "of"), [(2845, (6925, 4080)), (5.8, (22, 16.2)), (24.1, (2651, 11005)), (10.8, (8025, 7160))]
)
def test_a_difference_a_share_and_a_change_in_percent_follow(value: float, of: tuple[float, float]) -> None:
    assert follows_from(value, of)


@pytest.mark.parametrize("value", [2846, 2844.5, 28.45, 11005, 6925])
def test_another_value_does_not_follow(value: float) -> None:
    assert not follows_from(value, (6925, 4080))


def test_nothing_follows_from_a_single_figure_or_from_very_many() -> None:
    assert not follows_from(0, (6925,))
    assert not follows_from(7, range(1000))


@given(st.integers(0, 100_000), st.integers(0, 100_000))
def test_every_difference_of_two_figures_follows(first: int, second: int) -> None:
    assert follows_from(abs(first - second), (first, second)) or first == second
