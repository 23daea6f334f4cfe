"""A form becomes a profile that the planner reads, and what cannot be read is said beside its field."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.interface.rooms.route.reading import (
    EMPLOYERS,
    LEVELS,
    MODES,
    day_of,
    number_of,
    read_form,
    shown_values,
)
from assistant.routes.profile_json import profile_from
from tests.support.route_room import bundled_desk

CHOICES = bundled_desk().choices


def read(**fields: str | tuple[str, ...]):
    listed = {name: (value,) if isinstance(value, str) else value for name, value in fields.items()}
    return read_form(listed, CHOICES)


def test_an_empty_form_tells_nothing():
    reading = read(doel="", niveau1="", leeftijd=" ")
    assert (reading.profile, reading.goal, reading.excluded_modes, reading.problems) == ({}, "", (), {})


def test_the_student_and_the_welder_are_understood():
    student = read(niveau1="havo", profiel1="NT", leeftijd="17", vak1=("wiskunde B", "scheikunde"))
    assert student.profile["diplomas"] == [
        {"level": "havo", "profile": "NT", "subjects": ["scheikunde", "wiskunde B"]}
    ]
    welder = read(niveau1="mbo-2", beroep="lasser", jaren="30", uren="8", werkgever="onbekend")
    assert welder.profile["experience"] == [{"years": 30.0, "occupation": "lasser"}]
    assert (welder.profile["has_employer"], "is_recognised_employer" in welder.profile) == (True, False)


def test_no_diploma_is_told_and_nothing_filled_in_is_not():
    assert read(niveau1="geen").profile["diplomas"] == []
    assert "diplomas" not in read().profile


def test_no_subject_at_all_is_told_and_no_tick_is_not():
    assert read(niveau1="havo", vak1="geen").profile["diplomas"][0]["subjects"] == []
    assert "subjects" not in read(niveau1="havo").profile["diplomas"][0]


def test_subjects_and_none_of_them_at_once_is_asked_back():
    assert "vak1" in read(niveau1="havo", vak1=("natuurkunde", "geen")).problems


def test_a_narrow_field_counts_as_the_broader_ones_that_it_is_always_part_of():
    fields = read(niveau1="mbo-2", richting1="Metaalbewerken").profile["diplomas"][0]["fields"]
    assert fields[0] == "metaalbewerken"
    assert "techniek" in fields


@pytest.mark.parametrize(
    ("name", "value", "key"),
    [
        ("leeftijd", "zeventien", "error_number"),
        ("leeftijd", "17,5", "error_number"),
        ("leeftijd", "400", "error_high"),
        ("uren", "-3", "error_number"),
        ("uren", "1e9", "error_number"),
        ("uren", "NaN", "error_number"),
        ("budget", "veel", "error_number"),
        ("begin", "31-2-2027", "error_day"),
        ("geboren", "gisteren", "error_day"),
        ("plaats", "Ensched", "error_place"),
        ("beroep", "x" * 300, "error_long"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(name, value, key):
    assert read(**{name: value}).problems[name].key == key


def test_a_misspelled_field_of_study_gets_the_names_that_come_near():
    problem = read(niveau1="mbo-2", richting1="elektrotechnik").problems["richting1"]
    assert "elektrotechniek" in problem.values["near"]


def test_a_place_that_no_map_holds_stays_as_it_was_told():
    assert read(plaats="Maastricht").profile["place"] == "Maastricht"
    assert read(plaats="enschede").profile["place"] == "Enschede"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("8", 8),
        ("7,5", 7.5),
        ("7.5", 7.5),
        ("1.500", 1500),
        ("€ 1.500,50", 1500.5),
        ("1500 euro", 1500),
        ("", None),
        ("1.2.3", None),
        ("٣", None),
        (",", None),
    ],
)
def test_numbers_are_read_as_dutch_people_write_them(text, number):
    assert number_of(text) == number


def test_a_day_is_read_in_both_orders():
    assert day_of("1-9-2027") == day_of("2027-09-01") == day_of("1/9/2027")


texts = st.text(max_size=30)
forms = st.fixed_dictionaries(
    {},
    optional={
        "niveau1": st.sampled_from(LEVELS),
        "niveau2": st.sampled_from((*LEVELS, "geen")),
        "profiel1": st.sampled_from(("NT", "NG", "EM", "CM")),
        "vak1": st.lists(st.sampled_from(CHOICES.subjects), max_size=3),
        "richting1": st.sampled_from(CHOICES.fields),
        "leeftijd": st.integers(0, 120).map(str),
        "beroep": st.text("abc ", min_size=1, max_size=10).filter(str.strip),
        "jaren": st.integers(0, 60).map(str),
        "werkgever": st.sampled_from(sorted(EMPLOYERS)),
        "blijft_werken": st.sampled_from(("ja", "nee")),
        "uren": st.sampled_from(("8", "7,5", "40")),
        "plaats": st.sampled_from(CHOICES.places),
        "begin": st.dates().map(str),
        "taal_de": st.sampled_from(("A1", "C2")),
        "zonder": st.lists(st.sampled_from(MODES), max_size=3, unique=True),
    },
)


@settings(deadline=None)
@given(forms)
def test_what_the_form_shows_of_a_profile_reads_back_as_that_profile(form):
    fields = {name: (value,) if isinstance(value, str) else tuple(value) for name, value in form.items()}
    first = read_form(fields, CHOICES)
    again = read_form(shown_values(first.profile, first.goal, first.excluded_modes), CHOICES)
    assert profile_from(again.profile) == profile_from(first.profile)
    assert again.excluded_modes == first.excluded_modes


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(("niveau1", "vak1", "uren", "plaats", "werkgever", "begin", "zonder", "doel")),
        st.lists(texts, max_size=2).map(tuple),
    )
)
def test_whatever_comes_in_the_profile_is_one_that_the_planner_reads(fields):
    profile_from(read_form(fields, CHOICES).profile)
