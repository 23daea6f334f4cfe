"""Whether a figure that no source states follows from figures that one does: a difference, a share, a change in percent. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import permutations

FIGURE = re.compile(r"\d+(?:[.,]\d{3})*(?:[.,]\d{1,2})?(?!\d)")
"""A figure as it is written in three languages: "7.040", "7,040", "22,7" and "22.7"."""

DIGITS = 2
"""Decimals to which a difference is told; shares are told to one."""

MOST_FIGURES = 80
"""Figures of the sources from which more is not computed: among many figures some pair has nearly every difference."""


def figures_in(text: str) -> tuple[float, ...]:
    """Return the figures of a text, each once, in order."""
    return tuple(dict.fromkeys(value_of(found) for found in FIGURE.findall(text)))


def value_of(written: str) -> float:
    """Return 7040 for "7.040" and "7,040", and 22.7 for "22,7" and "22.7"."""
    whole = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", written)
    return float(whole.replace(",", "."))


def follows_from(value: float, given: Iterable[float]) -> bool:
    """Say whether a value is the difference of two given ones, the one in percent of the other, or its change in percent."""
    figures = tuple(dict.fromkeys(given))
    if len(figures) > MOST_FIGURES:
        return False
    return any(value in _made_of(first, second) for first, second in permutations(figures, 2))


def _made_of(first: float, second: float) -> Sequence[float]:
    difference = round(abs(first - second), DIGITS)
    if not second:
        return (difference,)
    return (difference, round(100 * first / second, 1), round(100 * abs(first - second) / second, 1))
