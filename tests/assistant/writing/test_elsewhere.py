"""Who would know what is not of learning and work."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.writing.elsewhere import desk_elsewhere


@pytest.mark.parametrize(
    ("question", "language", "desk"),
    [
        ("Wil je mijn ontslagbrief juridisch beoordelen?", Language.DUTCH, "Juridisch Loket"),
        ("Can I sue my boss?", Language.ENGLISH, "trade union"),
        ("Ich habe Schmerzen, was tun?", Language.GERMAN, "Hausarzt"),
        ("Hoe vraag ik zorgtoeslag aan?", Language.DUTCH, "Belastingdienst"),
        ("Wanneer verloopt mijn verblijfsvergunning?", Language.DUTCH, "IND"),
        ("Wat is het beste restaurant?", Language.DUTCH, ""),
    ],
)
def test_a_subject_has_its_desk_and_any_other_question_none(
    question: str, language: Language, desk: str
) -> None:
    said = desk_elsewhere(question, language)
    assert desk in said
    assert bool(said) is bool(desk)
