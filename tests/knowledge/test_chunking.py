"""Passages: exact spans, by structure first and by size second."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from knowledge.chunking import TARGET_CHARACTERS
from knowledge.types import LocatorKind, ParsedDocument, SourceKind
from tests.support.documents import document_of, page_of, passages, source_of

SOURCE = source_of("gids")
words = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=400
)
parts = st.lists(st.tuples(st.sampled_from(["h1", "h2", "h3", "p", "li", "row"]), words), max_size=25)


@given(st.lists(parts, min_size=1, max_size=3))
def test_every_passage_is_an_exact_span_of_its_page(pages: list[list[tuple[str, str]]]) -> None:
    document = ParsedDocument(
        SourceKind.DOCUMENT,
        "text/markdown",
        tuple(page_of(*page, number=at) for at, page in enumerate(pages, start=1)),
    )
    for passage in passages(document, SOURCE):
        assert document.pages[passage.page_number - 1].text[passage.start : passage.end] == passage.text


@given(parts)
def test_passages_are_in_order_and_do_not_overlap(page: list[tuple[str, str]]) -> None:
    spans = [(passage.start, passage.end) for passage in passages(document_of(*page), SOURCE)]
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(parts)
def test_no_word_outside_headings_is_lost(page: list[tuple[str, str]]) -> None:
    found = " ".join(passage.text for passage in passages(document_of(*page), SOURCE))
    expected = [word for kind, text in page if not kind.startswith("h") for word in text.split()]
    assert [word for word in expected if word not in found] == []


def test_a_passage_knows_the_headings_it_stands_under() -> None:
    document = document_of(
        ("h1", "Werktuigbouwkunde"), ("p", "Opening."), ("h2", "Kosten"), ("p", "Het kost geld. " * 20)
    )
    assert [passage.heading_path for passage in passages(document, SOURCE)] == [
        ("Werktuigbouwkunde",),
        ("Werktuigbouwkunde", "Kosten"),
    ]


def test_a_new_chapter_starts_a_new_passage_even_when_it_is_short() -> None:
    document = document_of(("h1", "BOL"), ("p", "Vooral school."), ("h1", "BBL"), ("p", "Vooral werk."))
    assert [passage.text for passage in passages(document, SOURCE)] == ["Vooral school.", "Vooral werk."]


def test_each_row_of_a_catalogue_is_a_passage_with_its_row_number() -> None:
    document = document_of(("row", "naam: Lassen"), ("row", "naam: Frezen"), kind=SourceKind.CATALOGUE)
    found = passages(document, SOURCE)
    assert [(passage.locator.kind, passage.locator.number) for passage in found] == [
        (LocatorKind.ROW, 1),
        (LocatorKind.ROW, 2),
    ]


def test_a_wall_of_text_is_cut_at_sentence_ends() -> None:
    document = document_of(("p", "Dit is een zin over techniek. " * 200))
    found = passages(document, SOURCE)
    assert all(passage.text.endswith(".") and len(passage.text) <= 2 * TARGET_CHARACTERS for passage in found)


def test_a_wall_without_any_space_is_still_cut() -> None:
    found = passages(document_of(("p", "x" * 10_000)), SOURCE)
    assert sum(len(passage.text) for passage in found) == 10_000
    assert max(len(passage.text) for passage in found) <= 2 * TARGET_CHARACTERS
