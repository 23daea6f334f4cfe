"""The bundled records, read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from knowledge.catalogue.codec import Record, read_records
from knowledge.catalogue.facts import Fact, Provenance
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import Figure, Occupation, Offer, Organisation, Scheme

RECORDS = Path(__file__).parents[3] / "knowledge" / "library" / "records"


@dataclass
class Bundled:
    """Every bundled record by kind and id, and how often an id was seen."""

    offers: dict[str, Offer] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    schemes: dict[str, Scheme] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    occupations: dict[str, Occupation] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    read: list[Record] = field(default_factory=list)

    def put(self, record: Record) -> None:
        """Keep a record under its id."""
        self.read.append(record)
        kinds: dict[type, dict[str, Any]] = {
            Offer: self.offers,
            Organisation: self.organisations,
            Scheme: self.schemes,
            Rule: self.rules,
            Occupation: self.occupations,
            Figure: self.figures,
        }
        kinds[type(record)][record.id] = record


@pytest.fixture(scope="session")
def bundled() -> Bundled:
    kept = Bundled()
    for path in sorted(RECORDS.glob("*.jsonl")):
        for record in read_records(path):
            kept.put(record)
    return kept


def provenances(value: object) -> Iterator[Provenance]:
    """Yield every provenance inside a record, wherever it stands."""
    if isinstance(value, Provenance):
        yield value
    elif isinstance(value, Fact):
        for statement in value.statements:
            yield from provenances(statement.value)
            yield statement.provenance
    elif isinstance(value, tuple):
        for part in value:
            yield from provenances(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from provenances(getattr(value, each.name))
