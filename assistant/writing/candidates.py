"""The sentences that an answer may quote: exact spans of the retrieved passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language.analysis import Analyzer
from knowledge.language.stopwords import without_stopwords
from knowledge.language.tokens import sentences
from knowledge.types import Hit

LONGEST_QUOTE = 700
"""A longer "sentence" is a table or a broken text; it is not quoted whole."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a hit. `start` and `end` are offsets in the text of the passage."""

    hit: Hit
    hit_rank: int
    text: str
    start: int
    end: int
    stems: frozenset[str]
    context: frozenset[str]


def candidates_of(hits: Sequence[Hit], analyzer: Analyzer) -> tuple[Candidate, ...]:
    """Return the quotable sentences of the hits, in order of the hits and then of the text."""
    found: list[Candidate] = []
    for rank, hit in enumerate(hits):
        passage = hit.passage
        context = stems_of(" ".join((hit.source.title, *passage.heading_path)), passage.language, analyzer)
        for start, end in _quotes(passage.text):
            quote = passage.text[start:end]
            stems = stems_of(quote, passage.language, analyzer)
            if stems and len(quote) <= LONGEST_QUOTE:
                found.append(Candidate(hit, rank, quote, start, end, stems, context))
    return tuple(found)


def stems_of(text: str, language: str, analyzer: Analyzer) -> frozenset[str]:
    """Return the stems of the content words of a text."""
    return frozenset(analyzer.stems(without_stopwords(analyzer.words(text), language)))


def _quotes(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences; an announcement ("... zijn:") is joined with the lines it announces."""
    spans = [(span.start, span.end) for line in _lines(text) for span in _shifted(text, line)]
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and _announces(text, joined[-1]) and end - joined[-1][0] <= LONGEST_QUOTE:
            if text[joined[-1][1] : start].count("\n") <= 2:
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined


def _lines(text: str) -> list[tuple[int, int]]:
    return [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]


def _shifted(text: str, line: tuple[int, int]) -> list[_Shifted]:
    start, end = line
    return [_Shifted(start + span.start, start + span.end) for span in sentences(text[start:end])]


@dataclass(frozen=True, slots=True)
class _Shifted:
    start: int
    end: int


def _announces(text: str, span: tuple[int, int]) -> bool:
    first_line = text[span[0] : span[1]].split("\n", 1)[0].rstrip()
    return first_line.endswith(":")
