"""Numbers in a question: years, a distance, a longest duration, a highest price. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

STUDY_YEAR = re.compile(r"\b(20\d\d)\s*(?:[-/–]|tot|to|bis)\s*(20\d\d|\d\d)\b")
YEAR = re.compile(r"\b(20\d\d)\b")
KM = re.compile(
    r"\b(?:(?:binnen|within|innerhalb von|im umkreis von|in een straal van|maximaal|max|op)\s+)?(?:een straal van\s+)?(\d{1,3})\s*(?:km|kilometers?)\b(?:\s+(?:afstand|distance|entfernung))?",
    re.IGNORECASE,
)
NUMBERS = {
    word: value
    for value, words in enumerate(
        (
            "een één one a einem ein",
            "twee two zwei",
            "drie three drei",
            "vier four",
            "vijf five fünf",
            "zes six sechs",
        ),
        start=1,
    )
    for word in words.split()
}
LESS = r"(?P<less>korter dan|minder dan|onder de|onder|goedkoper dan|less than|shorter than|under|below|cheaper than|kürzer als|weniger als|unter)"
MOST = r"(?P<most>maximaal|max\.?|hooguit|hoogstens|ten hoogste|niet langer dan|niet duurder dan|tot en met|at most|up to|no longer than|höchstens|maximal)"
DURATION = re.compile(
    rf"(?:{LESS}|{MOST})\s+(?P<number>\d+|{'|'.join(NUMBERS)})\s+(?P<unit>jaar|jaren|maand|maanden|years?|months?|jahre?n?|monate?n?)\b(?:\s+(?:duren|duurt|take|takes|dauern|dauert))?",
    re.IGNORECASE,
)
EURO = re.compile(
    rf"(?:{LESS}|{MOST})\s+(?:€\s*)?(?P<number>\d[\d.,]*)\s*(?:€|euro)?(?:\s+(?:per jaar|kosten|a year|pro jahr))?",
    re.IGNORECASE,
)
JUST_UNDER = 0.01
"""What "less than" leaves below a limit that the filter includes."""


@dataclass(frozen=True, slots=True)
class Quantities:
    """The numbers of a question; None and () where it states none. `years` are "2026-2027" or "2024"."""

    years: tuple[str, ...] = ()
    km: float | None = None
    most_months: float | None = None
    most_euro: float | None = None


MOST_REMEMBERED = 500
"""Messages whose numbers are remembered: each of a talk is read several times for every message after it."""


@lru_cache(maxsize=MOST_REMEMBERED)
def quantities_in(text: str) -> tuple[Quantities, str]:
    """Return the numbers of a question, and the question without them."""
    years: list[str] = []
    for match in STUDY_YEAR.finditer(text):
        first = int(match.group(1))
        years.append(f"{first}-{first + 1}")
    rest = STUDY_YEAR.sub(" ", text)
    duration = DURATION.search(rest)
    rest = DURATION.sub(" ", rest, count=1)
    km = KM.search(rest)
    rest = KM.sub(" ", rest, count=1)
    euro = EURO.search(rest) if re.search(r"€|\beuro\b", rest, re.IGNORECASE) else None
    rest = EURO.sub(" ", rest, count=1) if euro else rest
    years += YEAR.findall(rest)
    rest = YEAR.sub(" ", rest)
    found = Quantities(
        years=tuple(dict.fromkeys(years)),
        km=float(km.group(1)) if km else None,
        most_months=_months(duration) if duration else None,
        most_euro=_below(euro, _amount(euro.group("number"))) if euro else None,
    )
    return found, rest


def _months(match: re.Match[str]) -> float:
    word = match.group("number").casefold()
    number = int(word) if word.isdigit() else NUMBERS[word]
    is_years = match.group("unit").casefold().startswith(("j", "y"))
    return _below(match, number * (12.0 if is_years else 1.0))


def _below(match: re.Match[str], limit: float) -> float:
    return limit - JUST_UNDER if match.group("less") else limit


def _amount(text: str) -> float:
    """Return 3000 for "3.000", "3,000" and "3000", and 2.5 for "2,5"."""
    digits = text.strip(".,")
    whole = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", digits)
    return float(whole.replace(",", "."))
