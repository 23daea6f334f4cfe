"""Tables that hold a catalogue: which importer reads one, told by its header."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import PurePath

from knowledge.catalogue.codec import kind_of
from knowledge.catalogue.folding import folded
from knowledge.catalogue.importing import duo_hbo, esco, mbo_qualifications
from knowledge.catalogue.importing.intake import Imported
from knowledge.catalogue.importing.offer_table import (
    MappingError,
    fields_of_header,
    import_offer_table,
    names_by_content,
)
from knowledge.catalogue.importing.table_head import Head, head_of, owner_in, place_in
from knowledge.catalogue.importing.table_rows import (
    Cells,
    filled_down,
    joined_header,
    line_alone,
    merged_columns,
)
from knowledge.catalogue.providers import says_it_is_a_school
from knowledge.catalogue.wording import name_of
from knowledge.language.stopwords import stopwords
from knowledge.parsing.cleaning import clean_line
from knowledge.parsing.received import ReceivedFile
from knowledge.types import RecordRef

Row = tuple[int, list[str]]
Named = Iterator[tuple[int, Mapping[str, str]]]

REGISTERS: tuple[tuple[frozenset[str], Callable[[Named], Imported]], ...] = (
    (esco.OCCUPATIONS, esco.import_occupations),
    (esco.SKILLS, esco.import_skills),
    (esco.RELATIONS, esco.import_relations),
    (mbo_qualifications.COLUMNS, lambda rows: mbo_qualifications.import_rows(list(rows))),
    (duo_hbo.COLUMNS, lambda rows: duo_hbo.import_rows(list(rows))),
)
"""Registers by the columns that each must have. They are worded by record, not row by row."""


def register_in(rows: Iterable[Row]) -> Imported | None:
    """Return what a register holds, None when the header is not of one."""
    found = _with_header(rows)
    if found is None:
        return None
    header, rest = found
    for columns, imports in REGISTERS:
        if columns <= set(header):
            return imports((number, dict(zip(header, cells, strict=False))) for number, cells in rest)
    return None


@dataclass(frozen=True, slots=True)
class CatalogueTable:
    """The records of a table, and the number of the row with its header: what stands above it is text."""

    imported: Imported
    header_row: int | None = None
    """None for the first row with content."""
    owner: str = ""
    """The school that was read above the table, on its sheet or in the name of its file; "" where a column says it."""
    mended: Mapping[int, Cells] = field(default_factory=dict)
    """Rows as they are meant, by number, where their cells say it otherwise: merged cells, a heading over two rows; () for none."""

    @property
    def notices(self) -> tuple[str, ...]:
        """What its keeper has to know of how it was read."""
        return (OWNER_READ.format(owner=self.owner),) if self.owner else ()


OWNER_READ = (
    "De tabel noemt geen aanbieder; “{owner}” is gelezen uit de titel, het werkblad of de bestandsnaam. "
    "Klopt dat niet: voeg een kolom “aanbieder” toe, of zet de naam in een mapping-bestand."
)


def offers_in(
    received: ReceivedFile, rows: Iterable[Row], sheet: str = "", owner_before: str = ""
) -> CatalogueTable | None:
    """Return the offers of a table, None when it is not one of offers. A wrong mapping file refuses the file.

    `owner_before` is the school that an earlier sheet of the same file named.
    """
    every = ((number, [clean_line(cell) for cell in cells]) for number, cells in rows)
    top = list(islice(every, LOOKED_AT))
    rest = chain(top, every)
    try:
        names_at = None
        head = head_of(rest, lambda header: bool(fields_of_header(header, received.mapping, ANYONE)))
        if head is not None and not fields_of_header(head.header, received.mapping, ANYONE):
            rest = chain(top, every)
            head, names_at = _with_names(top, rest, received.mapping)
        if head is None:
            return None
        named = names_at is None and bool(fields_of_header(head.header, received.mapping))
        owner = "" if named else _owner(head, sheet, PurePath(received.name).stem, owner_before)
        laid = Layout.of(head, rest, received.mapping, names_at)
        imported = import_offer_table(
            laid.header,
            laid.rows(),
            received.mapping,
            owner,
            names_at,
            place_in((*head.above, sheet)),
        )
    except MappingError as error:
        raise received.refusal(str(error), "Verbeter het mapping-bestand, of haal het weg.") from error
    return CatalogueTable(imported, head.row, owner, laid.mended) if imported is not None else None


class Layout:
    """The rows below a header as they are meant: a heading over two rows is one, and merged cells go down. `mended` keeps what changed."""

    def __init__(self, header: Cells, names_at: int, merged: frozenset[int], below: Iterable[Row]) -> None:
        self.header = header
        self.mended: dict[int, Cells] = {}
        self._names_at, self._merged, self._below = names_at, merged, below

    @classmethod
    def of(cls, head: Head, rest: Iterator[Row], mapping: str, names_at: int | None) -> Layout:
        """Return the layout of the table of which `rest` are the rows below the header."""
        fields = fields_of_header(head.header, mapping, ANYONE, names_at)
        at = next((index for index, field in fields.items() if field == "name"), 0)
        looked_at = list(islice((row for row in rest if any(row[1])), LOOKED_AT))
        joined = joined_header(head.header, looked_at[0][1], at) if looked_at else None
        below = looked_at[1:] if joined is not None else looked_at
        merged = merged_columns([cells for _, cells in below], at)
        laid = cls(joined or head.header, at, merged, chain(below, rest))
        if joined is not None:
            laid.mended |= {head.row: joined, looked_at[0][0]: ()}
        return laid

    def rows(self) -> Iterator[tuple[int, Cells]]:
        """Yield the rows with content."""
        above: Sequence[str] = ()
        for number, cells in self._below:
            if not any(cells):
                continue
            mended = filled_down(cells, above, self._merged, self._names_at)
            if mended is not None:
                self.mended[number] = mended
            row = mended or tuple(cells)
            above = row if len(row) > self._names_at and row[self._names_at] else above
            yield number, row


def _with_names(top: Sequence[Row], rest: Iterator[Row], mapping: str) -> tuple[Head | None, int | None]:
    """Return the header of a table of which no heading is of names, and the column that holds them; (None, None) for none."""
    found: list[int | None] = [None]

    def is_header(header: tuple[str, ...]) -> bool:
        at = next((place for place, (_, cells) in enumerate(top) if tuple(cells) == header), len(top))
        names_at = names_by_content(
            header, [cells for _, cells in top[at + 1 :] if sum(map(bool, cells)) > 1]
        )
        if names_at is None or not fields_of_header(header, mapping, ANYONE, names_at):
            return False
        found[0] = names_at
        return True

    head = head_of(rest, is_header)
    return (head, found[0]) if found[0] is not None else (None, None)


LOOKED_AT = 60
"""Rows at the top of a table that are looked at more than once."""


def _owner(head: Head, sheet: str, file: str, before: str) -> str:
    """Return whose table it is: by its title, an earlier sheet, a sheet that is called as the file is, the file, or the sheet."""
    above, of_sheet, of_file = owner_in(head.above), owner_in([sheet]), owner_in([file])
    if before and (not above or _shares_word(above, before) or not _is_a_school(above)):
        return before  # what stands above a later sheet ("Losse avonden") is what that sheet is of
    if above:
        return above
    of_school = next((one for one in (of_sheet, of_file) if says_it_is_a_school(one)), "")
    return of_school or (of_sheet if _shares_word(of_sheet, of_file) else "") or of_file or of_sheet


def _is_a_school(name: str) -> bool:
    """Say whether a name has a word of what schools are, little words aside ("en" is none)."""
    words = (word for word in name.split() if folded(word) not in stopwords("nl"))
    return says_it_is_a_school(" ".join(words))


def _shares_word(one: str, other: str) -> bool:
    return not set(folded(one).split()).isdisjoint(folded(other).split())


ANYONE = "?"
"""Stands for the school of a table, while its header is looked for."""


def _with_header(rows: Iterable[Row]) -> tuple[Sequence[str], Iterator[Row]] | None:
    """Return the first row with content, cleaned, and the rows below it."""
    rest = iter(rows)
    for _, cells in rest:
        header = [clean_line(cell) for cell in cells]
        if any(header):
            return header, rest
    return None


def is_line(cells: Sequence[str]) -> bool:
    """Say whether the cells of a row are a line of text in one cell, and no row of a table."""
    return bool(line_alone(cells))


def references(imported: Imported | None) -> dict[int, RecordRef]:
    """Return for each row that was taken the record that it states."""
    if imported is None:
        return {}
    records = ((one.row, one.record) for one in imported.taken)
    return {row: RecordRef(kind_of(record), record.id, name_of(record)) for row, record in records}
