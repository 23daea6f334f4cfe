"""Numbers, dates and codes in the ways in which people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.verification.items import ItemKind, decimal_of, items_of
from assistant.verification.lexicon import language_of, plain, without_invisible


@pytest.mark.parametrize(
    "text", ["9 miljoen euro", "€ 9 mln", "9.000.000 euro", "EUR 9,000,000", "9 million euros", "9 Millionen Euro", "€9.000.000,-"]
)  # fmt: skip
def test_one_amount_is_one_item_however_written(text: str) -> None:
    (item,) = items_of(plain(text))
    assert (item.value, item.unit) == ("9000000", "EUR")


@pytest.mark.parametrize(
    "text", ["1 april 2026", "01-04-2026", "1/4/2026", "2026-04-01", "April 1, 2026", "1. April 2026", "1st of April 2026"]
)  # fmt: skip
def test_one_date_is_one_item_however_written(text: str) -> None:
    (item,) = items_of(plain(text))
    assert (item.kind, item.value) == (ItemKind.DATE, "2026-4-1")


@pytest.mark.parametrize(
    ("text", "value"), [("vijf", "5"), ("five", "5"), ("fünf", "5"), ("5", "5"), ("twaalf", "12")]
)
def test_number_words_are_numbers(text: str, value: str) -> None:
    assert [item.value for item in items_of(plain(f"{text} jaar"))] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [("zestien", "16"), ("vijfentwintig", "25"), ("tweeëntwintig", "22"), ("twenty-one", "21"), ("einundzwanzig", "21"), ("honderd", "100")],
)  # fmt: skip
def test_number_words_of_two_parts_are_numbers(text: str, value: str) -> None:
    assert [item.value for item in items_of(plain(f"{text} euro"))] == [value]


@pytest.mark.parametrize("text", ["een tweejarige opleiding", "ein zweijähriger Kurs", "a two-year course"])
def test_what_lasts_some_years_is_a_number_of_years(text: str) -> None:
    (item,) = items_of(plain(text))
    assert (item.value, item.unit) == ("2", "year")


@pytest.mark.parametrize("text", ["binnen een half jaar", "within half a year", "in einem halben Jahr"])
def test_half_a_year_is_six_months(text: str) -> None:
    (item,) = items_of(plain(text))
    assert (item.value, item.unit) == ("6", "month")


@pytest.mark.parametrize("text", ["mbo niveau 3", "mbo-niveau 3", "mbo level 3", "mbo-3"])
def test_a_level_of_mbo_is_one_code_however_written(text: str) -> None:
    (item,) = items_of(plain(text))
    assert (item.kind, item.value) == (ItemKind.CODE, "mbo3")


def test_a_wage_before_tax_has_its_period() -> None:
    (item,) = items_of(plain("2.318 euro bruto per maand"))
    assert (item.unit, item.per) == ("EUR", "month")


def test_ten_in_a_dutch_expression_is_no_number() -> None:
    assert items_of(plain("ten minste en ten hoogste")) == ()


def test_a_range_shares_its_unit_and_period() -> None:
    low, high = items_of(plain("16 tot 20 uur per week"))
    assert (low.unit, low.per) == (high.unit, high.per) == ("hour", "week")


@pytest.mark.parametrize("text", ["2026-2027", "2026/2027", "2026/27", "2026 tot 2027"])
def test_a_study_year_is_one_item(text: str) -> None:
    (item,) = items_of(plain(text))
    assert (item.kind, item.value) == (ItemKind.PERIOD, "2026-2027")


def test_a_decimal_comma_and_a_decimal_point_are_alike() -> None:
    assert decimal_of("12,5") == decimal_of("12.5")
    assert decimal_of("1.234,50") == decimal_of("1,234.50")


@given(st.integers(0, 10**9))
def test_grouped_and_plain_digits_are_one_number(number: int) -> None:
    grouped = f"{number:,}"
    assert decimal_of(grouped) == decimal_of(grouped.replace(",", ".")) == decimal_of(str(number)) == number


@given(st.text(max_size=300))
def test_items_lie_in_order_within_the_text(text: str) -> None:
    shown = plain(text)
    end = 0
    for item in items_of(shown):
        assert end <= item.start < item.end <= len(shown)
        end = item.end


@given(
    st.text(
        alphabet=st.sampled_from("ab\u200b\u200d\u2060\ufeff\U000e0041\ufe0f\u202e\u00ad\x07"), max_size=40
    )
)
def test_invisible_characters_leave_nothing_behind(text: str) -> None:
    assert set(without_invisible(text)) <= {"a", "b"}


@pytest.mark.parametrize(
    ("text", "language"),
    [("De opleiding is er voor je werk", "nl"), ("The course is for your work", "en"), ("Die Ausbildung ist für deine Arbeit", "de")],
)  # fmt: skip
def test_the_language_of_a_sentence_is_told_by_its_small_words(text: str, language: str) -> None:
    assert language_of(text) == language
