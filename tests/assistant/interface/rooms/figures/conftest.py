"""Figures for the tests of this room."""

from __future__ import annotations

from datetime import date

from assistant.interface.rooms.figures.subjects import newest_years
from assistant.interface.rooms.figures.tables import Reading
from assistant.interface.rooms.offers.wording import Tongue
from assistant.interface.texts import room_texts
from assistant.types import Language
from assistant.writing.record_words import Words
from knowledge.catalogue.facts import Authority, Provenance
from knowledge.catalogue.types import Figure
from tests.support.rooms import TODAY

DUO = Provenance("https://duo.nl/data", "2024", checked_on=date(2026, 11, 1), authority=Authority.OPEN_DATA)
STUDENTS = "ingeschreven studenten technisch hbo"


def figure(
    value: float, period: str = "2024", region: str = "Nederland", about: Provenance = DUO, **dimensions: str
) -> Figure:
    """One number of students in technical hbo."""
    return figure_of(STUDENTS, value, "studenten", period, region, about, dimensions)


def figure_of(
    indicator: str,
    value: float,
    unit: str,
    period: str = "2024",
    region: str = "Nederland",
    about: Provenance = DUO,
    dimensions: dict[str, str] | None = None,
) -> Figure:
    """One number of any indicator."""
    own = dimensions or {}
    id_ = "-".join((indicator, region, period, str(sorted(own.items())), about.url))
    return Figure(id_, indicator, region, period, value, unit, about, own)


def students() -> tuple[Figure, ...]:
    """Two years of students: in all, per province, per school, and women apart."""
    found = []
    for year, factor in (("2023", 1.0), ("2024", 0.9)):
        found += [
            figure(1000 * factor, year),
            figure(600 * factor, year, "Overijssel"),
            figure(400 * factor, year, "Gelderland"),
            figure(500 * factor, year, instelling="saxion"),
            figure(300 * factor, year, instelling="han"),
            figure(200 * factor, year, geslacht="vrouw"),
            figure(800 * factor, year, geslacht="man"),
            figure(120 * factor, year, instelling="saxion", geslacht="vrouw"),
            figure(80 * factor, year, instelling="han", geslacht="vrouw"),
        ]
    return tuple(found)


def reading_of(figures, language: Language = Language.DUTCH, today: date = TODAY) -> Reading:
    """How figures are read in a language on a day."""
    tongue = Tongue(room_texts("figures", language), Words(language, {"saxion": "Saxion", "han": "HAN"}))
    return Reading(tongue, today, newest_years(figures))
