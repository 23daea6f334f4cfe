"""The sentences that an answer may quote: exact spans of the retrieved passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.writing.phrases import HIDDEN
from knowledge.language.analysis import Analyzer
from knowledge.language.months import month_day_in_words
from knowledge.language.separable import joined_verbs
from knowledge.language.tokens import sentences
from knowledge.types import Hit, Passage

LONGEST_QUOTE = 700
"""A longer "sentence" is a table or a broken text; it is not quoted whole."""

SOURCE_LINE = re.compile(r"^\s*\(?(?:(?:bron(?:nen)?|sources?|quellen?)\s*:|https?://)", re.IGNORECASE)
"""A line that only says where something comes from; the citation says that already."""

NOT_QUOTED = frozenset({"occupation", "skill"})
"""Records that are lists of names: they lead to other records and say nothing themselves."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a hit. `start` and `end` are offsets in the text of the passage.

    `words` are its folded words and those by which the question names its document, `context` those of the document's title and of the headings above it. Of a record it
    is one labelled part, cited from `quote_start`, the beginning of the record, which names what the part is about.
    """

    hit: Hit
    hit_rank: int
    text: str
    start: int
    end: int
    words: frozenset[str]
    context: frozenset[str]
    quote_start: int
    known: float = 0.0
    """The chance that it answers the question, by what editors wrote that people ask of it; 0 when nothing was written."""

    @property
    def is_part(self) -> bool:
        """Whether it is a part of a record, which does not say itself what it is about."""
        return self.hit.passage.record is not None and self.quote_start != self.start

    @property
    def named(self) -> str:
        """The sentence with the name of its record before it, where it does not name it itself; days in words."""
        record = self.hit.passage.record
        if record is None or not self.is_part:
            return self.text
        state = f" ({UNCONFIRMED})" if UNCONFIRMED in self.hit.passage.text else ""
        is_sentence = WHOLE_SENTENCE.match(self.text) is not None
        if is_sentence and not state and any(word in self.text for word in record.name.split()):
            return self.text
        part = self.text if is_sentence else f"{self.text[:1].lower()}{self.text[1:]}"
        named = f"{record.name}{state}: {part.rstrip('.;')}."
        return EUROS.sub(
            lambda match: _grouped(match.group()), ISO_DAY.sub(lambda match: _day(match.group()), named)
        )

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return ROW_OF_A_TABLE.fullmatch(self.text.strip()) is not None

    @property
    def is_bare(self) -> bool:
        """Whether it is a line of a document that is no sentence, and no part of a list or table."""
        text = self.text.rstrip()
        is_part = self.hit.passage.record is not None or self.is_list or ": " in text
        return not is_part and not text.endswith(SENTENCE_ENDS)

    def holds(self, other: Candidate) -> bool:
        """Say whether the other sentence is a part of this one."""
        is_same = self.hit.passage.id == other.hit.passage.id
        return is_same and self.start <= other.start and other.end <= self.end and self is not other

    @property
    def is_list(self) -> bool:
        """Whether it is an announcement with the lines it announces."""
        return "\n" in self.text.strip()


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that an announcement announces: where it begins in it, its folded words, and those of the announcement."""

    start: int
    text: str
    words: frozenset[str]
    above: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Quotable:
    """A span of a passage that may be quoted, with its folded words, and the lines that it announces."""

    start: int
    end: int
    quote_start: int
    text: str
    words: frozenset[str]
    rows: tuple[_Row, ...]


def candidates_of(hits: Sequence[Hit], analyzer: Analyzer) -> tuple[Candidate, ...]:
    """Return the quotable sentences of the hits, in order of the hits and then of the text."""
    found: list[Candidate] = []
    for rank, hit in enumerate(hits):
        passage = hit.passage
        if passage.record is not None and passage.record.kind in NOT_QUOTED:
            continue
        context, quotable = _read(passage, hit.source.title, analyzer)
        for span in quotable:
            words = span.words | hit.named if hit.named else span.words
            one = Candidate(hit, rank, span.text, span.start, span.end, words, context, span.quote_start)
            is_of_whom = one.is_bare or NAMES_ALONE.fullmatch(one.text.strip()) is not None
            if is_of_whom and hit.named and passage.ordinal == 0:
                continue  # the line below the title, which says whose document it is
            found.append(one)
            found += (_row(one, row) for row in span.rows)
    return tuple(found)


NAMES_ALONE = re.compile(
    r"[A-ZÀ-Þ][\w'’.&-]*(?:,? (?:(?:van|de|het|den|der|te|ten|ter|in|of|the|am|an) )*[A-ZÀ-Þ][\w'’&-]*)*\.?"
)
"""A line of names and nothing else: "Vakcollege De Linde, Ommen."."""


def _row(announced: Candidate, row: _Row) -> Candidate:
    """Return a line that an announcement announces as a sentence, with the announcement as a heading above it."""
    start = announced.start + row.start
    return replace(
        announced,
        text=row.text,
        start=start,
        end=start + len(row.text),
        quote_start=start,
        words=row.words | announced.hit.named,
        context=announced.context | row.above,
    )


MOST_READ = 4_000
"""Passages whose sentences are remembered, about 2 kB each: those of a library come back in question after question."""


@lru_cache(maxsize=MOST_READ)
def _read(passage: Passage, title: str, analyzer: Analyzer) -> tuple[frozenset[str], tuple[_Quotable, ...]]:
    """Return the folded words above the sentences of a passage, and the sentences that may be quoted."""
    context = frozenset(analyzer.words(" ".join((title, *passage.heading_path))))
    record = passage.record
    if record is not None and record.kind in IN_PARTS:
        identity = (part for part in BETWEEN_PARTS.split(passage.text) if IDENTIFIES.match(part))
        context |= frozenset(analyzer.words(" ".join((record.name, *identity))))
    found = []
    for start, end, quote_start in _spans(passage):
        quote = passage.text[start:end]
        name = record.name if record is not None and quote_start != start else ""
        words = frozenset(analyzer.words(f"{name} {quote}"))
        is_question = record is None and quote.rstrip().endswith("?")  # it says nothing
        is_readable = not SOURCE_LINE.match(quote) and not HIDDEN.search(quote) and not is_question
        if words and end - quote_start <= LONGEST_QUOTE and is_readable:
            apart = joined_verbs(quote) if passage.language == "nl" else frozenset[str]()
            rows = _rows_of(quote, analyzer)
            found.append(_Quotable(start, end, quote_start, quote, words | apart, rows))
    return context, tuple(found)


def _rows_of(announced: str, analyzer: Analyzer) -> tuple[_Row, ...]:
    """Return the lines that an announcement announces and that say something by themselves."""
    head, *lines = (line for line in re.finditer(r"[^\n]+", announced))
    above = frozenset(analyzer.words(head.group())) if lines else frozenset[str]()
    rows = []
    for line in lines:
        text = line.group().strip()
        if len(text.split()) >= FEWEST_WORDS and text.endswith("."):
            start = line.start() + line.group().index(text)
            rows.append(_Row(start, text, frozenset(analyzer.words(text)), above))
    return tuple(rows)


SENTENCE_ENDS = (".", "!", ";", ")", "]", '"', "'", "”", "’")

FEWEST_WORDS = 4
"""Words of the shortest line that says something by itself."""


def _spans(passage: Passage) -> list[tuple[int, int, int]]:
    """Return the spans that may be quoted, each with where its citation begins."""
    if passage.record is None or passage.record.kind not in IN_PARTS:
        return [(start, end, start) for start, end in quotes(passage.text)]
    edges = [0, *(match.end() for match in BETWEEN_PARTS.finditer(passage.text))]
    ends = [*(match.start() for match in BETWEEN_PARTS.finditer(passage.text)), len(passage.text)]
    parts = list(zip(edges, ends, strict=True))
    if len(parts) == 1:
        return [(start, end, start) for start, end in parts]
    told = [(start, end) for start, end in parts[1:] if not _is_untold(passage.text[start:end])]
    return [
        (start + one.start, start + one.end, 0)
        for start, end in told
        for one in sentences(passage.text[start:end])
    ]


def _is_untold(part: str) -> bool:
    """Say whether a part of a record tells nothing by itself: it identifies the record, or gives the id of another one."""
    return IDENTIFIES.match(part) is not None or BY_ID.fullmatch(part.strip()) is not None


BY_ID = re.compile(r"Aanvragen bij: [a-z0-9]+(?:-[a-z0-9]+)*\.?")
"""Where to apply, by the id of a record: what is called so is said with its name by the answers from records."""

IN_PARTS = frozenset({"offer", "scheme", "organisation"})
"""Records that are worded as a name and labelled parts."""

BETWEEN_PARTS = re.compile(r";\s+")
IDENTIFIES = re.compile(r"(?:Ook bekend als|Aanbieder|Vorm|Niveau|Richting|Toestand|Soort|Studielast): ")
"""Parts that say which record it is; they answer nothing by themselves."""

WHOLE_SENTENCE = re.compile(r"[A-Z][^:;]{20,}")
"""A part that is a sentence and not a label with a value."""

UNCONFIRMED = "niet bevestigd"
ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
EUROS = re.compile(r"\b\d{4,}(?= (?:tot \d+ )?euro)")


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{month_day_in_words(int(month), int(day), 'nl')} {year}" if 1 <= int(month) <= 12 else iso


def quotes(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences; an announcement ("... zijn:") is one with the lines it announces."""
    found: list[tuple[int, int]] = []
    announced: tuple[int, int] | None = None
    previous_end = 0
    for start, end in _sentences(text):
        gap = text[previous_end:start]
        if announced is not None and _belongs(gap, announced, end, has_items=found[-1] != announced):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
            announced = (start, end) if text[start:end].rstrip().endswith(":") else None
        previous_end = end
    return found


def _belongs(gap: str, announced: tuple[int, int], end: int, has_items: bool) -> bool:
    """Say whether the next sentence is one of the announced lines: on a new line, and without a gap after the first."""
    newlines = gap.count("\n")
    return newlines >= 1 and (newlines == 1 or not has_items) and end - announced[0] <= LONGEST_QUOTE


def _sentences(text: str) -> list[tuple[int, int]]:
    return [
        (line.start() + start, line.start() + end)
        for line in re.finditer(r"[^\n]+", text)
        for start, end in _sentences_of_line(line.group())
    ]


ROW_OF_A_TABLE = re.compile(r"[^:;.]{1,80}: [^;]*(?:; [^:;]{1,80}: [^;]*)+")
"""How a row of a table reads: the name of each column with its value."""


BRACKETED = re.compile(r"\([^)]*\)")


def row_named(question: str, row: str) -> int:
    """Return how many words name a row of a table, its first value, when a question has all of them; 0 for any other sentence.

    Of two rows the one that is named by more words is meant: "eerste monteur" is not "monteur".
    """
    if not ROW_OF_A_TABLE.fullmatch(row.strip()):
        return 0
    analyzer = Analyzer()
    label = analyzer.words(BRACKETED.sub(" ", row.split(";", maxsplit=1)[0].partition(":")[2]))
    return len(label) if set(label) <= set(analyzer.words(question)) else 0


def _sentences_of_line(line: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a line; a row of a table is one, whatever full stops are in it."""
    if ROW_OF_A_TABLE.fullmatch(line.strip()):
        return [(len(line) - len(line.lstrip()), len(line.rstrip()))]
    return [(span.start, span.end) for span in sentences(line)]


def _grouped(digits: str) -> str:
    return f"{int(digits):,}".replace(",", ".")
