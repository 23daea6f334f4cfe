"""The catalogue holds every collected offer; what is unknown is empty."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.knowledge.library.reading import LIBRARY

HEADERS = [
    *("id", "opleiding", "aanbieder", "code", "codesoort", "niveau", "nlqf", "vorm", "duur", "studielast"),
    *("plaats", "taal", "toelating", "collegegeld_2025_2026", "collegegeld_2026_2027", "vervolg", "status"),
    *("bron", "brondatum", "opmerking"),
]
READER = csv.DictReader((LIBRARY / "catalogus" / "offers.csv").open(encoding="utf-8", newline=""))
ROWS = list(READER)


@pytest.fixture(scope="module")
def collected(shared: Path) -> dict[str, dict[str, object]]:
    lines = (shared / "facts" / "offers.jsonl").read_text(encoding="utf-8").splitlines()
    return {offer["id"]: offer for offer in map(json.loads, lines)}


def test_the_headers_are_the_dutch_ones() -> None:
    assert READER.fieldnames == HEADERS


def test_ids_are_unique() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_every_row_names_its_source_and_its_state() -> None:
    assert all(row["bron"].startswith("http") for row in ROWS)
    assert {row["status"] for row in ROWS} <= {"gezien", "verouderd", "beëindigd", "in ontwikkeling"}


def test_unknown_is_empty_and_never_a_word() -> None:
    assert [
        cell for row in ROWS for cell in row.values() if cell in {"None", "null", "onbekend", "-", "n.v.t."}
    ] == []


def test_every_collected_offer_is_a_row(collected: dict[str, dict[str, object]]) -> None:
    assert [row["id"] for row in ROWS] == sorted(collected)


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("opleiding", "name"),
        ("aanbieder", "provider"),
        ("code", "code"),
        ("nlqf", "nlqf"),
        ("bron", "source"),
        ("brondatum", "source_date"),
    ],
)
def test_facts_of_an_offer_are_carried_over_unchanged(
    collected: dict[str, dict[str, object]], column: str, field: str
) -> None:
    told = {row["id"]: row[column] for row in ROWS}
    assert told == {offer_id: str(offer[field] or "") for offer_id, offer in collected.items()}


def test_fees_are_carried_over_unchanged(collected: dict[str, dict[str, object]]) -> None:
    def fee(offer: dict[str, object], year: str) -> str:
        cost = offer["cost"]
        return str(cost.get(f"wettelijk_{year}", "")) if isinstance(cost, dict) else ""

    for year in ("2025_2026", "2026_2027"):
        told = {row["id"]: row[f"collegegeld_{year}"] for row in ROWS}
        assert told == {offer_id: fee(offer, year) for offer_id, offer in collected.items()}


@pytest.mark.parametrize(
    ("column", "field"),
    [("duur", "duration"), ("vorm", "mode"), ("plaats", "location"), ("toelating", "entry_requirement")],
)
def test_a_cell_is_empty_exactly_when_the_fact_is_unknown(
    collected: dict[str, dict[str, object]], column: str, field: str
) -> None:
    assert {row["id"] for row in ROWS if row[column]} == {
        one for one, offer in collected.items() if offer[field]
    }
