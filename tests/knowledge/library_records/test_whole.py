"""The bundled records as a whole: they decode, are counted, point at each other, and say where they come from."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from knowledge.catalogue.facts import Authority
from knowledge.catalogue.types import OfferKind, OfferState
from tests.knowledge.library_records.conftest import RECORDS, Bundled, provenances

AN_OFFER_ID = re.compile(r"(off\d{3}|crebo-\d{5}-(bol|bbl)|duo-[a-z0-9-]+)")


def test_every_line_of_every_file_decodes(bundled: Bundled) -> None:
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in RECORDS.glob("*.jsonl"))
    assert len(bundled.read) == lines


def test_ids_are_unique_within_a_kind(bundled: Bundled) -> None:
    seen = Counter((type(record).__name__, record.id) for record in bundled.read)
    assert [key for key, times in seen.items() if times > 1] == []


@pytest.mark.parametrize(
    ("kind", "at_least"),
    [
        ("offers", 400),
        ("schemes", 15),
        ("rules", 90),
        ("occupations", 200),
        ("organisations", 45),
        ("figures", 300),
    ],
)
def test_there_are_as_many_records_as_promised(bundled: Bundled, kind: str, at_least: int) -> None:
    assert len(getattr(bundled, kind)) >= at_least


def test_there_are_over_400_offers_even_when_a_qualification_counts_once(bundled: Bundled) -> None:
    once = {re.sub(r"-(bol|bbl)$", "", offer_id) for offer_id in bundled.offers}
    assert len(once) >= 400


def test_every_statement_names_its_source_and_the_day_it_was_checked(bundled: Bundled) -> None:
    silent = [
        (record.id, about)
        for record in bundled.read
        for about in provenances(record)
        if not (about.url or about.note) or not about.as_of or about.checked_on is None
    ]
    assert silent == []


def test_what_we_derived_says_how(bundled: Bundled) -> None:
    unsaid = [
        record.id
        for record in bundled.read
        for about in provenances(record)
        if about.authority is Authority.DERIVED and not about.note
    ]
    assert unsaid == []


def test_every_provider_of_an_offer_is_an_organisation_or_a_plain_name(bundled: Bundled) -> None:
    named = {s.value for offer in bundled.offers.values() for s in offer.provider.statements}
    unknown = {name for name in named - bundled.organisations.keys() if re.fullmatch(r"[a-z0-9-]+", name)}
    assert unknown == set()


def test_every_place_to_apply_for_a_scheme_is_an_organisation_a_site_or_unknown(bundled: Bundled) -> None:
    places = {scheme.where for scheme in bundled.schemes.values()}
    assert {name for name in places - bundled.organisations.keys() if name and "." not in name} == set()


def test_rules_replace_rules_that_exist_and_name_organisations_that_exist(bundled: Bundled) -> None:
    for rule in bundled.rules.values():
        assert set(rule.replaces) <= bundled.rules.keys(), rule.id
        assert set(rule.providers) <= bundled.organisations.keys(), rule.id


def test_no_rule_replaces_itself(bundled: Bundled) -> None:
    assert [rule.id for rule in bundled.rules.values() if rule.id in rule.replaces] == []


def test_offers_lead_to_occupations_that_exist(bundled: Bundled) -> None:
    named = {o for offer in bundled.offers.values() for o in offer.occupations.value or ()}
    assert named
    assert named <= bundled.occupations.keys()


def test_ids_of_offers_that_records_name_exist(bundled: Bundled) -> None:
    named = [step for offer in bundled.offers.values() for step in offer.follow_on.value or ()]
    named += [step for one in bundled.occupations.values() for step in one.qualifications]
    ids = {step for step in named if AN_OFFER_ID.fullmatch(step)}
    assert ids
    assert ids <= bundled.offers.keys()


def test_offers_and_occupations_name_each_other(bundled: Bundled) -> None:
    by_offer = {(o.id, one) for o in bundled.offers.values() for one in o.occupations.value or ()}
    by_occupation = {
        (step, one.id)
        for one in bundled.occupations.values()
        for step in one.qualifications
        if AN_OFFER_ID.fullmatch(step)
    }
    assert by_offer == by_occupation


def test_an_offer_of_2015_alone_is_never_called_current(bundled: Bundled) -> None:
    old = [offer for offer in bundled.offers.values() if offer.id.startswith("crebo-")]
    assert old
    assert {offer.state for offer in old} == {OfferState.UNCONFIRMED}


def test_the_shares_of_known_fields_do_not_fall(bundled: Bundled) -> None:
    offers = list(bundled.offers.values())
    for name, share in (
        ("duration_months", 0.8),
        ("costs", 0.8),
        ("rule", 0.75),
        ("fields", 0.98),
        ("mode", 0.9),
    ):
        assert sum(getattr(offer, name).is_known for offer in offers) / len(offers) >= share, name


def test_every_kind_of_education_is_there(bundled: Bundled) -> None:
    kinds = {offer.kind for offer in bundled.offers.values()}
    assert kinds == set(OfferKind)
