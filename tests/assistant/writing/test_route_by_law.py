"""A programme that no school here has is still known by the rule that names it."""

from __future__ import annotations

from assistant.writing.route_by_law import LAW, by_law, law_names, other_names
from assistant.writing.route_offers import stand_in
from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.rules import HasDiploma, Rule
from knowledge.catalogue.types import Offer, OfferKind

NOWHERE = Provenance("", "")
VWO = HasDiploma(("vwo",))


def rule(id_: str, kind: str, *programmes: str) -> Rule:
    return Rule(id_, VWO, NOWHERE, "Met vwo mag je erin.", kinds=(kind,), programmes=programmes)


def offer(name: str, kind: OfferKind = OfferKind.WO_BACHELOR) -> Offer:
    return stand_in(name, kind, kind.value, (), "universiteit-twente")


RULES = (
    rule("nano", "wo-bachelor", "Nanobiologie"),
    rule("bit", "wo-bachelor", "Bedrijfsinformatietechnologie", "Business Information Technology"),
    rule("bouw", "wo-bachelor", "Bouwkunde"),
    rule("mbo", "mbo-2", "Timmerman"),
    rule("alle", "wo-bachelor"),
)
OFFERS = (offer("Business Information Technology"), offer("Bouwkunde", OfferKind.HBO_BACHELOR))


def test_only_programmes_that_nothing_in_the_catalogue_is_called_get_a_stand_in() -> None:
    found = by_law(RULES, OFFERS)
    assert list(found) == [f"{LAW}nano"]
    names, stands = found[f"{LAW}nano"]
    assert names == ("Nanobiologie",)
    assert (stands.name.value, stands.kind, stands.provider.value) == (
        "Nanobiologie",
        OfferKind.WO_BACHELOR,
        None,
    )


def test_a_science_is_called_by_its_english_name_too() -> None:
    assert [name for name, _ in law_names(by_law(RULES, OFFERS))] == ["Nanobiologie", "Nanobiology"]


def test_another_name_that_the_law_gives_means_the_offers_that_have_the_first() -> None:
    called = {name: sense.values for name, sense in other_names(RULES, OFFERS)}
    assert called == {"Bedrijfsinformatietechnologie": (OFFERS[0].id,)}
