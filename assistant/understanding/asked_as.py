"""How a message asks about levels and diplomas where it does not ask whether one may enter: see data/asked_as.yaml. Pure.

A "Ja." answers "may I, with this, enter that" alone: whether something is needed, whether two levels are the same, and what is
asked with a "not" each want another sentence.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from knowledge.data_files import read_data
from knowledge.language.normalisation import fold

_DATA = Path(__file__).parent / "data" / "asked_as.yaml"
FEWEST_LEVELS = 2


class AskedAs(StrEnum):
    """What is asked of levels and diplomas."""

    MAY = "may"
    """Anything that a "Ja" or "Nee" to the rule of entry answers."""
    NEED = "need"
    EQUAL = "equal"
    NEGATED = "negated"
    RULE = "rule"
    """What is needed to enter: the rule itself is the answer."""


@lru_cache(maxsize=500)
def asked_as(text: str) -> AskedAs:
    """Return how a message asks about levels and diplomas."""
    folded = " ".join(fold(text).replace("’", "'").split())
    patterns = _patterns()
    if _is_equality(folded):
        return AskedAs.EQUAL
    for kind in (AskedAs.RULE, AskedAs.NEED, AskedAs.NEGATED):
        if any(pattern.search(folded) for pattern in patterns[kind.value]):
            return kind
    return AskedAs.MAY


def _is_equality(folded: str) -> bool:
    """Say whether two levels are set side by side in a message, and nothing of entry, money or time is asked."""
    patterns = _patterns()
    if any(pattern.search(folded) for pattern in patterns["never_equal"]):
        return False
    levels = {level.group() for level in patterns["level"][0].finditer(folded)}
    return len(levels) >= FEWEST_LEVELS and any(pattern.search(folded) for pattern in patterns["equal"])


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    raw = read_data(_DATA)
    level = raw["level"]
    found = {
        name: tuple(re.compile(text.replace("{level}", level)) for text in raw[name])
        for name in ("equal", "never_equal", "need", "negated", "rule")
    }
    return {**found, "level": (re.compile(rf"\b{level}\b"),)}
