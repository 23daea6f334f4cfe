"""Two schemes side by side, for who asks their difference: who applies, how much, where, until when, by their records."""

from __future__ import annotations

import re

from assistant.types import Request
from assistant.writing.record_desk import Desk, written
from assistant.writing.scheme_names import named_schemes
from assistant.writing.scheme_words import scheme_line
from assistant.writing.seam import Written
from assistant.writing.translated import translation_of
from knowledge.catalogue.validity import scheme_state
from knowledge.types import RecordRef

COMPARES = re.compile(
    r"\b(?:verschil\w*|vergelijk\w*|versus|vs|of|beter|beste|hetzelfde|difference\w*|compare\w*|or|better|same|unterschied\w*|vergleich\w*|oder|besser|dasselbe)\b",
    re.IGNORECASE,
)
"""How two things are set side by side."""

COMPARING = frozenset(
    [
        "verschil",
        "verschillen",
        "verschilt",
        "vergelijk",
        "vergelijken",
        "vergelijking",
        "versus",
        "vs",
        "beter",
        "beste",
        "hetzelfde",
        "tussen",
        "difference",
        "differences",
        "compare",
        "compared",
        "between",
        "better",
        "same",
        "unterschied",
        "unterschiede",
        "vergleich",
        "vergleichen",
        "zwischen",
        "besser",
        "dasselbe",
        "hoofdlijnen",
        "kort",
        "even",
    ]
)

FEWEST, MOST = 2, 4
"""Schemes that are set side by side."""


def schemes_compared(request: Request, desk: Desk) -> Written | None:
    """Return the schemes that a question compares under each other, None for any other question."""
    text = request.question.text
    if COMPARES.search(text) is None or request.years:
        return None
    named = named_schemes(text, desk.catalogue.schemes())
    if not FEWEST <= len(named.schemes) <= MOST or not named.asks_no_more_than(COMPARING, request.language):
        return None
    citer = desk.citer("scheme", [scheme.id for scheme in named.schemes])
    sentences = [desk.lead(desk.words.say("schemes_side_by_side"))]
    for number, scheme in enumerate(named.schemes, start=1):
        cited = citer.cite(("scheme", scheme.id), (), scheme.provenance)
        line = scheme_line(scheme, scheme_state(scheme, desk.today), desk.words)
        summary = translation_of(scheme.summary, desk.words.language) or scheme.summary
        sentences += [desk.worded(f"{number}. {line}", cited), desk.worded(summary, cited)]
    return written(sentences, citer, [RecordRef("scheme", one.id, one.name) for one in named.schemes])
