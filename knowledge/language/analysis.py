"""From text to the words that an index counts, and from a word to the forms it may be met in.

The unit of the index is the folded word. Stems, compound parts and character n-grams are properties
of a word, so they are worked out once per word of the vocabulary and not once per occurrence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import Stemmer
from numpy.typing import NDArray

from knowledge.language.normalisation import fold, normalise

LONGEST_WORD = 64
"""Longer runs of letters are not words (the longest in Dutch law has 53 letters); they are cut here."""

GRAM_SIZES = (4, 5)
"""Lengths of character n-grams; 3-5, 3-6 and 5-6 did equally well (benchmarks/results)."""

_APOSTROPHE_ENDING = re.compile(r"(?<=\w)['’`´](?:s|en|er|ers|tje|tjes)\b")
"""Endings that Dutch sets off from letter words: pps'en, foto's, zzp'er."""

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
"""A run of letters, or a number with its separators; "mbo4", "mbo-4" and "mbo 4" give the same two."""

_LONE_MARK = re.compile("[\u0300-\u036f]")
"""A combining mark that NFKC could not join with its letter; it must not cut a word in two."""

_THOUSANDS = re.compile(r"^\d{1,3}(?:\.\d{3})+(?:,\d+)?$")
_GRAM_BASE = np.uint64(1_000_003)


@dataclass(frozen=True, slots=True)
class Analyzer:
    """Turn text into index words, and words into stems and n-grams. Pure, and safe to share between
    threads."""

    algorithm: str = "dutch"

    @property
    def fingerprint(self) -> str:
        """Name and version of everything that shapes an index word or its forms."""
        return f"words-1/{self.algorithm}/{Stemmer.version()}/{'-'.join(map(str, GRAM_SIZES))}"

    def words(self, text: str) -> list[str]:
        """Return the folded words of `text` in order; numbers without thousands separators; [] for text
        without words."""
        return list(_words_of_message(text)) if len(text) <= LONGEST_MESSAGE else _words_of(text)

    def stem(self, word: str) -> str:
        """Return the Snowball stem of a folded word; a word with a digit is its own stem."""
        return _stem(self.algorithm, word)

    def stems(self, words: Sequence[str]) -> list[str]:
        """Return the stem of each word."""
        stemmed = Stemmer.Stemmer(self.algorithm, 0).stemWords(list(words))
        return [word if word[:1].isdigit() else stem for word, stem in zip(words, stemmed, strict=True)]


LONGEST_MESSAGE = 300
"""Characters of a text that is taken for a message: what reads it asks for its words a dozen times."""


@lru_cache(maxsize=4_000)
def _words_of_message(text: str) -> tuple[str, ...]:
    return tuple(_words_of(text))


def _words_of(text: str) -> list[str]:
    plain = text.lower() if text.isascii() else normalise(text)
    if _LONE_MARK.search(plain):
        plain = fold(plain)
    if "'" in plain or "’" in plain:
        plain = _APOSTROPHE_ENDING.sub("", plain)
    found: list[str] = _WORD.findall(plain)
    return [word if len(word) < 4 and word.isascii() else _index_form(word) for word in found]


@lru_cache(maxsize=200_000)
def _stem(algorithm: str, word: str) -> str:
    """Return a stem; a stemmer is made for each, since threads cannot share one."""
    stemmed: str = word if any(map(str.isdigit, word)) else Stemmer.Stemmer(algorithm, 0).stemWord(word)
    return stemmed


@lru_cache(maxsize=200_000)
def _index_form(word: str) -> str:
    """Take off diacritics, write a number without thousands separators, and cut what is too long to be a
    word."""
    if _THOUSANDS.match(word):
        word = word.replace(".", "")
    return fold(word)[:LONGEST_WORD]


def grams(words: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """Return the hashed character n-grams of `words` and, for each, the position of its word.

    A word is taken with an edge mark on both sides ("_las_"), so that beginnings and ends count. Words
    with a digit have none: a code one digit off is another code. The pairs are unique and ordered by gram.
    """
    numbers = [at for at, word in enumerate(words) if not word[:1].isdigit()]
    text = "".join(f"_{words[at]}_" for at in numbers)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    lengths = np.fromiter((len(words[at]) + 2 for at in numbers), np.int64, len(numbers))
    owner = np.repeat(np.asarray(numbers, np.int32), lengths)
    hashes, owners = [], []
    for size in GRAM_SIZES:
        count = len(codes) - size + 1
        if count <= 0:
            continue
        value = np.full(count, size, np.uint64)
        for offset in range(size):
            value = value * _GRAM_BASE + codes[offset : offset + count]
        whole = owner[:count] == owner[size - 1 :]
        hashes.append(value[whole])
        owners.append(owner[:count][whole])
    if not hashes:
        return np.empty(0, np.uint64), np.empty(0, np.int32)
    return _unique_pairs(np.concatenate(hashes), np.concatenate(owners))


def _unique_pairs(
    keys: NDArray[np.uint64], owners: NDArray[np.int32]
) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """Order pairs by key, then owner, each once."""
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    first = np.ones(len(keys), bool)
    first[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
    return keys[first], owners[first]
