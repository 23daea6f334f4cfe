"""A German ordinal ends no sentence where it counts a day, a year or a class."""

from __future__ import annotations

import pytest

from knowledge.language.tokens import sentences


@pytest.mark.parametrize(
    "text",
    [
        "Anmeldeschluss ist der 15. Februar 2027.", "Am 1. September beginnt der Kurs.", "Der Kurs endet am 3. März.",
        "Schüler der 10. Klasse sind willkommen.", "Im 2. Lehrjahr folgt die Prüfung.", "Ab dem 18. Lebensjahr ist es kostenlos.",
        "Vom 1. Okt. bis 3. Dez. ist geschlossen.",
    ],
)  # fmt: skip
def test_a_german_ordinal_ends_no_sentence(text: str) -> None:
    assert [text[span.start : span.end] for span in sentences(text)] == [text]


@pytest.mark.parametrize(
    "text", ["Die Gruppe hat höchstens 15. Der Kurs beginnt im Mai.", "Er is plaats voor 12. De cursus start in mei."]
)  # fmt: skip
def test_a_number_at_the_end_of_a_sentence_still_ends_it(text: str) -> None:
    assert len(sentences(text)) == 2
