"""A talk about documents: what a message leaves out is found in the talk, and what the sources do not say stays unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest

from assistant.build import chain_over
from assistant.chain import AnswerChain
from assistant.config import AssistantSettings
from assistant.listening import Listener
from assistant.stages import EVIDENCE
from assistant.types import Answer, Outcome, Question, Turn
from assistant.understanding.focus import Kind
from assistant.understanding.request import understand
from assistant.writing.extractive import ExtractiveWriter
from knowledge.build import language_of
from knowledge.language.analysis import Analyzer
from knowledge.retrieval.asked_answers import Found
from knowledge.retrieval.hybrid import Query
from knowledge.types import Audience, KnownAnswer
from tests.support.homes import Home

HUB = """# Vakhub Oost in Borne

## Wat is de Vakhub?

De Vakhub Oost is een praktijkcentrum voor techniek in Borne. De directeur van de Vakhub Oost is Jannie Groen.

## Hoeveel doet de Vakhub?

De Vakhub Oost doet 35 projecten per jaar met bedrijven. In 2024 kreeg de Vakhub Oost 400.000 euro subsidie van de provincie.
In 2023 kreeg de Vakhub Oost 150.000 euro subsidie van de provincie.
"""
FUND = """# Leerfonds Salland

## Wie krijgt geld?

Het Leerfonds Salland betaalt een opleiding voor werkenden tot 57 jaar. De voorzitter van het Leerfonds Salland is Piet Bos.

## Hoeveel?

Het Leerfonds Salland vergoedt 90 procent op niveau 2 en 40 procent op niveau 4.
"""
SCHOOLS = """# Scholen in cijfers

De Metaalschool heeft 1.200 leerlingen. De Houtschool heeft 450 leerlingen. De Metaalschool heeft 80 docenten.
"""


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnswerChain]:
    home = Home.below(tmp_path_factory.mktemp("talks"))
    for name, text in (("hub.md", HUB), ("fonds.md", FUND), ("scholen.md", SCHOOLS)):
        home.write(name, text)
    home.ingest()
    yield chain_over(home.knowledge, AssistantSettings(), {}, lambda: date(2026, 11, 21))
    home.knowledge.close()


def last_of(chain: AnswerChain, *messages: str) -> Answer:
    """Return the answer to the last message, each earlier one answered in order."""
    history: tuple[Turn, ...] = ()
    for message in messages[:-1]:
        said = chain.invoke(Question(message, history)).text
        history = (*history, Turn("user", message), Turn("assistant", said))
    return chain.invoke(Question(messages[-1], history))


def test_the_whole_document_of_an_answer_can_be_asked(tmp_path: Path) -> None:
    home = Home.below(tmp_path)
    home.write(
        "gids.md", "# Gids\n\n" + "\n\n".join(f"## Deel {n}\n\nHier staat stuk {n}. " * 20 for n in range(9))
    )
    home.write("fonds.md", FUND)
    home.ingest()
    retriever = home.knowledge.retriever()
    query = Query("stuk 3 van de gids", Audience.PUBLIC, date(2026, 11, 21), 2)
    found = retriever.retrieve(query)
    whole = retriever.whole(found[0], found, query)
    every = list(home.knowledge.store.passages_of([found[0].passage.version]))
    home.knowledge.close()
    assert whole[0] == found[0]
    assert sorted(hit.passage.ordinal for hit in whole) == [one.ordinal for one in every]
    assert len(every) > len(found)


def test_what_is_put_to_one_document_is_put_to_no_other(tmp_path: Path) -> None:
    home = Home.below(tmp_path)
    home.write("hub.md", HUB)
    home.write("fonds.md", FUND)
    home.ingest()
    knowledge, day = home.knowledge, date(2026, 11, 21)
    elsewhere = knowledge.retriever().retrieve(Query("voorzitter Leerfonds", Audience.PUBLIC, day, 1))[0]
    known = KnownAnswer(elsewhere.passage.id, 0, 0.9, "Wie is de voorzitter?")
    asked = Mock(addresses=frozenset(), find=lambda query: (Found(elsewhere, known),))
    quotes = ExtractiveWriter(knowledge.embedder, Analyzer())
    listener = Listener(knowledge.retriever(), quotes, EVIDENCE, asked)
    said = "De Vakhub Oost is een praktijkcentrum voor techniek in Borne. [1]"
    history = (Turn("user", "Wat is de Vakhub Oost?"), Turn("assistant", said))
    request = understand(Question("wie is de voorzitter?", history), language_of, history)
    hits = knowledge.retriever().retrieve(Query(request.standalone_question, Audience.PUBLIC, day, EVIDENCE))
    _, tried = listener.tried(request, hits, history, day)
    within = next(one for one in tried if one.meaning.kind is Kind.WITHIN)
    knowledge.close()
    assert elsewhere.source.title == "Leerfonds Salland"
    assert {hit.source.title for hit in within.hits} == {"Vakhub Oost in Borne"}


@pytest.mark.parametrize(
    ("messages", "first"),
    [
        (("Wat is de Vakhub Oost?", "hoeveel projecten doen ze per jaar?"), "35 projecten"),
        (("Wat is de Vakhub Oost?", "wie is de directeur?"), "Jannie Groen"),
        (("Hoeveel subsidie kreeg de Vakhub Oost in 2024?", "en in 2023?"), "150.000"),
        (("Hoeveel subsidie kreeg de Vakhub Oost in 2024?", "en het jaar daarvoor?"), "150.000"),
        (("Hoeveel leerlingen heeft de Metaalschool?", "en de Houtschool?"), "450"),
        (("Hoeveel vergoedt het Leerfonds Salland op niveau 2?", "en op niveau 4?"), "40 procent"),
        (("Wat is de Vakhub Oost?", "Wie is de voorzitter van het Leerfonds Salland?"), "Piet Bos"),
    ],
)
def test_what_is_left_out_is_found_in_the_talk(
    chain: AnswerChain, messages: tuple[str, ...], first: str
) -> None:
    answer = last_of(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    quoted = [sentence.text for sentence in answer.sentences if sentence.citations]
    assert first in quoted[0]


def test_a_talk_comes_back_to_what_it_was_about_before(chain: AnswerChain) -> None:
    answer = last_of(
        chain,
        "Wat is de Vakhub Oost?",
        "Tot welke leeftijd betaalt het Leerfonds Salland?",
        "terug naar de Vakhub: wie is de directeur?",
    )
    assert "Jannie Groen" in answer.text


@pytest.mark.parametrize(
    ("before", "follows"),
    [
        ("Wat betaalt het Leerfonds Salland?", "wie is de directeur?"),
        ("Wat is de Vakhub Oost?", "wie is de voorzitter?"),
        ("Hoeveel subsidie kreeg de Vakhub Oost in 2024?", "en in 2019?"),
        ("Hoeveel subsidie kreeg de Vakhub Oost in 2024?", "en dit jaar?"),
    ],
)
def test_what_is_said_of_another_thing_is_no_answer(chain: AnswerChain, before: str, follows: str) -> None:
    answer = last_of(chain, before, follows)
    assert answer.outcome in (Outcome.REFUSED, Outcome.ASKED_BACK)


def test_a_whole_question_is_answered_as_it_is_alone(chain: AnswerChain) -> None:
    whole = "Hoeveel docenten heeft de Metaalschool?"
    assert last_of(chain, "Wat is de Vakhub Oost?", whole).text == last_of(chain, whole).text


def test_an_answer_in_another_language_is_traced_to_its_document_by_the_words_of_the_source(
    chain: AnswerChain,
) -> None:
    answer = last_of(chain, "What is the Vakhub Oost in Borne?", "And who is the director?")
    assert "Jannie Groen" in answer.text
