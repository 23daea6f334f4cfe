"""DOCX: headings by style, lists, and tables in the order of the document."""

from __future__ import annotations

import io
import re
import zipfile

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from knowledge.parsing.assembly import CharacterBudget, PageAssembly
from knowledge.parsing.cleaning import clean_line
from knowledge.parsing.packages import check_package
from knowledge.parsing.received import ReceivedFile
from knowledge.parsing.recognition import MediaType
from knowledge.types import BlockKind, ParsedDocument, SourceKind, SourceMetadata

_HEADING = re.compile(r"(?:heading|kop|überschrift)\s*([1-9])", re.IGNORECASE)
_TITLES = frozenset({"title", "titel"})
_LISTS = ("list", "lijst", "opsomming")


def parse_docx(received: ReceivedFile) -> ParsedDocument:
    """Read a Word document as one page. Hidden text, headers, footers and comments are left out."""
    check_package(received)
    try:
        document = docx.Document(io.BytesIO(received.data))
        return _parsed(received, document)
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, zipfile.BadZipFile) as error:
        raise received.refusal(
            f"Het Word-document is beschadigd ({type(error).__name__}).",
            "Open het in Word en bewaar het opnieuw.",
        ) from error


def _parsed(received: ReceivedFile, document: Document) -> ParsedDocument:
    assembly, budget, spent = PageAssembly(), CharacterBudget(received), 0
    for element in document.iter_inner_content():
        if isinstance(element, Paragraph):
            _add_paragraph(assembly, element)
        else:
            _add_table(assembly, element)
        budget.spend(assembly.length - spent)
        spent = assembly.length
    properties = document.core_properties
    metadata = SourceMetadata(
        title=clean_line(properties.title or "") or None,
        language=clean_line(properties.language or "").split("-")[0].lower() or None,
    )
    return ParsedDocument(SourceKind.DOCUMENT, MediaType.DOCX, (assembly.page(1),), metadata)


def _add_paragraph(assembly: PageAssembly, paragraph: Paragraph) -> None:
    text = _visible(paragraph._p)
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    heading = _HEADING.match(style)
    if heading is not None:
        assembly.add(BlockKind.HEADING, text, level=min(int(heading[1]), 6))
    elif style.lower() in _TITLES:
        assembly.add(BlockKind.HEADING, text, level=1)
    elif style.lower().startswith(_LISTS) or _is_numbered(paragraph):
        assembly.add(BlockKind.LIST_ITEM, text)
    else:
        assembly.add(BlockKind.PARAGRAPH, text)


def _is_numbered(paragraph: Paragraph) -> bool:
    properties = paragraph._p.pPr  # python-docx has no public name for list membership
    return properties is not None and properties.numPr is not None


def _visible(paragraph: BaseOxmlElement) -> str:
    """Return the text of the runs, links included, without hidden and deleted text."""
    parts: list[str] = []
    for run in paragraph.iter(qn("w:r")):
        properties = run.find(qn("w:rPr"))
        hidden = None if properties is None else properties.find(qn("w:vanish"))
        if hidden is not None and hidden.get(qn("w:val")) not in {"0", "false", "off"}:
            continue
        for piece in run:
            if piece.tag == qn("w:t"):
                parts.append(piece.text or "")
            elif piece.tag in {qn("w:tab"), qn("w:br"), qn("w:cr")}:
                parts.append(" ")
            elif piece.tag == qn("w:noBreakHyphen"):
                parts.append("-")
    return "".join(parts)


def _add_table(assembly: PageAssembly, table: Table) -> None:
    """Add each row as "Kop: cel; Kop: cel"; a table of one column is layout, and its paragraphs stay such."""
    rows = [
        [_cell(cell) for cell in row.iterchildren(qn("w:tc"))] for row in table._tbl.iterchildren(qn("w:tr"))
    ]
    if max((len(row) for row in rows), default=0) <= 1:
        for row in table._tbl.iterchildren(qn("w:tr")):
            for paragraph in row.iter(qn("w:p")):
                assembly.add(BlockKind.PARAGRAPH, _visible(paragraph))
        return
    names = rows[0] if len(rows) > 1 else []
    for number, row in enumerate(rows[1:] if names else rows, start=2 if names else 1):
        padded = [*names, *[""] * len(row)]
        pairs = [f"{name}: {text}" if name else text for name, text in zip(padded, row, strict=False) if text]
        assembly.add(BlockKind.TABLE_ROW, "; ".join(pairs), row=number)


def _cell(cell: BaseOxmlElement) -> str:
    """Return all text of a cell on one line, tables inside it included."""
    return clean_line(" ".join(_visible(paragraph) for paragraph in cell.iter(qn("w:p"))))
