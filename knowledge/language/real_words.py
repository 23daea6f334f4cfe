"""Words that people use, whatever a corpus holds, and how often.

data/real_words.tsv has those that are used, with how often; data/rare_words.npz hashes of the hundreds of thousands that a
dictionary holds and hardly anybody uses. Both are written by `tools.real_words`, which names their source.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).parent / "data" / "real_words.tsv"
RARE = DATA.with_name("rare_words.npz")

OF_RARE = 4
"""Level of a word that a dictionary holds and nobody was heard to say."""

_PER = 1e9
_STEPS = 2
"""Levels are half powers of ten of the count per thousand million words."""


def level_of(share: float) -> int:
    """Return the level of a word that is this share of all words; 0 for the rarest."""
    return max(0, round(_STEPS * math.log10(max(share * _PER, 1.0))))


def share_at(level: int) -> float:
    """Return the share of all words that a word of a level has, about."""
    return float(10 ** (level / _STEPS) / _PER)


@cache
def real_words(language: str) -> Mapping[str, int]:
    """Return the folded words of a language ("nl", "en", "de") with their levels."""
    found: dict[str, int] = {}
    for line in DATA.read_text("utf-8").splitlines():
        if line.startswith(f"{language}\t"):
            _, level, words = line.split("\t")
            found.update(dict.fromkeys(words.split(), int(level)))
    return found


def hash_of(word: str) -> int:
    """Return the hash by which a rare word is known."""
    return zlib.crc32(word.encode())


def level_in(word: str, language: str) -> int | None:
    """Return how often a folded word of a language is used; None for a word that the language does not have."""
    level = real_words(language).get(word)
    if level is None and _is_rare(word, language):
        return OF_RARE
    return level


def _is_rare(word: str, language: str) -> bool:
    hashes = _rare().get(language)
    if hashes is None:
        return False
    wanted = np.uint32(hash_of(word))
    at = int(np.searchsorted(hashes, wanted))
    return at < len(hashes) and bool(hashes[at] == wanted)


@cache
def _rare() -> Mapping[str, NDArray[np.uint32]]:
    with np.load(RARE, allow_pickle=False) as arrays:
        return {language: arrays[language] for language in arrays.files}
