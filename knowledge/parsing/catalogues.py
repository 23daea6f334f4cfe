"""Catalogue files as parsed documents: a passage and a record for each thing that an importer took."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from knowledge.catalogue.codec import kind_of
from knowledge.catalogue.importing.duo_hbo import import_duo_hbo
from knowledge.catalogue.importing.hodex import NAMESPACE, import_hodex
from knowledge.catalogue.importing.intake import Imported, Taken
from knowledge.catalogue.importing.ooapi import import_ooapi
from knowledge.catalogue.importing.records_file import import_records_file
from knowledge.catalogue.importing.schema_org import import_schema_org
from knowledge.catalogue.importing.xml_reading import XmlError
from knowledge.catalogue.types import Occupation, Skill
from knowledge.catalogue.wording import name_of, provenance_of, worded
from knowledge.parsing.assembly import CharacterBudget, PageAssembly
from knowledge.parsing.received import ReceivedFile
from knowledge.parsing.recognition import MediaType
from knowledge.types import (
    BlockKind,
    Page,
    ParsedDocument,
    RecordRef,
    Reference,
    RowVerdict,
    SourceKind,
    SourceMetadata,
)

JSON_IMPORTERS: tuple[Callable[[object], Imported | None], ...] = (
    import_duo_hbo,
    import_schema_org,
    import_ooapi,
)
"""Each returns None for content that is not of its format."""

_SNIFFED = 4096
SHOWN = 5
"""Refused rows and unmapped fields that the notice names; the report has them all."""


def catalogue_document(
    received: ReceivedFile, media_type: str, imported: Imported, title: str = ""
) -> ParsedDocument:
    """Return the document of an import. Raises `UnreadableFileError` when nothing could be taken."""
    if not imported.taken:
        raise received.refusal(
            f"Er is geen record uit te halen ({imported.specification}). {notice(imported)}".strip(),
            "Verbeter de genoemde rijen of velden en lees het opnieuw in.",
        )
    return ParsedDocument(
        SourceKind.CATALOGUE,
        media_type,
        (record_page(received, imported.taken),),
        SourceMetadata(title=title or None, language="nl"),
        (notice(imported),),
        tuple(one.line for one in imported.taken),
        imported.rows,
    )


def with_records(document: ParsedDocument, imports: Sequence[Imported]) -> ParsedDocument:
    """Return a document that also carries the records that its sheets or scripts hold."""
    return replace(
        document,
        notices=document.notices + tuple(map(notice, imports)),
        records=tuple(one.line for imported in imports for one in imported.taken),
        rows=tuple(row for imported in imports for row in imported.rows),
    )


def record_page(received: ReceivedFile, taken: Sequence[Taken], number: int = 1) -> Page:
    """Return a page with one row per record, worded in Dutch, that refers to the record's source."""
    assembly, budget = PageAssembly(), CharacterBudget(received)
    for one in taken:
        record = one.record
        if isinstance(record, Skill) or (isinstance(record, Occupation) and not record.labels):
            continue  # these are found through the occupations that another file names
        before = assembly.length
        about = RecordRef(kind_of(record), record.id, name_of(record))
        span = assembly.add(BlockKind.TABLE_ROW, worded(record), row=one.row, record=about)
        budget.spend(assembly.length - before)
        source = provenance_of(record)
        if span is not None and source is not None and source.url.startswith(("https://", "http://")):
            assembly.refer(Reference(*span, url=source.url, as_of=source.as_of))
    if assembly.length == 0:
        assembly.add(BlockKind.TABLE_ROW, f"{len(taken)} {kind_of(taken[0].record)}-records.", row=1)
    return assembly.page(number)


def notice(imported: Imported) -> str:
    """Return what was taken, ignored and refused in one or two Dutch sentences."""
    counted = {verdict: sum(row.verdict is verdict for row in imported.rows) for verdict in RowVerdict}
    text = (
        f"{imported.specification}: {counted[RowVerdict.TAKEN]} overgenomen, {counted[RowVerdict.IGNORED]} genegeerd, "
        f"{counted[RowVerdict.REFUSED]} geweigerd."
    )
    refused = [row for row in imported.rows if row.verdict is RowVerdict.REFUSED]
    for row in refused[:SHOWN]:
        name = f" ({row.name})" if row.name else ""
        text += f" Rij {row.row}{name}: {row.note.rstrip('.')}."
    if len(refused) > SHOWN:
        text += f" En nog {len(refused) - SHOWN} rijen."
    text += _left_unknown(imported)
    if imported.unmapped:
        names = ", ".join(f"{name} ({count}x)" for name, count in imported.unmapped[:SHOWN])
        more = f" en {len(imported.unmapped) - SHOWN} andere" if len(imported.unmapped) > SHOWN else ""
        text += f" Velden zonder plaats in een record: {names}{more}."
    return text


def _left_unknown(imported: Imported) -> str:
    """Return which rows were taken with a field that could not be read, "" when there are none."""
    partly = [row for row in imported.rows if row.verdict is RowVerdict.TAKEN and row.note]
    if not partly:
        return ""
    rows = ". ".join(f"Rij {row.row} ({row.name}): {row.note.rstrip('.')}" for row in partly[:SHOWN])
    more = f". En nog {len(partly) - SHOWN} rijen" if len(partly) > SHOWN else ""
    return f" Overgenomen, met een veld dat niet te lezen was: {rows}{more}."


def parse_records(received: ReceivedFile) -> ParsedDocument:
    """Read JSON Lines of records in our own format."""
    imported = import_records_file(_lines(received))
    kinds = {kind_of(one.record) for one in imported.taken}
    title = RECORD_TITLES[kinds.pop()] if len(kinds) == 1 else ""
    return catalogue_document(received, MediaType.RECORDS, imported, title)


RECORD_TITLES = {
    "offer": "Opleidingen: gegevens",
    "scheme": "Regelingen en fondsen: gegevens",
    "rule": "Toelatingsregels: gegevens",
    "occupation": "Beroepen: gegevens",
    "skill": "Vaardigheden: gegevens",
    "organisation": "Scholen, loketten en fondsen: gegevens",
    "figure": "Cijfers over onderwijs en werk: gegevens",
}
"""What a file of records of one kind is called where it is cited."""


def parse_xml(received: ReceivedFile) -> ParsedDocument:
    """Read an XML catalogue: Hodex."""
    if NAMESPACE not in received.data.replace(b"\x00", b"")[:_SNIFFED]:
        raise received.refusal(
            "Het is XML, maar geen catalogus die Leerwijzer kent (Hodex 2.5.8).",
            "Lever Hodex, of zet de gegevens om naar CSV.",
        )
    try:
        imported = import_hodex(received.data)
    except XmlError as error:
        raise received.refusal(
            str(error), "Maak het bestand opnieuw en controleer het met een XML-lezer."
        ) from error
    return catalogue_document(received, MediaType.XML, imported)


def parse_json(received: ReceivedFile) -> ParsedDocument:
    """Read a JSON catalogue: OOAPI 5 or 6, schema.org JSON-LD or DUO's open data on hbo students."""
    try:
        content = json.loads(_text(received))
    except (ValueError, RecursionError) as error:
        raise received.refusal(
            f"De JSON is niet te lezen ({str(error)[:120]}).", "Maak het bestand opnieuw; het is niet heel."
        ) from error
    for imports in JSON_IMPORTERS:
        imported = imports(content)
        if imported is not None:
            return catalogue_document(received, MediaType.JSON, imported)
    raise received.refusal(
        "Het is JSON, maar geen catalogus die Leerwijzer kent (OOAPI 5 en 6, schema.org, DUO hbo).",
        "Lever een van die formaten, of zet de gegevens om naar CSV.",
    )


def _lines(received: ReceivedFile) -> Iterator[str]:
    """Decode line by line, so that a large file is not in memory twice."""
    for number, line in enumerate(io.BytesIO(received.data), start=1):
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise received.refusal(
                f"Regel {number} is geen UTF-8.", "Bewaar het bestand opnieuw als UTF-8."
            ) from error


def _text(received: ReceivedFile) -> str:
    """Decode JSON, which is UTF-8 (RFC 8259, 8.1)."""
    try:
        return received.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise received.refusal(
            f"Het bestand is geen UTF-8 (byte {error.start}).", "Bewaar het opnieuw als UTF-8."
        ) from error
