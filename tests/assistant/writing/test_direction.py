"""What becomes less is no answer to what becomes more."""

from __future__ import annotations

import pytest

from assistant.writing.direction import goes_another_way

LESS = "Bij 40 beroepsgroepen neemt de krapte tot 2030 af."
MORE = "Bij 32 beroepsgroepen neemt de krapte tot 2030 toe."


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("Waar komt nog meer krapte?", LESS, True),
        ("Waar komt nog meer krapte?", MORE, False),
        ("Waar daalt de krapte?", MORE, True),
        ("Wo nimmt der Mangel zu?", LESS, True),
        ("Where will there be more shortages?", LESS, True),
        ("Hoe groot is de krapte?", LESS, False),
        ("Waar neemt de krapte toe en waar neemt die af?", LESS, False),
        ("Waar komt nog meer krapte?", "In ict neemt de krapte af, in techniek neemt die toe.", False),
    ],
)
def test_a_sentence_that_goes_the_other_way_is_told_apart(question: str, sentence: str, other: bool) -> None:
    assert goes_another_way(question, sentence) is other
