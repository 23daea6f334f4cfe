"""Tiny documents and sources, made in memory."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from knowledge.chunking import passages_of
from knowledge.types import Audience, Block, BlockKind, Page, ParsedDocument, Passage, Source, SourceKind


def page_of(*parts: tuple[str, str], number: int = 1) -> Page:
    """Return a page of ("h1" | "h2" | "p" | "li" | "row", text) parts, one per line."""
    kinds = {"p": BlockKind.PARAGRAPH, "li": BlockKind.LIST_ITEM, "row": BlockKind.TABLE_ROW}
    text, blocks = "", []
    for row, (kind, content) in enumerate(parts, start=1):
        start = len(text)
        is_heading = kind.startswith("h")
        blocks.append(
            Block(
                start,
                start + len(content),
                BlockKind.HEADING if is_heading else kinds[kind],
                level=int(kind[1]) if is_heading else 0,
                row=row if kind == "row" else 0,
            )
        )
        text += content + "\n"
    return Page(number, "", text, tuple(blocks))


def document_of(*parts: tuple[str, str], kind: SourceKind = SourceKind.DOCUMENT) -> ParsedDocument:
    """Return a one-page document of such parts."""
    return ParsedDocument(kind, "text/markdown", (page_of(*parts),))


def source_of(
    name: str,
    content: str = "",
    audience: Audience = Audience.PUBLIC,
    valid_until: date | None = None,
    kind: SourceKind = SourceKind.DOCUMENT,
) -> Source:
    """Return a source called `name`; other content is another version."""
    digest = hashlib.sha256(f"{name}|{content}|{audience.value}".encode()).hexdigest()
    return Source(
        id=hashlib.sha256(name.encode()).hexdigest()[:12],
        version=digest[:16],
        address=f"/docs/{name}.md",
        title=name.capitalize(),
        kind=kind,
        media_type="text/markdown",
        language="nl",
        audience=audience,
        content_hash=digest,
        valid_until=valid_until,
    )


def passages(document: ParsedDocument, source: Source) -> tuple[Passage, ...]:
    """Return the passages of a document, all taken to be Dutch."""
    return passages_of(document, replace(source, kind=document.kind), lambda text: "nl")
