"""Rules of a school's own document, asked for a case: a number within a limit, a sum by its name, a term as well as a day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome, Question
from tests.support.library_home import LibraryHome
from tests.support.own_files import answering_from

RULES = """# Regelingen Praktijkhuis Berkelrijk

## Bijdrage van een bedrijf

Een bedrijf met minder dan 40 medewerkers betaalt Berkelrijk 1.200 euro per jaar. Een bedrijf met 40 medewerkers of meer betaalt 3.600 euro per jaar.

## Vergoedingen

De stagevergoeding is in leerjaar 3 ten minste 80 euro per maand. De reiskostenvergoeding is 0,21 euro per kilometer.

## Annuleren en bezwaar

Een cursus annuleren kan kosteloos tot drie weken voor de start. Tegen een afwijzing kan binnen vijf weken bezwaar worden gemaakt.
Een lokaal reserveren kan tot 24 uur van tevoren.
"""


@pytest.fixture(scope="module")
def chain(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnswerChain]:
    files = {"regels.md": RULES}
    with answering_from(library_home, tmp_path_factory.mktemp("own-rules"), files) as chain:
        yield chain


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hoeveel betaalt een bedrijf met 15 medewerkers aan Berkelrijk?", "1.200 euro"),
        ("Hoeveel betaalt een bedrijf met 90 medewerkers aan Berkelrijk?", "3.600 euro"),
        ("Hoeveel stagevergoeding krijg ik bij Berkelrijk?", "80 euro per maand"),
        ("Hoeveel stagevergoeding ontvang ik in leerjaar 3?", "80 euro per maand"),
        ("Hoeveel reiskostenvergoeding krijg ik?", "0,21 euro"),
        ("Tot wanneer kan ik een cursus kosteloos annuleren?", "drie weken voor de start"),
        ("Tot wanneer kan ik bezwaar maken tegen een afwijzing?", "binnen vijf weken"),
        ("Tot wanneer kan ik een lokaal reserveren?", "24 uur van tevoren"),
    ],
)
def test_a_rule_answers_the_case_that_it_holds_for(chain: AnswerChain, question: str, said: str) -> None:
    answer = chain.invoke(Question(question))
    assert answer.outcome is Outcome.ANSWERED
    assert said in answer.sentences[0].text


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel maaltijdvergoeding krijg ik bij Berkelrijk?",
        "Wanneer begint de cursus bij Berkelrijk?",
        "Hoeveel stagevergoeding kreeg ik in 2019 bij Berkelrijk?",
    ],
)
def test_another_sum_day_or_year_is_not_answered_with_it(chain: AnswerChain, question: str) -> None:
    assert chain.invoke(Question(question)).outcome is Outcome.REFUSED
