"""What people write in a cell is read as far as it says something; the rest is kept in words and never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.catalogue.importing.intake import Imported
from knowledge.catalogue.importing.notations import Price, day_of, length_of, price_of
from knowledge.catalogue.importing.offer_table import import_offer_table
from knowledge.catalogue.types import Between, Offer
from knowledge.catalogue.wording import worded


def _euro(low: float, high: float = 0, per: str = "", what: str = "", whole: bool = True) -> Price:
    return Price(Between(low, high or low), per, what, whole)


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("€ 1.250,-", _euro(1250)), ("€ 1.250,--", _euro(1250)), ("785,50", _euro(785.5)), ("500 euros", _euro(500)),
        ("€ 1.250,- – € 1.500,-", _euro(1250, 1500)), ("500 tot 700", _euro(500, 700)),
        ("€ 500 per jaar", _euro(500, per="jaar")), ("€500/jaar", _euro(500, per="jaar")), ("500 p/j", _euro(500, per="jaar")),
        ("€ 1.419 jaarlijks", _euro(1419, per="jaar")), ("295 per maand", _euro(295, per="maand")),
        ("€ 500 pro Jahr", _euro(500, per="jaar")), ("€ 45 per les", _euro(45, per="les")),
        ("€ 5.000 in totaal", _euro(5000, per="opleiding")),
        ("vanaf 500 euro", _euro(500, what="vanafprijs", whole=False)), ("from €500", _euro(500, what="vanafprijs", whole=False)),
        ("max. 900", _euro(900, what="maximumprijs", whole=False)), ("ca. € 500", _euro(500, whole=False)),
        ("€ 500, excl. btw", _euro(500, whole=False)), ("gratis", _euro(0, per="opleiding")), ("kostenlos", _euro(0, per="opleiding")),
        ("-5", None), ("op aanvraag", None), ("2 x € 500", None), ("12,5%", None), ("zie website 2026", None), ("€ 500 in 2026", None),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_people_write_it(text: str, price: Price | None) -> None:
    assert price_of(text) == price


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("1,5 jaar", Between(18, 18)), ("anderhalf jaar", Between(18, 18)), ("1½ jaar", Between(18, 18)), ("ca. 2 jaar", Between(24, 24)),
        ("één jaar", Between(12, 12)), ("zwei Jahre", Between(24, 24)), ("2 à 3 jaar", Between(24, 36)), ("2 of 3 jaar", Between(24, 36)),
        ("1 jaar en 6 maanden", Between(18, 18)), ("6 mnd.", Between(6, 6)), ("4 dagdelen", Between(0.07, 0.07)),
        ("3 jaar (12 modules)", Between(36, 36)), ("10 avonden", None), ("minimaal 2 jaar", None), ("8 lessen", None), ("36", None),
    ],
)  # fmt: skip
def test_a_length_is_read_as_people_write_it(text: str, months: Between | None) -> None:
    found = length_of(text)
    assert (found.months if found else None) == months


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 sept 2026", date(2026, 9, 1)), ("di 1 sept. 2026", date(2026, 9, 1)), ("1. September 2026", date(2026, 9, 1)),
        ("September 1, 2026", date(2026, 9, 1)), ("1 mrt 2027", date(2027, 3, 1)), ("1 März 2027", date(2027, 3, 1)),
        ("31 februari 2026", None), ("sept 2026", None), ("week 36", None),
    ],
)  # fmt: skip
def test_a_day_is_read_with_its_month_in_words(text: str, day: date | None) -> None:
    assert day_of(text) == day


def _of_table(heading: str, cost: str, duration: str = "4 jaar", start: str = "september") -> Imported:
    header = ("naam", "aanbieder", "duur", heading, "start")
    imported = import_offer_table(header, [(2, ("Lassen", "De Vonk", duration, cost, start))])
    assert imported is not None
    return imported


def _offer(heading: str, cost: str, duration: str = "4 jaar") -> Offer:
    record = _of_table(heading, cost, duration).records[0]
    assert isinstance(record, Offer)
    return record


def test_what_an_amount_is_paid_for_is_never_invented() -> None:
    cost = (_offer("kosten", "€ 2.801,00").costs.value or ())[0]
    assert (cost.per, cost.what) == ("", "")


def test_a_price_of_at_most_a_year_is_of_the_whole() -> None:
    assert (_offer("kosten", "795", "2 dagen").costs.value or ())[0].per == "opleiding"


def test_the_heading_says_what_the_cells_do_not() -> None:
    cost = (_offer("Cursusgeld per jaar", "€ 640").costs.value or ())[0]
    assert (cost.per, cost.what) == ("jaar", "cursusgeld")


@pytest.mark.parametrize(
    ("cost", "duration", "start"),
    [("zie § 4", "4 jaar", "september"), ("500", "4 schooljaren van 40 weken", "september"), ("500", "4 jaar", "week 36")],
)  # fmt: skip
def test_a_cell_that_cannot_be_read_leaves_its_row_and_is_reported(
    cost: str, duration: str, start: str
) -> None:
    imported = _of_table("kosten", cost, duration, start)
    assert len(imported.records) == 1
    assert imported.rows[0].note


def test_the_words_of_a_cell_that_was_not_read_whole_are_kept() -> None:
    offer = _offer("kosten", "vanaf 500 euro", "10 avonden")
    assert not offer.duration_months.is_known
    assert "Duur volgens de bron: 10 avonden" in worded(offer)
    assert "Kosten volgens de bron: vanaf 500 euro" in worded(offer)


def test_days_and_cents_are_worded_as_people_say_them() -> None:
    text = worded(_offer("kosten", "785,50", "2 dagen"))
    assert "Duur: 2 dagen;" in text
    assert "Kosten: 785,50 euro per opleiding" in text


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("18.01.27", date(2027, 1, 18)),
        ("5-9-27", date(2027, 9, 5)),
        ("ma 18-01-2027", date(2027, 1, 18)),
        ("Mo 18.01.27", date(2027, 1, 18)),
        ("31-02-27", None),
        ("18:30", None),
        ("3.5.12.1", None),
    ],
)
def test_a_day_may_lack_its_century_or_follow_its_name(text: str, day: date | None) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("6 okt 26", date(2026, 10, 6)),
        ("za 5 sept. 26", date(2026, 9, 5)),
        ("19 + 20 okt 26", None),
        ("24-25 sept 2026", None),
    ],
)
def test_a_year_of_two_figures_is_read_and_of_several_days_none_is_the_day(
    text: str, day: date | None
) -> None:
    assert day_of(text) == day
