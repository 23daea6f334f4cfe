"""That a scheme has ended, for a question about it that nothing else answers: its end is said first, whatever is asked or presumed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.types import Outcome, Request
from assistant.writing.record_desk import Desk
from assistant.writing.record_scheme import scheme_card
from assistant.writing.scheme_names import named_schemes
from assistant.writing.seam import Written
from knowledge.catalogue.types import Scheme
from knowledge.catalogue.validity import SchemeState, scheme_state
from knowledge.data_files import read_data

_DATA = Path(__file__).parent / "scheme_ended.yaml"

SAYS_END = re.compile(r"\b(?:gestopt|beëindigd|afgeschaft|(?:bestaat|kan) niet meer)\b", re.IGNORECASE)
"""How the summary of a record says that a scheme is over."""

A_STEP = re.compile(
    r"\b(?:de|een|één|'n|zo'n|elke|iedere|geen|mijn|je|jouw|per|deze|die|welke|\w+de|\w+ste|[a-z]+e|goed|ander) stap\b"
    r"|\b(?:ik|je|jij|we) stap\b|\bstap (?:ik|je|jij|voor|verder|over|naar|omhoog|hoger|vooruit)\b"
)
"""The everyday word that has the letters of STAP: a step, written small."""


@cache
def _presumes() -> Mapping[str, re.Pattern[str]]:
    raw: Mapping[str, str] = read_data(_DATA)
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in raw.items()}


def presumes_later(text: str) -> bool:
    """Say whether a question takes it that a scheme is prolonged, changed or comes back."""
    return _presumes()["later"].search(text) is not None


def _is_of_last_round(text: str, card: Written) -> bool:
    """Say whether a question asks for the last round of a scheme, which what is told of its end names."""
    named = _presumes()["round"]
    return named.search(text) is not None and any(named.search(one.text) for one in card.sentences)


def scheme_ended(request: Request, desk: Desk) -> Written | None:
    """Return that the one scheme has ended that a question names, or its talk is about; None where it names none that has.

    A question that takes it for a scheme that is there or comes back is answered by that; any other stays refused, after it.
    """
    scheme = _ended(request, desk)
    if scheme is None:
        return None
    card = over_card(scheme, desk)
    said = list(card.sentences)
    text = request.question.text
    is_later = presumes_later(text) or _asks_later_year(request, desk)
    is_answered = is_later or _presumes()["there"].search(text) is not None or _is_of_last_round(text, card)
    if is_later or not is_answered:
        said.append(desk.notice(desk.words.say("scheme_over_later" if is_later else "scheme_over_rest")))
    return replace(card, sentences=tuple(said), outcome=Outcome.ANSWERED if is_answered else Outcome.REFUSED)


def over_card(scheme: Scheme, desk: Desk) -> Written:
    """Return what an ended scheme was, after that it has ended: its summary may say so first itself."""
    card = scheme_card(scheme, "", desk)
    if SAYS_END.search(re.split(r"(?<=[.;]) ", scheme.summary)[0]):
        return card
    over = desk.words.fill("scheme_over", {"scheme": scheme.name})
    return replace(card, sentences=(desk.worded(over, card.sentences[0].citations), *card.sentences))


def _ended(request: Request, desk: Desk) -> Scheme | None:
    """Return the ended scheme that a question names alone; where it names no scheme, the one of its talk."""
    texts = (request.question.text, request.standalone_question)
    for text in dict.fromkeys(A_STEP.sub(" ", text) for text in texts):
        found = named_schemes(text, desk.catalogue.schemes()).schemes
        if found:
            is_over = len(found) == 1 and scheme_state(found[0], desk.today) is SchemeState.ENDED
            return found[0] if is_over else None
    return None


def _asks_later_year(request: Request, desk: Desk) -> bool:
    return any(int(year) >= desk.today.year for year in request.years)
