"""Offers like one: as alike as their shared values and words say, the most alike first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.generated_offers import generated_offers
from knowledge.catalogue.comparing import likeness, more_like
from knowledge.catalogue.facets import facets_of
from knowledge.catalogue.types import OfferKind
from tests.support.offers import an_offer

OFFERS = list(generated_offers(400))
PAIRS = [(offer.id, facets_of(offer)) for offer in OFFERS]


@given(st.integers(0, len(OFFERS) - 1), st.integers(0, 12))
def test_the_most_alike_are_found_as_if_all_were_compared_in_full(place, limit):
    offer = OFFERS[place]
    scored = sorted((-likeness(facets_of(offer), other), id_) for id_, other in PAIRS if id_ != offer.id)
    assert more_like(offer, PAIRS, limit) == tuple(id_ for score, id_ in scored[:limit] if score < 0)


def test_an_offer_is_as_like_another_as_the_other_is_to_it():
    one, other = facets_of(OFFERS[0]), facets_of(OFFERS[1])
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) > likeness(one, other)


def test_what_shares_nothing_is_not_alike():
    lone = an_offer("x", "Qwx", provider="Zyv", places=())
    assert (
        more_like(
            lone, [("y", facets_of(an_offer("y", "Abc", provider="Def", places=(), kind=OfferKind.MBO)))], 5
        )
        == ()
    )
