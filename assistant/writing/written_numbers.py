"""Numbers as sources may write them: in words, and in Roman figures."""

from __future__ import annotations

from collections.abc import Iterable

_FROM_TWO = "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien"

NUMBER_WORDS = {str(number): word for number, word in enumerate(_FROM_TWO.split(), start=2)}
"""Numbers as sources may write them: "5 jaar" is met by "vijfjarig"."""

ROMAN = {
    "1": "i",
    "2": "ii",
    "3": "iii",
    "4": "iv",
    "eerste": "i",
    "tweede": "ii",
    "derde": "iii",
    "vierde": "iv",
}


def is_written_out(digits: str, present: Iterable[str]) -> bool:
    """Say whether a number stands among words in letters, also as the beginning of one."""
    word = NUMBER_WORDS.get(digits)
    return word is not None and any(other.startswith(word) for other in present)
