"""Two amounts that differ by a rounding are one price; others stand side by side with their sources."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.writing.record_words import Words, costs_text, is_nearly_one
from knowledge.catalogue.facts import Provenance, Stated
from knowledge.catalogue.types import Between, Cost

WORDS = Words(Language.DUTCH, {})


def stated(*euros: float, per: str = "jaar") -> list[tuple[Cost, Stated[tuple[Cost, ...]]]]:
    costs = [Cost(Between(euro, euro), per, "wettelijk collegegeld") for euro in euros]
    return [(one, Stated((one,), Provenance("https://www.utwente.nl/", "2026"))) for one in costs]


def test_amounts_that_differ_by_a_euro_are_one_price() -> None:
    assert costs_text(stated(2694, 2695), WORDS) == "2.694 of 2.695 euro per jaar (wettelijk collegegeld)"


@pytest.mark.parametrize("euros", [(2694, 2795), (2694,), (2694, 2695, 2700)])
def test_other_amounts_are_no_one_price(euros: tuple[float, ...]) -> None:
    assert not is_nearly_one(stated(*euros))


def test_what_differs_is_said_with_its_sources() -> None:
    text = costs_text(stated(2694, 2795), WORDS)
    assert text.count("volgens Universiteit Twente") == 2
