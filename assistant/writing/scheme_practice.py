"""What people who may want one scheme ask first: whether it is there still, how much, who applies and where. By its record, the answer first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.types import Request
from assistant.writing.record_desk import Desk
from assistant.writing.record_scheme import is_known, scheme_card
from assistant.writing.scheme_ended import over_card
from assistant.writing.scheme_names import named_schemes
from assistant.writing.scheme_round import state_told
from assistant.writing.seam import Written
from knowledge.catalogue.types import Scheme
from knowledge.catalogue.validity import SchemeState, scheme_state
from knowledge.data_files import read_data

_DATA = Path(__file__).parent / "scheme_practice.yaml"

MORE_IS_ASKED = re.compile(
    r"\d|\b(?:als|indien|if|unless|wenn|falls|mijn (?!werkgever|baas)\w+)\b|\b(?:beschikbaar|totaal|totale|pot|budget voor|available|total|verfügbar|insgesamt|sinds|since|seit)\b"
    r"|\w.*\b(?:en|and|und) (?:hoe|wat|wie|waar|wanneer|welke|tot|how|what|who|where|when|which|until|wo|wer|wann|welche|bis)\b",
    re.IGNORECASE,
)
"""A condition, a figure, something of one's own, all the money that there is or a second question: more than is asked of the scheme alone."""

MEASURES = re.compile(r"\b(?:wanneer|hoeveel|when|how much|wann|wie viel)\b", re.IGNORECASE)
"""How a day or a sum is asked; with none of its patterns something else of the scheme is."""

AT_A_PLACE = re.compile(r"\b(?:waar|bij wie|where|wo)\b", re.IGNORECASE)

SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:nl|eu|com|org)")
"""A desk that is known by its site alone: "rijksoverheid.nl"."""


@cache
def _asks() -> tuple[tuple[str, re.Pattern[str]], ...]:
    raw: Mapping[str, str] = read_data(_DATA)
    return tuple(
        (name, re.compile(pattern, re.IGNORECASE)) for name, pattern in raw.items() if name != "words"
    )


@cache
def _words() -> frozenset[str]:
    raw: Mapping[str, str] = read_data(_DATA)
    return frozenset(raw["words"].split())


def practice_asked(text: str) -> str:
    """Return what a message asks first of a scheme: "until", "amount", "applicant", "where", "state", or "" for none."""
    if MORE_IS_ASKED.search(text):
        return ""
    found = next((name for name, pattern in _asks() if pattern.search(text)), "")
    return found if found in ("until", "amount") or not MEASURES.search(text) else ""


def scheme_practice(request: Request, desk: Desk) -> Written | None:
    """Return what a question asks first of the one scheme that it names, the answer first; None for any other question."""
    text = request.question.text
    before = [turn.text for turn in request.question.history if turn.role == "user"]
    own = named_schemes(text, desk.catalogue.schemes(), before)
    asked = practice_asked(text)
    if own.schemes:
        named, asked = own, asked or _asked_before(before, desk)
    else:
        named = named_schemes(request.standalone_question, desk.catalogue.schemes(), before)
        is_of_scheme = bool(asked) and OF_A_SCHEME.search(text) is not None
        asked = asked if is_of_scheme else _asked_on(text) if _asked_before(before, desk) else ""
    is_of_one = bool(asked) and not request.years and len(named.schemes) == 1
    if not is_of_one or not named.asks_no_more_than(_words(), request.language):
        return None
    return _told(named.schemes[0], asked, request, desk)


OF_A_SCHEME = re.compile(
    r"\b(?:vraag|vraagt|vragen|aanvra\w+|aan te vragen|bestaat|loopt|er nog|gestopt|afgeschaft|sluit|stopt|levert|deadline|apply|applies|exist|exists|stopped|ended"
    r"|beantrag\w+|antrag|gibt es|abgeschafft|beendet|endet)\b",
    re.IGNORECASE,
)
"""How such a question speaks of a scheme without its name: "geldt dat nog?" and "waar meld ik me?" may be of something else in a talk."""


def _asked_before(said: Sequence[str], desk: Desk) -> str:
    """Return what the last of earlier messages asked first of a scheme, past those that only name another one: "en SLIM?"."""
    for text in reversed(said):
        if asked := practice_asked(text):
            return asked
        named = named_schemes(text, desk.catalogue.schemes())
        if not named.schemes or not set(named.rest) <= _words():
            return ""
    return ""


def _asked_on(text: str) -> str:
    """Return what a message of few words asks on after such a question: "where", "applicant", or "" for another message."""
    return next((name for name, pattern in ON.items() if pattern.fullmatch(text)), "")


ON = {
    "where": re.compile(
        r"\W*(?:en |and |und )?(?:waar|waar dan|bij wie|hoe dan|where|where then|wo|wo denn|bei wem)\W*",
        re.IGNORECASE,
    ),
    "applicant": re.compile(
        r"\W*(?:en |and |und )?(?:wie|door wie|who|by whom|wer)(?: (?:doet|regelt|does|macht) (?:dat|that|das|it))?(?: dan| then| denn)?\W*",
        re.IGNORECASE,
    ),
}
"""How it is asked on in a word or two, after something was asked of a scheme."""


def _told(scheme: Scheme, asked: str, request: Request, desk: Desk) -> Written | None:
    has_ended = scheme_state(scheme, desk.today) is SchemeState.ENDED
    is_told = {
        "amount": not has_ended and is_known(scheme, asked) and not _is_told_by_documents(scheme, request),
        "until": has_ended or is_known(scheme, asked),
        "where": has_ended or _tells_where(scheme, request.question.text, desk),
    }
    if not is_told.get(asked, True):
        return None
    if has_ended:
        return over_card(scheme, desk)
    return state_told(scheme, desk) if asked in ("state", "until") else scheme_card(scheme, asked, desk)


def _is_told_by_documents(scheme: Scheme, request: Request) -> bool:
    """Say whether documents tell the sum better: where they have one in words for money, or sources disagree on it."""
    amounts = {one.value for one in scheme.amount_euro.statements}
    return len(amounts) > 1 or (bool(amounts) and AS_LEVEL.search(request.question.text) is None)


AS_LEVEL = re.compile(r"\bwat levert\b|\bhoe (?:hoog|groot)\b", re.IGNORECASE)
"""How a sum is asked without a word for money, by which documents are hard to find."""


def _tells_where(scheme: Scheme, text: str, desk: Desk) -> bool:
    """Say whether the record tells where one applies: another organisation than the scheme itself, or a site.

    How one applies for a fund of its own, documents tell.
    """
    found = next((one for one in desk.catalogue.organisations() if one.id == scheme.where), None)
    is_other = SITE.fullmatch(scheme.where) is not None or (found is not None and found.id != scheme.id)
    return is_other or AT_A_PLACE.search(text) is not None
