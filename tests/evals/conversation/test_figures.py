"""No figure or name without a source, whatever kind of sentence it stands in."""

from __future__ import annotations

import pytest

from assistant.types import Sentence
from evals.conversation.scorers.figures import supported
from tests.support.conversations import answer, cited, lead, notice, quote, reply, worded

BOL = "Het lesgeld voor een BOL was in 2024-2025 1.419 euro."


@pytest.mark.parametrize(
    "sentence",
    [
        quote(BOL, 1),
        lead("Er zijn 6 opleidingen: 6 van 6."),
        lead("Er zijn 3 regelingen die op 21 november 2026 niet zijn gestopt."),
        lead("Je vroeg naar opleidingen binnen 15 km van Borne."),
        notice("Denk je aan zelfmoord? Bel 113 of 0800-0113."),
        worded("Mechatronica (BBL): 1.419 euro.", 1),
    ],
)
def test_what_a_source_the_person_or_the_frame_holds_is_supported(sentence: Sentence) -> None:
    given = answer(sentence, records=("Mechatronica (BBL)",))
    asked = reply(given, cited(BOL), said="opleidingen binnen 15 km van Borne")
    assert supported(asked, given).value == 1


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (worded("BOL kost 1.420 euro.", 1), "1.420 euro"),
        (lead("Samen is dat 2.838 euro."), "2.838 euro"),
        (notice("Bel Deltion op 038-8503000."), "Deltion"),
        (lead("Dat was in 2019."), "2019"),
        (worded("Er zijn 7 plaatsen.", 1), "7"),
    ],
)
def test_what_nothing_holds_is_named(sentence: Sentence, told: str) -> None:
    given = answer(quote(BOL, 1), sentence)
    score = supported(reply(given, cited(BOL)), given)
    assert score.value == 0
    assert told in score.explanation
