"""How long, and in which language, the courses of a list must be."""

from __future__ import annotations

import pytest

from assistant.writing.row_cells import cells_of
from assistant.writing.row_languages import in_languages
from assistant.writing.row_lengths import of_length
from assistant.writing.row_limits import Limit, Row
from knowledge.catalogue.folding import folded
from knowledge.catalogue.importing.offer_table import import_offer_table

HEADER = ("Cursus", "Dgn", "Hoe vaak", "Prijs", "Taal", "Start")
ROWS = [
    ("Knopen leggen", "1", "", "45", "NL", "4-1-2027"),
    ("Zeilen naaien", "", "8 avonden", "160", "NL, EN", "5-1-2027"),
    ("Mast zetten", "3", "", "210", "PL", "6-1-2027"),
    ("Roeien (Arabisch of Turks)", "", "halve dag", "20", "", "7-1-2027"),
]


@pytest.fixture(scope="module")
def rows() -> dict[str, Row]:
    imported = import_offer_table(HEADER, list(enumerate(ROWS, start=2)), "", "De werf")
    assert imported is not None
    found = {}
    for one in imported.taken:
        cells = cells_of(one.record)
        name = one.record.name.value.split()[0]
        found[name] = Row(one.record, cells, tuple(folded(f"{c.heading} {c.text}") for c in cells))
    return found


def _fitting(rows: dict[str, Row], limit: Limit | None) -> set[str]:
    assert limit is not None
    return {name for name, row in rows.items() if limit(row) is not None}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("welke cursus duurt maar een dag", {"Knopen"}),
        ("welche kurse dauern 3 tage", {"Mast"}),
        ("which course takes eight evenings", {"Zeilen"}),
        ("welke cursus is van acht avonden", {"Zeilen"}),
        ("iets van hoogstens 2 dagen", {"Knopen", "Roeien"}),
        ("langer dan 1 dag", {"Mast"}),
        ("korter dan een dag", {"Roeien"}),
    ],
)
def test_a_course_is_as_long_as_a_message_says(rows: dict[str, Row], text: str, names: set[str]) -> None:
    assert _fitting(rows, of_length(text)) == names


@pytest.mark.parametrize(
    "text", ["welke cursussen zijn er", "ik ben twee dagen in de week vrij", "hoe lang duurt het"]
)
def test_a_message_without_a_length_of_a_course_limits_nothing(text: str) -> None:
    assert of_length(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("welke cursussen zijn er in het engels", {"Zeilen"}),
        ("which courses are in polish", {"Mast"}),
        ("was gibt es auf niederlandisch", {"Knopen", "Zeilen"}),
        ("zijn er turkstalige cursussen", {"Roeien"}),
    ],
)
def test_a_course_is_in_the_language_that_a_message_says(
    rows: dict[str, Row], text: str, names: set[str]
) -> None:
    assert _fitting(rows, in_languages(text)) == names
