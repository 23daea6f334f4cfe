"""A table in a document that a school brings: the cell that is asked, of the row that is named, and no other number."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome, Question, Turn
from tests.support.library_home import LibraryHome
from tests.support.own_files import answering_from

TABLES = """# Tarieven Vakhuis Brummelkamp 2026-2027

Vakhuis Brummelkamp, Groenlo

## Cursussen

| Cursus | Duur | Prijs per persoon | Examen | Docent |
|---|---|---|---|---|
| Kraanmachinist basis | 6 dagen | € 1.350 | € 210 | Joke Wevers |
| Kraanmachinist gevorderd | 4 dagen | € 1.120 | € 230 | Henk Asbreuk |
| Steigerbouw | 10 dagen | € 1.890 | inbegrepen | Joke Wevers |

## Uren praktijk

| Opleiding | Leerweg | Jaar 1 | Jaar 2 |
|---|---|---|---|
| Dakdekker (niveau 2) | BBL | 180 uur | 420 uur |
| Stratenmaker (niveau 2) | BBL | 260 uur | 510 uur |
| Stratenmaker (niveau 2) | BOL | 300 uur | 640 uur |

## Aantallen

| | 2024 | 2025 |
|---|---|---|
| Deelnemers gestart | 61 | 74 |
| Deelnemers geslaagd | 48 | 55 |

## Examens

| Onderdeel | Duur (min) | Max. punten | Jaargeld |
|---|---|---|---|
| Hydrauliek theorie | 75 | 60 | 310 |
| Hydrauliek praktijk | 150 | – | 420 |
"""


@pytest.fixture(scope="module")
def chain(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnswerChain]:
    files = {"tarieven.md": TABLES}
    with answering_from(library_home, tmp_path_factory.mktemp("own-tables"), files) as chain:
        yield chain


@pytest.mark.parametrize(
    ("question", "cell", "others"),
    [
        ("Wat kost de cursus steigerbouw bij Brummelkamp?", "€ 1.890", ("1.350", "1.120")),
        ("wat ben ik kwijt aan t examen kraanmachinist basis bij brummelkamp", "€ 210", ("230", "1.350")),
        ("Wie geeft kraanmachinist gevorderd bij Brummelkamp?", "Henk Asbreuk", ("Wevers", "1.120")),
        ("Hoeveel dagen duurt steigerbouw bij Vakhuis Brummelkamp?", "10 dagen", ("1.890", "6 dagen")),
        ("Hoeveel uur praktijk heeft een dakdekker in het tweede jaar bij Brummelkamp?", "420 uur", ("180",)),
        (
            "hoeveel uur praktijk heeft een stratenmaker bol in jaar 1 bij Brummelkamp",
            "300 uur",
            ("260", "640"),
        ),
        ("hoe lang duurt t examen hydrauliek praktijk bij brummelkamp", "150", ("75", "420")),
        ("Wat is het jaargeld voor hydrauliek theorie bij Brummelkamp?", "310", ("420", "75")),
        ("Hoeveel deelnemers zijn er in 2025 geslaagd bij Brummelkamp?", "2025: 55", ("48", "74")),
    ],
)
def test_the_cell_that_is_asked_is_told_and_no_other(
    chain: AnswerChain, question: str, cell: str, others: tuple[str, ...]
) -> None:
    answer = chain.invoke(Question(question))
    said = " ".join(one.text for one in answer.sentences)
    assert answer.outcome is Outcome.ANSWERED
    assert cell in said
    assert not [other for other in others if other in said]


def test_the_citation_shows_the_row_as_it_stands(chain: AnswerChain) -> None:
    answer = chain.invoke(Question("Wat kost de cursus steigerbouw bij Brummelkamp?"))
    assert [one.quote for one in answer.citations] == [
        "Cursus: Steigerbouw; Duur: 10 dagen; Prijs per persoon: € 1.890; Examen: inbegrepen; Docent: Joke Wevers"
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Wat kost de cursus stukadoren bij Brummelkamp?",
        "Hoeveel uur praktijk heeft een dakdekker bol in jaar 2 bij Brummelkamp?",
        "Hoeveel deelnemers zijn er in 2023 geslaagd bij Brummelkamp?",
        "Wat kostte steigerbouw bij Brummelkamp in 2024-2025?",
        "Hoeveel punten heeft hydrauliek praktijk bij Brummelkamp?",
    ],
)
def test_no_cell_is_told_of_a_row_that_is_not_there(chain: AnswerChain, question: str) -> None:
    assert chain.invoke(Question(question)).outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("How much is the scaffolding course at Brummelkamp?", "Our sources are in Dutch"),
        ("Was kostet der Kurs steigerbouw bei Brummelkamp?", "Unsere Quellen sind auf Niederländisch"),
    ],
)
def test_a_reader_of_another_language_is_told_that_the_row_is_dutch(
    chain: AnswerChain, question: str, lead: str
) -> None:
    answer = chain.invoke(Question(question))
    assert answer.outcome is Outcome.ANSWERED
    assert answer.sentences[0].text.startswith(lead)
    assert "1.890" in answer.sentences[-1].text


def talk(chain: AnswerChain, *messages: str) -> str:
    history: tuple[Turn, ...] = ()
    said = ""
    for message in messages:
        said = "\n".join(one.text for one in chain.invoke(Question(message, history=history)).sentences)
        history = (*history, Turn("user", message), Turn("assistant", said))
    return said


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Hoeveel dagen is dat?", "Cursus: Steigerbouw; Duur: 10 dagen"),
        ("en het examen?", "Cursus: Steigerbouw; Examen: inbegrepen"),
        ("wie geeft dat?", "Cursus: Steigerbouw; Docent: Joke Wevers"),
        ("en kraanmachinist gevorderd?", "Cursus: Kraanmachinist gevorderd; Prijs per persoon: € 1.120"),
    ],
)
def test_a_talk_goes_on_in_the_row_or_the_column(chain: AnswerChain, message: str, told: str) -> None:
    assert talk(chain, "Wat kost de cursus steigerbouw bij Brummelkamp?", message) == told


def test_another_question_of_such_a_talk_is_not_told_from_the_row(chain: AnswerChain) -> None:
    said = talk(chain, "Wat kost de cursus steigerbouw bij Brummelkamp?", "Waar kan ik parkeren?")
    assert "Cursus: Steigerbouw" not in said
