"""Which way something goes: a sentence that it becomes less is no answer to where it becomes more. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

UP = re.compile(
    r"\b(?:toe(?:neemt|nemen|genomen|name)|neem\w* [^.,;]{0,60}?\btoe|stijg\w*|gestegen|groei\w*|groter|hoger|(?:nog |steeds |juist )?meer (?=krapte|tekort\w*|vraag|banen|werk)|krapper"
    r"|increas\w*|grow\w*|rising|rise|more (?=shortages?|demand|jobs|work)|bigger|higher|tighter"
    r"|zunehm\w*|nimmt [^.,;]{0,60}?\bzu|zunimmt|steig\w*|wächst|wachsen|größer|mehr (?=mangel|bedarf|stellen|arbeit))\b",
    re.IGNORECASE,
)
DOWN = re.compile(
    r"\b(?:af(?:neemt|nemen|genomen|name|nemende)|neem\w* [^.,;]{0,60}?\baf|daal\w*|dalen\w*|gedaald|krimp\w*|kleiner|lager|minder (?=krapte|tekort\w*|vraag|banen|werk)|ruimer"
    r"|decreas\w*|shrink\w*|fall\w*|declin\w*|fewer|less (?=shortages?|demand|work)|smaller|lower"
    r"|abnehm\w*|nimmt [^.,;]{0,60}?\bab|abnimmt|sink\w*|schrumpf\w*|kleiner|weniger (?=mangel|bedarf|stellen|arbeit))\b",
    re.IGNORECASE,
)


def goes_another_way(question: str, sentence: str) -> bool:
    """Say whether a question asks what becomes more and a sentence says only what becomes less, or the other way round."""
    asked = _ways(question)
    if len(asked) != 1:
        return False
    said = _ways(sentence)
    return len(said) == 1 and asked != said


@lru_cache(maxsize=4_000)
def _ways(text: str) -> frozenset[str]:
    return frozenset(way for way, pattern in (("up", UP), ("down", DOWN)) if pattern.search(text))
