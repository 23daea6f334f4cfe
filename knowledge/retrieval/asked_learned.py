"""Which sentence a question asks for, learned from all the questions that editors wrote: not from the nearest one alone.

A question is the sum of its words, a word the sum of its hashed self and its runs of 3 to 5 letters (Bojanowski, Grave, Joulin &
Mikolov 2017, "Enriching word vectors with subword information", arXiv:1607.04606; buckets as Weinberger et al. 2009); a sentence
is one vector, and the cosines of a question with all of them are told apart as a classifier does (Joulin, Grave, Bojanowski &
Mikolov 2016, "Bag of tricks for efficient text classification", arXiv:1607.01759). The numbers are made by `tools/asked_learned.py`.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.features import words_of
from knowledge.errors import KnowledgeError

Floats = NDArray[np.float32]
Longs = NDArray[np.int64]

SHIPPED = Path(__file__).parent / "asked_learned.npz"
"""The numbers in the package."""

BUCKETS = 1 << 15
"""Rows that words and their parts share; with half of them a question in a hundred less is recognised."""

SHORTEST, LONGEST = 3, 5
MOST_PARTS, MOST_WORDS = 48, 28
"""Parts of a word and words of a question that count."""

MOST_REMEMBERED = 2_000
"""Words of which the buckets are remembered, about 0.4 kB each."""


class LearnedError(KnowledgeError):
    """The numbers that were learned from the written questions cannot be used."""

    def __init__(self, path: Path, found: str) -> None:
        self.path, self.found = path, found
        super().__init__(
            f"De getallen in {path} zijn niet bruikbaar ({found}). Installeer Leerwijzer opnieuw, of maak ze "
            "met `python -m tools.asked_learned`."
        )


def key_of(document: str, sentence: str) -> int:
    """Return the number by which a sentence is known: CRC-32 of its document and the words with which it begins."""
    return zlib.crc32(f"{document}\n{sentence}".encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=MOST_REMEMBERED)
def buckets_of(word: str) -> tuple[int, ...]:
    """Return the buckets of a normalised word: its own, and those of the runs of letters of "<word>", the short ones first."""
    marked = f"<{word}>".encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    parts = (
        f"{size}{marked[at : at + size]}"
        for size in range(SHORTEST, LONGEST + 1)
        for at in range(len(marked) - size + 1)
    )
    return tuple(zlib.crc32(part.encode()) % BUCKETS for part in (marked, *parts))[:MOST_PARTS]


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned, or the part of it that is about some sentences.

    `table` (BUCKETS, d) int8 times `scale` are the vectors of parts of words; `sentences` float32 (n, d) of norm 1 with their
    `keys` uint32 (n,); `sharpness` is by what a cosine is multiplied before cosines are set against each other.
    """

    table: NDArray[np.int8]
    scale: float
    sentences: Floats
    keys: NDArray[np.uint32]
    sharpness: float

    def of(self, keys: Sequence[int]) -> Learned:
        """Return it for the sentences with these keys, in their order; one that nothing was learned of is like no question."""
        places = {int(key): place for place, key in enumerate(self.keys)}
        sentences = np.zeros((len(keys), self.sentences.shape[1]), np.float32)
        for row, key in enumerate(keys):
            if key in places:
                sentences[row] = self.sentences[places[key]]
        return Learned(self.table, self.scale, sentences, np.array(keys, np.uint32), self.sharpness)

    def likeness(self, question: str) -> Floats:
        """Return the cosine, -1 to 1, of a question with each sentence; zeros for one without words."""
        total = np.zeros(self.table.shape[1], np.float32)
        for word in words_of(question)[:MOST_WORDS]:
            rows = list(buckets_of(word))
            total += self.table[rows].sum(axis=0, dtype=np.int32) / np.float32(len(rows) ** 0.5)
        norm = float(np.linalg.norm(total))
        found: Floats = self.sentences @ (total / norm) if norm else np.zeros(len(self.sentences), np.float32)
        return found

    def chances(self, likeness: Floats) -> Floats:
        """Return from cosines the chance of each sentence to be the one that is asked for, where it is one of them."""
        if not len(likeness):
            return likeness
        odds = np.exp(self.sharpness * (likeness - likeness.max()))
        found: Floats = odds / odds.sum()
        return found

    def save(self, path: Path) -> None:
        """Write the numbers to `path`, the sentences in two bytes each."""
        with path.open("wb") as file:
            np.savez_compressed(
                file,
                table=self.table,
                scale=np.float64(self.scale),
                sentences=self.sentences.astype(np.float16),
                keys=self.keys,
                sharpness=np.float64(self.sharpness),
            )

    @classmethod
    def load(cls, path: Path = SHIPPED) -> Learned:
        """Read the numbers; raise `LearnedError` when the file is missing, damaged or of another size."""
        try:
            with np.load(path, allow_pickle=False) as arrays:
                learned = cls(
                    arrays["table"],
                    float(arrays["scale"]),
                    arrays["sentences"].astype(np.float32),
                    arrays["keys"],
                    float(arrays["sharpness"]),
                )
        except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile) as error:
            raise LearnedError(path, str(error) or type(error).__name__) from error
        if learned.table.shape[0] != BUCKETS:
            raise LearnedError(path, f"{learned.table.shape[0]} rijen, verwacht {BUCKETS}")
        return learned


@cache
def shipped_learned() -> Learned:
    """Return what the package has learned from its written questions."""
    return Learned.load()
