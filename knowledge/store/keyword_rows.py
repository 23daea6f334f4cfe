"""Counting words per row: passages, whole sources, and the leads of sources. Pure arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Floats = NDArray[np.float32]

FIELD_WEIGHTS = (2.0, 1.5, 1.0)
"""How often a word in the title, the headings and the text counts (BM25F: Robertson & Zaragoza 2009, 3.6)."""

LEAD_WORDS = 60
"""The lead of a source: its title and the first words of its text. News and web pages say there what they
are about; 40 to 80 words did equally well on Dutch pages, 150 no longer."""

LENGTH_NORM = 0.4
"""BM25's b for passages and wholes; 0.2 to 0.75 did equally well (benchmarks/results).
A lead has one length."""


def starts_of(counts: NDArray[np.integer]) -> Longs:
    """Return where each group begins, and the end of the last."""
    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def row_norms(lengths: Ints, sources: Ints) -> Floats:
    """Return 1 - b + b * length / average length for passages and wholes, 1 for leads."""
    weighted = lengths @ np.asarray(FIELD_WEIGHTS)
    wholes = np.bincount(sources, weighted)
    norms = [
        1.0 - LENGTH_NORM + LENGTH_NORM * part / max(float(part.mean()), 1.0) for part in (weighted, wholes)
    ]
    return np.concatenate([*norms, np.ones(len(wholes))]).astype(np.float32)


def postings_of(tokens: Ints, lengths: Ints, sources: Ints, words: int) -> tuple[Longs, Ints, Floats]:
    """Return the postings by word, then row: starts per word, rows, and field-weighted frequencies.

    `tokens` holds the words of all fields of all passages in order; `lengths` (passages, fields) cuts it up.
    """
    passages, wholes = len(lengths), int(sources.max()) + 1
    owner = np.repeat(np.arange(passages, dtype=np.int64), lengths.sum(axis=1))
    weights = np.repeat(np.tile(np.asarray(FIELD_WEIGHTS, np.float32), passages), lengths.ravel())
    in_lead = _in_lead(lengths, sources)
    words_p, rows_p, counts_p = _counted(tokens, owner, weights, passages)
    words_w, rows_w, counts_w = _counted(words_p, sources[rows_p].astype(np.int64), counts_p, wholes)
    words_l, rows_l, counts_l = _counted(
        tokens[in_lead], sources[owner[in_lead]].astype(np.int64), weights[in_lead], wholes
    )
    blocks = (
        (words_p, rows_p, counts_p),
        (words_w, rows_w + passages, counts_w),
        (words_l, rows_l + passages + wholes, counts_l),
    )
    return _interleaved(blocks, words)


def _in_lead(lengths: Ints, sources: Ints) -> NDArray[np.bool_]:
    """Mark the tokens that belong to the lead of a source: title and first words of its first passage."""
    _, first = np.unique(sources, return_index=True)
    starts = starts_of(lengths.sum(axis=1))
    mark = np.zeros(int(starts[-1]), bool)
    for passage in first:
        title, headings, text = (int(length) for length in lengths[passage])
        begin = int(starts[passage])
        mark[begin : begin + title] = True
        mark[begin + title + headings : begin + title + headings + min(text, LEAD_WORDS)] = True
    return mark


def _counted(words: Ints, rows: Longs, weights: Floats, size: int) -> tuple[Ints, Ints, Floats]:
    """Sum the weights of equal (word, row) pairs, ordered by word, then row."""
    keys = words.astype(np.int64) * size + rows
    if len(keys) and np.any(keys[1:] < keys[:-1]):
        order = np.argsort(keys, kind="stable")
        keys, weights = keys[order], weights[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.add.reduceat(weights, first) if len(first) else np.empty(0, np.float32)
    word_of, row_of = np.divmod(keys[first], max(size, 1))
    return word_of.astype(np.int32), row_of.astype(np.int32), counts.astype(np.float32)


def _interleaved(blocks: tuple[tuple[Ints, Ints, Floats], ...], words: int) -> tuple[Longs, Ints, Floats]:
    """Merge blocks of postings, each ordered by word, into one, with the blocks in order within a word."""
    per_block = [np.bincount(block_words, minlength=words) for block_words, _, _ in blocks]
    starts = starts_of(np.sum(per_block, axis=0, dtype=np.int64))
    rows, counts = np.empty(int(starts[-1]), np.int32), np.empty(int(starts[-1]), np.float32)
    filled = starts[:-1].copy()
    for (block_words, block_rows, block_counts), sizes in zip(blocks, per_block, strict=True):
        place = (
            np.arange(len(block_words)) - np.repeat(starts_of(sizes)[:-1], sizes) + np.repeat(filled, sizes)
        )
        rows[place], counts[place] = block_rows, block_counts
        filled += sizes
    return starts, rows, counts
