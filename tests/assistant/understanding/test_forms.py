"""Phrases that are written once for every form of the words in braces."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.lexicon import phrases_in


@pytest.mark.parametrize(
    ("language", "phrase", "value"),
    [
        (Language.DUTCH, "wat heeft hij daarvoor nodig", "change"),
        (Language.DUTCH, "wat heb ik nodig", "entry"),
        (Language.DUTCH, "welk diploma moet mijn zoon", "entry"),
        (Language.ENGLISH, "what else does she need", "change"),
        (Language.GERMAN, "was braucht mein sohn noch", "change"),
    ],
)
def test_a_phrase_stands_for_each_of_its_forms(language: Language, phrase: str, value: str) -> None:
    senses = phrases_in(language, "person_")[tuple(phrase.split())]
    assert any(sense.kind == "intent" and value in sense.values for sense in senses)


@pytest.mark.parametrize("prefix", ["", "person_"])
def test_no_phrase_keeps_a_name_in_braces(prefix: str) -> None:
    assert not [one for one in phrases_in(Language.DUTCH, prefix) if any("{" in word for word in one)]
