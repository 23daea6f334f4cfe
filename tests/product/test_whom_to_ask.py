"""Who has to do with something, and the rules of entry that a school has of its own."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome, Question


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("bij wie moet ik zijn voor erkende leerbedrijven?", "SBB"),
        ("Welke organisatie gaat over erkende leerbedrijven in het mbo?", "SBB"),
        ("wie erkent leerbedrijven", "SBB"),
        ("Which Dutch organisation is in charge of recognised work placement companies for mbo?", "SBB"),
        ("welke organisatie is verantwoordelijk voor de kwalificaties in het mbo", "SBB"),
    ],
)
def test_who_has_to_do_with_something_is_told_by_what_they_answer(
    chain: AnswerChain, question: str, says: str
) -> None:
    found = chain.invoke(Question(question))
    assert found.outcome is Outcome.ANSWERED
    assert says in found.text
    assert found.citations


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Kan ik zonder diploma bij de Open Universiteit studeren?", "18 jaar of ouder"),
        ("Hoe oud moet je zijn voor de Open Universiteit?", "18 jaar of ouder"),
        ("How old do I have to be for the Open Universiteit without a diploma?", "18"),
        (
            "Ik ben 50. Ik heb geen diploma. Ik wil naar hogeschool Windesheim. Welke testen moet ik maken?",
            "capaciteitentest",
        ),
    ],
)
def test_a_school_with_rules_of_its_own_is_asked_by_these(
    chain: AnswerChain, question: str, says: str
) -> None:
    assert says in chain.invoke(Question(question)).text


@pytest.mark.parametrize(
    "question", ["wie gaat er over het parkeren bij Saxion?", "Hoe oud moet je zijn voor Deltion?"]
)
def test_what_no_organisation_answers_stays_unknown(chain: AnswerChain, question: str) -> None:
    assert chain.invoke(Question(question)).outcome is Outcome.REFUSED
