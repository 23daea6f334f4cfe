"""Soft BM25: a word of the question counts where it stands, and less where a word like it stands.

For a question word q and a document d, with s(q, w) in (0, 1] the likeness of q to a word w of the vocabulary:
    f = sum of s(q, w) * tf(w, d),   m = the highest s(q, w) in d,
    score = weight(q) * m * f / (f + k1 * m)
which is BM25F (Robertson & Zaragoza 2009) where the only like word is q itself.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.language.analysis import Analyzer, grams
from knowledge.store.keyword_partition import Ints, Partition

K1 = 1.2
"""Saturation of the frequency of a word (the usual BM25 value)."""

SAME_STEM = 0.9
"""Likeness of two words with one stem."""

LEAST_LIKENESS = 0.25
"""Words that share less of their n-grams are not alike."""

MOST_LIKE_WORDS = 400
"""Like words considered per question word; bounds the work for a question on a large vocabulary."""

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Met:
    """Where one question word is met in one partition.

    `documents` are distinct and ascending; `frequency` is f and `likeness` m of the formula.
    """

    documents: Ints
    frequency: Scores
    likeness: Scores

    @property
    def document_frequency(self) -> int:
        """In how many documents the word, or one that is nearly it, stands."""
        return int(np.count_nonzero(self.likeness >= 0.5))

    def contribution(self) -> Scores:
        """Return m * f / (f + k1 * m) per document."""
        share = self.likeness * self.frequency / (self.frequency + K1 * self.likeness)
        return share.astype(np.float32)


def like_words(partition: Partition, word: str, analyzer: Analyzer) -> tuple[Ints, Scores]:
    """Return the words of the vocabulary that are like `word`, and how like, in ascending order of likeness."""
    found: dict[int, float] = {}
    _add_by_grams(found, partition, word)
    for other in partition.with_stem(analyzer.stem(word)):
        found[int(other)] = max(found.get(int(other), 0.0), SAME_STEM)
    exact = partition.vocabulary.find(word)
    if exact is not None:
        found[exact] = 1.0
    best = sorted(found.items(), key=lambda item: (item[1], item[0]))[-MOST_LIKE_WORDS:]
    return np.asarray([at for at, _ in best], np.int32), np.asarray([value for _, value in best], np.float32)


def _add_by_grams(found: dict[int, float], partition: Partition, word: str) -> None:
    """Add the words that share n-grams with `word`: the share of its n-grams, rare ones counting more."""
    keys, _ = grams([word])
    if not len(keys) or not len(partition.gram_keys):
        return
    at = np.minimum(np.searchsorted(partition.gram_keys, keys), len(partition.gram_keys) - 1)
    known = partition.gram_keys[at] == keys
    starts, ends = partition.gram_starts[at], partition.gram_starts[at + 1]
    counts = np.where(known, ends - starts, 0)
    rarity = np.log1p(len(partition.vocabulary) / (counts + 0.5))
    owners = [
        partition.gram_words[start:end] for start, end, seen in zip(starts, ends, known, strict=True) if seen
    ]
    if not owners:
        return
    words, inverse = np.unique(np.concatenate(owners), return_inverse=True)
    shared = np.bincount(inverse, np.repeat(rarity[known], counts[known])) / rarity.sum()
    for index in np.flatnonzero(shared >= LEAST_LIKENESS):
        found[int(words[index])] = float(shared[index]) * SAME_STEM


def meet(partition: Partition, word: str, analyzer: Analyzer) -> Met:
    """Find where `word`, or words like it, stand."""
    words, likeness = like_words(partition, word, analyzer)
    documents, weights, counts = partition.postings(words)
    each = np.repeat(likeness, counts)
    frequency = np.bincount(documents, weights * each, minlength=len(partition)).astype(np.float32)
    highest = np.zeros(len(partition), np.float32)
    highest[documents] = each
    touched = np.flatnonzero(highest).astype(np.int32)
    return Met(touched, frequency[touched], highest[touched])


def word_weight(word: str, document_frequency: int, documents: int) -> float:
    """Return the weight of a question word: BM25's idf, more for longer words, which say more in Dutch."""
    rarity = math.log(1.0 + (documents - document_frequency + 0.5) / (document_frequency + 0.5))
    return rarity * (1.0 + 0.1 * len(word))


def score_partitions(
    partitions: Sequence[Partition], words: Sequence[str], analyzer: Analyzer
) -> list[Scores]:
    """Return the score of every document of each partition; the statistics are those of these partitions together."""
    totals = [np.zeros(len(partition), np.float32) for partition in partitions]
    size = sum(map(len, partitions))
    for word in dict.fromkeys(words):
        meetings = [meet(partition, word, analyzer) for partition in partitions]
        weight = word_weight(word, sum(met.document_frequency for met in meetings), size)
        for total, met in zip(totals, meetings, strict=True):
            total[met.documents] += np.float32(weight) * met.contribution()
    return totals
