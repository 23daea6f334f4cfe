"""Learns which sentence a question asks for, from the questions of knowledge/library/questions: `python -m tools.asked_learned`.

Writes knowledge/retrieval/asked_learned.npz. To be made again when written questions change; then `python -m tools.asked HOME
--write` and `python -m tools.assurance HOME --write` fit what uses it. The same questions give the same numbers. With `--held N`
nothing is written: each language's share of every Nth question that the others put first is printed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.features import words_of
from knowledge.library.contents import question_files
from knowledge.retrieval.asked_files import AskedOfSentence, read_asked
from knowledge.retrieval.asked_learned import BUCKETS, MOST_WORDS, SHIPPED, Learned, buckets_of, key_of

LIBRARY = Path("knowledge/library")
Floats = NDArray[np.float32]
Longs = NDArray[np.int64]

BEFORE, SQUARED = 0.9, 0.99
"""How much of the slopes before, and of their squares, Adam keeps (Kingma & Ba 2015)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to learn; the defaults are the best of what was tried on questions of people who had not seen the written ones."""

    dimension: int = 96
    epochs: int = 14
    batch: int = 256
    rate: float = 3e-3
    dropped: float = 0.3
    """Share of the words that are left out, anew each time: people do not use all of them."""
    smoothing: float = 0.05
    """Share of certainty that is spread over all sentences (Szegedy et al. 2016)."""
    sharpness: float = 20.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """Written questions: the words of each as numbers, -1 where there are fewer; the sentence of each; the buckets of each word."""

    words: Longs
    sentence: Longs
    buckets: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, entries: Sequence[AskedOfSentence]) -> Written:
        """Return the questions of the sentences, in order."""
        asked = [
            (words_of(text)[:MOST_WORDS], row) for row, one in enumerate(entries) for text, _ in one.questions
        ]
        known = {
            word: place for place, word in enumerate(sorted({word for words, _ in asked for word in words}))
        }
        words = np.full((len(asked), MOST_WORDS), -1, np.int64)
        for row, (some, _) in enumerate(asked):
            words[row, : len(some)] = [known[word] for word in some]
        return cls(words, np.array([row for _, row in asked]), tuple(buckets_of(word) for word in known))

    def take(self, rows: Longs) -> Written:
        """Return some of the questions."""
        return Written(self.words[rows], self.sentence[rows], self.buckets)


class _Adam:
    """Numbers that learn: steps by slope, over the rows that have one."""

    def __init__(self, numbers: Floats) -> None:
        self.numbers = numbers
        self._slope, self._square = np.zeros_like(numbers), np.zeros_like(numbers)

    def step(self, rows: Longs | slice, slope: Floats, rate: float, steps: int) -> None:
        """Go one step against the slope of some rows; `steps` counts from 1."""
        first = BEFORE * self._slope[rows] + (1 - BEFORE) * slope
        second = SQUARED * self._square[rows] + (1 - SQUARED) * slope * slope
        self._slope[rows], self._square[rows] = first, second
        size = rate * (1 - SQUARED**steps) ** 0.5 / (1 - BEFORE**steps)
        self.numbers[rows] -= np.float32(size) * first / (np.sqrt(second) + np.float32(1e-8))


def learned(written: Written, keys: Sequence[int], settings: Settings) -> Learned:
    """Return what questions teach of the sentences with these keys."""
    chance = np.random.default_rng(settings.seed)
    size = (BUCKETS, settings.dimension), (len(keys), settings.dimension)
    table, sentences = (_Adam(0.1 * chance.standard_normal(one, np.float32)) for one in size)
    batches = len(written.words) // settings.batch
    total = settings.epochs * batches
    steps = 0
    for _ in range(settings.epochs):
        order = chance.permutation(len(written.words))[: batches * settings.batch]
        for rows in order.reshape(batches, settings.batch):
            steps += 1
            words = written.words[rows]
            words = np.where(chance.random(words.shape) < settings.dropped, -1, words)
            rate = settings.rate * (1 - steps / (total + 1))
            _step(table, sentences, (words, written.sentence[rows], written.buckets), settings, (rate, steps))
    unit = sentences.numbers / np.linalg.norm(sentences.numbers, axis=1, keepdims=True)
    scale = float(np.quantile(np.abs(table.numbers), WITHIN)) / 127
    short = np.clip(np.rint(table.numbers / scale), -127, 127).astype(np.int8)
    return Learned(short, scale, unit, np.array(keys, np.uint32), settings.sharpness)


WITHIN = 0.9999
"""Share of the numbers that one byte holds as they are; the others are cut off."""


def _step(
    table: _Adam,
    sentences: _Adam,
    batch: tuple[Longs, Longs, tuple[tuple[int, ...], ...]],
    settings: Settings,
    pace: tuple[float, int],
) -> None:
    """Learn from some questions: cross entropy over the cosines with all sentences, times the sharpness."""
    words, right, buckets = batch
    used, place = np.unique(words, return_inverse=True)  # -1, no word, comes first and has no buckets
    place = place.reshape(words.shape)
    parts = [buckets[word] if word >= 0 else () for word in used]
    lengths = np.array([len(part) for part in parts])
    shorter = (1 / np.sqrt(np.maximum(lengths, 1))).astype(np.float32)[:, None]
    rows = np.concatenate([np.array(part, np.int64) for part in parts])
    vectors = _sums(table.numbers[rows], lengths) * shorter
    counts = np.zeros((len(words), len(used)), np.float32)
    np.add.at(counts, (np.arange(len(words))[:, None], place), 1.0)
    questions, of_questions = _unit(counts @ vectors)
    known, of_known = _unit(sentences.numbers)
    odds = settings.sharpness * (questions @ known.T)
    odds = np.exp(odds - odds.max(axis=1, keepdims=True))
    slope = odds / odds.sum(axis=1, keepdims=True) - settings.smoothing / len(known)
    slope[np.arange(len(words)), right] -= 1 - settings.smoothing
    slope *= np.float32(settings.sharpness / len(words))
    of_table = counts.T @ _through_unit(slope @ known, questions, of_questions) * shorter
    of_sentences = _through_unit(slope.T @ questions, known, of_known)
    touched, order = np.unique(rows, return_inverse=True)
    sorted_ = np.argsort(order, kind="stable")
    spread = np.repeat(of_table, lengths, axis=0)[sorted_]
    table.step(touched, _sums(spread, np.bincount(order)), *pace)
    sentences.step(slice(None), of_sentences, *pace)


def _sums(rows: Floats, lengths: Longs) -> Floats:
    """Sum consecutive stretches of rows; a stretch of length 0 gives zeros."""
    found = np.zeros((len(lengths), rows.shape[1]), np.float32)
    filled = np.flatnonzero(lengths)
    if len(filled):
        starts = (np.cumsum(lengths) - lengths)[filled]
        found[filled] = np.add.reduceat(rows, starts, axis=0)
    return found


def _unit(rows: Floats) -> tuple[Floats, Floats]:
    """Return rows brought to norm 1, and their norms."""
    norms = np.sqrt((rows * rows).sum(axis=1, keepdims=True) + np.float32(1e-6))
    return rows / norms, norms


def _through_unit(slope: Floats, unit: Floats, norms: Floats) -> Floats:
    """Return the slope of rows from that of the same rows of norm 1."""
    found: Floats = (slope - unit * (slope * unit).sum(axis=1, keepdims=True)) / norms
    return found


def report(entries: Sequence[AskedOfSentence], every: int, settings: Settings) -> Iterator[str]:
    """Yield for each language which share of every so manieth question is recognised when the others were learned."""
    written = Written.of(entries)
    rows = np.arange(len(written.words))
    model = learned(written.take(rows[rows % every != 0]), _keys(entries), settings)
    asked = [(text, language, row) for row, one in enumerate(entries) for text, language in one.questions]
    for language in ("nl", "en", "de"):
        some = [one for one in asked[::every] if one[1] == language]
        right = [int(model.likeness(text).argmax()) == row for text, _, row in some]
        yield f"{language}: {np.mean(right):.3f} of {len(right)}"


def _keys(entries: Sequence[AskedOfSentence]) -> list[int]:
    return [key_of(one.document, one.sentence) for one in entries]


def main() -> None:
    """Learn, and write or report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--held", type=int, default=0)
    arguments = parser.parse_args()
    entries = read_asked(question_files(LIBRARY))
    if arguments.held:
        print("\n".join(report(entries, arguments.held, Settings())))
        return
    learned(Written.of(entries), _keys(entries), Settings()).save(arguments.out)


if __name__ == "__main__":
    main()
