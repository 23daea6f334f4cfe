"""A parsed document as JSON bytes and back: what a parsing process may say to the rest.

Never pickle: the process that writes this has read an untrusted file, and unpickling runs code.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from knowledge.types import (
    Audience,
    Block,
    BlockKind,
    Page,
    ParsedDocument,
    RecordRef,
    Reference,
    RowReport,
    RowVerdict,
    SourceKind,
    SourceMetadata,
)

_DATES = ("published", "valid_from", "valid_until", "checked_on")
_WORDS = ("title", "publisher", "language", "url", "owner")


def to_bytes(document: ParsedDocument) -> bytes:
    """Return `document` as UTF-8 JSON. Pages are written one by one: a long document is in memory once."""
    metadata = document.metadata
    shape = {
        "kind": document.kind,
        "media_type": document.media_type,
        "metadata": {name: getattr(metadata, name) for name in (*_WORDS, "audience")}
        | {name: _iso(getattr(metadata, name)) for name in _DATES},
        "notices": document.notices,
        "records": document.records,
        "rows": [[row.row, row.verdict, row.name, row.note] for row in document.rows],
    }
    written = bytearray(_json(shape)[:-1])
    written += b',"pages":['
    for index, page in enumerate(document.pages):
        written += (b"," if index else b"") + _json(_page_shape(page))
    written += b"]}"
    return bytes(written)


def _json(shape: object) -> bytes:
    return json.dumps(shape, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(data: bytes) -> ParsedDocument:
    """Return the document that `to_bytes` wrote. Raises `ValueError` (or `KeyError`) for anything else."""
    shape = json.loads(data)
    metadata = shape["metadata"]
    return ParsedDocument(
        kind=SourceKind(shape["kind"]),
        media_type=str(shape["media_type"]),
        pages=tuple(_page(page) for page in shape["pages"]),
        metadata=SourceMetadata(
            title=metadata["title"],
            publisher=metadata["publisher"],
            language=metadata["language"],
            audience=None if metadata["audience"] is None else Audience(metadata["audience"]),
            url=metadata["url"],
            published=_day(metadata["published"]),
            valid_from=_day(metadata["valid_from"]),
            valid_until=_day(metadata["valid_until"]),
            checked_on=_day(metadata["checked_on"]),
            owner=metadata["owner"],
        ),
        notices=tuple(shape["notices"]),
        records=tuple(map(str, shape["records"])),
        rows=tuple(
            RowReport(row, RowVerdict(verdict), name, note) for row, verdict, name, note in shape["rows"]
        ),
    )


def _page_shape(page: Page) -> list[object]:
    return [
        page.number,
        page.label,
        page.text,
        [_block_shape(block) for block in page.blocks],
        [[reference.start, reference.end, reference.url, reference.as_of] for reference in page.references],
    ]


def _block_shape(block: Block) -> list[object]:
    shape: list[object] = [block.start, block.end, block.kind, block.level, block.row]
    if block.record is not None:
        shape += [block.record.kind, block.record.id, block.record.name]
    return shape


def _page(shape: list[Any]) -> Page:
    number, label, text, blocks, references = shape
    return Page(
        number,
        label,
        text,
        tuple(
            Block(start, end, _KINDS[kind], level, row, RecordRef(*record) if record else None)
            for start, end, kind, level, row, *record in blocks
        ),
        tuple(Reference(*reference) for reference in references),
    )


_KINDS = {kind.value: kind for kind in BlockKind}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
