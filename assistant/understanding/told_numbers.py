"""The numbers and days that people tell about themselves: age, experience, hours, budget, distance, start, language level. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from assistant.understanding.lexicon import FOLDER
from knowledge.data_files import read_data
from knowledge.language.months import MONTH_NUMBERS

YOUNGEST, OLDEST = 11, 99
"""Ages that are believed; "ik ben 10" is more often a grade or a rank."""

MONTH = {**MONTH_NUMBERS, "maerz": 3}
START = re.compile(
    rf"\b(?P<from>vanaf|per|from|ab|starting in|te starten in|begin(?:nen)? in|start(?:en)? in|in)\s+(?:1 )?(?P<month>{'|'.join(MONTH)})\b(?:\s+(?P<year>20\d\d))?"
)
SPEAKS = re.compile(
    r"\b(?P<language>nederlands|engels|duits|dutch|english|german|niederländisch|englisch|deutsch)\s+(?:is |op |at |auf |niveau |level )*(?P<level>[abc][12])\b"
    r"|\b(?P<level2>[abc][12])[ -]+(?P<language2>nederlands|engels|duits|dutch|english|german|niederländisch|englisch|deutsch)\b"
)
LANGUAGE_CODES = {"ne": "nl", "du": "nl", "ni": "nl", "en": "en", "ge": "de", "de": "de"}


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a message tells in numbers; None where it tells nothing."""

    age: int | None = None
    experience: float | None = None
    hours_per_week: float | None = None
    budget_euro: float | None = None
    travel_km: float | None = None
    starts_after: date | None = None
    languages: Mapping[str, str] | None = None


AGES_IN_WORDS: Mapping[str, int] = {
    word: 15 + place
    for words in (
        ("vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig", "eenentwintig"),
        ("fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "twenty-one"),
        ("fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig", "einundzwanzig"),
    )
    for place, word in enumerate(words)
}
"""The ages at which rules change, as people write them out."""

WITH_AGE = re.compile(
    rf"\b(?P<before>(?:ben|is|bin|ist|am|wordt?|word ik|turns?|turning|wird|werde|bijna|almost|nearly|fast)\s+(?:\S+\s+){{0,3}}?)(?P<age>{'|'.join(AGES_IN_WORDS)})\b"
)
"""An age in a word: "mijn zoon is zeventien", "wordt op 3 september achttien"."""

NOT_YET = re.compile(
    r"\b(?:wordt?|turns?|turning|wird|werde)\s+(?:(?:ik|he|she|hij|ze|zij|er|sie|ich)\s+)?"
    r"(?:(?:op|in|on|am|im|this|dit|volgende?|next|binnenkort|bijna|soon)\s+(?:\S+\s+){0,3}?)?(?P<age>1[5-9]|2[0-2])\b(?!\s*(?:uur|km|euro|%))"
    r"|\b(?:ben|is|bin|ist|am)\s+(?:nu\s+)?(?:bijna|almost|nearly|fast)\s+(?P<nearly>1[5-9]|2[0-2])\b"
)
"""An age that somebody is about to reach."""


def _ages_in_figures(text: str) -> str:
    """Return a text with ages in figures, and who turns 18 as 17."""
    text = WITH_AGE.sub(lambda found: f"{found['before']}{AGES_IN_WORDS[found['age']]}", text)
    return NOT_YET.sub(lambda found: f"is {int(found['age'] or found['nearly']) - 1} jaar oud", text)


def numbers_in(text: str, today: date) -> tuple[Numbers, str]:
    """Return the numbers of a message, and the message without them, so that no digit is read twice."""
    rest = _ages_in_figures(text.lower())
    start, rest = _start(rest, today)
    languages, rest = _languages(rest)
    _, rest = _taken("works", rest)
    values: dict[str, float | None] = {}
    for name in ("experience", "hours_per_week", "budget_euro", "travel_km", "age"):
        values[name], rest = _taken(name, rest)
    age = values["age"]
    return Numbers(
        int(age) if age is not None and YOUNGEST <= age <= OLDEST else None,
        values["experience"],
        values["hours_per_week"],
        values["budget_euro"],
        values["travel_km"],
        start,
        languages,
    ), rest


def _taken(name: str, text: str) -> tuple[float | None, str]:
    for pattern in _patterns()[name]:
        match = pattern.search(text)
        if match:
            number = float(re.sub(r"[.,](?=\d{3}\b)", "", match.group(1)).rstrip("."))
            return number, text[: match.start(1)] + " " + _after_unit(text, match)
    return None, text


def _after_unit(text: str, match: re.Match[str]) -> str:
    """Return the text after a number without its unit; the words before it ("ik ben") stay."""
    return text[match.end() :]


@cache
def _patterns() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    raw: dict[str, list[str]] = read_data(FOLDER / "person_numbers.yaml")
    return {name: tuple(re.compile(one) for one in patterns) for name, patterns in raw.items()}


def _start(text: str, today: date) -> tuple[date | None, str]:
    """Return the first day of a month from which a person can begin: of the year told, else the next one to come."""
    match = START.search(text)
    if not match or (match["from"] == "in" and not match["year"]):
        return None, text
    month = MONTH[match["month"]]
    year = int(match["year"]) if match["year"] else today.year + (month <= today.month)
    if (year, month) < (
        today.year,
        today.month,
    ):  # "in februari 2022" is when something was, not when somebody begins
        return None, text
    return date(year, month, 1), text[: match.start()] + " " + text[match.end() :]


def _languages(text: str) -> tuple[Mapping[str, str] | None, str]:
    match = SPEAKS.search(text)
    if not match:
        return None, text
    name, level = match["language"] or match["language2"], match["level"] or match["level2"]
    rest = text[: match.start()] + " " + text[match.end() :]
    return {LANGUAGE_CODES[name[:2]]: level.upper()}, rest
