"""The sentences that an answer may quote: exact spans of the retrieved passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language.analysis import Analyzer
from knowledge.language.tokens import sentences
from knowledge.types import Hit

LONGEST_QUOTE = 700
"""A longer "sentence" is a table or a broken text; it is not quoted whole."""

SOURCE_LINE = re.compile(r"^\s*\(?(?:bron|source|quelle)\s*:", re.IGNORECASE)
"""A line that only says where something comes from; the citation says that already."""

NOT_QUOTED = frozenset({"occupation", "skill"})
"""Records that are lists of names: they lead to other records and say nothing themselves."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a hit. `start` and `end` are offsets in the text of the passage.

    `words` are its folded words, `context` those of the document's title and of the headings above it.
    """

    hit: Hit
    hit_rank: int
    text: str
    start: int
    end: int
    words: frozenset[str]
    context: frozenset[str]

    @property
    def is_list(self) -> bool:
        """Whether it is an announcement with the lines it announces."""
        return "\n" in self.text.strip()


def candidates_of(hits: Sequence[Hit], analyzer: Analyzer) -> tuple[Candidate, ...]:
    """Return the quotable sentences of the hits, in order of the hits and then of the text."""
    found: list[Candidate] = []
    for rank, hit in enumerate(hits):
        passage = hit.passage
        if passage.record is not None and passage.record.kind in NOT_QUOTED:
            continue
        context = frozenset(analyzer.words(" ".join((hit.source.title, *passage.heading_path))))
        for start, end in quotes(passage.text):
            quote = passage.text[start:end]
            words = frozenset(analyzer.words(quote))
            if words and len(quote) <= LONGEST_QUOTE and not SOURCE_LINE.match(quote):
                found.append(Candidate(hit, rank, quote, start, end, words, context))
    return tuple(found)


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
        (line.start() + span.start, line.start() + span.end)
        for line in re.finditer(r"[^\n]+", text)
        for span in sentences(line.group())
    ]
