"""Tables of documents: the row that a question names and the cells that it asks for. Pure.

A table is where the right number of the wrong course stands one line away. So its rows are told apart by the words in which they differ, and
its columns by what is asked: by their name ("boeken"), by the place that their name gives ("het tweede jaar": "Jaar 2"), or by the kind of
value in them. Only what is asked is said; the citation shows the row as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.types import Language, Request, Turn
from assistant.understanding.leaning import naming
from assistant.writing.bound import is_bound_to_another
from assistant.writing.candidates import ROW_OF_A_TABLE, Candidate, row_named
from assistant.writing.columns import (
    ASKING,
    CLOSE,
    EMPTY,
    alike,
    columns_asked,
    holds_kind,
    is_met,
    is_place_of,
    kinds_asked,
    words_in,
)
from assistant.writing.relevance import ASKS_LIST, MET
from assistant.writing.selecting import SETS_SIDE_BY_SIDE
from knowledge.language.analysis import Analyzer
from knowledge.language.normalisation import fold
from knowledge.types import QuestionWord


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the quotable line it stands in, and its cells by the names of their columns, in order."""

    line: Candidate
    cells: Mapping[str, str]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, which are the same in all rows of a table."""
        return tuple(self.cells)


@dataclass(frozen=True, slots=True)
class Told:
    """What a table tells: a row, and the columns of it that are said; all where it is not known which are asked."""

    row: Row
    said: tuple[str, ...]
    share: float
    """How much (0 to 1) of the question's weight the row, its columns and what stands above it account for."""
    is_asked: bool
    """Whether it is known which of the columns are asked."""
    holds: bool
    """Whether what is said holds a value of each kind that is asked, and one is asked."""

    @property
    def is_empty(self) -> bool:
        """Whether it is surely this row and column that is asked, and the cell says nothing."""
        is_theirs = self.is_asked and self.share >= MOST_OF_IT
        return is_theirs and any(EMPTY.fullmatch(self.row.cells[one]) for one in self.said[1:])

    @property
    def is_sure(self) -> bool:
        """Whether it answers: a cell needs most of the question to be met, a whole row in which the value stands all of it."""
        return self.share >= (MOST_OF_IT if self.is_asked else ALL_OF_IT) and self.holds

    @property
    def text(self) -> str:
        """The cells that are said, each with the name of its column."""
        return "; ".join(_cell(self.row, name) for name in self.said)


def rows_in(candidates: Iterable[Candidate]) -> Iterator[Row]:
    """Yield the rows of tables among some quotable lines, also those that an announcement stands above, in order."""
    seen: set[tuple[str, int]] = set()
    for one in candidates:
        if one.hit.passage.record is not None:
            continue
        for line in _lines(one):
            place = line.hit.passage.id, line.start
            if place not in seen and (cells := cells_of(line.text)):
                seen.add(place)
                yield Row(line, cells)


def _lines(one: Candidate) -> Iterator[Candidate]:
    if not one.is_list:
        yield one
        return
    for match in re.finditer(r"[^\n]+", one.text):
        start = one.start + match.start()
        words = frozenset(Analyzer().words(match.group()))
        yield replace(
            one,
            text=match.group(),
            start=start,
            end=start + len(match.group()),
            quote_start=start,
            words=words | one.hit.named,
            context=one.context | one.words,
        )


def cells_of(line: str) -> Mapping[str, str]:
    """Return the cells of a row by the names of their columns, {} for a line that is no row."""
    first, *others = line.strip().split("; ")
    if ": " not in first and len(others) > 1 and ROW_OF_A_TABLE.fullmatch("; ".join(others)) is not None:
        first = f": {first}"  # the column of the names has none itself
    elif ROW_OF_A_TABLE.fullmatch(line.strip()) is None:
        return {}
    pairs = [cell.partition(": ") for cell in (first, *others)]
    cells = {name: value.strip() for name, _, value in pairs}
    return cells if len(cells) == len(pairs) else {}  # two columns of one name cannot be told apart


def told_by_row(request: Request, rows: Sequence[Row]) -> Told | None:
    """Return the row that a question names, of the tables whose rows are told apart by it, None where none or several are named.

    A row of another way of learning, form or level than is asked is not the one. A question for a list or a comparison has no one row.
    """
    question = request.standalone_question
    is_of_many = ASKS_LIST.search(question) and not kinds_asked(question)
    if is_of_many or any(one.search(question) for one in (SETS_SIDE_BY_SIDE, WEIGHS, ASKS_WHY)):
        return None
    words = _naming(request)
    tables = _tables(rows)
    named = [found for table in tables.values() if (found := _named(table, words, question)) is not None]
    told = [_said(question, words, row, by) for row, by in named if not _is_of_another(row, request, words)]
    best = max((one.share for one in told), default=0.0)
    first = [one for one in told if one.share >= best - CLOSE]
    return first[0] if len(first) == 1 else None


def _tables(rows: Sequence[Row]) -> Mapping[tuple[str, tuple[str, ...]], Sequence[Row]]:
    """Return the rows by the table they are of: that of one document with the same columns."""
    tables: dict[tuple[str, tuple[str, ...]], list[Row]] = {}
    for row in rows:
        tables.setdefault((row.line.hit.source.version, row.columns), []).append(row)
    return tables


def told_in_talk(request: Request, rows: Sequence[Row]) -> Told | None:
    """Return what a message asks of the row that our last answer told, or of another row of its table; None for any other message.

    "Hoeveel dagen is dat?" asks another column of that row, "en basis?" the same column of another row.
    """
    said = _cells_said(request.question.history)
    before = [row for row in rows if _cell(row, row.columns[0]) in said]
    most = max((sum(_cell(row, one) in said for one in row.columns) for row in before), default=0)
    first = [row for row in before if sum(_cell(row, one) in said for one in row.columns) == most]
    if len(first) != 1 or not said <= {_cell(first[0], one) for one in first[0].columns}:
        return None  # the answer was about more than a row
    message, row = request.question.text, first[0]
    words = _of_message(request)
    named = _named(_tables(rows)[row.line.hit.source.version, row.columns], words, message)
    told = _said(message, words, *(named or (row, frozenset())))
    if told.is_asked or named is None or named[0] is row or kinds_asked(message):
        return told if told.is_asked else None
    columns = [one for one in row.columns[1:] if _cell(row, one) in said]
    asked = [one for one in row.columns if one == row.columns[0] or one in columns or one in named[1]]
    return replace(told, said=tuple(asked), is_asked=True, holds=True)


def _cells_said(history: Sequence[Turn]) -> frozenset[str]:
    """Return the cells of tables that our last answer told."""
    last = next((turn.text for turn in reversed(history) if turn.role == "assistant"), "")
    lines = [CITED.sub("", line).strip() for line in last.splitlines() if not line.rstrip().endswith(":")]
    return frozenset(cell.strip() for line in lines for cell in line.split("; "))


CITED = re.compile(r"(?: \[\d+\])+\s*$")


def _cell(row: Row, column: str) -> str:
    return f"{column}: {row.cells[column]}" if column else row.cells[column]


WEIGHS = re.compile(
    r"\b(?:duurder|goedkoper|langer|korter|hoger|lager|(?:de|het) (?:meeste|minste|langste|kortste|duurste|goedkoopste)|cheaper|cheapest|more expensive|longer|longest"
    r"|shorter|(?:the|die|das|den|der) (?:most|least|meisten|wenigsten)|teurer|billiger|länger|kürzer)\b",
    re.IGNORECASE,
)
"""A question that weighs rows against each other: one of them is no answer."""

ASKS_WHY = re.compile(
    r"\b(?:waarom|hoezo|hoe (?:komt|kwam) het|why|how come|warum|wieso|weshalb)\b", re.IGNORECASE
)
"""A question for a reason, which no cell gives."""


def _is_of_another(row: Row, request: Request, words: Sequence[QuestionWord]) -> bool:
    """Say whether a row is of another way of learning, level, year or number than a question."""
    line = row.line
    if is_bound_to_another(line, request.standalone_question):
        return True
    above = " ".join((line.hit.source.title, *line.hit.passage.heading_path, line.text))
    if request.years and not any(year in above for year in request.years):
        return True
    numbers = (form for word in words for form in word.forms if form.isdigit())
    return any(re.search(rf"(?<!\d){number}(?!\d)", above) is None for number in numbers)


MOST_OF_IT, ALL_OF_IT = 0.9, 0.99
"""Share of a question's weight that has to be met before a cell, or a row, is the answer: told on questions about documents of schools."""

FEWEST_ROWS = 2
"""Rows below which a table is no table: with one there is nothing to tell apart."""


def _named(
    table: Sequence[Row], words: Sequence[QuestionWord], question: str
) -> tuple[Row, frozenset[str]] | None:
    """Return the row that the words tell apart from all others, with the columns that they stand in; None for none."""
    if len(table) < FEWEST_ROWS:
        return None
    found = [_places(words, row) for row in table]
    telling = [
        place for place in range(len(words)) if len({round(each.get(place, 0.0), 2) for each in found}) > 1
    ]
    weights = [sum(words[place].weight * each.get(place, 0.0) for place in telling) for each in found]
    weights = [
        weight + row_named(question, row.line.text) for weight, row in zip(weights, table, strict=True)
    ]
    best = max(weights)
    first = [at for at, weight in enumerate(weights) if weight >= best - CLOSE]
    if not best or len(first) != 1:
        return None
    row = table[first[0]]
    if any(found[first[0]].get(place, 0.0) < MET and _is_name(words[place], table) for place in telling):
        return None  # "mbo-4 werktuigbouw", where one row has mbo-4 and another one werktuigbouw
    columns = frozenset(
        name
        for place in telling
        for name, value in row.cells.items()
        if place in found[first[0]] and alike(words[place], words_in(value)) >= MET
    )
    return row, columns


def _is_name(word: QuestionWord, table: Sequence[Row]) -> bool:
    """Say whether a word stands in the name of a row of a table."""
    return any(alike(word, words_in(next(iter(row.cells.values())))) >= MET for row in table)


def _places(words: Sequence[QuestionWord], row: Row) -> Mapping[int, float]:
    """Return the places of the words of a question that stand in the cells of a row, each with how alike (0 to 1) the likest there is.

    A number tells rows apart by their names alone.
    """
    name, *others = row.cells.values()
    found = {}
    for place, word in enumerate(words):
        cells = (name,) if all(form.isdigit() for form in word.forms) else (name, *others)
        likest = max(alike(word, words_in(cell)) for cell in cells)
        if likest >= MET:
            found[place] = likest
    return found


def _naming(request: Request) -> list[QuestionWord]:
    """Return the content words of a question, also those of what a person tells about themselves: these tell rows apart too."""
    words = [word for word in request.words if word.is_content and not _is_little(word)]
    return [*words, *_unknown(request.standalone_question, request.language, words)]


def _of_message(request: Request) -> list[QuestionWord]:
    """Return the words of the message of a talk, without what the talk adds to them."""
    message = request.question.text
    own = frozenset(Analyzer().words(message))
    words = [word for word in _naming(request) if not own.isdisjoint((*word.forms, *word.likeness))]
    return [*words, *_unknown(message, request.language, words)]


def _unknown(text: str, language: Language, words: Sequence[QuestionWord]) -> Iterator[QuestionWord]:
    """Yield the words that a text names and that are none of these words, each like itself alone."""
    known = frozenset[str]().union(*(word.likeness for word in words), *(word.forms for word in words))
    analyzer = Analyzer()
    for word in dict.fromkeys(map(fold, naming(text, language))):
        if word not in known and len(word) > 1 and "." not in word and ASKING.fullmatch(word) is None:
            like = dict.fromkeys((word, *analyzer.words(word)), 1.0)
            yield QuestionWord((word,), OF_A_TOLD_WORD, True, like)


def _is_little(word: QuestionWord) -> bool:
    """Say whether a word names nothing: a letter that is left of an abbreviation, or a word with which a price or time is asked."""
    return all((len(form) == 1 and not form.isdigit()) or ASKING.fullmatch(form) for form in word.forms)


OF_A_TOLD_WORD = 1.5
"""The weight of a word of which the index says nothing, since it tells about the person who asks."""


def _said(question: str, words: Sequence[QuestionWord], row: Row, by: Collection[str]) -> Told:
    """Return what of a row is said: its name, what tells it apart, and the columns that are asked."""
    name = row.columns[0]
    asked = columns_asked(question, words, {column: row.cells[column] for column in row.columns[1:]})
    above = row.line.context | row.line.hit.named | frozenset().union(*(words_in(one) for one in row.columns))
    total = sum(word.weight for word in words)
    own = above | row.line.words
    met = sum(word.weight for word in words if is_met(word, own) or is_place_of(word, asked))
    said = [column for column in row.columns if column == name or column in by or column in asked]
    told = tuple(said if asked else row.columns)
    kinds = kinds_asked(question)
    holds = all(any(holds_kind(looks, column, row.cells[column]) for column in told) for looks in kinds)
    return Told(
        row, told, met / total if total else float(bool(asked)), bool(asked), holds and bool(kinds or asked)
    )
