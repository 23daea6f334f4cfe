"""A plan as PDF and Word: the text, the links, the language and the numbers are really in the file."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest
from pypdf import PdfReader

from assistant.interface.exports.document import Cell, Document, Heading, Paragraph, SourceLine, Table
from assistant.interface.exports.pdf import pdf_of, printable
from assistant.interface.exports.word import word_of
from assistant.interface.rooms.route.days import days_of
from assistant.interface.rooms.route.taking_home import document_of
from assistant.interface.texts import room_texts
from assistant.routes.types import Remaining
from assistant.types import Language
from knowledge.catalogue.rules import MustDo
from tests.support.hostile import HOSTILE
from tests.support.route_room import STUDENT, TODAY, WORKER, planned

DUTCH = room_texts("route", Language.DUTCH)


def document(language: Language = Language.DUTCH):
    return document_of(planned(WORKER, "robotmonteur", language), {}, room_texts("route", language))


def text_of(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def links_of(content: bytes) -> set[str]:
    found = set()
    for page in PdfReader(io.BytesIO(content)).pages:
        for reference in page.get("/Annots", ()):
            action = reference.get_object().get("/A", {})
            found |= {action["/URI"]} if "/URI" in action else set()
    return found


def paragraphs(content: bytes) -> str:
    word = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in word.paragraphs), *cells])


def word_links(content: bytes) -> set[str]:
    relations = docx.Document(io.BytesIO(content)).part.rels.values()
    return {one.target_ref for one in relations if one.is_external}


@pytest.mark.parametrize("language", list(Language))
def test_the_pdf_has_language_title_outline_and_page_numbers(language):
    reader = PdfReader(io.BytesIO(pdf_of(document(language))))
    assert reader.root_object["/Lang"] == language.value
    assert reader.metadata.title == document(language).title
    assert len(reader.outline) == 2
    for number, page in enumerate(reader.pages, start=1):
        words = room_texts("route", language)["export_page"].format(page=number)
        assert words in page.extract_text()


def test_the_pdf_says_what_the_document_says_and_links_to_every_source():
    shown = document()
    content = pdf_of(shown)
    text = text_of(content)
    for block in shown.blocks:
        if isinstance(block, Heading | Paragraph):
            assert " ".join(printable(block.text).split()) in text
    assert {line.url for line in shown.sources if line.url} <= links_of(content)
    assert all(f"[{line.number}]" in text and line.dates in text for line in shown.sources)


def test_the_word_file_says_the_same_and_links_to_every_source():
    shown = document()
    content = word_of(shown)
    text = paragraphs(content)
    for block in shown.blocks:
        if isinstance(block, Heading | Paragraph):
            assert block.text in text
        if isinstance(block, Table):
            assert all(cell.text in text for row in block.rows for cell in row)
    assert {line.url for line in shown.sources if line.url} == word_links(content)


@pytest.mark.parametrize("language", list(Language))
def test_the_word_file_has_language_headings_and_page_numbers(language):
    content = word_of(document(language))
    word = docx.Document(io.BytesIO(content))
    headings = [one.style.name for one in word.paragraphs if one.style.name.startswith("Heading")]
    assert headings[:2] == ["Heading 1", "Heading 2"]
    assert word.core_properties.language == language.value
    with zipfile.ZipFile(io.BytesIO(content)) as files:
        assert f'w:val="{language.value}-'.encode() in files.read("word/styles.xml")
        assert b">PAGE<" in files.read("word/footer1.xml")
    assert all("tblHeader" in table.rows[0]._tr.xml for table in word.tables)


def test_every_number_in_the_document_has_its_source_line():
    shown = document()
    cited = {number for block in shown.blocks if isinstance(block, Paragraph) for number in block.sources}
    cited |= {
        n
        for block in shown.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        for n in cell.sources
    }
    assert cited == {line.number for line in shown.sources}


def test_the_same_plan_gives_the_same_bytes():
    assert pdf_of(document()) == pdf_of(document())


def test_a_plan_without_a_route_says_what_would_have_to_change():
    profile = {"diplomas": [{"level": "vwo", "profile": "CM", "subjects": []}]}
    plan = planned(profile, "wo-bachelor werktuigbouwkunde")
    assert "Een diploma vwo met profiel N&T halen." in text_of(pdf_of(document_of(plan, {}, DUTCH)))


@pytest.mark.parametrize("text", HOSTILE[::5])
def test_hostile_words_stay_words_in_both_files(text):
    shown = Document(
        text or "x",
        Language.DUTCH,
        (
            Heading(1, text),
            Paragraph(text, (1,)),
            Table(text, (text,), ((Cell(text, (1,)),),), (1,)),
        ),
        (SourceLine(1, text, None, text),),
        "Bronnen",
        "pagina {page}",
        "voet",
    )
    content = pdf_of(shown)
    assert links_of(content) == set()
    assert b"/JavaScript" not in content
    assert word_links(word_of(shown)) == set()


def test_a_long_name_without_spaces_fits_on_the_page():
    long = "x" * 5000
    shown = replace(
        document(),
        blocks=(Heading(1, long[:500]), Table("t", ("a", "b"), ((Cell(long), Cell(long)),), (1, 1))),
    )
    assert len(PdfReader(io.BytesIO(pdf_of(shown))).pages) >= 1


def test_the_calendar_holds_the_last_days_of_schemes_and_steps_and_no_day_that_is_past():
    plan = planned(STUDENT, "werktuigbouwkunde")
    route = plan.routes.shown[0]
    step = replace(
        route.steps[0],
        verdict=replace(
            route.steps[0].verdict,
            remaining=(
                Remaining(MustDo("aanmelden", date(2027, 4, 1))),
                Remaining(MustDo("intake", date(2026, 1, 1)), is_past=True),
            ),
        ),
    )
    asked = replace(
        plan, routes=replace(plan.routes, shown=(replace(route, steps=(step, *route.steps[1:])),))
    )
    days = days_of(asked, {}, DUTCH)
    assert any(day.is_deadline and day.day == date(2027, 4, 1) and "aanmelden" in day.title for day in days)
    assert all(day.day >= TODAY for day in days)
    assert any(day.key.startswith("closes ") for day in days)
    assert [day.title for day in days if day.key.startswith("estimate")] != []
    assert all(re.search(r"https?://", day.text) for day in days if not day.key.startswith("estimate"))
