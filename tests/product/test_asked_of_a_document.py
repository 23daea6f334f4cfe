"""Follow-ups that leave out what they are about: the sentence of the document before that they ask for, and what a refused one may mean."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

UWV = "Bij hoeveel beroepsgroepen wordt het volgens UWV tot 2030 nog krapper?"
WELDERS = "wat verdient een monteur volgens de cao metaal en techniek 2022 in groep G"

SAID_FIRST = [
    # a talk, and what the first sentence of the last answer says
    ((UWV, "en bij hoeveel juist minder krap?"), "Bij 40 beroepsgroepen"),
    (
        ("In wie vielen Berufsgruppen wird der Mangel laut UWV größer?", "und in wie vielen kleiner?"),
        "In 40 Berufsgruppen",
    ),
    (("hoeveel verspaners zijn er elk jaar nodig?", "en hoeveel kwamen er bij"), "de instroom was 290"),
    (
        ("wat is innovatica bij remo in rijssen", "hoeveel dagen per week moet je werken daar"),
        "drie dagen werken",
    ),
    ((WELDERS, "en groep H dan", "hoeveel boven de cao kreeg je in t echt meestal"), "15-20% hoger"),
    (("Regio Deal Twente II", "wie betaalt dat?"), "25 miljoen euro van het Rijk"),
    (("Wat is Mind the Gap?", "And TechForFuture, with how many research groups did it work?"), "17"),
]


@pytest.mark.parametrize(("messages", "said"), SAID_FIRST)
def test_the_sentence_that_a_message_asks_for_comes_first(
    chain: AnswerChain, messages: tuple[str, ...], said: str
) -> None:
    assert said in talk(chain, *messages).sentences[0].text


def test_a_document_that_says_that_it_is_not_known_is_quoted_for_that(chain: AnswerChain) -> None:
    answer = talk(chain, "Was kostete mbo BBL 2024-2025?", "und wie viel ist es 2026-2027?")
    assert "2026-2027 stehen nicht" in answer.text


@pytest.mark.parametrize(
    "messages",
    [
        (UWV, "wie is de directeur?"),
        ("wat is innovatica bij remo in rijssen", "hoeveel vrouwen doen mee?"),
        (WELDERS, "krijg ik een laptop?"),
    ],
)
def test_what_the_document_does_not_tell_stays_refused(chain: AnswerChain, messages: tuple[str, ...]) -> None:
    assert talk(chain, *messages).outcome is Outcome.REFUSED
