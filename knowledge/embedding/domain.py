"""The domain embedder: words and word parts of occupations, skills and education, in Dutch, English and
German.

A word is the sum of the vectors of its known parts (whole word and runs of 3 to 12 characters), shortened
by the root of its length; a text is the sum of its words, brought to norm 1. Sums run in the order of the
text, per text, so that a text has the same bits alone and in a batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from knowledge.embedding.features import part_hashes, whole_word_hashes, words_of
from knowledge.embedding.seam import Vectors
from knowledge.embedding.weights import SHIPPED, Weights
from knowledge.remembering import Remembered

REMEMBERED_WORDS = 60_000
"""Word vectors kept (30 MB at 128 numbers); when full the memory starts over. ESCO has 80,000 distinct
words."""
REMEMBERED_TEXTS = 2_000
"""Texts whose vectors are kept, about 1 kB each: the sentences of the documents that questions lead to come back."""
ASKED_AT_ONCE = 1_000
"""Texts in a batch from which it is no question, and nothing of it comes back."""
WORDS_AT_ONCE = 1 << 14
"""Words summed per step: 8 MB at 128 numbers, so that memory does not grow with the number of texts."""
WORDS_OF_A_TEXT = 1 << 14
"""Words of one text that count, about 40 pages; what stands behind them would not move the sum."""
NEW_WORDS_AT_ONCE = 1_000
"""New words looked up per step; bounds the memory for their parts."""


class DomainEmbedder(Embeddings):
    """The embedder in the package: numpy only, deterministic, no download; threads may share one."""

    def __init__(self, weights: Weights) -> None:
        """Use `weights`, which stay unchanged."""
        self.weights = weights
        self._nothing = np.full(self.dimension, self.dimension**-0.5, dtype=np.float32)
        self._lock = Lock()
        self._texts: Remembered[str, Vectors] = Remembered(REMEMBERED_TEXTS)
        self._places: dict[str, int] = {}
        self._words = np.empty((REMEMBERED_WORDS + WORDS_AT_ONCE, self.dimension), dtype=np.float32)

    @classmethod
    def shipped(cls, path: Path = SHIPPED) -> DomainEmbedder:
        """Return the embedder with the weights in the package, or those in `path`: one for all that ask, who share what it learned."""
        return _shipped(path)

    @property
    def fingerprint(self) -> str:
        """Name and version of everything that shapes a vector."""
        return self.weights.fingerprint

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self.weights.table.shape[1])

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return float32 (len(texts), dimension), rows of norm 1; a text without a known word part gets the
        diagonal."""
        if len(texts) > ASKED_AT_ONCE:
            return self._worked_out(texts)
        known = [self._texts.get(text) for text in texts]
        new = list(dict.fromkeys(text for text, one in zip(texts, known, strict=True) if one is None))
        learned = dict(zip(new, self._worked_out(new), strict=True))
        for text, vector in learned.items():
            self._texts.note(text, vector.copy())  # a row would keep its whole batch in memory
        result = np.empty((len(texts), self.dimension), dtype=np.float32)
        for row, (text, one) in enumerate(zip(texts, known, strict=True)):
            result[row] = learned[text] if one is None else one
        return result

    def _worked_out(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of texts, with nothing remembered but their words."""
        result = np.empty((len(texts), self.dimension), dtype=np.float32)
        start, count, block = 0, 0, list[list[str]]()
        for text in texts:
            words = words_of(text)[:WORDS_OF_A_TEXT]
            if block and count + len(words) > WORDS_AT_ONCE:
                result[start : start + len(block)] = self._summed(block)
                start, count, block = start + len(block), 0, []
            block.append(words)
            count += len(words)
        if block:
            result[start:] = self._summed(block)
        return result

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vectors of `texts` as lists (the LangChain `Embeddings` contract)."""
        return [[float(number) for number in row] for row in self.vectors(texts)]

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of `text` as a list (the LangChain `Embeddings` contract)."""
        return self.embed_documents([text])[0]

    def _summed(self, block: list[list[str]]) -> Vectors:
        """Return the unit sum of the word vectors of each text of `block`; at most `WORDS_AT_ONCE` words."""
        lengths = np.array([len(words) for words in block], dtype=np.int64)
        with self._lock:
            self._learn([word for words in block for word in words])
            rows = [self._places[word] for words in block for word in words]
            words = self._words[rows]
        return self._unit(_sums(words, lengths))

    def _learn(self, words: list[str]) -> None:
        """Make sure that every word of `words` has a row in the memory."""
        new = list(dict.fromkeys(word for word in words if word not in self._places))
        if len(self._places) + len(new) > len(self._words):
            self._places.clear()
            new = list(dict.fromkeys(words))
        for start in range(0, len(new), NEW_WORDS_AT_ONCE):
            piece, first = new[start : start + NEW_WORDS_AT_ONCE], len(self._places)
            self._words[first : first + len(piece)] = self._word_vectors(piece)
            self._places.update(zip(piece, range(first, first + len(piece)), strict=True))

    def _word_vectors(self, words: list[str]) -> Vectors:
        """Return one vector per word: the sum of its known parts over the root of the length of that sum."""
        owners, parts = part_hashes(words)
        owners = np.concatenate([owners, np.arange(len(words))])
        hashes = np.concatenate([parts, whole_word_hashes(words)])
        rows = np.searchsorted(self.weights.keys, hashes)
        rows[rows == len(self.weights.keys)] = 0
        known = np.flatnonzero(self.weights.keys[rows] == hashes)
        known = known[np.argsort(owners[known], kind="stable")]
        features = self.weights.table[rows[known]] * self.weights.scales[rows[known], None]
        sums = _sums(features, np.bincount(owners[known], minlength=len(words)))
        shortened: Vectors = sums / np.sqrt(_norms(sums) + 1e-6)
        return shortened

    def _unit(self, sums: Vectors) -> Vectors:
        norms = _norms(sums)
        unit: Vectors = np.where(norms > 1e-6, sums / np.maximum(norms, 1e-6), self._nothing)
        return unit


@lru_cache(maxsize=2)
def _shipped(path: Path) -> DomainEmbedder:
    return DomainEmbedder(Weights.load(path))


def _norms(rows: Vectors) -> Vectors:
    norms: Vectors = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return norms


def _sums(rows: Vectors, lengths: NDArray[np.int64]) -> Vectors:
    """Sum consecutive stretches of `rows`; a stretch of length 0 gives zeros. Each stretch is summed from
    its first row on."""
    sums = np.zeros((len(lengths), rows.shape[1]), dtype=np.float32)
    filled = np.flatnonzero(lengths)
    if len(filled):
        starts = (np.cumsum(lengths) - lengths)[filled]
        sums[filled] = np.add.reduceat(rows, starts, axis=0)
    return sums
