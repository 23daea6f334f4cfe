"""What the lines above and below a school's table say to a question that its rows do not answer: whom to call, the open day, how to cancel.

A line is told word for word. Of the lines of several places those of the place that is meant go first. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from assistant.types import Citation, Language, Outcome, Sentence, SentenceKind
from assistant.understanding.word_likeness import likeness
from assistant.writing.citing import citation_of
from assistant.writing.forms import PHONE
from assistant.writing.kinds import EMAIL
from assistant.writing.row_cells import CLAUSES, HEADED
from assistant.writing.row_topics import NOT_ELSEWHERE, Topic, topics_asked
from assistant.writing.seam import Written
from assistant.writing.values import AMOUNT
from knowledge.catalogue.folding import folded
from knowledge.types import Hit

MOST_TOLD = 3
"""Lines that are told."""

OF_LINES = (NOT_ELSEWHERE | {"apply", "funding", "age", "costs", "mandatory"}) - {
    "cpd",
    "pass_mark",
    "code",
    "left",
}
"""Topics that the lines of a table speak of for all its courses."""

SURE, HALF, SHORTEST_WORD = 0.8, 0.5, 4
"""How surely a word must be one of a line, the share of them that answers a question, and the letters of the shortest that is looked for."""


@dataclass(frozen=True, slots=True)
class Line:
    """A statement of a line: its words, and where they stand in a passage."""

    text: str
    hit: Hit
    start: int
    whole: str = ""
    """The whole line, where it is short: what follows a statement often says how much, or until when."""
    whole_start: int = 0


def lines_in(hits: Sequence[Hit]) -> tuple[Line, ...]:
    """Return the statements of passages that are no rows, in order."""
    return tuple(line for hit in hits for line in _statements(hit))


def _statements(hit: Hit) -> Iterator[Line]:
    start = 0
    for piece in hit.passage.text.split("\n"):
        said = piece.strip()
        begin = start + len(piece) - len(piece.lstrip())
        start += len(piece) + 1
        if said and not _is_section(said):
            yield from _of_line(said, hit, begin)


def _is_section(said: str) -> bool:
    """Say whether a line is a heading between the rows of a table ("Cursus: ** METAAL **"): it says nothing of a course."""
    headed = HEADED.match(said)
    value = headed["value"] if headed is not None else said
    return value.isupper() and len(value.split()) <= LONGEST_SECTION


LONGEST_SECTION = 5
"""Words, and signs around them, of the longest heading between rows."""


def _of_line(said: str, hit: Hit, begin: int) -> Iterator[Line]:
    """Yield the statements of a line, one that is a row of another table as a whole."""
    parts = [part for part in CLAUSES.split(said) if part.strip()]
    if len(parts) >= FEWEST_OF_ROW and sum(HEADED.match(part) is not None for part in parts) == len(parts):
        yield Line(said, hit, begin, said, begin)
        return
    whole = said if len(said) <= LONGEST_WHOLE else ""
    at = 0
    for part in parts:
        at = said.index(part, at)
        yield Line(part.strip(), hit, begin + at + len(part) - len(part.lstrip()), whole, begin)
        at += len(part)


FEWEST_OF_ROW = 3
"""Cells of a row of a table that is none of courses ("Wat: Open dag; Datum: ...; Waar: ...")."""

LONGEST_WHOLE = 220
"""Letters of the longest line that is told as a whole."""


def lines_of_topics(
    lines: Sequence[Line], topics: Sequence[Topic], places: Collection[str]
) -> tuple[Line, ...]:
    """Return the lines that are of what is asked, () where none is; of several those that name one of the folded `places`."""
    wanted = [topic for topic in topics if topic.name in OF_LINES]
    found = [line for line in lines if any(_is_of(line, topic) for topic in wanted)]
    here = [line for line in found if any(f" {place} " in f" {folded(line.text)} " for place in places)]
    return tuple((here or found)[:MOST_TOLD])


def _is_of(line: Line, topic: Topic) -> bool:
    is_named = topic.name in NAMED_IN_LINES and topic.asks.search(folded(line.text)) is not None
    is_reached = topic.name in REACHED and any(one.search(line.text) for one in (PHONE, EMAIL))
    return is_named or is_reached or topic.is_of(line.text)


def lines_of_price(
    lines: Sequence[Line], modes: AbstractSet[str], levels: AbstractSet[str]
) -> tuple[Line, ...]:
    """Return the lines with an amount for a form of study and a level, as a school has them for all its programmes ("bbl niveau 3/4: € 738")."""
    found = []
    for line in lines:
        words = folded(line.text).split()
        of_mode = {word for word in words if word in ("bol", "bbl")}
        digits = LEVELS_SAID.search(" ".join(words))
        is_at_level = digits is None or not levels.isdisjoint(digits[1].split())
        if (
            AMOUNT.search(line.text)
            and of_mode
            and of_mode == {mode.lower() for mode in modes}
            and is_at_level
        ):
            found.append(replace(line, whole=""))
    return tuple(found[:MOST_TOLD])


LEVELS_SAID = re.compile(r"\b(?:niveau|niv|level|mbo) ((?:\d (?:en |of |t m )?)*\d)\b")
"""The levels that a line is of, over folded text."""

REACHED = frozenset(["contact", "signup"])
"""Topics that a line is of which has a number to call, or an address to write to."""

NAMED_IN_LINES = frozenset(
    ["open_day", "cancel", "parking", "travel", "food", "books", "material", "housing"]
)
"""Topics that a line is of which has the word for it, as a question has."""


def of_person(line: Line, text: str) -> Line:
    """Return of a line with several numbers or addresses the part of the one person that a text names; else the line as it is."""
    parts = [found for found in OF_ONE.finditer(line.text) if REACHES.search(found.group())]
    words = {word for word in folded(text).split() if len(word) > 1 and not topics_asked(word)}
    named = [part for part in parts if words & {folded(one) for one in NAME.findall(part.group())}]
    if len(parts) < SEVERAL or len(named) != 1:
        return line
    said = named[0].group().strip(" .")
    return replace(
        line, text=said, start=line.start + named[0].start() + named[0].group().index(said), whole=""
    )


SEVERAL = 2
OF_ONE = re.compile(r"(?:(?!,\s|;\s|\s(?:en|of|and|or|und|oder)\s).)+")
REACHES = re.compile(rf"{PHONE.pattern}|{EMAIL.pattern}|\d{{2,4}}[- ]\d{{2}}")
NAME = re.compile(r"\b[A-ZÀ-Þ][a-zà-þ]+")
"""The parts of a line about one person each, how one is reached, and names of people."""


def lines_with(lines: Sequence[Line], words: Sequence[str], language: str) -> tuple[Line, ...]:
    """Return the line that has the most of the words of a message, () where no line has more than half of them."""
    met = [(sum(line_has(line, word, language) for word in words), line) for line in lines]
    most = max((count for count, _ in met), default=0)
    if most <= HALF * len(words):
        return ()
    return tuple(line for count, line in met if count == most)[:1]


def line_has(line: Line, word: str, language: str) -> bool:
    """Say whether a line has a word, in any form, misspelled or in another language."""
    return any(likeness(word, one, language) >= SURE for one in folded(line.text).split())


def lines_told(lines: Sequence[Line], language: Language) -> Written:
    """Return lines as an answer, each word for word with its citation."""
    sentences: list[Sentence] = []
    citations: list[Citation] = []
    told = dict.fromkeys(
        (line.hit, line.whole_start, line.whole) if line.whole else (line.hit, line.start, line.text)
        for line in lines
    )
    for number, (hit, start, text) in enumerate(told, start=1):
        citations.append(citation_of(number, hit, start, start + len(text)))
        written_in = hit.passage.language or language.value
        sentences.append(Sentence(text, SentenceKind.QUOTE, written_in, (number,)))
    return Written(tuple(sentences), tuple(citations), Outcome.ANSWERED)


def with_lines(told: Written, lines: Sequence[Line], language: Language, *, is_whole: bool) -> Written:
    """Return an answer with lines behind what it says; without its notice of what is lacking where they say all of that (`is_whole`)."""
    beside = lines_told(lines, language)
    count = max((one.number for one in told.citations), default=0)
    citations = (*told.citations, *(replace(one, number=one.number + count) for one in beside.citations))
    quotes = tuple(
        replace(one, citations=tuple(n + count for n in one.citations)) for one in beside.sentences
    )
    said = tuple(one for one in told.sentences if not is_whole or one.citations)
    outcome = Outcome.ANSWERED if is_whole else told.outcome
    return replace(told, sentences=(*said, *quotes), citations=citations, outcome=outcome)
