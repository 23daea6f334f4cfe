"""In which part of the day a course is, or a message wants it."""

from __future__ import annotations

import pytest

from assistant.writing.part_of_day import (
    at_part_of_day,
    parts_said,
    run_in_other_part,
    runs_alike,
    without_parts,
)
from knowledge.catalogue.importing.offer_table import import_offer_table
from knowledge.catalogue.types import Offer

HEADER = ("Cursus", "Tijd", "Start", "Prijs")
ROWS = (
    ("Touwslaan (dag)", "9.00-15.00", "10-3-2027", "140"),
    ("Touwslaan (avond)", "18.30-21.30", "11-3-2027", "150"),
    ("Netten boeten", "19.00-21.00", "20-3-2027", "90"),
    ("Netten boeten", "10.00-12.00", "21-3-2027", "80"),
)


def _offers(name: str) -> list[Offer]:
    imported = import_offer_table(HEADER, list(enumerate(ROWS, start=2)), owner="Touwschool Urk")
    assert imported is not None
    offers = [one.record for one in imported.taken if isinstance(one.record, Offer)]
    return [one for one in offers if (one.name.value or "").startswith(name)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("wat kost het overdag?", {"day"}),
        ("en savonds", {"evening"}),
        ("en 's avonds dan?", {"evening"}),
        ("is there an evening course", {"evening"}),
        ("und tagsüber?", {"day"}),
        ("verschil tussen touwslaan dag en avond", {"day", "evening"}),
        ("the one in the evening or during the day", {"day", "evening"}),
        ("hoeveel dagen duurt het", set()),
        ("op welke dag is dat", set()),
    ],
)
def test_a_message_says_a_part_of_the_day_in_many_ways(text: str, parts: set[str]) -> None:
    assert parts_said(text) == parts


def test_a_run_is_told_by_its_name_or_else_by_when_its_lessons_begin() -> None:
    assert [one.name.value for one in at_part_of_day(_offers("Touwslaan"), "overdag")] == ["Touwslaan (dag)"]
    found = at_part_of_day(_offers("Netten"), "'s avonds")
    assert [start.day.day for one in found for start in one.starts.value or () if start.day] == [20]


def test_of_both_parts_of_the_day_no_run_is_left_out() -> None:
    assert len(at_part_of_day(_offers("Touwslaan"), "overdag of 's avonds")) == 2


def test_the_run_in_the_other_part_of_the_day_has_the_same_name_otherwise() -> None:
    names = [row[0] for row in ROWS]
    assert run_in_other_part("Touwslaan (avond)", names, "en overdag?") == "Touwslaan (dag)"
    assert run_in_other_part("Netten boeten", names, "en overdag?") == ""
    assert runs_alike("Touwslaan (dag)", names) == ("Touwslaan (dag)", "Touwslaan (avond)")


def test_what_says_a_part_of_the_day_leaves_each_letter_in_its_place() -> None:
    text = "verschil touwslaan dag en avond graag"
    assert without_parts(text) == "verschil touwslaan     en       graag"
