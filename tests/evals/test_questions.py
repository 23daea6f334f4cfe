"""Whether an answer states an expected fact: figures and names literally, the rest by most of its words."""

from __future__ import annotations

import pytest

from evals.questions import states


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("OOM gaf 2.700 tot 4.200 euro per leerling per jaar.", "2.700-4.200 euro per leerling per jaar"),
        ("Voor maximaal 5 leerlingen per bedrijf.", "max 5 leerlingen"),
        ("TechOost kent vijf actielijnen.", "5 actielijnen"),
        ("De penvoerder is hogeschool Saxion.", "Saxion"),
    ],
)
def test_a_stated_fact_is_found_in_other_words_and_formats(text: str, fact: str) -> None:
    assert states(text, fact, "nl")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("OOM gaf 2.700 tot 4.100 euro per leerling.", "2.700-4.200 euro per leerling"),
        ("De aanvraag is van 17 april 2022.", "17 april 2023"),
        ("Er zijn geen cijfers.", "vmbo bleef achter"),
    ],
)
def test_another_figure_or_other_words_are_not_the_fact(text: str, fact: str) -> None:
    assert not states(text, fact, "nl")
