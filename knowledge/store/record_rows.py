"""Translation between records and rows of the table `records`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from knowledge.catalogue.codec import Record, decode, encode, kind_of
from knowledge.catalogue.facets import OfferFacets, facets_of
from knowledge.catalogue.merging import merge_key
from knowledge.catalogue.types import Offer


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offer as it is listed: enough to filter, count and sort it without reading its body."""

    version: str
    ordinal: int
    id: str
    merge_key: str
    facets: OfferFacets


def record_row(version: str, ordinal: int, record: Record) -> dict[str, Any]:
    """Return the `records` row of a record."""
    return {
        "version": version,
        "ordinal": ordinal,
        "kind": kind_of(record),
        "id": record.id,
        "merge_key": merge_key(record) if isinstance(record, Offer) else record.id,
        "facets": _json(facets_of(record).to_json()) if isinstance(record, Offer) else "",
        "body": _json(encode(record)),
    }


def record_from(kind: str, body: str, source_id: str) -> Record:
    """Return the record of a row; its statements name the stored source that they came from."""
    raw = json.loads(body)
    for about in raw.get("sources", ()):
        about.setdefault("source_id", source_id)
    return decode(kind, raw)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
