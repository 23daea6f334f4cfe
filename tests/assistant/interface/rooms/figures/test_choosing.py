"""Which figures are asked for, and which of them may share a line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.interface.rooms.figures.choosing import (
    SPLITS,
    Asked,
    asked_of,
    chosen,
    drawn_first,
    file_address,
    pairs_of,
    series_of,
)
from assistant.interface.rooms.figures.subjects import (
    Subject,
    marks_of,
    newest_years,
    subject_of,
    subjects_of,
)
from knowledge.catalogue.facts import Authority
from tests.assistant.interface.rooms.figures.conftest import DUO, figure, figure_of, students
from tests.support.rooms import TODAY

SUBJECT = Subject("students", students())


def values(asked: Asked) -> dict[tuple[str, str], float]:
    return {
        (one.label, figure.period): figure.value
        for one in series_of(chosen(SUBJECT, asked), asked.split)
        for figure in one.figures
    }


def test_without_a_choice_the_country_as_a_whole_is_shown_over_the_years():
    assert values(Asked()) == {("Nederland", "2023"): 1000.0, ("Nederland", "2024"): 900.0}


def test_split_by_province_the_country_itself_is_no_province():
    assert values(Asked(split="regio", first="2024")) == {
        ("Overijssel", "2024"): 540.0,
        ("Gelderland", "2024"): 360.0,
    }


def test_split_by_school_counts_men_and_women_together():
    assert values(Asked(split="instelling", last="2023")) == {
        ("saxion", "2023"): 500.0,
        ("han", "2023"): 300.0,
    }


def test_women_per_school_are_not_mixed_with_totals():
    asked = Asked(split="instelling", gender="vrouw", first="2024", last="2024")
    assert values(asked) == {("saxion", "2024"): 108.0, ("han", "2024"): 72.0}


def test_a_part_is_never_taken_for_the_whole():
    assert all(not one.dimensions for one in chosen(SUBJECT, Asked(region="Overijssel")))


def test_two_sources_never_share_a_line():
    other = replace(DUO, url="https://cbs.nl/x")
    series = series_of([figure(1, "2023"), figure(2, "2024"), figure(9, "2024", about=other)], "")
    assert [(one.source, [f.value for f in one.figures]) for one in series] == [
        ("cbs.nl", [9]),
        ("duo.nl", [1, 2]),
    ]


def test_where_not_all_can_be_drawn_the_home_regions_are():
    series = series_of([figure(10 - n, region=f"P{n}") for n in range(8)], "regio")
    assert [one.label for one in drawn_first(series, {"P7"}, 3)] == ["P0", "P1", "P7"]
    assert drawn_first(series, {"P7"}, 8) == series


TEXT = st.text(max_size=20).map(lambda text: " ".join(text.split()))


@given(st.builds(Asked, TEXT, st.sampled_from(["", *SPLITS]), TEXT, TEXT, TEXT, TEXT, TEXT))
def test_an_address_says_all_that_is_asked(asked):
    assert asked_of(pairs_of(asked)) == asked
    asked_of(parse_qsl(urlsplit(file_address(asked)).query))


@given(st.lists(st.tuples(st.sampled_from(["onderwerp", "verdeel", "van", "x"]), st.text())))
def test_no_address_is_an_error(pairs):
    chosen(SUBJECT, asked_of(pairs))


def test_what_is_no_number_is_left_out():
    assert subjects_of([figure(float("nan")), figure(float("inf"))]) == ()


def test_each_figure_belongs_to_exactly_one_subject():
    figures = [
        *students(),
        figure_of("doel: meer techniek", 5, "procent"),
        figure_of("iets nieuws", 5, "stuks"),
        *(figure_of("veel nieuws", n, "stuks", str(2020 + n)) for n in range(4)),
    ]
    subjects = subjects_of(figures)
    assert [one.id for one in subjects] == ["students", "goals", "veel nieuws", "other"]
    assert sorted(f.id for one in subjects for f in one.figures) == sorted(f.id for f in figures)


@pytest.mark.parametrize(
    ("indicator", "subject"),
    [
        ("vacatures per kortdurend werkloze (ruim)", "tension"),
        ("doel: x", "goals"),
        ("banen", "tension"),
        ("bananen", ""),
    ],
)
def test_an_indicator_is_recognised_whole_or_by_its_beginning(indicator, subject):
    assert subject_of(indicator) == subject


@pytest.mark.parametrize(
    ("one", "marks"),
    [
        (figure(1, "2024"), ()),
        (figure(1, "2023"), ("old",)),
        (figure(1, "2026-2027"), ()),
        (figure(1, "2025-2030"), ("estimated",)),
        (figure_of("doel: vakmensen", 1, "personen", "2030"), ("goal",)),
        (figure(1, about=replace(DUO, note="3 aantallen onder 5 zijn verborgen")), ("incomplete",)),
        (figure(1, about=replace(DUO, note="Voorlopige cijfers")), ("provisional",)),
        (figure(1, about=replace(DUO, authority=Authority.DERIVED)), ("derived",)),
        (figure(1, "z.d.", about=replace(DUO, as_of="2018")), ("old",)),
        (figure(1, "z.d.", about=replace(DUO, as_of="z.d.")), ()),
    ],
)
def test_what_is_no_plain_new_count_is_marked(one, marks):
    assert marks_of(one, newest_years([one]), TODAY) == marks


def test_an_old_number_of_a_series_that_goes_on_is_history_and_not_old():
    figures = [figure(1, "2015"), figure(2, "2025")]
    assert marks_of(figures[0], newest_years(figures), date(2026, 1, 1)) == ()
