"""A question as it was meant: chat words in full and typing errors put right, in the message and in what was said before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.types import Language, Question, Turn
from assistant.understanding.going_back import going_back, going_elsewhere
from assistant.understanding.nationality import as_asked_from
from assistant.understanding.other_one import with_the_other
from assistant.understanding.plain import in_full
from assistant.understanding.vmbo_tracks import with_vmbo
from assistant.understanding.year_beside import with_the_year

Mends = Callable[[str, Language], str]
"""Puts the typing errors of a message right."""

Names = Callable[[Question, Language], Question]
"""Puts the names of programmes in the place of what the messages of a person call them."""

SHORTEST_SURE = 4
"""Words from which the language of a message is told without the message before it."""


def as_meant(
    question: Question, detect: Callable[[str], str], mends: Mends, names: Names | None = None
) -> Question:
    """Return the question with the messages of the person as they were meant; ours stay as they are.

    One that goes back to an earlier subject, or on to another one, is asked there (`going_back`), a track of the vmbo gets its school (`with_vmbo`),
    "the other one" its name (`with_the_other`), "the year before" its number (`with_the_year`), and who only tells where they are from asks what was asked before of those (`as_asked_from`).
    """
    language = question.language or _language(question, detect)

    def meant(text: str) -> str:
        return mends(in_full(text, language), language)

    mended = replace(
        question,
        text=meant(question.text),
        history=tuple(_meant_turn(turn, meant) for turn in question.history),
    )
    there = with_vmbo(going_elsewhere(going_back(mended, language), language))
    there = with_the_other(as_asked_from(with_the_year(there), language))
    return names(there, language) if names is not None else there


def _meant_turn(turn: Turn, meant: Callable[[str], str]) -> Turn:
    return replace(turn, text=meant(turn.text)) if turn.role == "user" else turn


def _language(question: Question, detect: Callable[[str], str]) -> Language:
    previous = next((turn.text for turn in reversed(question.history) if turn.role == "user"), "")
    is_short = len(question.text.split()) < SHORTEST_SURE
    return Language(detect(f"{previous} {question.text}" if is_short else question.text))
