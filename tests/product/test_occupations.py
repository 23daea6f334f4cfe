"""What is told of an occupation itself: its codes, and its names in other languages."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

TOLD = [
    (("Onder welke ISCO-groep valt een glasvezelmonteur?",), "ISCO-code 7422"),
    (("Welche ISCO-Nummer hat der Beruf Aufzugmonteur?",), "ISCO-code 7412"),
    (("wat is de esco code van lassers",), "ESCO-code 7212.3"),
    (("What is the ISCO code for a welder?", "what is that called in Dutch"), "lasser"),
    (
        ("Onder welke ISCO-groep valt een glasvezelmonteur?", "hoe noemen ze dat beroep in het duits?"),
        "Glasfaserinstallateur",
    ),
    (("wat is de esco code van lassers", "en in het engels?"), "welder"),
    (("wat is de isco van een lasser", "en de isco van een treinmachinist?"), "ISCO-code 8311"),
    (("hoe heet een verspaner in het engels",), "CNC machinist"),
    (
        ("Was ist die deutsche Bezeichnung für den niederländischen Beruf steigerbouwer?",),
        "auf Deutsch: Gerüstbauer",
    ),
    (("Which ESCO code do I use for a mechatronics assembler?", "and for a welding engineer?"), "2144.1.23"),
    (
        (
            "What is the ISCO code for a welder?",
            "and for a welding engineer?",
            "what is that one called in Dutch?",
        ),
        "lasingenieur",
    ),
    (("Welke ESCO-code heeft een lasser?", "en van een timmerman?", "en een metselaar?"), "ESCO-code 7112.1"),
    (("Was heißt stukadoor auf Deutsch?", "und metselaar?"), "Maurer"),
    (("What is the Dutch word for a bricklayer?",), "metselaar"),
    (("wat is de engelse benaming van een verspaner?",), "CNC machinist"),
    (("how do you say electrician in Dutch",), "elektricien"),
    (("vertaal metselaar naar het duits",), "Maurer"),
    (("Wie nennt man einen Schweißer in den Niederlanden?",), "lasser"),
    (("Wie heißt ein Lokführer auf Niederländisch?",), "treinmachinist"),
    (("Was ist ein Gerüstbauer auf Niederländisch?",), "steigerbouwer"),
    (("ik wil ethical hacker worden, wa is de isco code daarvan",), "ISCO-code 2529"),
    (("How is a bricklayer called in Dutch in the ESCO list?",), "metselaar"),
]


@pytest.mark.parametrize(("messages", "says"), TOLD)
def test_an_occupation_is_told_from_its_record(
    chain: AnswerChain, messages: tuple[str, ...], says: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text
    assert all("data.europa.eu/esco" in one.url for one in answer.citations)


def test_a_code_is_of_the_occupation_that_was_named_last(chain: AnswerChain) -> None:
    answer = talk(chain, "wat is de isco van een lasser", "en de isco van een treinmachinist?")
    assert "7212" not in answer.text


def test_the_language_in_which_a_name_is_known_is_not_that_which_is_asked(chain: AnswerChain) -> None:
    answer = talk(chain, "Was ist die deutsche Bezeichnung für den niederländischen Beruf steigerbouwer?")
    assert "auf Niederländisch" not in answer.text


@pytest.mark.parametrize(
    "messages",
    [
        ("and for a welder?",),
        ("Welke ESCO-code heeft een lasser?", "en welke opleiding is er voor een timmerman?"),
        ("Hoe heet de opleiding voor lasser in Nederland?",),
        ("Wat kost HBO-ICT bij Saxion?", "en voor een lasser?"),
    ],
)
def test_what_asks_for_no_code_or_name_gets_none(chain: AnswerChain, messages: tuple[str, ...]) -> None:
    assert "ESCO-code" not in talk(chain, *messages).text
    assert not any(record.kind == "occupation" for record in talk(chain, *messages).records)


def test_two_occupations_are_told_side_by_side(chain: AnswerChain) -> None:
    answer = talk(chain, "verschil isco code lasser en treinmachinist")
    assert "7212" in answer.text
    assert "8311" in answer.text


@pytest.mark.parametrize(
    "message", ["wat is de isco code van een toverfee", "Hoe heet de directeur van Saxion in het Engels?"]
)
def test_what_is_no_occupation_has_no_code_or_translation(chain: AnswerChain, message: str) -> None:
    assert talk(chain, message).outcome is Outcome.REFUSED


def test_the_language_of_programmes_is_no_question_for_a_translation(chain: AnswerChain) -> None:
    answer = talk(chain, "welke opleidingen van Saxion zijn in het Engels?")
    assert not any(record.kind == "occupation" for record in answer.records)


@pytest.mark.parametrize(
    "message",
    [
        "welke opleiding voor liftmonteur",
        "welke opleiding voor kabelwerker",
        "opleiding voor servicetechnicus liften",
        "which course for a lift technician",
        "welche Ausbildung für Aufzugmonteur",
        "welke opleiding heb ik nodig voor domotica specialist",
        "welke opleiding voor zonnepaneel installateur",
        "welke opleiding voor mechatronica monteur",
        "welke opleiding voor mecatronica monteur",
        "welke opleiding voor monteur koudetechniek",
        "welke opleiding voor calculator installatietechniek",
        "welke opleiding voor tekenaar autocad",
        "ik ben verwarmingsmonteur, welke opleiding kan ik doen voor warmtepompen",
        "ik ben timmerman en wil werkvoorbereider worden",
        "hoe word ik windmolenmonteur",
        "hoe word ik service engineer",
    ],
)
def test_a_trade_that_has_a_way_to_it_has_programmes_too(chain: AnswerChain, message: str) -> None:
    answer = talk(chain, message)
    assert answer.outcome in (Outcome.ANSWERED, Outcome.PARTLY)
    assert any(record.kind == "offer" for record in answer.records)


@pytest.mark.parametrize("message", ["welke opleiding voor kapper", "welke opleiding voor politieagent"])
def test_a_trade_of_another_field_has_none(chain: AnswerChain, message: str) -> None:
    assert talk(chain, message).outcome is Outcome.REFUSED


def test_that_only_level_and_field_are_those_of_a_trade_is_said(chain: AnswerChain) -> None:
    assert "leidt op tot" not in talk(chain, "welke opleiding voor liftmonteur").text


def test_the_nearest_trade_is_named_where_another_was_asked(chain: AnswerChain) -> None:
    assert "monteur zonnepanelen" in talk(chain, "welke opleiding voor zonnepaneel installateur").text


def test_a_trade_is_told_to_be_left_out_where_only_its_field_has_programmes(chain: AnswerChain) -> None:
    answer = talk(chain, "welke opleiding voor calculator installatietechniek")
    assert answer.outcome is Outcome.PARTLY
    assert "calculator" in answer.text


@pytest.mark.parametrize("message", ["Wat doet een procesoperator?", "what does a process operator do"])
def test_what_is_done_in_a_trade_is_told_by_documents(chain: AnswerChain, message: str) -> None:
    answer = talk(chain, message)
    assert answer.outcome is Outcome.ANSWERED
    assert "regelkamer" in answer.text
    assert not any(record.kind == "offer" for record in answer.records)


@pytest.mark.parametrize(
    "message",
    ["wat doet een mechatronicus", "wat voor werk doet een verspaner", "was macht ein Mechatroniker"],
)
def test_programmes_and_codes_are_no_answer_to_what_is_done_in_a_trade(
    chain: AnswerChain, message: str
) -> None:
    answer = talk(chain, message)
    assert answer.outcome is Outcome.REFUSED
    assert "ESCO-code" not in answer.text


def test_a_word_that_was_not_found_is_shown_as_it_was_typed(chain: AnswerChain) -> None:
    assert "automaat" not in talk(chain, "opleiding tekenaar autocat").text


def test_the_level_of_a_kind_of_programme_is_no_list_of_them(chain: AnswerChain) -> None:
    answer = talk(chain, "welke niveau is een ad volgens nlqf")
    assert "niveau 5" in answer.text
    assert not any(record.kind == "offer" for record in answer.records)


def test_a_count_of_technology_names_what_others_call_technical(chain: AnswerChain) -> None:
    answer = talk(chain, "Hoeveel technische bachelors heeft de Universiteit Twente?")
    assert "Technical Computer Science" in answer.text
    assert "Applied Mathematics" in answer.text
    assert "11" in answer.text
