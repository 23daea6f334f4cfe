"""The search box: what names something becomes a filter, misspelled words are put right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.interface.rooms.offers.address import Search
from assistant.interface.rooms.offers.reading import Reader, Vocabulary, reader_over
from assistant.types import Language


@pytest.fixture
def reader(catalogue) -> Reader:
    return reader_over(catalogue, Language.DUTCH)


@pytest.mark.parametrize(
    ("typed", "facets", "left"),
    [
        ("mbo 4 mechatronica in Enschede", {"level": ("mbo-4",), "place": ("Enschede",)}, "mechatronica"),
        ("mbo4 mechatronica enschede", {"level": ("mbo-4",), "place": ("Enschede",)}, "mechatronica"),
        ("mbo 4 mechatronika enschede", {"level": ("mbo-4",), "place": ("Enschede",)}, "mechatronika"),
        ("mbo 4 mechatronica enschde", {"level": ("mbo-4",), "place": ("Enschede",)}, "mechatronica"),
        ("welke bbl opleidingen zijn er", {"mode": ("BBL",)}, ""),
        ("deeltijd ict", {"mode": ("deeltijd",)}, "ict"),
        ("rocvt", {"provider": ("roc-van-twente",)}, ""),
    ],
)
def test_words_that_name_a_facet_become_that_filter(reader, typed, facets, left):
    read = reader.read(Search(words=typed))
    assert (dict(read.facets), read.words) == (facets, left)


@pytest.mark.parametrize(
    "typed", ["mechatronica", "technicus mecha", "nanotechnologie", "opleiding niet in Enschede"]
)
def test_words_that_name_no_filter_or_say_not_stay_as_they_are(reader, typed):
    assert reader.read(Search(words=typed)) == Search(words=typed)


def test_a_town_where_nothing_is_offered_becomes_a_circle_around_it(reader):
    read = reader.read(Search(words="mechatronica almelo"))
    assert (read.near, read.km, read.sort, read.words) == ("Almelo", 25, "afstand", "mechatronica")


def test_a_distance_typed_is_the_distance_looked_within(reader):
    read = reader.read(Search(words="mechatronica binnen 10 km van Enschede"))
    assert (read.near, read.km, read.values("place")) == ("Enschede", 10, ())


def test_what_was_chosen_stays_chosen(reader):
    read = reader.read(Search(words="enschede").choosing("kind", ["mbo"]))
    assert read.facets == {"kind": ("mbo",), "place": ("Enschede",)}


@given(st.text(max_size=60))
def test_reading_twice_reads_nothing_new(typed):
    reader = READER[0]
    once = reader.read(Search(words=" ".join(typed.split())))
    assert reader.read(once) == once


READER: list[Reader] = []


@pytest.fixture(scope="module", autouse=True)
def _reader(tmp_path_factory):
    from tests.assistant.interface.rooms.offers.conftest import records
    from tests.support.rooms import catalogue_of

    READER[:] = [reader_over(catalogue_of(tmp_path_factory.mktemp("x"), *records()), Language.DUTCH)]


VOCABULARY = Vocabulary(["Technicus mechatronica", "Mechatronica", "Lasser", "Werktuigbouwkunde"])


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("mechatronika", "mechatronica"),
        ("werktuigbowkunde", "werktuigbouwkunde"),
        ("technicus mechatornica", "technicus mechatronica"),
        ("mecha", "mecha"),
        ("bakker", "bakker"),
        ("lasr", "lasr"),
    ],
)
def test_a_misspelled_word_becomes_a_known_one_and_the_beginning_of_one_stays(typed, mended):
    assert VOCABULARY.mended(typed) == mended
