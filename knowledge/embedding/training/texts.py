"""The training texts as numbers: words of texts and features of words in compressed rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.features import LONGEST_GRAM, SHORTEST_GRAM, part_hashes, whole_word_hashes, words_of

Integers = NDArray[np.int64]

RARE = 3
"""A word part must occur in this many concepts: below that it cannot be learned, only memorised."""
REDUNDANT = 0.9
"""A part is left out when one part around it occurs in this share of the same concepts ("ngenieu" in
"ingenieur")."""
WORD_SHARE = 0.35
"""Most of the table that whole words may take."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of different length: row i is ``values[starts[i]:starts[i + 1]]``."""

    values: Integers
    starts: Integers

    @classmethod
    def of(cls, rows: Iterable[Sequence[int]]) -> Rows:
        """Pack `rows`."""
        values, lengths = list[int](), [0]
        for row in rows:
            values += row
            lengths.append(len(row))
        return cls(np.array(values, dtype=np.int64), np.cumsum(lengths, dtype=np.int64))

    def take(self, rows: Integers) -> tuple[Integers, Integers]:
        """Return the values of `rows` one after the other, and for each value the place of its row in
        `rows`."""
        lengths = self.starts[rows + 1] - self.starts[rows]
        before = np.cumsum(lengths) - lengths
        places = np.repeat(self.starts[rows] - before, lengths) + np.arange(lengths.sum())
        return self.values[places], np.repeat(np.arange(len(rows)), lengths)


@dataclass(frozen=True, slots=True)
class Features:
    """The chosen features: `keys` ascending, in how many concepts each occurs, which are whole words, and
    per word its rows."""

    keys: NDArray[np.uint32]
    spread: NDArray[np.float64]
    is_word: NDArray[np.bool_]
    of_words: Rows


def split_words(texts: Iterable[str]) -> tuple[list[str], Rows]:
    """Return the distinct words in order of appearance, and the words of each text as places in that list."""
    places: dict[str, int] = {}
    rows = Rows.of([[places.setdefault(word, len(places)) for word in words_of(text)] for text in texts])
    return list(places), rows


def choose_features(words: list[str], spread: NDArray[np.float64], size: int) -> Features:
    """Choose `size` features for `words`; `spread` says in how many concepts each word occurs.

    Whole words of two or more concepts, the most widespread first, then word parts that are frequent and
    not redundant. Parts longer than 6 count half: they repeat what shorter ones say.
    """
    owners, hashes = part_hashes(words)
    keys, part = np.unique(hashes, return_inverse=True)
    part_spread = np.bincount(part, weights=spread[owners]).astype(np.float64)
    lengths, around = _shape(words, part, part_spread)
    score = np.where(lengths <= 6, part_spread, part_spread / 2) * np.where(
        lengths == SHORTEST_GRAM, 1.5, 1.0
    )
    score[(part_spread < RARE) | ((lengths > SHORTEST_GRAM) & (around >= REDUNDANT * part_spread))] = 0
    common = np.argsort(-spread, kind="stable")[: int(size * WORD_SHARE)]
    common = common[spread[common] >= 2]
    parts = np.argsort(-score, kind="stable")[: size - len(common)]
    parts = parts[score[parts] > 0]
    whole = whole_word_hashes(words)
    chosen, first = np.unique(np.concatenate([keys[parts], whole[common]]), return_index=True)
    spreads = np.concatenate([part_spread[parts], spread[common]])[first]
    return Features(chosen, spreads, first >= len(parts), _rows_of_words(chosen, owners, hashes, whole))


def _rows_of_words(
    chosen: NDArray[np.uint32], owners: Integers, hashes: NDArray[np.uint32], whole: NDArray[np.uint32]
) -> Rows:
    owner = np.concatenate([owners, np.arange(len(whole))])
    found = np.concatenate([hashes, whole])
    row = np.minimum(np.searchsorted(chosen, found), max(len(chosen) - 1, 0))
    known = chosen[row] == found
    order = np.argsort(owner[known], kind="stable")
    lengths = np.bincount(owner[known], minlength=len(whole))
    return Rows(
        row[known][order].astype(np.int64), np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    )


def _shape(
    words: list[str], part: Integers, spread: NDArray[np.float64]
) -> tuple[Integers, NDArray[np.float64]]:
    """Return per part its length and the spread of the most widespread part that is one character longer
    around it."""
    sizes = np.array([len(word) + 2 for word in words], dtype=np.int64)
    lengths, around = np.zeros(len(spread), dtype=np.int64), np.zeros(len(spread))
    counts = np.stack([np.maximum(sizes - n + 1, 0) for n in range(SHORTEST_GRAM, LONGEST_GRAM + 2)], axis=1)
    counts[:, -1] = 0
    starts = np.cumsum(counts.ravel()).reshape(counts.shape) - counts
    for column, length in enumerate(range(SHORTEST_GRAM, LONGEST_GRAM + 1)):
        here = counts[:, column]
        within = np.arange(here.sum()) - np.repeat(np.cumsum(here) - here, here)
        place = np.repeat(starts[:, column], here) + within
        lengths[part[place]] = length
        longer_start, longer = np.repeat(starts[:, column + 1], here), np.repeat(counts[:, column + 1], here)
        for shift in (0, -1):
            fits = (within + shift >= 0) & (within + shift < longer)
            outer = part[(longer_start + within + shift)[fits]]
            np.maximum.at(around, part[place[fits]], spread[outer])
    return lengths, around
