"""A message of a talk is answered by what says most of what it names itself; the old thing of another kind answers nothing."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

FIRST = [
    # messages, what the first line of the last answer says
    (("Wanneer moet ik me aanmelden voor het mbo?", "en voor het hbo?"), "1 mei"),
    (("Wanneer moet ik me aanmelden voor het mbo?", "en hbo?"), "1 mei"),
    (("hoevel kon je als inwoner van zwolle in 2020 max krijgen van upgrade jezelf", "en een werkgever?"), "25.000"),
    (("Hoeveel kreeg TechWise Twente in 2020 uit het Regionaal Investeringsfonds mbo?", "wie was daar directeur?"), "Bert Wessels"),
    (("How many European Digital Innovation Hubs does the Netherlands have?", "and how many companies do they want to reach?"), "3,500"),
    (("How many extra students should be trained in Twente for the chip sector up to 2030?", "and per year after that?"), "480"),
    (("How many extra students should be trained in Twente for the chip sector up to 2030?", "how many programmes did Saxion pick for it?"), "twelve"),
    (("How many years do you get to pay back the lifelong learning credit?", "and what was the interest in 2025?"), "2.57"),
    (("Van welke hogescholen is TechForFuture?", "en TechYourFuture, welke mbo-scholen doen daar mee sinds 2021?"), "Aventus"),
    (("Als ik bij DUO leen met het levenlanglerenkrediet, in hoeveel jaar betaal ik dat terug?", "hoe hoog was de rente in 2025?", "en het jaar ervoor?"), "2,56"),
    (("hoeveel kreeg je max van die stap ding", "kan dat nog of is t weg"), "gestopt"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "says"), FIRST)
def test_the_first_line_says_what_the_last_message_names(
    chain: AnswerChain, messages: tuple[str, ...], says: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text.partition("\n")[0]


@pytest.mark.parametrize(
    "messages",
    [
        ("How many jobs were there in Twente in 2023?", "and how many jobs in 2025?"),
        ("Wie is directeur van ROC van Twente?",),
    ],
)
def test_the_figure_of_another_year_and_the_leader_of_another_school_are_no_answer(
    chain: AnswerChain, messages: tuple[str, ...]
) -> None:
    assert talk(chain, *messages).outcome is Outcome.REFUSED


def test_a_telephone_number_that_is_not_known_is_an_answer_in_part(chain: AnswerChain) -> None:
    answer = talk(chain, "Wat is het telefoonnummer van het Leerwerkloket Twente?")
    assert answer.outcome is Outcome.PARTLY
    assert "telefoon niet bekend" in answer.text


def test_what_is_known_of_how_to_reach_somebody_is_an_answer(chain: AnswerChain) -> None:
    assert talk(chain, "Wat is de website van het Leerwerkloket Twente?").outcome is Outcome.ANSWERED


def test_free_advice_is_no_money(chain: AnswerChain) -> None:
    text = talk(chain, "Ik woon in Deventer. Welk loket geeft mij gratis advies over leren en werken?").text
    assert "Stedenvierkant" in text
    assert "DUO" not in text
