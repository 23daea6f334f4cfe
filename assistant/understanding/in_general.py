"""Which question that documents answer in general a message asks, with circumstances of one's own around it. Pure; data: in_general.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from knowledge.data_files import read_data
from knowledge.language.normalisation import fold

_DATA = Path(__file__).parent / "data" / "in_general.yaml"

LONGEST_FOLLOW_UP = 8
"""Words of the longest message that is taken to ask of our answer before it."""

YEAR = re.compile(r"\b20\d\d\b")

AMOUNT = re.compile(
    r"\b(?:hoeveel|wat verdien\w*|how much|what (?:do|does|would|will)|wie ?viel|was verdien\w*)\b"
)
"""A short message that asks how much wants a figure of what was spoken of, and not what holds in general."""


def general_question(text: str, answer_before: str = "") -> str:
    """Return the name of the question that is asked, "" for any other message. What a short one is asked of may stand in our last answer."""
    asked = " ".join(fold(text).split())
    if YEAR.search(asked):
        return ""  # what holds in general is of no year
    leans = len(asked.split()) <= LONGEST_FOLLOW_UP and AMOUNT.search(asked) is None
    around = f"{asked} {fold(answer_before)}" if leans else asked
    return next((name for name, one in _patterns().items() if _is_asked(one, asked, around)), "")


def _is_asked(one: Mapping[str, re.Pattern[str]], asked: str, around: str) -> bool:
    asks, of, never = one["asks"], one["of"], one["never"]
    return bool(asks.search(asked)) and bool(of.search(around)) and never.search(asked) is None


@cache
def _patterns() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    raw = read_data(_DATA)
    return {name: {key: re.compile(one[key]) for key in ("asks", "of", "never")} for name, one in raw.items()}
