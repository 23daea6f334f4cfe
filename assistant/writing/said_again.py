"""Answers that say again what was said, to a message that asks for another time ("en nu?", "en het jaar daarna?"). Pure.

The same words are no answer to what is new in such a message: that nothing is known of that time is.
"""

from __future__ import annotations

import re
from datetime import date

from assistant.types import Outcome, Request, SentenceKind
from assistant.understanding.figure_steps import AWAY, step_of
from assistant.understanding.figure_years import shifted
from assistant.understanding.of_answer import OfAnswer
from assistant.understanding.replacing import YEAR
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
    return asks_of_now(request) or (bool(request.topic) and step_of(request.question.text) in AWAY)


def says_nothing_new(request: Request, written: Written) -> bool:
    """Say whether an answer tells of today what was told before, or has not the year that is counted from the one told before.

    A question that names its year is answered by a sentence with that year, also by the same one.
    """
    said = _said(request)
    told = [one.text for one in written.sentences if one.kind in TOLD]
    if written.outcome is not Outcome.ANSWERED or not told:
        return False
    if asks_of_now(request):
        return told[0] in said
    year = _year_asked(request, said)
    return bool(year) and not any(year in text for text in told)


def lists_again(request: Request, written: Written) -> bool:
    """Say whether an answer tells but of one thing, which our last answer named, to a message that asks which several there are."""
    last = next((turn.text for turn in reversed(request.question.history) if turn.role == "assistant"), "")
    named = [one.name for one in written.records]
    return len(named) == 1 and named[0] in last and WHICH_ONES.search(request.question.text) is not None


WHICH_ONES = re.compile(
    r"\b(?:welke|wat voor|which|what|welche)\s+(?:[\w-]+\s+)?(?:richtingen|opleidingen|ad'?s|studies|cursussen|programma'?s|varianten|bachelors|masters|"
    r"programmes|courses|directions|fields|studiengänge|richtungen|kurse|ausbildungen)\b|\bhoe heten\b|\bwhat are they called\b|\bwie heißen\b",
    re.IGNORECASE,
)
"""A question for the names of several."""


def of_now(request: Request, written: Written, today: date) -> Written:
    """Return whether what an answer says again may still hold, with its sources."""
    said = _said(request)
    again = tuple(one for one in written.sentences if one.kind in TOLD and one.text in said)
    return about_answer(OfAnswer.CURRENT, answer_of(again, written), request.language, today)


def _said(request: Request) -> str:
    return next((turn.text for turn in reversed(request.question.history) if turn.role == "assistant"), "")


def _year_asked(request: Request, said: str) -> str:
    """Return the year before or after the first one of our last answer, "" where that or the question decides otherwise.

    Of two years in its first sentence it is not known which one was asked.
    """
    step, found = step_of(request.question.text), YEAR.search(said)
    if step not in AWAY or found is None or YEAR.search(request.standalone_question):
        return ""
    if len({match.group() for match in YEAR.finditer(said.partition("\n")[0])}) > 1:
        return ""
    return shifted(re.sub(r"\s*[-/]\s*", "-", found.group()), AWAY[step])
