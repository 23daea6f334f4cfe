"""A figure of a question is held by a limit in its unit, or by what is so in all years; a value must lie within its limit."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.writing.figure_bounds import Limits, holds_for_year, is_ruled, limits

TODAY = date(2026, 11, 22)
BELOW = "Een bedrijf met minder dan 50 medewerkers betaalt 1.500 euro per jaar."
ABOVE = "Een bedrijf met 50 medewerkers of meer betaalt 4.000 euro per jaar."


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (BELOW, (Limits("people", -math.inf, 49),)),
        (ABOVE, (Limits("people", 50, math.inf),)),
        ("De opleiding mag maximaal een jaar duren.", (Limits("years", -math.inf, 1),)),
        ("Ben je op 1 augustus nog geen 18 jaar?", (Limits("years", -math.inf, 17),)),
        ("Je bent 18 jaar of ouder.", (Limits("years", 18, math.inf),)),
        ("Voor groepen van 8 tot 12 deelnemers.", (Limits("people", 8, 12),)),
        ("At least 3 years of experience.", (Limits("years", 3, math.inf),)),
        ("Höchstens zwei Wochen.", (Limits("weeks", -math.inf, 2),)),
        ("Het duurt 2 jaar.", ()),
    ],
)
def test_limits_are_read_with_their_unit(sentence: str, found: tuple[Limits, ...]) -> None:
    assert limits(sentence) == found


@pytest.mark.parametrize(
    ("question", "figure", "sentence", "is_so"),
    [
        ("Hoeveel betaalt een bedrijf met 20 medewerkers?", "20", BELOW, True),
        ("Hoeveel betaalt een bedrijf met 20 medewerkers?", "20", ABOVE, False),
        ("Hoeveel betaalt een bedrijf met 80 medewerkers?", "80", ABOVE, True),
        ("Hoeveel betaalt een bedrijf met 80 medewerkers?", "80", BELOW, False),
        ("Mag een opleiding van 2 jaar?", "2", "De opleiding mag maximaal een jaar duren.", True),
        ("Mag een opleiding van 2 jaar?", "2", "Maximaal 20 medewerkers.", False),
        ("Moet ik betalen als ik 17 ben?", "17", "Onder de 18 jaar betaal je niet.", True),
        ("Wat kost niveau 2?", "2", "De opleiding mag maximaal een jaar duren.", False),
    ],
)
def test_a_limit_rules_for_a_figure_of_its_unit(
    question: str, figure: str, sentence: str, is_so: bool
) -> None:
    assert is_ruled(question, figure, sentence) is is_so


NEVER = "VCA is niet wettelijk verplicht."


@pytest.mark.parametrize(
    ("question", "year", "sentence", "is_so"),
    [
        ("Is VCA sinds 2025 wettelijk verplicht?", "2025", NEVER, True),
        ("Is VCA vanaf 2027 wettelijk verplicht?", "2027", NEVER, False),
        ("Is VCA sinds 2025 geldig?", "2025", NEVER, False),
        ("Hoeveel VCA's waren er in 2025?", "2025", NEVER, False),
        ("Is VCA sinds 2025 verplicht?", "2025", "VCA was niet verplicht.", False),
        ("Is VCA sinds 2025 verplicht?", "2025", "VCA is sinds 2019 niet verplicht.", False),
        ("Is VCA sinds 2025 verplicht?", "2025", "VCA is verplicht.", False),
    ],
)
def test_what_is_never_so_is_not_so_since_a_year(
    question: str, year: str, sentence: str, is_so: bool
) -> None:
    assert holds_for_year(question, year, sentence, TODAY) is is_so


@pytest.mark.parametrize(
    "sentence",
    ["Artikel 8.2.1 geldt vanaf 18 jaar.", "Versie 1.2.3.4 van 2 weken", "8,2,1 tot 9.1.1 jaar of ouder"],
)
def test_the_number_of_an_article_is_no_figure(sentence: str) -> None:
    assert all(math.isfinite(one.most) or math.isfinite(one.least) for one in limits(sentence))


@given(st.text(alphabet="0123456789., -jar enmxialofud", max_size=60))
def test_any_sentence_has_limits_that_can_be_read(sentence: str) -> None:
    for one in limits(sentence):
        assert not math.isnan(one.least)
        assert not math.isnan(one.most)


@pytest.mark.parametrize(
    ("question", "figure", "is_so"),
    [
        ("Wat vergoedt SLIM op NLQF 2?", "2", True),
        ("What share at NLQF level 3 does it pay?", "3", True),
        ("Wat vergoedt SLIM op niveau 5?", "5", False),
        ("Wat vergoedt SLIM aan 2 bedrijven?", "2", False),
    ],
)
def test_a_level_lies_within_the_levels_of_a_sentence(question: str, figure: str, is_so: bool) -> None:
    sentence = "De SLIM-scholingssubsidie vergoedt 90% van een opleiding op NLQF 1-3 en 40% op NLQF 4."
    assert is_ruled(question, figure, sentence) is is_so
