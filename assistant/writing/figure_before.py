"""Whether the sentence before one has a figure of which that one goes on: "... na een 21+ toets ... De toets kost 90 euro". Pure."""

from __future__ import annotations

import re

from assistant.writing.candidates import Candidate
from knowledge.language.normalisation import fold

GOES_ON = re.compile(
    r"\s*(?:de|het|die|dat|deze|dit|the|this|that|these|der|die|das|diese[rs]?) (?P<noun>[a-zà-ÿ][\w-]{2,})",
    re.IGNORECASE,
)
"""How a sentence begins that goes on about a thing of the one before."""

SENTENCE_END = re.compile(r"(?<=[.;!?])\s+(?=[A-ZÀ-Þ])")


def leans_on_figure(figure: str, one: Candidate) -> bool:
    """Say whether a sentence begins with a thing that the sentence just before it names with this figure."""
    noun = GOES_ON.match(one.text)
    before = SENTENCE_END.split(one.hit.passage.text[: one.start].rstrip())[-1]
    if noun is None or not before:
        return False
    words = re.findall(r"\w+", fold(before))
    return fold(noun["noun"]) in words and figure in words
