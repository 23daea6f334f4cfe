"""What became of the earlier messages of a talk, read from our own answers: nothing is kept between questions. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.types import Language, Turn
from assistant.writing.phrases import template

OF_ANSWERS = (
    "answer_source",
    "answer_date",
    "answer_old",
    "answer_newest",
    "answer_undated",
    "answer_which_is_right",
    "answer_one_source",
    "answer_without_source",
)
"""Phrases that open what we say about an answer of ours: the talk is about what that answer was about."""

ELSEWHERE = (
    "refused_out_of_scope",
    "record_unknown_elsewhere",
    "record_unknown_terms",
    "special_thanks",
    "special_small_talk",
    "special_about",
    "special_undecided",
    "special_forgery",
    "special_bullied",
    "special_unsafe_work",
    "special_literacy",
    "special_human",
    "special_overwhelmed",
    *OF_ANSWERS,
)
"""Phrases that open an answer to what names nothing we know: it is not what the talk is about."""

UNKNOWN = (
    "refused",
    "nearest",
    "ask_back",
    "record_unknown_of",
    "record_unknown_future",
    "record_unknown_field",
    "record_unknown_about",
    "record_unknown_this",
    "record_figure_lacks",
    "record_figure_lacks_name",
)
"""Phrases that open a refusal about something of the talk."""


def exchanges(history: Sequence[Turn]) -> tuple[tuple[Turn, str], ...]:
    """Return each message of the person with our answer to it, "" where there is none, oldest first."""
    found: list[tuple[Turn, str]] = []
    for turn in history:
        if turn.role == "user":
            found.append((turn, ""))
        elif found and not found[-1][1]:
            found[-1] = (found[-1][0], turn.text)
    return tuple(found)


def was_turned_away(reply: str) -> bool:
    """Say whether an answer of ours was a refusal, a question back, or small talk."""
    return _opening((*ELSEWHERE, *UNKNOWN)).match(reply) is not None


def was_elsewhere(reply: str) -> bool:
    """Say whether an answer of ours said that the message was about nothing that we know, or was small talk."""
    return _opening(ELSEWHERE).match(reply) is not None


def on_topic(history: Sequence[Turn]) -> tuple[Turn, ...]:
    """Return the turns without the messages that were about nothing we know, and our answers to them."""
    kept: list[Turn] = []
    for turn in history:
        if turn.role == "assistant" and kept and kept[-1].role == "user" and was_elsewhere(turn.text):
            kept.pop()
        else:
            kept.append(turn)
    return tuple(kept)


@cache
def _opening(keys: tuple[str, ...]) -> re.Pattern[str]:
    """Match the beginning of an answer that opens with one of the phrases, whatever is filled in."""
    phrases = {_pattern(template(language, key)) for language in Language for key in keys}
    return re.compile("|".join(sorted(phrases)), re.IGNORECASE)


FILLED = re.compile(r"\{\w+\}")
"""A place in a phrase where something is filled in."""


def _pattern(phrase: str) -> str:
    return r"[^\n]{1,300}?".join(re.escape(part) for part in FILLED.split(phrase))
