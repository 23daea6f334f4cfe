"""The year of school that somebody is in, and what it is worth to who leaves before the diploma."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.school_years import LAST_YEAR, Worth, in_figures, worth_of

WAYS_TO_SAY = [
    ("ik zit in klas 3 van de havo", "ik zit in havo 3"),
    ("hij zit in de derde klas havo", "hij zit in de havo 3"),
    ("3e klas vwo gedaan", "vwo 3 gedaan"),
    ("zit in 3e havo", "zit in havo 3"),
    ("havo leerjaar 4", "havo 4"),
    ("in the third year of havo", "in the havo 3"),
    ("in der dritten Klasse der Havo", "in der Havo 3"),
    ("3 jaar havo gedaan", "havo 3 gedaan"),
    (
        "ik heb mijn havo gehaald in 3 jaar tijd bij een vavo",
        "ik heb mijn havo gehaald in 3 jaar tijd bij een vavo",
    ),
]


@pytest.mark.parametrize(("said", "short"), WAYS_TO_SAY)
def test_a_year_of_a_school_is_read_however_it_is_said(said: str, short: str) -> None:
    assert in_figures(said) == short


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert in_figures(in_figures(text)) is not None


WORTH = [
    # level, year, studies, failed, leaves, for mbo
    ("havo", 3, True, False, True, True, Worth("havo-3-4", studies=True)),
    ("havo", 3, True, True, False, True, Worth("", studies=False)),
    ("havo", 2, True, False, False, True, Worth("", studies=False)),
    ("havo", 4, True, False, True, True, Worth("havo-3-4", studies=False)),
    ("havo", 4, True, False, False, False, Worth("havo", studies=True)),
    ("havo", 5, True, False, False, True, Worth("havo", studies=True)),
    ("havo", 5, True, False, True, True, Worth("havo-3-4", studies=False)),
    ("havo", 0, False, False, False, True, Worth("havo", studies=False)),
    ("vwo", 5, True, True, False, False, Worth("vwo-3-4", studies=False)),
    ("vmbo-tl", 4, True, False, False, True, Worth("vmbo-tl", studies=True)),
    ("vmbo-tl", 3, True, False, True, True, Worth("", studies=False)),
    ("mbo-2", 0, True, False, True, True, Worth("mbo-2", studies=True)),
]


@pytest.mark.parametrize(("level", "year", "studies", "failed", "leaves", "for_mbo", "worth"), WORTH)
def test_a_year_is_worth_what_the_law_says(
    level: str, year: int, studies: bool, failed: bool, leaves: bool, for_mbo: bool, worth: Worth
) -> None:
    found = worth_of(level, year, studies=studies, failed=failed, leaves=leaves, for_mbo=for_mbo)
    assert found == worth


@given(st.sampled_from(sorted(LAST_YEAR)), st.integers(1, 6), st.booleans(), st.booleans(), st.booleans())
def test_nobody_who_leaves_or_failed_has_the_diploma(
    level: str, year: int, studies: bool, failed: bool, for_mbo: bool
) -> None:
    found = worth_of(level, year, studies=studies, failed=failed, leaves=not failed, for_mbo=for_mbo)
    assert found.level != level
