"""Which words are nouns is told from their endings, however long the list of nouns is."""

from __future__ import annotations

import pytest

from assistant.verification.lexicon import is_german_noun


@pytest.mark.parametrize("word", ["schule", "schulen", "berufsschule", "xyzschule", "ausbildung", "meldung"])
def test_a_noun_a_compound_and_a_suffix_are_nouns(word: str) -> None:
    assert is_german_noun(word)


@pytest.mark.parametrize("word", ["", "xy", "xyschule", "aung", "gehen", "schnell"])
def test_what_only_looks_like_one_is_none(word: str) -> None:
    assert not is_german_noun(word)
