"""A document as a Word file: headings, tables with a head, links, language, page numbers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from assistant.interface.escaping import visible
from assistant.interface.exports.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    SourceLine,
    Table,
)

LOCALES = {"nl": "nl-NL", "en": "en-GB", "de": "de-DE"}
A4 = (Mm(210), Mm(297))
UNMOVING = datetime(2000, 1, 1, tzinfo=UTC)
"""A fixed moment in the file's properties: the day that counts stands in the text."""


def word_of(document: Document) -> bytes:
    """Return the file."""
    word = docx.Document()
    _set_up(word, document)
    for block in document.blocks:
        _add(word, block)
    word.add_heading(visible(document.sources_title), 2)
    for line in document.sources:
        _source(word, line)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _set_up(word: Any, document: Document) -> None:
    properties = word.core_properties
    properties.title, properties.author = visible(document.title), "Leerwijzer"
    properties.language, properties.comments = document.language.value, ""
    properties.created = properties.modified = UNMOVING
    section = word.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = Mm(20)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    run = normal.element.get_or_add_rPr()
    language = run.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        run.append(language)
    language.set(qn("w:val"), LOCALES[document.language.value])
    foot = section.footer.paragraphs[0]
    before, _, after = document.page_words.partition("{page}")
    foot.add_run(f"{visible(document.foot)}   {before}")
    _field(foot, "PAGE")
    foot.add_run(after)


def _add(word: Any, block: Block) -> None:
    if isinstance(block, Heading):
        word.add_heading(visible(block.text), block.level)
    elif isinstance(block, Paragraph):
        paragraph = word.add_paragraph()
        _text(paragraph, block.text, block.sources, size=9 if block.is_note else None)
    elif isinstance(block, Bullets):
        for item in block.items:
            word.add_paragraph(visible(item), style="List Bullet")
    elif isinstance(block, Table):
        _table(word, block)


def _table(word: Any, block: Table) -> None:
    caption = word.add_paragraph()
    caption.add_run(visible(block.caption)).bold = True
    caption.paragraph_format.keep_with_next = True
    grid = word.add_table(rows=1, cols=len(block.head), style="Table Grid")
    for cell, text in zip(grid.rows[0].cells, block.head, strict=True):
        cell.paragraphs[0].add_run(visible(text)).bold = True
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    grid.rows[0]._tr.get_or_add_trPr().append(head)
    for row in block.rows:
        for cell, content in zip(grid.add_row().cells, row, strict=True):
            _text(cell.paragraphs[0], content.text, content.sources, size=9)
    total = sum(block.widths)
    for column, share in zip(grid.columns, block.widths, strict=True):
        for cell in column.cells:
            cell.width = Mm(170 * share / total)
    word.add_paragraph()


def _text(paragraph: Any, text: str, sources: Sequence[int], size: float | None = None) -> None:
    run = paragraph.add_run(visible(text))
    if size is not None:
        run.font.size = Pt(size)
    for number in sources:
        _link(paragraph, f" [{number}]", anchor=f"bron{number}")


def _source(word: Any, line: SourceLine) -> None:
    paragraph = word.add_paragraph()
    mark = OxmlElement("w:bookmarkStart")
    mark.set(qn("w:id"), str(line.number))
    mark.set(qn("w:name"), f"bron{line.number}")
    end = OxmlElement("w:bookmarkEnd")
    end.set(qn("w:id"), str(line.number))
    paragraph._p.append(mark)
    paragraph.add_run(f"[{line.number}] ")
    paragraph._p.append(end)
    if line.url:
        _link(paragraph, visible(line.url), url=line.url)
    else:
        paragraph.add_run(visible(line.name))
    paragraph.add_run(f" ({visible(line.dates)})")


def _link(paragraph: Any, text: str, url: str = "", anchor: str = "") -> None:
    """Add a link to an address, or to a bookmark of the file."""
    link = OxmlElement("w:hyperlink")
    if url:
        link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    else:
        link.set(qn("w:anchor"), anchor)
    run = paragraph.add_run(text)
    run.font.color.rgb, run.font.underline = RGBColor(0x0A, 0x5F, 0x8A), True
    link.append(run._r)
    paragraph._p.append(link)


def _field(paragraph: Any, name: str) -> None:
    """Add a field that the word processor fills in, such as the number of the page."""
    for kind in ("begin", "", "end"):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = name
        paragraph.add_run()._r.append(part)
