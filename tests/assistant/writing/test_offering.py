"""A "ja" means what our last answer offered."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.writing.offering import OFFERS, accepted
from assistant.writing.phrases import say

YES = {Language.DUTCH: "ja graag", Language.ENGLISH: "yes please", Language.GERMAN: "ja bitte"}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("offer", "question"), list(OFFERS.items()))
def test_a_yes_is_the_question_that_was_offered(language: Language, offer: str, question: str) -> None:
    said = f"Een lijst.\n{say(language, offer)}"
    assert accepted(YES[language], said) == say(language, question)


def test_a_yes_to_nothing_and_another_answer_mean_themselves() -> None:
    assert accepted("ja", "Een lijst.") is None
    assert accepted("nee", say(Language.DUTCH, "record_offer_more")) is None
