"""Several questions about a document that a school brought in, in one message or in a talk, are all asked of that document."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.chain import AnswerChain
from assistant.types import Answer, Outcome, Question, Turn
from tests.support.library_home import LibraryHome
from tests.support.own_files import answering_from

TITLE = "Cursusgids Glasatelier Vlierhof"
GUIDE = f"""# {TITLE}

## Glasblazen

De avondcursus glasblazen begint op 9 februari 2027. Er is plaats voor acht deelnemers. De lessen zijn op dinsdagavond.

De cursus kost 480 euro. Het gereedschap leen je van ons.

## Glas in lood

Wie met vmbo-basis komt, begint met de proefles glas in lood. De proefles duurt drie uur.

## Afmelden

Afmelden doe je per brief, uiterlijk vijf dagen voor de start.

## Contact

Voor bedrijven: Ineke Slotboom, 0575-555 010.
"""


@pytest.fixture(scope="module")
def chain(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnswerChain]:
    with answering_from(library_home, tmp_path_factory.mktemp("several"), {"gids.md": GUIDE}) as chain:
        yield chain


def said(answer: Answer) -> str:
    return " ".join(one.text for one in answer.sentences)


def titles(answer: Answer) -> set[str]:
    return {one.title for one in answer.citations}


@pytest.mark.parametrize(
    ("message", "facts"),
    [
        (
            "Wanneer begint de avondcursus glasblazen van Vlierhof en voor hoeveel deelnemers is er plaats?",
            ("9 februari 2027", "acht"),
        ),
        ("Wat kost glasblazen bij Vlierhof? Hoe lang duurt de proefles?", ("480 euro", "drie uur")),
    ],
)
def test_each_question_of_a_message_is_answered_from_the_document(
    chain: AnswerChain, message: str, facts: tuple[str, ...]
) -> None:
    answer = chain.invoke(Question(message))
    assert answer.outcome is Outcome.ANSWERED
    assert all(fact in said(answer) for fact in facts)
    assert titles(answer) == {TITLE}


def test_where_one_question_has_no_answer_none_is_guessed(chain: AnswerChain) -> None:
    message = "Wie geeft de lessen glasblazen bij Vlierhof en hoeveel plaatsen zijn er in de parkeergarage?"
    assert chain.invoke(Question(message)).outcome is Outcome.REFUSED


def test_no_sentence_of_the_library_stands_beside_the_document_that_is_named(chain: AnswerChain) -> None:
    answer = chain.invoke(Question("Met vmbo-basis, op welk niveau begin ik bij Vlierhof?"))
    assert titles(answer) <= {TITLE}


def in_talk(chain: AnswerChain, *messages: str) -> Answer:
    history: tuple[Turn, ...] = ()
    for message in messages:
        answer = chain.invoke(Question(message, history=history))
        history = (*history, Turn("user", message), Turn("assistant", said(answer)))
    return answer


def test_an_ordinary_word_of_a_title_takes_no_talk_elsewhere(chain: AnswerChain) -> None:
    answer = in_talk(
        chain,
        "Wat kost glasblazen bij Vlierhof?",
        "Ik heb al iets van glas gemaakt, mag dat mee?",
        "Voor hoeveel deelnemers is er plaats?",
    )
    assert titles(answer) == {TITLE}


def test_a_german_noun_is_no_other_name(chain: AnswerChain) -> None:
    answer = in_talk(
        chain, "Wie lange dauert der proefles bei Vlierhof?", "Wer ist der Ansprechpartner für Betriebe?"
    )
    assert "Ineke Slotboom" in said(answer)
