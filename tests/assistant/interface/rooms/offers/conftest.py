"""A small catalogue for the tests of this room."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.interface.rooms.offers.finding import Shelf
from assistant.interface.rooms.offers.wording import Tongue
from assistant.interface.texts import room_texts
from assistant.types import Language
from assistant.writing.record_words import Words
from knowledge.catalogue.facts import Authority, Fact, Provenance, Stated
from knowledge.catalogue.rules import HasDiploma, Rule
from knowledge.catalogue.types import (
    Between,
    Code,
    Cost,
    Occupation,
    OfferKind,
    OfferState,
    Organisation,
    Place,
    StudyMode,
)
from knowledge.store.catalogue import StoredCatalogue
from tests.support.offers import SCHOOL, an_offer
from tests.support.rooms import catalogue_of

DUO = Provenance("https://duo.nl/x", "2024", authority=Authority.OPEN_DATA)
OWN_RULE = Rule("own", HasDiploma(("havo",)), SCHOOL, "Met havo mag je beginnen.")
NATIONAL = Rule(
    "nat", HasDiploma(("vmbo-kb",)), DUO, "Voor mbo-4 heb je vmbo kb, gl of tl nodig.", kinds=("mbo",)
)


def _costs(euro: float) -> tuple[Cost, ...]:
    return (Cost(Between(euro, euro), "jaar", "wettelijk collegegeld", "2026-2027"),)


def records() -> list[object]:
    """Five living offers and an ended one; one of no known place, one about which sources differ."""
    costs = Fact((Stated(_costs(2694.0), SCHOOL), Stated(_costs(2695.0), DUO)))
    disputed = an_offer(
        "wtb", "Werktuigbouwkunde", level="hbo-bachelor", mode=StudyMode.FULL_TIME, rule=OWN_RULE,
        fields=("werktuigbouwkunde", "techniek"), duration_months=Between(48, 48), occupations=("esco-1",),
    )  # fmt: skip
    return [
        _with_costs(disputed, costs),
        an_offer("ict", "HBO-ICT", places=(Place("Hengelo"),), level="hbo-bachelor", mode=StudyMode.PART_TIME),
        an_offer("ad", "Engineering (Ad)", kind=OfferKind.ASSOCIATE_DEGREE, level="ad", places=(Place("Zwolle"),)),
        an_offer(
            "mecha-bol", "Technicus mechatronica", kind=OfferKind.MBO, level="mbo-4", mode=StudyMode.BOL,
            places=(Place("Enschede"),), provider="roc-van-twente", duration_months=Between(36, 48),
        ),
        _nowhere(),
        an_offer("oud", "Oude opleiding", state=OfferState.ENDED),
        NATIONAL,
        Organisation("roc-van-twente", "ROC van Twente", "school", synonyms=("ROCvT",)),
        Occupation("esco-1", {"nl": ("lasser",), "de": ("Schweißer",)}, "7212", "x", DUO),
    ]  # fmt: skip


def _with_costs(offer, costs):
    from dataclasses import replace

    return replace(offer, costs=costs)


def _nowhere():
    from dataclasses import replace

    offer = an_offer(
        "mecha-bbl", "Technicus mechatronica", kind=OfferKind.MBO, level="mbo-4", mode=StudyMode.BBL,
        state=OfferState.UNCONFIRMED, codes=(Code("crebo", "25343"),),
    )  # fmt: skip
    return replace(offer, provider=Fact(), places=Fact())


@pytest.fixture
def catalogue(tmp_path: Path) -> StoredCatalogue:
    """The catalogue of `records`."""
    return catalogue_of(tmp_path, *records())


def tongue_of(language: Language = Language.DUTCH) -> Tongue:
    """The words of the room in a language."""
    return Tongue(room_texts("offers", language), Words(language, {"roc-van-twente": "ROC van Twente"}))


@pytest.fixture
def shelf(catalogue: StoredCatalogue) -> Shelf:
    """The shelf over that catalogue, in Dutch."""
    return Shelf(catalogue, tongue_of().words)
