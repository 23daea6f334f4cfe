"""One written form for what readers see as the same word."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f]")
"""Soft hyphens, zero-width and direction marks, variation selectors: they carry no letter."""

_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "œ": "oe", "æ": "ae", "ĳ": "ij"}
)
"""Latin letters that Unicode does not decompose into a base letter and a mark."""


def normalise(text: str) -> str:
    """Return `text` in NFKC without invisible marks, case-folded; "ß" becomes "ss", the ligature "ĳ"
    becomes "ij"."""
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()


def fold(text: str) -> str:
    """Return `normalise(text)` without diacritics: the form in which words are compared.

    "ĲSSEL" is "ijssel", "één" is "een". Folding what is folded changes nothing.
    """
    if text.isascii():
        return text.lower()
    return _fold_marks(normalise(text))


def _fold_marks(text: str) -> str:
    """Take the combining marks off letters; a lone mark disappears."""
    plain = unicodedata.normalize("NFD", text).translate(_LETTERS_WITHOUT_DECOMPOSITION)
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return unicodedata.normalize("NFKC", bare).casefold()
