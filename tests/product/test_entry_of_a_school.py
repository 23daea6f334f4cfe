"""What entry to a school or a kind of school needs, for who tells nothing of themselves."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Question


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Mag ik naar het ROC van Twente?", "Voor mbo-2 heb je vmbo"),
        ("Kan mijn zoon naar Deltion?", "Voor mbo-4 heb je vmbo kb"),
        ("Wat zijn de toelatingseisen van Saxion?", "Voor een hbo-bachelor heb je havo, vwo of mbo-4"),
        ("Kan ik worden toegelaten bij Saxion?", "Voor een hbo-bachelor heb je havo, vwo of mbo-4"),
        ("Wat heb je nodig voor een hbo-bachelor?", "Voor een hbo-bachelor heb je havo, vwo of mbo-4"),
        ("what do I need for university of applied sciences", "For an hbo bachelor you need havo"),
    ],
)
def test_the_rules_for_everybody_are_told_with_what_else_to_tell(
    chain: AnswerChain, question: str, says: str
) -> None:
    found = chain.invoke(Question(question))
    assert says in found.text
    assert "diploma" in found.sentences[-1].text
    assert found.citations


@pytest.mark.parametrize(
    "question",
    [
        "welke vooropleiding heb ik nodig voor verpleegkunde hbo",
        "Kan ik naar Deltion met de bus?",
        "Welke eisen stelt DUO?",
        "Wat heb ik nodig voor mechatronica bij Saxion?",
        "mag ik naar het hbo met mbo 4",
    ],
)
def test_what_is_asked_of_more_than_a_school_is_not_answered_so(chain: AnswerChain, question: str) -> None:
    assert "Een opleiding kan meer vragen." not in chain.invoke(Question(question)).text
