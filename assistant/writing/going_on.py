"""Sentences of running text: one that goes on from the one before it is quoted with that, and what stands before it is about the same. Pure.

The bundled library says each thing in a sentence of its own. Documents as schools have them run on: "Een vrouw loopt vijf dagen mee.
Ze krijgt een vergoeding van 35 euro per dag." The second alone answers nobody who asks what you get for such a week.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from assistant.writing.candidates import LONGEST_QUOTE, Candidate

GOES_ON = re.compile(
    r"(?:\(?\d+(?:\.\d+)*\.?\)? )?(?:"
    r"(?:dan|daar\w*|hier\w*|dit|dat|die|deze|zo|hij|zij|ze|ook|wel|toch|anders|maar|want|bovendien|beide|allebei|in dat geval|in die|bij een (?:tweede|derde))"
    r"|(?:then|this|that|these|those|they|he|she|it|its|their|there|such|both|but|otherwise|also|in that case)"
    r"|(?:dann|da\w*|dies\w*|jene\w*|er|sie|es|hier\w*|auch|beide|sonst|aber|in diesem fall)"
    r")\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on from the one before it, also after the number of an article."""

BEFORE = 2
"""Sentences before one that tell what it is about."""


def as_running_text(candidates: Sequence[Candidate], apart: Collection[str]) -> tuple[Candidate, ...]:
    """Return the sentences with those of running text joined to what they go on from, in the same order.

    `apart` are the addresses of documents whose sentences stand by themselves; those, records, rows and lists stay as they are.
    """
    found: list[Candidate] = []
    for (_, is_running), group in groupby(
        candidates, lambda one: (one.hit.passage.id, _is_running(one, apart))
    ):
        sentences = list(group)
        found.extend(_joined(sentences) if is_running else sentences)
    return tuple(found)


def _is_running(one: Candidate, apart: Collection[str]) -> bool:
    return one.hit.passage.record is None and one.hit.source.address not in apart


def _joined(sentences: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the sentences of one passage, each with those before it in its paragraph as what it is about."""
    paragraph: list[Candidate] = []
    begins = 0
    for one in sentences:
        if one.is_list or one.is_row or (paragraph and not _follows(one, paragraph[-1])):
            paragraph, begins = [], 0
        before = paragraph[-BEFORE:]
        if not GOES_ON.match(one.text):
            begins = len(paragraph)
        first = paragraph[max(begins, len(paragraph) - BEFORE)] if begins < len(paragraph) else one
        about = one.context.union(*(other.words for other in before))
        if first is not one and one.end - first.start <= LONGEST_QUOTE:
            text = one.hit.passage.text[first.start : one.end]
            words = one.words.union(*(other.words for other in before if other.start >= first.start))
            yield replace(
                one, text=text, start=first.start, quote_start=first.start, words=words, context=about
            )
        else:
            yield replace(one, context=about)
        paragraph.append(one)


def _follows(one: Candidate, before: Candidate) -> bool:
    """Say whether a sentence stands after another one in the same paragraph."""
    between = one.hit.passage.text[before.end : one.start]
    return before.end <= one.start and "\n" not in between
