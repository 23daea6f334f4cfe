"""What somebody likes or wishes without naming a programme: from the school that is told, to what that leads to."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Answer, Outcome, Question, Turn


def asked(chain: AnswerChain, question: str, *earlier: str) -> Answer:
    return chain.invoke(Question(question, history=tuple(Turn("user", text) for text in earlier)))


LIKED = [
    # question, what is aimed at, what may not be read as the diploma
    ("mijn dochter doet havo en wil iets met robots", "Mechatronica (hbo-bachelor)", "havo"),
    ("Ik heb havo en wil iets met computers", "HBO-ICT (hbo-bachelor)", "havo"),
    ("ik hou van sleutelen en heb vmbo basis", "mbo-2 autotechniek", "vmbo-bb"),
    ("mijn zoon zit op vmbo kader en houdt van sleutelen, wat kan hij worden?", "mbo-3 autotechniek", "vmbo-kb"),
    ("My son does havo and likes computers", "HBO-ICT (hbo-bachelor)", "havo"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "aim", "level"), LIKED)
def test_what_somebody_likes_is_aimed_at_from_the_school_that_is_told(
    chain: AnswerChain, question: str, aim: str, level: str
) -> None:
    answer = asked(chain, question)
    assert aim in answer.text
    assert answer.assumed["diplomas"][0]["level"] == level
    assert "fields" not in answer.assumed["diplomas"][0]


@pytest.mark.parametrize(
    "question",
    ["ik ben 45 en wil iets anders, waar begin ik", "ik wil ander werk", "ik wil iets anders doen maar weet niet wat"],
)  # fmt: skip
def test_who_wants_something_else_and_knows_not_what_is_asked_back(chain: AnswerChain, question: str) -> None:
    assert asked(chain, question).outcome is Outcome.ASKED_BACK


def test_how_long_a_way_takes_is_told_without_who_pays(chain: AnswerChain) -> None:
    answer = asked(chain, "hoe lang duurt het", "Hoe word ik monteur zonnepanelen?")
    assert "1 tot 2 jaar" in answer.text
    assert "Geld dat je zelf" not in answer.text
