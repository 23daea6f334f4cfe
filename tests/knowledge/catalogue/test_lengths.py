"""A length of time is said in the unit in which people say it."""

from __future__ import annotations

import pytest

from knowledge.catalogue.importing.values import duration_of
from knowledge.catalogue.wording import months_words


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2 dagen", "2 dagen"), ("1 dag", "1 dag"), ("2,5 dagen", "2,5 dagen"), ("5 dagen", "5 dagen"), ("10 weken", "10 weken"),
        ("1 week", "1 week"), ("4 dagdelen", "2 dagen"), ("2-3 weken", "2 tot 3 weken"), ("40 weken", "40 weken"),
        ("9 maanden", "9 maanden"), ("4 jaar", "48 maanden (4 jaar)"), ("1,5 jaar", "18 maanden"), ("1,5 maanden", "1,5 maanden"),
        ("12-18 maanden", "12 tot 18 maanden"), ("40 dagen", "40 dagen"), ("1,2 maanden", "1,2 maanden"),
    ],
)  # fmt: skip
def test_a_length_comes_back_as_it_was_written(written: str, said: str) -> None:
    months = duration_of(written)
    assert months is not None
    assert months_words(months) == said
