"""Where places are: a file of facts, name by name, for filters on distance."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Place
from knowledge.data_files import read_data

_ELSEWHERE = Path(__file__).with_name("places_elsewhere.yaml")


@cache
def provinces_elsewhere() -> Mapping[str, tuple[str, ...]]:
    """Return the larger towns of each province that lies elsewhere in the Netherlands, by its name."""
    return {province: tuple(towns) for province, towns in read_data(_ELSEWHERE).items()}


@cache
def towns_elsewhere() -> frozenset[str]:
    """Return the folded names of these towns and provinces."""
    return frozenset(
        folded(name) for province, towns in provinces_elsewhere().items() for name in (province, *towns)
    )


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by folded name, and the provinces and regions that they are in by folded name."""

    places: dict[str, Place]
    areas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The name of each province and region as it is written, then the places in it."""

    @classmethod
    def of(cls, places: Iterable[Place]) -> Gazetteer:
        """Take places; of two with one name the first stays."""
        by_name: dict[str, Place] = {}
        for place in places:
            by_name.setdefault(folded(place.name), place)
        return cls(by_name)

    @classmethod
    def read(cls, path: Path) -> Gazetteer:
        """Read a CSV with the columns name, latitude and longitude (degrees); empty when there is no file.

        The columns province and region, where they are there, say in which areas a place is.
        """
        if not path.is_file():
            return cls({})
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        named = cls.of(Place(row["name"], float(row["latitude"]), float(row["longitude"])) for row in rows)
        areas: dict[str, tuple[str, ...]] = {}
        for row in rows:
            for area in dict.fromkeys((row.get("province"), row.get("region"))):
                if area:
                    areas[folded(area)] = (*areas.get(folded(area), (area,)), row["name"])
        return cls(named.places, areas)

    def places_in(self, area: str) -> tuple[str, ...]:
        """Return the name of a province or region and the places in it, () when it is not in the file."""
        return self.areas.get(folded(area), ())

    def areas_of(self, place: str) -> tuple[str, ...]:
        """Return the provinces and regions that a place is in."""
        return tuple(names[0] for names in self.areas.values() if folded(place) in map(folded, names[1:]))

    def find(self, name: str) -> Place | None:
        """Return the place of a name, None when it is not in the file."""
        return self.places.get(folded(name))

    def point(self, name: str) -> tuple[float, float] | None:
        """Return latitude and longitude of a name, None when it is not in the file."""
        place = self.find(name)
        if place is None or place.latitude is None or place.longitude is None:
            return None
        return place.latitude, place.longitude
