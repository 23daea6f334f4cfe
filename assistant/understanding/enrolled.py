"""What somebody studies now and has not finished, put so that a reader from left to right takes it for that. Pure.

"Van bouwkunde hbo naar werktuigbouw" tells neither a diploma nor work, and what is left is not where one goes.
"""

from __future__ import annotations

import re

from assistant.understanding.told import Wanted

HIGHER = ("ad", "hbo-bachelor", "wo-bachelor")
"""Diplomas of higher education: who is still at it was let in on an earlier one."""

_HIGH = r"(?:hbo|wo|ad|bachelor|universiteit|university|uni|hogeschool|fachhochschule)"
_SCHOOL = r"(?:mbo|havo|vwo|vmbo|mavo|gymnasium|atheneum|niveau)"
_ORDINAL = r"(?:[1-4](?:e|de|ste|st|nd|rd|th)?|eerste|tweede|derde|vierde|first|second|third|fourth|erste[nrs]?|zweite[nrs]?|dritte[nrs]?)"
_YEAR = rf"(?:(?:het|de|the|my|mijn|m'n|me|meinem?|dem)\s+)?(?:(?:{_ORDINAL})\.?[- ]?(?:jaar|studiejaar|leerjaar|year|jahr|semester)|(?:jaar|leerjaar|year|jahr|semester)\s+[1-8])"
_WHAT = r"(?P<what>[^\s,.;:?!]+(?:\s+(?!(?:en|and|und|maar|but|aber|wil|will|wants?|naar|to|nach)\b)[^\s,.;:?!]+){0,5})"

IN_YEAR = re.compile(
    rf"\b(?:zit|zitten|ben|is|am|bin|ist|sit)\b(?:\s+(?:ik|hij|ze|zij|nu|now|jetzt))*\s+(?:in|im)\s+{_YEAR}\s+(?:(?:van|of|der|des|the|de|het)\s+)*{_WHAT}",
    re.IGNORECASE,
)
"""Who is in a year of a study: "zit in het eerste jaar bouwkunde hbo"."""

SWITCHES = re.compile(
    r"\b(?:switch\w*|overstap\w*|over te stappen|wissel\w*|verander\w*|chang\w+|transfer\w*|wechsel\w*)\b[^.?!,;]{0,25}?\s(?:van|from|von|vom)\s+"
    rf"{_WHAT}\s+(?P<to>naar|to|nach|zu)\b",
    re.IGNORECASE,
)
"""Who changes studies: "switchen van bouwkunde hbo naar ..."."""

IS_SWITCH = re.compile(
    r"\b(?:switch|overstap|over te stappen|wissel|verander|chang|transfer|wechsel)", re.IGNORECASE
)

BEFORE_LEVEL = re.compile(rf"^(?P<name>.+?)\s+(?P<level>{_HIGH})\b", re.IGNORECASE)
SITS = re.compile(
    rf"\b(?P<sits>zit(?:\s+(?:ik|hij|ze|nu|dus))*)\s+(?=(?:de\s+)?(?:{_SCHOOL}|{_HIGH})\b)", re.IGNORECASE
)
"""Street Dutch leaves the preposition out: "ik zit mbo 4"."""

NEEDS = re.compile(
    r"\b(?:moet|moeten)\s+(?:ik|je|hij|ze|zij)\s+(?:(?:dan|eerst|ook|nog|wel)\s+)*(?:(?:mijn|m'n|mn|me|zijn|haar|een|de)\s+)?(?P<what>propedeuse|p)\s+(?:halen|hebben|afmaken|gehaald hebben)\b"
    r"|\b(?:do|must)\s+i\s+(?:first\s+)?(?:have to\s+|need to\s+)?(?:get|have|finish|pass)\s+(?:my|the|a)\s+(?P<english>propedeuse|first year)\b",
    re.IGNORECASE,
)
"""The question whether the first year must be passed, which tells nothing of it."""


def studies_first(text: str) -> str:
    """Return a text with what is studied now behind "zit op", its level first, and what it is changed for behind "naar"."""
    text = SITS.sub(lambda found: f"{found['sits']} op ", text)
    text = NEEDS.sub(
        lambda found: f"heb ik {found['what']} nodig" if found["what"] else "do i need the propedeuse", text
    )
    text = SWITCHES.sub(_switched, text)
    return IN_YEAR.sub(_in_year, text)


def _switched(found: re.Match[str]) -> str:
    what = _level_first(found["what"])
    return f"zit op {what} en wil {found['to']}" if what else found[0]


def _in_year(found: re.Match[str]) -> str:
    what = _level_first(found["what"])
    if what:
        return f"zit op {what}"
    is_school = re.search(rf"\b{_SCHOOL}\b", found["what"], re.IGNORECASE)
    return found[0] if is_school or not IS_SWITCH.search(found.string) else f"zit op hbo {found['what']}"


def _level_first(what: str) -> str:
    """Return a study with its level first, "" for one of no level or of a school below: "bouwkunde hbo" is "hbo bouwkunde"."""
    what = re.sub(r"\bhbo-ict\b", "hbo ict", what, flags=re.IGNORECASE)
    if not re.search(rf"\b{_HIGH}\b", what, re.IGNORECASE):
        return ""
    found = BEFORE_LEVEL.match(what)
    return f"{found['level']} {found['name']}{what[found.end() :]}" if found else what


GOES_ON = ("hbo-master", "wo-master", "wo-bachelor")
"""Where a bachelor leads: who asks about these counts on the one that they are working for."""


def is_only_enrolled(level: str, studies: bool, wanted: Wanted) -> bool:
    """Say whether a study of higher education is no diploma for what is wanted: another study beside it, not one after it."""
    first = {*wanted.levels, *(group[0] for group in wanted.kinds)}
    is_after_ad = level == "ad" and any("hbo-bachelor" in group for group in wanted.kinds)
    return studies and level in HIGHER and not (first & set(GOES_ON) or is_after_ad)
