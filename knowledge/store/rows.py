"""Translation between the nouns and table rows. JSON here is plain data, never code."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import RowMapping

from knowledge.types import (
    Audience,
    Locator,
    LocatorKind,
    Passage,
    RecordRef,
    Reference,
    Source,
    SourceKind,
)

Row = RowMapping


def source_row(source: Source, page_count: int, passage_count: int) -> dict[str, Any]:
    """Return the `versions` row of a source."""
    return {
        "version": source.version,
        "source_id": source.id,
        "address": source.address,
        "title": source.title,
        "kind": source.kind.value,
        "media_type": source.media_type,
        "language": source.language,
        "audience": source.audience.value,
        "content_hash": source.content_hash,
        "publisher": source.publisher,
        "url": source.url,
        "owner": source.owner,
        "published": source.published,
        "valid_from": source.valid_from,
        "valid_until": source.valid_until,
        "checked_on": source.checked_on,
        "page_count": page_count,
        "passage_count": passage_count,
    }


def source_from(row: Row) -> Source:
    """Return the source of a `versions` row."""
    return Source(
        id=row["source_id"],
        version=row["version"],
        address=row["address"],
        title=row["title"],
        kind=SourceKind(row["kind"]),
        media_type=row["media_type"],
        language=row["language"],
        audience=Audience(row["audience"]),
        content_hash=row["content_hash"],
        publisher=row["publisher"],
        url=row["url"],
        owner=row["owner"],
        published=row["published"],
        valid_from=row["valid_from"],
        valid_until=row["valid_until"],
        checked_on=row["checked_on"],
    )


def passage_row(passage: Passage) -> dict[str, Any]:
    """Return the `passages` row of a passage."""
    return {
        "id": passage.id,
        "version": passage.version,
        "ordinal": passage.ordinal,
        "heading_path": json.dumps(passage.heading_path, ensure_ascii=False),
        "locator": json.dumps([passage.locator.kind.value, passage.locator.number, passage.locator.label]),
        "text": passage.text,
        "page_number": passage.page_number,
        "start": passage.start,
        "end": passage.end,
        "language": passage.language,
        "extra": _extra(passage),
    }


def _extra(passage: Passage) -> str:
    extra: dict[str, Any] = {}
    if passage.references:
        extra["references"] = [[r.start, r.end, r.url, r.as_of] for r in passage.references]
    if passage.record is not None:
        extra["record"] = [passage.record.kind, passage.record.id, passage.record.name]
    return json.dumps(extra, ensure_ascii=False) if extra else ""


def record_in(extra: str) -> RecordRef | None:
    """Return the record that a passage words, from the column `extra`; None for other passages."""
    record = json.loads(extra).get("record") if extra else None
    return RecordRef(*record) if record else None


def passage_from(row: Row) -> Passage:
    """Return the passage of a `passages` row joined with the `source_id` of its version."""
    kind, number, label = json.loads(row["locator"])
    extra = json.loads(row["extra"]) if row["extra"] else {}
    record = extra.get("record")
    return Passage(
        id=row["id"],
        source_id=row["source_id"],
        version=row["version"],
        ordinal=row["ordinal"],
        heading_path=tuple(json.loads(row["heading_path"])),
        locator=Locator(LocatorKind(kind), number, label),
        text=row["text"],
        page_number=row["page_number"],
        start=row["start"],
        end=row["end"],
        language=row["language"],
        references=tuple(Reference(*reference) for reference in extra.get("references", ())),
        record=RecordRef(*record) if record else None,
    )
