"""A programme that is asked for the occupation of which our last answer gave a code: "welke opleiding past bij dat beroep?". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import Language, Turn

TOLD_OF = re.compile(
    r"^(?:[„“\"'](?P<quoted>[^“”\"'\n]+)[“”\"'] (?:heißt|is called|heet)|(?P<named>[^:.\n]{3,60}): ISCO-code)"
    r"|\bESCO[- ]code (?:van|of|von) (?P<of>[^.\n]{3,60}?) (?:is|ist)\b"
)
"""How our answers name the occupation of a code."""

ASKS_PROGRAMME = re.compile(
    r"\b(?:\w*opleiding\w*|studies?|cursus|cursussen|programmes?|courses?|ausbildung\w*|studiengang|studium)\b",
    re.IGNORECASE,
)
FITS = r"(?:past|passen|hoort|horen|leidt|leiden|passt|gehört|gehören|führt|führen|fits?|belongs?|leads?|goes|matches)"
POINTS = re.compile(
    rf"\b{FITS}\b(?:\s+\w+)?\s+(?:(?:hier|daar|er)(?:bij|toe|voor)|bij (?:dat|dit) (?:beroep|werk|vak)|(?:tot|voor|op) (?:dat|dit) (?:beroep|werk)|dazu|dafür|zu (?:diesem|dem) beruf"
    r"|(?:(?:with|to|for) )?(?:it|that|this)(?: (?:job|occupation|profession))?)\b",
    re.IGNORECASE,
)
"""Words with which a programme is asked for what was said."""

FOR = {
    Language.DUTCH: "is er voor",
    Language.ENGLISH: "is there for",
    Language.GERMAN: "gibt es für",
}


def with_occupation(text: str, before: Sequence[Turn], language: Language) -> str:
    """Return a message with the occupation that it points at by its name; as it is where it asks for no programme, or none was told of."""
    if ASKS_PROGRAMME.search(text) is None:
        return text
    reply = next((turn.text for turn in reversed(before) if turn.role == "assistant"), "")
    told, pointed = TOLD_OF.search(reply), POINTS.search(text)
    if told is None or pointed is None:
        return text
    name = next(one for one in told.groups() if one).split("/")[0].split(" (")[0].strip()
    return f"{text[: pointed.start()]}{FOR[language]} {name}{text[pointed.end() :]}"
