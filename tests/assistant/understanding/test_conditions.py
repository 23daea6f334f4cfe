"""What somebody says of their health or their past is said back in words of ours."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.conditions import condition_told


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("ik wil elektricien worden maar ben kleurenblind", Language.DUTCH, "kleurenblind zijn"),
        ("ik ben slechthorend, kan ik lasser worden", Language.DUTCH, "slecht horen"),
        ("I am color-blind", Language.ENGLISH, "being colour-blind"),
        ("ich bin vorbestraft", Language.GERMAN, "eine Vorstrafe"),
    ],
)
def test_what_may_be_in_the_way_is_named(text: str, language: Language, said: str) -> None:
    assert condition_told(text, language) == said


@pytest.mark.parametrize(
    "text", ["ik wil schilder worden en hou van kleuren", "mbo doorstroom", "ik wil elektricien worden"]
)
def test_what_says_nothing_of_it_names_nothing(text: str) -> None:
    assert condition_told(text, Language.DUTCH) == ""
