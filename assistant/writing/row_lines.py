"""What the lines above and below a school's table say to a question that its rows do not answer: whom to call, the open day, how to cancel.

A line is told word for word. Of the lines of several places those of the place that is meant go first. Pure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from assistant.types import Citation, Language, Outcome, Sentence, SentenceKind
from assistant.understanding.word_likeness import likeness
from assistant.writing.citing import citation_of
from assistant.writing.forms import PHONE
from assistant.writing.kinds import EMAIL
from assistant.writing.row_cells import CLAUSES
from assistant.writing.row_topics import NOT_ELSEWHERE, Topic
from assistant.writing.seam import Written
from knowledge.catalogue.folding import folded
from knowledge.types import Hit

MOST_TOLD = 3
"""Lines that are told."""

OF_LINES = NOT_ELSEWHERE | {"apply", "funding"}
"""Topics that the lines of a table speak of for all its courses."""

SURE, HALF, SHORTEST_WORD = 0.8, 0.5, 4
"""How surely a word must be one of a line, the share of them that answers a question, and the letters of the shortest that is looked for."""


@dataclass(frozen=True, slots=True)
class Line:
    """A statement of a line: its words, and where they stand in a passage."""

    text: str
    hit: Hit
    start: int


def lines_in(hits: Sequence[Hit]) -> tuple[Line, ...]:
    """Return the statements of passages that are no rows, in order."""
    return tuple(line for hit in hits for line in _statements(hit))


def _statements(hit: Hit) -> Iterator[Line]:
    text, start = hit.passage.text, 0
    for part in (*CLAUSES.finditer(text), None):
        end = part.start() if part is not None else len(text)
        for piece in text[start:end].split("\n"):
            said = piece.strip()
            if said:
                yield Line(said, hit, text.index(piece, start) + len(piece) - len(piece.lstrip()))
        start = part.end() if part is not None else end


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


REACHED = frozenset(["contact", "signup"])
"""Topics that a line is of which has a number to call, or an address to write to."""

NAMED_IN_LINES = frozenset(
    ["open_day", "cancel", "parking", "travel", "food", "books", "material", "housing"]
)
"""Topics that a line is of which has the word for it, as a question has."""


def lines_with(lines: Sequence[Line], words: Sequence[str], language: str) -> tuple[Line, ...]:
    """Return the line that has the most of the words of a message, () where no line has more than half of them."""
    met = [(sum(_has(line, word, language) for word in words), line) for line in lines]
    most = max((count for count, _ in met), default=0)
    if most <= HALF * len(words):
        return ()
    return tuple(line for count, line in met if count == most)[:1]


def _has(line: Line, word: str, language: str) -> bool:
    return any(likeness(word, one, language) >= SURE for one in folded(line.text).split())


def lines_told(lines: Sequence[Line], language: Language) -> Written:
    """Return lines as an answer, each word for word with its citation."""
    sentences: list[Sentence] = []
    citations: list[Citation] = []
    for number, line in enumerate(lines, start=1):
        citations.append(citation_of(number, line.hit, line.start, line.start + len(line.text)))
        written_in = line.hit.passage.language or language.value
        sentences.append(Sentence(line.text, SentenceKind.QUOTE, written_in, (number,)))
    return Written(tuple(sentences), tuple(citations), Outcome.ANSWERED)
