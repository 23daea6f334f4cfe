"""What people type in a chat, written in full: "hoevl kost da", "kwil ff weten", "whats", "gibts". Pure.

Only words of a list are replaced, and typing errors in the few words that steer an answer; names and subjects
stay as they are, since the index knows better what is like them. Data: data/street.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.types import Language
from knowledge.data_files import read_data
from knowledge.language.normalisation import fold
from knowledge.language.spelling import edit_distance
from knowledge.language.stopwords import stopwords

_DATA = Path(__file__).parent / "data" / "street.yaml"

_WORD = re.compile(r"(?<![&\w])['’´]?\w+(?:['’´]\w+)?(?![&\w])")
"""A word; letters around "&" are a name ("N&T", "E&M"), not words."""

SHORTEST_MENDED = 5
"""Letters of the shortest word in which an error is put right."""


@dataclass(frozen=True, slots=True)
class _Street:
    words: Mapping[str, str]
    asking: tuple[str, ...]


def in_full(text: str, language: Language) -> str:
    """Return a message with chat words in full and the spaces tidied; what it leaves empty comes back as it was."""
    street = _street()[language]

    def full(match: re.Match[str]) -> str:
        word = fold(match.group()).replace("’", "'").replace("´", "'")
        if word in street.words:
            return _cased(match.group(), street.words[word])
        return _mended(match.group(), word, street.asking, language)

    written = _WORD.sub(full, text)
    tidy = re.sub(r"[^\S\n]{2,}", " ", written).strip(" ,")
    return tidy if re.search(r"\w", tidy) else text


def _cased(written: str, full: str) -> str:
    """Return the full form with the capital that the written form began with."""
    return full[:1].upper() + full[1:] if written[:1].isupper() and not written.isupper() else full


def _mended(written: str, word: str, asking: tuple[str, ...], language: Language) -> str:
    if len(word) < SHORTEST_MENDED or word in asking or word in stopwords(language.value):
        return written
    return next(
        (right for right in asking if right[0] == word[0] and edit_distance(word, right, 1) == 1), written
    )


@cache
def _street() -> Mapping[Language, _Street]:
    raw = read_data(_DATA)
    return {
        Language(code): _Street(
            {fold(word): full for word, full in entry["words"].items() if word != full},
            tuple(entry["asking"]),
        )
        for code, entry in raw.items()
    }
