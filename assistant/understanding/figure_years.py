"""The years that a message asks figures of: named, counted from another, from one to another. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.understanding.quantities import NUMBERS
from assistant.understanding.request import RELATIVE

STUDY_YEAR = re.compile(r"\b(20\d\d)\s*[-/–]\s*(20)?(\d\d)\b")
YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
SPAN = re.compile(
    r"\b(?:van|vanaf|tussen|from|between|von|zwischen)\s+(?:19|20)\d\d\s+(?:t/m|tot en met|tot|naar|en|to|until|and|bis|und)\s+(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d\s+(?:t/m|tot en met|tot|to|bis)\s+(?:19|20)\d\d\b",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"\b(?:sinds|sedert|vanaf|since|seit)\s+(?:het jaar\s+)?(?=(?:19|20)\d\d\b)", re.IGNORECASE
)
COUNT = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)}|het|the|das|im)"
LATER = re.compile(
    rf"\b(?P<number>{COUNT})\s+(?:(?:jaar|jaren|years?|jahre?n?)\s+(?:later|daarna|erna|erop|nadien|verder|after|afterwards|on|später|danach|darauf)"
    r"|(?:volgende|next|following|nächste|folgende)\s+(?:jaar|year|jahr))\b",
    re.IGNORECASE,
)
EARLIER = re.compile(
    rf"\b(?P<number>{COUNT})\s+(?:(?:jaar|jaren|years?|jahre?n?)\s+(?:eerder|daarvoor|ervoor|vroeger|terug|earlier|before|previously|früher|davor|zuvor|vorher)"
    r"|(?:vorige|voorgaande|previous|preceding|vorige[ns]?|vorherige)\s+(?:jaar|year|jahr))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Years:
    """`named` years in order ("2024", "2025-2026"); `away` counts from the last of these, or from that of the talk.

    `is_span` says that the years are the ends of a stretch, `is_since` that it ends now.
    """

    named: tuple[str, ...] = ()
    away: int = 0
    is_span: bool = False
    is_since: bool = False

    @property
    def are_named(self) -> bool:
        """Whether a message says anything about years."""
        return bool(self.named or self.away)


def years_in(text: str, this_year: int) -> tuple[Years, str]:
    """Return the years of a message, and the message without them."""
    named: list[str] = []
    is_span = SPAN.search(text) is not None
    is_since = not is_span and SINCE.search(text) is not None
    rest = text
    for match in STUDY_YEAR.finditer(text):
        first, second = int(match.group(1)), int(f"20{match.group(3)}")
        is_study_year = second == first + 1
        named += [f"{first}-{second}"] if is_study_year else [str(first), str(second)]
        is_span = is_span or not is_study_year
    rest = STUDY_YEAR.sub(" ", rest)
    away = 0
    for pattern, sign in ((LATER, 1), (EARLIER, -1)):
        if counted := pattern.search(rest):
            away = sign * _number(counted.group("number"))
            rest = pattern.sub(" ", rest, count=1)
    named += YEAR.findall(rest)
    rest = SINCE.sub(" ", rest)
    rest = YEAR.sub(" ", rest)
    for distance, pattern in RELATIVE:
        if pattern.search(rest):
            named.append(str(this_year + distance))
            rest = pattern.sub(" ", rest)
    found = tuple(dict.fromkeys(named))
    if found and away:
        found, away = (*found, shifted(found[-1], away)), 0
    return Years(found, away, is_span, is_since), rest


def shifted(year: str, away: int) -> str:
    """Return a year, or study year, so many years away."""
    return "-".join(str(int(part) + away) for part in year.split("-"))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.get(word.casefold(), 1)
