"""What would be quoted of some passages, whatever its assurance, with how sure it is: by this, questions are compared. Pure but for the embedder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from assistant.types import Request
from assistant.writing.assurance import model_for
from assistant.writing.candidates import Candidate
from assistant.writing.measuring import MEASURED, measured
from assistant.writing.signals import weighed_for
from assistant.writing.sufficiency import content_of, missing_years
from knowledge.embedding.seam import Embedder
from knowledge.types import Hit


@dataclass(frozen=True, slots=True)
class Considered:
    """What would be quoted: the sentences, the one that is surest to be the answer (None when none can be it), and its log odds."""

    chosen: tuple[Candidate, ...]
    best: Candidate | None
    log_odds: float


def considered_of(
    request: Request, chosen: Sequence[Candidate], hits: Sequence[Hit], embedder: Embedder
) -> Considered:
    """Return the sentences with the one that is surest to answer; none where each lacks what it may not lack."""
    if not chosen or missing_years(request, chosen):
        return Considered(tuple(chosen), None, -inf)
    asked = weighed_for(request, content_of(request), hits)
    found = [
        (one, model_for(one, request).log_odds(signals))
        for one, signals in zip(chosen, measured(asked, chosen, chosen, embedder), strict=True)
        if signals[MEASURED.index("able")] > 0
    ]
    best, most = max(found, key=lambda pair: pair[1], default=(None, -inf))
    return Considered(tuple(chosen), best, most)
