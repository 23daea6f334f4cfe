"""Words as they are compared: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BREAKS = re.compile(r"[^0-9a-z]+")


MOST_REMEMBERED = 6_000
"""Texts whose folded form is remembered: names and words of a catalogue and of questions, about 4 MB."""


@lru_cache(maxsize=MOST_REMEMBERED)
def folded(text: str) -> str:
    """Return `text` in lower case Latin letters and digits with single spaces: "Schweißer/-in" is "schweisser in"."""
    if text.isascii():
        return _BREAKS.sub(" ", text.lower()).strip()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _BREAKS.sub(" ", "".join(char for char in plain if not unicodedata.combining(char))).strip()
