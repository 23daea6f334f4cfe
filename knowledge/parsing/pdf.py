"""PDF: pypdf reads the structure, pdfium the text; the two meet here as pages with blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium

from knowledge.parsing.assembly import CharacterBudget, PageAssembly
from knowledge.parsing.cleaning import clean_line, hidden_notice
from knowledge.parsing.hyphenation import joined
from knowledge.parsing.pdf_layout import RunningHeads, in_reading_order, running_heads, without_running_heads
from knowledge.parsing.pdf_lines import Line, TextPage
from knowledge.parsing.pdf_structure import PdfStructure, read_structure
from knowledge.parsing.pdf_tables import tables_in
from knowledge.parsing.received import ReceivedFile
from knowledge.parsing.recognition import MediaType
from knowledge.types import BlockKind, Page, ParsedDocument, SourceKind

_SAMPLED = 60
"""Pages that are read ahead to learn the size of body text and the running heads."""
_LARGER = 1.15
"""A heading is at least this much larger than body text."""
_LONGEST_HEADING = 160
_LEVELS = 6
_BULLET = re.compile(r"^(?:[•▪▫◦‣●○■□–*·]|[-])\s+(?=\S)|^\s+(?=\S)")
_NUMBERED = re.compile(r"^(?:\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_LETTERS = re.compile(r"[\W_]+")
_SHOWN_PAGES = 20
_READABLE = 2.5
"""Type below this size in points cannot be read on paper; legal small print is 4 and up."""


@dataclass(frozen=True, slots=True)
class _Typography:
    """What the sampled pages share: size of body text, sizes of headings (large first), running heads."""

    body: float
    headings: tuple[float, ...]
    is_body_bold: bool
    heads: RunningHeads

    @classmethod
    def of(cls, pages: Sequence[tuple[int, Sequence[Line]]]) -> _Typography:
        weights: Counter[float] = Counter()
        bold = total = 0
        for _, lines in pages:
            for line in lines:
                weights[line.size] += len(line.text)
                bold += len(line.text) * line.is_bold
                total += len(line.text)
        body = weights.most_common(1)[0][0] if weights else 0.0
        larger = sorted((size for size in weights if size >= _LARGER * body), reverse=True)
        return cls(body, tuple(larger), bold > 0.3 * total, running_heads(pages))

    def level(self, line: Line) -> int:
        """Return the level of a heading by its type, 0 for body text."""
        if len(line.text) > _LONGEST_HEADING or not any(character.isalpha() for character in line.text):
            return 0
        if self.body and line.size >= _LARGER * self.body:
            above = sum(1 for size in self.headings if size > line.size + 0.05)
            return min(above + 1, _LEVELS)
        is_bold = line.is_bold and not self.is_body_bold and line.size >= 0.95 * self.body and not line.gaps
        return min(len(self.headings) + 1, _LEVELS) if is_bold and len(line.text) <= 80 else 0


def parse_pdf(received: ReceivedFile, on_page: Callable[[int], None] | None = None) -> ParsedDocument:
    """Read a PDF; `on_page` is told the number of each page before it is read.

    Raises `UnreadableFileError` for a PDF that is locked, truncated, too long, or without text.
    """
    document = _open(received)
    try:
        count = len(document)
        _check_count(received, count)
        structure = read_structure(received.data)
        return _read(received, document, structure, on_page or _ignore)
    finally:
        document.close()


def _ignore(page_number: int) -> None:
    """Take no notice of the page."""


def _open(received: ReceivedFile) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(received.data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise received.refusal(
                "De PDF is versleuteld met een wachtwoord.",
                "Haal het wachtwoord eraf en bewaar de PDF opnieuw.",
            ) from error
        tail = received.data[-2048:]
        found = "beschadigd" if b"%%EOF" in tail else "afgekapt: het einde ontbreekt"
        raise received.refusal(
            f"De PDF is {found}.", "Download of kopieer hem opnieuw, of bewaar hem opnieuw als PDF."
        ) from error


def _check_count(received: ReceivedFile, count: int) -> None:
    if count == 0:
        raise received.refusal("De PDF heeft geen bladzijden.", "Maak de PDF opnieuw.")
    if count > received.limits.pages:
        raise received.refusal(
            f"De PDF heeft {count} bladzijden; er mogen er {received.limits.pages} in.", "Deel de PDF op."
        )


class _Reader:
    """Read pages one by one; the sampled ones are read once and kept."""

    def __init__(self, document: pdfium.PdfDocument, on_page: Callable[[int], None]) -> None:
        self._document, self._on_page = document, on_page
        self._kept: dict[int, list[Line]] = {}
        self.broken: list[int] = []
        self.scanned: list[int] = []
        self.tiny: list[int] = []
        self.hidden = 0

    def sample(self, count: int) -> list[tuple[int, Sequence[Line]]]:
        """Read up to `_SAMPLED` pages, spread evenly in pairs so that left and right pages are both seen."""
        if count <= _SAMPLED:
            indexes = list(range(count))
        else:
            step = (count - 2) / (_SAMPLED // 2 - 1)
            indexes = sorted({int(pair * step) + side for pair in range(_SAMPLED // 2) for side in (0, 1)})
        self._kept = {index: self._lines(index) for index in indexes if index < count}
        return list(self._kept.items())

    def lines(self, index: int) -> list[Line]:
        """Return the lines of a page in reading order."""
        kept = self._kept.pop(index, None)
        return self._lines(index) if kept is None else kept

    def _lines(self, index: int) -> list[Line]:
        self._on_page(index + 1)
        try:
            page = TextPage(self._document[index])
        except pdfium.PdfiumError:
            self.broken.append(index + 1)
            return []
        try:
            lines = page.lines()
            self.hidden += page.hidden
            if any(0 < line.size < _READABLE for line in lines):
                self.tiny.append(index + 1)
            if not lines and page.has_pictures():
                self.scanned.append(index + 1)
            return in_reading_order(lines, page.x_of)
        finally:
            page.close()


def _read(
    received: ReceivedFile,
    document: pdfium.PdfDocument,
    structure: PdfStructure,
    on_page: Callable[[int], None],
) -> ParsedDocument:
    count = len(document)
    reader, budget = _Reader(document, on_page), CharacterBudget(received)
    typography = _Typography.of(reader.sample(count))
    pages = []
    for index in range(count):
        label = structure.labels[index] if index < len(structure.labels) else ""
        lines = without_running_heads(reader.lines(index), typography.heads, (str(index + 1), label))
        page = _page(index + 1, label, lines, typography, structure.outline.get(index, ()))
        budget.spend(len(page.text))
        pages.append(page)
    if not any(page.text for page in pages):
        raise _without_text(received, reader)
    notices = (*structure.complaints, *_notices(reader))
    return ParsedDocument(SourceKind.DOCUMENT, MediaType.PDF, tuple(pages), structure.metadata, notices)


def _without_text(received: ReceivedFile, reader: _Reader) -> Exception:
    if reader.scanned:
        return received.refusal(
            "De PDF is een scan: er staan alleen plaatjes in, geen tekst.",
            "Laat er tekstherkenning (OCR) overheen gaan, bijvoorbeeld met `ocrmypdf -l nld`, "
            "en lees hem opnieuw in.",
        )
    if reader.broken:
        return received.refusal(
            "De bladzijden van de PDF zijn beschadigd.", "Download of bewaar de PDF opnieuw."
        )
    return received.refusal(
        "Er staat geen tekst in de PDF.",
        "Kijk of het de goede PDF is, of bewaar het document opnieuw als PDF met tekst.",
    )


def _notices(reader: _Reader) -> Iterator[str]:
    if reader.scanned:
        yield (
            f"Zonder tekst (scan): bladzijde {_listed(reader.scanned)}. "
            "Laat er tekstherkenning (OCR) overheen gaan om ze doorzoekbaar te maken."
        )
    if reader.tiny:
        yield f"Onleesbaar kleine letters (mogelijk verborgen tekst): bladzijde {_listed(reader.tiny)}."
    if reader.hidden:
        yield hidden_notice(reader.hidden)
    if reader.broken:
        yield f"Beschadigd en overgeslagen: bladzijde {_listed(reader.broken)}."


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(number) for number in sorted(numbers)[:_SHOWN_PAGES])
    return f"{shown} en {len(numbers) - _SHOWN_PAGES} andere" if len(numbers) > _SHOWN_PAGES else shown


def _page(
    number: int,
    label: str,
    lines: Sequence[Line],
    typography: _Typography,
    outline: Sequence[tuple[str, int]],
) -> Page:
    """Put the lines of one page together as blocks."""
    levels = _outline_levels(lines, outline)
    around = " ".join(line.text for line in lines)
    leading = _leading(lines)
    assembly = PageAssembly()
    kind, level, text = BlockKind.PARAGRAPH, 0, ""
    previous: Line | None = None
    rows = {row.places[0]: row for table in tables_in(lines) for row in table}
    worded = frozenset(place for row in rows.values() for place in row.places[1:])
    for index, line in enumerate(lines):
        if index in worded:
            continue
        if (row := rows.get(index)) is not None:
            assembly.add(kind, f"{text}-" if previous is not None and previous.cut else text, level=level)
            assembly.add(BlockKind.TABLE_ROW, row.text)
            kind, level, text, previous = BlockKind.PARAGRAPH, 0, "", None
            continue
        line_level = levels.get(index) or typography.level(line)
        line_kind = _kind(line, line_level)
        starts = previous is None or _starts_block(
            previous, line, (kind, level), (line_kind, line_level), leading
        )
        if starts:
            assembly.add(kind, text, level=level)
            kind, level = line_kind, line_level
            text = _BULLET.sub("", line.text) if kind is BlockKind.LIST_ITEM else line.text
        elif previous is not None and (previous.cut or text.endswith(("-", "\u00ad"))):
            text = _rejoined(text, line.text, around, was_cut=previous.cut)
        else:
            text = f"{text} {line.text}"
        previous = line
    assembly.add(kind, f"{text}-" if previous is not None and previous.cut else text, level=level)
    return assembly.page(number, label)


def _rejoined(text: str, following: str, around: str, was_cut: bool) -> str:
    if text.endswith("\u00ad"):
        return text.rstrip("\u00ad") + following
    return joined(text if was_cut else text.removesuffix("-"), following, around)


def _kind(line: Line, level: int) -> BlockKind:
    if level:
        return BlockKind.HEADING
    if len(line.gaps) >= 2 or (
        len(line.gaps) == 1 and not _BULLET.match(line.text) and not _NUMBERED.match(line.text)
    ):
        return BlockKind.TABLE_ROW
    is_item = (_BULLET.match(line.text) is not None or _NUMBERED.match(line.text) is not None) and len(
        line.text
    ) > 2
    return BlockKind.LIST_ITEM if is_item else BlockKind.PARAGRAPH


def _starts_block(
    previous: Line, line: Line, before: tuple[BlockKind, int], now: tuple[BlockKind, int], leading: float
) -> bool:
    """Say whether `line` begins a block of its own rather than going on with that of `previous`."""
    drop = previous.baseline - line.baseline
    if BlockKind.TABLE_ROW in {before[0], now[0]} or now[0] is BlockKind.LIST_ITEM:
        return True
    if BlockKind.HEADING in {before[0], now[0]}:
        return before != now or drop > 2 * line.size or abs(line.size - previous.size) > 0.5
    if previous.cut or -0.5 < drop < 0.5 * line.size:
        return False
    return drop < -2 * line.size or drop > 1.35 * leading or abs(line.size - previous.size) > 1.5


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance between baselines on a page, 12 points when there is none."""
    drops = Counter(
        round(first.baseline - second.baseline)
        for first, second in pairwise(lines)
        if 4 < first.baseline - second.baseline < 40
    )
    return float(drops.most_common(1)[0][0]) if drops else 12.0


def _outline_levels(lines: Sequence[Line], outline: Sequence[tuple[str, int]]) -> dict[int, int]:
    """Return the level of each line that is, alone or with the next one, a title of the outline."""
    if not outline:
        return {}
    titles = {_bare(title): level for title, level in outline if _bare(title)}
    found: dict[int, int] = {}
    texts = [_bare(line.text) for line in lines]
    for index, text in enumerate(texts):
        level = titles.get(text) or titles.get(text.lstrip("0123456789"))
        if level:
            found.setdefault(index, level)
        elif index + 1 < len(texts) and text and text + texts[index + 1] in titles:
            found[index] = found[index + 1] = titles[text + texts[index + 1]]
    return found


def _bare(text: str) -> str:
    return _LETTERS.sub("", clean_line(text).casefold())
