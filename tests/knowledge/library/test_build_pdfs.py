"""The PDFs are what their Markdown says, with the structure that page citations need."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from knowledge.library import build_pdfs
from tests.knowledge.library.reading import LIBRARY, MARK, read

SOURCES = sorted((LIBRARY / "sources_of_pdf").glob("*.md"))
each = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)


def committed(source: Path) -> PdfReader:
    return PdfReader(LIBRARY / f"{source.stem}.pdf")


def page_texts(reader: PdfReader) -> list[str]:
    return [page.extract_text() for page in reader.pages]


def in_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_there_are_two_pdfs_and_none_without_its_markdown() -> None:
    assert {path.stem for path in LIBRARY.glob("*.pdf")} == {source.stem for source in SOURCES}
    assert len(SOURCES) == 2


@each
def test_the_committed_pdf_is_up_to_date_with_its_markdown(source: Path) -> None:
    rebuilt = PdfReader(BytesIO(build_pdfs.render(source.read_text(encoding="utf-8"))))
    assert page_texts(committed(source)) == page_texts(rebuilt)


@each
def test_two_builds_give_the_same_bytes(source: Path) -> None:
    markdown = source.read_text(encoding="utf-8")
    assert build_pdfs.render(markdown) == build_pdfs.render(markdown)


@each
def test_every_sentence_of_the_markdown_can_be_read_in_the_pdf(source: Path) -> None:
    pages = page_texts(committed(source))
    body = in_one_line(" ".join(re.sub(r"(?s)^.*?pagina \d+\n", "", page, count=1) for page in pages))
    document = read(source)
    assert [line for line in document.lines if in_one_line(MARK.sub("", line)) not in body] == []


@each
def test_the_outline_lists_the_headings_in_order(source: Path) -> None:
    def titles(entries: list[object]) -> list[str]:
        return [t for one in entries for t in (titles(one) if isinstance(one, list) else [one.title])]  # type: ignore[attr-defined]

    headings = re.findall(r"^#+ (.*)$", read(source).body, re.MULTILINE)
    assert titles(committed(source).outline) == [*headings, "Bronnen"]


@each
def test_the_pdf_is_small_and_has_two_to_four_labelled_a4_pages(source: Path) -> None:
    reader = committed(source)
    assert 2 <= len(reader.pages) <= 4
    assert reader.page_labels == [str(number + 1) for number in range(len(reader.pages))]
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {
        (595, 842)
    }
    assert (LIBRARY / f"{source.stem}.pdf").stat().st_size < 100_000


@each
def test_the_metadata_names_title_publisher_address_and_check_date(source: Path) -> None:
    front, told = read(source).front, committed(source).metadata
    assert told is not None
    assert (told.title, told.author) == (front["title"], front["publisher"])
    assert told["/Keywords"] == f"url={front['url']}; checked_on={front['checked_on']}"


@each
def test_every_section_names_its_sources_on_the_page(source: Path) -> None:
    assert all(re.search(r"Bron(nen)?: \S+ \(", page) for page in page_texts(committed(source))[:-1])


def test_markdown_that_would_be_lost_is_refused() -> None:
    with pytest.raises(ValueError, match="Only headings"):
        build_pdfs.read("---\ntitle: x\n---\n# x\n\n| a | b |\n")
