"""A question as it was meant: chat words in full and typing errors put right, in the message and in what was said before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.types import Language, Question, Turn
from assistant.understanding.definition_asked import without_story_before_definition
from assistant.understanding.fees import fee_of_mbo
from assistant.understanding.going_back import going_back, going_elsewhere
from assistant.understanding.language_meant import language_meant
from assistant.understanding.nationality import as_asked_from
from assistant.understanding.other_one import with_the_other
from assistant.understanding.plain import in_full
from assistant.understanding.same_asked import with_the_same_asked
from assistant.understanding.vmbo_tracks import with_vmbo
from assistant.understanding.year_beside import with_the_year

Mends = Callable[[str, Language], str]
"""Puts the typing errors of a message right."""

EXCHANGE = 2
"""Turns of a message and its answer."""

Names = Callable[[Question, Language], Question]
"""Puts the names of programmes in the place of what the messages of a person call them."""


def as_meant(
    question: Question, detect: Callable[[str], str], mends: Mends, names: Names | None = None
) -> Question:
    """Return the question with the messages of the person as they were meant; ours stay as they are.

    One that goes back to an earlier subject, or on to another one, is asked there (`going_back`), and a track of the vmbo gets its school
    (`with_vmbo`). What something is is asked without the story before it (`without_story_before_definition`), what asks the same of
    another thing in few words (`with_the_same_asked`), and what is paid for mbo by its name (`fee_of_mbo`). "The other one" gets its
    name (`with_the_other`), "the year before" its number (`with_the_year`), and who only tells where they are from asks what was asked
    before of those (`as_asked_from`).
    """
    language = language_meant(question, detect)

    def meant(text: str) -> str:
        return mends(in_full(text, language), language)

    mended = replace(
        question,
        text=meant(question.text),
        history=tuple(_meant_turn(turn, meant) for turn in question.history),
    )
    there = with_vmbo(going_elsewhere(going_back(mended, language), language))
    there = with_the_same_asked(without_story_before_definition(there), language)
    there = replace(there, text=fee_of_mbo(there.text, [turn.text for turn in there.history[-EXCHANGE:]]))
    there = with_the_other(as_asked_from(with_the_year(there), language))
    return names(there, language) if names is not None else there


def _meant_turn(turn: Turn, meant: Callable[[str], str]) -> Turn:
    return replace(turn, text=meant(turn.text)) if turn.role == "user" else turn
