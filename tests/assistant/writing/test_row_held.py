"""Which cells of a row are of what is asked, by what stands in them."""

from __future__ import annotations

import pytest

from assistant.writing.row_cells import Cell, cells_of
from assistant.writing.row_held import held_by
from assistant.writing.row_topics import topics_called
from knowledge.catalogue.facts import Authority, Provenance
from knowledge.catalogue.importing.offer_table import import_offer_table
from knowledge.catalogue.types import Offer

ABOUT = Provenance("", "", None, None, Authority.PROVIDER)


def _cells(**cells: str) -> list[Cell]:
    return [Cell(heading, text, ABOUT) for heading, text in cells.items()]


@pytest.mark.parametrize(
    ("name", "told"),
    [("day", ["Mon-Wed 08:00"]), ("time", ["Mon-Wed 08:00"]), ("meetings", ["3"])],
)
def test_a_count_is_no_day_and_a_day_no_count(name: str, told: list[str]) -> None:
    (topic,) = topics_called([name])
    cells = (
        _cells(days="3", schedule="Mon-Wed 08:00")
        if name != "time"
        else _cells(days="3", time="Mon-Wed 08:00")
    )
    assert [cell.text for cell in held_by(topic, cells)] == told


HEADER = ("Cursus", "Start", "Data cursus", "Plaats", "Prijs", "Docent")
ROW = ("Glas in lood", "wo 7 oktober 2026", "19 jan; 14 apr", "Losser", "n.t.b.", "nog te bepalen")


def _told() -> tuple[Cell, ...]:
    imported = import_offer_table(HEADER, [(2, ROW)], owner="Ambachtscentrum Hulsbeek")
    assert imported is not None
    (offer,) = (one.record for one in imported.taken if isinstance(one.record, Offer))
    return cells_of(offer)


def test_the_day_of_the_week_is_kept_beside_the_date() -> None:
    assert "wo 7 oktober 2026" in [cell.text for cell in _told() if cell.field == "starts"]


def test_several_dates_of_a_cell_stay_below_their_heading() -> None:
    assert "19 jan, 14 apr" in [cell.text for cell in _told()]


def test_what_is_still_to_be_fixed_says_nothing() -> None:
    assert not [cell for cell in _told() if cell.heading == "Docent" or cell.field == "costs"]


def test_a_heading_who_is_of_the_teacher_where_it_names_a_person_and_else_of_those_for_whom_it_is() -> None:
    (teacher,) = topics_called(["teacher"])
    (audience,) = topics_called(["audience"])
    person = Cell("Wie", "Elma Roelofs", ABOUT)
    people = Cell("Wie", "uitvoerders", ABOUT)
    assert held_by(teacher, [person]) == [person]
    assert held_by(teacher, [people]) == []
    assert held_by(audience, [people]) == [people]
    assert held_by(audience, [person]) == []
