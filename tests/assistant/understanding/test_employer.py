"""Who employs people asks for other money than who learns."""

from __future__ import annotations

import pytest

from assistant.understanding.employer import speaks_for_employer


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben werkgever in Zwolle: welke subsidie is er?",
        "Ik heb een installatiebedrijf en zoek een bbl leerling",
        "wij hebben een klein bedrijf in Borne",
        "welke subsidie is er voor mijn bbl-leerling",
        "I am an employer in metal",
        "Ich bin Arbeitgeber in Gronau",
        "Förderung für meine Mitarbeiter",
        "Ik ben hr-manager bij een metaalbedrijf met 60 man",
        "Ik heb 40 man in de metaal",
        "Wij zijn een IT-bedrijf in Enschede",
        "Ons bouwbedrijf zit in Almelo",
        "Kan mijn operator van 58 dat krijgen?",
        "kan ik dat als werkgever aanvragen",
        "My company takes on an apprentice",
    ],
)
def test_an_employer_is_heard(text: str) -> None:
    assert speaks_for_employer(["hallo", text])


@pytest.mark.parametrize(
    "text",
    [
        "mijn baas wil betalen",
        "betaalt mijn bedrijf dat?",
        "ik werk bij een groot bedrijf",
        "Ik heb een diploma van het bedrijf",
        "mijn werkgever wil niet",
        "ich arbeite in einer Firma",
        "ik werk als monteur",
        "Can my company pay?",
        "onze school heeft 40 leerlingen",
    ],
)
def test_who_works_for_one_is_no_employer(text: str) -> None:
    assert not speaks_for_employer([text])
