"""Markdown with YAML front matter; footnotes that hold a source become references."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge.parsing.assembly import CharacterBudget, PageAssembly
from knowledge.parsing.catalogue_tables import CatalogueTable, offers_in, references
from knowledge.parsing.catalogues import with_records
from knowledge.parsing.cleaning import clean, clean_line, notices_of_hidden
from knowledge.parsing.html import visible_text
from knowledge.parsing.received import ReceivedFile
from knowledge.parsing.recognition import MediaType
from knowledge.parsing.text import decode
from knowledge.types import (
    Audience,
    BlockKind,
    ParsedDocument,
    RecordRef,
    Reference,
    SourceKind,
    SourceMetadata,
)

_FRONT_MATTER = re.compile(r"\A---[^\S\n]*\n(.*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL)
_DEFINITION = re.compile(r"^[ ]{0,3}\[\^([^\]\s]{1,80})\]:[^\S\n]*(.*(?:\n[ \t]+\S.*)*)$", re.MULTILINE)
_MARKER = re.compile(r"\[\^([^\]\s]{1,80})\]")
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_AS_OF = re.compile(r"\(([^()]*)\)\s*\.?\s*$")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*(?=\s)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_FRONT_MATTER_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class _Footnote:
    url: str
    as_of: str


def parse_markdown(received: ReceivedFile) -> ParsedDocument:
    """Read Markdown (CommonMark with tables) as one page with headings, paragraphs, items and rows.

    A table of offers gives their records too, as one in a spreadsheet does, where the document is mostly such tables: of one with more
    text around them, the text says what the rows mean, and they are quoted with it.
    """
    raw = decode(received)
    text = clean(raw)
    metadata, body = _front_matter(received, text)
    footnotes = {found[1]: _footnote(found[2]) for found in _DEFINITION.finditer(body)}
    assembly = PageAssembly()
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(_DEFINITION.sub("", body))
    tables = _offers(received, tokens, metadata)
    tables = tables if _share_in(tokens, tables) >= MOSTLY_OFFERS else {}
    _Writer(assembly, footnotes, {index: references(one.imported) for index, one in tables.items()}).write(
        tokens
    )
    page = assembly.page(1)
    CharacterBudget(received).spend(len(page.text))
    notices = dict.fromkeys(
        (*notices_of_hidden(raw), *(said for one in tables.values() for said in one.notices))
    )
    document = ParsedDocument(SourceKind.DOCUMENT, MediaType.MARKDOWN, (page,), metadata, tuple(notices))
    return with_records(document, [one.imported for one in tables.values()]) if tables else document


MOSTLY_OFFERS = 0.5
"""Share of the letters of a document that stand in its tables of offers: of lists of programmes, six in ten and more, of brochures, guides and reports
with tables, a quarter at most.
"""


def _share_in(tokens: Sequence[Token], tables: Collection[int]) -> float:
    """Return the share of the text of a document that stands in the tables that open at these places, 0 to 1; 0 for one without text."""
    in_tables = whole = 0
    is_in = False
    for index, token in enumerate(tokens):
        is_in = index in tables or (is_in and token.type != "table_close")
        if token.type == "inline":
            letters = sum(not one.isspace() for one in token.content)
            whole += letters
            in_tables += letters * is_in
    return in_tables / whole if whole else 0.0


def _offers(
    received: ReceivedFile, tokens: Sequence[Token], metadata: SourceMetadata
) -> dict[int, CatalogueTable]:
    """Return the tables of offers by the place of their token.

    Whose they are is said by the front matter, by the title of the document or by the name of its file.
    """
    headings = (
        index for index, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1"
    )
    title = metadata.publisher or next(
        (_plain(tokens[index + 1]) for index in headings), metadata.title or ""
    )
    found: dict[int, CatalogueTable] = {}
    owner = ""
    for index, token in enumerate(tokens):
        if token.type != "table_open":
            continue
        rows = [(number, cells) for number, cells in enumerate(_rows(tokens, index), start=1)]
        offers = offers_in(received, [(0, [clean_line(title)]), *rows], "", owner)
        if offers is not None and offers.header_row == 1:
            found[index] = offers
            owner = owner or offers.owner
    return found


def _rows(tokens: Sequence[Token], index: int) -> Iterator[list[str]]:
    """Yield the cells of each row of the table that opens at `index`, its header first."""
    for place in range(index, len(tokens)):
        if tokens[place].type == "table_close":
            return
        if tokens[place].type == "tr_open":
            yield [_MARKER.sub("", clean_line(_plain(cell))) for cell in _cells(tokens, place)]


def _footnote(definition: str) -> _Footnote:
    address = _ADDRESS.search(definition)
    as_of = _AS_OF.search(definition)
    return _Footnote(address[0] if address else "", clean_line(as_of[1]) if as_of else "")


def _front_matter(received: ReceivedFile, text: str) -> tuple[SourceMetadata, str]:
    """Return what the front matter says and the text under it.

    Raises `UnreadableFileError` when it is no YAML mapping or a field holds something else than it should:
    a wrong audience or date may not pass in silence.
    """
    found = _FRONT_MATTER.match(text.removeprefix("\ufeff"))
    if found is None:
        return SourceMetadata(), text
    if len(found[1]) > _FRONT_MATTER_CHARACTERS:
        raise _bad_front_matter(received, "hij is te lang")
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(found[1], yaml.SafeLoader)):
            raise _bad_front_matter(received, "hij verwijst naar zichzelf (& en *)")
        fields = yaml.safe_load(found[1])
    except (yaml.YAMLError, ValueError) as error:
        raise _bad_front_matter(received, "er staat geen geldige YAML tussen de regels ---") from error
    if fields is None:
        return SourceMetadata(), text[found.end() :]
    if not isinstance(fields, dict):
        raise _bad_front_matter(received, "er staan geen regels `naam: waarde` in")
    return _metadata(received, fields), text[found.end() :]


def _bad_front_matter(received: ReceivedFile, found: str) -> Exception:
    return received.refusal(
        f"De kop tussen de regels --- klopt niet: {found}.",
        "Verbeter de kop (velden: title, publisher, language, audience, url, published, valid_from, "
        "valid_until, checked_on, owner) of haal hem weg.",
    )


def _metadata(received: ReceivedFile, fields: Mapping[object, object]) -> SourceMetadata:
    def words(name: str) -> str | None:
        value = fields.get(name)
        return None if value is None else clean_line(str(value)) or None

    def day(name: str) -> date | None:
        value = fields.get(name)
        if isinstance(value, datetime):
            return value.date()
        if value is None or isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value).strip())
        except ValueError as error:
            raise _bad_front_matter(received, f"{name} is {value!r} en geen datum als 2026-09-01") from error

    audience = words("audience")
    if audience is not None and audience not in set(Audience):
        raise _bad_front_matter(received, f"audience is {audience!r} en niet public of staff")
    return SourceMetadata(
        title=words("title"),
        publisher=words("publisher"),
        language=words("language"),
        audience=None if audience is None else Audience(audience),
        url=words("url"),
        published=day("published"),
        valid_from=day("valid_from"),
        valid_until=day("valid_until"),
        checked_on=day("checked_on"),
        owner=words("owner"),
    )


class _Writer:
    """Write the tokens of markdown-it as blocks."""

    def __init__(
        self,
        assembly: PageAssembly,
        footnotes: Mapping[str, _Footnote],
        offers: Mapping[int, Mapping[int, RecordRef]],
    ) -> None:
        self._assembly = assembly
        self._footnotes = footnotes
        self._offers = offers
        self._states: Mapping[int, RecordRef] = {}
        self._header: list[str] = []
        self._row = 0

    def write(self, tokens: Sequence[Token]) -> None:
        """Write all tokens in order."""
        items = 0
        heading = 0
        for index, token in enumerate(tokens):
            if token.type == "list_item_open":
                items += 1
            elif token.type == "list_item_close":
                items -= 1
            elif token.type == "heading_open":
                heading = int(token.tag[1])
            elif token.type == "heading_close":
                heading = 0
            elif token.type in {"table_open", "tr_open"}:
                self._table(tokens, index)
            elif token.type in {"fence", "code_block"}:
                self._add(BlockKind.PARAGRAPH, token.content)
            elif token.type == "html_block":
                self._add(BlockKind.PARAGRAPH, _visible_html(token.content))
            elif token.type == "inline" and token.level >= 0 and not _in_table(tokens, index):
                kind = BlockKind.HEADING if heading else BlockKind.LIST_ITEM if items else BlockKind.PARAGRAPH
                self._add(kind, _plain(token), heading)

    def _table(self, tokens: Sequence[Token], index: int) -> None:
        """Start a table, or write one of its rows as "Kop: cel; Kop: cel"."""
        if tokens[index].type == "table_open":
            self._header, self._row = [], 0
            self._states = self._offers.get(index, {})
            return
        self._row += 1
        cells = [clean_line(_plain(token)) for token in _cells(tokens, index)]
        if self._row == 1:
            self._header = cells
            return
        names = self._header + [""] * len(cells)
        pairs = [
            f"{_MARKER.sub('', name)}: {cell}" if name else cell
            for name, cell in zip(names, cells, strict=False)
            if cell
        ]
        self._add(BlockKind.TABLE_ROW, "; ".join(pairs), row=self._row, record=self._states.get(self._row))

    def _add(
        self, kind: BlockKind, text: str, level: int = 0, row: int = 0, record: RecordRef | None = None
    ) -> None:
        """Add a block without its footnote markers and remember what each marker pointed to."""
        line = clean_line(text)
        pieces = _MARKER.split(line)
        bare, places = "", list[tuple[int, str]]()
        for index in range(0, len(pieces), 2):
            piece = pieces[index]
            if index and bare.endswith(" ") and piece[:1] in {".", ",", ";", ":", "!", "?", " ", ""}:
                bare = bare.rstrip(" ")
            bare += piece
            if index + 1 < len(pieces):
                places.append((len(bare.rstrip(" ")), pieces[index + 1]))
        lead = len(bare) - len(bare.lstrip(" "))
        span = self._assembly.add(kind, bare, level=level, row=row, record=record)
        if span is None:
            return
        stated = clean_line(bare)
        for place, key in places:
            footnote = self._footnotes.get(key)
            if footnote is not None:
                start, end = _sentence(
                    stated, min(place - lead, len(stated)), whole=kind is BlockKind.TABLE_ROW
                )
                self._assembly.refer(Reference(span[0] + start, span[0] + end, footnote.url, footnote.as_of))


def _sentence(text: str, place: int, whole: bool) -> tuple[int, int]:
    """Return the span of the sentence in which, or right after which, `place` stands; all of a row."""
    if whole:
        return 0, len(text)
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if found.end() >= place:
            return start, found.end()
        start = found.end() + 1
    return (start, len(text)) if start < len(text) else (0, len(text))


def _in_table(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].type in {"th_open", "td_open"}


def _cells(tokens: Sequence[Token], index: int) -> Iterator[Token]:
    """Yield the inline tokens of the row that opens at `index`."""
    for token in tokens[index + 1 :]:
        if token.type == "tr_close":
            return
        if token.type == "inline":
            yield token


def _plain(token: Token) -> str:
    """Return the text of an inline token: links keep their words, pictures and tags go."""
    parts = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"} or (
            child.type == "html_inline" and _BREAK.fullmatch(child.content)
        ):
            parts.append(" ")
    return "".join(parts)


def _visible_html(content: str) -> str:
    """Return the words of raw HTML in Markdown, with the same rules as for a page of HTML."""
    return visible_text(content)
