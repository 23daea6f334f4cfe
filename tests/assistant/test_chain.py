"""From a question to an answer: one path, quotes that stand in their page, and an honest no."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answer_format import answer_object
from assistant.build import chain_over
from assistant.chain import AnswerChain
from assistant.config import AssistantSettings
from assistant.types import Finished, Language, Outcome, Question, SentenceKind, SourcesFound, Turn
from tests.support.homes import Home

LASSEN = """---
title: Lassen leren in Twente
publisher: Metaalschool
---
# Lassen leren in Twente

## Waar leer je lassen?

Lassen leer je in Hengelo bij de Metaalschool.[^a] De opleiding tot lasser duurt twee jaar.[^a]

## Wat kost een opleiding tot lasser?

De opleiding tot lasser bij de Metaalschool kost 1.250 euro per jaar.[^b]

[^a]: <https://example.org/lassen> (2025-03)
[^b]: <https://example.org/kosten> (2026)
"""
FREZEN = "# Frezen in Rijssen\n\nFrezen leer je in Rijssen. De cursus frezen kost 900 euro.\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    home = Home.below(tmp_path_factory.mktemp("chain"))
    home.write("lassen.md", LASSEN)
    home.write("frezen.md", FREZEN)
    home.ingest()
    yield home
    home.knowledge.close()


@pytest.fixture(scope="module")
def chain(home: Home) -> AnswerChain:
    return chain_over(home.knowledge, AssistantSettings(), {}, lambda: date(2026, 11, 21))


def test_the_answer_is_the_sentence_that_says_it(chain: AnswerChain) -> None:
    answer = chain.invoke(Question("Wat kost de opleiding tot lasser?"))
    assert answer.outcome is Outcome.ANSWERED
    assert answer.sentences[0].text == "De opleiding tot lasser bij de Metaalschool kost 1.250 euro per jaar."


def test_every_quote_is_the_exact_span_of_its_page(chain: AnswerChain, home: Home) -> None:
    answer = chain.invoke(Question("Waar kan ik lassen leren?"))
    versions = {stored.source.id: stored.source.version for stored in home.knowledge.store.sources()}
    for citation in answer.citations:
        page = home.knowledge.store.page_text(versions[citation.source_id], citation.page_number)
        assert page is not None
        assert page[citation.start : citation.end] == citation.quote


def test_a_citation_names_the_address_and_date_of_its_own_statement(chain: AnswerChain) -> None:
    citation = chain.invoke(Question("Wat kost de opleiding tot lasser?")).citations[0]
    assert (citation.url, citation.as_of) == ("https://example.org/kosten", "2026")


def test_the_last_event_of_the_stream_is_what_invoke_returns(chain: AnswerChain) -> None:
    question = Question("Waar kan ik frezen leren?")
    events = list(chain.stream(question))
    assert isinstance(events[0], SourcesFound)
    assert [isinstance(event, Finished) for event in events].count(True) == 1
    last = events[-1]
    assert isinstance(last, Finished)
    assert last.answer.text == chain.invoke(question).text


def test_the_same_question_gives_the_same_answer(chain: AnswerChain) -> None:
    first, second = (chain.invoke(Question("Waar leer ik lassen?")) for _ in range(2))
    assert (first.text, first.citations) == (second.text, second.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Wat is het telefoonnummer van de Metaalschool?",
        "Wat is de hoofdstad van Frankrijk?",
        "Waar leer ik kantklossen?",
    ],
)
def test_what_no_source_says_is_not_known(chain: AnswerChain, question: str) -> None:
    answer = chain.invoke(Question(question))
    assert answer.outcome is Outcome.REFUSED
    assert answer.citations == ()
    assert len(answer.sentences) >= 3


def test_a_refusal_says_what_is_missing_and_who_would_know(chain: AnswerChain) -> None:
    text = chain.invoke(Question("Waar leer ik kantklossen?")).text
    assert "kantklossen" in text
    assert "Leerwerkloket" in text


def test_an_english_question_gets_an_english_lead_and_the_dutch_sentence(chain: AnswerChain) -> None:
    answer = chain.invoke(Question("What does the welding course cost?"))
    assert answer.language is Language.ENGLISH
    assert answer.sentences[0].kind is SentenceKind.LEAD
    assert "1.250 euro" in answer.text


def test_a_question_that_points_at_nothing_is_asked_back(chain: AnswerChain) -> None:
    assert chain.invoke(Question("En wat kost dat daar?")).outcome is Outcome.ASKED_BACK


def test_a_follow_up_is_understood_with_the_question_before_it(chain: AnswerChain) -> None:
    history = (Turn("user", "Waar leer ik lassen?"), Turn("assistant", "In Hengelo."))
    answer = chain.invoke(Question("En hoe lang duurt dat?", history))
    assert "twee jaar" in answer.text


def test_an_empty_and_a_very_long_message_get_a_sentence(chain: AnswerChain) -> None:
    assert chain.invoke(Question("  ")).outcome is Outcome.ASKED_BACK
    assert "4000" in chain.invoke(Question("lassen " * 1000)).text


def test_help_comes_before_any_search(chain: AnswerChain) -> None:
    events = list(chain.stream(Question("ik wil dood")))
    assert len(events) == 1
    assert "113" in events[0].answer.text  # type: ignore[union-attr]


def test_a_question_before_any_document_says_what_to_do(tmp_path: Path) -> None:
    home = Home.below(tmp_path)
    empty = chain_over(home.knowledge, AssistantSettings(), {}, lambda: date(2026, 11, 21))
    answer = empty.invoke(Question("Wat kost de opleiding tot lasser?"))
    assert answer.outcome is Outcome.REFUSED
    assert "ingest.py" in answer.text


def test_the_public_json_has_every_documented_key(chain: AnswerChain) -> None:
    written = answer_object(chain.invoke(Question("Waar leer ik lassen?")), "v1")
    documented = (Path(__file__).parents[2] / "docs" / "answer-format.md").read_text("utf-8")
    assert [key for key in written if f"`{key}`" not in documented] == []
    assert json.loads(json.dumps(written))["id"] == "v1"
