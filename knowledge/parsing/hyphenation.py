"""Join words that a line end cut in two, and leave alone the hyphens that belong to Dutch words."""

from __future__ import annotations

import re

CUT = "\ufffe"
"""What pdfium writes for a hyphen at the end of a line, in place of the hyphen and the line break."""

_SHORT_FORMS = frozenset(
    {
        "ad", "aob", "ai", "av", "bbl", "bol", "bsn", "bso", "co", "cv", "e", "eu", "ex", "hbo",
        "havo", "hr", "html", "ict", "ib", "it", "kb", "lio", "lob", "mavo", "mbo", "mkb", "mts",
        "niet", "non", "nt", "ns", "oud", "ov", "pabo", "pc", "po", "pr", "pre", "pro", "roc",
        "semi", "sbb", "tv", "uwv", "vavo", "vmbo", "vo", "vso", "vwo", "wo", "zzp",
    }
)  # fmt: skip
"""First parts that Dutch follows with a hyphen: abbreviations, prefixes such as "oud-" (Leidraad 6.2)."""
_CONJUNCTIONS = frozenset({"en", "of", "tot", "als", "dan", "noch", "t/m", "und", "oder", "and", "or"})
"""After a hanging hyphen ("techniek- en zorgopleidingen", Leidraad 6.9)."""
_CLASHES = frozenset(
    {"aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "oe", "oi", "oo", "ou", "ui", "uu"}
)
"""Vowels that would be read as one sound; a hyphen keeps the parts of a compound apart (Leidraad 6.5)."""
_LAST_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*$")
_FIRST_WORD = re.compile(r"[^\W_]+(?:/[^\W_]+)?")


def joined(before: str, after: str, around: str = "") -> str:
    """Return the line `before`, which ended in a hyphen (left out here), joined to the line `after`.

    `around` is text in which the word may also stand uncut, as evidence. The hyphen goes only when
    both sides are lower-case letters and nothing speaks for it.
    """
    left, right = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if left is None or right is None:
        return (
            f"{before}- {after}"
            if right is None or before.endswith(" ") or not before
            else f"{before}-{after}"
        )
    first, second = left[0].rpartition("-")[2], right[0]
    if second.lower() in _CONJUNCTIONS:
        return f"{before}- {after}"
    if _keeps_hyphen(first, second) or f"{first}-{second}" in around:
        return f"{before}-{after}"
    return before + after


def _keeps_hyphen(first: str, second: str) -> bool:
    if not second[0].islower() or not first.isalpha():
        return True
    if first.lower() in _SHORT_FORMS or (len(first) > 1 and first.isupper()):
        return True
    return (first[-1] + second[0]).lower() in _CLASHES
