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
