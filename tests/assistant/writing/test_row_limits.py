"""What limits a list of the courses of a table."""

from __future__ import annotations

import pytest

from assistant.writing.row_cells import cells_of
from assistant.writing.row_limits import (
    Row,
    days_in_cell,
    days_in_question,
    limits_in,
    on_any,
    price_in,
    without_limits,
)
from knowledge.catalogue.folding import folded
from knowledge.catalogue.importing.offer_table import import_offer_table

HEADER = ("Cursus", "Dag", "Tijd", "Prijs", "Start", "Vrij", "Examengeld")
ROWS = [
    ("Mig basis", "ma", "18:30-21:30", "€ 480", "18-01-2027", "3", "95"),
    ("Mig vervolg", "ma t/m wo", "9:00-18:00", "€ 1.150", "01-03-2027", "vol", ""),
    ("Hijsen", "za", "8.00-12.00", "gratis", "mrt / sept", "0", ""),
]


@pytest.fixture(scope="module")
def rows() -> dict[str, Row]:
    imported = import_offer_table(HEADER, list(enumerate(ROWS, start=2)), "", "De school")
    assert imported is not None
    found = {}
    for one in imported.taken:
        cells = cells_of(one.record)
        found[one.record.name.value] = Row(
            one.record, cells, tuple(folded(f"{c.heading} {c.text}") for c in cells)
        )
    return found


def fitting(rows: dict[str, Row], text: str) -> set[str]:
    limits = limits_in(text)
    assert limits
    return {name for name, row in rows.items() if all(limit(row) is not None for limit in limits)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("welke cursussen zijn er onder 500 euro", {"Mig basis", "Hijsen"}),
        ("welche kurse kosten weniger als 1 200 euro", {"Mig basis", "Mig vervolg", "Hijsen"}),
        ("wat begint er in januari", {"Mig basis"}),
        ("which courses start in march", {"Mig vervolg", "Hijsen"}),
        ("wat start er na 1 februari", {"Mig vervolg"}),
        ("welke zijn s avonds", {"Mig basis"}),
        ("welke zijn overdag", {"Mig vervolg", "Hijsen"}),
        ("wat is er gratis", {"Hijsen"}),
        ("waar is nog plek", {"Mig basis"}),
    ],
)
def test_rows_meet_what_a_question_limits(rows: dict[str, Row], text: str, names: set[str]) -> None:
    assert fitting(rows, text) == names


def test_a_day_is_read_from_its_first_letters_and_from_one_to_another(rows: dict[str, Row]) -> None:
    met = {name for name, row in rows.items() if on_any(["di"])(row) is not None}
    assert met == {"Mig vervolg"}
    assert days_in_cell("mo mi") == {"ma", "wo"}


@pytest.mark.parametrize(
    ("sentences", "asked", "days"),
    [
        ([], "welke cursussen zijn op vrijdag", ("vr",)),
        ([], "wat is er op do", ("do",)),
        (["ik kan alleen op zaterdag"], "wat is er dan te doen", ("za",)),
        (["ik werk op maandag"], "wat is er dan te doen", ()),
        ([], "welke cursussen zijn niet op maandag", None),
        ([], "wat doe je daar", ()),
    ],
)
def test_days_are_those_on_which_somebody_can_come(
    sentences: list[str], asked: str, days: tuple[str, ...] | None
) -> None:
    assert days_in_question(sentences, asked) == days


def test_the_price_is_that_of_the_course_and_not_of_its_exam(rows: dict[str, Row]) -> None:
    price = price_in(rows["Mig basis"])
    assert price is not None
    assert price[0] == 480


def test_what_was_read_as_a_limit_is_looked_for_no_more() -> None:
    assert without_limits("welke cursussen in januari onder 500 euro").split() == [
        "welke",
        "cursussen",
        "in",
        "euro",
    ]
