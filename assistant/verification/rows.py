"""Bind a sentence to the row that it names: in a table the right number of the wrong course is the dangerous error.

A row is a line of a table, or a record as it is worded. All that a sentence says of a row must stand in
that row: its figures, and its words as far as rows state them. Where several rows fit, the sentence must be
about those whose names it has most of: "Technicus mechatronica" is not "Technicus mechatronica systemen".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.verification.clauses import Clause, clauses_of
from assistant.verification.items import items_of
from assistant.verification.lexicon import content
from assistant.verification.negation import denials_in, parts_of, weight
from assistant.verification.slots import Slot, holds, slots_of

SHORT_CELL = 80
"""Characters of a cell that tells rows apart; longer ones explain, in words that any row may have."""

UNSAID = 0.5
"""What a word of a row's name costs that the sentence does not have, against one that it has."""

HALVES = re.compile(
    r"; |, (?:en|and|und|maar|but|aber|terwijl|while|während) | (?:en|and|und|terwijl|while) "
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its slots, the words of its name (its first cell), of its short cells, and all of them."""

    clause: Clause
    slots: tuple[Slot, ...]
    name: frozenset[str]
    short: frozenset[str]
    words: frozenset[str]


def rows_of(
    clauses: Sequence[Clause], slots: Sequence[Slot], contexts: Sequence[frozenset[str]]
) -> list[Row]:
    """Return the rows among `clauses`; `contexts` are the words of the title and headings of each evidence text."""
    found = []
    for clause in clauses:
        if clause.is_row and not _IS_HEADER.search(clause.text):
            own = tuple(slot for slot in slots if slot.clause is clause)
            cells = _cells(clause)
            short = [cells[0], *(cell for cell in cells[1:] if len(cell) <= SHORT_CELL)]
            words = frozenset(clause.meanings) | _figures(clause, clause.text) | contexts[clause.evidence]
            name = frozenset(content(cells[0])) | _figures(clause, cells[0])
            found.append(Row(clause, own, name, frozenset(content("; ".join(short))), words))
    return found


_IS_HEADER = re.compile(r"\s\|\s|\t")
"""A line with bars or tabs still in it: of a table's rows the cells have their column names instead."""


def _cells(clause: Clause) -> list[str]:
    """Return the cells of a row, the name first; of a single figure what it is about is the name."""
    cells = clause.text.split("; ")
    return cells if len(cells) > 1 else clause.text.split(": ")


def _figures(clause: Clause, text: str) -> frozenset[str]:
    """Return the figures of a row that stand in `text`, as words."""
    return frozenset(item.as_word for item in clause.items if clause.text[item.start : item.end] in text)


def homes_of(
    sentence: str, rows: Sequence[Row], clauses: Sequence[Clause], headers: dict[int, str]
) -> list[Row] | None:
    """Return the rows that state what `sentence` says; none when it mixes rows; None when it is not about rows."""
    asked = slots_of(clauses_of(sentence))
    words = frozenset(content(sentence))
    has_figures = any(_has(row, slot, headers) for slot in asked for row in rows)
    known = words & frozenset().union(*(row.short for row in rows))
    if not has_figures and (
        not known or any(known <= set(one.meanings) for one in clauses if not one.is_row)
    ):
        return None
    whole = [row for row in _best(words, asked, rows, headers) if has_figures or row.name & words]
    if whole:
        return whole
    found: list[Row] = []
    for cut in HALVES.finditer(sentence):
        halves = (sentence[: cut.start()], sentence[cut.end() :])
        both = [_named_best(half, rows, headers) for half in halves]
        if all(both):
            found += [*both[0], *both[1]]
    return found


def _named_best(half: str, rows: Sequence[Row], headers: dict[int, str]) -> list[Row]:
    """Return the rows of one of two facts; it must have a figure and name its row: "en vraagt 14 uur" names none."""
    asked, words = slots_of(clauses_of(half)), frozenset(content(half))
    return [row for row in _best(words, asked, rows, headers) if row.name & words] if asked else []


def _best(
    words: frozenset[str], asked: Sequence[Slot], rows: Sequence[Row], headers: dict[int, str]
) -> list[Row]:
    """Return the rows that are named best, that hold every figure that rows hold, and have every word that rows have."""
    stated = frozenset().union(*(row.short for row in rows))
    figures = [slot for slot in asked if any(_has(row, slot, headers) for row in rows)]
    named = words | {slot.item.as_word for slot in asked}
    highest = max((_named(row, named) for row in rows), default=0.0)
    return [
        row
        for row in rows
        if _named(row, named) >= highest
        and all(_has(row, slot, headers) for slot in figures)
        and not (words & stated) - row.words
    ]


def _named(row: Row, words: frozenset[str]) -> float:
    return len(row.name & words) - UNSAID * len(row.name - words)


def _has(row: Row, asked: Slot, headers: dict[int, str]) -> bool:
    return any(holds(asked, slot, headers[slot.clause.evidence]) for slot in row.slots)


def denies_alike_in(row: Row, sentence: str) -> bool:
    """Say whether `sentence` denies as often as the cells that it rests on; the row's own name may hold a negation."""
    cells = _cells(row.clause)
    asked = frozenset(content(sentence)) | _item_words(sentence)
    own = denials_in(sentence) - (denials_in(cells[0]) if row.name & asked else 0)
    told = asked - row.name or asked
    shared = {cell: len(told & (frozenset(content(cell)) | _item_words(cell))) for cell in cells[1:]}
    most = max(shared.values(), default=0)
    best = [cell for cell, count in shared.items() if count == most and most]
    if not best:
        return not own
    return any(_denies(cell, told, own) for cell in best)


def _denies(cell: str, asked: frozenset[str], own: int) -> bool:
    """Say whether a cell, or the part of a long one that shares most words with the sentence, denies `own` times."""
    if len(cell) <= SHORT_CELL:
        return denials_in(cell) == own
    parts = [part for sentence in re.split(r"(?<=[.?!]) ", cell) for part in parts_of(sentence)]
    shared = [sum(map(weight, part.meanings & asked)) for part in parts]
    return any(part.denials == own for part, count in zip(parts, shared, strict=True) if count == max(shared))


def _item_words(text: str) -> frozenset[str]:
    return frozenset(item.as_word for item in items_of(text))
