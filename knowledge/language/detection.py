"""Is a text Dutch, English or German? Without a download, and for a few words too.

Naive Bayes over whole words, and over the character n-grams of words that are not in the table. The table
(data/languages.tsv) is counted by `knowledge.language.profiles`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.language.loan_words import telling_words
from knowledge.language.normalisation import normalise

LANGUAGES = ("nl", "en", "de")
ENGLISH = "en"
_TABLE = Path(__file__).parent / "data" / "languages.tsv"
_WORD = re.compile(r"[^\W\d_]+")

PRIOR = (1.2, 0.0, 0.0)
"""Log odds before a word is read: Dutch first, the language of the sources and of most readers."""

SURELY = 2.0
"""Vote for English from which a word may say it alone."""

MOST_WORDS = 200
"""Words beyond these add nothing to the certainty."""

_SCALE = 10.0
"""The table holds tenths of natural logarithms."""

_GRAM_SHARE = 0.35
"""N-grams of a word overlap, so each counts for a part."""

_WORD_CAP = 4.0
"""The most that one unknown word may say."""


@dataclass(frozen=True, slots=True)
class Detection:
    """The language of a text ("nl", "en" or "de") and how sure that is, from 1/3 to 1."""

    language: str
    confidence: float


Votes = tuple[float, float, float]


@cache
def _tables() -> tuple[dict[str, Votes], dict[str, Votes]]:
    """Return the votes of words and of n-grams: centred log odds per language."""
    words: dict[str, Votes] = {}
    grams: dict[str, Votes] = {}
    for line in _TABLE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, key, dutch, english, german = line.split("\t")
        votes = (int(dutch) / _SCALE, int(english) / _SCALE, int(german) / _SCALE)
        (words if kind == "w" else grams)[key] = votes
    return words, grams


def word_grams(word: str) -> list[str]:
    """Return the 2- to 4-letter n-grams of a word with its edges marked."""
    marked = f"_{word[:40]}_"
    return [marked[at : at + size] for size in (2, 3, 4) for at in range(len(marked) - size + 1)]


def detect(text: str) -> Detection:
    """Return the language of `text`; Dutch, with little confidence, where nothing decides (also for "")."""
    words = _WORD.findall(normalise(text))[:MOST_WORDS]
    found = _counted(words)
    if found.language != ENGLISH:
        return found
    known = _tables()[0]
    rest = _WORD.findall(normalise(NAME.sub(" ", text)))[:MOST_WORDS]
    if len(rest) >= FEWEST_BESIDE_NAMES and _counted(rest).language != ENGLISH:
        words = rest  # "Is Process Your Future een gebouw?": names are in any language
        found = _counted(words)
        if not any(_is_surely_english(known[word]) for word in words if word in known):
            return found
    telling = telling_words(words, known)
    if telling is None or any(_is_surely_english(known[word]) for word in telling):
        return found
    return _counted(telling)


NAME = re.compile(r"(?<=[\w,] )[A-ZÀ-Þ][\w&.-]*(?: (?:of |for |the )?[A-ZÀ-Þ][\w&.-]*)*")
"""Words with capitals in the midst of a sentence: a name."""

FEWEST_BESIDE_NAMES = 3


def _is_surely_english(votes: Votes) -> bool:
    """Say whether a word is hardly said in another language, as "the" and "what"; "of" is Dutch too."""
    return votes[1] >= SURELY and max(votes[0], votes[2]) < 0


def _counted(words: Sequence[str]) -> Detection:
    totals = list(PRIOR)
    for word in words:
        for at, vote in enumerate(_votes(word)):
            totals[at] += vote
    highest = max(totals)
    odds = [math.exp(total - highest) for total in totals]
    return Detection(LANGUAGES[totals.index(highest)], 1.0 / sum(odds))


def _votes(word: str) -> Votes:
    """Return what a folded word says: its entry, or the sum of its n-grams, bounded."""
    words, grams = _tables()
    if word in words:
        return words[word]
    found = [grams[gram] for gram in word_grams(word) if gram in grams]
    sums = [_GRAM_SHARE * sum(votes[at] for votes in found) for at in range(3)]
    top = max(sums)
    bounded = [max(value - top, -_WORD_CAP) for value in sums]
    mean = sum(bounded) / 3
    return (bounded[0] - mean, bounded[1] - mean, bounded[2] - mean)
