"""Tables that hold a catalogue: which importer reads one, told by its header."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from knowledge.catalogue.codec import kind_of
from knowledge.catalogue.importing import duo_hbo, esco, mbo_qualifications
from knowledge.catalogue.importing.intake import Imported
from knowledge.catalogue.importing.offer_table import MappingError, import_offer_table
from knowledge.catalogue.wording import name_of
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


def offers_in(received: ReceivedFile, rows: Iterable[Row]) -> Imported | None:
    """Return the offers of a table, None when it is not one of offers. A wrong mapping file refuses the file."""
    found = _with_header(rows)
    if found is None:
        return None
    header, rest = found
    cleaned = ((number, tuple(clean_line(cell) for cell in cells)) for number, cells in rest if any(cells))
    try:
        return import_offer_table(tuple(header), cleaned, received.mapping)
    except MappingError as error:
        raise received.refusal(str(error), "Verbeter het mapping-bestand, of haal het weg.") from error


def _with_header(rows: Iterable[Row]) -> tuple[Sequence[str], Iterator[Row]] | None:
    """Return the first row with content, cleaned, and the rows below it."""
    rest = iter(rows)
    for _, cells in rest:
        header = [clean_line(cell) for cell in cells]
        if any(header):
            return header, rest
    return None


def references(imported: Imported | None) -> dict[int, RecordRef]:
    """Return for each row that was taken the record that it states."""
    if imported is None:
        return {}
    records = ((one.row, one.record) for one in imported.taken)
    return {row: RecordRef(kind_of(record), record.id, name_of(record)) for row, record in records}
