"""Searches for programmes: who looks for one finds it, in whatever words, and other questions about it are no search."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome, Question
from evals.searches import Programmes, fault_of, searches, wordings
from knowledge.build import Knowledge
from knowledge.types import Audience
from tests.support.talking import talk

RIGHT = 0.93
"""Least part of drawn searches that are answered right: .97 of 400 are."""


def test_drawn_searches_find_the_programmes_that_fit(chain: AnswerChain, library: Knowledge) -> None:
    programmes = Programmes.of(library.catalogues.of(Audience.PUBLIC))
    drawn = list(searches(programmes, wordings(), 120, 20261122))
    answers = [chain.invoke(Question(one.text)) for one in drawn]
    faults = [
        (one.text, fault) for one, said in zip(drawn, answers, strict=True) if (fault := fault_of(one, said))
    ]
    assert len(faults) <= (1 - RIGHT) * len(drawn), faults


FOUND = [
    ("waar kan ik werktuigbouw studeren", "Werktuigbouwkunde"),
    ("wo kann ich maschinenbau studieren", "Mechanical Engineering"),
    ("waar kan ik ict doen", "Applied Computer Science"),
    ("industrieel ontwerpen bij windesheim", "Industrieel Product Ontwerpen"),
    ("ik wil iets met data science doen", "Applied Data Science"),
    ("avondopleiding elektrotechniek", "deeltijd"),
    ("Does Saxion offer Applied Data Science, and where is it taught?", "Apeldoorn"),
    ("hoe heet de opleiding voor automonteur", "Autotechnicus"),
    ("opleiding tot installateur", "installatietechniek"),
    ("mijn zoon vindt robotica gaaf, wat is er", "Robotics Systems Engineering"),
]


@pytest.mark.parametrize(("message", "told"), FOUND)
def test_a_programme_is_found_by_a_short_name_its_field_or_what_people_call_it(
    chain: AnswerChain, message: str, told: str
) -> None:
    answer = talk(chain, message)
    assert answer.outcome in (Outcome.ANSWERED, Outcome.PARTLY)
    assert answer.records
    assert told in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "is werktuigbouwkunde moeilijk",
        "wie geeft les bij mechatronica saxion",
        "mechatronica salaris",
        "hoeveel studenten doen werktuigbouwkunde bij saxion",
        "wie moet vca-vol hebben",
    ],
)
def test_what_is_asked_about_a_programme_is_no_search_for_it(chain: AnswerChain, message: str) -> None:
    assert not talk(chain, message).filters


def test_of_very_many_programmes_the_fields_are_counted(chain: AnswerChain) -> None:
    answer = talk(chain, "welke opleidingen techniek zijn er")
    assert any(one.text.startswith("Per richting: bouw ") for one in answer.sentences)


def test_what_there_is_for_some_people_is_not_answered_with_all_programmes(chain: AnswerChain) -> None:
    assert len(talk(chain, "is er een opleiding voor zij-instromers").records) < 10


def test_of_a_programme_without_a_known_place_that_is_said(chain: AnswerChain) -> None:
    answer = talk(chain, "Welke scholen bieden Allround timmerman aan?")
    assert answer.outcome is Outcome.PARTLY
    assert "de plaats is niet bekend" in answer.text


def test_a_school_that_is_not_known_to_have_it_is_told_without_another_answer(chain: AnswerChain) -> None:
    answer = talk(chain, "heeft ROC van Twente mechatronica")
    assert answer.outcome is Outcome.REFUSED
    assert answer.sentences[0].text.startswith("Ik ken geen opleidingen")
    assert not answer.citations


def test_a_programme_is_still_known_after_a_verdict_with_quotes_beside_it(chain: AnswerChain) -> None:
    answer = talk(
        chain,
        "Mijn dochter doet havo",
        "wat heb ik nodig voor hbo-ict bij saxion",
        "en waar wordt dat gegeven?",
    )
    assert "Deventer" in answer.text
    assert "Enschede" in answer.text
    assert {one.name for one in answer.records} == {"HBO-ICT"}


@pytest.mark.parametrize(
    "messages",
    [
        ("wat leer je bij mechatronica",),
        ("welke vakken krijg je bij werktuigbouwkunde",),
        ("what do you learn in Creative Technology",),
        ("Mechatronica bij Saxion", "wat leer je daar"),
    ],
)
def test_what_one_learns_is_not_answered_with_something_else_of_the_programme(
    chain: AnswerChain, messages: tuple[str, ...]
) -> None:
    assert talk(chain, *messages).outcome is Outcome.REFUSED
