"""Rows of a table as people lay them out: headings over two rows, merged cells, headings between rows."""

from __future__ import annotations

import pytest

from knowledge.catalogue.importing.offer_table import import_offer_table
from knowledge.catalogue.importing.table_rows import (
    filled_down,
    holds_codes,
    is_heading_between,
    joined_header,
    merged_columns,
    section_of,
)


def test_a_heading_over_two_rows_is_said_of_each_column_below_it() -> None:
    header = ("Groep", "Training", "Kosten", "", "Max")
    assert joined_header(header, ("", "", "cursus", "examen", ""), 1) == (
        "Groep", "Training", "Kosten cursus", "Kosten examen", "Max",
    )  # fmt: skip


@pytest.mark.parametrize(
    "below",
    [
        ("", "Lassen", "120", "", ""),  # a course
        ("", "", "120", "", ""),  # a figure
        ("", "", "p.p.", "", ""),  # no empty heading above it
        ("", "", "", "", ""),
    ],
)
def test_a_row_of_a_course_is_no_second_row_of_headings(below: tuple[str, ...]) -> None:
    assert joined_header(("Groep", "Training", "Kosten", "", "Max"), below, 1) is None


def test_a_column_filled_now_and_then_stands_for_the_rows_below_it() -> None:
    rows = [("Lassen", "Mig basis"), ("", "Mig vervolg"), ("", "Tig basis"), ("Taal", "Duits")]
    assert merged_columns(rows, 1) == {0}


def test_a_code_that_is_missing_is_not_that_of_the_row_above() -> None:
    assert merged_columns([("A-1", "Mig basis"), ("", "Mig vervolg"), ("", "Tig")], 1) == frozenset()


def test_a_course_that_is_named_once_is_that_of_the_row_below_it_too() -> None:
    above = ("Lassen", "Mig basis", "ma", "€ 200")
    assert filled_down(("", "", "do", "€ 200", "avond"), above, {0}, 1) == (
        "Lassen", "Mig basis", "do", "€ 200", "avond",
    )  # fmt: skip
    assert filled_down(("", "", "do", ""), above, (), 1) is None


@pytest.mark.parametrize(
    ("cells", "is_heading"),
    [
        (("TECHNIEK", "", "", ""), True),
        (("", "TECHNIEK EN TAAL", "", ""), True),
        (("", "Talen:", "", ""), True),
        (("", "Mig basis", "", ""), False),
        (("T1", "Mig basis", "", ""), False),
        (("TECHNIEK", ""), False),
    ],
)
def test_a_heading_between_rows_is_no_course(cells: tuple[str, ...], is_heading: bool) -> None:
    assert is_heading_between(cells, 1) is is_heading


def test_a_heading_between_rows_is_kept_without_its_signs() -> None:
    assert section_of(("** METAAL **", "", "")) == "METAAL"
    assert section_of(("", "Vervoer en opslag:", "")) == "Vervoer en opslag"
    assert section_of(("---", "", "")) == ""


def test_a_column_of_codes_has_letters_and_figures() -> None:
    assert holds_codes([("K1",), ("WP-02",), ("",)])
    assert not holds_codes([("1",), ("2",), ("3",)])
    assert not holds_codes([("Lassen 1",), ("Lassen 2",)])


def test_the_section_of_a_row_and_its_code_are_kept_with_it() -> None:
    header = ("nr", "Cursus", "Plaats", "Prijs")
    rows = [
        ("HOUT", "", "", ""),
        ("H1", "Draaien", "Epe", "90"),
        ("STEEN", "", "", ""),
        ("T1", "Hakken", "Epe", "80"),
    ]
    imported = import_offer_table(header, list(enumerate(rows, start=2)), owner="De werf")
    assert imported is not None
    remarks = [one.record.remark.value for one in imported.taken]
    assert remarks == ["nr: H1; Onderdeel: HOUT", "nr: T1; Onderdeel: STEEN"]
