"""How much of a question a sentence accounts for by itself, and with the headings above it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.writing.relevance import met_beyond
from knowledge.types import QuestionWord

MOST_JOINED = 2_000
"""Sentences of which the words with those above them are remembered, about 2 kB each: what is worked out for one set is found again by it."""


class Coverage:
    """The words of a question, turned round: for each word of a text which of them it is like. Made once for all texts."""

    def __init__(self, words: Sequence[QuestionWord]) -> None:
        self.words = tuple(words)
        self._total = sum(word.weight for word in words)
        self._like: dict[str, list[tuple[int, float]]] = {}
        for place, word in enumerate(self.words):
            for other, share in word.likeness.items():
                self._like.setdefault(other, []).append((place, share))

    def of(self, text: str, own: frozenset[str], context: frozenset[str]) -> tuple[float, float]:
        """Return the `relevance.coverage` by a text with its own folded words, and by these with those of its context: the second is no less.

        A word that both together do not meet is not looked for twice.
        """
        if self._total <= 0:
            return 0.0, 0.0
        together, by_own, by_both = _together(own, context), 0.0, 0.0
        alike = self._likest(own)
        for word, alone, above in zip(self.words, alike, self._likest(context), strict=True):
            share = met_beyond(max(alone, above), word, text, together)
            if share > 0:
                by_both += word.weight * share
                by_own += word.weight * met_beyond(alone, word, text, own)
        return by_own / self._total, by_both / self._total

    def _likest(self, present: Iterable[str]) -> list[float]:
        """Return for each word of the question how alike the likest of those present is, 0 where none is."""
        likest = [0.0] * len(self.words)
        for other in present:
            for place, share in self._like.get(other, ()):
                likest[place] = max(likest[place], share)
        return likest


@lru_cache(maxsize=MOST_JOINED)
def _together(own: frozenset[str], context: frozenset[str]) -> frozenset[str]:
    return own | context
