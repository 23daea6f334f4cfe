"""Whether the offers in hand have the form that is asked ("is dat voltijd?"): yes or no first, then what they are. Pure."""

from __future__ import annotations

from dataclasses import replace

from assistant.types import Language, Outcome
from assistant.understanding.filters import Asked
from assistant.understanding.thread import ASKS_WHAT_IT_IS, Step
from assistant.writing.phrases import say
from assistant.writing.record_desk import Desk
from assistant.writing.record_found import found_offers
from assistant.writing.seam import Written


def with_whether(text: str, step: Step, found: Written, desk: Desk, language: Language) -> Written:
    """Return an answer about the offers in hand that begins with yes or no, where one form of them is asked and all are known.

    Where some of them have it and others do not, the list says so by itself.
    """
    wanted = step.asked.filter.mode
    if (
        not step.is_following
        or "mode" not in step.stated
        or len(wanted) != 1
        or ASKS_WHAT_IT_IS.match(text) is None
    ):
        return found
    modes = _modes(step.asked, desk)
    if not modes or None in modes:
        return found
    if modes == set(wanted):
        return _beginning(found, say(language, "verdict_yes"))
    if wanted[0] in modes or found.outcome is not Outcome.REFUSED:
        return found
    told = replace(found, sentences=found.sentences[1:], outcome=Outcome.ANSWERED)
    return _beginning(told, say(language, "verdict_no"))


def _modes(asked: Asked, desk: Desk) -> set[str | None]:
    """Return the forms of the offers in hand, None among them for one whose form is not known."""
    ids = found_offers(replace(asked, filter=replace(asked.filter, mode=())), desk).ids
    return {offer.mode.value for offer in desk.catalogue.offers(list(ids))}


def _beginning(found: Written, verdict: str) -> Written:
    """Return an answer with a word before its first sentence."""
    first, *others = found.sentences
    return replace(found, sentences=(replace(first, text=f"{verdict}{first.text}"), *others))
