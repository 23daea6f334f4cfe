"""A document as a PDF: real text in an embedded font, headings as outline, links, language, page numbers."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.colors import HexColor, white
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, TableStyle
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid

from assistant.interface.escaping import visible
from assistant.interface.exports.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Picture,
    SourceLine,
    Table,
)
from assistant.interface.rooms.route.timeline import Timeline

FONT, BOLD = "Vera", "VeraBd"
"""Bitstream Vera comes with reportlab and may be embedded; it has the letters of Dutch, English and German."""

INK, GREEN, GREY, LINE, LINK = (
    HexColor(value) for value in ("#1b2725", "#0b5a54", "#4b5a57", "#cfd8d5", "#0a5f8a")
)
MARGIN = 18 * mm
SIZES = {1: 17.0, 2: 13.0, 3: 10.5}
ROW_HEIGHT, AXIS_HEIGHT = 9 * mm, 6 * mm
SIGNS = str.maketrans({"✓": "", "◐": "", "✕": "", "→": "-", "\u00a0": " "})
"""Signs that the font has not; the words beside them say the same."""


def pdf_of(document: Document) -> bytes:
    """Return the file. The same document gives the same bytes."""
    _register()
    out = io.BytesIO()
    template = _Template(out, document)
    story: list[Flowable] = [
        flowable for block in document.blocks for flowable in _flowables(block, template)
    ]
    story += _heading(Heading(2, document.sources_title))
    story += [_source(line) for line in document.sources]
    template.build(story)
    return out.getvalue()


@cache
def _register() -> None:
    for name in (FONT, BOLD):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    pdfmetrics.registerFontFamily(FONT, normal=FONT, bold=BOLD, italic=FONT, boldItalic=BOLD)


@cache
def _glyphs() -> frozenset[int]:
    return frozenset(pdfmetrics.getFont(FONT).face.charToGlyph)


def printable(text: str) -> str:
    """Return `text` in letters that the font has: without accents it cannot draw, "?" for what remains."""
    _register()
    known = _glyphs()
    found = []
    for sign in visible(text).translate(SIGNS):
        parts = sign if ord(sign) in known else unicodedata.normalize("NFKD", sign)
        drawn = "".join(part for part in parts if ord(part) in known)
        found.append(drawn or (" " if sign.isspace() else "?"))
    return "".join(found)


class _Template(BaseDocTemplate):  # type: ignore[misc]
    """Pages with a foot; headings go into the outline."""

    def __init__(self, out: io.BytesIO, document: Document) -> None:
        super().__init__(
            out,
            pagesize=A4,
            leftMargin=MARGIN,
            rightMargin=MARGIN,
            topMargin=MARGIN,
            bottomMargin=MARGIN + 6 * mm,
            title=printable(document.title),
            author="Leerwijzer",
            subject=printable(document.title),
            lang=document.language.value,
            displayDocTitle=True,
            invariant=1,
        )
        self._document, self._headings = document, 0
        place = (self.leftMargin, self.bottomMargin, self.width, self.height)
        frame = Frame(*place, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0, id="page")
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._foot))

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        """Put a heading into the outline."""
        level = getattr(flowable, "heading_level", 0)
        if level:
            self._headings += 1
            key = f"heading-{self._headings}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.getPlainText(), key, level=level - 1, closed=False)

    def _foot(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFont(FONT, 7.5)
        canvas.setFillColor(GREY)
        canvas.drawString(MARGIN, MARGIN, printable(self._document.foot))
        words = self._document.page_words.format(page=canvas.getPageNumber())
        canvas.drawRightString(A4[0] - MARGIN, MARGIN, printable(words))
        canvas.restoreState()


class _Drawing(Flowable):  # type: ignore[misc]
    """Steps on a time axis, a row each."""

    def __init__(self, timeline: Timeline, names: Sequence[str], width: float) -> None:
        super().__init__()
        self._line, self._names = timeline, names
        self.width, self.height = width, AXIS_HEIGHT + ROW_HEIGHT * len(timeline.bars) + 2 * mm

    def draw(self) -> None:
        """Draw the axis, then the rows from top to bottom."""
        canvas, line = self.canv, self._line
        canvas.setFont(FONT, 7.5)
        for tick in line.ticks:
            left = self._at(tick.month)
            canvas.setStrokeColor(LINE)
            canvas.line(left, 0, left, self.height - AXIS_HEIGHT)
            canvas.setFillColor(GREY)
            place = canvas.drawString if left < self.width * 0.9 else canvas.drawRightString
            place(left, self.height - 4 * mm, str(tick.year))
        for row, (bar, name) in enumerate(zip(line.bars, self._names, strict=True), start=1):
            bottom = self.height - AXIS_HEIGHT - row * ROW_HEIGHT
            self._bar(bar.start, bar.sure, bar.end, bottom, is_open=bar.is_open)
            canvas.setFillColor(INK)
            canvas.setFont(FONT, 8)
            canvas.drawString(0, bottom + 5.4 * mm, printable(name)[:110])
        for mark in line.marks:
            bottom = self.height - AXIS_HEIGHT - mark.number * ROW_HEIGHT
            self._mark(self._at(mark.month), bottom + 2.6 * mm, is_deadline=mark.is_deadline)

    def _at(self, month: float) -> float:
        return self._line.share(month) / 100 * self.width

    def _bar(self, start: float, sure: float, end: float, bottom: float, *, is_open: bool) -> None:
        canvas = self.canv
        canvas.setStrokeColor(GREEN)
        if end > sure:
            canvas.setDash(3, 2) if is_open else canvas.setDash()
            canvas.rect(self._at(sure), bottom + 1 * mm, self._at(end) - self._at(sure), 3.2 * mm, fill=0)
            canvas.setDash()
        canvas.setFillColor(GREEN)
        canvas.rect(
            self._at(start), bottom + 1 * mm, self._at(sure) - self._at(start), 3.2 * mm, stroke=0, fill=1
        )

    def _mark(self, left: float, middle: float, *, is_deadline: bool) -> None:
        canvas, half = self.canv, 1.5 * mm
        path = canvas.beginPath()
        path.moveTo(left, middle + half)
        path.lineTo(left + half, middle)
        path.lineTo(left, middle if is_deadline else middle - half)
        path.lineTo(left - half, middle)
        path.close()
        canvas.setFillColor(INK if is_deadline else white)
        canvas.setStrokeColor(INK)
        canvas.drawPath(path, fill=1)


def _style(size: float, *, is_bold: bool = False, after: float = 4, left: float = 0) -> ParagraphStyle:
    name = f"s{size}{is_bold}{after}{left}"
    return ParagraphStyle(
        name,
        fontName=BOLD if is_bold else FONT,
        bulletFontName=FONT,
        fontSize=size,
        leading=size * 1.4,
        textColor=INK,
        spaceAfter=after,
        leftIndent=left,
        alignment=TA_LEFT,
        splitLongWords=1,
    )


def _flowables(block: Block, template: _Template) -> list[Flowable]:
    if isinstance(block, Heading):
        return _heading(block)
    if isinstance(block, Paragraph):
        return [Text(_marked(block.text, block.sources), _style(8.0 if block.is_note else 9.5))]
    if isinstance(block, Bullets):
        return [
            Text(escape(printable(item)), _style(9.5, after=2, left=12), bulletText="•")
            for item in block.items
        ]
    if isinstance(block, Picture):
        return [_Drawing(block.timeline, block.names, template.width)]
    return _table(block, template.width)


def _heading(block: Heading) -> list[Flowable]:
    style = _style(SIZES[block.level], is_bold=True)
    style.spaceBefore, style.keepWithNext = (0 if block.level == 1 else 8), 1
    style.textColor = GREEN if block.level < 3 else INK
    text = Text(escape(printable(block.text)), style)
    text.heading_level = block.level
    return [text]


def _table(block: Table, width: float) -> list[Flowable]:
    small, head = _style(7.5, after=0), _style(7.5, is_bold=True, after=0)
    rows = [[Text(escape(printable(text)), head) for text in block.head]]
    rows += [[Text(_marked(cell.text, cell.sources), small) for cell in row] for row in block.rows]
    shares = [share / sum(block.widths) * width for share in block.widths]
    grid = Grid(rows, colWidths=shares, repeatRows=1, spaceAfter=8, splitInRow=1, hAlign="LEFT")
    grid.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.4, LINE),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (0, 0), (-1, 0), HexColor("#e1efec")),
                *((side, (0, 0), (-1, -1), 3) for side in ("TOPPADDING", "BOTTOMPADDING")),
                *((side, (0, 0), (-1, -1), 3) for side in ("LEFTPADDING", "RIGHTPADDING")),
            ]
        )
    )
    caption = _style(8.5, is_bold=True, after=2)
    caption.keepWithNext = 1
    return [Text(escape(printable(block.caption)), caption), grid]


def _marked(text: str, sources: Sequence[int]) -> str:
    """Return a text as markup, the numbers of its sources as links to their lines."""
    numbers = "".join(f' <a href="#bron{number}" color="#0a5f8a">[{number}]</a>' for number in sources)
    return escape(printable(text)).replace("\n", "<br/>") + numbers


def _source(line: SourceLine) -> Flowable:
    name = escape(printable(line.name))
    where = (
        f'<a href={quoteattr(line.url)} color="#0a5f8a">{escape(printable(line.url))}</a>'
        if line.url
        else name
    )
    markup = f'<a name="bron{line.number}"/>[{line.number}] {where} ({escape(printable(line.dates))})'
    return Text(markup, _style(8.0, after=3))
