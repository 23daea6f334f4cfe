"""A diploma that somebody began and has not: "mbo 4 niet afgemaakt", "gestopt met mijn mbo". Pure; said as what is lacked, before other reading.

Who reads a message from left to right takes the level for one that is held; whether it was finished stands behind it, or before.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial

_LEVEL = (
    r"(?P<level>(?:mbo|niveau|nivo|level|stufe)[ -]?(?:niveau )?[1-4]|mbo|havo|vwo|mavo|vmbo(?:[- ]?(?:tl|gl|t|kader|basis|kb|bb))?|hbo"
    r"|(?:hbo[- ]?)?bachelor)(?![ -]?\w*\d)(?!-)"
)
_PAPER = r"(?:[ -]?(?:diploma|opleiding|papier|studie|degree|examens?|exams?|abschluss|diplom))?"
_OWN = r"(?:(?:mijn|m'n|mn|me|zijn|z'n|haar|de|het|een|'n|die|my|his|her|the|a|meine?n?|das|die|den)\s+)?"
_SMALL = r"(?:\s+(?:helaas|dus|nog|toen|net|nooit|ook|wel|zelf|unfortunately|leider|noch|nie))*"
_WHO = r"(?:(?:ik|hij|ze|zij)\s+)?"
_NOT_DONE = (
    r"(?:af(?:gemaakt|gerond|gekregen)?|gehaald|behaald|voltooid|gedaan|gekregen|op zak|geslaagd|gelukt)"
)

_DUTCH = (
    rf"{_OWN}{_LEVEL}{_PAPER}{_SMALL}(?:\s+(?:heb|heeft|had)\s+(?:ik|hij|ze|zij))?{_SMALL}\s+(?:niet|nooit)\s+{_NOT_DONE}\b(?:\s+(?:heb|heeft|hebt))?",
    rf"\b(?P<have>heb|hebt|heeft|had)\s+(?P<who>(?:ik|hij|ze|zij)\s+)?{_OWN}{_LEVEL}{_PAPER}{_SMALL}\s+niet\b(?!\s+(?:nodig|per se|als|met|zo|alleen))(?:\s+{_NOT_DONE})?",
    rf"\b(?:gestopt|opgehouden|gezakt|afgehaakt|uitgevallen|vroegtijdig gestopt)\s+(?:met|bij|op|voor|tijdens|in|van)\s+{_OWN}{_LEVEL}{_PAPER}\b",
    rf"\b(?:heb|hebt|heeft|had)?\s*\b(?:ik |hij |ze |zij )?nooit\s+{_OWN}{_LEVEL}{_PAPER}\s+{_NOT_DONE}\b",
    rf"{_OWN}{_LEVEL}{_PAPER},?\s+(?:maar|alleen)\s+{_WHO}(?:heb|heeft|had|haalde|haal)\s+{_WHO}(?:het|hem|die|dat|'m|m|'t)\s+"
    rf"(?:net |nog |uiteindelijk )?niet\b(?:\s+{_NOT_DONE})?",
    rf"\b(?:mis(?:te|t)?|gemist)\s+(?:net|helaas|nog)?\s*{_OWN}{_LEVEL}{_PAPER}\b",
    rf"(?:\b(?:halverwege|tijdens|midden in|met|in|op)\s+)?{_OWN}{_LEVEL}{_PAPER}\s+(?:ben ik |is hij |is ze )?(?:gestopt|afgebroken|opgegeven|mee gestopt|gestaakt)\b",
    rf"\b(?:stoppen|stop|stopt|kappen|kap|ophouden)\s+met\s+{_OWN}(?!havo|vwo|mavo|vmbo){_LEVEL}{_PAPER}\b",
    rf"\b(?:half|deel van|stuk van|paar jaar|halve)\s+{_OWN}{_LEVEL}{_PAPER}\s+(?:gedaan|gevolgd)\b",
)
_ENGLISH = (
    rf"\b(?:did not|didn'?t|not|never|have not|haven'?t|has not|hasn'?t)\s+(?:finish(?:ed)?|complete(?:d)?|pass(?:ed)?|get|got|done|did)\s+{_OWN}{_LEVEL}{_PAPER}\b",
    rf"{_OWN}{_LEVEL}{_PAPER}\s+(?:(?:is|was)\s+)?(?:not|never)\s+(?:finished|completed|passed|done)\b",
    rf"\b(?:dropped out of|quit|failed|stopped with|left)\s+{_OWN}{_LEVEL}{_PAPER}\b",
)
_GERMAN = (
    rf"{_OWN}{_LEVEL}{_PAPER}{_SMALL}\s+(?:(?:nicht|nie)\s+(?:abgeschlossen|beendet|geschafft|bestanden|fertig(?: gemacht)?)|abgebrochen)\b",
)
SECONDARY = ("havo", "vwo", "mavo", "vmbo")
"""Schools of which one may have a lower diploma still: who failed them is not without any."""

FAILED = {"geen": "gezakt voor {}", "no": "failed {}", "kein": "durchgefallen {}"}

_PATTERNS = tuple(
    (re.compile(rf"(?<!\w){one}", re.IGNORECASE), lacks)
    for patterns, lacks in ((_DUTCH, "geen"), (_ENGLISH, "no"), (_GERMAN, "kein"))
    for one in patterns
)


@lru_cache(maxsize=500)
def unfinished_first(text: str) -> str:
    """Return a text with each diploma that was begun and not taken as one that is lacked: "geen mbo 4", "no mbo 4", "kein mbo 4"."""
    for pattern, lacks in _PATTERNS:
        text = pattern.sub(partial(_lacked, lacks), text)
    return text


def _lacked(lacks: str, found: re.Match[str]) -> str:
    if found["level"].lower().startswith(SECONDARY):
        return FAILED[lacks].format(found["level"])
    named = found.groupdict()
    have = f"{named['have']} {named['who'] or ''}" if named.get("have") else ""
    return f"{have}{lacks} {found['level']}"
