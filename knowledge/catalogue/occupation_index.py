"""Occupations by any of their names in Dutch, English or German, the best match first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from knowledge.catalogue.folding import folded


class Match(IntEnum):
    """How a label answers the words asked for, the best first."""

    PREFERRED = 0
    ALTERNATIVE = 1
    PREFERRED_STARTS = 2
    STARTS = 3
    WORDS = 4
    PART = 5


class OccupationIndex:
    """Labels of occupations, folded. A German double form ("Schweißer/Schweißerin") is two labels."""

    def __init__(self, labels: Iterable[tuple[str, Mapping[str, Sequence[str]]]]) -> None:
        self._labels: dict[str, dict[str, bool]] = {}
        for occupation, by_language in labels:
            for words in by_language.values():
                for place, label in enumerate(words):
                    for form in forms(label):
                        known = self._labels.setdefault(form, {})
                        known[occupation] = known.get(occupation, False) or place == 0

    def called(self, name: str) -> tuple[str, ...]:
        """Return the ids of the occupations of which a text is a whole label: those that it is the first label of, else all; by id."""
        known = self._labels.get(folded(name), {})
        first = sorted(occupation for occupation, is_preferred in known.items() if is_preferred)
        return tuple(first or sorted(known))

    def find(self, text: str, limit: int = 20) -> tuple[str, ...]:
        """Return the ids of at most `limit` occupations: by kind of match, then the shortest label, then id."""
        asked = folded(text)
        if not asked:
            return ()
        best: dict[str, tuple[int, int]] = {}
        for label, occupations in self._labels.items():
            for occupation, is_preferred in occupations.items():
                match = _match(asked, label, is_preferred)
                if match is not None:
                    best[occupation] = min(best.get(occupation, (9, 0)), (match, len(label)))
        return tuple(sorted(best, key=lambda occupation: (best[occupation], occupation))[:limit])


def forms(label: str) -> tuple[str, ...]:
    """Return the folded forms of a label: the whole, and the parts of a double form."""
    parts = label.split("/") if "/" in label and " " not in label else [label]
    return tuple(dict.fromkeys(form for part in (label, *parts) if (form := folded(part))))


def _match(asked: str, label: str, is_preferred: bool) -> Match | None:
    if asked == label:
        return Match.PREFERRED if is_preferred else Match.ALTERNATIVE
    if asked not in label:
        words = label.split()
        return Match.WORDS if " " in asked and all(word in words for word in asked.split()) else None
    if label.startswith(asked + " "):
        return Match.PREFERRED_STARTS if is_preferred else Match.STARTS
    return Match.WORDS if f" {asked} " in f" {label} " else Match.PART
