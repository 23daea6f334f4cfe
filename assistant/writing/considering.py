"""What would be quoted of some passages, whatever its assurance, with how sure it is: by this, questions are compared. Pure but for the embedder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from assistant.types import Request
from assistant.writing.ability import is_of_two
from assistant.writing.assurance import model_for
from assistant.writing.bound import is_bound_to_another
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
    is_enough: bool = False
    """Whether that would be sure enough to be shown as the answer."""


def considered_of(
    request: Request, chosen: Sequence[Candidate], hits: Sequence[Hit], embedder: Embedder
) -> Considered:
    """Return the sentences with the one that is surest to answer; none where each lacks what it may not lack."""
    if not chosen or missing_years(request, chosen):
        return Considered(tuple(chosen), None, -inf)
    asked = weighed_for(request, content_of(request), hits)
    question, has_two = request.standalone_question, is_of_two(request)
    named = request.question.text if request.topic else ""
    found = [
        (one, model.log_odds(signals), model.is_enough(signals))
        for one, signals in zip(chosen, measured(asked, chosen, chosen, embedder), strict=True)
        if signals[MEASURED.index("able")] > 0 and (has_two or not is_bound_to_another(one, question, named))
        for model in (model_for(one, request),)
    ]
    best, most, is_enough = max(found, key=lambda each: each[1], default=(None, -inf, False))
    return Considered(tuple(chosen), best, most, is_enough)
