"""Lists the courses of a school's own table that fit what a message asks: a day, a price, a place, a teacher, a word of their cells.

Every word that limits must be met by a cell of the row; a message with a word that no row of the school has is not answered with a
list. What was met is told with each row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from assistant.types import Outcome, Request, Sentence
from assistant.understanding.asked_spelling import respelled
from assistant.understanding.offer_called import telling_words
from assistant.understanding.word_likeness import likeness
from assistant.writing.in_hand import InHand
from assistant.writing.record_costs import fee_records
from assistant.writing.record_desk import Desk, written
from assistant.writing.row_cells import Cell, cells_of
from assistant.writing.row_languages import in_languages, without_languages
from assistant.writing.row_lengths import of_length, without_lengths
from assistant.writing.row_limits import (
    SORTED,
    Limit,
    Row,
    day_names,
    days_in_question,
    limits_in,
    on_any,
    pattern,
    price_in,
    without_limits,
)
from assistant.writing.row_worded import cited_cell, worded_cell
from assistant.writing.seam import Written
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer
from knowledge.data_files import read_data
from knowledge.types import RecordRef

_DATA = Path(__file__).with_suffix(".yaml")

SHOWN = 20
"""Rows of a list."""

MOST_ROWS = 400
"""Courses of a school up to which all their cells are read for a list."""

SURE = 0.85
"""How surely a word of a message must be one of a cell."""

LONGEST_ELLIPSIS = 6
"""Words of the longest message that asks the list before with something else: "en op dinsdag?"."""


def rows_listed(request: Request, hand: InHand, desk: Desk) -> Written | None:
    """Return the rows of the school in hand that are asked for, None for a message that asks no list of them."""
    text = NOT_MEANT.sub(" ", request.question.text)
    sentences = [respelled(folded(one)) for one in SENTENCES.split(text) if folded(one)]
    asked = next((one for one in reversed(sentences) if _list_asked().search(one)), "")
    is_one = hand.is_named and len(hand.names) == 1
    if is_one or len(hand.school.names) > MOST_ROWS or not _asks_list(request, asked, sentences):
        return None
    offers = desk.catalogue.offers(tuple(hand.school.names))
    rows = [_row(offer, request, desk) for offer in offers]
    asked = asked or " ".join(sentences)
    limits = _limits(request, asked, sentences, hand, rows)
    if limits is None:
        return None
    found = [(row, met) for row in rows if (met := _met_by(row, limits.every)) is not None]
    if found:
        found = in_order(found, " ".join(sentences))
    return _told(found, len(rows), limits.unmet, request, hand, desk) if found else None


NOT_MEANT = re.compile(
    r"\((?:\w+ ){0,2}(?:geen|niet|no|not|kein\w*|nicht|without|zonder)\b[^)]*\)", re.IGNORECASE
)
"""What is said between brackets that is not asked ("dus geen lezingen")."""

SENTENCES = re.compile(r"(?<=[.?!])\s+|\n+|(?<=\w):\s+")
"""Between the sentences of a message: what one tells of the asker limits no list that another asks."""


def _asks_list(request: Request, asked: str, sentences: Sequence[str]) -> bool:
    """Say whether a message asks which courses there are, or the same once more with something else."""
    if asked:
        return OF_ONE.match(asked) is None
    text = " ".join(sentences)
    earlier = [turn.text for turn in request.question.history if turn.role == "user"]
    is_short = len(text.split()) <= LONGEST_ELLIPSIS and GOES_ON.match(text) is not None
    return (
        bool(earlier)
        and is_short
        and _list_asked().search(folded(earlier[-1])) is not None
        and bool(days_in_question((), text) or limits_in(text))
    )


OF_ONE = re.compile(
    r"(?:(?:en|and|und) )?(?:wie (?:geeft|is|betaalt)|who|wer|wanneer|when|wann|waarom|why|warum|hoe laat|how late|what time)\b"
)
"""How a question of one thing begins, in which courses are only named ("wie geeft die cursus?")."""

GOES_ON = re.compile(r"(?:en|and|und|of|or|oder|maar|but)\b")


@cache
def _list_asked() -> re.Pattern[str]:
    """Return how a list of courses is asked for, over folded text."""
    raw: dict[str, list[str]] = read_data(_DATA)
    nouns, things = "|".join(raw["nouns"]), "|".join(raw["things"])
    return re.compile("|".join(one.format(nouns=nouns, things=things) for one in raw["asks_list"]))


@dataclass(frozen=True, slots=True)
class _Limits:
    every: tuple[Limit, ...]
    unmet: tuple[str, ...]
    """Words that limit too, and that no row has."""


def _limits(
    request: Request, asked: str, sentences: Sequence[str], hand: InHand, rows: Sequence[Row]
) -> _Limits | None:
    """Return what rows must meet, None where the question has a word that no row has, and nothing else limits the list."""
    days = days_in_question(sentences, asked)
    if days is None:
        return None
    language, called = request.language.value, hand.school.called
    limits = [on_any(days)] if days else []
    further = (in_languages(asked), of_length(asked))
    limits += limits_in(without_lengths(asked)) + [one for one in further if one is not None]
    unmet: list[str] = []
    rest = without_limits(without_lengths(without_languages(asked)))
    beside = _beside_name(rest, called)
    for word in telling_words(rest, language, called):
        if word in _frame() or word.isdigit():
            continue
        limit = _says(word, language)
        if any(limit(row) is not None for row in rows):
            limits.append(limit)
        elif word not in beside:
            unmet.append(word)
    is_ordered = any(pattern(name).search(asked) for name in SORTED)
    return None if unmet and not (limits or is_ordered) else _Limits(tuple(limits), tuple(unmet))


def _beside_name(text: str, called: frozenset[str]) -> frozenset[str]:
    """Return the words right before and behind the name of the school: "Technolab Sprengelo" may be its whole name."""
    words = text.split()
    at = [place for place, word in enumerate(words) if word in called]
    return frozenset(words[near] for place in at for near in (place - 1, place + 1) if 0 <= near < len(words))


@cache
def _frame() -> frozenset[str]:
    """Return the words that ask for a list, or give a limit that was read already: they are not looked for in the cells."""
    raw: dict[str, list[str]] = read_data(_DATA)
    return frozenset((*raw["frame"], *raw["nouns"], *raw["things"], *day_names()))


def _says(word: str, language: str) -> Limit:
    """Return the limit that a row has a word of a message, in its name, its place or a cell."""

    def met(row: Row) -> tuple[Cell, ...] | None:
        own = folded(
            f"{row.offer.name.value or ''} {' '.join(place.name for place in row.offer.places.value or ())}"
        )
        if any(likeness(word, one, language) >= SURE for one in own.split()):
            return ()
        cells = tuple(
            cell
            for cell, text in zip(row.cells, row.texts, strict=True)
            if any(likeness(word, one, language) >= SURE for one in f"{folded(cell.heading)} {text}".split())
        )
        return cells[:1] or None

    return met


def _row(offer: Offer, request: Request, desk: Desk) -> Row:
    cells = cells_of(offer)
    return Row(offer, cells, tuple(folded(worded_cell(cell, offer, request, desk)) for cell in cells))


def _met_by(row: Row, limits: Sequence[Limit]) -> tuple[Cell, ...] | None:
    """Return the cells by which a row meets all limits, None where it does not."""
    found: list[Cell] = []
    for limit in limits:
        met = limit(row)
        if met is None:
            return None
        found += [cell for cell in met if cell not in found]
    return tuple(found)


Found = tuple[Row, tuple[Cell, ...]]
"""A row, and the cells by which it meets what is asked."""


def in_order(found: Sequence[Found], text: str) -> list[Found]:
    """Return the rows that are the cheapest, longest or first of those found, where a text asks that; else all of them."""
    for name, (value, is_most) in ORDERS.items():
        if not pattern(name).search(text):
            continue
        known = [(one, row) for row, _ in found if (one := value(row)) is not None]
        best = (max if is_most else min)((one[0] for one, _ in known), default=None)
        return [(row, (one[1],)) for one, row in known if one[0] == best]
    return list(found)


def _length_in(row: Row) -> tuple[float, Cell] | None:
    length = row.offer.duration_months.value
    cell = next((cell for cell in row.cells if cell.field == "duration_months"), None)
    return (length.high, cell) if length is not None and cell is not None else None


def _start_in(row: Row) -> tuple[float, Cell] | None:
    days = [start.day.toordinal() for start in row.offer.starts.value or () if start.day is not None]
    cell = next((cell for cell in row.cells if cell.field == "starts"), None)
    return (min(days), cell) if days and cell is not None else None


ORDERS: Mapping[str, tuple[Callable[[Row], tuple[float, Cell] | None], bool]] = {
    "cheapest": (price_in, False),
    "dearest": (price_in, True),
    "shortest": (_length_in, False),
    "longest": (_length_in, True),
    "earliest": (_start_in, False),
    "latest": (_start_in, True),
}
"""By what rows are put in order, and whether the most or the least is asked."""


def _told(
    found: Sequence[Found],
    total: int,
    unmet: Sequence[str],
    request: Request,
    hand: InHand,
    desk: Desk,
) -> Written | None:
    words = desk.words
    shown = found[:SHOWN]
    citer = desk.citer("offer", [row.offer.id for row, _ in shown], fee_records(desk))
    values = {
        "count": words.number(len(found)),
        "total": words.number(total),
        "school": words.value("provider", hand.school.id),
    }
    key = "rows_all" if len(found) == total else "rows_one" if len(found) == 1 else "rows_some"
    said: list[Sentence] = [desk.lead(words.fill(key, values))]
    for number, (row, cells) in enumerate(shown, start=1):
        parts = [words.offer(row.offer), *(worded_cell(cell, row.offer, request, desk) for cell in cells)]
        cited = [n for cell in cells for n in cited_cell(cell, row.offer, request, desk, citer)]
        cited = cited or list(citer.cite(("offer", row.offer.id), ("Plaats",), row.offer.name.provenance))
        said.append(desk.worded(f"{number}. {'; '.join(parts)}.", cited))
    if len(found) > len(shown):
        said.append(desk.notice(words.fill("rows_more", {"shown": words.number(len(shown)), **values})))
    if unmet:
        asked = words.join(f"“{one}”" for one in unmet)
        said.append(desk.notice(words.fill("row_lacks", {"asked": asked})))
    records = [RecordRef("offer", row.offer.id, row.offer.name.value or row.offer.id) for row, _ in found]
    answer = written(said, citer, records)
    if answer.outcome is not Outcome.ANSWERED:
        return None
    return replace(answer, outcome=Outcome.PARTLY) if unmet else answer
