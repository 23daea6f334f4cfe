"""Where places are: a file of facts, name by name, for filters on distance."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Place


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by folded name, and the regions and province that each lies in."""

    places: dict[str, Place]
    regions: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, places: Iterable[Place]) -> Gazetteer:
        """Take places; of two with one name the first stays."""
        by_name: dict[str, Place] = {}
        for place in places:
            by_name.setdefault(folded(place.name), place)
        return cls(by_name)

    @classmethod
    def read(cls, path: Path) -> Gazetteer:
        """Read a CSV with the columns name, latitude and longitude (degrees); empty when there is no file."""
        if not path.is_file():
            return cls({})
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        places = cls.of(Place(row["name"], float(row["latitude"]), float(row["longitude"])) for row in rows)
        regions = {
            row["name"]: tuple(
                name for key in ("region", "province") for name in row.get(key, "").split(";") if name
            )
            for row in rows
        }
        return replace(places, regions=regions)

    def find(self, name: str) -> Place | None:
        """Return the place of a name, None when it is not in the file."""
        return self.places.get(folded(name))

    def point(self, name: str) -> tuple[float, float] | None:
        """Return latitude and longitude of a name, None when it is not in the file."""
        place = self.find(name)
        if place is None or place.latitude is None or place.longitude is None:
            return None
        return place.latitude, place.longitude
