"""Records as JSON: nothing is lost, and nothing wrong gets in."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.catalogue.codec import (
    KINDS,
    Record,
    decode,
    encode,
    from_line,
    kind_of,
    read_records,
    to_line,
    write_records,
)
from knowledge.catalogue.facts import Authority, Fact, Provenance, Stated
from knowledge.catalogue.rules import AllOf, HasDiploma, MustDo, Rule
from knowledge.catalogue.types import Offer, OfferKind, StudyMode
from knowledge.errors import UnusableRecordError
from tests.support.record_strategies import records

SOURCE = Provenance("https://example.org/ad", "2026-03", "2026-2027", date(2026, 4, 1), Authority.PROVIDER)


def offer() -> Offer:
    """A small offer with two facts of one source."""
    return Offer(
        "ad-bouw",
        OfferKind.ASSOCIATE_DEGREE,
        Fact((Stated("Bouw", SOURCE),)),
        Fact((Stated("saxion", SOURCE),)),
        mode=Fact((Stated(StudyMode.PART_TIME, SOURCE),)),
    )


any_record = given(st.sampled_from(sorted(KINDS)).flatmap(lambda kind: records(KINDS[kind])))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@any_record
def test_a_record_survives_the_way_to_json_and_back(record: Record) -> None:
    assert from_line(to_line(record)) == record


@pytest.mark.slow
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@any_record
def test_every_record_survives_the_way_to_json_and_back(record: Record) -> None:
    assert from_line(to_line(record)) == record


def test_a_provenance_is_written_once_per_record() -> None:
    raw = encode(offer())
    assert len(raw["sources"]) == 1
    assert raw["mode"] == [{"value": "deeltijd", "provenance": 0}]


def test_default_values_are_left_out() -> None:
    assert set(encode(offer())) == {"id", "kind", "name", "provider", "mode", "sources"}


def test_a_condition_is_named_by_its_class_in_snake_case() -> None:
    condition = AllOf((HasDiploma(("mbo-4",)), MustDo("aanmelden", date(2027, 5, 1))))
    raw = encode(Rule("r", condition, SOURCE, "Je hebt mbo-4 nodig."))
    assert raw["condition"] == {
        "all_of": {
            "parts": [
                {"has_diploma": {"levels": ["mbo-4"]}},
                {"must_do": {"what": "aanmelden", "before": "2027-05-01"}},
            ]
        }
    }


def test_a_provenance_may_stand_in_its_place() -> None:
    raw = encode(offer())
    del raw["sources"]
    written = {"url": "https://example.org"}
    for name in ("name", "provider", "mode"):
        raw[name][0]["provenance"] = written
    read = decode("offer", raw)
    assert isinstance(read, Offer)
    assert read.name.provenance == Provenance("https://example.org")


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"colour": "red"}, "onbekend veld 'colour'"),
        ({"kind": "phd"}, "'phd' is onbekend; kies uit mbo"),
        ({"name": "Bouw"}, "name: moet een lijst zijn"),
        ({"name": [{"value": "Bouw", "provenance": 9}]}, "name.[0].provenance: 9 verwijst niet"),
        ({"name": [{"value": "a\x00", "provenance": 0}]}, "nulteken"),
        ({"name": [{"value": "\ud800", "provenance": 0}]}, "half teken"),
        ({"nlqf": [{"value": True, "provenance": 0}]}, "geen (bruikbaar) geheel getal"),
        ({"ects": [{"value": float("nan"), "provenance": 0}]}, "geen (bruikbaar) getal"),
        ({"ects": [{"value": 10**400, "provenance": 0}]}, "geen (bruikbaar) getal"),
        ({"id": ""}, "id: mag niet leeg zijn"),
        ({"starts": [{"value": [{"text": "x", "day": "2026-02-31"}], "provenance": 0}]}, "geen datum"),
    ],
)
def test_a_wrong_field_is_named_with_its_place(change: dict[str, object], found: str) -> None:
    with pytest.raises(UnusableRecordError) as caught:
        decode("offer", encode(offer()) | change)
    assert found in str(caught.value)


def test_a_missing_field_is_named() -> None:
    raw = encode(offer())
    del raw["provider"]
    with pytest.raises(UnusableRecordError, match="het veld provider ontbreekt"):
        decode("offer", raw)


def test_conditions_nested_without_end_are_refused() -> None:
    condition: dict[str, object] = {"has_employer": {}}
    for _ in range(5_000):
        condition = {"all_of": {"parts": [condition]}}
    raw = encode(Rule("r", AllOf(()), SOURCE, "x")) | {"condition": condition}
    with pytest.raises(UnusableRecordError, match="te diep genest"):
        decode("rule", raw)


def test_a_file_of_records_reads_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "offers.jsonl"
    assert write_records(path, [offer(), offer()]) == 2
    assert list(read_records(path)) == [offer(), offer()]
    assert all(json.loads(line)["record"] == "offer" for line in path.read_text("utf-8").splitlines())


def test_a_wrong_line_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "offers.jsonl"
    path.write_text(to_line(offer()) + "\n\n{broken\n", "utf-8")
    with pytest.raises(UnusableRecordError, match=r"offers\.jsonl regel 3"):
        list(read_records(path))


def test_the_kind_of_a_record_is_its_word() -> None:
    assert kind_of(offer()) == "offer"
