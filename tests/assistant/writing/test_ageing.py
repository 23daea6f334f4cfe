"""What is too old to be given as current."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.writing.ageing import outdated, speaks_as_current, year_of


@pytest.mark.parametrize(
    ("as_of", "year"),
    [
        ("2017-05", 2017),
        ("ca. 2021", 2021),
        ("2023-2024", 2024),
        ("z.d.", None),
        ("", None),
        ("mei 2018", 2018),
    ],
)
def test_a_date_as_a_source_gives_it_has_a_year(as_of: str, year: int | None) -> None:
    assert year_of(as_of) == year


def test_two_study_years_are_current() -> None:
    assert outdated(["2024-09", "2025", "2026-2027", "z.d."], date(2026, 11, 21)) == ()
    assert outdated(["2018", "2023-12", "2018"], date(2026, 11, 21)) == (2018, 2023)


def test_before_september_the_study_year_is_that_of_the_year_before() -> None:
    assert outdated(["2023"], date(2026, 8, 31)) == ()
    assert outdated(["2023"], date(2026, 9, 1)) == (2023,)


def test_a_sentence_that_dates_itself_or_is_about_what_is_over_needs_no_remark() -> None:
    assert not speaks_as_current("In 2018 kostte het 50 euro.", "2018")
    assert not speaks_as_current("De regeling is gestopt.", "2018")
    assert speaks_as_current("De cursus kost 50 euro.", "2018")
