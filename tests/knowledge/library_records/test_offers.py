"""The offers: all that was seen, all that DUO counts, all technical qualifications; nothing invented."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from knowledge.catalogue.rules import AllOf, AnyOf, AtLeast, Condition, HasEmployer
from knowledge.catalogue.types import Offer, OfferKind, OfferState, StudyMode
from tests.knowledge.library_records.conftest import Bundled

PROVINCES = {"Overijssel", "Gelderland", "Flevoland", "Drenthe"}
SCHOOLS = {
    "Saxion Hogeschool": "saxion",
    "Christelijke Hogeschool Windesheim": "windesheim",
    "Hogeschool van Arnhem en Nijmegen": "han",
    "Christelijke Hogeschool Ede": "christelijke-hogeschool-ede",
    "NHL Stenden Hogeschool": "nhl-stenden",
    "Hanzehogeschool Groningen": "hanzehogeschool",
}


def parts(condition: Condition) -> list[Condition]:
    if isinstance(condition, AllOf | AnyOf | AtLeast):
        return [leaf for part in condition.parts for leaf in parts(part)]
    return [condition]


def key_of(offer: Offer) -> tuple[str, str, str, str]:
    codes = [code.value for code in offer.codes.value or () if code.kind == "CROHO"]
    place = offer.places.value[0].name if offer.places.value else ""
    mode = offer.mode.value.value if offer.mode.value else ""
    return offer.provider.value or "", codes[0] if codes else "", mode, place


def test_each_of_the_112_offers_that_were_seen_is_a_record(bundled: Bundled) -> None:
    assert {f"off{number:03}" for number in range(1, 113)} <= bundled.offers.keys()


def test_the_offers_that_were_seen_keep_name_and_level_of_the_collected_facts(
    bundled: Bundled, shared: Path
) -> None:
    lines = (shared / "facts" / "offers.jsonl").read_text(encoding="utf-8").splitlines()
    for raw in map(json.loads, lines):
        offer = bundled.offers[raw["id"].lower()]
        level = (
            (raw["level"] or "").replace("mbo", "mbo-")
            if (raw["level"] or "")[-1:].isdigit()
            else raw["level"]
        )
        if level in (
            "mbo-1",
            "mbo-2",
            "mbo-3",
            "mbo-4",
            "ad",
            "hbo-bachelor",
            "hbo-master",
            "wo-bachelor",
            "wo-master",
        ):
            assert offer.level.value == level, offer.id
        assert any(
            s.provenance.url == raw["source"] for s in (*offer.provider.statements, *offer.name.statements)
        ), offer.id


def test_every_technical_programme_that_duo_counts_in_the_region_is_one_offer(
    bundled: Bundled, shared: Path
) -> None:
    table = json.loads((shared / "data/hbo/duo_ingeschrevenen_hbo_2024.json").read_text(encoding="utf-8"))
    counted = {
        (
            SCHOOLS[row["INSTELLINGSNAAM ACTUEEL"]],
            str(row["OPLEIDINGSCODE ACTUEEL"]),
            row["OPLEIDINGSVORM"].split()[0],
            row["GEMEENTENAAM"],
        )
        for row in table
        if row["PROVINCIE"] in PROVINCES and row["ONDERDEEL"] == "techniek"
    }
    listed = [key_of(offer) for offer in bundled.offers.values()]
    assert len(counted) == 112
    assert {key: listed.count(key) for key in counted} == dict.fromkeys(counted, 1)


def test_a_programme_without_students_in_2024_is_not_called_current(bundled: Bundled) -> None:
    assert bundled.offers["duo-windesheim-80071-deeltijd-zwolle"].state is OfferState.UNCONFIRMED
    assert bundled.offers["duo-saxion-34280-deeltijd-enschede"].state is OfferState.CURRENT


def test_qualifications_have_the_code_and_level_of_the_regulation(bundled: Bundled, shared: Path) -> None:
    with (shared / "data/mbo/mbo_kwalificaties_2015.csv").open(encoding="utf-8", newline="") as stream:
        table = {row["kwalificatie_crebo"]: row for row in csv.DictReader(stream)}
    ours = [offer for offer in bundled.offers.values() if offer.id.startswith("crebo-")]
    for offer in ours:
        code = (offer.codes.value or ())[0].value
        assert offer.level.value == f"mbo-{table[code]['niveau']}"
        assert (offer.name.value or "").casefold() == table[code]["kwalificatie"].casefold()
    wanted = {
        code for code, row in table.items() if row["opleidingsdomein"].split(".")[0] in ("1", "3", "6", "7")
    }
    assert wanted <= {offer.id.split("-")[1] for offer in ours}


def test_the_fee_of_2026_2027_is_stated_twice_and_disputed(bundled: Bundled) -> None:
    costs = bundled.offers["off017"].costs
    newest = [s for s in costs.statements if s.provenance.study_year == "2026-2027"]
    assert sorted(cost.euro.high for s in newest for cost in s.value) == [2694, 2695]
    assert costs.is_disputed


def test_every_cost_names_its_study_year(bundled: Bundled) -> None:
    for offer in bundled.offers.values():
        for statement in offer.costs.statements:
            assert all(cost.study_year == statement.provenance.study_year for cost in statement.value), (
                offer.id
            )


@pytest.mark.parametrize("offer_id", ["off055", "off064", "off097", "crebo-25287-bbl"])
def test_bbl_asks_for_an_employer(bundled: Bundled, offer_id: str) -> None:
    offer = bundled.offers[offer_id]
    assert offer.mode.value is StudyMode.BBL
    rule = offer.rule.value
    assert rule is not None
    assert any(isinstance(part, HasEmployer) for part in parts(rule.condition))


def test_every_bbl_offer_asks_for_an_employer_and_no_bol_offer_does(bundled: Bundled) -> None:
    for offer in bundled.offers.values():
        if offer.rule.value is None or offer.mode.value not in (StudyMode.BBL, StudyMode.BOL):
            continue
        asks = any(isinstance(part, HasEmployer) for part in parts(offer.rule.value.condition))
        assert asks is (offer.mode.value is StudyMode.BBL), offer.id


def test_a_page_and_duo_that_speak_of_one_programme_are_one_offer(bundled: Bundled) -> None:
    offer = bundled.offers["off026"]
    assert "duo-saxion-34280-voltijd-enschede" not in bundled.offers
    assert {s.provenance.as_of for s in offer.name.statements} == {"2024", "2011-09-22"}
    assert offer.state is OfferState.CURRENT


def test_an_offer_that_ended_stays_ended(bundled: Bundled) -> None:
    assert bundled.offers["off020"].state is OfferState.ENDED


def test_part_time_hbo_has_no_fee_or_duration_because_no_source_gives_them(bundled: Bundled) -> None:
    part_time = [
        offer
        for offer in bundled.offers.values()
        if offer.mode.value is StudyMode.PART_TIME and offer.kind is OfferKind.HBO_BACHELOR
    ]
    assert part_time
    assert not any(offer.costs.is_known or offer.duration_months.is_known for offer in part_time)


def test_a_test_that_an_offer_teaches_comes_without_a_diploma(bundled: Bundled) -> None:
    for offer in bundled.offers.values():
        for grant in offer.grants.value or ():
            assert bool(grant.tests) is not bool(grant.level), offer.id
