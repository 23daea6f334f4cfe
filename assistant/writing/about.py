"""Whether an answer is about what a talk was about. Pure."""

from __future__ import annotations

import re

from assistant.writing.seam import Written
from knowledge.language.normalisation import fold

SHORTEST_STEM, ENDING = 4, 2
"""Letters that a word keeps, and those of its ending that may differ ("fonds", "fondsen")."""


def is_about(written: Written, topic: str) -> bool:
    """Say whether the first source of an answer names the topic: each word of it that is a name, or else half of all words."""
    if not written.citations:
        return False
    first = written.citations[0]
    where = fold(f"{first.title} {first.locator} {first.quote}")
    words = re.findall(r"\w{3,}", topic)
    names = [word for word in words if not word.islower()]
    found = [word for word in names or words if _stem(fold(word)) in where]
    return len(found) >= len(names) if names else 2 * len(found) >= len(words) > 0


def _stem(word: str) -> str:
    return word[: max(SHORTEST_STEM, len(word) - ENDING)]
