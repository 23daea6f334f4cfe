"""The country of all that is known limits a question only where a number or a place is asked, or another country stands beside it."""

from __future__ import annotations

import pytest

from assistant.understanding.country_said import without_country


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Wat is een bbl in Nederland?", "Wat is een bbl?"),
        ("What is an entree programme in the Netherlands?", "What is an entree programme?"),
        ("Was ist eine BBL in den Niederlanden?", "Was ist eine BBL?"),
    ],
)
def test_a_question_is_asked_without_the_country(text: str, rest: str) -> None:
    assert without_country(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "Hoeveel technici zijn er in Nederland?",
        "Wat is het verschil in Nederland en Duitsland?",
        "Which universities in the Netherlands teach this?",
        "Wat is een bbl?",
        "In Nederland",
    ],
)
def test_where_it_is_a_limit_or_all_that_is_said_nothing_is_left_out(text: str) -> None:
    assert without_country(text) == ""
