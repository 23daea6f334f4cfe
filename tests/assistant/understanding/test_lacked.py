"""A subject that somebody lacks is lacked wherever the "not" stands; a question whether one needs it tells nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.lacked import lacking_first

LACKED = [
    ("natuurkunde heeft ze niet", "zonder natuurkunde"),
    ("natuurkunde zit niet in zijn pakket", "zonder natuurkunde"),
    ("natuurkunde had ik niet", "zonder natuurkunde"),
    ("wiskunde heb ik laten vallen", "zonder wiskunde"),
    ("en als ik wiskunde b niet heb", "zonder wiskunde b"),
    ("wiskunde b heb ik niet gekozen", "zonder wiskunde b"),
    ("nask1 zit er niet in", "zonder nask1"),
    ("wiskunde b wel, natuurkunde niet", "zonder natuurkunde"),
    ("physics I did not take", "zonder physics"),
    ("Physik habe ich nicht gewählt", "zonder Physik"),
    ("havo NG maar natuurkunde niet naar hbo bouwkunde, kan dat", "zonder natuurkunde"),
    ("kein Chemie im Abitur", "kein chemie als fach"),
]


@pytest.mark.parametrize(("said", "read"), LACKED)
def test_what_is_lacked_is_said_first(said: str, read: str) -> None:
    assert read in lacking_first(said)


@pytest.mark.parametrize(
    "said",
    [
        "ik heb natuurkunde",
        "mag ik met natuurkunde niet naar de UT",
        "ik heb natuurkunde, kan ik niet direct door",
        "zonder natuurkunde",
        "ik heb wiskunde b en wil niet naar het hbo",
    ],
)
def test_another_not_takes_nothing_away(said: str) -> None:
    assert lacking_first(said) == said


def test_a_question_whether_a_subject_must_be_had_is_a_need() -> None:
    assert lacking_first("moet ik natuurkunde hebben voor hbo") == "heb ik natuurkunde nodig voor hbo"
    assert lacking_first("Must I have physics?") == "do i need physics?"
    assert lacking_first("Muss ich Physik haben?") == "brauche ich Physik?"


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert isinstance(lacking_first(text), str)
