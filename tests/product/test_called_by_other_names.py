"""Programmes and trades are found by the names that people have for them: in English, German and everyday Dutch."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

FOUND = [
    ("Hat die UT Gesundheitswissenschaften?", "Health Sciences"),
    ("Kann ich in Enschede Kommunikationswissenschaft studieren?", "Communication Science"),
    ("Where can I study archaeology?", "Archeologie"),
    ("does Windesheim have a degree in urban planning", "Ruimtelijke Ontwikkeling"),
    (
        "Ich möchte in den Niederlanden Lokführer werden. Welche mbo-Ausbildung führt dazu?",
        "Machinist railvervoer",
    ),
    ("I want to become a watchmaker, which course is that?", "Uurwerktechnicus"),
    ("Ich will Zahntechnikerin werden, welche Ausbildung ist das?", "Tandtechnicus"),
    ("Which mbo course trains you as a scaffolder?", "Monteur steigerbouw"),
    ("opleiding tot shovelmachinst", "Machinist grondverzet"),
    ("Ausbildung zum Kranfürer?", "Machinist hijswerk"),
    ("Is there something like a bachelor to become a teacher of technology?", "Leraar vo tweede graad"),
    (
        "heeft de han een ad voor instalatietechniek in gebouwen? hoe heet die",
        "Gebouwgebonden Installatietechniek",
    ),
    ("Does Saxion have a bachelor in artificial intelligence, and in which town would I study?", "Apeldoorn"),
    ("Hat Saxion einen Bachelor in künstlicher Intelligenz und in welcher Stadt?", "Apeldoorn"),
]


@pytest.mark.parametrize(("message", "says"), FOUND)
def test_a_programme_is_found_by_the_name_that_people_have_for_it(
    chain: AnswerChain, message: str, says: str
) -> None:
    answer = talk(chain, message)
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text


LEVELS = [
    "wil later zo'n hoge bouwkraan besturen, torenkraan enzo. welk mbo niveau is dat?",
    "welk niveau is kraanmachinist?",
    "Op welk niveau zit de opleiding tot treinmachinist?",
    "What level is the train driver programme?",
]


@pytest.mark.parametrize("message", LEVELS)
def test_the_level_of_a_trade_is_that_of_the_programmes_that_lead_to_it(
    chain: AnswerChain, message: str
) -> None:
    answer = talk(chain, message)
    assert answer.outcome is Outcome.ANSWERED
    assert "mbo-3" in answer.text.splitlines()[0]


def test_a_trade_that_is_learnt_at_two_levels_is_listed_with_both(chain: AnswerChain) -> None:
    answer = talk(
        chain, "is metselaar worden mbo 2 of mbo 3, en een dakdekker: welk mbo niveau is dakdekker?"
    )
    assert "mbo-2" in answer.text
    assert "mbo-3" in answer.text


@pytest.mark.parametrize(
    ("message", "work"),
    [
        ("Ik werk als magazijnmedewerker en wil iets technisch doen", "magazijnmedewerker"),
        ("ik werk als stoffeerder en wil omscholen naar elektricien", "stoffeerder"),
        ("I am a watchmaker, can I become an electrician?", "watchmaker"),
    ],
)
def test_the_trade_that_somebody_has_is_not_what_they_aim_at(
    chain: AnswerChain, message: str, work: str
) -> None:
    answer = talk(chain, message)
    assert any(work in one for one in answer.text.splitlines()[:1])


@pytest.mark.parametrize(
    "message",
    [
        "Moet een torenkraan gekeurd worden?",
        "Wat kost een hijskraan huren?",
        "Mijn lift is kapot, wie kan die repareren?",
        "Which jobs will AI replace?",
        "hoeveel Lokführer zijn er in Duitsland",
        "My printer driver does not work",
        "I want to be a bus driver",
        "Who can repair my watch?",
    ],
)
def test_what_is_asked_of_a_thing_is_no_question_for_a_programme(chain: AnswerChain, message: str) -> None:
    answer = talk(chain, message)
    assert answer.outcome is Outcome.REFUSED
    assert not any(record.kind == "offer" for record in answer.records)


def test_an_assistant_that_is_asked_whether_it_is_one_lists_no_programmes(chain: AnswerChain) -> None:
    assert "Leerwijzer" in talk(chain, "bist du eine KI?").text


FORMS = [
    ("In welke vormen kun je de Ad Logistiek bij Windesheim volgen?", ("deeltijd", "duaal", "voltijd")),
    ("Welke vormen van de Ad Logistiek zijn er?", ("deeltijd", "duaal", "voltijd")),
    ("welke vormen heeft HBO-ICT bij Saxion", ("deeltijd", "voltijd")),
    ("which forms does HBO-ICT have at Windesheim", ("part-time", "full-time")),
    ("In welchen Formen gibt es Maschinenbau an der HAN?", ("Teilzeit", "Vollzeit")),
    ("is the bricklayer course bol or bbl", ("BOL", "BBL")),
    ("dachdecker bbl oder bol?", ("BOL", "BBL")),
]


@pytest.mark.parametrize(("message", "forms"), FORMS)
def test_the_forms_of_a_programme_are_told(chain: AnswerChain, message: str, forms: tuple[str, ...]) -> None:
    answer = talk(chain, message)
    assert answer.outcome is Outcome.ANSWERED
    assert all(form in answer.text for form in forms)


def test_of_a_form_that_is_not_there_the_others_are_told(chain: AnswerChain) -> None:
    answer = talk(chain, "Kan ik HBO-ICT bij Saxion ook duaal doen?")
    assert answer.outcome is Outcome.REFUSED
    assert "HBO-ICT: hbo-bachelor, deeltijd, Saxion" in answer.text


@pytest.mark.parametrize("message", ["welke vormen van mbo zijn er", "Welke varianten van wiskunde zijn er"])
def test_the_forms_of_what_is_no_programme_are_no_list(chain: AnswerChain, message: str) -> None:
    assert not any(record.kind == "offer" for record in talk(chain, message).records)


ENTRY = [
    (
        "Welk diploma moet een medewerker hebben om aan de opleiding systeemontwerper koude- en klimaatsystemen te beginnen?",
        "mbo-3",
    ),
    ("met welk diploma mag je beginnen aan Allround lasser?", "vmbo"),
    ("What diploma does an employee need to start the programme Metselaar?", "vmbo"),
    ("Welches Diplom braucht ein Mitarbeiter, um die Ausbildung Machinist grondverzet zu beginnen?", "vmbo"),
    ("Welchen Schulabschluss muss man für Timmerman haben?", "vmbo"),
]


@pytest.mark.parametrize(("message", "says"), ENTRY)
def test_what_anybody_needs_to_enter_a_programme_is_the_rule(
    chain: AnswerChain, message: str, says: str
) -> None:
    answer = talk(chain, message)
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text
