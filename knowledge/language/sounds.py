"""How a Dutch word sounds, as letters: words that are heard alike get one key ("tegniek", "techniek"; "oplijding", "opleiding")."""

from __future__ import annotations

import re
from functools import lru_cache

_HEARD = (
    ("eau", "o"),
    ("ij", "y"),
    ("ei", "y"),
    ("auw", "w1"),
    ("ouw", "w1"),
    ("au", "w1"),
    ("ou", "w1"),
    ("isch", "is"),
    ("sch", "sg"),
    ("ch", "g"),
    ("ck", "k"),
    ("qu", "kw"),
    ("ph", "f"),
    ("th", "t"),
    ("x", "ks"),
    ("ie", "i"),
    ("dt", "t"),
    ("v", "f"),
    ("z", "s"),
)
"""Letters and what is heard, in this order: the spelling of Dutch writes some sounds in two ways."""

_SOFT_C = re.compile(r"c(?=[eiy])")
_TWICE = re.compile(r"([b-df-hj-np-tv-xz])\1+")
"""A consonant that is doubled is heard like a single one; a vowel is heard longer."""
_OF_WRITTEN = re.compile("|".join(written for written, _ in _HEARD))
_HEARD_OF = dict(_HEARD)


@lru_cache(maxsize=20_000)
def sounds_of(word: str) -> str:
    """Return the key of a folded word; never longer than the word but by an x, "" for ""."""
    heard = _OF_WRITTEN.sub(lambda match: _HEARD_OF[match.group()], word).replace("w1", "w")
    heard = _SOFT_C.sub("s", heard).replace("c", "k")
    heard = _TWICE.sub(r"\1", heard)
    if heard.endswith("d"):
        heard = heard[:-1] + "t"
    return heard.removesuffix("n") if heard.endswith("en") and len(heard) > len("eten") else heard
