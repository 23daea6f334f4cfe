"""Tell what a file is by its content; its name only decides between kinds of plain text."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum

from knowledge.errors import UnreadableFileError
from knowledge.parsing.received import ReceivedFile


class MediaType(StrEnum):
    """What Leerwijzer can read (IANA media types)."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    HTML = "text/html"
    MARKDOWN = "text/markdown"
    CSV = "text/csv"
    TEXT = "text/plain"
    RECORDS = "application/x-ndjson"
    JSON = "application/json"
    XML = "application/xml"


SUFFIXES = {
    ".pdf": MediaType.PDF,
    ".docx": MediaType.DOCX,
    ".xlsx": MediaType.XLSX,
    ".html": MediaType.HTML,
    ".htm": MediaType.HTML,
    ".xhtml": MediaType.HTML,
    ".md": MediaType.MARKDOWN,
    ".markdown": MediaType.MARKDOWN,
    ".csv": MediaType.CSV,
    ".tsv": MediaType.CSV,
    ".txt": MediaType.TEXT,
    ".text": MediaType.TEXT,
    ".jsonl": MediaType.RECORDS,
    ".ndjson": MediaType.RECORDS,
    ".json": MediaType.JSON,
    ".jsonld": MediaType.JSON,
    ".xml": MediaType.XML,
}
"""The endings that a walk through a folder picks up."""

_DATA = frozenset({MediaType.RECORDS, MediaType.JSON, MediaType.XML})
_TEXTUAL = frozenset({MediaType.HTML, MediaType.MARKDOWN, MediaType.CSV, MediaType.TEXT}) | _DATA
_READABLE = "PDF, HTML, Markdown, DOCX, platte tekst, CSV of XLSX"
_RESAVE = f"Sla het op als {_READABLE}."
_FOREIGN = (
    (b"{\\rtf", "een RTF-tekst", "Open het in een tekstverwerker en sla het op als DOCX."),
    (b"\x89PNG", "een plaatje (PNG)", "Herken de tekst erin (OCR) en sla het op als PDF met tekst."),
    (b"\xff\xd8\xff", "een plaatje (JPEG)", "Herken de tekst erin (OCR) en sla het op als PDF met tekst."),
    (b"GIF8", "een plaatje (GIF)", "Herken de tekst erin (OCR) en sla het op als PDF met tekst."),
    (b"II*\x00", "een plaatje (TIFF)", "Herken de tekst erin (OCR) en sla het op als PDF met tekst."),
    (b"\x1f\x8b", "een ingepakt bestand (gzip)", "Pak het uit en lees de inhoud in."),
    (b"7z\xbc\xaf", "een ingepakt bestand (7z)", "Pak het uit en lees de inhoud in."),
    (b"Rar!", "een ingepakt bestand (RAR)", "Pak het uit en lees de inhoud in."),
    (b"%!PS", "PostScript", "Zet het om naar PDF."),
    (b"\x7fELF", "een programma", _RESAVE),
    (b"MZ\x90", "een programma", _RESAVE),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Compound File Binary, the shell of Office files before 2007 and of encrypted ones after ([MS-CFB])."""
_HTML_START = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|script|meta|article|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_SNIFFED = 4096


def recognise(received: ReceivedFile) -> MediaType:
    """Return what the file is. Raises `UnreadableFileError` when it is empty, foreign or misnamed."""
    head = received.data[:_SNIFFED]
    if not received.data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise received.refusal("Het bestand is leeg.", "Zet er tekst in, of haal het weg uit de map.")
    promised = SUFFIXES.get(received.suffix)
    if b"%PDF-" in head[:1024]:
        return MediaType.PDF
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _office(received)
    _refuse_foreign(received, head)
    if _HTML_START.match(_narrow(head)):
        return _html(received, promised)
    data = _catalogue_data(_narrow(head), promised)
    if data is not None:
        return data
    if promised is not None and promised not in _TEXTUAL:
        raise _not_as_named(received, "iets anders (kapot, leeg gemaakt of hernoemd)")
    return promised if promised in {MediaType.MARKDOWN, MediaType.CSV, MediaType.HTML} else MediaType.TEXT


def _catalogue_data(head: bytes, promised: MediaType | None) -> MediaType | None:
    """Return JSON, JSON Lines or XML when the content is that; running text that quotes some is not."""
    if promised in {MediaType.MARKDOWN, MediaType.CSV, MediaType.HTML}:
        return None
    start = head.lstrip()
    if re.match(rb"\{\s*\"record\"\s*:", start):
        return MediaType.RECORDS
    if re.match(rb"[{\[]\s*[\"{\[\]}0-9]", start) and (promised in _DATA or start.startswith((b"{", b"[{"))):
        return MediaType.JSON if promised is not MediaType.RECORDS else MediaType.RECORDS
    if start.startswith((b"<?xml", b"<program", b"<!DOCTYPE")):
        return MediaType.XML
    return promised if promised in _DATA else None


def _narrow(head: bytes) -> bytes:
    """Return `head` without a byte order mark, two-byte characters as one, for looking at its first tags."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\x00", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def _html(received: ReceivedFile, promised: MediaType | None) -> MediaType:
    if promised in {MediaType.PDF, MediaType.DOCX, MediaType.XLSX, MediaType.CSV}:
        raise received.refusal(
            f"De naam eindigt op {received.suffix}, maar er staat een webpagina (HTML) in.",
            "Vaak is dat een inlog- of foutpagina van een website: download het bestand opnieuw, "
            "of geef het de naam .html als de webpagina bedoeld is.",
        )
    return MediaType.MARKDOWN if promised is MediaType.MARKDOWN else MediaType.HTML


def _not_as_named(received: ReceivedFile, found: str) -> UnreadableFileError:
    return received.refusal(
        f"De naam eindigt op {received.suffix}, maar er staat {found} in.",
        "Download of bewaar het bestand opnieuw, of geef het de naam die bij de inhoud past.",
    )


def _refuse_foreign(received: ReceivedFile, head: bytes) -> None:
    if head.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in received.data:
            raise received.refusal(
                "Het is een Office-bestand met een wachtwoord.",
                "Haal het wachtwoord eraf en bewaar het opnieuw.",
            )
        raise received.refusal(
            "Het is een Office-bestand van voor 2007 (.doc, .xls).", "Bewaar het opnieuw als DOCX of XLSX."
        )
    for magic, found, cure in _FOREIGN:
        if head.startswith(magic):
            raise received.refusal(f"Het is {found}; verwacht wordt {_READABLE}.", cure)


def _office(received: ReceivedFile) -> MediaType:
    """Tell DOCX from XLSX by the part that each must have (ECMA-376 part 2)."""
    try:
        with zipfile.ZipFile(io.BytesIO(received.data)) as package:
            names = frozenset(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise received.refusal(
            "Het bestand is afgekapt of beschadigd (een ingepakt bestand zonder inhoudsopgave).",
            "Download of kopieer het opnieuw.",
        ) from error
    if "word/document.xml" in names:
        return MediaType.DOCX
    if "xl/workbook.xml" in names:
        return MediaType.XLSX
    raise received.refusal(
        f"Het is een ingepakt bestand (zip) zonder Word- of Excel-document; verwacht wordt {_READABLE}.",
        "Pak het uit en lees de inhoud in, of sla het document op als DOCX of XLSX.",
    )
