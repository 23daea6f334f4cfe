"""What a PDF says about itself, read with pypdf under its own limits: lock, outline, labels, title."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import Destination

from knowledge.parsing.cleaning import clean_line
from knowledge.types import SourceMetadata

_BROKEN = (
    PyPdfError, DependencyError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError,
    NotImplementedError, OSError, AssertionError,
)  # fmt: skip
"""What pypdf lets through for damaged objects; pdfium is more forgiving, so none of these refuses a file."""
_LOCKED = "De PDF is beveiligd; alleen de tekst is gelezen, niet de inhoudsopgave."
_OUTLINE_ENTRIES = 20_000
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class PdfStructure:
    """`outline` gives the (title, level) entries by page index; `labels` the printed label of each page."""

    metadata: SourceMetadata = field(default_factory=SourceMetadata)
    outline: dict[int, list[tuple[str, int]]] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()


def read_structure(data: bytes) -> PdfStructure:
    """Return what pypdf can tell; what it cannot read is left out and named in `complaints` (Dutch)."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return PdfStructure(complaints=(_LOCKED,))
        metadata = _metadata(reader)
    except DependencyError:
        return PdfStructure(complaints=(_LOCKED,))
    except _BROKEN:
        return PdfStructure(complaints=("De opbouw van de PDF is beschadigd; alleen de tekst is gelezen.",))
    complaints, outline, labels = list[str](), dict[int, list[tuple[str, int]]](), tuple[str, ...]()
    try:
        for page, title, level in islice(_entries(reader, reader.outline, 1), _OUTLINE_ENTRIES):
            outline.setdefault(page, []).append((title, level))
    except _BROKEN:
        complaints.append("De inhoudsopgave in de PDF is beschadigd en overgeslagen.")
    try:
        if "/PageLabels" in reader.root_object:
            labels = tuple(clean_line(label) for label in reader.page_labels)
    except _BROKEN:
        complaints.append("De paginanummering in de PDF is beschadigd; pagina's zijn geteld vanaf 1.")
    return PdfStructure(metadata, outline, labels, complaints=tuple(complaints))


def _metadata(reader: PdfReader) -> SourceMetadata:
    """Return title and language. A PDF knows when it was made, not when its text was published: no dates."""
    information = reader.metadata
    title = clean_line(str(information.title)) if information is not None and information.title else ""
    language = clean_line(str(reader.root_object.get("/Lang") or "")).split("-")[0].lower()
    return SourceMetadata(
        title=title if _is_title(title) else None,
        language=language if len(language) == 2 and language.isalpha() else None,
    )


def _is_title(title: str) -> bool:
    """Say whether a title is one, and not what a program fills in ("untitled", "Microsoft Word - x.doc")."""
    lowered = title.lower()
    return (
        3 <= len(title) <= 300
        and any(character.isalpha() for character in title)
        and not lowered.startswith(
            ("untitled", "(anonymous", "microsoft word -", "naamloos", "document1", "presentatie1")
        )
        and not lowered.endswith(
            (".doc", ".docx", ".indd", ".pdf", ".tex", ".dvi", ".xls", ".xlsx", ".ppt", ".pptx")
        )
    )


def _entries(reader: PdfReader, nodes: object, level: int) -> Iterator[tuple[int, str, int]]:
    """Yield page index, title and level, depth first; pypdf gives children as a list after their parent."""
    if not isinstance(nodes, list):
        return
    for node in nodes:
        if isinstance(node, list):
            if level < _DEEPEST:
                yield from _entries(reader, node, level + 1)
        elif isinstance(node, Destination):
            title = clean_line(str(node.title or ""))
            page = reader.get_destination_page_number(node) if title else None
            if page is not None and page >= 0:
                yield page, title, level
