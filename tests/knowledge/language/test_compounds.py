"""Which words are compounds, and of what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.compounds import MOST_PARTS, split_compound

KNOWN = frozenset(
    (
        "arbeid",
        "assistent",
        "bank",
        "basis",
        "beroep",
        "heid",
        "ing",
        "kunde",
        "las",
        "lasser",
        "man",
        "markt",
        "onderwijs",
        "opleid",
        "opleiding",
        "orientatie",
        "paneel",
        "panel",
        "panelen",
        "raad",
        "school",
        "schuld",
        "student",
        "studie",
        "techniek",
        "vak",
        "verpleeg",
        "werkloos",
        "wet",
        "zonne",
    )
)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("arbeidsmarkt", ("arbeid", "markt")),
        ("beroepsopleiding", ("beroep", "opleiding")),
        ("arbeidsmarktorientatie", ("arbeid", "markt", "orientatie")),
        ("onderwijsassistent", ("onderwijs", "assistent")),
        ("verpleegkunde", ("verpleeg", "kunde")),
        ("studentenraad", ("student", "raad")),
        ("lasopleiding", ("las", "opleiding")),
        ("basisschool", ("basis", "school")),
    ],
)
def test_a_compound_is_split_into_its_words(word: str, parts: tuple[str, ...]) -> None:
    assert split_compound(word, KNOWN.__contains__) == parts


@pytest.mark.parametrize(
    "word", ["opleiding", "werkloosheid", "school", "markt", "onbekend", "las", "25244", "mbo4"]
)
def test_what_is_no_compound_is_not_split(word: str) -> None:
    assert split_compound(word, KNOWN.__contains__) == ()


@given(st.text(alphabet="abens", max_size=60))
def test_parts_are_known_words_within_bounds(word: str) -> None:
    parts = split_compound(word, {"ben", "bas", "ane", "sen", "aba"}.__contains__)
    assert len(parts) <= MOST_PARTS
    assert sum(map(len, parts)) <= len(word)
    assert len(parts) != 1
