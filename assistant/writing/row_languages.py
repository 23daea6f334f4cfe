"""In which language a course of a table must be, as a message that asks a list of them says it. Pure. Data: row_languages.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assistant.writing.row_cells import Cell
from assistant.writing.row_limits import Limit, Row
from assistant.writing.row_topics import topics_called
from knowledge.catalogue.folding import folded
from knowledge.data_files import read_data

_DATA = Path(__file__).with_suffix(".yaml")

NOT_NEEDED = re.compile(r"\b(?:niet|geen|not|no|kein\w*|nicht)\b")
"""What a cell about a language says that asks none."""


def in_languages(text: str) -> Limit | None:
    """Return the limit that a course is in a language that a folded text says ("in het Pools"), None where it says none."""
    wanted = {code for code, pattern in _said().items() if pattern.search(text)}
    if not wanted:
        return None
    (topic,) = topics_called(["language"])

    def met(row: Row) -> tuple[Cell, ...] | None:
        cells = [cell for cell in row.cells if cell.field == "language" or topic.is_headed(cell.heading)]
        if row.offer.language.value in wanted:
            return tuple(cells[:1])
        found = [cell for cell in cells if wanted & languages_in(cell.text)]
        if found:
            return tuple(found[:1])
        return () if wanted & languages_in(row.offer.name.value or "", least=LONGEST_CODE + 1) else None

    return met


LONGEST_CODE = 3
"""Letters of the longest code of a language: in a name it may be any word."""


def languages_in(text: str, least: int = 2) -> set[str]:
    """Return the languages that a text names by words of at least so many letters: "NL, EN" or "Arabisch, Engels of Pools"."""
    words = folded(text)
    if NOT_NEEDED.search(words):
        return set()
    said = {word for word in words.split() if len(word) >= least}
    return {code for code, names in _names().items() if said & names}


def without_languages(text: str) -> str:
    """Return a folded text without the words by which it says a language."""
    for pattern in _said().values():
        text = pattern.sub(" ", text)
    return text


@cache
def _names() -> Mapping[str, frozenset[str]]:
    raw: dict[str, list[str]] = read_data(_DATA)
    return {code: frozenset([code, *names]) for code, names in raw.items()}


@cache
def _said() -> Mapping[str, re.Pattern[str]]:
    """Return how a text says that a course is in a language."""
    return {
        code: re.compile(
            rf"\b(?:(?:in|auf|op z n|op zijn) (?:het |de |t )?(?:{either})|(?:{either})(?:talige?|sprachige?[nrs]?|speaking))\b"
        )
        for code, names in _names().items()
        if (
            either := "|".join(
                sorted((one for one in names if len(one) > LONGEST_CODE), key=len, reverse=True)
            )
        )
    }
