"""How much of a question a sentence accounts for by itself, and with the headings above it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.writing.relevance import content_forms, ways_of
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
        self._liked = frozenset(self._like)
        self._ways = [(word.weight, ways_of(word.forms)) for word in self.words]
        self.content = content_forms(self.words)
        self._above: dict[frozenset[str], list[float]] = {}

    def of(self, text: str, own: frozenset[str], context: frozenset[str]) -> tuple[float, float]:
        """Return the `relevance.coverage` by a text with its own folded words, and by these with those of its context: the second is no less.

        A word that both together do not meet is not looked for twice.
        """
        if self._total <= 0:
            return 0.0, 0.0
        together, by_own, by_both = _together(own, context), 0.0, 0.0
        alike, above = self._likest(own), self._likest_above(context)
        for (weight, ways), alone, other in zip(self._ways, alike, above, strict=True):
            likest = alone if alone > other else other
            if ways.is_none:
                by_both += weight * likest
                by_own += weight * alone
                continue
            share = ways.met(likest, text, together)
            if share > 0:
                by_both += weight * share
                by_own += weight * ways.met(alone, text, own)
        return by_own / self._total, by_both / self._total

    def _likest_above(self, context: frozenset[str]) -> list[float]:
        """Return `_likest` of what stands above a sentence, which it shares with all others of its passage."""
        found = self._above.get(context)
        if found is None:
            found = self._above[context] = self._likest(context)
        return found

    def _likest(self, present: frozenset[str]) -> list[float]:
        """Return for each word of the question how alike the likest of those present is, 0 where none is."""
        likest = [0.0] * len(self.words)
        for other in self._liked & present:
            for place, share in self._like[other]:
                likest[place] = max(likest[place], share)
        return likest


@lru_cache(maxsize=MOST_JOINED)
def _together(own: frozenset[str], context: frozenset[str]) -> frozenset[str]:
    return own | context
