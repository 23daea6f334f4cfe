"""Which of the words with which a question names a document are names. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.types import Language
from knowledge.language.normalisation import fold
from knowledge.language.real_words import OF_RARE, level_in
from knowledge.types import Source


def names_in_title(source: Source) -> frozenset[str]:
    """Return the folded words of the title of a source that are written with a capital."""
    words = re.findall(r"[^\W\d_]\w*", source.title)
    return frozenset(fold(word) for word in words if word[0].isupper())


def names_of(source: Source, words: Collection[str]) -> frozenset[str]:
    """Return those of some folded words, with which a question names a source, that are names: ordinary words of its head are none.

    Hardly anybody uses a name otherwise; "Project Vonk" is written as one in its title.
    """
    inside = frozenset(fold(match[1]) for match in NAME_INSIDE.finditer(source.title))
    return frozenset(word for word in words if word in inside or not _is_ordinary(word))


def _is_ordinary(word: str) -> bool:
    return any((level_in(word, language.value) or 0) > OF_RARE for language in Language)


NAME_INSIDE = re.compile(r"(?<=[\w,] )([A-ZÀ-Þ][a-zà-ÿ]\w+)")
"""A word of a title that is written with a capital and does not begin a part of it."""
