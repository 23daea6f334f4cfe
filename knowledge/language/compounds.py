"""Splitting Dutch (and German) compounds into words that are in use.

A compound is split where every part is a known word: "lasopleiding" into "las" and "opleiding". What is known
is asked of the caller, who has the vocabulary of the corpus. Derivations are no compounds: "opleiding" is
not "opleid" and "ing", "werkloosheid" is not "werkloos" and "heid".
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path

SHORTEST_PART = 3
SHORTEST_COMPOUND = 7
"""Below this length a split is more often wrong than right ("banden" is not "ban" and "den")."""

LONGEST_COMPOUND = 40
MOST_PARTS = 4
_LINKS = ("", "s", "en", "e", "n")
"""Letters that Dutch puts between parts: "beroep-s-opleiding", "student-en-raad", "zonn-e-bank",
"lade-n-kast"."""


@cache
def _words_with(role: str) -> frozenset[str]:
    """Return one of our own lists (data/compound_parts.csv).

    "never last" are suffixes and endings that look like words; "never first" are prefixes and function words,
    with which a word is derived, not composed.
    """
    with (Path(__file__).parent / "data" / "compound_parts.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file) if row["role"] == role)


def listed_parts() -> frozenset[str]:
    """Return the words of the field that may be parts of compounds, whatever the corpus holds."""
    return _words_with("part")


def split_compound(word: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the parts of a folded `word`, or () if it is no compound of known words.

    The fewest parts win, then the longest shortest part. A part that only exists with its linking letters is
    given with them.
    """
    if not SHORTEST_COMPOUND <= len(word) <= LONGEST_COMPOUND or not word.isalpha():
        return ()
    best = _best_split(word, is_known, MOST_PARTS, {})
    return best if len(best) > 1 else ()


def _best_split(
    word: str, is_known: Callable[[str], bool], parts_left: int, seen: dict[tuple[str, int], tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the best way to read `word` as compound parts in sequence; () if there is none."""
    key = (word, parts_left)
    if key in seen:
        return seen[key]
    readings: list[tuple[str, ...]] = []
    if parts_left < MOST_PARTS and _can_be_last(word) and is_known(word):
        readings.append((word,))
    if parts_left > 1:
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            first = _known_first(word[:cut], is_known)
            if first and (rest := _best_split(word[cut:], is_known, parts_left - 1, seen)):
                readings.append((first, *rest))
    best = max(readings, key=lambda parts: (-len(parts), min(map(len, parts))), default=())
    seen[key] = best
    return best


def _can_be_last(part: str) -> bool:
    """Say whether `part` may stand at the end of a compound."""
    return len(part) >= SHORTEST_PART and part not in _words_with("never last")


def _known_first(piece: str, is_known: Callable[[str], bool]) -> str:
    """Return the word that `piece` is, with or without linking letters, if it may be followed by another;
    else ""."""
    for link in _LINKS:
        bare = piece.removesuffix(link) if link else piece
        if (
            len(bare) >= SHORTEST_PART
            and (not link or bare != piece)
            and bare not in _words_with("never first")
            and is_known(bare)
        ):
            return bare
    return ""
