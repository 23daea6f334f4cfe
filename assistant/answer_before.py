"""The answer before a message, made again with what it cites: between questions nothing is kept but the words that were said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.types import Answer, Outcome, Question
from assistant.writing.answer_sources import AnswerBefore


def answer_before(question: Question, answer_again: Callable[[Question], Answer]) -> AnswerBefore | None:
    """Return the last answer of a talk with the citations of what it said, None where the talk has none.

    The question before is answered again by the same sources, which gives the same words; what comes out otherwise, since the
    sources changed in between or a model worded it, cites nothing here.
    """
    history = question.history
    asked = next((place for place in reversed(range(len(history))) if history[place].role == "user"), None)
    said = "" if asked is None else "\n".join(turn.text for turn in history[asked + 1 :])
    if asked is None or not said:
        return None
    turn = history[asked]
    again = answer_again(replace(question, text=turn.text, history=history[:asked], filters=turn.filters))
    kept = tuple(one for one in again.sentences if one.text in said)
    numbers = frozenset(number for one in kept for number in one.citations)
    citations = tuple(one for one in again.citations if one.number in numbers)
    return AnswerBefore(kept, citations, again.outcome is Outcome.REFUSED)
