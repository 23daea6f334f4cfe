"""What a message asks of the one before it: a place for "where", a sum for "how much is that", the same place for "there"."""

from __future__ import annotations

import pytest

from assistant.types import Language, Outcome, Question, Request, Sentence, SentenceKind, Turn
from assistant.writing.asked_of_before import (
    asks_of_before,
    is_elsewhere,
    lacks_of_before,
    lacks_place,
    lacks_sum,
)
from assistant.writing.seam import Written


@pytest.mark.parametrize("text", ["Waar was dat?", "and where is it?", "Wo ist das?"])
def test_where_is_answered_with_a_place(text: str) -> None:
    assert lacks_place(text, "Bij de opening waren ruim 150 mensen.")
    assert not lacks_place(text, "De opening was in De Gieterij in Hengelo.")


@pytest.mark.parametrize("text", ["Waar is dat goed voor?", "Waarvoor is het?", "Wie was dat?"])
def test_what_asks_for_no_place_needs_none(text: str) -> None:
    assert not lacks_place(text, "Bij de opening waren ruim 150 mensen.")


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Hoeveel is dat in het eerste jaar?", "Krijg je dan loon?"),
        ("Wie viel ist das im ersten Jahr?", "bekommt man dabei Lohn?"),
        ("Hoeveel daarvan gaat er naar CIVON?", "De begroting is 21,3 miljoen euro."),
    ],
)
def test_how_much_that_is_of_money_is_answered_with_a_sum(text: str, before: str) -> None:
    assert lacks_sum(text, before, "De opleiding telt 850 uur per jaar.")
    assert not lacks_sum(text, before, "Dat is 1.200 euro per maand.")


def test_how_much_that_is_of_anything_else_needs_no_sum() -> None:
    assert not lacks_sum("Hoeveel is dat per week?", "Hoeveel uur stage is het?", "Dat is 16 uur per week.")


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Hoe lang duurt het daar?", "En in Zwolle, is daar iets voor monteurs?"),
        ("What is the yearly tuition there for someone from abroad?", "Which subjects did Saxion ask for?"),
        ("Wat zijn daar de lestijden?", "Kan ik bij Windesheim een Ad volgen?"),
    ],
)
def test_there_is_the_place_or_school_that_was_named_before(text: str, before: str) -> None:
    assert is_elsewhere(text, before, "De cursus in Hoofddorp duurt 420 uur.")
    assert not is_elsewhere(text, before, "In Zwolle, bij Saxion en Windesheim duurt de cursus 420 uur.")


def test_without_a_there_any_place_will_do() -> None:
    assert not is_elsewhere("Hoe lang duurt het?", "En in Zwolle?", "De cursus in Hoofddorp duurt 420 uur.")


def _request(text: str, before: str) -> Request:
    talk = (Turn("user", before), Turn("assistant", "Ja."))
    return Request(Question(text, history=talk), Language.DUTCH, text)


def _written(text: str) -> Written:
    return Written((Sentence(text, SentenceKind.QUOTE, "nl", (1,)),), (), Outcome.ANSWERED)


def test_an_answer_lacks_what_no_sentence_of_it_holds() -> None:
    request = _request("Hoe lang duurt het daar?", "En in Zwolle?")

    assert asks_of_before(request)
    assert lacks_of_before(request, _written("De cursus in Hoofddorp duurt 420 uur."))
    assert not lacks_of_before(request, _written("De cursus in Zwolle duurt 420 uur."))
