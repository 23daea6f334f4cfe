"""Whether an employer asks what they get for somebody who learns at work: the money for a training place. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.types import Language
from assistant.understanding.employer import speaks_for_employer
from assistant.understanding.leaning import naming
from knowledge.data_files import read_data

_DATA = Path(__file__).parent / "data" / "training_place.yaml"

PUPIL, INTERN = "BBL", "BOL"
"""The form of learning of who has a contract, and of who is there for a while from school."""

ASKED_NEXT = ("until", "amount", "where", "applicant")
"""What may be asked next of money that was told, in the order in which their words are looked for."""

LONGEST_FOLLOW_UP = 8
I_AM_ONE = re.compile(
    r"\b(?:ik ben|als|i am|i'm|as an?|ich bin) (?:een |zelf |a |an |ein )?(?:bbl|bol|leerling|stagiair|student|apprentice|intern|azubi|lehrling)",
    re.IGNORECASE,
)
MY_EMPLOYER = re.compile(
    r"\b(?:mijn (?:werkgever|baas|bedrijf|leerbedrijf)|(?:een|de|elke|ieder) (?:werkgever|leerbedrijf|bedrijf)|my (?:employer|boss|company)|an employer|mein (?:arbeitgeber|betrieb|chef))\b",
    re.IGNORECASE,
)


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    raw: Mapping[str, str] = read_data(_DATA)
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in raw.items()}


def training_place_asked(text: str) -> str:
    """Return the form of learning for which an employer asks what they get, "" for any other message."""
    found = {name: pattern.search(text) is not None for name, pattern in _patterns().items()}
    is_of_learner = found["pupil"] or found["intern"]
    if not is_of_learner or found["other"] or not found["money"]:
        return ""
    if I_AM_ONE.search(text) and not MY_EMPLOYER.search(text):
        return ""
    gives = found["employer"] or speaks_for_employer([text])
    return (INTERN if found["intern"] else PUPIL) if gives else ""


def asked_next(text: str, before: Sequence[str], language: Language) -> tuple[str, str]:
    """Return what a short message asks of the money for a training place that was asked `before`, and for which form; ("", "") otherwise."""
    is_short = len(text.split()) <= LONGEST_FOLLOW_UP
    if not is_short or any(map(_is_of_something, naming(text, language))):
        return "", ""
    for earlier in reversed(before):
        form = training_place_asked(earlier)
        if form:
            patterns = _patterns()
            return next((one for one in ASKED_NEXT if patterns[one].search(text)), ""), form
        if len(earlier.split()) > LONGEST_FOLLOW_UP or any(map(_is_of_something, naming(earlier, language))):
            return "", ""
    return "", ""


def _is_of_something(word: str) -> bool:
    return OF_MONEY.fullmatch(word) is None


OF_MONEY = re.compile(
    r"aan\w*|vraag\w*|gevraagd|aangevraagd|indien\w*|subsidies?|geld|bedrag|euro|regeling|vergoeding|bijdrage|hoog|wij|we|wie|wanneer|uiterlijk|deadline|periode"
    r"|werkgever|bedrijf|moet\w*|kan|kunnen|krijg\w*|tot|appl\w+|grant|subsidy|money|amount|employer|company|until|who|when|where|förderung|zuschuss|antrag|beantrag\w*|frist|betrag|hoch",
    re.IGNORECASE,
)
"""Words by which more is asked of money, and nothing else is named."""
