"""Schemes, figures, occupations and the gazetteer."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from knowledge.catalogue.occupation_index import OccupationIndex
from tests.knowledge.library_records.conftest import RECORDS, Bundled

TODAY = date(2026, 11, 21)
OVER = ("gestopt", "is voorbij", "bestaat niet meer", "kan niet meer")


def test_a_scheme_that_ended_says_when(bundled: Bundled) -> None:
    ended = [s for s in bundled.schemes.values() if any(word in s.summary for word in OVER)]
    assert len(ended) >= 6
    assert [s.id for s in ended if s.closes is None or s.closes >= TODAY] == []


@pytest.mark.parametrize(
    "scheme_id", ["stap-budget", "mkbidee", "halvering-collegegeld", "ontwikkelfonds-cleantech-regio"]
)
def test_the_schemes_that_the_facts_call_ended_are_closed(bundled: Bundled, scheme_id: str) -> None:
    closes = bundled.schemes[scheme_id].closes
    assert closes is not None
    assert closes < TODAY


def test_a_scheme_that_only_an_old_source_mentions_is_unconfirmed(bundled: Bundled) -> None:
    for scheme_id in (
        "1000-kansenplan",
        "hrm-mkb-regeling",
        "ontwikkelfonds-regio-zwolle",
        "oom-leerwerkbijdrage",
    ):
        assert bundled.schemes[scheme_id].is_unconfirmed


def test_shares_lie_between_nothing_and_all(bundled: Bundled) -> None:
    for scheme in bundled.schemes.values():
        for statement in scheme.share.statements:
            assert 0 <= statement.value.low <= statement.value.high <= 1, scheme.id


def test_the_age_limits_of_the_credit_stand_side_by_side(bundled: Bundled) -> None:
    limits = {
        (figure.period, figure.value)
        for figure in bundled.figures.values()
        if figure.indicator == "leeftijdsgrens levenlanglerenkrediet"
    }
    assert {("2024-2025", 56.0), ("2024-2025", 57.0), ("2023-2024", 56.0), ("stand 2017", 55.0)} <= limits


def test_enrolment_is_the_sum_of_what_duo_shows(bundled: Bundled, shared: Path) -> None:
    table = json.loads((shared / "data/hbo/duo_ingeschrevenen_hbo_2024.json").read_text(encoding="utf-8"))
    for figure_id, chosen in {
        "hbo-techniek-nederland-2024": lambda row: True,
        "hbo-techniek-overijssel-vrouw-2020": lambda row: (
            row["PROVINCIE"] == "Overijssel" and row["GESLACHT"] == "vrouw"
        ),
        "hbo-techniek-gelderland-han-man-2022": lambda row: (
            row["INSTELLINGSCODE ACTUEEL"] == "25KB"
            and row["PROVINCIE"] == "Gelderland"
            and row["GESLACHT"] == "man"
        ),
    }.items():
        year = figure_id[-4:]
        cells = [row[year] for row in table if row["ONDERDEEL"] == "techniek" and chosen(row)]
        figure = bundled.figures[figure_id]
        assert figure.value == sum(cell for cell in cells if cell != "<5"), figure_id
        hidden = cells.count("<5")
        assert figure.provenance.note.startswith(f"{hidden} aantallen" if hidden else "")


def test_enrolment_is_given_for_five_years_and_four_provinces(bundled: Bundled) -> None:
    for province in ("overijssel", "gelderland", "flevoland", "drenthe"):
        for year in range(2020, 2025):
            assert f"hbo-techniek-{province}-{year}" in bundled.figures


def test_every_figure_is_finite_and_has_a_unit(bundled: Bundled) -> None:
    for figure in bundled.figures.values():
        assert figure.unit
        assert figure.value == figure.value


@pytest.mark.parametrize(
    ("diploma", "level"), [("vmbo-bb", 1), ("mbo-4", 4), ("ad", 5), ("hbo-bachelor", 6), ("engd", 8)]
)
def test_the_nlqf_table_has_the_level_of_each_diploma(bundled: Bundled, diploma: str, level: int) -> None:
    assert bundled.figures[f"nlqf-{diploma}"].value == level


def test_every_occupation_has_dutch_and_german_names_and_a_code(bundled: Bundled) -> None:
    for one in bundled.occupations.values():
        assert one.labels["nl"]
        assert one.labels["de"]
        assert one.esco.startswith(one.isco)
    named_in_english = sum("en" in one.labels for one in bundled.occupations.values())
    assert named_in_english / len(bundled.occupations) > 0.95


def test_every_occupation_says_what_leads_to_it(bundled: Bundled) -> None:
    led_to = sum(bool(one.qualifications) for one in bundled.occupations.values())
    assert led_to / len(bundled.occupations) > 0.95


@pytest.mark.parametrize(
    ("code", "english"),
    [
        ("3115.1.11", "mechatronics engineering technician"),
        ("8211.3", "mechatronics assembler"),
        ("3113.1.2", "electromechanical engineering technician"),
    ],
)
def test_the_esco_codes_of_the_facts_are_those_of_the_records(
    bundled: Bundled, code: str, english: str
) -> None:
    assert bundled.occupations[f"esco-{code}"].labels["en"][0] == english


@pytest.mark.parametrize("word", ["lasser", "welder", "Schweißer"])
def test_a_welder_is_one_occupation_in_three_languages(bundled: Bundled, word: str) -> None:
    index = OccupationIndex((one.id, one.labels) for one in bundled.occupations.values())
    assert index.find(word)[0] == "esco-7212.3"


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("elektricien", "7411.1"),
        ("procesoperator B", "3133.1"),
        ("verspaner", "7223.4"),
        ("robotprogrammeur", "3119.2.1"),
        ("warmtepompmonteur", "7127.1"),
        ("netmonteur", "7413.1"),
    ],
)
def test_everyday_dutch_names_are_known(bundled: Bundled, word: str, code: str) -> None:
    index = OccupationIndex((one.id, one.labels) for one in bundled.occupations.values())
    assert index.find(word)[0] == f"esco-{code}"


def test_dutch_labels_are_those_of_esco(bundled: Bundled, shared: Path) -> None:
    csv.field_size_limit(10_000_000)
    with (shared / "data/esco/nl/occupations_nl.csv").open(encoding="utf-8", newline="") as stream:
        preferred = {row["code"]: row["preferredLabel"].strip() for row in csv.DictReader(stream)}
    for one in bundled.occupations.values():
        assert one.labels["nl"][0] == preferred[one.esco]


def gazetteer() -> list[dict[str, str]]:
    with (RECORDS / "gazetteer.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_gazetteer_is_large_enough_and_names_each_place_once() -> None:
    names = [row["name"] for row in gazetteer()]
    assert len(names) >= 120
    assert len(set(names)) == len(names)


def test_coordinates_lie_in_the_region() -> None:
    boxes = {"NL": (51.7, 53.2, 5.1, 7.1), "DE": (51.6, 52.8, 6.1, 8.1)}
    for row in gazetteer():
        south, north, west, east = boxes[row["country"]]
        assert south <= float(row["latitude"]) <= north, row
        assert west <= float(row["longitude"]) <= east, row


def test_a_place_lies_near_the_municipality_it_belongs_to() -> None:
    at = {row["name"]: (float(row["latitude"]), float(row["longitude"])) for row in gazetteer()}
    for row in gazetteer():
        here, there = at[row["name"]], at[row["municipality"]]
        assert abs(here[0] - there[0]) < 0.16, row
        assert abs(here[1] - there[1]) < 0.26, row


def test_every_municipality_where_duo_counts_students_is_in_the_gazetteer(shared: Path) -> None:
    table = json.loads((shared / "data/hbo/duo_ingeschrevenen_hbo_2024.json").read_text(encoding="utf-8"))
    provinces = {row["province"] for row in gazetteer() if row["country"] == "NL"}
    counted = {row["GEMEENTENAAM"] for row in table if row["PROVINCIE"] in provinces}
    assert provinces == {"Overijssel", "Gelderland", "Flevoland", "Drenthe"}
    assert counted <= {row["name"] for row in gazetteer()}
