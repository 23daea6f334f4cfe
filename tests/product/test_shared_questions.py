"""The development questions that lie beside the project: each is answered, refused or asked back as its line says, with every figure that it expects."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome, Question
from tests.support.talking import talk

OF_TYPE = {
    "unanswerable": {Outcome.REFUSED},
    "out-of-scope": {Outcome.REFUSED},
    "ambiguous": {Outcome.ASKED_BACK},
}
"""What an answer is to questions of a type; any other type is answered, wholly or in part."""

KNOWN = {Outcome.ANSWERED, Outcome.PARTLY}

LEFT_OUT = {"Q026": {"3000"}}
"""Figures that an answer may lack: the library says the share, and not how many people that was."""

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def numbers(text: str) -> set[str]:
    """Return the numbers of a text without their separators."""
    return {re.sub(r"[.,]", "", match) for match in NUMBER.findall(text)}


def test_every_development_question_gets_the_answer_that_its_line_expects(
    shared: Path, chain: AnswerChain
) -> None:
    lines = (shared / "facts" / "questions_dev.jsonl").read_text("utf-8").splitlines()
    wrong = []
    for one in map(json.loads, lines):
        answer = chain.invoke(Question(one["question"]))
        expected = {number for fact in one["expected_facts"] for number in numbers(fact)}
        is_known = one["type"] not in OF_TYPE
        missing = expected - numbers(answer.text) - LEFT_OUT.get(one["id"], set()) if is_known else set()
        if answer.outcome not in OF_TYPE.get(one["type"], KNOWN) or missing:
            wrong.append((one["id"], answer.outcome.value, sorted(missing)))
    assert lines
    assert wrong == []


FIRST = [
    # a question, what the first sentence of its answer says, and what none may say
    ("Hoe lang is een NEN 3140-certificaat geldig?", "meestal 3 jaar geldig", "5 jaar"),
    ("Wat betekent numerus fixus?", "beperkt aantal plaatsen", "Ik heb gezocht"),
    ("Moet ik VCA Basis of VCA VOL doen?", "VCA Basis is voor uitvoerend personeel", "Filters"),
    ("Is omscholen naar de ict nog slim?", "krapte in ict", "Filters"),
    ("Hoeveel van de 9 miljoen gaat naar TechWise Twente?", "niet in mijn bronnen", "1,9"),
    ("Krijg ik loon tijdens een bbl?", "Een BBL-student krijgt loon", "Ik heb gezocht"),
    ("Hoe lang duurt die cursus?", "Waar gaat je vraag over?", "Filters"),
    ("Wat kost een jaar BOL en hoeveel voor BBL?", "lesgeld voor een mbo-opleiding BOL", "Filters"),
    ("In welke sectoren verwacht UWV tot 2030 nog meer krapte?", "neemt de krapte tot 2030 toe", "Filters"),
    ("Hoeveel cofinanciering gaf het 1.000-kansenplan per leerwerktraject?", "tot 2.500 euro", "Filters"),
    ("Is Process Your Future een gebouw?", "er komt geen nieuw gebouw", "building"),
    ("Gibt es in Twente genug Arbeit fuer Techniker?", "Elektriker sind sehr gefragt", "handelt nicht"),
    ("Welches EQR-Niveau hat ein mbo-4-Diplom?", "EQF-Niveau 4", "Ich habe gesucht"),
    ("Wie hoch sind die Studiengebuehren in Enschede 2025-2026?", "2.601 Euro", "Ich habe gesucht"),
    ("Wil je mijn ontslagbrief juridisch beoordelen?", "gaat niet over leren", "vond niets"),
    (
        "Ik las al 15 jaar maar heb geen papieren. Kan ik toch een mbo-diploma krijgen?",
        "rvaringscertificaat",
        "16 jaar",
    ),
    ("Ik heb een Ad werktuigbouwkunde. Hoelang doe ik nog over de bachelor?", "twee of meer jaar", "Filters"),
    ("Kan ik nog STAP-budget krijgen voor een lascursus?", "gestopt per 1 januari 2024", "Ja"),
]


@pytest.mark.parametrize(("question", "says", "never"), FIRST)
def test_the_first_sentence_answers_the_question(
    chain: AnswerChain, question: str, says: str, never: str
) -> None:
    answer = chain.invoke(Question(question))
    assert says in next(one.text for one in answer.sentences if one.text)
    assert never not in answer.text


IN_FULL = [
    # messages, what the last answer says, and what it does not
    (
        ("Hoe groot is de begroting van TechOost en hoeveel komt van de provincie Overijssel?",),
        "0,2 miljoen",
        "geen antwoord",
    ),
    (("Waar zit CIVON en van wie is het?",), "Graafschap College is eigenaar", "geen antwoord"),
    (
        ("Kan ik nog STAP-budget krijgen voor een lascursus?",),
        "Alternatieven voor het STAP-budget",
        "geen antwoord",
    ),
    (
        ("Wat is het maximum per leerwerkplek bij praktijkleren en wanneer kun je in 2026 aanvragen?",),
        "2.700 euro",
        "geen antwoord",
    ),
    (
        (
            "bij hoeveel beroepsgroepen wordt het tekort tot 2030 groter volgens het UWV, en bij hoeveel juist kleiner?",
        ),
        "Bij 40 beroepsgroepen",
        "geen antwoord",
    ),
    (("Wil je mijn ontslagbrief juridisch beoordelen?",), "Juridisch Loket", "Leerwerkloket"),
    (
        ("pcpt oost opgericht in?", "hoeveel gaf ocw", "en totaal budget"),
        "5,1 miljoen",
        "niet in mijn bronnen",
    ),
    (("hbo-ict in ede, welke school", "hebben ze ook een ad in ict?"), "ICT Service Management", "Saxion"),
    (("Ook bij bbl?", "Krijg ik daar wel loon?"), "krijgt loon", "niet in mijn bronnen"),
    (("wanneer wordt een evc certificaat een mbo diploma",), "verzilveren", "Twents Fonds"),
    (("Wat zijn de vijf actielijnen van Tech Oost?",), "Actielijn 5", "niet in mijn bronnen"),
    (
        ("ontwikkelfonds cleantech apeldoorn tot wanneer liep dat", "hoeveel geld zat erin"),
        "1,5 miljoen",
        "Zwolle gaf",
    ),
    (("Wat is het slagingspercentage van Luchtvaarttechniek bij Deltion?",), "Luchtvaarttechniek", "600"),
    (("Waar zit CIVON?", "van wie is het?"), "eigenaar van CIVON", "Afbramerij"),
]


@pytest.mark.parametrize(("messages", "says", "never"), IN_FULL)
def test_nothing_that_was_asked_is_left_out(
    chain: AnswerChain, messages: tuple[str, ...], says: str, never: str
) -> None:
    answer = talk(chain, *messages)
    assert says in answer.text
    assert never not in answer.text


LIVES = [
    # a message, and where the person lives by what we say
    (
        "Ich wohne in Gronau und arbeite in Enschede. Bezahlt das Twents Fonds meine Umschulung?",
        "du wohnst in Gronau",
    ),
    (
        "ik werk in Enschede en woon in Deventer, betaalt het twents fonds mijn opleiding?",
        "je woont in Deventer",
    ),
    (
        "als ik in Almelo woon maar in Zwolle werk, krijg ik dan geld uit het twents fonds?",
        "je woont in Almelo",
    ),
    ("ik woon in een dorp bij Almelo, krijg ik geld uit het twents fonds?", "je woont in Almelo"),
]


@pytest.mark.parametrize(("message", "assumed"), LIVES)
def test_where_somebody_works_is_not_where_they_live(chain: AnswerChain, message: str, assumed: str) -> None:
    assert assumed in chain.invoke(Question(message)).text
