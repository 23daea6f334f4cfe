"""The language of a message in its talk: told by its own words, or by the message before it. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.types import Language, Question

SHORTEST_SURE = 4
"""Words from which the language of a message is told without the message before it."""

GOES_ON = {
    "en": Language.DUTCH,
    "maar": Language.DUTCH,
    "and": Language.ENGLISH,
    "but": Language.ENGLISH,
    "und": Language.GERMAN,
    "aber": Language.GERMAN,
}
"""With what a message goes on from the one before, in its language."""

FIRST_WORD = re.compile(r"\W*(\w+)")


def language_meant(question: Question, detect: Callable[[str], str]) -> Language:
    """Return the language that a question is to be answered in.

    That is the one it says itself; else that of the message before, where it goes on from that in the same language ("und Data Science
    (MSc)?"), whatever the names in it look like; else what `detect` finds in its words, with those of the message before where it is very short.
    """
    if question.language is not None:
        return question.language
    text = question.text
    previous = next((turn.text for turn in reversed(question.history) if turn.role == "user"), "")
    first = FIRST_WORD.match(text)
    going_on = GOES_ON.get(first[1].lower()) if first is not None else None
    if previous and going_on is not None and detect(previous) == going_on:
        return going_on
    is_short = len(text.split()) < SHORTEST_SURE
    return Language(detect(f"{previous} {text}" if is_short else text))
