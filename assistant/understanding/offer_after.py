"""Which course of a school comes after another: the next level, or the one for who did the first. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from assistant.understanding.course_steps import LATER, steps_of
from assistant.understanding.offer_called import all_words, is_weak, words_of_name

NEXT_ASKED = re.compile(
    r"\b(?:cursus|opleiding|training|niveau|level|stap|step|deel|stufe|kurs|module|groep|one)\s+(?:daarna|hierna|erna|after(?:wards)?(?: that)?|danach)\b"
    r"|\b(?:volgende|next|nächste[rns]?|hogere|higher|höhere[rns]?)\s+(?:niveau|level|stap|step|cursus|opleiding|training|deel|stufe|kurs|module|one|course)\b"
    r"|\b(?:de\s+|het\s+|the\s+|den\s+|die\s+)?(?:vervolg(?:cursus|opleiding|training)?|follow[- ]?up(?: course)?|aufbaukurs)\s*\?",
    re.IGNORECASE,
)
"""How the course after the one of the talk is asked ("en de cursus daarna?")."""

IN_ORDER = ("a0", "a1", "a2", "b1", "b2", "c1", "c2")
"""The levels of a language (Common European Framework), the lowest first."""


def next_after(name: str, names: Iterable[str]) -> str:
    """Return the one course that comes after another: its subject with the next number, or the one for who did it; "" for none or several."""
    own = all_words(name)
    subject = {
        word for word in words_of_name(name) if not is_weak(word) and len(word) > 1 and word not in IN_ORDER
    }
    later = []
    for other in dict.fromkeys(names):
        words = all_words(other)
        if other == name or not subject.intersection(words):
            continue
        if any(one in own and two in words for one, two in _steps_on()):
            return other
        if LATER in steps_of(other) and LATER not in steps_of(name):
            later.append(other)
    return later[0] if len(later) == 1 else ""


def _steps_on() -> Iterator[tuple[str, str]]:
    """Yield each step with the one after it."""
    yield from pairwise(IN_ORDER)
    yield from ((str(number), str(number + 1)) for number in range(1, 9))
