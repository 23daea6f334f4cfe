"""An employer who asks what they get for a pupil is told from one who asks of wages, costs or other money."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.training_place import asked_next, training_place_asked


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Hoeveel subsidie krijgen wij voor een bbl leerling?", "BBL"),
        ("wat krijgt een leerbedrijf per leerling", "BBL"),
        ("Krijgt mijn baas subsidie voor mij als bbl leerling?", "BBL"),
        ("Hoeveel krijgen wij voor een stagiair?", "BOL"),
        ("What does our company get for an apprentice?", "BBL"),
        ("Welche Förderung bekommt unser Betrieb für einen Azubi?", "BBL"),
        ("Ik ben bbl leerling, welke subsidie krijg ik?", ""),
        ("Hoeveel loon krijgt een leerling bij ons bedrijf?", ""),
        ("Welke subsidie krijgen wij voor onze monteurs?", ""),
        ("Hoeveel leerlingen heeft ons bedrijf?", ""),
        ("Welk bedrijf neemt leerlingen aan met subsidie?", ""),
        ("Voor hoeveel leerlingen mag ons bedrijf subsidie krijgen?", ""),
        ("Welke regelingen waren er voor mkb en leerwerktrajecten?", ""),
    ],
)
def test_the_money_for_a_pupil_is_told_from_other_questions(text: str, form: str) -> None:
    assert training_place_asked(text) == form


FIRST = "Hoeveel subsidie krijgt mijn bedrijf voor een leerling?"


@pytest.mark.parametrize(
    ("text", "before", "found"),
    [
        ("wie vraagt dat aan?", (FIRST,), ("applicant", "BBL")),
        ("bij wie?", (FIRST, "en wanneer moet dat aangevraagd zijn?"), ("where", "BBL")),
        ("en tot wanneer?", (FIRST,), ("until", "BBL")),
        ("en tot wanneer?", ("Wat is een leerbedrijf?",), ("", "")),
        ("wie is de directeur?", (FIRST,), ("", "")),
        ("en tot wanneer?", (FIRST, "Wanneer is de open dag van Saxion?"), ("", "")),
    ],
)
def test_what_is_asked_next_is_of_the_same_money(
    text: str, before: tuple[str, ...], found: tuple[str, str]
) -> None:
    assert asked_next(text, before, Language.DUTCH) == found
