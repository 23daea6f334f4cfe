"""Where the header of a table is, and whose table it is where no column says so."""

from __future__ import annotations

import pytest

from knowledge.catalogue.importing.offer_table import fields_of_header, import_offer_table
from knowledge.catalogue.importing.table_head import head_of, owner_in, place_in
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
        ("berghuizer-webshop-producten-export-2027-01-04", "Berghuizer"),
        ("Kursplan Volksakademie Berghuizen 1. Halbjahr 2027", "Volksakademie Berghuizen"),
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


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Volksakademie Berghuizen - Standort Bocholt", "Bocholt"),
        ("Aanbod 2027, vestiging Hengelo Noord", "Hengelo Noord"),
        ("locatie: Markelo", "Markelo"),
        ("Cursussen op locatie bij het bedrijf", ""),
        ("Planning 2027", ""),
    ],
)
def test_a_title_may_say_which_place_a_table_is_of(title: str, place: str) -> None:
    assert place_in([title]) == place


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Prijs excl. btw", "cost"),
        ("Kosten (ex btw) cursus", "cost"),
        ("Fee (EUR excl. VAT)", "cost"),
        ("Kursgebühr", "cost"),
        ("Spr.", "language"),
        ("Bem.", "remark"),
        ("Voorkennis", "admission"),
        ("Startmaand", "start"),
        ("Crebonummer", "crebo"),
    ],
)
def test_headings_that_are_cut_short_or_say_more_are_known(heading: str, field: str) -> None:
    assert field in fields_of_header(("Cursus", "Niveau", "Plaats", heading), "", "De school").values()


def test_a_price_is_told_with_the_tax_that_its_heading_says() -> None:
    imported = import_offer_table(
        ("Cursus", "Prijs excl. btw", "Duur"), [(2, ("Heftruck", "145,50", "1 dag"))], "", "De school"
    )
    assert imported is not None
    (cost,) = imported.taken[0].record.costs.value
    assert (cost.euro.low, cost.what) == (145.5, "excl. btw")


def test_intake_is_when_one_may_begin_where_another_column_says_who_may() -> None:
    header = ("Opleiding", "Niveau", "Instroom", "Vooropleiding")
    fields = fields_of_header(header, "", "De school")
    assert (fields[2], fields[3]) == ("start", "admission")


def test_intake_in_months_is_when_one_may_begin() -> None:
    imported = import_offer_table(
        ("Opleiding", "Niveau", "Duur", "Instroom"),
        [(2, ("Lasser", "2", "2 jaar", "aug / feb"))],
        "",
        "De school",
    )
    assert imported is not None
    offer = imported.taken[0].record
    assert offer.starts.value[0].text == "aug / feb"
    assert offer.rule.value is None


def test_a_heading_between_courses_is_left_out_and_not_refused() -> None:
    rows = [(2, ("LASSEN", "", "", "")), (3, ("L1", "Mig basis", "ma", "€ 200"))]
    imported = import_offer_table(("Nr.", "Cursus", "Dag", "Prijs"), rows, "", "De school")
    assert imported is not None
    assert [row.verdict for row in imported.rows] == [RowVerdict.IGNORED, RowVerdict.TAKEN]


def test_courses_without_a_place_are_at_the_place_of_their_table() -> None:
    header, rows = (
        ("Cursus", "Dag", "Prijs", "Plaats"),
        [(2, ("Mig", "ma", "€ 200", "")), (3, ("Tig", "di", "€ 220", "Goor"))],
    )
    imported = import_offer_table(header, rows, "", "De school", place="Rijssen")
    assert imported is not None
    assert [one.record.places.value[0].name for one in imported.taken] == ["Rijssen", "Goor"]


def test_a_title_with_a_date_beside_it_names_the_school() -> None:
    rows = [
        (1, ("ZorgTech Huis Ambt", "export cursussen", "03-06-2026", *[""] * 9)),
        (
            3,
            (
                "nr",
                "titel",
                "niveau",
                "locatie",
                "start",
                "dagdeel",
                "tijd",
                "omvang",
                "prijs",
                "btw",
                "max",
                "contact",
            ),
        ),
    ]
    head = head_of(rows, lambda header: "titel" in header)
    assert head is not None
    assert head.above == ("ZorgTech Huis Ambt",)
