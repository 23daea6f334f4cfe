"""Anything a person can paste goes through the whole retriever without an exception and without a score that is no number."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.build import build_knowledge, language_of
from knowledge.config import settings_from
from knowledge.progress import silent
from knowledge.retrieval.hybrid import HybridRetriever, Query
from knowledge.types import Audience, Hit

DAY = date(2026, 1, 1)
TEXTS = {
    "lassen.md": "# Lassen\n\nDe opleiding lasser duurt twee jaar. Een lasser verdient loon bij een leerbedrijf.\n",
    "geld.md": "# Collegegeld\n\nHet collegegeld is 2.601 euro. Een subsidie vraagt de werkgever aan, ook voor een lasser.\n",
}
ODD = (
    "",
    " \t\n",
    "a",
    "?",
    "7",
    "a" * 1_000_000,
    "9" * 100_000,
    "las " * 50_000,
    "👩‍🏭🔥",
    "wat kost lassen 🤔?",
    "\x00\x01\x1b[31mlasser\x7f",
    "\u202elasser\u202c \u2066lassen\u2069",
    "l\u200bas\u200dser\ufeff",
    "\ud800lasser\udfff",
    "焊工培训需要多长时间",
    "كم تكلفة الدراسة؟",
    "сколько стоит обучение сварщика",
    "कितना खर्च",
    "was kostet the opleiding lasser please",
    "'; drop table passages; --",
    '"' * 500,
    "lasser AND OR NOT NEAR ( * ^ :",
    "e\u0301" * 2_000,
    "ﷺ" * 500,
)


@pytest.fixture(scope="module")
def retriever(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HybridRetriever]:
    folder = tmp_path_factory.mktemp("bad-input").resolve()
    documents = folder / "documents"
    documents.mkdir()
    for name, text in TEXTS.items():
        (documents / name).write_text(text, "utf-8")
    knowledge = build_knowledge(
        replace(settings_from({}, folder / "home"), library=folder / "none", workers=1)
    )
    knowledge.ingest.run([documents], silent)
    yield knowledge.retriever()
    knowledge.close()


def _asked(retriever: HybridRetriever, text: str, language: str) -> tuple[Hit, ...]:
    query = Query(text, Audience.PUBLIC, DAY, 5, language)
    hits = retriever.retrieve(query)
    words = retriever.words_of(query)
    assert all(math.isfinite(hit.score) for hit in hits)
    assert all(math.isfinite(word.weight) for word in words)
    return hits


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text_is_answered_or_left_in_every_language(retriever: HybridRetriever, text: str) -> None:
    for language in {"nl", "en", "de", language_of(text)}:
        _asked(retriever, text, language)


def test_invisible_characters_do_not_hide_a_word(retriever: HybridRetriever) -> None:
    assert _asked(retriever, "\u2066lasser\u2069", "nl")[0].source.title == "Lassen"


def test_an_empty_question_finds_nothing(retriever: HybridRetriever) -> None:
    assert _asked(retriever, " \n", "nl") == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(codec=None, categories=None), max_size=60),
    language=st.sampled_from(("nl", "en", "de", "xx")),
)
def test_no_text_breaks_the_retriever(retriever: HybridRetriever, text: str, language: str) -> None:
    _asked(retriever, text, language)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from(
            ("lasser", "welder", "Schweißer", "kosten", "\u202e", "🙂", "中文", "IT", "it", "%", "a" * 999)
        ),
        max_size=12,
    ),
    language=st.sampled_from(("nl", "en", "de")),
)
def test_mixed_languages_and_scripts_are_searched(
    retriever: HybridRetriever, words: list[str], language: str
) -> None:
    hits = _asked(retriever, " ".join(words), language)
    assert hits == _asked(retriever, " ".join(words), language)
