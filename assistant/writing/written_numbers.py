"""Numbers as sources may write them: in words, and in Roman figures."""

from __future__ import annotations

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
