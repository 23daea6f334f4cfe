"""Which words of a question an answer has to account for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.language.analysis import Analyzer
from knowledge.types import QuestionWord

OF_SITUATION = 0.4
"""What is left of the weight of a word that only tells about the person."""


def without_situation(words: Sequence[QuestionWord], situation: str) -> tuple[QuestionWord, ...]:
    """Return the words with those of the person's situation made light and no longer content.

    When nothing else is left ("Ik heb mbo 2 metaal. Wat nu?") the situation is what is asked about.
    """
    told = frozenset(Analyzer().words(situation))
    lighter = tuple(
        replace(word, weight=OF_SITUATION * word.weight, is_content=False)
        if told.intersection(word.forms)
        else word
        for word in words
    )
    return lighter if any(word.is_content for word in lighter) else tuple(words)
