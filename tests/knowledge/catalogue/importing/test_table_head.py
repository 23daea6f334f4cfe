"""Where the header of a table is, and whose table it is where no column says so."""

from __future__ import annotations

import pytest

from knowledge.catalogue.importing.offer_table import fields_of_header, import_offer_table
from knowledge.catalogue.importing.table_head import head_of, owner_in
from knowledge.catalogue.types import OfferKind
from knowledge.types import RowVerdict


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        (
            "Praktijkhuis Eekwolde Borne - planning najaar 2027 (versie 4, 02-09-2027)",
            "Praktijkhuis Eekwolde Borne",
        ),
        ("Cursusaanbod 2027 van ROC Eekwolde", "ROC Eekwolde"),
        ("avondschool-eekwolde-borne-winter2027", "Avondschool Eekwolde Borne"),
        ("eekwolde_workshops_vj27", "Eekwolde"),
        ("Eekwolde UAS 2027", "Eekwolde UAS"),
        ("Blad1", ""),
        ("cursussen 2027", ""),
        ("export (3)", ""),
    ],
)
def test_a_title_or_file_names_the_school_besides_what_it_is(title: str, owner: str) -> None:
    assert owner_in([title]) == owner


def test_the_first_text_with_a_name_says_whose_table_it_is() -> None:
    assert owner_in(["Planning VJ27", "eekwolde_planning_2027"]) == "Eekwolde"


HEADER = ("Cursus", "Avond", "Begint", "Lesgeld", "Docent")


def test_a_header_below_a_title_is_found_and_what_stands_above_it_kept() -> None:
    rows = [(1, ["Avondschool Eekwolde", "", "", "", ""]), (2, ["", "", "", "", ""]), (3, list(HEADER))]
    head = head_of(rows, lambda header: bool(fields_of_header(header, "", "?")))
    assert head is not None
    assert (head.row, head.header, head.above) == (3, HEADER, ("Avondschool Eekwolde",))


def test_a_table_without_a_known_header_has_its_first_row_for_one() -> None:
    head = head_of([(1, ["Naam", "Adres"]), (2, ["Jan", "Dorp"])], lambda _: False)
    assert head is not None
    assert head.header == ("Naam", "Adres")


def test_a_table_of_one_school_needs_no_column_with_its_name() -> None:
    imported = import_offer_table(
        HEADER, [(2, ("Solderen", "maandag", "11 jan 2027", "€ 164", "H. Obbink"))], "", "Eekwolde"
    )
    assert imported is not None
    offer = imported.records[0]
    assert offer.provider.value == "Eekwolde"
    assert offer.kind is OfferKind.COURSE
    assert offer.remark.value == "Avond: maandag; Docent: H. Obbink"


@pytest.mark.parametrize(
    "header", [("Naam", "Telefoon", "Plaats"), ("Naam", "Kosten", "Duur"), ("Cursus", "Telefoon")]
)
def test_a_table_that_does_not_plainly_list_courses_is_none_of_a_school(header: tuple[str, ...]) -> None:
    assert import_offer_table(header, [(2, ("Jan", "1", "2"))], "", "Eekwolde") is None


def test_totals_and_lines_of_text_below_a_table_are_no_courses() -> None:
    rows = [
        (2, ("Solderen", "maandag", "11 jan 2027", "€ 164", "")),
        (3, ("TOTAAL", "", "", "164", "")),
        (4, ("Annuleren kan tot 14 dagen voor de start.", "", "", "", "")),
    ]
    imported = import_offer_table(HEADER, rows, "", "Eekwolde")
    assert imported is not None
    assert [row.verdict for row in imported.rows] == [
        RowVerdict.TAKEN,
        RowVerdict.IGNORED,
        RowVerdict.IGNORED,
    ]


def test_a_course_that_runs_twice_is_taken_twice() -> None:
    rows = [(2, ("Heftruck", "di", "9-3-2027", "245", "")), (3, ("Heftruck", "do", "13-5-2027", "245", ""))]
    imported = import_offer_table(HEADER, rows, "", "Eekwolde")
    assert imported is not None
    assert len(imported.records) == 2
    assert {one.starts.value[0].day.month for one in imported.records} == {3, 5}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Kurs / cursus", "name"),
        ("Ort / plaats", "place"),
        ("Anbieter", "provider"),
        ("Niv.", "level"),
        ("Opm.", "remark"),
        ("€ p.p. ex btw", "cost"),
        ("Taught in", "language"),
        ("Apply by", "apply_before"),
        ("First day", "start"),
    ],
)
def test_headings_of_strangers_are_known(heading: str, field: str) -> None:
    header = ("Cursus", "Aanbieder", "Leerweg") if field not in ("name", "provider") else ("Leerweg", "Duur")
    others = tuple(one for one in ("Cursus", "Aanbieder") if field in ("name", "provider"))
    kept = tuple(
        one
        for one in others
        if not (field == "name" and one == "Cursus") and not (field == "provider" and one == "Aanbieder")
    )
    columns = fields_of_header((*header, *kept, heading), "")
    assert columns[len(header) + len(kept)] == field
