"""The word lists of verification, and what a word means here. The data is in `words.toml`."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
"""Format characters, variation selectors, tags, bidi overrides and controls: they show nothing and may hide text."""

_LIKE_ASCII = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"',
     "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "ﬁ": "fi", "ﬂ": "fl", "ĳ": "ij", "Ĳ": "IJ"}
)  # fmt: skip

WORD = re.compile(r"[^\W\d_]+(?:[-'&][^\W\d_]+)*")
"""Letters, with hyphens, apostrophes and ampersands inside."""

_SUFFIXES = ("tjes", "ene", "en", "es", "er", "s", "e", "n", "t")


def without_invisible(text: str) -> str:
    """Return `text` without characters that show nothing."""
    return _INVISIBLE.sub("", text)


def plain(text: str) -> str:
    """Return `text` with visible differences only: one kind of space, quote and dash; composed accents."""
    composed = unicodedata.normalize("NFC", without_invisible(text)).translate(_LIKE_ASCII)
    return re.sub(r"(?<=\d) (?=\d{3}(?!\d))(?<=[€$£] \d )", "", composed)


def folded(word: str) -> str:
    """Return `word` in lower case and without accents."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@cache
def words() -> Mapping[str, Any]:
    """Return the tables of `words.toml`."""
    return MappingProxyType(tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8")))


@cache
def inverted(table: str) -> Mapping[str, str]:
    """Return word -> key of a table that maps keys to lists of words; words are folded."""
    lists: Mapping[str, Iterable[str]] = words()[table]
    return MappingProxyType({folded(word): key for key, values in lists.items() for word in values})


@cache
def values(table: str) -> Mapping[str, Decimal]:
    """Return word -> number of a table of numbers; words in lower case, accents kept."""
    return MappingProxyType({word: Decimal(str(value)) for word, value in words()[table].items()})


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one list of the table `words`, folded."""
    return frozenset(folded(word) for word in words()["words"][name])


@cache
def starters() -> frozenset[str]:
    """Return ordinary words that may open a sentence: function words, starters, and all known concepts."""
    functions = [word for language in words()["functions"].values() for word in language]
    return frozenset(map(folded, [*functions, *words()["starters"]["words"]])) | inverted("concepts").keys()


@cache
def function_words() -> frozenset[str]:
    """Return the function words of all languages, folded."""
    return frozenset(folded(word) for language in words()["functions"].values() for word in language)


def language_of(text: str) -> str:
    """Return "nl", "en", "de", or "" when the function words do not tell."""
    found = [folded(word) for word in WORD.findall(text)]
    counts = {name: sum(word in known for word in found) for name, known in _functions_by_language().items()}
    best, second = sorted(counts.values(), reverse=True)[:2]
    return max(counts, key=lambda name: counts[name]) if best > second else ""


@cache
def _functions_by_language() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(map(folded, known)) for name, known in words()["functions"].items()}


@cache
def meaning(word: str) -> str:
    """Return what stands for `word` in comparisons: its concept, or else its stem."""
    bare = folded(word).removesuffix("'s")
    concept = inverted("concepts").get(bare)
    return f"#{concept}" if concept else stem(bare)


def stem(bare: str) -> str:
    """Return `bare` (folded) without one common ending of Dutch, English or German."""
    for suffix in _SUFFIXES:
        if bare.endswith(suffix) and len(bare) - len(suffix) >= 4:
            bare = bare[: -len(suffix)]
            break
    return re.sub(r"([aeou])\1", r"\1", re.sub(r"([b-df-hj-np-tv-z])\1$", r"\1", bare))


def content(text: str) -> list[str]:
    """Return the meanings of the content words of `text`, in order: no function words, no negators."""
    skip = function_words() | word_set("negators")
    return [meaning(word) for word in WORD.findall(text) if folded(word) not in skip and len(word) > 1]


@cache
def claim_meanings() -> frozenset[str]:
    """Return the meanings of words that promise or exclude so much that the evidence must have them too."""
    return frozenset(f"#{name}" for name in words()["words"]["claims"])
