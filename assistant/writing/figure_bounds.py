"""Whether a sentence rules for a number of a question that it does not name: by a limit in the same unit, or for all years. Pure.

"Maximaal een jaar" answers who asks of two years, "minder dan 50 medewerkers" a company of 20, and what is never so is not so since 2025.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from knowledge.data_files import read_data

_DATA = Path(__file__).parent / "figure_bounds.yaml"

AGE = re.compile(
    r"\b(?:als (?:je|ik|hij|zij|ze|iemand)|when you are|if (?:you are|i am)|wenn (?:du|ich)|van|from|of|mit|ben|bent|is|am|are|bin|bist|ist)"
    r"\s+(?P<number>\d{1,2})(?=\s*(?:ben|bent|is|wordt|word|bin|bist|ist|[?.,!;]|$|\s(?:een|lesgeld|bij|naar)))",
    re.IGNORECASE,
)
"""How old somebody is, said without its unit."""

SINCE = re.compile(
    r"\b(?:sinds|vanaf|per|in|since|from|as of|seit|ab|im jahr)\s+(?:het jaar |\d{1,2} \w+ )?(?P<year>20\d\d)\b(?!\s?[-/]\s?\d\d)",
    re.IGNORECASE,
)
OF_ALL_YEARS = re.compile(
    r"\b(?:niet|geen|nooit|altijd|steeds|not|never|no|always|nicht|kein\w*|nie|immer)\b", re.IGNORECASE
)
IN_THE_PAST = re.compile(
    r"\b(?:was|waren|werd|werden|had|hadden|kreeg|kregen|gold|kon|konden|were|had|wurde|war|hatte|tot 20\d\d|nog niet|not yet|noch nicht)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
ASKS_WHETHER = re.compile(
    r"^\s*(?:is|zijn|moet|moeten|mag|mogen|kan|kun|kunnen|geldt|gelden|klopt|heb|heeft|bestaat|word|wordt|are|must|may|can|does|do|has|ist|sind|muss|darf|kann|gilt|stimmt)\b",
    re.IGNORECASE,
)
VALUE = re.compile(
    r"\b(?:hoeveel|hoe (?:lang|hoog|groot|duur|veel)|wat kost|wat betaal\w*|how (?:much|many|long)|what .* cost|wie ?viel|wie (?:hoch|lange)|was kostet)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and most of a unit for which a sentence rules, both included."""

    unit: str
    least: float
    most: float


def is_ruled(question: str, figure: str, sentence: str) -> bool:
    """Say whether a sentence rules for a figure of a question by a limit in its unit; for a value the figure must lie within it."""
    if _is_in_levels(question, figure, sentence):
        return True
    asked = [unit for number, unit in _numbers_asked(question) if number == figure]
    if not asked:
        return False
    number = float(figure)
    is_value = VALUE.search(question) is not None
    return any(
        one.unit == unit and (not is_value or one.least <= number <= one.most)
        for unit in asked
        for one in limits(sentence)
    )


_LEVEL = r"(?:niveaus?|nlqf|eqf|mbo|levels?|stufen?)"
LEVEL_ASKED = re.compile(rf"\b{_LEVEL}[ -]?(?P<figure>\d)\b", re.IGNORECASE)
LEVELS = re.compile(
    rf"\b{_LEVEL}[ -]?(?P<least>\d)\s*(?:-|–|t/m|tot en met|tot|to|bis)\s*(?P<most>\d)\b", re.IGNORECASE
)
"""Levels from one to another: "NLQF 1-3"."""


def _is_in_levels(question: str, figure: str, sentence: str) -> bool:
    """Say whether a figure of a question is a level that lies within levels of which a sentence tells."""
    if all(match["figure"] != figure for match in LEVEL_ASKED.finditer(question)):
        return False
    return any(int(one["least"]) <= int(figure) <= int(one["most"]) for one in LEVELS.finditer(sentence))


def holds_for_year(question: str, year: str, sentence: str, today: date | None) -> bool:
    """Say whether a sentence that names no year answers whether something is so since or in a year that has come."""
    if today is None or int(year) > today.year or not ASKS_WHETHER.match(question):
        return False
    asked, said = (frozenset(_predicates(text)) for text in (question, sentence))
    if not asked & said:
        return False
    is_since = any(match["year"] == year for match in SINCE.finditer(question))
    return is_since and OF_ALL_YEARS.search(sentence) is not None and not IN_THE_PAST.search(sentence)


def _predicates(text: str) -> Iterator[str]:
    """Yield what a text says or asks to be so: that something is needed, free, valid, allowed, recognised or there."""
    for name, pattern in _data()["predicates"].items():
        if re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE):
            yield name


@cache
def _data() -> Mapping[str, Any]:
    raw: Mapping[str, Any] = read_data(_DATA)
    return raw


@cache
def _units() -> Mapping[str, str]:
    return {word: unit for unit, words in _data()["units"].items() for word in words}


@cache
def _limit() -> re.Pattern[str]:
    data = _data()
    number = rf"(?:\d+(?:[.,]\d+)*|{'|'.join(data['numbers'])})"
    unit = rf"(?:\s+(?:\w+\s+)?(?P<unit>{'|'.join(_units())})\b)?"
    return re.compile(
        rf"\b(?:(?P<at_most>{data['at_most']})|(?P<at_least>{data['at_least']}))?\s*\b(?P<number>{number})"
        rf"(?:\s*(?:-|–|tot|tot en met|t/m|to|bis)\s*(?P<end>{number}))?{unit}"
        rf"(?:\s+(?:(?P<or_more>{data['or_more']})|(?P<or_less>{data['or_less']})))?"
        rf"(?:\s+(?P<late>{'|'.join(_units())})\b)?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=2_000)
def limits(sentence: str) -> tuple[Limits, ...]:
    """Return the limits that a sentence sets to numbers of a unit, those without a unit left out."""
    return tuple(_limits(sentence))


def _limits(sentence: str) -> Iterator[Limits]:
    for match in _limit().finditer(sentence):
        unit = _units().get((match["unit"] or match["late"] or "").lower())
        number, end = _value(match["number"]), _value(match["end"] or "")
        if unit is None or number is None or (match["end"] and end is None):
            continue
        if end is not None:
            yield Limits(unit, number, end)
        elif match["at_most"] or match["or_less"]:
            below = re.match(
                r"minder|jonger|korter|onder|nog geen|less|fewer|under|younger|weniger|unter|jünger",
                match["at_most"] or "",
                re.IGNORECASE,
            )
            yield Limits(unit, -math.inf, number - 1 if below else number)
        elif match["at_least"] or match["or_more"]:
            above = re.match(
                r"meer|ouder|langer|more|older|longer|mehr|älter|länger",
                match["at_least"] or "",
                re.IGNORECASE,
            )
            yield Limits(unit, number + 1 if above else number, math.inf)


def _value(text: str) -> float | None:
    """Return the value of a number in figures or words, None for what is none: "8.2.1" is an article of a law."""
    known: Mapping[str, int] = _data()["numbers"]
    word = text.lower()
    if word in known:
        return float(known[word])
    plain = re.sub(r"[.,](?=\d{3}\b)", "", word).replace(",", ".")
    return float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None


@lru_cache(maxsize=500)
def _numbers_asked(question: str) -> tuple[tuple[str, str], ...]:
    """Return the whole numbers of a question with the unit that each has: years where it is an age."""
    units = "|".join(_units())
    with_unit = re.finditer(rf"\b(?P<number>\d+)[ -]?(?P<unit>{units})\b", question, re.IGNORECASE)
    found = [(match["number"], _units()[match["unit"].lower()]) for match in with_unit]
    return (*found, *((match["number"], "years") for match in AGE.finditer(question)))
