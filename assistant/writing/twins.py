"""Sentences that say the same of two things: "VCA Basis heeft 40 vragen", "VCA VOL heeft 70 vragen". Pure.

A message of a talk that is put to the sources without what the talk is about ("en hoeveel tijd?") is met by both alike: then the one of what
the talk is about is meant, and the value of the other would be wrong, and look right.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import Request
from assistant.writing.candidates import Candidate
from assistant.writing.selecting import Scored
from knowledge.language.analysis import Analyzer

ALIKE = 0.5
"""Share of common words (Jaccard) from which two sentences of a passage say the same of two things."""


def of_topic_twin(
    request: Request, selected: Sequence[Candidate], scored: Sequence[Scored]
) -> list[Candidate]:
    """Return the sentences with the first one replaced by its twin that holds more of what the talk is about, where there is one.

    What the message itself names stays: after VCA Basis "en vol?" is of VOL.
    """
    if not (request.is_heard and request.topic and selected):
        return list(selected)
    topic = frozenset(Analyzer().words(request.topic))
    said = _said_in(request)
    first = selected[0]
    twins = [
        one.candidate
        for one in scored
        if _are_twins(first, one.candidate) and said & _own(first) <= _own(one.candidate)
    ]
    best = max(twins, key=lambda one: len(topic & _own(one)), default=first)
    if len(topic & _own(best)) <= len(topic & _own(first)):
        return list(selected)
    return [best, *(one for one in selected if one is not first and one is not best)]


def _said_in(request: Request) -> frozenset[str]:
    """Return the folded words of the message itself, with what those are like in the sources: "mechatronics" is "mechatronica"."""
    said = frozenset(Analyzer().words(request.question.text))
    like = (word for word in request.words if said.intersection(word.forms))
    return said.union(*((*word.forms, *word.likeness) for word in like))


def _are_twins(one: Candidate, other: Candidate) -> bool:
    if other is one or other.hit.passage.id != one.hit.passage.id or other.is_list or other.is_row:
        return False
    return len(_own(one) & _own(other)) / len(_own(one) | _own(other)) >= ALIKE


def _own(one: Candidate) -> frozenset[str]:
    """Return the folded words of a sentence itself, without those by which the question names its document."""
    return frozenset(Analyzer().words(one.text))
