"""What is asked of a scheme by name: its record says it where no document is sure, and never more than it knows."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome, Question
from assistant.writing.record_scheme import asked_of_scheme


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("tot wanneer kan ik het levenlanglerenkrediet aanvragen", "until"),
        ("Bis wann läuft SLIM?", "until"),
        ("hoeveel krijg je uit het Twents Fonds?", "amount"),
        ("How much is the STAP budget?", "amount"),
        ("waar vraag ik SLIM aan?", "where"),
        ("wie kan SLIM aanvragen", "applicant"),
        ("Wer kann SLIM beantragen?", "applicant"),
        ("bestaat STAP nog?", "state"),
        ("Wat is SLIM?", ""),
    ],
)
def test_what_is_asked_of_a_scheme(question: str, asked: str) -> None:
    assert asked_of_scheme(question) == asked


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("waar vraag ik SLIM aan?", "Aanvragen bij: rijksoverheid.nl."),
        ("Where do I apply for SLIM?", "Apply at: rijksoverheid.nl."),
        ("Where can a company apply for the SLIM subsidy?", "Apply at: rijksoverheid.nl."),
        ("Wo beantrage ich das levenlanglerenkrediet?", "Antrag bei: DUO, https://duo.nl/."),
        ("Who can apply for Studiefinanciering?", "Studiefinanciering"),
        ("wie kan NL Leert Door aanvragen?", "NL Leert Door bestaat niet meer"),
        ("Bis wann läuft das STAP-budget?", "STAP-budget"),
        ("How much can I get from the Ontwikkelfonds Regio Zwolle?", "5,000 euro"),
    ],
)
def test_the_record_says_it(chain: AnswerChain, question: str, says: str) -> None:
    answer = chain.invoke(Question(question))
    assert answer.outcome in (Outcome.ANSWERED, Outcome.PARTLY)
    assert says in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "hoeveel krijg je uit het Twents Fonds voor Vakmanschap",
        "hoeveel bedrijven kregen SLIM",
        "wie is de directeur van SLIM",
        "hoeveel kreeg je uit NL Leert Door?",
    ],
)
def test_what_the_record_does_not_say_is_not_answered(chain: AnswerChain, question: str) -> None:
    assert chain.invoke(Question(question)).outcome is Outcome.REFUSED
