"""What records tell of a question as it stands, before it is read as a search for programmes: schemes, training places, occupations."""

from __future__ import annotations

import re

from assistant.types import Outcome, Request
from assistant.writing.record_defining import scheme_defined
from assistant.writing.record_desk import Desk
from assistant.writing.record_entry import entry_in_general
from assistant.writing.record_occupations import occupation_told
from assistant.writing.record_scheme import ended_told, scheme_told
from assistant.writing.record_whom import whom_told
from assistant.writing.scheme_comparison import schemes_compared
from assistant.writing.scheme_ended import presumes_later, scheme_ended
from assistant.writing.scheme_free import scheme_free
from assistant.writing.scheme_practice import scheme_practice
from assistant.writing.scheme_region import scheme_region
from assistant.writing.scheme_round import scheme_round
from assistant.writing.seam import Written
from assistant.writing.training_place import training_place_told


def told_at_once(request: Request, desk: Desk) -> Written | None:
    """Return the first of the answers that need no documents, None where there is none."""
    return (
        schemes_compared(request, desk)
        or entry_in_general(request, desk)
        or training_place_told(request, desk)
        or scheme_round(request, desk)
        or scheme_region(request, desk)
        or scheme_practice(request, desk)
        or _defined(request, desk)
        or ended_told(request, desk)
        or occupation_told(request.question, request.language, desk)
        or scheme_free(request, desk)
        or _presumed(request, desk)
    )


def _defined(request: Request, desk: Desk) -> Written | None:
    """Return what a scheme is; None for a piece of a talk ("en van SLIM?"), which asks of it what was asked of another one."""
    text = request.question.text
    if request.question.history and OF_ANOTHER.match(text):
        return None
    return scheme_defined(text, desk)


OF_ANOTHER = re.compile(
    r"\s*(?:en|and|und|maar|but|aber)\s+(?:die |dat |that |das )?(?:van|voor|bij|of|for|at|von|für|bei)\b",
    re.IGNORECASE,
)


def _presumed(request: Request, desk: Desk) -> Written | None:
    """Return that a scheme has ended which a question takes to change or to come back; None for any other question about it."""
    found = scheme_ended(request, desk) if presumes_later(request.question.text) else None
    return found if found is not None and found.outcome is Outcome.ANSWERED else None


def told_in_place(request: Request, desk: Desk) -> Written | None:
    """Return what is told of a scheme, or of an organisation, in the place of a refusal, None where nothing is."""
    return scheme_told(request, desk) or scheme_ended(request, desk) or whom_told(request, desk)
