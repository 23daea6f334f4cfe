"""The year before or after that of a talk is said as the year that it is."""

from __future__ import annotations

import pytest

from assistant.types import Question, Turn
from assistant.understanding.year_beside import with_the_year


def said(*messages: str) -> str:
    *before, text = messages
    return with_the_year(Question(text, history=tuple(Turn("user", one) for one in before))).text


@pytest.mark.parametrize(
    ("messages", "meant"),
    [
        (("wat kost een jaar hbo in 2026-2027", "en het jaar daarvoor?"), "en in 2025-2026?"),
        (("wat kost het in 2025/26", "en het jaar erna"), "en in 2026/27"),
        (("hoeveel studenten waren er in 2021?", "en een jaar later?"), "en in 2022?"),
        (("what is the fee in 2026-2027?", "and the year before that?"), "and in 2025-2026?"),
        (("was kostet es 2026?", "und im Jahr davor?"), "und in 2025?"),
        (("in 2026-2027?", "en het jaar daarvoor", "en het jaar daarvoor"), "en in 2024-2025"),
        (
            ("in 2026-2027?", "en het jaar daarvoor", "en het jaar daarna?? 2027-2028 dus"),
            "en? 2027-2028 dus",
        ),
    ],
)
def test_the_year_beside_is_counted_from_the_last_one_that_was_said(
    messages: tuple[str, ...], meant: str
) -> None:
    assert said(*messages) == meant


@pytest.mark.parametrize(
    "messages",
    [
        ("en het jaar daarna?",),
        ("wat kost een jaar hbo?", "en het jaar daarna?"),
        (
            "in 2020 was ik klaar",
            "een jaar later ben ik met mijn werk gestopt, kan ik nu nog terug naar school",
        ),
        ("wat kost het in 2026?", "en in deeltijd?"),
        ("kost het 2.026 euro?", "en het jaar daarna?"),
    ],
)
def test_without_a_year_or_in_a_story_nothing_is_changed(messages: tuple[str, ...]) -> None:
    assert said(*messages) == messages[-1]
