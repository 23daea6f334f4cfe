"""The other of two things that a talk set side by side ("dan moet ik die andere"): the one that our answer named beside the one asked of. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.types import Question

THE_OTHER = re.compile(
    r"\b(?:(?:die|dat|de|het) andere?|the other(?: one)?|(?:der|die|das|den|dem) anderen?)\b(?! (?!dan\b|then\b|denn\b)[^\W\d_]{3,})",
    re.IGNORECASE,
)
"""The other one, with nothing behind it that says of what: "die andere cursus" says it itself."""

PAIRS = (
    ("bol", "bbl"),
    ("voltijd", "deeltijd"),
    ("full-time", "part-time"),
    ("vollzeit", "teilzeit"),
)
"""Forms that are each other's other one."""

NAME = re.compile(r"\b(?=([^\W\d_][\w&-]*) ([A-ZÀ-Þ0-9][\w&-]*)\b)")
"""A name of two words, the second of which tells it from others: "VCA Basis", "niveau 2"."""


def with_the_other(question: Question) -> Question:
    """Return a message that says "the other one" with its name, where our last answer named exactly one beside what was asked; else as it is."""
    said = THE_OTHER.search(question.text)
    asked = next((turn.text for turn in reversed(question.history) if turn.role == "user"), "")
    reply = next((turn.text for turn in reversed(question.history) if turn.role == "assistant"), "")
    if said is None or not asked:
        return question
    others = _others(asked, reply)
    if len(others) != 1:
        return question
    return replace(question, text=question.text[: said.start()] + others.pop() + question.text[said.end() :])


def _others(asked: str, reply: str) -> set[str]:
    """Return what a reply names that differs in one word from what a question names."""
    words = set(re.findall(r"[\w-]+", asked.lower()))
    told = set(re.findall(r"[\w-]+", reply.lower()))
    found = {
        other.upper() if len(other) <= len("bbl") else other
        for pair in PAIRS
        for one, other in (pair, pair[::-1])
        if one in words and other not in words and other in told
    }
    names = NAME.findall(reply)
    own = {first.lower() for first, second in names if {first.lower(), second.lower()} <= words}
    return found | {
        f"{first} {second}" for first, second in names if first.lower() in own and second.lower() not in words
    }
