"""From a file to a parsed document: recognise it, hand it to the parser of its format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from knowledge.config import ParsingLimits
from knowledge.errors import UnreadableFileError
from knowledge.parsing.received import ReceivedFile, visible_name
from knowledge.parsing.recognition import MediaType, recognise
from knowledge.types import ParsedDocument


def parse_file(path: Path, limits: ParsingLimits) -> ParsedDocument:
    """Read a file in this process; use `Sandbox` for files that others made.

    Raises `UnreadableFileError` when it cannot be read as a document: what was found, what to do.
    """
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise too_large(path.name, size, limits)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(
            visible_name(path.name),
            f"Het bestand is niet te openen ({error.strerror or error}).",
            "Kijk of het er nog is en of je het mag lezen.",
        ) from error
    return parse_received(ReceivedFile(path.name, data, limits))


def too_large(name: str, size: int, limits: ParsingLimits) -> UnreadableFileError:
    """Return the refusal of a file above the cap on its size."""
    megabyte = 1024 * 1024
    return UnreadableFileError(
        visible_name(name),
        f"Het bestand is {max(1, size // megabyte)} MB groot; er mag {limits.file_bytes / megabyte:g} MB in.",
        "Deel het op in kleinere bestanden.",
    )


def parse_received(received: ReceivedFile, on_page: Callable[[int], None] | None = None) -> ParsedDocument:
    """Parse the bytes of a file; `on_page` is told each page number of a PDF before it is read.

    Raises `UnreadableFileError`, also for a document in which no text is found.
    """
    media_type = recognise(received)
    if media_type is MediaType.PDF:
        from knowledge.parsing.pdf import parse_pdf

        document = parse_pdf(received, on_page)
    else:
        document = _parser(media_type)(received)
    if document.characters == 0:
        raise received.refusal(
            "Er staat geen leesbare tekst in.", "Zet er tekst in, of haal het weg uit de map."
        )
    return document


def _parser(media_type: MediaType) -> Callable[[ReceivedFile], ParsedDocument]:
    """Return the parser of a format. Imported here, so that reading Markdown does not load Word's library."""
    from knowledge.parsing import catalogues, docx, html, markdown, tables, text

    parsers: dict[MediaType, Callable[[ReceivedFile], ParsedDocument]] = {
        MediaType.DOCX: docx.parse_docx,
        MediaType.XLSX: tables.parse_xlsx,
        MediaType.HTML: html.parse_html,
        MediaType.MARKDOWN: markdown.parse_markdown,
        MediaType.CSV: tables.parse_csv,
        MediaType.TEXT: text.parse_text,
        MediaType.RECORDS: catalogues.parse_records,
        MediaType.JSON: catalogues.parse_json,
        MediaType.XML: catalogues.parse_xml,
    }
    return parsers[media_type]
