"""What completing an offer adds to what a person holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.profile import HeldDiploma, Profile
from assistant.routes.atoms import holds_by_diploma, holds_by_subject
from assistant.routes.types import Atom, Truth
from knowledge.catalogue.rules import HasDiploma, HasSubject, PassedTest
from knowledge.catalogue.types import Grant, Offer, OfferKind

DIPLOMA_KINDS = (
    OfferKind.MBO,
    OfferKind.ASSOCIATE_DEGREE,
    OfferKind.HBO_BACHELOR,
    OfferKind.HBO_MASTER,
    OfferKind.WO_BACHELOR,
    OfferKind.WO_MASTER,
    OfferKind.SECONDARY,
)
"""Kinds of which the level of the offer is the level of its diploma."""


def grants_of(offer: Offer) -> tuple[Grant, ...]:
    """Return what an offer gives: as its record states, else the diploma of its own level and fields."""
    if offer.grants.value is not None:
        return offer.grants.value
    if offer.kind in DIPLOMA_KINDS and offer.level.value:
        return (Grant(offer.level.value, offer.fields.value or (), offer.name.value or ""),)
    return ()


def held_from(grant: Grant) -> HeldDiploma | None:
    """Return a grant as a diploma that is held; None when it gives tests only."""
    if not grant.level:
        return None
    return HeldDiploma(grant.level, grant.fields, subjects=grant.subjects or None)


def meets(grant: Grant, atom: Atom) -> bool:
    """Whether a grant alone makes an atom hold."""
    if isinstance(atom, PassedTest):
        return atom.name in grant.tests
    held = held_from(grant)
    if held is None:
        return False
    if isinstance(atom, HasDiploma):
        return holds_by_diploma(atom, held) is Truth.HOLDS
    return isinstance(atom, HasSubject) and holds_by_subject(atom, held) is Truth.HOLDS


def after(profile: Profile, offer: Offer) -> Profile:
    """Return the profile of the person once the offer is completed."""
    grants = grants_of(offer)
    held = tuple(diploma for diploma in map(held_from, grants) if diploma is not None)
    tests = tuple(test for grant in grants for test in grant.tests)
    return replace(
        profile,
        diplomas=(*(profile.diplomas or ()), *held) if held else profile.diplomas,
        tests=(*(profile.tests or ()), *tests) if tests else profile.tests,
    )


def taught_tests(offers: Iterable[Offer]) -> frozenset[str]:
    """Return the tests that some offer gives."""
    return frozenset(test for offer in offers for grant in grants_of(offer) for test in grant.tests)
