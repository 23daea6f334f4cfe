"""Each document stands on its own: dated, sourced, and quotable sentence by sentence."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.knowledge.library.reading import DOCUMENTS, MARK, Document, words

REQUIRED = {"title", "publisher", "language", "audience", "checked_on", "owner"}
ALLOWED = REQUIRED | {"url", "published", "valid_from", "valid_until"}
NOTE = re.compile(r"(<https?://[^<>\s]+>|[^<>]+, adres niet bewaard) \([^()]+\)")
POINTS_BACK = re.compile(r"(Deze|Dit|Dat|Die|Daarvan|Hiervan|Daarbij|Ze|Zij|Hij|Het is|Er is ook)\b")

each = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.path.stem)


def test_there_are_at_least_45_documents() -> None:
    assert len(DOCUMENTS) >= 45


def test_no_two_documents_have_the_same_title() -> None:
    assert len({document.front["title"] for document in DOCUMENTS}) == len(DOCUMENTS)


@each
def test_the_front_matter_is_complete_and_nothing_else(document: Document) -> None:
    assert set(document.front) >= REQUIRED
    assert set(document.front) <= ALLOWED
    assert document.front["language"] == "nl"
    assert document.front["audience"] == "public"


@each
def test_dates_in_the_front_matter_are_dates_in_order(document: Document) -> None:
    days = {
        key: document.front[key]
        for key in ("published", "valid_from", "valid_until", "checked_on")
        if key in document.front
    }
    assert all(type(day) is date for day in days.values())
    assert days.get("valid_from", date.min) <= days.get("valid_until", date.max)  # type: ignore[operator]
    assert days.get("published", date.min) <= days["checked_on"]  # type: ignore[operator]


@each
def test_the_first_heading_is_the_title(document: Document) -> None:
    assert document.body.splitlines()[0] == f"# {document.front['title']}"


@each
def test_every_sentence_with_a_digit_has_a_note_in_its_paragraph(document: Document) -> None:
    bare = [
        block
        for block in document.paragraphs
        if re.search(r"\d", MARK.sub("", block)) and not MARK.search(block)
    ]
    assert bare == []


@each
def test_every_line_that_is_a_full_sentence_ends_with_a_note(document: Document) -> None:
    unsourced = [
        line
        for line in document.lines
        if not line.endswith(":") and not re.search(r"\.(\[\^[^\]]+\])+$", line)
    ]
    assert unsourced == []


@each
def test_every_note_is_defined_and_used(document: Document) -> None:
    assert set(MARK.findall(document.body)) == set(document.notes)


@each
def test_a_note_is_an_address_and_a_date(document: Document) -> None:
    assert [note for note in document.notes.values() if not NOTE.fullmatch(note)] == []


@each
def test_no_sentence_needs_the_one_before_it(document: Document) -> None:
    stated = [sentence for sentence in document.sentences if not sentence.endswith(":")]
    assert [sentence for sentence in stated if POINTS_BACK.match(sentence)] == []


@each
def test_sentences_are_short_on_average(document: Document) -> None:
    lengths = [len(words(sentence)) for sentence in document.sentences]
    assert sum(lengths) / len(lengths) <= 20
    assert max(lengths) <= 40


def test_sentences_average_at_most_18_words_over_the_library() -> None:
    lengths = [len(words(sentence)) for document in DOCUMENTS for sentence in document.sentences]
    assert sum(lengths) / len(lengths) <= 18


@pytest.mark.parametrize("stem", ["stap-budget", "mkbidee", "ontwikkelfonds-cleantech-regio"])
def test_an_ended_scheme_says_so_in_its_title_and_first_sentence(stem: str) -> None:
    (document,) = (one for one in DOCUMENTS if one.path.stem == stem)
    assert "gestopt" in str(document.front["title"])
    assert re.search(r"gestopt|liep tot", document.sentences[0])
    assert re.search(r"20\d\d", document.sentences[0])


@pytest.mark.parametrize("stem", ["stap-budget", "mkbidee", "ontwikkelfonds-cleantech-regio"])
def test_the_document_on_an_ended_scheme_stays_valid(stem: str) -> None:
    (document,) = (one for one in DOCUMENTS if one.path.stem == stem)
    assert "valid_until" not in document.front
