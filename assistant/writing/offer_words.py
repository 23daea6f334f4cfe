"""What the words of a message say of courses beside their names: the form, that several or both are asked, and what is no name at all. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from assistant.understanding.offer_called import Span
from knowledge.catalogue.folding import folded
from knowledge.catalogue.importing.values import mode_of
from knowledge.data_files import read_data

_DATA = Path(__file__).with_name("offers_called.yaml")


def without_other_units(text: str) -> str:
    """Return a message with spaces in the place of such a question, and of what it says of the language that somebody speaks."""
    for asked in (UNITS_ASKED, LANGUAGE_SPOKEN):
        text = asked.sub(lambda found: " " * len(found.group()), text)
    return text


UNITS_ASKED = re.compile(
    r"\b(?:hoe ?vee?l|how many|wie ?viele?)\s+(?:uur|uren|u|hours?|stunden|punten|points|punkte)\s+(?:\w+\s+)?code\s*95\b"
    r"|\b(?:telt|tellen|counts?|zählt)\b.{0,30}\bcode\s*95\b",
    re.IGNORECASE,
)
"""A question for hours of what drivers must learn again, which is the name of courses too (Directive (EU) 2022/2561, code 95)."""


_LANGUAGE = r"(?:nederlands|engels|duits|dutch|english|german|deutsch|englisch|niederländisch)"


LANGUAGE_SPOKEN = re.compile(
    rf"\b(?:(?:goed|genoeg|voldoende|redelijk|beetje|vloeiend|veel) )*{_LANGUAGE}e? (?:te )?(?:taal )?(?:kunnen |kan |moet(?:en)? )?"
    rf"(?:praten|spreken|kunnen|verstaan|begrijpen|lezen|sprechen|können|verstehen)\b"
    rf"|\b(?:praat|spreek|spreekt|speak|speaks|spreche|spricht|versta|begrijp|understand)\w* "
    rf"(?:(?:ik|je|hij|ze|nog|geen|niet|zo|goed|genoeg|weinig|little|no|good|enough|any|kein|wenig|gut|not|much) )*{_LANGUAGE}\b"
    rf"|\b(?:heb|hebt|heeft|hebben|have|has|habe|hat) (?:(?:nu|al|pas|nog|alleen|now|already|only|just|jetzt|schon|nur) )*{_LANGUAGE} (?:op )?(?:niveau |level )?[abc][0-2]\b"
    rf"|\b(?:mijn|my|mein|m'n) {_LANGUAGE}\b|\bhow (?:good|much) (?:\w+ ){{0,3}}{_LANGUAGE}\b|\bhoe goed (?:\w+ ){{0,4}}{_LANGUAGE}\b",
    re.IGNORECASE,
)
"""What a message says of the language that somebody speaks or must speak, which is the name of courses too."""


def modes_in(text: str) -> tuple[str, ...]:
    """Return the forms of study that a message says in a word or two, or by what one does in it; "mechatronica bbl" may be read as the name
    of another course.
    """
    words = folded(text).split()
    found = (mode_of(one) for one in (*words, *map(" ".join, pairwise(words))))
    said = tuple(dict.fromkeys(mode.value for mode in found if mode is not None))
    return said or tuple(mode for mode, pattern in _modes_said().items() if pattern.search(" ".join(words)))


NOT_DENIED = r"(?<!\bgeen )(?<!\bniet )(?<!\bkein )(?<!\bkeine )(?<!\bno )(?<!\bnot )(?<!\bzonder )"
"""What does not stand before a form that is meant: "geen leerbaan"."""


@cache
def _modes_said() -> dict[str, re.Pattern[str]]:
    raw: dict[str, dict[str, list[str]]] = read_data(_DATA)
    return {
        mode: re.compile(rf"{NOT_DENIED}\b(?:{'|'.join(said)})\b") for mode, said in raw["modes_said"].items()
    }


def is_said(names: Sequence[str], text: str) -> bool:
    """Say whether a message has one of some names as it is written."""
    return any(f" {folded(name)} " in f" {folded(text)} " for name in names)


def asks_several(text: str) -> bool:
    raw: dict[str, str] = read_data(_DATA)
    return re.search(raw["several"], folded(text)) is not None


OF_BOTH = re.compile(
    r"\b(?:duren|beginnen|starten|zijn|kosten|hebben|lopen|dauern|beginnen|sind|kosten|are|do) (?:ze|zij|they|sie|those|die twee)\b"
    r"|\b(?:allebei|alle ?twee|beiden?|die twee|both|these two|those two|the two|die beiden|den beiden|each of them|ze)$"
    r"|\b(?:allebei|alle ?twee|beide|both|beiden)\b"
)
"""How a message asks of two courses of which a talk named one after the other, over folded text."""


SEVERAL_ASKED = re.compile(
    r"\b(?:telkens|allebei|beide|each|both|jeweils|wat als|what if|was wenn)\b", re.IGNORECASE
)
"""Words with which a message asks the same of two courses."""


COURSE_FIRST = re.compile(
    r"\b(?:andere?|another|other|welke|which|welche[rns]?|een|n|a|ein|einen|anderen) (?:\w+ )?(?:cursus|training|course|kurs|opleiding|class|module|lehrgang)\b"
    r".*\b(?:eerst|first|before|vooraf|zuerst|vorher|voordat|nodig)\b"
    r"|\b(?:eerst|first|zuerst|vorher) (?:\w+ ){0,3}(?:cursus|training|course|kurs|opleiding|class|module|lehrgang)\b"
)
"""How a message asks whether another course is needed first, over folded text."""

OF_THAT_ONE = re.compile(
    r"\b(?:that one|that course|that first one|die(?= (?:dan|cursus|training)\b|\W*$)|der kurs|dieser kurs|der denn)",
    re.IGNORECASE,
)
"""How a message points at one course that was told, and not at the one that the talk is about."""


def in_place(text: str, name: str, said: tuple[Span, ...]) -> str:
    """Return a message with a name in the place of the first of the stretches that say it, and without the others."""
    for begin, end in reversed(said):
        text = f"{text[:begin]}{name if (begin, end) == said[0] else ''}{text[end:]}"
    return " ".join(text.split())
