"""Answers that say again what was said, to a message that asks for another time ("en nu?", "en het jaar daarna?"). Pure.

The same words are no answer to what is new in such a message: that nothing is known of that time is.
"""

from __future__ import annotations

import re
from datetime import date

from assistant.types import Outcome, Request, SentenceKind
from assistant.understanding.of_answer import OfAnswer
from assistant.understanding.replacing import EARLIER, LATER, RELATIVE_YEAR, YEAR
from assistant.writing.answer_sources import about_answer, answer_of
from assistant.writing.seam import Written

NOW = re.compile(
    r"\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?:(?:hoe|wat|wie|how|what|who|wer|was) (?:is|zit|zijn|about|are|ist|sind)(?: (?:dat|het|die|er|it|that|das|es))?\s+)?"
    r"(?:nu|nou|vandaag|tegenwoordig|inmiddels|momenteel|op dit moment|anno nu|now|today|nowadays|jetzt|heute|inzwischen)(?:\s+dan)?\s*[?!.]*",
    re.IGNORECASE,
)
"""A message that asks what was said of today, and nothing else."""

TOLD = (SentenceKind.QUOTE, SentenceKind.WORDED, SentenceKind.COMPUTED)


def asks_of_now(request: Request) -> bool:
    """Say whether a message asks of today what was asked before it."""
    return bool(request.question.history) and NOW.fullmatch(request.question.text) is not None


def asks_other_time(request: Request) -> bool:
    """Say whether a message goes on from the one before it with another time."""
    text = request.question.text
    is_of_year = any(pattern.search(text) for pattern in (EARLIER, LATER, RELATIVE_YEAR))
    return asks_of_now(request) or (bool(request.topic) and is_of_year)


def says_nothing_new(request: Request, written: Written) -> bool:
    """Say whether an answer first tells what our answer before it told, or has not the year that is counted from there."""
    said = _said(request)
    told = [one.text for one in written.sentences if one.kind in TOLD]
    if written.outcome is not Outcome.ANSWERED or not told:
        return False
    year = _year_asked(request, said)
    return year not in told[0] if year else told[0] in said


def of_now(request: Request, written: Written, today: date) -> Written:
    """Return whether what an answer says again may still hold, with its sources."""
    said = _said(request)
    again = tuple(one for one in written.sentences if one.kind in TOLD and one.text in said)
    return about_answer(OfAnswer.CURRENT, answer_of(again, written), request.language, today)


def _said(request: Request) -> str:
    return next((turn.text for turn in reversed(request.question.history) if turn.role == "assistant"), "")


def _year_asked(request: Request, said: str) -> str:
    """Return the year before or after the first one of our last answer, where a message asks that and names none; else ""."""
    away = next(
        (away for away, pattern in ((-1, EARLIER), (1, LATER)) if pattern.search(request.question.text)), 0
    )
    found = YEAR.search(said)
    if not away or found is None or YEAR.search(request.standalone_question):
        return ""
    return str(int(found.group()[:4]) + away)
