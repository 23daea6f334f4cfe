"""A word of a question is also met by a number in letters, a Roman figure, the halves of its verb, or a thing of its kind."""

from __future__ import annotations

import pytest

from assistant.writing.relevance import ways_of
from assistant.writing.ways import MET_APART, OF_ITS_KIND


@pytest.mark.parametrize(
    ("word", "text", "present", "expected"),
    [
        ("terugbetalen", "", {"terug", "betalen"}, MET_APART),
        ("terugbetalen", "", {"terug"}, 0.0),
        ("geopend", "", {"opende"}, MET_APART),
        ("bedrag", "Het kost 9 euro.", set(), OF_ITS_KIND),
        ("bedrag", "Het kost niets.", set(), 0.0),
        ("saxion", "Het kost 9 euro.", {"saxo"}, 0.0),
    ],
)
def test_a_word_is_met_otherwise_than_by_one_that_is_like_it(
    word: str, text: str, present: set[str], expected: float
) -> None:
    assert ways_of((word,)).met(0.0, text, frozenset(present)) == expected


def test_a_word_with_no_other_way_is_met_as_far_as_the_likest_word_is_like_it() -> None:
    ways = ways_of(("saxion",))
    assert ways.is_none
    assert ways.met(0.4, "Saxion", frozenset({"saxion"})) == 0.4


def test_what_is_met_in_full_is_not_looked_for_otherwise() -> None:
    assert ways_of(("terugbetalen",)).met(1.0, "", frozenset({"terug", "betaald"})) == 1.0
