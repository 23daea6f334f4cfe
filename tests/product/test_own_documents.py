"""A document that a school brings itself: nobody wrote questions for it, and it names the school only at its head."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.chain import AnswerChain
from assistant.types import Answer, Outcome, Question
from tests.support.library_home import LibraryHome
from tests.support.own_files import answering_from

GUIDE = """# Studiegids installatietechniek 2026-2027

Ratumcollege, locatie Vragender · vastgesteld op 3 maart 2026

## Lestijden

De lessen beginnen om 8.45 uur. Wie te laat is, meldt zich bij de balie.

Waar is de balie?

## Kosten

| Opleiding | Leerweg | Boeken | Gereedschap |
|---|---|---|---|
| Monteur (niv. 2) | BBL | € 185 | € 90 |
| Eerste monteur (niv. 3) | BOL | € 240 | € 130 |

## Begeleiding

De studieloopbaanbegeleider is Tineke Wissink. Zij is te bereiken op 0544-555 123.

## Stoppen

Wie in het eerste halfjaar stopt, krijgt de helft van de boeken terugbetaald.
"""


@pytest.fixture(scope="module")
def chain(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnswerChain]:
    files = {"gids.md": GUIDE}
    with answering_from(library_home, tmp_path_factory.mktemp("own-documents"), files) as chain:
        yield chain


def asked(chain: AnswerChain, question: str) -> Answer:
    return chain.invoke(Question(question))


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Hoe laat beginnen de lessen op het Ratumcollege?", "8.45"),
        ("hoe laat beginnen de lessen bij ratumcolege", "8.45"),
        ("Wie is de studieloopbaanbegeleider van het Ratumcollege?", "Tineke Wissink"),
        ("Wat kosten de boeken voor eerste monteur op het Ratumcollege?", "240"),
    ],
)
def test_a_sentence_that_does_not_repeat_the_name_of_the_school_is_found(
    chain: AnswerChain, question: str, fact: str
) -> None:
    answer = asked(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    assert fact in answer.sentences[0].text
    assert "gids.md" in answer.citations[0].title or "Studiegids" in answer.citations[0].title


@pytest.mark.parametrize(
    "question",
    [
        "Hoe laat beginnen de lessen op het Ratumcollege?",
        "Wat staat er over de lestijden van het Ratumcollege?",
    ],
)
def test_neither_the_line_below_the_title_nor_a_question_is_an_answer(
    chain: AnswerChain, question: str
) -> None:
    shown = [one.text for one in asked(chain, question).sentences]
    assert not any(text.startswith(("Ratumcollege, locatie", "Waar is de balie")) for text in shown)


def test_a_row_of_a_table_is_quoted_whole_whatever_full_stops_are_in_it(chain: AnswerChain) -> None:
    answer = asked(chain, "Wat kosten de boeken voor eerste monteur op het Ratumcollege?")
    assert "Opleiding: Eerste monteur (niv. 3)" in answer.sentences[0].text


def test_what_the_document_does_not_say_is_not_answered(chain: AnswerChain) -> None:
    answer = asked(chain, "Hoeveel parkeerplaatsen heeft het Ratumcollege?")
    assert answer.outcome is not Outcome.ANSWERED
