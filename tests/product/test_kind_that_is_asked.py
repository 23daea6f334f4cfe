"""A number of another thing, an amount of another town or a name in the place of its telephone number is no answer."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome, Question
from tests.support.talking import talk


@pytest.mark.parametrize(
    "messages",
    [
        ("Ik ben zzp'er in de bouw. Welke VCA is voor mij?", "bij hoeveel procent zijn ze geslaagd?", "wat kost dat examen?"),
        ("Ik ben 25 jaar. Ik heb geen diploma. Welke test moet ik doen voor Windesheim?", "Wat kost die test?"),
        ("How much Beethoven money has been set aside for chip talent in Twente?", "and how much does Eindhoven get?"),
        ("wat ben ik kwijt aan zo'n nen3140 cursus voor VP",),
        ("Wat is het mobiele nummer van Gijs Smeman van CIVON?",),
        ("Hoeveel parkeerplaatsen heeft het Deltion College?",),
        ("Is er op het Deltion iets te leren met drones?", "en met vliegtuigen?", "hoeveel studenten doen dat?"),
        ("Voor hoeveel leerlingen kreeg een bedrijf in 2023-2024 de leerwerkbijdrage van OOM?", "hoeveel bedrijven hebben dat toen gekregen"),
    ],
    ids=lambda messages: messages[-1],
)  # fmt: skip
def test_what_no_source_has_is_refused(chain: AnswerChain, messages: tuple[str, ...]) -> None:
    assert talk(chain, *messages).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("messages", "says"),
    [
        (
            ("Welke bestuurder van de provincie Overijssel ging er in 2018 over het programma voor kiezen, leren en werken in de techniek?",),
            "Eddy van Hijum",
        ),
        (("What share of the cost of a course at NLQF level 2 does the SLIM-scholingssubsidie pay?",), "90%"),
        (("hoveel budget heeft tech oost in totaal",), "21,3 miljoen"),
        (("hoveel budget heeft tech oost in totaal", "en hoevel daarvan komt uit het groeifonds?"), "9 miljoen"),
        (("Ik ben 52. Kan ik bij DUO geld lenen?", "wat was de rente vorig jaar", "en het jaar daarvoor?"), "2,56% in 2024"),
        (
            ("Met welke universiteit samen geeft de UT werktuigbouwkunde in Amsterdam?", "sinds wanneer?", "met hoeveel studenten begon dat toen?"),
            "zestig studenten",
        ),
        (
            ("Ik wil daken van riet maken. Welk niveau mbo is die opleiding?", "Wat kost 1 jaar met bbl?", "Vanaf welke leeftijd moet ik dat betalen?"),
            "18 jaar of ouder",
        ),
        (("Er was toch een ontwikkelfonds met scholingsvouchers voor de regio Apeldoorn?", "waar moest je dat aanvragen?"), "Leerwerkloket Stedenvierkant"),
        (("Welke technische hbo-bachelor geeft Saxion in Apeldoorn?",), "Applied Data Science"),
        (("Wat kan ik bij Saxion in Apeldoorn studeren op het gebied van AI en data?",), "Applied Data Science"),
        (("What technical bachelor does Saxion offer in Apeldoorn?",), "under another field I do".capitalize()),
        (("Ik wil op een vmbo technische vakken gaan geven. Welke lerarenopleiding van Windesheim past daarbij?",), "Technisch Beroepsonderwijs"),
        (("Op welk mbo-niveau leer je rietdekker?",), "mbo-2"),
        (("wat is het mbo niveau van rietdekker",), "mbo-2"),
        (("Welches EQF-Niveau hat ein niederländisches mbo-4-Diplom?", "und ein Master?"), "EQF-Niveau 7"),
        (("Ik werk al 15 jaar in de metaal maar ik heb geen papieren. Hoe kan ik laten zien wat ik kan?",), "ervaringscertificaat"),
        (("In welke steden kan ik bij Saxion de Ad software development doen?", "En bij Windesheim?", "Welk diploma moet ik daarvoor hebben?"), "Windesheim geldt"),
        (("Do I have to pay for advice at a Leerwerkloket?", "how many of them are there in the country?"), "there are 35 of them"),
        (("Ik woon in Almelo en wil me laten omscholen. Welk fonds in de regio kan dat betalen?", "tot welk niveau?"), "mbo niveau 4"),
        (("hoelang duurt de opleiding tot procesoperator B",), "2 tot 3 jaar"),
    ],
    ids=lambda one: one[-1] if isinstance(one, tuple) else "",
)  # fmt: skip
def test_what_a_source_has_is_told(chain: AnswerChain, messages: tuple[str, ...], says: str) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert says.casefold() in answer.text.casefold()


def test_what_one_can_study_somewhere_is_a_list(chain: AnswerChain) -> None:
    answer = chain.invoke(Question("Wat kan ik in Apeldoorn studeren?"))
    assert answer.outcome is Outcome.ANSWERED
    assert any(record.kind == "offer" for record in answer.records)


def test_until_when_to_apply_is_told_of_the_kind_of_school_that_the_first_question_names(
    chain: AnswerChain,
) -> None:
    text = "mijn dochter doet vmbo kader, op welk mbo niveau kan ze beginnen en tot wanneer aanmelden"
    assert "1 april" in chain.invoke(Question(text)).text
