"""The columns of a table that a question asks for: by their name ("boeken"), their place ("het tweede jaar": "Jaar 2"), or the kind of value in them. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from assistant.understanding.ordinal import PLACES
from assistant.writing.forms import LENGTH_OF_TIME
from assistant.writing.relevance import MET
from assistant.writing.values import AMOUNT, NUMBER_OF_THINGS, looks_asked
from knowledge.language.analysis import Analyzer
from knowledge.types import QuestionWord

CLOSE = 0.001
"""Weight that two columns, or rows, may differ by and still be named alike."""


def columns_asked(question: str, words: Sequence[QuestionWord], cells: Mapping[str, str]) -> tuple[str, ...]:
    """Return the columns that a question asks for, () where it is not known which of several."""
    by_name = {
        column: sum(word.weight for word in words if is_met(word, words_in(column))) for column in cells
    }
    by_place = {column: _is_at_place(question, column) for column in cells}
    kinds = kinds_asked(question)
    if not kinds:
        return _best({column: by_name[column] + by_place[column] for column in cells})
    found: list[str] = []
    for looks in kinds:
        holding = [
            column
            for column, value in cells.items()
            if (holds_kind(looks, column, value) and _is_counted_so(question, f"{column} {value}"))
            or (EMPTY.fullmatch(value) and (by_name[column] or by_place[column]))
        ]
        priced = {one: float(looks == (AMOUNT,) and PRICE.search(one) is not None) for one in holding}
        weights = {one: by_name[one] + by_place[one] + priced[one] for one in holding}
        if NUMBER_OF_THINGS in looks:  # of what, its column has to say
            weights = {one: weights[one] for one in holding if by_place[one] or _is_called(one, words)}
        elif len(holding) == 1:
            weights = dict.fromkeys(holding, 1.0)
        found.extend(_best(weights))
    return tuple(dict.fromkeys(found))


CALLED = 0.55
"""Likeness from which a word of a question is the name of a column of numbers: "cijfer" is not "punten"."""


def _is_called(column: str, words: Sequence[QuestionWord]) -> bool:
    return any(alike(word, words_in(column)) >= CALLED for word in words)


BARE = re.compile(r"[\d.,]+(?:\s?[-–]\s?[\d.,]+)?")
"""A cell that holds a number alone: what it is of, and in which unit, stands in the name of its column."""

PRICE = re.compile(
    r"prijs|kosten|tarief|bedrag|\w*geld|price|\bcosts?\b|\bfee|tuition|preis|gebühr|€|\beur", re.IGNORECASE
)
"""The name of a column of prices: what something costs is told by it, where other amounts stand beside."""


def holds_kind(looks: Sequence[re.Pattern[str]], column: str, value: str) -> bool:
    """Say whether a cell holds a value of a kind: "4" below "Dagen" is four days."""
    if any(one.search(value) for one in looks):
        return True
    if not BARE.fullmatch(value):
        return False
    column = COUNTS.sub("", column)  # "Jaar 2 (uren)" holds hours
    if AMOUNT in looks and PRICE.search(column):
        return True
    if LENGTH_OF_TIME in looks and OF_TIME.search(column):
        return True
    return any(one.search(f"{value} {column.lower()}") for one in looks)


def _is_counted_so(question: str, cell: str) -> bool:
    """Say whether a cell counts in the time that a question asks for: "hoeveel dagen" is not told in hours."""
    found = UNIT_ASKED.search(question)
    if found is None:
        return True
    unit = next(unit for unit in UNITS if re.fullmatch(unit, found[1], re.IGNORECASE))
    return re.search(rf"\b(?:{unit})\b", cell, re.IGNORECASE) is not None


UNITS = (
    "uur|uren|lesu(?:ur|ren)|hours?|stunden?",
    "dag(?:en)?|days?|tage?",
    "we(?:ek|ken)|weeks?|wochen?",
    "maand(?:en)?|months?|monate?",
    "ja(?:ar|ren)|years?|jahre?",
)
OF_TIME = re.compile(rf"\b(?:{'|'.join(UNITS)}|min(?:uten|utes)?\.?)\b", re.IGNORECASE)
UNIT_ASKED = re.compile(rf"\b(?:hoeveel|how many|wie ?viele?) ({'|'.join(UNITS)})\b", re.IGNORECASE)
"""A question for a number of hours, days, weeks, months or years."""


def kinds_asked(question: str) -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Return what each of the kinds of value looks like that a question asks of a table, any one of a kind; () where it asks for none."""
    return looks_asked(question) or (((AMOUNT,),) if ASKS_PRICE.search(question) else ())


def _best(weights: Mapping[str, float]) -> tuple[str, ...]:
    """Return the one with the most weight, () where none has any or several have as much."""
    most = max(weights.values(), default=0.0)
    first = [name for name, weight in weights.items() if weight >= most - CLOSE]
    return tuple(first) if most > 0 and len(first) == 1 else ()


ASKS_PRICE = re.compile(
    r"\b(?:betaal\w*|betalen|kwijt|rekenen|kost\w*|prijs|tarief|cost|pay|price|fee|charge|kostet|bezahl\w*|preis)\b",
    re.IGNORECASE,
)
"""A question for a price that does not say how much: "wat ben ik kwijt aan boeken"."""

ASKING = re.compile(
    rf"{ASKS_PRICE.pattern}|duur|duurt|duren|lang|long|last|lasts|take|takes|dauert|dauer|lange",
    re.IGNORECASE,
)
"""Words with which a price or a time is asked, which its cell does not repeat."""

EMPTY = re.compile(r"[-–—/]?")
"""A cell that says nothing."""

COUNTS = re.compile(r"^\D*?\d")
NUMBERED = re.compile(r"\D*?(\d)\D*")
"""The name of a column that counts: "Jaar 2"."""


def _is_at_place(question: str, column: str) -> bool:
    """Say whether a question asks for a column by its place in an order: "het tweede jaar", "jaar 2", "2e jaar" for "Jaar 2"."""
    place = _place(column)
    return place is not None and place.search(question) is not None


def is_place_of(word: QuestionWord, columns: Collection[str]) -> bool:
    """Say whether a word is the place of one of these columns: "tweedejaars" of "Jaar 2"."""
    places = [place for column in columns if (place := _place(column)) is not None]
    return any(place.fullmatch(form) for place in places for form in word.forms)


@lru_cache(maxsize=200)
def _place(column: str) -> re.Pattern[str] | None:
    """Return what asks for a column that counts, None for any other column."""
    found = NUMBERED.fullmatch(column)
    if found is None:
        return None
    place = int(found[1])
    words = PLACES[place - 1] if 0 < place <= len(PLACES) else found[1]
    return re.compile(rf"(?<!\w)(?:{words}|{words.partition('|')[0]}\w+|{place})(?!\w)", re.IGNORECASE)


def is_met(word: QuestionWord, present: Collection[str]) -> bool:
    """Say whether one of some folded words is like a word of a question."""
    return alike(word, present) >= MET


def alike(word: QuestionWord, present: Collection[str]) -> float:
    """Return how alike (0 to 1) the likest of some folded words is."""
    return max((word.likeness.get(one, 0.0) for one in present), default=0.0)


@lru_cache(maxsize=2_000)
def words_in(text: str) -> frozenset[str]:
    """Return the folded words of a cell or of the name of a column."""
    return frozenset(Analyzer().words(text))
