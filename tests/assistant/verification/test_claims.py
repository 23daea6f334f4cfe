"""What is claimed of something is bound to that thing, in three languages."""

from __future__ import annotations

import pytest

from assistant.verification.claims import claimed_in
from assistant.verification.evidence import EvidenceText, check_sentence

DESK = EvidenceText(
    "1",
    "Een Leerwerkloket geeft gratis en onafhankelijk advies over leren en werken, bijvoorbeeld over een opleiding of je "
    "loopbaan. VCA Basis is niet wettelijk verplicht. Het cursusgeld is gratis voor wie jonger is dan 18 jaar.",
    "Leerwerkloket: gratis advies over leren, werken en loopbaan",
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Je krijgt gratis advies over leren en werken.",
        "Het advies van een Leerwerkloket is gratis.",
        "The advice of a Leerwerkloket is free.",
        "VCA Basis is niet verplicht.",
    ],
)
def test_what_the_source_claims_of_the_same_thing_passes(sentence: str) -> None:
    support = check_sentence(sentence, [DESK])
    assert support.is_supported, support.reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Deze opleiding is helemaal gratis.",
        "Bij een Leerwerkloket is een opleiding gratis.",
        "Een gratis opleiding over leren en werken.",
        "Je loopbaan is gratis.",
        "This course is completely free.",
        "Dieser Kurs ist völlig kostenlos.",
        "Een opleiding is niet verplicht.",
    ],
)
def test_a_claim_of_one_thing_is_no_claim_of_another_thing_beside_it(sentence: str) -> None:
    assert not check_sentence(sentence, [DESK]).is_supported


def test_a_claim_is_made_of_the_noun_behind_it_else_of_what_stands_before_it() -> None:
    behind, before = claimed_in("Gratis en onafhankelijk advies: de opleiding is gratis voor jongeren.")
    assert (behind.claim, before.claim) == ("#free", "#free")
    assert behind.of == {"#advice"}
    assert before.of == {"#course"}
