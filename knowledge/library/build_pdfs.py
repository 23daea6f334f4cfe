"""Build the PDFs of the bundled library from their Markdown: ``python -m knowledge.library.build_pdfs``.

The output is deterministic: the same Markdown and the same reportlab give the same bytes. Page, outline and label structure follow ISO 32000-1, 12.3.3 and 12.4.2.
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

LIBRARY = Path(__file__).parent
SOURCES = LIBRARY / "sources_of_pdf"

NOTE = re.compile(r"\[\^([^\]]+)\]")
DEFINITION = re.compile(r"\[\^([^\]]+)\]: (?:<([^>]+)>|(.+?)) \(([^)]*)\)")
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=15.5, spaceAfter=7)
HEADING = ParagraphStyle("heading", BODY, fontName="Helvetica-Bold", keepWithNext=1)
STYLES = {
    "title": ParagraphStyle("title", HEADING, fontSize=20, leading=25, spaceAfter=14),
    "heading1": ParagraphStyle("heading1", HEADING, fontSize=14.5, leading=19, spaceBefore=13),
    "heading2": ParagraphStyle("heading2", HEADING, fontSize=12, leading=16, spaceBefore=7),
    "paragraph": BODY,
    "item": ParagraphStyle("item", BODY, leftIndent=14, bulletIndent=3, spaceAfter=4),
    "source": ParagraphStyle("source", BODY, fontSize=9, leading=12, textColor="#555555", spaceAfter=9),
}
DEPTHS = {"title": 0, "heading1": 0, "heading2": 1}
MARGIN = 24 * mm


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the document with one role: a key of `STYLES`."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Original:
    """The Markdown of one PDF: its front matter as text, its parts in order, its notes by name."""

    facts: dict[str, str]
    parts: tuple[Part, ...]
    notes: dict[str, tuple[str, str]]


def read(markdown: str) -> Original:
    """Read front matter, headings, paragraphs, lists and notes; raise `ValueError` for anything else."""
    _, front, body = markdown.split("---\n", 2)
    facts = {key: str(value) for key, value in yaml.safe_load(front).items()}
    notes = {name: (url or text, day) for name, url, text, day in DEFINITION.findall(body)}
    blocks = [block.strip() for block in body.split("\n\n") if block.strip()]
    parts = tuple(part for block in blocks if not DEFINITION.match(block) for part in _parts(block))
    return Original(facts, parts, notes)


def _parts(block: str) -> Iterator[Part]:
    """Split one Markdown block into its parts; the lines of a paragraph are joined."""
    lines = block.splitlines()
    roles = {"# ": "title", "## ": "heading1", "### ": "heading2"}
    while lines and lines[0].startswith("#"):
        mark, text = lines.pop(0).split(" ", 1)
        yield Part(roles[f"{mark} "], text)
    if not lines:
        return
    if all(line.startswith("- ") for line in lines):
        yield from (Part("item", line[2:]) for line in lines)
    elif any(line.startswith(("- ", "|", ">", "#", "```")) for line in lines):
        raise ValueError(f"Only headings, paragraphs and lists become a PDF; found: {block[:60]!r}")
    else:
        yield Part("paragraph", " ".join(lines))


def with_sources(original: Original) -> Iterator[Part]:
    """Yield the parts without note marks; each section ends with a line that names its sources."""
    cited: dict[str, None] = {}
    for part in original.parts:
        if part.role in DEPTHS and cited:
            yield _source_line(original, tuple(cited))
            cited = {}
        cited.update(dict.fromkeys(NOTE.findall(part.text)))
        yield Part(part.role, NOTE.sub("", part.text))
    if cited:
        yield _source_line(original, tuple(cited))
    yield Part("heading1", "Bronnen")
    for where, day in original.notes.values():
        yield Part("item", f"{where} ({day})")


def _source_line(original: Original, names: tuple[str, ...]) -> Part:
    """Name the sources of a section by site and date: "Bron: techniekpact.nl (z.d.)."."""
    shown = []
    for name in names:
        where, day = original.notes[name]
        site = urlsplit(where).netloc.removeprefix("www.") or where
        shown.append(f"{site} ({day})")
    return Part("source", ("Bron: " if len(shown) == 1 else "Bronnen: ") + ", ".join(shown) + ".")


class _Heading(Paragraph):  # type: ignore[misc]
    """A heading that enters the outline of the PDF where it is drawn."""

    def __init__(self, part: Part, number: int) -> None:
        super().__init__(html.escape(part.text, quote=False), STYLES[part.role])
        self.label, self.depth, self.number = part.text, DEPTHS[part.role], number

    def draw(self) -> None:
        mark = f"kop-{self.number}"
        self.canv.bookmarkHorizontal(mark, 0, self.height)
        self.canv.addOutlineEntry(self.label, mark, self.depth)
        super().draw()


def _flowables(parts: tuple[Part, ...]) -> list[Flowable]:
    """Set the parts; a line of sources stays on the page of the text it belongs to."""
    flowables: list[Flowable] = []
    for number, part in enumerate(parts):
        if part.role in DEPTHS:
            flowables.append(_Heading(part, number))
            continue
        before_sources = parts[number + 1 : number + 2] and parts[number + 1].role == "source"
        style = (
            ParagraphStyle("kept", STYLES[part.role], keepWithNext=1) if before_sources else STYLES[part.role]
        )
        bullet = "–" if part.role == "item" else None
        flowables.append(Paragraph(html.escape(part.text, quote=False), style, bulletText=bullet))
    return flowables


def render(markdown: str) -> bytes:
    """Return the PDF of a library document: A4, outline, page labels, running header and footer."""
    original = read(markdown)
    facts, target = original.facts, BytesIO()

    def decorate(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setDateFormatter(lambda *_now: f"D:{facts['checked_on'].replace('-', '')}000000Z")
        canvas.addPageLabel(canvas.getPageNumber() - 1, style="ARABIC", start=canvas.getPageNumber())
        canvas.setFont("Helvetica", 8.5)
        canvas.drawString(MARGIN, A4[1] - 14 * mm, facts["title"])
        canvas.drawString(MARGIN, 13 * mm, f"Leerwijzer, gecontroleerd op {facts['checked_on']}")
        canvas.drawRightString(A4[0] - MARGIN, 13 * mm, f"pagina {canvas.getPageNumber()}")

    document = BaseDocTemplate(
        target,
        pagesize=A4,
        invariant=1,
        lang=facts["language"],
        title=facts["title"],
        author=facts["publisher"],
        subject=facts["title"],
        keywords=f"url={facts.get('url', '')}; checked_on={facts['checked_on']}",
        creator="Leerwijzer",
    )
    frame = Frame(MARGIN, MARGIN, A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=decorate))
    document.build(_flowables(tuple(with_sources(original))))
    return target.getvalue()


def main() -> int:
    """Write one PDF into the library for each Markdown file in `sources_of_pdf`."""
    for source in sorted(SOURCES.glob("*.md")):
        target = LIBRARY / f"{source.stem}.pdf"
        target.write_bytes(render(source.read_text(encoding="utf-8")))
        sys.stdout.write(f"{target.name}: {target.stat().st_size} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
