"""Follow-ups, and what a person tells about themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.types import Language, Question, Turn
from assistant.understanding.leaning import points_back
from assistant.understanding.request import needs_what_was_said, points_at_nothing, situation, understand
from assistant.understanding.weighing import without_situation
from knowledge.types import QuestionWord


def dutch(text: str) -> str:
    return "nl"


@pytest.mark.parametrize("text", ["En in deeltijd?", "Kan ik daar subsidie voor krijgen?", "en wat kost dat"])
def test_a_short_question_that_points_back_leans_on_the_one_before(text: str) -> None:
    assert points_back(text, Language.DUTCH)
    request = understand(Question(text, (Turn("user", "Wat is een Ad?"),)), dutch)
    assert request.standalone_question == f"{text.rstrip('?')}, Ad?"


@pytest.mark.parametrize(
    "text", ["Wat kost een opleiding tot lasser in Hengelo?", "Hoe word ik elektricien?"]
)
def test_a_whole_question_stands_alone(text: str) -> None:
    request = understand(Question(text, (Turn("user", "Wat is een Ad?"),)), dutch)
    assert request.standalone_question == text


def test_pointing_at_nothing_needs_what_was_said() -> None:
    alone = Question("Doet Saxion daar ook aan mee?")
    assert needs_what_was_said(understand(alone, dutch))
    assert not needs_what_was_said(
        understand(replace(alone, history=(Turn("user", "Wat is TechOost?"),)), dutch)
    )
    assert not needs_what_was_said(understand(Question("Hoe staat Drenthe ervoor met Techniek?"), dutch))


def test_a_language_that_is_given_wins() -> None:
    assert understand(Question("Wat is BBL?", language=Language.ENGLISH), dutch).language is Language.ENGLISH


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ik ben 45 en wil deeltijd hbo doen. Kan ik geld lenen?", "45"),
        ("Ik werk in de horeca en wil elektricien worden. Hoe begin ik?", "horeca"),
        ("Wie betaalt mijn omscholing als ik in Enschede woon?", "Enschede"),
        ("Wat kost een opleiding tot lasser?", ""),
    ],
)
def test_what_a_person_tells_of_themselves_is_told_apart(text: str, told: str) -> None:
    assert (told in situation(text)) if told else situation(text) == ""


def word(form: str) -> QuestionWord:
    return QuestionWord((form,), 1.0, True, {form: 1.0})


def test_a_situation_weighs_less_and_need_not_be_in_the_answer() -> None:
    lighter = without_situation((word("horeca"), word("elektricien")), "in de horeca")
    assert [one.is_content for one in lighter] == [False, True]
    assert lighter[0].weight < lighter[1].weight


def test_a_message_that_is_only_a_situation_keeps_its_words() -> None:
    assert without_situation((word("metaal"),), "mbo 2 metaal") == (word("metaal"),)


@pytest.mark.parametrize(
    ("text", "is_asked_back"),
    [
        ("Hoe lang duurt die cursus?", True),
        ("What does that course cost?", True),
        ("Hoe lang duurt die cursus VCA Basis?", False),
        ("Hoe lang duurt een cursus?", False),
    ],
)
def test_a_thing_that_is_only_pointed_at_is_asked_for(text: str, is_asked_back: bool) -> None:
    assert (
        points_at_nothing(understand(Question(text), lambda _: "en" if "What" in text else "nl"))
        is is_asked_back
    )


def test_a_thing_that_is_told_of_and_then_pointed_at_is_what_is_asked_about() -> None:
    assert "ervaringscertificaat" not in situation(
        "Ik heb zo'n ervaringscertificaat. Is dat een echt mbo-diploma?"
    )
    assert "uitkering" in situation("Ik heb een uitkering. Welke cursus kan ik doen?")
