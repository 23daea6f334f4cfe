"""A refusal that shows what stands nearest to the question: that no sure answer was found is said first, and who would know last."""

from __future__ import annotations

from dataclasses import replace

from assistant.types import Citation
from assistant.writing.joining import added
from assistant.writing.seam import Written


def with_nearest(refusal: Written, nearest: Written) -> Written:
    """Return a refusal with what stands nearest in the place of its first sentence; it stays a refusal.

    `nearest` opens with a sentence that says that it may not be the answer. Citations are numbered on.
    """
    citations: list[Citation] = list(nearest.citations)
    numbers = added(refusal.citations, citations)
    rest = [
        replace(one, citations=tuple(numbers[number] for number in one.citations))
        for one in refusal.sentences[1:]
    ]
    return replace(refusal, sentences=(*nearest.sentences, *rest), citations=tuple(citations))
