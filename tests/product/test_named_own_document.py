"""A question that names a document which a school brought in is asked of that document, and so is what follows on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.chain import AnswerChain
from assistant.types import Answer, Outcome, Question, Turn
from tests.support.library_home import LibraryHome
from tests.support.own_files import answering_from

WEEK = """# Meisjesweek Techniek bij Smederij Wolfskamp

Wolfskamp Vorden, oktober 2026

## Hoe gaat het?

Een leerling loopt drie dagen mee in de werkplaats. Zij krijgt daarvoor een bon van 45 euro. Dat geld komt van het
Wolfskampfonds.

Aanmelden kan bij Hennie Roelvink. Zij werkt op maandag en donderdag.

## Wie mag meedoen?

Meedoen mag wie 14 jaar of ouder is.
"""


@pytest.fixture(scope="module")
def chain(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnswerChain]:
    files = {"week.md": WEEK}
    with answering_from(library_home, tmp_path_factory.mktemp("named-document"), files) as chain:
        yield chain


def said(answer: Answer) -> str:
    return " ".join(one.text for one in answer.sentences)


def titles(answer: Answer) -> set[str]:
    return {one.title for one in answer.citations}


@pytest.mark.parametrize(
    "question",
    [
        "Wat krijg je als je meeloopt bij Smederij Wolfskamp?",
        "hoeveel euro krijgt een leerling bij wolfskamp",
        "How much does a pupil get at Wolfskamp?",
    ],
)
def test_a_sentence_that_goes_on_is_quoted_with_what_it_goes_on_from(
    chain: AnswerChain, question: str
) -> None:
    answer = chain.invoke(Question(question))
    assert answer.outcome is Outcome.ANSWERED
    quote = next(one for one in answer.citations if "45 euro" in one.quote).quote
    assert quote.startswith("Een leerling loopt drie dagen mee")


def test_nothing_but_the_document_that_is_named_answers(chain: AnswerChain) -> None:
    answer = chain.invoke(Question("Wat krijg je als je meeloopt bij Smederij Wolfskamp?"))
    assert titles(answer) == {"Meisjesweek Techniek bij Smederij Wolfskamp"}


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel kost parkeren bij Wolfskamp?",
        "Welke subsidie kan een werkgever bij Wolfskamp krijgen voor VCA?",
    ],
)
def test_what_the_document_does_not_say_is_not_told_from_another(chain: AnswerChain, question: str) -> None:
    answer = chain.invoke(Question(question))
    assert answer.outcome is Outcome.REFUSED
    assert titles(answer) <= {"Meisjesweek Techniek bij Smederij Wolfskamp"}


def test_what_follows_is_asked_of_the_document(chain: AnswerChain) -> None:
    first = Question("Bij wie meld ik me aan voor de meisjesweek van Wolfskamp?")
    told = chain.invoke(first)
    assert "Hennie Roelvink" in said(told)
    history = (Turn("user", first.text), Turn("assistant", said(told)))
    answer = chain.invoke(Question("Hoe oud moet je zijn om mee te doen?", history=history))
    assert answer.outcome is Outcome.ANSWERED
    assert "14 jaar" in said(answer)
    assert titles(answer) == {"Meisjesweek Techniek bij Smederij Wolfskamp"}


def test_a_talk_about_it_may_go_on_to_something_else(chain: AnswerChain) -> None:
    first = Question("Wat krijg je als je meeloopt bij Smederij Wolfskamp?")
    history = (Turn("user", first.text), Turn("assistant", said(chain.invoke(first))))
    answer = chain.invoke(Question("Wat is een Leerwerkloket?", history=history))
    assert answer.outcome is Outcome.ANSWERED
    assert "Leerwerkloket" in said(answer)
    assert "Meisjesweek Techniek bij Smederij Wolfskamp" not in titles(answer)


def test_a_name_that_the_library_has_too_is_asked_of_all(chain: AnswerChain) -> None:
    answer = chain.invoke(Question("Wat is TechOost?"))
    assert answer.outcome is Outcome.ANSWERED
    assert "Meisjesweek Techniek bij Smederij Wolfskamp" not in titles(answer)


def after_the_week(chain: AnswerChain, message: str) -> Answer:
    first = Question("Wat krijg je als je meeloopt bij Smederij Wolfskamp?")
    history = (Turn("user", first.text), Turn("assistant", said(chain.invoke(first))))
    return chain.invoke(Question(message, history=history))


def test_what_a_talk_about_it_asks_and_it_does_not_say_is_told_by_no_other_source(chain: AnswerChain) -> None:
    first = Question("Ik woon in Aalten. Wat kan ik van Smederij Wolfskamp krijgen?")
    history = (Turn("user", first.text), Turn("assistant", said(chain.invoke(first))))
    answer = chain.invoke(Question("In hoeveel keer betalen ze dat uit?", history=history))
    assert titles(answer) <= {"Meisjesweek Techniek bij Smederij Wolfskamp"}


@pytest.mark.parametrize("message", ["en het STAP-budget?", "en bij STODT?", "en bij saxion dan?"])
def test_a_message_of_such_a_talk_that_names_another_is_about_that(chain: AnswerChain, message: str) -> None:
    answer = after_the_week(chain, message)
    assert "Wolfskamp" not in said(answer)
    assert "Meisjesweek Techniek bij Smederij Wolfskamp" not in titles(answer)


def test_thanks_in_one_word_are_thanks(chain: AnswerChain) -> None:
    assert said(after_the_week(chain, "dankje")).startswith("Graag gedaan")
