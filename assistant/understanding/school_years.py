"""The year of havo or vwo that somebody is in, and what that year is worth: pure, and read before any other word.

Havo takes five years and vwo six; who leaves before the end has no diploma. Who moved up from year 3 to year 4 has the proof
that opens mbo-3 and mbo-4 (WEB art. 8.2.1); who did not has nothing yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

LAST_YEAR: Mapping[str, int] = {"havo": 5, "vwo": 6}
"""The year in which the diploma is taken."""

YEAR_AFTER_MOVE = 4
"""The year of havo and vwo to which one moves up with the proof that mbo asks."""

_ORDINALS = (
    ("eerste", "first", "1st", "erste[nrs]?", "brugklas"),
    ("tweede", "second", "2nd", "zweite[nrs]?"),
    ("derde", "third", "3rd", "dritte[nrs]?"),
    ("vierde", "fourth", "4th", "vierte[nrs]?"),
    ("vijfde", "fifth", "5th", "fünfte[nrs]?", "fuenfte[nrs]?"),
    ("zesde", "sixth", "6th", "sechste[nrs]?"),
)
_SCHOOL = r"(?P<school>havo|vwo|mavo|gymnasium|atheneum|vmbo(?:[- ]?(?:tl|gl|t|kader|basis|kb|bb))?)"
_YEAR = r"(?:klas|leerjaar|schooljaar|jaar|class|year|grade|klasse|jahr)"
_NUMBER = rf"(?P<number>[1-6])(?:e|de|ste|\.)?|(?P<ordinal>{'|'.join(word for words in _ORDINALS for word in words)})"

BEFORE = re.compile(
    rf"\b(?:(?:{_NUMBER})\s?-?\s?{_YEAR}|{_YEAR}\s(?P<after>[1-6]))"
    rf"(?:\s+(?:van|op|in|of|at|der|des|vom|von|im|auf)?\s*(?:de|het|the|dem|der)?\s*){_SCHOOL}\b",
    re.IGNORECASE,
)
"""A year before its school: "de derde klas van de havo", "klas 3 havo", "third year of vwo"."""

BEHIND = re.compile(
    rf"\b{_SCHOOL},?\s+(?:in\s+)?(?:(?:de|het|the|im|in)\s+)?(?:{_YEAR}\s(?P<after>[1-6])|(?:{_NUMBER})\s?-?\s?{_YEAR})\b",
    re.IGNORECASE,
)
"""A year behind its school: "havo klas 3", "vwo, leerjaar 4"."""

BARE_ORDINAL = re.compile(rf"\b(?P<number>[1-6])(?:e|de|ste)\s+{_SCHOOL}\b", re.IGNORECASE)
"""A year as an ordinal number: "3e havo"."""


def in_figures(text: str) -> str:
    """Return a text with each year of a school as its name and a number: "de derde klas van de havo" is "de havo 3"."""
    for pattern in (BEFORE, BEHIND, BARE_ORDINAL):
        text = pattern.sub(_short, text)
    return text


def _short(found: re.Match[str]) -> str:
    named = found.groupdict()
    number = named.get("number") or named.get("after") or _of_word(named.get("ordinal") or "")
    return f"{named['school']} {number}"


def _of_word(word: str) -> str:
    return next(
        str(place)
        for place, words in enumerate(_ORDINALS, start=1)
        if any(re.fullmatch(one, word, re.IGNORECASE) for one in words)
    )


@dataclass(frozen=True, slots=True)
class Worth:
    """What a year of school is worth: a level, "" for none, and whether it is still being worked for."""

    level: str
    studies: bool


def worth_of(level: str, year: int, *, studies: bool, failed: bool, leaves: bool, for_mbo: bool) -> Worth:
    """Return what somebody has who is in, or was in, a year of a school (0: not told).

    `failed` says that they stopped or did not pass, `leaves` that they want to stop, `for_mbo` that they want to go to mbo, which
    does not ask for the diploma.
    """
    last = LAST_YEAR.get(level, 0)
    if not last:
        is_lost = failed or (leaves and level.startswith("vmbo"))
        return Worth("", studies=False) if is_lost else Worth(level, studies)
    moved = f"{level}-3-4"
    is_under_way = 0 < year < last and (for_mbo or not studies)
    if not (failed or leaves or is_under_way):
        return Worth(level, studies)  # takes the diploma, or said nothing of a year
    if year >= YEAR_AFTER_MOVE:
        return Worth(moved, studies=False)
    if failed or 0 < year < YEAR_AFTER_MOVE - 1:
        return Worth("", studies=False)
    return Worth(moved, studies=studies or leaves)
