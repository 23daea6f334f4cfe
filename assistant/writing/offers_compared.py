"""Two courses of a school that a message sets side by side: "mig-mag niveau 1 of niveau 2?". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import Language
from assistant.understanding.course_steps import steps_said
from assistant.understanding.offer_called import Called, called, is_weak
from assistant.writing.schools_called import School
from knowledge.catalogue.folding import folded

LONGEST_FOLLOW_UP = 9
"""Words of the longest message that may name another course of the school before it and lean on nothing: "und was kostet der E-Bike-Kurs?"."""


def of_both(text: str, names: Sequence[str], language: Language, school: School) -> tuple[str, ...]:
    """Return the courses that a message sets side by side, each called by itself ("de robots of de chips?"); () where it does not.

    The second may say only in what it differs from the first: "mig-mag niveau 1 of niveau 2".
    """
    is_of_steps = len(steps_said(folded(text).split())) > 1
    if not is_of_steps and not IS_COMPARISON.search(text) and not ASKED_TWICE.search(text):
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
    second = called(other, names, language.value, school.aside)
    if first is not None and second is None and len(other.split()) <= LONGEST_FOLLOW_UP:
        second = called(f"{_bare(one, first)} {other}", names, language.value)
    if second is not None and first is None and _says_step(one):
        first = called(f"{_bare(other, second)} {one}", names, language.value)
    if first is None or len(first.names) > MOST_OF_SIDE:
        return ()
    if second is None or len(second.names) > MOST_OF_SIDE or not set(second.names).isdisjoint(first.names):
        return ()
    return first.names + second.names


def _bare(side: str, found: Called) -> str:
    """Return what a side of a comparison says of a course without its step: "wondzorg" of "de basis wondzorg"."""
    words = [word for begin, end in found.said for word in folded(side[begin:end]).split()]
    return " ".join(
        word for word in words if not is_weak(word) and not word.isdigit() and not steps_said([word])
    )


def _says_step(side: str) -> bool:
    """Say whether the first side of a comparison only says which step ("de basis of de verdieping wondzorg"): of what stands in the second."""
    words = folded(side).split()
    return bool(steps_said(words)) or any(is_weak(word) for word in words[-2:])


MOST_OF_SIDE = 2
"""Courses that a side of a comparison may mean."""

SENTENCES = re.compile(r"(?<=[.?!:])\s+")
COMPARES = re.compile(
    r"(?:\s|,\s)(?:of|or|oder|en|and|und|versus|vs|dan|than|als|tegenover)\s", re.IGNORECASE
)
IS_COMPARISON = re.compile(
    r"\b(?:of|or|oder|versus|vs|twijfel|tussen|between|zwischen|ene|andere|beiden|compare|vergelijk\w*|vergleich\w*|\w*verschil|difference|unterschied|scheelt|scheelen|allebei|beide|both|(?:goedkoper|duurder|korter|langer|meer|minder|eerder|cheaper|shorter|longer|more|less|earlier|gunstiger|kurzer|langer|mehr)\w*)\b",
    re.IGNORECASE,
)
"""Words with which a message sets two things side by side."""

ASKED_TWICE = re.compile(
    r"\b(?P<asked>wat kost|hoeveel kost|wanneer|hoe ?lang|hoe laat|waar|when|what|how much|how long|where|wann|was kostet|wie lange|wo)\b.{3,60}"
    r"\b(?:en|and|und)\s+(?P=asked)\b",
    re.IGNORECASE,
)
"""The same asked of two things in one message."""
