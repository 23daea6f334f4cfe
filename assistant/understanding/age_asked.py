"""Whether it is asked if one is too old to learn: told apart from how old one must be, and from the ages of money. Pure; data: age_limit.yaml."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from knowledge.data_files import read_data
from knowledge.language.normalisation import fold

_DATA = Path(__file__).parent / "data" / "age_limit.yaml"

ASKED = ("too_old", "adults", "limit", "still")
"""The ways to ask, in the order in which they are looked for."""

OF_AGE = 25
"""Years from which "can I still" is asked because of one's age."""

AGE = re.compile(r"\b([2-7]\d)\b(?! ?(?:%|procent|uur|hours|stunden|euro|km|man|mensen|jaar ervaring))")


def age_asked(text: str, names_aim: bool = False) -> str:
    """Return how it is asked whether there is a highest age ("too_old", "adults", "limit", "still"), "" where it is not.

    `names_aim` says that learning or work is aimed at in other words than those of the data.
    """
    folded = fold(text)
    never, learning, ways = _patterns()
    if never.search(folded) or not (names_aim or learning.search(folded)):
        return ""
    return next((way for way in ASKED if _is_asked(way, folded, ways[way])), "")


def _is_asked(way: str, folded: str, patterns: tuple[re.Pattern[str], ...]) -> bool:
    if not any(pattern.search(folded) for pattern in patterns):
        return False
    return way != "still" or any(int(age) >= OF_AGE for age in AGE.findall(folded))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, tuple[re.Pattern[str], ...]]]:
    raw = read_data(_DATA)
    ways = {way: tuple(map(re.compile, raw[way])) for way in ASKED}
    return re.compile(raw["never"]), re.compile(raw["learning"]), ways
