"""CSV and XLSX: one page per sheet, one block per row, worded so that each row can be read alone."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError

from knowledge.catalogue.importing.intake import Imported
from knowledge.parsing.assembly import CharacterBudget, PageAssembly
from knowledge.parsing.catalogue_tables import CatalogueTable, is_line, offers_in, references, register_in
from knowledge.parsing.catalogues import catalogue_document, with_records
from knowledge.parsing.cleaning import clean_line, notices_of_hidden, with_letters, without_markup
from knowledge.parsing.packages import check_package
from knowledge.parsing.received import ReceivedFile
from knowledge.parsing.recognition import MediaType
from knowledge.parsing.text import decode
from knowledge.types import BlockKind, Page, ParsedDocument, RecordRef, Reference, SourceKind

_ID_COLUMNS = frozenset({"id", "code"})
_NAME_COLUMNS = frozenset({"name", "naam", "opleiding", "titel"})
_URL_COLUMNS = frozenset({"url", "bron", "source_url"})
_DATE_COLUMNS = frozenset({"checked_on", "peildatum", "source_date"})
_DELIMITERS = ";,\t|"
_LONGEST_LINE = 1_000_000
"""Characters on one line; the widest honest row is a few thousand."""
_WIDEST = 2_000
"""Columns in one row; the widest public table that we know of has a few hundred."""
_SAMPLE_LINES = 30

Row = tuple[int, list[str]]
"""The 1-based number of a row in its file and its cells."""


@dataclass(frozen=True, slots=True)
class _Header:
    """The names of the columns and which of them have a meaning."""

    names: tuple[str, ...]
    id: int | None
    name: int | None
    url: int | None
    as_of: int | None

    @classmethod
    def of(cls, cells: Sequence[str]) -> _Header:
        names = tuple(clean_line(cell) for cell in cells)
        folded = [name.casefold() for name in names]

        def first(known: frozenset[str]) -> int | None:
            return next((index for index, name in enumerate(folded) if name in known), None)

        return cls(names, first(_ID_COLUMNS), first(_NAME_COLUMNS), first(_URL_COLUMNS), first(_DATE_COLUMNS))

    def wording(self, cells: Sequence[str]) -> str:
        """Return "Kop: waarde; Kop: waarde" of the cells that hold something."""
        parts = []
        for index, cell in enumerate(cells):
            if cell:
                name = self.names[index] if index < len(self.names) else f"Kolom {index + 1}"
                parts.append(f"{name}: {cell}" if name else cell)
        return "; ".join(parts)

    def record(self, cells: Sequence[str]) -> RecordRef | None:
        """Return the offer that a row states, when the header names its id and its name."""
        if self.id is None or self.name is None:
            return None
        code, name = _cell(cells, self.id), _cell(cells, self.name)
        return RecordRef("offer", code, name) if code and name else None


def _cell(cells: Sequence[str], index: int | None) -> str:
    return cells[index] if index is not None and index < len(cells) else ""


class _SheetReader:
    """Turn rows into pages while counting rows and characters over the whole file."""

    def __init__(self, received: ReceivedFile) -> None:
        self._received = received
        self._budget = CharacterBudget(received)
        self._rows = 0

    def page(
        self, number: int, label: str, rows: Iterable[Row], offers: CatalogueTable | None = None
    ) -> Page | None:
        """Return the page of one sheet, None when it has no row under a header.

        `offers` is what an importer took of it: which record each row states, and where the header is. What stands above that, and
        a line alone below it, is text.
        """
        assembly, header = PageAssembly(), None
        states = references(offers.imported) if offers is not None else {}
        header_row = offers.header_row if offers is not None else None
        mended: Mapping[int, Sequence[str]] = offers.mended if offers is not None else {}
        if offers is not None and offers.owner:
            assembly.add(BlockKind.HEADING, offers.owner, level=1)  # else no row says whose it is
        for row_number, written, is_title in _with_titles(rows):
            cells = mended.get(row_number, written)
            if not cells:
                continue  # the second row of a heading
            if header is None and (row_number == header_row if header_row is not None else not is_title):
                header = _Header.of(cells)
                continue
            self._count(cells)
            before = assembly.length
            if header is None or (offers is not None and is_line(cells)):
                span = assembly.add(BlockKind.PARAGRAPH, " ".join(filter(None, cells)), row=row_number)
            else:
                record = header.record(cells) if not states else states.get(row_number)
                span = assembly.add(BlockKind.TABLE_ROW, header.wording(cells), row=row_number, record=record)
            self._budget.spend(assembly.length - before)
            if header is None:
                continue
            url = _cell(cells, header.url)
            if span is not None and url.startswith(("https://", "http://")):
                assembly.refer(Reference(*span, url=url, as_of=_cell(cells, header.as_of)))
        page = assembly.page(number, label)
        if header is not None and not page.blocks:
            return self._only_row(number, label, header)
        return page if page.blocks else None

    def _only_row(self, number: int, label: str, header: _Header) -> Page:
        """Return a page for a table of one row: a lone line is content, not a header."""
        assembly = PageAssembly()
        assembly.add(BlockKind.TABLE_ROW, "; ".join(name for name in header.names if name), row=1)
        return assembly.page(number, label)

    def _count(self, cells: Sequence[str]) -> None:
        self._rows += 1
        if self._rows > self._received.limits.rows:
            raise self._received.refusal(
                f"De tabel heeft meer dan {self._received.limits.rows:,} rijen.".replace(",", "."),
                "Deel de tabel op, of haal de rijen eruit die niemand zoekt.",
            )
        if len(cells) > _WIDEST:
            raise self._received.refusal(
                f"Een rij heeft meer dan {_WIDEST} kolommen.",
                "Kijk of het scheidingsteken klopt, of deel de tabel op.",
            )


def _with_titles(rows: Iterable[Row]) -> Iterator[tuple[int, list[str], bool]]:
    """Yield the rows with content, cleaned, each with whether it is a title: the one filled cell of a first row above a wider one."""
    filled = ((number, [clean_line(cell) for cell in raw]) for number, raw in rows)
    content = ((number, cells) for number, cells in filled if any(cells))
    first = next(content, None)
    if first is None:
        return
    second = next(content, None)
    is_title = (
        second is not None and sum(map(bool, first[1])) == 1 and sum(map(bool, second[1])) > FEWEST_OF_HEADER
    )
    yield (*first, is_title)
    if second is not None:
        yield (*second, False)
    yield from ((number, cells, False) for number, cells in content)


FEWEST_OF_HEADER = 2
"""Filled cells that the row below a title has more than."""


def parse_csv(received: ReceivedFile) -> ParsedDocument:
    """Read a CSV with ; , tab or | between its cells. The first row with content is the header."""
    text = _text(received)
    delimiter = _delimiter(text)
    register = register_in(_csv_rows(received, text, delimiter))
    if register is not None:
        return catalogue_document(received, MediaType.CSV, register)
    offers = offers_in(received, _csv_rows(received, text, delimiter))
    page = _SheetReader(received).page(1, "", _csv_rows(received, text, delimiter), offers)
    pages = () if page is None else (page,)
    notices = notices_of_hidden(text) + (offers.notices if offers is not None else ())
    document = ParsedDocument(SourceKind.CATALOGUE, MediaType.CSV, pages, notices=notices)
    return document if offers is None else with_records(document, [offers.imported])


def _text(received: ReceivedFile) -> str:
    """Decode the file, but look first for a line that no table has: it would cost memory for nothing."""
    longest = 2 * _LONGEST_LINE
    start = 0
    while len(received.data) - start > longest:
        end = received.data.rfind(b"\n", start, start + longest)
        if end < 0:
            raise _line_too_long(received)
        start = end + 1
    return with_letters(decode(received))  # "&amp;" has a delimiter in it


def _line_too_long(received: ReceivedFile) -> Exception:
    return received.refusal(
        f"Er staat een regel in van meer dan {_LONGEST_LINE:,} tekens; dat is geen tabel.".replace(",", "."),
        "Bewaar de tabel opnieuw als CSV met een rij per regel.",
    )


def _delimiter(text: str) -> str:
    """Return the delimiter that splits the first rows into the same number of cells, most cells first.

    One that does not split the header is none of it where another does. A first line "sep=;" (Excel) decides.
    """
    first = re.match(r"\ufeff?sep=(.)\r?\n", text)
    if first is not None:
        return first[1]
    sample = text[:200_000].splitlines()[:_SAMPLE_LINES]

    def score(delimiter: str) -> tuple[bool, float, int]:
        widths = [len(row) for row in csv.reader(sample, delimiter=delimiter) if row]
        usual = max(set(widths), key=widths.count, default=1)
        if usual == 1:
            return False, 0.0, 0
        return widths[0] > 1, widths.count(usual) / len(widths), usual

    return max(_DELIMITERS, key=score)


def _csv_rows(received: ReceivedFile, text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows with the number of the row in the file, counted in records as a spreadsheet does."""
    csv.field_size_limit(_LONGEST_LINE)
    reader = csv.reader(_records(text), delimiter=delimiter)
    number = 0
    try:
        for cells in reader:
            if number == 0 and len(cells) <= 2 and cells and cells[0].startswith("sep="):
                continue
            number += 1
            yield number, [without_markup(cell) for cell in cells]
    except csv.Error as error:
        raise received.refusal(
            f"Rij {number + 1} is niet te lezen als CSV (een cel zonder einde of een los aanhalingsteken).",
            "Kijk of elk aanhalingsteken een tweede heeft en bewaar het bestand opnieuw.",
        ) from error


def _records(text: str) -> Iterator[str]:
    """Yield the lines of `text` one by one, so that a million rows are never a list."""
    return iter(io.StringIO(text.removeprefix("\ufeff"), newline=""))


def parse_xlsx(received: ReceivedFile) -> ParsedDocument:
    """Read every visible sheet of an XLSX, values for formulas. Hidden sheets are named in a notice."""
    import openpyxl  # heavy, and needed for this format alone
    from openpyxl.utils.exceptions import InvalidFileException

    check_package(received)
    try:
        workbook = openpyxl.load_workbook(
            io.BytesIO(received.data), read_only=True, data_only=True, keep_links=False
        )
        return _sheets(received, workbook)
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        ParseError,
        SyntaxError,
    ) as error:
        raise received.refusal(
            f"De werkmap is beschadigd ({type(error).__name__}).",
            "Open hem in Excel en bewaar hem opnieuw als XLSX.",
        ) from error


def _sheets(received: ReceivedFile, workbook: object) -> ParsedDocument:
    reader, pages, imports = _SheetReader(received), list[Page](), list[Imported]()
    hidden, said, owner = list[str](), list[str](), ""
    for sheet in workbook.worksheets:  # type: ignore[attr-defined]
        if sheet.sheet_state != "visible":
            hidden.append(clean_line(sheet.title))
            continue
        sheet.reset_dimensions()
        register = register_in(_sheet_rows(sheet))
        if register is not None:
            taken: CatalogueTable | None = CatalogueTable(register)
        else:
            taken = offers_in(received, _sheet_rows(sheet), sheet.title, owner)
            owner = owner or (taken.owner if taken is not None else "")
        page = reader.page(len(pages) + 1, sheet.title, _sheet_rows(sheet), taken)
        if taken is not None:
            imports.append(taken.imported)
            said += taken.notices
        if page is not None:
            pages.append(page)
    if hidden:
        said.append(f"Verborgen werkbladen zijn overgeslagen: {', '.join(hidden)}.")
    notices = tuple(dict.fromkeys(said))
    document = ParsedDocument(SourceKind.CATALOGUE, MediaType.XLSX, tuple(pages), notices=notices)
    return with_records(document, imports)


def _sheet_rows(sheet: Any) -> Iterator[Row]:
    """Read a sheet from its first row; each call reads it again, so that a million rows are never a list."""
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        yield number, [_worded(cell) for cell in cells]


def _worded(value: object) -> str:
    """Return a cell's value as a person writes it in Dutch; a date as ISO 8601."""
    match value:
        case None:
            worded = ""
        case bool():
            worded = "ja" if value else "nee"
        case float():
            worded = str(int(value)) if value.is_integer() else f"{value:.10g}".replace(".", ",")
        case datetime():
            worded = value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date() | time():
            worded = value.isoformat()
        case _:
            worded = without_markup(str(value))
    return worded
