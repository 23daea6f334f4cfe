"""The doer and the deed: "lasser" and "lassen", which Snowball leaves apart."""

from __future__ import annotations

_VOWELS = frozenset("aeiouy")
SHORTEST_ROOT = 3


def related_words(word: str) -> tuple[str, ...]:
    """Return the verb of a doer ("lasser": "lassen") or the doer of a verb or its root ("las": "lasser").

    Spelling only, by the Dutch rule that a closed short syllable doubles its consonant; whether the word
    exists is for the caller to see.
    """
    if not word.isalpha():
        return ()
    if word.endswith(("er", "ers", "ster", "sters")):
        root = word.removesuffix("s").removesuffix("er")
        return (root + "en",) if len(root) >= SHORTEST_ROOT and root[-1] not in _VOWELS else ()
    root = word.removesuffix("en") if len(word) > SHORTEST_ROOT + 2 else word
    if len(root) < SHORTEST_ROOT or root[-1] in _VOWELS:
        return ()
    return (root + "er", root + root[-1] + "er") if _closed_and_short(root) else (root + "er",)


def _closed_and_short(root: str) -> bool:
    """Say whether `root` ends in one vowel and one consonant ("las", not "werk" or "loop")."""
    return root[-2] in _VOWELS and root[-3] not in _VOWELS and root[-1] not in "wxj"
