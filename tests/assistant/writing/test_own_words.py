"""What was not found is said in the words of who asked, and of this message alone."""

from __future__ import annotations

import pytest

from assistant.writing.refusing import as_written


@pytest.mark.parametrize(
    ("text", "folded", "written"),
    [
        ("En met zijn knieën?", "knieen", "knieën"),
        ("Gibt es einen Konversationskurs?", "konversationskurs", "Konversationskurs"),
        ("Is er een café-restaurant?", "restaurant", "café-restaurant"),
    ],
)
def test_a_folded_word_is_read_back_as_it_was_typed(text: str, folded: str, written: str) -> None:
    assert as_written(text)[folded] == written


def test_a_word_of_an_earlier_message_or_of_a_translation_is_not_read_back() -> None:
    assert "boeken" not in as_written("Kann ich den Kurs buchen?")
