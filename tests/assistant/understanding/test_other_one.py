""" "The other one" is what our last answer named beside what was asked of."""

from __future__ import annotations

import pytest

from assistant.types import Question, Turn
from assistant.understanding.other_one import with_the_other

TOLD = "Het examen LAS Basis heeft 40 vragen.\nHet examen LAS Plus heeft 70 vragen."


def after(asked: str, told: str, text: str) -> str:
    return with_the_other(Question(text, history=(Turn("user", asked), Turn("assistant", told)))).text


def test_the_other_one_gets_its_name() -> None:
    text = after("Hoeveel vragen heeft LAS Basis?", TOLD, "dan moet ik zeker die andere. Hoeveel zijn dat?")

    assert text == "dan moet ik zeker LAS Plus. Hoeveel zijn dat?"


def test_bol_is_the_other_one_of_bbl() -> None:
    assert after("wat is bbl?", "BBL is werken en leren, BOL is school.", "and the other one?") == "and BOL?"


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (f"{TOLD} LAS Extra ook.", "en die andere?"),
        ("Het examen LAS Basis heeft 40 vragen.", "en die andere?"),
        (TOLD, "en die andere cursus?"),
        (TOLD, "hoe lang duurt het?"),
    ],
)
def test_one_of_several_or_of_none_stays_as_it_is_said(told: str, text: str) -> None:
    assert after("Hoeveel vragen heeft LAS Basis?", told, text) == text
