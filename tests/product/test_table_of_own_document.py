"""What a row of a table in a school's own document is no answer to: a reason, or two things at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.chain import AnswerChain
from assistant.types import Answer, Outcome, Question
from tests.support.library_home import LibraryHome
from tests.support.own_files import answering_from

REPORT = """# Jaarverslag Bakkersgilde Lindehoek

Bakkersgilde Lindehoek, Ruurlo.

## Cijfers

| Indicator | 2024 | 2025 |
|---|---|---|
| Bezoekers kookweek | geen | 310 |
| Leden | 64 | 71 |

## Kookweek

De keuken was in het voorjaar van 2024 door een lekkage dicht.

## Aanbod

| Les | Dagen | Prijs |
|---|---|---|
| Desem | 3 | € 90 |
| Gebak | 5 | € 140 |
"""


@pytest.fixture(scope="module")
def chain(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnswerChain]:
    with answering_from(library_home, tmp_path_factory.mktemp("table"), {"verslag.md": REPORT}) as chain:
        yield chain


def said(answer: Answer) -> str:
    return " ".join(one.text for one in answer.sentences)


def test_a_row_tells_no_reason(chain: AnswerChain) -> None:
    answer = chain.invoke(Question("Waarom was er in 2024 geen kookweek bij Lindehoek?"))
    assert answer.outcome is Outcome.REFUSED or "lekkage" in said(answer)


@pytest.mark.parametrize(
    "message",
    [
        "Hoe lang duurt de les Desem bij Lindehoek en wat kost die?",
        "Wie lange dauert die Les Desem bei Lindehoek und was kostet sie?",
    ],
)
def test_where_two_things_are_asked_one_cell_is_not_all(chain: AnswerChain, message: str) -> None:
    answer = chain.invoke(Question(message))
    assert answer.outcome is Outcome.REFUSED or ("3" in said(answer) and "€ 90" in said(answer))
