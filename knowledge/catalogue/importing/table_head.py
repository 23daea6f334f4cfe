"""Where the header of a table is, what stands above it, and whose table it is where no column says so. Pure.

A school that exports its own courses has no column with its own name: that stands above the header, on the sheet or in the name
of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.catalogue.folding import folded
from knowledge.data_files import read_data

_DATA = Path(__file__).with_suffix(".yaml")

ROWS_ABOVE = 12
"""Rows with content above which a header may stand."""

FEWEST_CELLS = 3
"""Filled cells of a header that does not stand first: a title has one or two."""

Header = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The header of a table, the number of its row, and the lines above it."""

    row: int
    header: Header
    above: tuple[str, ...]


def head_of(rows: Iterable[tuple[int, Sequence[str]]], is_header: Callable[[Header], bool]) -> Head | None:
    """Return the first row near the top that is a header, else the first row with content; None for an empty table.

    `rows` are numbers with cleaned cells; no more of them are read than it takes.
    """
    first: Head | None = None
    above: list[str] = []
    for number_seen, (number, cells) in enumerate(_filled(rows), start=1):
        header = tuple(cells)
        enough = first is None or sum(map(bool, header)) >= FEWEST_CELLS
        if enough and is_header(header):
            return Head(number, header, tuple(above))
        first = first or Head(number, header, ())
        if sum(map(bool, header)) < FEWEST_CELLS:  # a row of headings over headings is no title
            above.append(" ".join(filter(None, header)))
        elif _is_title(header):
            above.append(header[0])
        if number_seen >= ROWS_ABOVE:
            break
    return first


def _is_title(cells: Header) -> bool:
    """Say whether a row begins with a title that has a note or a date beside it, and nothing above most of the columns."""
    filled = [index for index, cell in enumerate(cells) if cell]
    return (
        filled == list(range(len(filled)))
        and len(cells) >= SHARE_OF_TITLE * len(filled)
        and len(cells[0].split()) > 1
    )


SHARE_OF_TITLE = 3
"""Columns of a table for each filled cell of a row with its title."""


def place_in(texts: Iterable[str]) -> str:
    """Return the place that the title or sheet of a table says it is of ("Standort Bocholt", "vestiging Almelo"), "" for none."""
    found = (PLACE.search(text) for text in texts)
    return next((match["place"] for match in found if match is not None), "")


PLACE = re.compile(
    r"\b(?i:standort|locatie|vestiging|location|lesplaats|leslocatie|lesort|filiaal)(?:\s*:|\s+in)?\s+(?P<place>[A-ZÀ-Þ][\w'’]+(?:[- ][A-ZÀ-Þ][\w'’]+){0,2})"
)
"""A word for a place before a name."""


def _filled(rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, Sequence[str]]]:
    return ((number, cells) for number, cells in rows if any(cells))


def owner_in(texts: Iterable[str]) -> str:
    """Return the name of the school in the first text that holds one, "" where none does.

    What a title says besides is left out: that it is a list of courses, of which season, and which version.
    """
    return next((name for text in texts if (name := _owner(text))), "")


def _owner(text: str) -> str:
    """Return what a title, sheet or file is called besides what it is and of when."""
    for part in PARTS.split(text):
        words = [word for word in WORDS.findall(part) if not _says_what_it_is(word)]
        while words and folded(words[0]) in _data()["little"]:
            words = words[1:]
        while words and folded(words[-1]) in _data()["little"]:
            words = words[:-1]
        if words and any(len(word) >= SHORTEST_NAME for word in words):
            is_plain = " ".join(words).islower()  # as the name of a file is
            return " ".join(word.capitalize() if is_plain else word for word in words)
    return ""


PARTS = re.compile(r"\s+[-–—|:]\s+|[(:;,|]")
"""Between the parts of a title."""

WORDS = re.compile(r"[^\W_]+(?:['’&.][^\W_]+)*")
SHORTEST_NAME = 3
"""Letters of the shortest name of a school ("ROC")."""


def _says_what_it_is(word: str) -> bool:
    plain = folded(word)
    return plain in _data()["what"] or OF_TIME.fullmatch(plain) is not None


OF_TIME = re.compile(
    r"\d[\d ]*|[a-z]{0,9}\d{2,4}|v\d+(?: \d+)?|\d+[a-z]{1,2}|(?:blad|sheet|tabelle|werkblad)\d*"
)
"""A year, a date, a season with its year ("vj27", "winter2027"), a version, a sheet without a name."""


@cache
def _data() -> dict[str, frozenset[str]]:
    raw: dict[str, list[str]] = read_data(_DATA)
    return {key: frozenset(words) for key, words in raw.items()}
