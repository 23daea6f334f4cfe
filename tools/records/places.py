"""The gazetteer as places by name, for the scripts."""

from __future__ import annotations

import csv

from knowledge.catalogue.types import Place
from tools.records.common import RECORDS

GAZETTEER = RECORDS / "gazetteer.csv"


def places() -> dict[str, Place]:
    """Return the places of the gazetteer by name."""
    with GAZETTEER.open(encoding="utf-8", newline="") as stream:
        return {
            row["name"]: Place(row["name"], float(row["latitude"]), float(row["longitude"]))
            for row in csv.DictReader(stream)
        }
