"""A diploma that was begun and not taken is not held, wherever the "not" stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.unfinished import unfinished_first


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("mbo 4 niet afgemaakt, kan ik naar hbo", "geen mbo 4, kan ik naar hbo"),
        ("ik heb mijn mbo 4 diploma niet gehaald", "ik heb geen mbo 4"),
        ("ik ben gestopt met mijn mbo", "ik ben geen mbo"),
        ("ik heb niveau 4 nooit behaald", "ik heb geen niveau 4"),
        ("I never finished my mbo 4", "I no mbo 4"),
        ("mbo-4 abgebrochen, darf ich zum hbo", "kein mbo-4, darf ich zum hbo"),
        ("havo niet afgemaakt", "gezakt voor havo"),
        ("heb nooit mbo 2 gedaan", "geen mbo 2"),
        ("ik had bijna mbo-4 maar heb het niet", "ik had bijna geen mbo-4"),
        ("halverwege mbo 3 gestopt", "geen mbo 3"),
    ],
)
def test_what_was_not_finished_is_lacked(said: str, read: str) -> None:
    assert unfinished_first(said) == read


@pytest.mark.parametrize(
    "said",
    [
        "ik heb mbo 4 gehaald",
        "heb ik mbo 4 niet nodig voor hbo",
        "mag ik met mbo 4 niet naar het hbo",
        "ik heb mbo 4, waarom mag ik niet naar de universiteit",
        "havo 4 niet gehaald",
        "welke mbo-opleiding is niet vol",
    ],
)
def test_another_not_leaves_a_diploma(said: str) -> None:
    assert unfinished_first(said) == said


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert isinstance(unfinished_first(text), str)
