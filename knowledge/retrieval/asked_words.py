"""What of a question is compared with another one: its words, what kind of thing it asks, and which part of it asks. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.data_files import read_data
from knowledge.language.analysis import Analyzer
from knowledge.language.expansion import SNOWBALL
from knowledge.language.stopwords import stopwords

Floats = NDArray[np.float32]

_DATA = Path(__file__).parent / "question_kinds.yaml"

SENTENCE_END = re.compile(r"(?<=[.!?\n;])\s+")

MID_SENTENCE = re.compile(r"(?<=[\w,;:(] )[^\W\d_][\w-]*")
"""A word that does not begin a sentence: its capital says something."""

OF_CONTEXT = 0.35
"""What is left of the weight of a word that stands only in a sentence that asks nothing: "Ik ben 42. Welk nummer bel ik?"."""


MOST_WORDS = 40_000
"""Words that are kept as such, about 200 bytes each: the written questions have 20,000 different ones, each ten times."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as its stem, by which it is compared, and folded as it is written."""

    stem: str
    written: str

    @property
    def is_figure(self) -> bool:
        """Whether it is a number or begins with one."""
        return self.written[:1].isdigit()


def words_of(text: str, language: str, most: int) -> tuple[Word, ...]:
    """Return the first `most` different words of a text in `language` that say something: no stop words, no single letters."""
    algorithm, stops = SNOWBALL.get(language, "dutch"), stopwords(language)
    told = dict.fromkeys(word for word in Analyzer(algorithm).words(text) if word not in stops)
    found = (_word(algorithm, word) for word in told if len(word) > 1 or word.isdigit())
    return tuple(islice(found, most))


@lru_cache(maxsize=MOST_WORDS)
def _word(algorithm: str, word: str) -> Word:
    return Word(Analyzer(algorithm).stem(word), word)


MOST_REMEMBERED = 2_000
"""Questions of which it is remembered what they ask for: editors' questions that are near come back."""


MOST_CUT = 300
"""Questions of which the runs of letters are remembered, about 7 kB each."""


@lru_cache(maxsize=MOST_REMEMBERED)
def kind_of(question: str) -> str:
    """Return what kind of thing a question asks for ("how much", "who"), "" when its words do not say."""
    return next((name for name, pattern in _kinds() if pattern.search(question)), "")


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    raw: dict[str, str] = read_data(_DATA)
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in raw.items())


def focus(question: str, language: str, words: Sequence[Word]) -> Floats:
    """Return the weight of each word by whether a sentence that asks has it; 1 for all where none asks or all do."""
    sentences = [one for one in SENTENCE_END.split(question) if one.strip()]
    asking = [one for one in sentences if "?" in one or kind_of(one)]
    if not asking or len(asking) == len(sentences):
        return np.ones(len(words), np.float32)
    asked = {word.stem for one in asking for word in words_of(one, language, len(one))}
    return np.array([1.0 if word.stem in asked else OF_CONTEXT for word in words], np.float32)


@lru_cache(maxsize=MOST_CUT)
def trigrams(text: str) -> frozenset[str]:
    """Return the runs of three letters of a text, word edges included."""
    plain = f" {' '.join(Analyzer().words(text))} "
    return frozenset(plain[at : at + 3] for at in range(len(plain) - 2))


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """Return what two sets share, from 0 to 1 (Dice 1945)."""
    return 2 * len(one & other) / max(len(one) + len(other), 1)
