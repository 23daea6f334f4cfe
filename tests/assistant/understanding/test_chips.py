"""Filters that a person changes take the place of those that were read, and come back as they were sent."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.types import Filter, Language
from assistant.understanding.chips import with_filters
from assistant.understanding.filters import Ask, Asked
from assistant.writing.record_desk import chips
from assistant.writing.record_words import Words
from knowledge.catalogue.gazetteer import Gazetteer
from knowledge.catalogue.queries import Near, OfferFilter
from knowledge.catalogue.types import Place

GAZETTEER = Gazetteer(
    {"zwolle": Place("Zwolle", 52.5, 6.1), "enschede": Place("Enschede", 52.2, 6.9)},
    {"overijssel": ("Overijssel", "Zwolle", "Enschede")},
)
WORDS = Words(Language.DUTCH, {"saxion": "Saxion"})
VALUES = st.lists(st.sampled_from(["ad", "mbo", "saxion", "een ander", "12"]), max_size=3, unique=True).map(
    tuple
)
AREAS = {"": (), "Overijssel": ("Overijssel", "Zwolle", "Enschede"), "Zwolle": ("Zwolle",)}
NEAR = st.sampled_from([5.0, 12.5, 25.0]).map(lambda km: Near(52.5, 6.1, km))


@st.composite
def questions(draw: st.DrawFn) -> Asked:
    area = draw(st.sampled_from(sorted(AREAS)))
    near = draw(st.none() | NEAR)
    wanted = OfferFilter(
        kind=draw(VALUES),
        level=draw(VALUES),
        mode=draw(VALUES),
        provider=draw(VALUES),
        field=draw(VALUES),
        place=AREAS[area] if near is None else (),
        start=draw(VALUES),
        near=near,
        max_months=draw(st.none() | st.sampled_from([12.0, 11.99, 24.0])),
        max_euro=draw(st.none() | st.sampled_from([2999.99, 3000.0])),
        text=draw(st.sampled_from(["", "25297"])),
    )
    return Asked(Ask.LIST, wanted, areas=(area,) if area else (), near="Zwolle" if near else "")


@given(questions())
def test_filters_sent_back_unchanged_ask_the_same(asked: Asked) -> None:
    assert with_filters(asked, chips(asked, WORDS), GAZETTEER).filter == asked.filter


@given(questions(), st.data())
def test_a_filter_taken_away_is_the_only_thing_that_changes(asked: Asked, data: st.DataObject) -> None:
    shown = chips(asked, WORDS)
    gone = data.draw(st.sampled_from(shown)) if shown else Filter("mode", "BBL")
    left = tuple(one for one in shown if one != gone)
    assert chips(with_filters(asked, left, GAZETTEER), WORDS) == left


def test_a_value_that_cannot_be_read_does_not_limit() -> None:
    asked = Asked(Ask.LIST, OfferFilter(mode=("BBL",)))
    odd = (Filter("near", "dichtbij"), Filter("near", "5 km Nergens"), Filter("max_euro", "veel"))
    assert with_filters(asked, odd, GAZETTEER).filter == OfferFilter()
