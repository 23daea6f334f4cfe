"""Translation between records and rows of the table `records`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from knowledge.catalogue.codec import RECORD, SOURCES, Record, RecordLine, decode, kind_of
from knowledge.catalogue.facets import OfferFacets, facets_of
from knowledge.catalogue.merging import merge_key
from knowledge.catalogue.types import Occupation, Offer


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offer as it is listed: enough to filter, count and sort it without reading its body."""

    version: str
    ordinal: int
    id: str
    merge_key: str
    facets: OfferFacets


def record_row(version: str, ordinal: int, stated: RecordLine) -> dict[str, Any]:
    """Return the `records` row of a record."""
    record = stated.record
    return {
        "version": version,
        "ordinal": ordinal,
        "kind": kind_of(record),
        "id": record.id,
        "merge_key": merge_key(record) if isinstance(record, Offer) else record.id,
        "facets": _flat(record),
        "body": stated.line,
    }


def _flat(record: Record) -> str:
    """Return what a list or a search needs of a record without reading its body."""
    if isinstance(record, Offer):
        return _json(facets_of(record).to_json())
    return _json(record.labels) if isinstance(record, Occupation) else ""


def record_from(body: str, source_id: str) -> Record:
    """Return the record of a row; its statements name the stored source that they came from."""
    raw = json.loads(body)
    for about in raw.get(SOURCES, ()):
        about.setdefault("source_id", source_id)
    return decode(raw.pop(RECORD), raw)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
