"""Which words of the corpus mean the same as a foreign word, by the vectors of the domain embedder.

It was trained on labels in Dutch, English and German, so "craftsmanship" lies beside "vakmanschap". The glossary goes
first; this is for the words it lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np

from knowledge.catalogue.gazetteer import towns_elsewhere
from knowledge.embedding.seam import Embedder, Vectors
from knowledge.language.expansion import LikeWords
from knowledge.store.keywords import KeywordIndex
from knowledge.types import Audience

MOST_WORDS = 20_000
"""Words of the corpus that are looked at, those in the most passages: 10 MB, and a second of work once per index."""

LEAST_LIKENESS = 0.55
"""Of 80 foreign words, those whose nearest Dutch word was above it were right in nine of ten; below, seldom."""

OF_THE_NEAREST = 0.85
"""Share of the nearest word's likeness that further words need."""

MOST_TRANSLATIONS = 3
SHORTEST_WORD = 5
"""Shorter words are near by their letters, not by what they mean ("uni" and "juni")."""


@dataclass(frozen=True, slots=True)
class NearestWords:
    """The words of a corpus in the space of an embedder."""

    words: tuple[str, ...]
    vectors: Vectors
    embedder: Embedder

    @classmethod
    def of(cls, words: Sequence[str], embedder: Embedder) -> NearestWords:
        """Place `words`; those with a digit and short ones are left out."""
        kept = tuple(word for word in words if word.isalpha() and len(word) >= SHORTEST_WORD - 1)
        return cls(kept, embedder.vectors(kept), embedder)

    def near(self, word: str) -> LikeWords:
        """Return at most `MOST_TRANSLATIONS` words with their cosine to `word`, best first; none below
        `LEAST_LIKENESS`. A town means no other word: "Eindhoven" is no "Beethoven".
        """
        if word in towns_elsewhere() or len(word) < SHORTEST_WORD or not self.words:
            return ()
        likeness = self.vectors @ self.embedder.vectors([word])[0]
        least = max(LEAST_LIKENESS, OF_THE_NEAREST * float(likeness.max()))
        best = np.argsort(-likeness, kind="stable")[:MOST_TRANSLATIONS]
        return tuple((self.words[at], float(likeness[at])) for at in best if likeness[at] >= least)


class Translator:
    """Gives the nearest words of each index that is searched, per group of readers. Thread-safe."""

    def __init__(self, embedder: Embedder) -> None:
        """Use `embedder`, which must place words of several languages by meaning."""
        self._embedder = embedder
        self._lock = Lock()
        self._known: dict[tuple[Audience, ...], tuple[int, NearestWords]] = {}

    def over(self, index: KeywordIndex, number: int, visible: Sequence[Audience]) -> NearestWords:
        """Return the nearest words in generation `number`; only words that `visible` readers may see."""
        key = tuple(visible)
        with self._lock:
            known = self._known.get(key)
            if known is None or known[0] != number:
                known = (number, NearestWords.of(index.common_words(key, MOST_WORDS), self._embedder))
                self._known[key] = known
        return known[1]
