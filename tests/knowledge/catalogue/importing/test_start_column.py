"""Which column of a table says when a course starts."""

from __future__ import annotations

import pytest

from knowledge.catalogue.importing.offer_table import import_offer_table
from knowledge.catalogue.importing.start_column import is_dated, is_rhythm_of_week
from knowledge.catalogue.types import Offer


def _offers(header: tuple[str, ...], *rows: tuple[str, ...]) -> list[Offer]:
    imported = import_offer_table(header, list(enumerate(rows, start=2)), owner="Wijkcentrum Ossekamp")
    assert imported is not None
    return [one.record for one in imported.taken if isinstance(one.record, Offer)]


def test_the_start_is_read_where_the_dates_are_and_the_weekday_is_kept_in_words() -> None:
    (offer,) = _offers(
        ("Cursus", "Wanneer", "Start", "Prijs"), ("Keramiek", "do 19.30 u", "8-10-2026", "132")
    )
    assert [start.text for start in offer.starts.value or ()] == ["2026-10-08"]
    assert "Wanneer: do 19.30 u" in (offer.remark.value or "")


def test_a_table_with_weekdays_alone_has_no_start() -> None:
    (offer,) = _offers(("Cursus", "Aanvang", "Plaats", "Prijs"), ("Keramiek", "do 19.30 u", "Epe", "132"))
    assert not offer.starts.value
    assert "Aanvang: do 19.30 u" in (offer.remark.value or "")


def test_a_start_that_is_dated_stays_the_start() -> None:
    (offer,) = _offers(
        ("Cursus", "Start", "Eerste les", "Prijs"), ("Keramiek", "8-10-2026", "15-10-2026", "132")
    )
    assert [start.text for start in offer.starts.value or ()] == ["2026-10-08"]


@pytest.mark.parametrize("cell", ["8-10-2026", "21 sept.", "9 en 23 feb 2027", "25 + 26-1", "do 8 okt 2026"])
def test_a_cell_with_a_day_or_a_month_is_dated(cell: str) -> None:
    assert is_dated(cell)


@pytest.mark.parametrize(
    "cell", ["ma 19.30 u", "3 x di 18:30-21:30", "woensdag", "Mi 18 Uhr", "19.00 - 21.00"]
)
def test_a_cell_with_a_weekday_or_an_hour_is_a_rhythm_of_the_week(cell: str) -> None:
    assert is_rhythm_of_week(cell)


def test_the_last_day_to_apply_is_known_under_headings_that_are_cut_short() -> None:
    (offer,) = _offers(
        ("Scholing", "Datum", "Waar", "Inschr. t/m"), ("Sondevoeding", "20-1-2027", "Epe", "13-1-2027")
    )
    assert "13 januari 2027" in (offer.remark.value or "")
