"""Who employs people asks for other money than who learns."""

from __future__ import annotations

import pytest

from assistant.understanding.employer import asks_for_schemes, speaks_for_employer


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
        "wij hebben 3 bbl leerlingen in almelo",
        "metaalbedrijf in almelo met 60 man",
        "metaalbedrijf zwolle 60 man",
        "lassers bijscholen",
        "geld voor bijscholing personeel",
        "ik ben de werkgever",
        "wij zijn werkgever",
        "wat krijg ik als baas",
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
        "ik werk bij een metaalbedrijf met 60 man, welke subsidie kan ik krijgen",
        "subsidie voor bijscholing tot lasser",
        "geld voor omscholing naar verspaner",
        "mijn werkgever in almelo heeft een bedrijf van 60 mensen",
    ],
)
def test_who_works_for_one_is_no_employer(text: str) -> None:
    assert not speaks_for_employer([text])


@pytest.mark.parametrize(
    "said",
    [
        ["welke subsidie is er"],
        ["lassers bijscholen subsidie"],
        ["wat kunnen we aan geld krijgen"],
        ["wie betaalt"],
        ["is there a grant for our welders"],
        ["Welche Förderung gibt es?"],
        ["welke regeling is er", "hij woont in Hengelo", "kan ik dat aanvragen"],
    ],
)
def test_it_is_heard_that_money_is_asked(said: list[str]) -> None:
    assert asks_for_schemes(said)


@pytest.mark.parametrize(
    "said",
    [
        ["wanneer krijg ik de subsidie"],
        ["hoe werkt de subsidie voor mijn leerling"],
        ["wat is het loon van een leerling"],
        ["kan ik dat aanvragen"],
        ["hoe lang duurt de opleiding van mijn monteur"],
        ["Ik heb een mooi groot bedrijf met 60 man en er ligt veel geld op de plank"],
    ],
)
def test_what_else_an_employer_asks_is_no_question_for_money(said: list[str]) -> None:
    assert not asks_for_schemes(said)
