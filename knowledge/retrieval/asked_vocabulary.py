"""The words of written questions and their sentences: how rare each is, which are names, and which a new word is like."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import numpy as np

from knowledge.embedding.seam import Embedder
from knowledge.language.analysis import Analyzer
from knowledge.language.soft import is_soft
from knowledge.language.synonyms import synonyms_of
from knowledge.retrieval.asked_table import OF_SOFT, AskedTable, Ints
from knowledge.retrieval.asked_words import MID_SENTENCE, Floats, Word

OF_UNKNOWN, LEAST_WEIGHT = 3.0, 0.05
"""The weight of a word that no editor used, mostly another way of putting it; and the least weight of any."""

AS_MISSPELLED, SHORTEST, MOST_LETTERS_APART = 0.84, 5, 2
"""Share of letters in common from which a word is another one misspelled, letters that it has at least, and by how many
two may differ."""

AS_NEAR, OF_NEAR, OF_MISSPELLED, OF_PART, OF_SYNONYM = 0.5, 0.85, 0.9, 0.6, 0.75
"""Cosine from which two words mean about the same, and what each kind of likeness counts of a word itself."""

MOST_REMEMBERED = 5_000
"""Words of which it is remembered what they are like: about 5 MB; when there are more, all are forgotten."""


class AskedVocabulary:
    """Words with their places from 0, in the order in which they were met. Immutable after it is made."""

    def __init__(self, table: AskedTable, embedder: Embedder) -> None:
        """Take the words of `table`, whose vectors `embedder` made."""
        self._embedder = embedder
        self.places = {stem: place for place, stem in enumerate(table.stems)}
        self.written, self.rarity, self.names = table.written, table.rarity, table.names
        self._vectors = table.word_vectors
        self._figures = np.array([word[:1].isdigit() for word in self.written], np.bool_)
        self._begins: dict[str, list[tuple[int, str]]] = {}
        for place, written in enumerate(self.written):
            self._begins.setdefault(written[:1], []).append((place, written))
        long = [(place, word) for place, word in enumerate(self.written) if len(word) >= SHORTEST]
        self._long = {word: place for place, word in long}
        self._backwards = sorted((word[::-1], place) for place, word in long)
        self._known: dict[Word, tuple[Ints, Floats]] = {}

    def likeness(self, words: Sequence[Word]) -> Floats:
        """Return how alike each of `words` is to each word here: 1 the same, 0 nothing in common.

        Its shape is (words, vocabulary + 1): the last column, that of no word, is zero.
        """
        remembered = ((word, self._known.get(word)) for word in words)
        known = {word: found for word, found in remembered if found is not None}
        known |= self._learned([word for word in words if word not in known])
        alike = np.zeros((len(words), len(self.written) + 1), np.float32)
        for row, word in enumerate(words):
            places, shares = known[word]
            alike[row, places] = shares
        return alike

    def _learned(self, words: Sequence[Word]) -> dict[Word, tuple[Ints, Floats]]:
        """Return for new words the places that they are like and how much, and remember them."""
        if not words or not self.written:
            return {word: (np.empty(0, np.int32), np.empty(0, np.float32)) for word in words}
        cosine = self._embedder.vectors([word.written for word in words]) @ self._vectors.T
        found = {}
        for row, word in enumerate(words):
            alike = np.zeros(len(self.written), np.float32)
            if not word.is_figure:
                near = np.flatnonzero(cosine[row] >= AS_NEAR)
                alike[near] = OF_NEAR * cosine[row, near]
            for place, share in self._alike(word):
                alike[place] = max(alike[place], share)
            if not word.is_figure:
                alike[self._figures] = 0.0
            places = np.flatnonzero(alike).astype(np.int32)
            found[word] = (places, np.clip(alike[places], 0.0, 1.0))
        if len(self._known) + len(found) > MOST_REMEMBERED:
            self._known.clear()
        self._known.update(found)
        return found

    def _alike(self, word: Word) -> Iterator[tuple[int, float]]:
        """Yield the word itself and its synonyms; of an unknown word those of which it is a misspelling or a part."""
        stem = Analyzer().stem
        near = (self.places.get(stem(other)) for other in synonyms_of(word.written))
        yield from ((place, OF_SYNONYM) for place in near if place is not None)
        place = self.places.get(word.stem)
        if place is not None:
            yield place, 1.0
        elif not word.is_figure and len(word.written) >= SHORTEST:
            yield from self._spelled_alike(word.written)

    def _spelled_alike(self, word: str) -> Iterator[tuple[int, float]]:
        letters = Counter(word)
        for place, other in self._begins.get(word[:1], ()):
            is_near = abs(len(other) - len(word)) <= MOST_LETTERS_APART
            if not (is_near and may_be_alike(letters, word, other)):
                continue
            shares = len(letters.keys() & set(other)) >= len(letters) - MOST_LETTERS_APART
            if shares and SequenceMatcher(None, word, other).ratio() >= AS_MISSPELLED:
                yield place, OF_MISSPELLED
        yield from ((place, OF_PART) for place in self._ending_alike(word))

    def _ending_alike(self, word: str) -> Iterator[int]:
        """Yield the places of the longer words that `word` ends with, and of those that end with it."""
        ends = (self._long.get(word[at:]) for at in range(len(word) - SHORTEST + 1))
        yield from (place for place in ends if place is not None)
        backwards = word[::-1]
        for at in range(bisect_left(self._backwards, (backwards, -1)), len(self._backwards)):
            other, place = self._backwards[at]
            if not other.startswith(backwards):
                return
            yield place

    def weights(self, words: Sequence[Word], likeness: Floats) -> Floats:
        """Return how much each of `words` says: its rarity, that of the word it is like, or that of an unknown one."""
        found = []
        for row, word in enumerate(words):
            place = self.places.get(word.stem)
            near = int(likeness[row].argmax()) if likeness.shape[1] else 0
            if place is not None:
                weight = float(self.rarity[place])
            elif is_soft(word.written, "nl"):
                weight = OF_SOFT * OF_UNKNOWN
            elif likeness.shape[1] and likeness[row, near] >= OF_PART:
                weight = float(self.rarity[near])
            else:
                weight = OF_UNKNOWN
            found.append(max(weight, LEAST_WEIGHT))
        return np.array(found, np.float32)

    def is_name(self, word: Word, likeness: Floats, question: str) -> bool:
        """Say whether a word is a name: by how the sources write it, by its capital in the question where they lack it."""
        near = int(likeness.argmax())
        if likeness[near] >= OF_MISSPELLED:
            return bool(self.names[near])
        capitals = (match.group() for match in MID_SENTENCE.finditer(question) if match.group()[:1].isupper())
        return any(word.written in Analyzer().words(written) for written in capitals)


def may_be_alike(letters: Counter[str], word: str, other: str) -> bool:
    """Say whether `other` has enough of the `letters` of a word, in whatever order, to be that word misspelled.

    No order has more in common, so that most words need not be set beside each other (`SequenceMatcher.quick_ratio`).
    """
    shared = sum(min(count, other.count(letter)) for letter, count in letters.items())
    return 2.0 * shared / (len(word) + len(other)) >= AS_MISSPELLED
