"""Which school "ze" is in a talk about programmes: "hebben ze ook een Ad?" is asked of the school of what was shown. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.understanding.filters import Ask, Asked
from assistant.writing.record_book import Book

THEY = re.compile(
    r"\b(?:hebben|geven|bieden|doen) (?:ze|zij|jullie) |\b(?:ze|zij) (?:daar )?(?:ook )?(?:\w+ )*?(?:hebben|geven|bieden)\b"
    r"|\b(?:do|can|does) (?:they|it) (?:also )?(?:have|offer|teach|give)\b|\b(?:haben|bieten|geben) (?:sie|die) ",
    re.IGNORECASE,
)


HIGHER = ("ad", "hbo-bachelor", "hbo-master", "wo-bachelor", "wo-master")
"""Kinds of programmes of hbo and university."""

FEW = 60
"""Offers of one school that may have been shown: the largest has 45."""


def at_their_school(own: Asked | None, text: str, shown: Sequence[str], book: Book) -> Asked | None:
    """Return what a message asks with the one school of the offers that were `shown`, where it says "ze" and names no school."""
    if own is None or own.ask not in (Ask.LIST, Ask.COUNT, Ask.FIELDS) or own.filter.provider:
        return own
    if not 0 < len(shown) <= FEW or THEY.search(text) is None:
        return own
    schools = {one.provider.value for one in book.catalogue.offers(shown) if one.provider.value}
    return replace(own, filter=replace(own.filter, provider=tuple(schools))) if len(schools) == 1 else own
