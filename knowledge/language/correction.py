"""Which word was meant by one that is not right: a noisy channel over a vocabulary (Kernighan, Church & Gale, 1990).

Of the words that differ little from what was typed, the one wins for which (how often it is used) times (how likely
such a slip is) is highest. Slips cost by what they are: a doubled letter, two letters swapped, the key beside the right one, a
sound written in another way. The vocabulary is that of the caller; the distances to all of it are worked out at once.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from knowledge.language.sounds import sounds_of

Floats = NDArray[np.float32]
Codes = NDArray[np.uint8]

LONGEST = 28
"""Letters of the longest word that is put right."""

NEIGHBOURS = {
    "a": "qwsz",
    "b": "vghn",
    "c": "xdfv",
    "d": "serfcx",
    "e": "wsdr",
    "f": "drtgvc",
    "g": "ftyhbv",
    "h": "gyujnb",
    "i": "ujko",
    "j": "huikmn",
    "k": "jiolm",
    "l": "kop",
    "m": "njk",
    "n": "bhjm",
    "o": "iklp",
    "p": "ol",
    "q": "wa",
    "r": "edft",
    "s": "awedxz",
    "t": "rfgy",
    "u": "yhji",
    "v": "cfgb",
    "w": "qase",
    "x": "zsdc",
    "y": "tghu",
    "z": "asx",
}
"""Keys beside each other on a QWERTY keyboard."""

ANY, KEY, VOWEL, SWAP, MISSED, ADDED, TWICE, HEARD, FIRST = 1.2, 0.9, 1.0, 0.8, 0.9, 1.3, 0.4, 0.3, 0.5
"""What a slip costs: another letter, the key beside it, another vowel, two letters swapped, a letter too few, one too many, one
doubled or not, a sound written in another way, and more for the first letter, which people seldom have wrong."""

PER_COST = 4.5
"""How much less likely a word is by a slip of cost 1, as a natural logarithm."""

MOST_COST = ((4, 0.95), (6, 1.3), (7, 1.7), (10, 2.2), (LONGEST, 2.7))
"""Most that all slips in a word of at most so many letters may cost."""

SAME_ROOT = 4
"""Letters that two words begin with alike, from which it matters less which of them was meant."""

LEAST_SHARE = 1e-8
"""Share of all words below which all words are as rare."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The word that was meant, what the slips in it cost, and how likely it is beside others (natural logarithm)."""

    word: str
    cost: float
    score: float


@dataclass(frozen=True, slots=True)
class _Spelled:
    """Spellings as codes of letters: a row each, padded; with the length and the set of letters of each."""

    codes: Codes
    lengths: NDArray[np.int16]
    letters: NDArray[np.uint32]

    @classmethod
    def of(cls, words: Sequence[str]) -> _Spelled:
        joined = "".join(word.ljust(LONGEST, "`") for word in words)
        codes = np.frombuffer(joined.encode("ascii"), np.uint8).reshape(-1, LONGEST) - np.uint8(ord("`"))
        bits = np.where(codes > 0, np.uint32(1) << codes.astype(np.uint32), np.uint32(0))
        letters = np.bitwise_or.reduce(bits, axis=1) if len(words) else np.empty(0, np.uint32)
        lengths = np.fromiter(map(len, words), np.int16, len(words))
        return cls(codes, lengths, letters)

    def near(self, one: _Spelled, errors: int) -> NDArray[np.int64]:
        """Return the rows that may be `errors` slips away from the only row of `one`."""
        differing = np.bitwise_count(self.letters ^ one.letters[0])
        apart = np.abs(self.lengths - one.lengths[0])
        return np.flatnonzero((differing <= 2 * errors) & (apart <= errors))


@dataclass(frozen=True, slots=True)
class Speller:
    """Words with how often they are used, and which of them a misspelled one may be. Immutable."""

    words: tuple[str, ...]
    chances: Floats
    _spelled: _Spelled = field(repr=False)
    _heard: _Spelled = field(repr=False)

    @classmethod
    def of(cls, shares: Mapping[str, float]) -> Speller:
        """Return a speller over folded words and the share of all words that each is; words of other letters are left out."""
        words = tuple(
            word for word in sorted(shares) if word.isascii() and word.isalpha() and len(word) <= LONGEST
        )
        chances = np.asarray([math.log(max(shares[word], LEAST_SHARE)) for word in words], np.float32)
        heard = [sounds_of(word)[:LONGEST] for word in words]
        return cls(words, chances, _Spelled.of(words), _Spelled.of(heard))

    def meant(self, word: str) -> tuple[Meant, ...]:
        """Return what a folded word may have been meant to be, most likely first; () for none that is near enough."""
        most = most_cost(word)
        if not most or not (word.isascii() and word.isalpha()):
            return ()
        errors = max(1, int(most / SWAP))
        typed, heard = _Spelled.of([word]), _Spelled.of([sounds_of(word)[:LONGEST]])
        rows = np.union1d(self._spelled.near(typed, errors), self._heard.near(heard, errors))
        if not len(rows):
            return ()
        costs = np.minimum(
            _costs(typed, self._spelled, rows),
            _costs(heard, self._heard, rows) + np.float32(HEARD),
        )
        scores = self.chances[rows] - np.float32(PER_COST) * costs
        kept = [at for at in np.argsort(-scores, kind="stable")[:MOST_MEANT] if costs[at] <= most]
        return tuple(Meant(self.words[rows[at]], float(costs[at]), float(scores[at])) for at in kept)


MOST_MEANT = 12
"""Words that are looked at for one that is misspelled."""


def most_cost(word: str) -> float:
    """Return how much the slips in a word of this length may cost; 0.0 when it is too short or too long to tell."""
    if not SHORTEST <= len(word) <= LONGEST:
        return 0.0
    return next(cost for letters, cost in MOST_COST if len(word) <= letters)


SHORTEST = 3
"""Letters of the shortest word that is put right."""


def _substitutions() -> Floats:
    """Return what it costs to type one letter (row) for another (column)."""
    table = np.full((28, 28), ANY, np.float32)
    vowels = [ord(letter) - ord("`") for letter in "aeiouy"]
    for one in vowels:
        table[one, vowels] = VOWEL
    for letter, near in NEIGHBOURS.items():
        for other in near:
            table[ord(letter) - ord("`"), ord(other) - ord("`")] = KEY
    np.fill_diagonal(table, 0.0)
    return table


_SUBSTITUTED = _substitutions()


def _costs(typed: _Spelled, spelled: _Spelled, rows: NDArray[np.int64]) -> Floats:
    """Return what the slips cost that make of each row what was typed: weighted edit distance with swaps, all rows at once."""
    longest = int(spelled.lengths[rows].max())
    codes = np.ascontiguousarray(spelled.codes[rows, :longest].T)
    query = typed.codes[0, : int(typed.lengths[0])].tolist()
    missed = np.full((longest, len(rows)), MISSED, np.float32)
    missed[1:][codes[1:] == codes[:-1]] = TWICE
    missed[0] += FIRST
    of_letter = {letter: np.take(_SUBSTITUTED[letter], codes) for letter in set(query)}
    before = np.zeros((longest + 1, len(rows)), np.float32)
    row = np.zeros((longest + 1, len(rows)), np.float32)
    row[1:] = np.cumsum(missed, axis=0)
    reached = np.empty_like(missed)
    for at, letter in enumerate(query):
        added = np.float32(TWICE if at and query[at - 1] == letter else ADDED + (FIRST if at == 0 else 0.0))
        np.add(row[:-1], of_letter[letter], out=reached)
        if at == 0:
            reached[0] += np.where(codes[0] == letter, np.float32(0), np.float32(FIRST))
        new = row + added
        np.minimum(reached, new[1:], out=reached)
        if at:
            swapped = (codes[1:] == query[at - 1]) & (codes[:-1] == letter)
            if swapped.any():
                by_swap = np.where(swapped, before[: longest - 1] + np.float32(SWAP), np.float32(np.inf))
                np.minimum(reached[1:], by_swap, out=reached[1:])
        for left, step, here, cell in zip(new, missed, reached, new[1:], strict=False):
            np.minimum(here, np.add(left, step, out=cell), out=cell)
        before, row = row, new
    found: Floats = row[spelled.lengths[rows], np.arange(len(rows))]
    return found
