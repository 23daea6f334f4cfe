"""A difference that is asked for without names is that between the two things that the talk was last about."""

from __future__ import annotations

import pytest

from assistant.types import Language, Turn
from assistant.understanding.difference import with_both

NL = Language.DUTCH


def said(*messages: str) -> tuple[Turn, ...]:
    """Return a talk of these messages, each answered."""
    return tuple(turn for text in messages for turn in (Turn("user", text), Turn("assistant", "Ja. [1]")))


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("wat is het verschil?", NL, "Wat is het verschil tussen CIVON en TechForFuture?"),
        ("en wat is dan het grootste verschil", NL, "Wat is het verschil tussen CIVON en TechForFuture?"),
        ("verschil tussen die twee?", NL, "Wat is het verschil tussen CIVON en TechForFuture?"),
        ("waarin verschillen ze?", NL, "Wat is het verschil tussen CIVON en TechForFuture?"),
        (
            "what's the difference between them?",
            Language.ENGLISH,
            "What is the difference between CIVON and TechForFuture?",
        ),
        (
            "was ist der unterschied",
            Language.GERMAN,
            "Was ist der Unterschied zwischen CIVON und TechForFuture?",
        ),
    ],
)
def test_the_two_last_things_are_named(text: str, language: Language, meant: str) -> None:
    assert with_both(text, said("CIVON", "TechForFuture?"), language) == meant


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("wat is het verschil?", ()),
        ("wat is het verschil?", ("Wat is CIVON?",)),
        ("wat is het verschil?", ("Wat is CIVON?", "wie leidt dat?")),
        ("wat is het verschil?", ("Hoeveel studenten in Gelderland?", "en Overijssel?")),
        ("wat is het verschil tussen BOL en BBL?", ("Wat is CIVON?", "en TechForFuture?")),
        ("hoeveel verschil maakt dat?", ("Wat is CIVON?", "en TechForFuture?")),
    ],
)
def test_where_there_are_no_two_or_they_are_named_nothing_changes(text: str, before: tuple[str, ...]) -> None:
    assert with_both(text, said(*before), NL) == text
