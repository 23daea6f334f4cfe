"""Schemes are found in a question as people call them, and said in one line with what each level gets."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.types import Language
from assistant.understanding.filters import Ask, Asked
from assistant.writing.record_facts import pays_for
from assistant.writing.record_words import Words
from assistant.writing.scheme_names import named_schemes
from assistant.writing.scheme_words import pays, scheme_line, window
from knowledge.catalogue.queries import OfferFilter
from knowledge.catalogue.types import Scheme
from knowledge.catalogue.validity import scheme_state
from tests.support.bundled import bundled_catalogue

SCHEMES = bundled_catalogue().schemes
WORDS = Words(Language.DUTCH, {})
DAY = date(2026, 11, 21)


def scheme(id_: str) -> Scheme:
    return next(one for one in SCHEMES if one.id == id_)


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("verschil tussen slim en slim scholingssubsidie", ["slim", "slim-scholingssubsidie"]),
        (
            "twents fonds vs ontwikkelfonds zwolle",
            ["twents-fonds-voor-vakmanschap", "ontwikkelfonds-regio-zwolle"],
        ),
        ("ontwikkelfonds zwolle voor werkgever", ["ontwikkelfonds-regio-zwolle-werkgevers"]),
        ("stap en lllk", ["stap-budget", "levenlanglerenkrediet"]),
        ("hoe slim is dat", ["slim"]),
        ("welke regeling is er", []),
    ],
)
def test_schemes_are_named_as_people_call_them(question: str, ids: list[str]) -> None:
    assert [one.id for one in named_schemes(question, SCHEMES).schemes] == ids


def test_a_word_that_is_of_no_scheme_asks_more() -> None:
    named = named_schemes("verschil slim en praktijkleren voor een directeur", SCHEMES)
    assert not named.asks_no_more_than(frozenset(["verschil"]), Language.DUTCH)


def test_a_share_that_differs_per_level_is_said_for_each_level() -> None:
    said = pays(scheme("slim-scholingssubsidie"), WORDS)
    assert said == ["90 procent van de kosten (NLQF 1-3)", "40 procent van de kosten (NLQF 4)"]


@pytest.mark.parametrize(
    ("level", "said"),
    [("mbo-4", ["40 procent van de kosten (NLQF 4)"]), ("mbo-2", ["90 procent van de kosten (NLQF 1-3)"])],
)
def test_of_a_level_that_is_asked_only_its_share_is_said(level: str, said: list[str]) -> None:
    assert pays(scheme("slim-scholingssubsidie"), WORDS, (level,)) == said


def test_amounts_of_different_years_are_all_said_with_their_year() -> None:
    line = scheme_line(
        scheme("ontwikkelfonds-regio-zwolle-werkgevers"), scheme_state(scheme("slim"), DAY), WORDS
    )
    assert "40.000 euro per aanvraag (ca. 2021)" in line
    assert "25.000 euro per aanvraag (2020)" in line


def test_a_round_of_one_day_is_that_day() -> None:
    assert window(date(2023, 11, 15), date(2023, 11, 15), WORDS) == "ronde op 15 november 2023"


@pytest.mark.parametrize(
    ("id_", "wanted", "is_paid"),
    [
        ("hrm-mkb-regeling", OfferFilter(level=("mbo-4",)), False),
        ("hrm-mkb-regeling", OfferFilter(level=("mbo-3",)), True),
        ("slim-scholingssubsidie", OfferFilter(kind=("hbo-bachelor",)), False),
        ("slim", OfferFilter(kind=("hbo-bachelor",)), True),
        ("oom-stagebijdrage", OfferFilter(mode=("BBL",)), False),
        ("praktijkleren", OfferFilter(mode=("BBL",), level=("mbo-4",)), True),
        ("halvering-collegegeld", OfferFilter(level=("mbo-2",)), False),
    ],
)
def test_a_scheme_is_for_the_levels_and_forms_of_its_record(
    id_: str, wanted: OfferFilter, is_paid: bool
) -> None:
    assert pays_for(scheme(id_), Asked(Ask.SCHEMES, wanted).filter) is is_paid
