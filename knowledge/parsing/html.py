"""HTML: what a reader of the page sees, as headings, paragraphs, items and table rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bs4 import BeautifulSoup, Tag
from bs4.element import (
    CData,
    Comment,
    Declaration,
    Doctype,
    NavigableString,
    PageElement,
    ProcessingInstruction,
)

from knowledge.catalogue.importing.schema_org import import_schema_org_html
from knowledge.parsing.assembly import CharacterBudget, PageAssembly
from knowledge.parsing.catalogues import record_page, with_records
from knowledge.parsing.cleaning import clean, clean_line, notices_of_hidden
from knowledge.parsing.received import ReceivedFile
from knowledge.parsing.recognition import MediaType
from knowledge.parsing.text import decode
from knowledge.types import BlockKind, ParsedDocument, SourceKind, SourceMetadata

_DROPPED = frozenset(
    {
        "script", "style", "noscript", "template", "svg", "math", "canvas", "iframe", "object",
        "embed", "audio", "video", "map", "nav", "aside", "form", "button", "select", "textarea",
        "input", "dialog", "head", "link", "meta", "title", "footer",
    }
)  # fmt: skip
"""Elements that hold no running text of the page: code, media, controls, and the site around it."""
_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "header", "hgroup", "hr", "html", "legend",
        "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6",
    }
)  # fmt: skip
_ITEMS = frozenset({"li", "dd", "dt"})
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:\.0\d*)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|(?:text-indent|left|top)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_NOT_TEXT = (Comment, Declaration, Doctype, ProcessingInstruction, CData)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_DATE_NAMES = ("article:published_time", "dcterms.issued", "dcterms.created", "dc.date", "datepublished")
_DEEPEST = 400
_SPAN = 200
_LINE_END = "\n\n"
"""Stands for <br> among the gathered texts; told from others by identity."""


def parse_html(received: ReceivedFile) -> ParsedDocument:
    """Read a web page as one page. Title, language and dates go to the metadata, not into the text."""
    markup = _decoded(received)
    soup = BeautifulSoup(markup, "lxml")
    metadata = _metadata(soup)
    assembly = PageAssembly()
    walker = _Walker(assembly)
    walker.walk(soup.find("main") or soup.body or soup)
    page = assembly.page(1)
    if not page.text and soup.body is not None and soup.find("main") is not None:
        walker.walk(soup.body)
        page = assembly.page(1)
    walker.walk_contacts(soup)
    page = assembly.page(1)
    CharacterBudget(received).spend(len(page.text))
    document = ParsedDocument(
        SourceKind.DOCUMENT, MediaType.HTML, (page,), metadata, notices_of_hidden(markup)
    )
    offers = import_schema_org_html(markup)
    if offers is None or not offers.taken:
        return document
    return with_records(replace(document, pages=(page, record_page(received, offers.taken, 2))), [offers])


def visible_text(fragment: str) -> str:
    """Return what a reader would see of a fragment of HTML, on one line."""
    assembly = PageAssembly()
    _Walker(assembly).walk(BeautifulSoup(fragment, "lxml"))
    return clean_line(assembly.page(1).text)


def _decoded(received: ReceivedFile) -> str:
    """Decode by the charset that the page names, when its bytes agree; otherwise as plain text."""
    named = _CHARSET.search(received.data[:4096])
    if named is not None and not received.data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            label = named[1].decode("ascii").lower()
            # WHATWG Encoding: these labels mean Windows-1252 on the web.
            return received.data.decode("cp1252" if label in {"iso-8859-1", "latin1", "us-ascii"} else label)
        except (LookupError, UnicodeDecodeError):
            return decode(received)
    return decode(received)


def _metadata(soup: BeautifulSoup) -> SourceMetadata:
    title = clean_line(soup.title.get_text()) if soup.title is not None else ""
    html = soup.find("html")
    language = clean_line(str(html.get("lang") or "")).split("-")[0].lower() if isinstance(html, Tag) else ""
    canonical = soup.find("link", rel="canonical")
    url = clean_line(str(canonical.get("href") or "")) if isinstance(canonical, Tag) else ""
    return SourceMetadata(
        title=title or None,
        language=language if len(language) == 2 and language.isalpha() else None,
        url=url if url.startswith(("https://", "http://")) else None,
        published=_published(soup),
    )


def _published(soup: BeautifulSoup) -> date | None:
    for tag in soup.find_all("meta"):
        name = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        if name in _DATE_NAMES:
            try:
                return date.fromisoformat(str(tag.get("content") or "")[:10])
            except ValueError:
                continue
    return None


def _is_hidden(tag: Tag) -> bool:
    """Say whether the page hides an element from its reader, by attribute or by its own style."""
    if tag.name in _DROPPED or tag.has_attr("hidden") or str(tag.get("aria-hidden", "")).lower() == "true":
        return True
    if str(tag.get("role", "")).lower() in {"navigation", "search"}:
        return True
    return _HIDDEN_STYLE.search(str(tag.get("style", ""))) is not None


class _Walker:
    """Walk the tree once; text gathers until an element that stands on its own begins or ends."""

    def __init__(self, assembly: PageAssembly) -> None:
        self._assembly = assembly
        self._gathered: list[str] = []

    def walk(self, root: Tag) -> None:
        """Add the visible text under `root` as blocks."""
        self._element(root, BlockKind.PARAGRAPH, 0)
        self._flush(BlockKind.PARAGRAPH)

    def walk_contacts(self, soup: BeautifulSoup) -> None:
        """Add what the site around the page says of how to reach it: lines of a footer or address with a number, mail or postcode."""
        walked = soup.find("main")
        for tag in soup.find_all(["footer", "address"]):
            is_around = tag.name == "footer" or (walked is not None and walked not in tag.parents)
            above = (one for one in tag.parents if one.name in _BLOCKS or one.name in _DROPPED)
            if (
                not is_around
                or any(map(_is_hidden, above))
                or _HIDDEN_STYLE.search(str(tag.get("style", "")))
            ):
                continue
            within = PageAssembly()
            inner = _Walker(within)
            inner._children(tag, BlockKind.PARAGRAPH, 0)
            inner._flush(BlockKind.PARAGRAPH)
            for line in within.page(1).text.split("\n"):
                if _REACHES.search(line):
                    self._assembly.add(BlockKind.PARAGRAPH, line)

    def _element(self, tag: Tag, kind: BlockKind, depth: int) -> None:
        if _is_hidden(tag) or depth > _DEEPEST:
            return
        if tag.name == "table" and tag.find("table") is None:
            self._flush(kind)
            self._table(tag)
            return
        if tag.name == "dl" and (pairs := _pairs(tag)):
            self._flush(kind)
            for term, told in pairs:
                self._assembly.add(BlockKind.LIST_ITEM, f"{term}: {told}")
            return
        if tag.name == "br":
            self._break(kind)
            return
        level = int(tag.name[1]) if tag.name in {"h1", "h2", "h3", "h4", "h5", "h6"} else 0
        if tag.name not in _BLOCKS:
            self._children(tag, kind, depth)
            return
        self._flush(kind)
        inner = BlockKind.HEADING if level else BlockKind.LIST_ITEM if tag.name in _ITEMS else kind
        self._children(tag, inner, depth)
        self._flush(inner, level)

    def _children(self, tag: Tag, kind: BlockKind, depth: int) -> None:
        for child in tag.children:
            if isinstance(child, Tag):
                self._element(child, kind, depth + 1)
            elif _is_text(child):
                self._gathered.append(str(child))

    def _break(self, kind: BlockKind) -> None:
        """End a line; two line ends after each other end the paragraph."""
        written = [piece for piece in self._gathered if not piece.isspace() or piece is _LINE_END]
        if written and written[-1] is _LINE_END:
            self._flush(kind)
        else:
            self._gathered.append(_LINE_END)

    def _flush(self, kind: BlockKind, level: int = 0) -> None:
        text = "".join(self._gathered)
        self._gathered = []
        if kind is BlockKind.HEADING and not level:
            level = 1
        self._assembly.add(kind, text, level=level)

    def _table(self, table: Tag) -> None:
        """Add the rows of a table as "Kop: cel; Kop: cel"; a table without a header row as its cells."""
        caption = table.find("caption")
        if isinstance(caption, Tag) and not _is_hidden(caption):
            self._assembly.add(BlockKind.PARAGRAPH, _seen(caption))
        names: list[str] = []
        for number, row in enumerate(table.find_all("tr"), start=1):
            if any(_is_hidden(element) for element in (row, *row.parents)):
                continue
            cells = [cell for cell in row.find_all(["th", "td"], recursive=False) if not _is_hidden(cell)]
            texts = _spread(cells)
            if not names and number == 1 and cells and (all(cell.name == "th" for cell in cells)):
                names = texts
                continue
            self._assembly.add(BlockKind.TABLE_ROW, _worded(names, texts), row=number)


def _pairs(definitions: Tag) -> list[tuple[str, str]]:
    """Return what a list of definitions tells of each of its terms; [] for one of questions, or of other lists and tables."""
    if definitions.find(["dl", "table", "ul", "ol"]) is not None:
        return []
    pairs: list[tuple[str, str]] = []
    terms: list[str] = []
    is_told = False
    for part in definitions.find_all(["dt", "dd"]):
        text = "" if any(_is_hidden(one) for one in (part, *part.parents)) else _seen(part)
        if part.name == "dt":
            terms = [*([] if is_told else terms), text.rstrip(" :")]
            is_told = False
        elif text:
            pairs.append((", ".join(filter(None, terms)), text))
            is_told = True
    return pairs if pairs and all(term and not term.endswith("?") for term, _ in pairs) else []


_REACHES = re.compile(
    r"(?<![\d-])(?:\+\d|0\d)[\d ()/-]{7,14}\d(?!\d)|[\w.+-]+@[\w-]+\.[\w.-]+|\b\d{4} ?[A-Z]{2}\b|\b\d{5} [A-ZÄÖÜ]"
)
"""A telephone number, a mail address or a postcode."""


def _is_text(child: PageElement) -> bool:
    return isinstance(child, NavigableString) and not isinstance(child, _NOT_TEXT)


def _seen(tag: Tag) -> str:
    """Return the visible text of a cell or caption on one line."""
    parts: list[str] = []

    def gather(element: Tag, depth: int) -> None:
        if _is_hidden(element) or depth > _DEEPEST:
            return
        for child in element.children:
            if isinstance(child, Tag):
                parts.append(" " if child.name in _BLOCKS or child.name == "br" else "")
                gather(child, depth + 1)
                parts.append(" " if child.name in _BLOCKS or child.name == "br" else "")
            elif _is_text(child):
                parts.append(str(child))

    gather(tag, 0)
    return clean_line(clean("".join(parts)))


def _spread(cells: Sequence[Tag]) -> list[str]:
    """Return the texts of the cells, each as often as it spans columns so that names keep their place."""
    texts: list[str] = []
    for cell in cells:
        span = str(cell.get("colspan") or "1")
        wide = min(int(span), _SPAN) if span.isdigit() and int(span) > 0 else 1
        texts += [_seen(cell)] + [""] * (wide - 1)
    return texts


def _worded(names: Sequence[str], texts: Sequence[str]) -> str:
    padded = [*names, *[""] * len(texts)]
    return "; ".join(
        f"{name}: {text}" if name else text for name, text in zip(padded, texts, strict=False) if text
    )
