"""Soft BM25: a word of the question counts where it stands, and less where a word like it stands.

For a question word q and a row d, with s(q, w) in (0, 1] the likeness of q to a word w of the vocabulary:
    f = sum of s(q, w) * tf(w, d) / norm(d),   m = the highest s(q, w) in d,
    score = weight(q) * m * f / (f + k1 * m)
which is BM25F (Robertson & Zaragoza 2009) where q itself is the only like word.

A passage's score is that of its own row, plus a share of its source's whole and of its source's lead.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.language.analysis import Analyzer, grams
from knowledge.language.derivation import related_words
from knowledge.language.expansion import QuestionTerm
from knowledge.language.spelling import edit_distance, tolerated_errors
from knowledge.store.keyword_partition import Partition, Where
from knowledge.store.keyword_rows import Floats, Ints, Longs

K1 = (1.2, 1.2, 0.2)
"""Saturation of the frequency of a word in passages, wholes (the usual BM25 value) and leads: in a few dozen
words it matters that a word stands there, hardly how often."""

SAME_STEM = 0.85
"""Likeness of two words with one stem, and the most that shared n-grams can give."""

SAME_ROOT = 0.45
"""Likeness of a doer and a deed ("lasser", "lassen"); below `SURELY_MET`, since spelling alone may
mislead."""

MISSPELLED = 0.8
"""Likeness of a word that the vocabulary lacks to one that is a slip of the pen away."""

MOST_SPELLINGS = 200
"""Words that are compared letter by letter with an unknown one."""

LEAST_SHARE = 0.2
"""Words that share less of their n-grams are not alike."""

SHARE_POWER = 1.5
"""Shared n-grams count more than proportionally: half of a word is less than half a match."""

MOST_LIKE_WORDS = 400
"""Like words considered per question word; bounds the work for a question on a large vocabulary."""

SURELY_MET = 0.5
"""From this likeness on, a row counts as one that has the word."""

LEVEL_WEIGHTS = (0.7, 1.0, 0.5)
"""What the passage itself, its whole source and the lead of its source contribute."""

LETTER_WEIGHT = 0.04
"""Longer Dutch words say more: each letter adds this share to the weight of a word."""


@dataclass(frozen=True, slots=True)
class Met:
    """Where a term is met in one partition: `rows` distinct and ascending, with m * f / (f + k1 * m) of each; then how many of
    them are passages, wholes and leads, and how many of each surely have it.
    """

    rows: Ints
    contribution: Floats
    per_level: Longs
    sure: Longs


def like_words(partition: Partition, term: QuestionTerm, analyzer: Analyzer) -> tuple[Ints, Floats]:
    """Return the words of the vocabulary that are like a form of `term`, in ascending order of likeness."""
    return partition.alike((term.forms, term.fuzzy), lambda: _like_words(partition, term, analyzer))


def _like_words(partition: Partition, term: QuestionTerm, analyzer: Analyzer) -> tuple[Ints, Floats]:
    words, likeness = [np.empty(0, np.int32)], [np.empty(0, np.float32)]
    for form, factor in term.forms:
        if term.fuzzy:
            alike, share = words_sharing_grams(partition, form)
            words.append(alike)
            likeness.append(factor * SAME_STEM * share**SHARE_POWER)
        for other in related_words(form) if term.fuzzy else ():
            derived = partition.with_stem(analyzer.stem(other))
            words.append(derived)
            likeness.append(np.full(len(derived), factor * SAME_ROOT, np.float32))
        kin = partition.with_stem(analyzer.stem(form))
        words.append(kin)
        likeness.append(np.full(len(kin), factor * SAME_STEM, np.float32))
        exact = partition.vocabulary.find(form)
        if exact is not None:
            words.append(np.asarray([exact], np.int32))
            likeness.append(np.asarray([factor], np.float32))
        elif term.fuzzy and not len(kin):
            meant = _misspelled(partition, form, alike, share)
            words.append(meant)
            likeness.append(np.full(len(meant), factor * MISSPELLED, np.float32))
    return _highest_per_word(np.concatenate(words), np.concatenate(likeness))


def _misspelled(partition: Partition, word: str, alike: Ints, share: Floats) -> Ints:
    """Return the words that an unknown `word` may be a misspelling of: those at the least distance, if
    tolerable."""
    allowed = tolerated_errors(word)
    candidates = alike[np.argsort(-share, kind="stable")][:MOST_SPELLINGS] if allowed else alike[:0]
    distances = [edit_distance(word, partition.vocabulary.at(int(other)), allowed) for other in candidates]
    nearest = min(distances, default=allowed + 1)
    if nearest > allowed:
        return alike[:0]
    meant: Ints = candidates[np.asarray(distances) == nearest]
    return meant


def _highest_per_word(words: Ints, likeness: Floats) -> tuple[Ints, Floats]:
    """Keep the highest likeness of each word, and the most like words; ascending in likeness, then in
    word."""
    order = np.lexsort((-likeness, words))
    words, likeness = words[order], likeness[order]
    first = np.ones(len(words), bool)
    first[1:] = words[1:] != words[:-1]
    words, likeness = words[first], likeness[first]
    best = np.lexsort((words, likeness))[-MOST_LIKE_WORDS:]
    return words[best], likeness[best].astype(np.float32)


def words_sharing_grams(partition: Partition, word: str) -> tuple[Ints, Floats]:
    """Return the words that have n-grams of `word`, and what share of them; rare n-grams count more.

    Words with a share below `LEAST_SHARE` are left out.
    """
    size = len(partition.vocabulary)
    keys, _ = grams([word])
    if not len(keys) or not len(partition.gram_keys):
        return np.empty(0, np.int32), np.empty(0, np.float32)
    at = np.minimum(np.searchsorted(partition.gram_keys, keys), len(partition.gram_keys) - 1)
    known = partition.gram_keys[at] == keys
    starts, ends = partition.gram_starts[at], partition.gram_starts[at + 1]
    counts = np.where(known, ends - starts, 0)
    rarity = np.log1p(size / (counts + 0.5))
    owners = [
        partition.gram_words[start:end] for start, end, seen in zip(starts, ends, known, strict=True) if seen
    ]
    total = np.zeros(size, np.float32)
    for members, value in zip(owners, rarity[known], strict=True):
        total[members] += np.float32(value)
    found = np.flatnonzero(total >= LEAST_SHARE * rarity.sum())
    return found.astype(np.int32), total[found] / np.float32(rarity.sum())


def meet(partition: Partition, term: QuestionTerm, analyzer: Analyzer) -> Met:
    """Return where `term` stands, in any of its forms."""
    return Met(*partition.met((term.forms, term.fuzzy), lambda: _rows_with(partition, term, analyzer)))


def _rows_with(partition: Partition, term: QuestionTerm, analyzer: Analyzer) -> Where:
    words, likeness = like_words(partition, term, analyzer)
    rows, counts, sizes = partition.postings(words)
    each = np.repeat(likeness, sizes)
    frequency = np.bincount(rows, counts * each, minlength=partition.rows)
    highest = np.zeros(partition.rows, np.float32)
    highest[rows] = each  # the words come in ascending likeness, so the last to write is the highest
    touched = np.flatnonzero(highest > 0).astype(np.int32)
    frequency = (frequency[touched] / partition.row_norms[touched]).astype(np.float32)
    alike, per_level = highest[touched], _per_level(partition, touched)
    damping = np.repeat(np.asarray(K1, np.float32), per_level)
    contribution = (alike * frequency / (frequency + damping * alike)).astype(np.float32)
    return touched, contribution, per_level, _per_level(partition, touched[alike >= SURELY_MET])


def rarity_weight(documents: int, with_term: int) -> float:
    """Return BM25's idf."""
    return math.log(1.0 + (documents - with_term + 0.5) / (with_term + 0.5))


def score_partitions(
    partitions: Sequence[Partition], terms: Sequence[QuestionTerm], analyzer: Analyzer
) -> list[Floats]:
    """Return the score of every passage of each partition; the statistics are those of these partitions
    together."""
    rows = [np.zeros(partition.rows, np.float32) for partition in partitions]
    for term in terms:
        met = [meet(partition, term, analyzer) for partition in partitions]
        importance = term.weight * (1.0 + LETTER_WEIGHT * term.length)
        idf = idf_per_level(partitions, met)
        for total, found in zip(rows, met, strict=True):
            total[found.rows] += importance * np.repeat(idf, found.per_level) * found.contribution
    return [_passage_scores(partition, total) for partition, total in zip(partitions, rows, strict=True)]


def _per_level(partition: Partition, rows: Ints) -> Longs:
    """Return how many of ascending rows are passages, wholes and leads."""
    begins = np.array((len(partition), len(partition) + partition.sources), rows.dtype)
    wholes, leads = np.searchsorted(rows, begins).tolist()
    return np.array((wholes, leads - wholes, len(rows) - leads), np.int64)


def idf_per_level(partitions: Sequence[Partition], met: Sequence[Met]) -> Floats:
    """Return the idf of a term among passages, wholes and leads."""
    found = np.zeros(3, np.int64)
    sizes = np.zeros(3, np.int64)
    for partition, meeting in zip(partitions, met, strict=True):
        found += meeting.sure
        sizes += (len(partition), partition.sources, partition.sources)
    return np.asarray(
        [rarity_weight(int(size), int(count)) for size, count in zip(sizes, found, strict=True)], np.float32
    )


def _passage_scores(partition: Partition, rows: Floats) -> Floats:
    """Add to each passage the shares of its source."""
    own, wholes, leads = np.split(rows, [len(partition), len(partition) + partition.sources])
    of_source = LEVEL_WEIGHTS[1] * wholes + LEVEL_WEIGHTS[2] * leads
    scores: Floats = LEVEL_WEIGHTS[0] * own + of_source[partition.source_of]
    return scores
