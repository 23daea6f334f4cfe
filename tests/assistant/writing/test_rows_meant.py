"""Which of several rows of one course a message means."""

from __future__ import annotations

from assistant.writing.rows_meant import narrowed, with_words
from knowledge.catalogue.importing.offer_table import import_offer_table
from knowledge.catalogue.types import Offer

HEADER = ("Cursus", "Dag", "Start", "Plaats", "Taal", "Prijs")
ROWS = (
    ("Tractor", "woensdag", "10-3-2027", "Rijssen", "nl", "540"),
    ("Tractor", "zaterdag", "20-3-2027", "Wierden", "en", "555"),
    ("Tractor", "zaterdag", "3-4-2027", "sporthal Almelo", "nl", "560"),
)


def _offers() -> list[Offer]:
    imported = import_offer_table(
        HEADER, list(enumerate(ROWS, start=2)), owner="Rijschool Brummelhuis Rijssen"
    )
    assert imported is not None
    return [one.record for one in imported.taken if isinstance(one.record, Offer)]


def _places(*said: str, school: frozenset[str] = frozenset()) -> list[str]:
    return [place.name for one in narrowed(_offers(), said, school) for place in one.places.value or ()]


def test_a_place_tells_a_row_also_misspelled_and_by_its_town() -> None:
    assert _places("wat kost het in Wierden") == ["Wierden"]
    assert _places("wat kost het in wierdn of zo") == ["Wierden"]
    assert _places("wat kost het in almelo") == ["sporthal Almelo"]


def test_a_day_of_the_week_a_language_and_a_date_tell_a_row() -> None:
    assert _places("op woensdag graag") == ["Rijssen"]
    assert _places("is it in English?") == ["Wierden"]
    assert _places("die van 3 april") == ["sporthal Almelo"]


def test_the_name_of_the_school_is_no_place() -> None:
    assert len(_places("wat kost het bij Rijssen", school=frozenset(["rijssen"]))) == len(ROWS)


def test_what_was_said_last_goes_first() -> None:
    assert _places("en in Wierden?", "wat kost het in Rijssen") == ["Wierden"]


def test_a_word_that_some_rows_have_tells_them_and_one_that_all_have_none() -> None:
    offers = _offers()
    assert with_words(offers, lambda one, word: one is offers[1], ("pools",)) == [offers[1]]
    assert with_words(offers, lambda one, word: True, ("pools",)) == offers
