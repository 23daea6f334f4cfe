"""Sentences of which editors say what people ask to get them: they rise, and their questions count as headings above them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.types import Language, Request
from assistant.writing.candidates import Candidate
from assistant.writing.selecting import Scored
from assistant.writing.signals import LIKELY
from knowledge.language.analysis import Analyzer
from knowledge.types import KnownAnswer

OF_KNOWN = 0.6
"""What counts beside the score of a sentence that surely answers such a question; less as the chance is less."""


def with_known(
    candidates: Sequence[Candidate], request: Request, analyzer: Analyzer
) -> tuple[Candidate, ...]:
    """Return the sentences with the chance that editors give them; a likely one has the words of its question in its context."""
    return tuple(_informed(one, request, analyzer) for one in candidates)


def raised(scored: Sequence[Scored]) -> list[Scored]:
    """Return the sentences with those first that editors know to answer such a question; their scores stay as they are."""

    def order(one: Scored) -> tuple[float, int, int]:
        known = one.score + OF_KNOWN * one.candidate.known
        return (-known, one.candidate.hit_rank, one.candidate.start)

    return sorted(scored, key=order)


NAME = re.compile(r"(?<=[\w,] )[A-ZÀ-Þ][\w.-]*")
"""A word with a capital in the midst of a written question."""


def _informed(one: Candidate, request: Request, analyzer: Analyzer) -> Candidate:
    known = known_of(one, request)
    if known is None:
        return one
    question = known.question if request.language is Language.GERMAN else NAME.sub(" ", known.question)
    said = analyzer.words(question) if known.chance >= LIKELY else ()
    words = frozenset(
        word for word in said if not word[:1].isdigit()
    )  # a figure or name must be in the sentence
    return replace(one, known=known.chance, context=one.context | words)


def known_of(one: Candidate, request: Request) -> KnownAnswer | None:
    """Return what is known of a sentence, None when no written question leads to it."""
    return next(
        (
            known
            for known in request.known
            if known.passage_id == one.hit.passage.id and one.start <= known.start < one.end
        ),
        None,
    )
