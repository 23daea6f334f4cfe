"""When two records are one offer, and which statement comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.catalogue.facts import Authority, Provenance
from knowledge.catalogue.merging import merge_key, merged_offer, plain_name
from knowledge.catalogue.types import Code, OfferKind, OfferState, Place, StudyMode
from tests.support.offers import SCHOOL, an_offer

DUO = Provenance("https://duo.nl", "2024", authority=Authority.OPEN_DATA)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("B Werktuigbouwkunde", "werktuigbouwkunde"),
        ("Ad Engineering (deeltijd)", "engineering"),
        ("Bachelor of Engineering", "engineering"),
        ("Bouwkunde", "bouwkunde"),
        ("B", "b"),
    ],
)
def test_a_degree_before_the_name_does_not_matter(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_a_crebo_stands_in_for_the_name() -> None:
    one = an_offer("a", "Lasser", kind=OfferKind.MBO, codes=(Code("crebo", "25078"),))
    other = an_offer("b", "Basislasser", kind=OfferKind.MBO, codes=(Code("crebo", "25078"),))
    assert merge_key(one) == merge_key(other)


def test_one_croho_code_may_cover_two_programmes() -> None:
    codes = (Code("CROHO", "66034"),)
    one, other = an_offer("a", "Geschiedenis", codes=codes), an_offer("b", "Archeologie", codes=codes)
    assert merge_key(one) != merge_key(other)


def test_an_offer_without_a_place_is_not_poured_into_one_with_a_place() -> None:
    assert merge_key(an_offer("a", places=())) != merge_key(an_offer("b", places=(Place("Deventer"),)))


def test_the_school_is_shown_before_the_register() -> None:
    merged = merged_offer([an_offer("d", "B Bouwkunde", DUO), an_offer("s", "Bouwkunde")])
    assert (merged.id, merged.name.value) == ("s", "Bouwkunde")
    assert [stated.provenance.url for stated in merged.name.statements] == [SCHOOL.url, DUO.url]


def test_a_newer_study_year_is_shown_before_a_stronger_source() -> None:
    newer = replace(DUO, study_year="2027-2028")
    merged = merged_offer([an_offer("s", ects=240.0), an_offer("d", about=newer, ects=180.0)])
    assert (merged.ects.value, merged.ects.is_disputed) == (180.0, False)


def test_an_offer_that_one_source_knows_to_exist_is_current() -> None:
    merged = merged_offer(
        [an_offer("a", state=OfferState.UNCONFIRMED), an_offer("b", state=OfferState.CURRENT)]
    )
    assert merged.state is OfferState.CURRENT


def test_what_only_one_source_states_is_kept() -> None:
    merged = merged_offer([an_offer("a", mode=StudyMode.DUAL), an_offer("b", ects=60.0)])
    assert (merged.mode.value, merged.ects.value) == (StudyMode.DUAL, 60.0)
