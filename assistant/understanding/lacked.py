"""School subjects of which somebody says behind them that they lack them, said before them: "natuurkunde heeft ze niet". Pure.

Who reads a message from left to right takes a subject for one that was passed; a "not" that stands behind it comes too late.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from assistant.understanding.lexicon import FOLDER
from knowledge.data_files import read_data

_WHO = r"(?:ik|je|hij|ze|zij|die|we|wij|er|i|he|she|they|ich|sie|wir|(?:mijn|m'n|mn|onze|my|our|meine?|unsere?) \w+)"
_BESIDE = r"(?:ook|nog|dus|helaas|dan|al|toen|wel|toch|also|unfortunately|leider|auch)"
_HAVE = (
    r"(?:heb|heeft|hebben|had|hadden|zit|zat|zitten|doe|doet|deed|volg|volgt|volgde|koos|kies|kiest|have|has|had|do|does|did|took|take"
    r"|habe|hat|hatte|haben|nehme|nahm)"
)
_DONE = (
    r"(?:gekozen|gehad|gevolgd|gehaald|gedaan|afgemaakt|meegenomen|heb|heeft|had|hebben|meer|erin|erbij|in (?:het|mijn|m'n|mn|zijn|haar) (?:vakken)?pakket"
    r"|in (?:my|his|her) (?:package|profile)|gewählt|gehabt|genommen|belegt|im abitur|im profil)"
)
_DROPPED = r"(?:laten vallen|gedropt|afgestoten|gemist|moeten missen|abgewählt|dropped)"
_NOT = r"(?:niet|nie|not|don't|do not|didn't|did not|doesn't|does not|haven't|hasn't|nicht)"


@lru_cache(maxsize=500)
def lacking_first(text: str) -> str:
    """Return a text with each subject that is said to be lacked behind "zonder", which is read from left to right."""
    for pattern in _patterns():
        text = pattern.sub(lambda found: f", zonder {found['subject']},", text)
    text = _asked().sub(_as_need, text)
    return CHEMISTRY.sub(r"\1 chemie als fach", text)


CHEMISTRY = re.compile(r"\b(keine?|ohne) chemie\b", re.IGNORECASE)
"""In German a subject and a field have one name; who has none of it means the subject."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    subject = rf"(?P<subject>{_subjects()})"
    middle = rf"(?:\s+{_WHO})*(?:\s+{_BESIDE})*"
    return tuple(
        re.compile(one, re.IGNORECASE)
        for one in (
            rf"\b{subject}{middle}\s+{_HAVE}{middle}\s+{_NOT}\b(?:\s+{_DONE})*",  # "natuurkunde heeft ze niet"
            rf"\b{subject}{middle}\s+{_NOT}\s+(?:have|take|choose|do|{_DONE})(?:\s+{_DONE})*\b",  # "wiskunde b niet heb"
            rf"\b{subject}(?:\s+{_HAVE})?{middle}\s+{_DROPPED}\b",  # "wiskunde heb ik laten vallen"
            rf"\b{subject}\s+{_NOT}\s*(?=[.,;!?]|$)",  # "wel scheikunde, natuurkunde niet"
            rf"\b(?:maar|but|aber)\s+{subject}\s+{_NOT}\b",  # "havo NG maar natuurkunde niet naar hbo"
        )
    )


def _as_need(found: re.Match[str]) -> str:
    if found["english"]:
        return f"do i need {found['english']}"
    return f"brauche ich {found['german']}" if found["german"] else f"heb ik {found['dutch']} nodig"


@cache
def _asked() -> re.Pattern[str]:
    """Match the question whether a subject must be had, which tells nothing: "moet ik natuurkunde hebben"."""
    subject = _subjects()
    return re.compile(
        rf"\b(?:moet|moeten|hoef|hoeft)\s+{_WHO}\s+(?P<dutch>{subject})(?:\s+{_BESIDE})*\s+(?:hebben|gehad hebben)\b"
        rf"|\b(?:must|do|does)\s+{_WHO}\s+(?:have to )?have (?P<english>{subject})\b"
        rf"|\b(?:muss|müssen)\s+{_WHO}\s+(?P<german>{subject})(?:\s+{_BESIDE})*\s+haben\b",
        re.IGNORECASE,
    )


def _profile_names(code: str) -> list[str]:
    """Return what the profiles of havo and vwo are called, with "&" as well as "en" between two words."""
    named: dict[str, list[str]] = read_data(FOLDER / f"person_{code}.yaml").get("profile", {})
    written = [name for names in named.values() for name in names]
    return [*written, *(f"{name[0]}&{name[2]}" for name in written if SHORT.fullmatch(name))]


SHORT = re.compile(r"[a-z] [a-z]")
"""A profile as two letters: "n t", which people write "N&T"."""


def _subjects() -> str:
    """Return the words for school subjects and profiles in three languages as a pattern, the longest first."""
    named = [read_data(FOLDER / f"person_{code}.yaml")["subject"] for code in ("nl", "en", "de")]
    words = [word for subjects in named for names in subjects.values() for word in names]
    words += [name for code in ("nl", "en", "de") for name in _profile_names(code)]
    return "|".join(map(re.escape, sorted((*words, "chemie"), key=len, reverse=True)))
