"""The plain embedder: hashed character n-grams, no training, no weights.

It is the floor that every other embedder has to beat, and what is used when no weights are there.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from knowledge.embedding.seam import Vectors

DIMENSION = 256
SIZES = (3, 4, 5)
"""Lengths of the n-grams; a word is padded with one space on both sides (fastText's convention)."""

LONGEST_WORD = 64
"""Of a longer "word" (a broken file, a base64 string) only this much is read."""

WORD = re.compile(r"\w+")


class HashedEmbedder:
    """Character n-grams hashed into signed buckets (Weinberger et al., 2009), damped, of norm 1."""

    dimension = DIMENSION
    fingerprint = f"hashed-{DIMENSION}-1"

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return the unit vectors of `texts`, shape (len(texts), 256)."""
        result = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        for row, text in enumerate(texts):
            result[row] = _vector(text)
        return result

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vectors of `texts` as lists."""
        return [[float(value) for value in vector] for vector in self.vectors(texts)]

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of `text` as a list."""
        return self.embed_documents([text])[0]


def _vector(text: str) -> Vectors:
    folded = unicodedata.normalize("NFKC", text).casefold()
    total = np.zeros(DIMENSION, dtype=np.float64)
    for word in WORD.findall(folded):
        total += _word_vector(word[:LONGEST_WORD])
    damped = np.sign(total) * np.sqrt(np.abs(total))
    norm = float(np.linalg.norm(damped))
    if norm == 0.0:
        damped[0] = norm = 1.0
    return (damped / norm).astype(np.float32)


@lru_cache(maxsize=100_000)
def _word_vector(word: str) -> Vectors:
    vector = np.zeros(DIMENSION, dtype=np.float32)
    padded = f" {word} "
    for size in SIZES:
        for start in range(max(1, len(padded) - size + 1)):
            code = zlib.crc32(padded[start : start + size].encode("utf-8", "surrogatepass"))
            vector[code % DIMENSION] += 1.0 if code & 0x80000000 else -1.0
    return vector
