"""A profile as JSON comes back as it was, and holds nothing that was not told."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assistant.profile import Experience, HeldDiploma, Profile
from assistant.routes.profile_json import profile_from, profile_object

words = st.text("abcdefg -", min_size=1, max_size=8)
some_words = st.lists(words, max_size=3).map(tuple)
diplomas = st.builds(
    HeldDiploma,
    level=words,
    fields=some_words,
    profile=st.sampled_from([None, "NT", "CM"]),
    subjects=st.none() | some_words,
    year=st.none() | st.integers(1950, 2026),
    some_subjects=some_words,
    missing_subjects=some_words,
)
experiences = st.builds(Experience, years=st.floats(0, 50), fields=some_words, occupation=words)
days = st.dates(date(1930, 1, 1), date(2030, 1, 1))
profiles = st.builds(
    Profile,
    diplomas=st.none() | st.lists(diplomas, max_size=2).map(tuple),
    birth_date=st.none() | days,
    age=st.none() | st.integers(0, 120),
    job=st.none() | words,
    experience=st.none() | st.lists(experiences, max_size=2).map(tuple),
    has_employer=st.none() | st.booleans(),
    is_recognised_employer=st.none() | st.booleans(),
    languages=st.none() | st.dictionaries(words, words, max_size=2),
    tests=st.none() | some_words,
    hours_per_week=st.none() | st.floats(0, 60),
    budget_euro=st.none() | st.floats(0, 1e5),
    place=st.none() | words,
    travel_km=st.none() | st.floats(0, 300),
    keeps_working=st.none() | st.booleans(),
    benefits=st.none() | st.sampled_from(["", "WW", "bijstand"]),
    starts_after=st.none() | days,
)


@given(profiles)
def test_a_profile_comes_back_as_it_was_written(profile: Profile) -> None:
    assert profile_from(json.loads(json.dumps(profile_object(profile)))) == profile


def test_what_was_not_told_is_not_written() -> None:
    assert profile_object(Profile()) == {}
    assert profile_object(Profile(diplomas=(HeldDiploma("havo", subjects=()),), benefits="")) == {
        "diplomas": [{"level": "havo", "subjects": []}],
        "benefits": "",
    }
