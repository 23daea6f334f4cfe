"""What is looked for stands in the address, and comes back out of it."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.interface.rooms.offers.address import (
    ALIVE,
    DISTANCES,
    MOST_VALUES,
    PARAMETERS,
    SORTS,
    Search,
    address_of,
    filter_of,
    limits_of,
    pairs_of,
    search_of,
    without,
)
from tests.support.rooms import TOWNS

WORD = st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
SEARCHES = st.builds(
    Search,
    words=st.one_of(st.just(""), WORD),
    facets=st.dictionaries(
        st.sampled_from(list(PARAMETERS)), st.lists(WORD, max_size=4, unique=True).map(tuple), max_size=4
    ),
    near=st.one_of(st.just(""), WORD),
    km=st.sampled_from(DISTANCES),
    most_months=st.one_of(st.none(), st.integers(1, 999)),
    most_euro=st.one_of(st.none(), st.integers(1, 99_999)),
    sort=st.sampled_from(list(SORTS)),
    page=st.integers(1, 99),
    is_map=st.booleans(),
)


def opened(address: str) -> Search:
    return search_of(parse_qsl(urlsplit(address).query))


@given(SEARCHES)
def test_an_address_says_the_whole_search(search):
    expected = search if search.near else Search(**{**_fields(search), "km": 25})
    assert opened(address_of(search)) == expected


def _fields(search: Search) -> dict[str, object]:
    return {name: getattr(search, name) for name in Search.__slots__}


@given(
    st.lists(st.tuples(st.sampled_from([*PARAMETERS.values(), "q", "bij", "km", "pagina", "x"]), st.text()))
)
def test_no_address_is_an_error_and_its_search_is_stable(pairs):
    search = search_of(pairs)
    assert search_of(pairs_of(search)) == search
    assert all(len(values) <= MOST_VALUES for values in search.facets.values())
    assert search.page >= 1


@pytest.mark.parametrize(
    ("typed", "euro"),
    [
        ("2500", 2500),
        ("2.500", 2500),
        ("-1", None),
        ("0", None),
        ("1e3", None),
        ("٣", None),
        ("9" * 30, None),
    ],
)
def test_an_amount_is_a_plain_whole_number_or_nothing(typed, euro):
    assert search_of([("euro", typed)]).most_euro == euro


def test_the_nearest_comes_first_where_a_place_is_filled_in_and_no_order_chosen():
    assert search_of([("bij", "Almelo"), ("volgorde", "")]).sort == "afstand"
    assert search_of([("bij", ""), ("volgorde", "")]).sort == "bevestigd"
    assert search_of([("bij", "Almelo"), ("volgorde", "kosten")]).sort == "kosten"


def test_the_plain_address_asks_nothing():
    assert address_of(Search()) == "/opleidingen"
    assert opened("/opleidingen") == Search()
    assert Search().is_empty


@given(SEARCHES)
def test_each_limit_can_be_taken_off_and_no_other_goes_with_it(search):
    for limit in limits_of(search):
        rest = without(search, limit)
        assert limits_of(rest) == tuple(other for other in limits_of(search) if other != limit)
        assert rest.page == 1


def test_ended_offers_are_left_out_unless_they_are_asked_for():
    assert filter_of(Search(), TOWNS).state == ALIVE
    assert filter_of(Search().choosing("state", ["ended"]), TOWNS).state == ("ended",)


def test_a_place_that_is_not_known_does_not_limit():
    assert filter_of(Search(near="Nergenshuizen"), TOWNS).near is None
    assert filter_of(Search(near="enschede", km=10), TOWNS).near.km == 10


def test_a_distance_without_a_place_says_nothing() -> None:
    assert search_of([("km", "1")]) == search_of([])
    assert search_of([("bij", "Almelo"), ("km", "1")]).km == 1
