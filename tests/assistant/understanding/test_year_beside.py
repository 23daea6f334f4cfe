"""A message that says the year beside that of the talk, and names it, is asked of the year that it names."""

from __future__ import annotations

import pytest

from assistant.types import Question, Turn
from assistant.understanding.year_beside import with_the_year


def said(*messages: str) -> str:
    *before, text = messages
    return with_the_year(Question(text, history=tuple(Turn("user", one) for one in before))).text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("en het jaar daarna?? 2027-2028 dus", "en 2027-2028 dus"),
        ("and the year after that, 2027/28?", "and 2027/28?"),
        ("und im Jahr davor, also 2025?", "und also 2025?"),
        ("2024 dus, het jaar ervoor", "2024 dus"),
    ],
)
def test_the_year_that_is_named_is_what_is_asked(text: str, meant: str) -> None:
    assert said("wat kost een jaar hbo in 2026-2027", text) == meant


@pytest.mark.parametrize(
    "messages",
    [
        ("en het jaar daarna, 2027?",),
        ("wat kost een jaar hbo in 2026?", "en het jaar daarna?"),
        ("How many jobs were there in 2023?", "by what percentage was that up on the year before?"),
        ("ik was klaar", "in 2020 en een jaar later ben ik met mijn werk gestopt, kan ik terug"),
        ("wat kost het in 2026?", "en in 2027?"),
    ],
)
def test_without_a_name_or_in_a_story_nothing_is_changed(messages: tuple[str, ...]) -> None:
    assert said(*messages) == messages[-1]
