"""Filters and counts are exactly those of going through the offers one by one."""

from __future__ import annotations

import math
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.catalogue.facets import FACETS, OfferFacets
from knowledge.catalogue.offer_index import OfferIndex
from knowledge.catalogue.queries import Near, OfferFilter, OfferSort

VALUES = {
    name: st.lists(st.sampled_from(("a", "b", "Ç", "d")), max_size=2, unique=True).map(tuple)
    for name in FACETS
}
FACET_SETS = st.builds(
    OfferFacets,
    values=st.fixed_dictionaries(VALUES).map(
        lambda found: {name: words for name, words in found.items() if words}
    ),
    name=st.sampled_from(("Bouw", "ICT", "Zorg")),
    text=st.sampled_from(("bouw saxion", "ict han", "zorg en techniek")),
    points=st.lists(st.tuples(st.floats(50, 53), st.floats(4, 8)), max_size=2).map(tuple),
    months=st.none() | st.sampled_from((12.0, 24.0, 48.0)),
    euro=st.none() | st.sampled_from((0.0, 500.0, 2601.0)),
    begins=st.lists(st.sampled_from(("2026-02-01", "2026-09-01", "2027-09-01")), max_size=2).map(tuple),
)
WORDS = st.lists(st.sampled_from(("a", "B", "ç", "zzz")), max_size=2, unique=True).map(tuple)
FILTERS = st.builds(
    OfferFilter,
    level=WORDS,
    mode=WORDS,
    place=WORDS,
    field=WORDS,
    all_of=st.frozensets(st.sampled_from(("level", "field")), max_size=2),
    near=st.none() | st.builds(Near, st.floats(50, 53), st.floats(4, 8), st.floats(0, 200)),
    max_months=st.none() | st.just(24.0),
    max_euro=st.none() | st.just(600.0),
    starts_from=st.none() | st.just(date(2026, 9, 1)),
    text=st.sampled_from(("", "tech", "han ict", "zzz")),
)
FOLD = {"B": "b", "ç": "c", "Ç": "c"}


def holds(name: str, offer: OfferFacets, wanted: OfferFilter) -> bool:
    """Say whether one filter field holds, spelled out."""
    match name:
        case "near":
            assert wanted.near is not None
            return any(kilometres(wanted.near, point) <= wanted.near.km for point in offer.points)
        case "max_months":
            return offer.months is not None and offer.months <= (wanted.max_months or 0)
        case "max_euro":
            return offer.euro is not None and offer.euro <= (wanted.max_euro or 0)
        case "starts_from":
            return any(day >= str(wanted.starts_from) for day in offer.begins)
        case "text":
            return all(
                any(word.startswith(asked) for word in offer.text.split()) for asked in wanted.text.split()
            )
    have = {FOLD.get(word, word) for word in offer.values.get(name, ())}
    asked = [FOLD.get(word, word) for word in getattr(wanted, name)]
    return (all if name in wanted.all_of else any)(word in have for word in asked)


def kilometres(near: Near, point: tuple[float, float]) -> float:
    """Return the great-circle distance by the spherical law of cosines."""
    one, other = math.radians(near.latitude), math.radians(point[0])
    turn = math.radians(point[1] - near.longitude)
    cosine = math.sin(one) * math.sin(other) + math.cos(one) * math.cos(other) * math.cos(turn)
    return 6371.0088 * math.acos(max(-1.0, min(1.0, cosine)))


@settings(max_examples=150, deadline=None)
@given(st.lists(FACET_SETS, max_size=12), FILTERS)
def test_the_list_and_its_counts_are_exact(offers: list[OfferFacets], wanted: OfferFilter) -> None:
    index = OfferIndex([f"o{number}" for number in range(len(offers))], offers)
    listing = index.listing(wanted)
    passing = {
        f"o{n}" for n, one in enumerate(offers) if all(holds(name, one, wanted) for name in wanted.asked)
    }
    assert set(listing.ids) == passing
    assert listing.total == len(passing)
    for facet in FACETS:
        others = [name for name in wanted.asked if name != facet]
        near = [one for one in offers if all(holds(name, one, wanted) for name in others)]
        assert dict(listing.counts[facet]) == Counter(
            word for one in near for word in one.values.get(facet, ())
        )


def offer(name: str, months: float | None = None, euro: float | None = None, **values: str) -> OfferFacets:
    """A flat offer."""
    words = {facet: (word,) for facet, word in values.items()}
    return OfferFacets(words, name, name.lower(), months=months, euro=euro)


def test_offers_of_unknown_cost_are_last_and_counted_apart() -> None:
    index = OfferIndex(["a", "b", "c"], [offer("A"), offer("B", euro=900), offer("C", euro=100)])
    assert index.listing(OfferFilter(), OfferSort.COST).ids == ("c", "b", "a")
    cheap = index.listing(OfferFilter(max_euro=500))
    assert cheap.ids == ("c",)
    assert cheap.unknown == {"max_euro": 1}


def test_accents_and_case_do_not_matter() -> None:
    index = OfferIndex(["a"], [offer("A", place="Súdwest-Fryslân")])
    assert index.listing(OfferFilter(place=("sudwest fryslan",))).total == 1


def test_an_empty_catalogue_answers_nothing_of_nothing() -> None:
    listing = OfferIndex([], []).listing(OfferFilter(level=("mbo-4",), text="x", near=Near(52, 6, 10)))
    assert (listing.total, listing.counts["level"]) == (0, ())


def test_what_a_source_confirms_comes_before_the_rest_each_by_name() -> None:
    states = {"c": "current", "b": "unconfirmed", "a": "ended", "d": "current"}
    facets = [offer(name.upper(), state=state) for name, state in states.items()]
    index = OfferIndex(list(states), facets)
    assert index.listing(OfferFilter(), OfferSort.CONFIRMED).ids == ("c", "d", "a", "b")


@pytest.mark.parametrize(
    ("sort", "expected"), [(OfferSort.NAME, ("b", "a")), (OfferSort.DURATION, ("a", "b"))]
)
def test_a_list_is_sorted_as_asked(sort: OfferSort, expected: tuple[str, ...]) -> None:
    index = OfferIndex(["a", "b"], [offer("Z", months=6), offer("A", months=12)])
    assert index.listing(OfferFilter(), sort).ids == expected
