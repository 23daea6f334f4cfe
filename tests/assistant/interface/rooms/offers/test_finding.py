"""What is found, and where nothing is found what would help."""

from __future__ import annotations

import pytest

from assistant.interface.rooms.offers.address import Search, filter_of, without
from assistant.interface.rooms.offers.finding import PAGE_SIZE, Found, Shelf, found_for
from assistant.interface.rooms.offers.reading import reader_over
from assistant.types import Language
from tests.assistant.interface.rooms.offers.conftest import tongue_of
from tests.support.offers import an_offer
from tests.support.rooms import TOWNS, catalogue_of


@pytest.fixture
def find(shelf):
    reader = reader_over(shelf.catalogue, Language.DUTCH)

    def found(search: Search) -> Found:
        return found_for(search, shelf, reader)

    return found


def ids(found: Found) -> list[str]:
    return [offer.id for offer in found.page.offers]


def test_what_lives_is_listed_by_name_and_the_ended_are_counted_apart(find):
    found = find(Search())
    assert (found.total, found.ended) == (5, 1)
    assert "oud" not in ids(found)


def test_what_a_source_confirms_is_listed_first_where_no_order_is_chosen(find):
    states = [offer.state.value for offer in find(Search()).page.offers]
    assert set(states) == {"current", "unconfirmed"}
    assert states == sorted(states)
    by_name = find(Search(sort="naam")).page.offers
    assert [one.state.value for one in by_name] != states


def test_near_a_place_the_nearest_comes_first_with_its_distance(find):
    found = find(Search(near="Hengelo", km=25, sort="afstand"))
    assert ids(found)[0] == "ict"
    assert found.kilometres["ict"] == pytest.approx(0, abs=0.1)
    assert found.kilometres["wtb"] == pytest.approx(8.5, abs=0.5)


def test_misspelled_words_find_what_the_right_ones_find_and_that_is_told(find):
    found = find(Search(words="mechatronika"))
    assert found.mended == "mechatronica"
    assert set(ids(found)) == {"mecha-bol", "mecha-bbl"}


def test_words_that_find_something_are_not_mended_even_when_a_filter_leaves_nothing(find):
    found = find(Search(words="mechatronica").choosing("place", ["Zwolle"]))
    assert (found.mended, found.total) == ("", 0)


def test_where_nothing_is_found_each_way_out_gives_exactly_what_it_says(find, shelf):
    search = Search(words="mechatronica").choosing("place", ["Zwolle"]).choosing("mode", ["BOL"])
    found = find(search)
    assert found.total == 0
    assert dict(found.looser) == {"place": 1}
    for limit, number in found.looser:
        wanted = filter_of(without(search, limit), shelf.catalogue.gazetteer)
        assert shelf.catalogue.listing(wanted).total == number


def test_an_occupation_is_suggested_with_how_many_offers_lead_to_it(find):
    assert [(one.name, one.offers) for one in find(Search(words="lasser")).suggestions] == [("lasser", 1)]


def test_what_cannot_be_on_the_map_is_counted(find):
    assert find(Search(is_map=True)).placeless == 1
    assert find(Search(is_map=True, words="mechatronica")).placeless == 1
    assert find(Search(is_map=True).choosing("place", ["Zwolle"])).placeless == 0


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("iets met mechatronica", "mechatronica"),
        ("wtb", "werktuigbouwkunde"),
        ("technici mechatronica windmolens", "technicus mechatronica"),
        ("werktuigbouwkunde mechatronica", "werktuigbouwkunde"),
        ("mechatronicaen", "mechatronica"),
    ],
)
def test_words_that_find_nothing_are_read_for_what_may_be_meant_and_that_is_told(find, typed, read):
    found = find(Search(words=typed))
    assert (found.mended, found.total > 0) == (read, True)


def test_words_of_another_trade_find_nothing(find):
    assert (find(Search(words="verpleegkunde")).mended, find(Search(words="verpleegkunde")).total) == ("", 0)


def test_an_occupation_is_counted_within_the_other_filters_and_else_in_all(find):
    within = find(Search(words="lasser").choosing("kind", ["hbo-bachelor"]))
    assert (within.suggestions[0].offers, within.suggested_within.values("kind")) == (1, ("hbo-bachelor",))
    outside = find(Search(words="lasser").choosing("kind", ["mbo"]))
    assert (outside.suggestions[0].offers, outside.suggested_within) == (1, Search())


def test_an_unknown_place_is_told(find):
    assert find(Search(near="Nergens")).unknown_place == "Nergens"
    assert find(Search(near="Zwolle")).unknown_place == ""


def test_a_page_beyond_the_last_shows_the_first(tmp_path):
    offers = [an_offer(f"o{number:03d}", f"Opleiding {number}") for number in range(PAGE_SIZE + 3)]
    catalogue = catalogue_of(tmp_path, *offers, gazetteer=TOWNS)
    shelf = Shelf(catalogue, tongue_of().words)
    reader = reader_over(catalogue, Language.DUTCH)
    assert len(found_for(Search(page=2), shelf, reader).page.offers) == 3
    beyond = found_for(Search(page=99), shelf, reader)
    assert (beyond.search.page, len(beyond.page.offers), beyond.pages) == (1, PAGE_SIZE, 2)
