"""Two courses of a school that a message sets side by side: "mig-mag niveau 1 of niveau 2?". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import Language
from assistant.understanding.offer_called import called, is_weak
from assistant.writing.schools_called import School
from knowledge.catalogue.folding import folded

LONGEST_FOLLOW_UP = 9
"""Words of the longest message that may name another course of the school before it and lean on nothing: "und was kostet der E-Bike-Kurs?"."""


def of_both(text: str, names: Sequence[str], language: Language, school: School) -> tuple[str, ...]:
    """Return the courses that a message sets side by side, each called by itself ("de robots of de chips?"); () where it does not.

    The second may say only in what it differs from the first: "mig-mag niveau 1 of niveau 2".
    """
    if not IS_COMPARISON.search(text):
        return ()
    for part in SENTENCES.split(text):
        for between in COMPARES.finditer(part):
            found = _two(part[: between.start()], part[between.end() :], names, language, school)
            if found:
                return found
    return ()


def _two(one: str, other: str, names: Sequence[str], language: Language, school: School) -> tuple[str, ...]:
    """Return the courses that the sides of a comparison mean, () where a side means none or many, or both the same."""
    first = called(one, names, language.value, school.aside)
    if first is None or len(first.names) > MOST_OF_SIDE:
        return ()
    second = called(other, names, language.value, school.aside)
    if second is None and len(other.split()) <= LONGEST_FOLLOW_UP:
        name = first.names[0]
        bare = " ".join(word for word in folded(name).split() if not is_weak(word) and not word.isdigit())
        second = called(f"{bare} {other}", names, language.value)
    if second is None or len(second.names) > MOST_OF_SIDE or not set(second.names).isdisjoint(first.names):
        return ()
    return first.names + second.names


MOST_OF_SIDE = 2
"""Courses that a side of a comparison may mean."""

SENTENCES = re.compile(r"(?<=[.?!:])\s+")
COMPARES = re.compile(
    r"(?:\s|,\s)(?:of|or|oder|en|and|und|versus|vs|dan|than|als|tegenover)\s", re.IGNORECASE
)
IS_COMPARISON = re.compile(
    r"\b(?:of|or|oder|versus|vs|twijfel|tussen|between|zwischen|ene|andere|beiden|compare|vergelijk\w*|vergleich\w*|verschil|difference|unterschied|allebei|beide|both|(?:goedkoper|duurder|korter|langer|meer|minder|eerder|cheaper|shorter|longer|more|less|earlier|gunstiger|kurzer|langer|mehr)\w*)\b",
    re.IGNORECASE,
)
"""Words with which a message sets two things side by side."""
