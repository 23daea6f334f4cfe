"""A source that a question names is taken off it; what the question is about stays."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.sources_named import without_sources

AUTHORITIES = ("RVO", "DUO", "UWV")


@pytest.mark.parametrize(
    ("text", "rest", "names"),
    [
        (
            "Wanneer kon een leerbedrijf bij RVO aanvragen?",
            "Wanneer kon een leerbedrijf aanvragen?",
            ("RVO",),
        ),
        ("Wat is volgens het UWV de krapte in ict?", "Wat is de krapte in ict?", ("UWV",)),
        ("Wat is volgens Rijksoverheid het lesgeld?", "Wat is het lesgeld?", ("Rijksoverheid",)),
        ("According to DUO, until what age can I borrow?", "until what age can I borrow?", ("DUO",)),
        ("Laut DUO, wie hoch ist der Zins?", "wie hoch ist der Zins?", ("DUO",)),
        ("hoe oud mag je zijn voor een lening bij duo", "hoe oud mag je zijn voor een lening", ("duo",)),
    ],
)
def test_a_source_is_taken_off(text: str, rest: str, names: tuple[str, ...]) -> None:
    assert without_sources(text, AUTHORITIES, Language.DUTCH) == (rest, names)


@pytest.mark.parametrize(
    "text",
    [
        "Hoeveel studenten heeft Saxion?",
        "Wat kost mechatronica bij Saxion?",
        "Wat doet RVO?",
        "Hoe zit het bij DUO?",
    ],
)
def test_a_school_and_what_the_question_is_about_stay(text: str) -> None:
    assert without_sources(text, AUTHORITIES, Language.DUTCH) == (text, ())
