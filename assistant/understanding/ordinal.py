"""The one of several that a message means by its place: "en de derde?", "wat is het tweede doel", "the last one". Pure.

The things stand in one of our last answers, under each other; or the question before has the number of one of them ("Regio Deal Twente I").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.types import Language, Turn
from knowledge.language.normalisation import fold

PLACES = (
    "eerste|1e|1ste|first|1st|erste[nrs]?|1\\.",
    "tweede|2e|2de|second|2nd|zweite[nrs]?|2\\.",
    "derde|3e|3de|third|3rd|dritte[nrs]?|3\\.",
    "vierde|4e|4de|fourth|4th|vierte[nrs]?|4\\.",
    "vijfde|5e|5de|fifth|5th|fünfte[nrs]?|5\\.",
    "zesde|6e|6de|sixth|6th|sechste[nrs]?|6\\.",
    "zevende|7e|7de|seventh|7th|siebte[nrs]?|7\\.",
    "achtste|8e|8ste|eighth|8th|achte[nrs]?|8\\.",
)
LAST = "laatste|last|letzte[nrs]?"

ROMAN = ("I", "II", "III", "IV", "V")

FEWEST = 2
"""Things from which one is the first or the last of them."""

FARTHEST = 3
"""Answers back in which the things still stand: "en de derde?", "en de vierde?"."""


@cache
def _message() -> re.Pattern[str]:
    """Return what a whole message looks like that asks of one by its place and of nothing else."""
    ordinal = "|".join(f"(?P<at{number}>{words})" for number, words in enumerate(PLACES))
    asking = (
        r"(?:(?:wat|waar|hoe|what|was|wie|who|wer) (?:is|was|zijn|waren|houdt|hield|doet|deed|gaat|ging|heet|heette|does|did|are|were|ist|war|heißt|macht|luidt)(?: (?:about|over))?\s+"
        r"|what about\s+|hoe zit (?:het|dat) met\s+|(?:en|maar) (?:dan|nu)\s+"
        r"|(?:vertel|zeg|leg|tell|erzähl\w*)(?: (?:me|mij|eens|mir|wat|iets|something|etwas|mehr|more|meer))*(?: (?:over|van|about|über|von))?\s+"
        r"|(?:iets |wat )?(?:meer|more|mehr) (?:over|about|über|zu[rm]?)\s+)?"
    )
    begins = r"(?:(?:ok[eé]?|en|maar|and|but|und|aber|nee|neen|no|nein|sorry|ik bedoel(?:de)?|i mean(?:t)?|ich mein(?:e|te)),?\s+)*"
    return re.compile(
        rf"\s*{begins}{asking}(?:(?:de|het|die|dat|the|that|der|das|den|dem)\s+)?(?:{ordinal}|(?P<last>{LAST}))"
        r"(?:\s+(?!(?:in|uit|over|aan|dan|precies|eigenlijk|one|about)\b)(?P<noun>[\w-]{3,}))?(?:\s+(?:in|uit|over|aan|dan|nu|ook|precies|eigenlijk|one|about|then|exactly|denn|genau))*\s*[?!.]*\s*",
        re.IGNORECASE,
    )


LABELLED = re.compile(
    r"(?P<label>[A-Za-zÀ-ÿ]{3,}) (?P<number>\d{1,2})(?P<of>(?: (?:van|bij|in|uit|voor))(?: (?:de|het))?"
    r"(?: [A-ZÀ-Þ][\w'’-]*)(?: (?:(?:van|voor|en|de|het) )*[A-ZÀ-Þ0-9][\w'’-]*)*)?\b"
)
"""A thing that is called by a number: "Actielijn 3 van TechOost"."""

NAMED = re.compile(
    r"(?:(?:De|Het) )?(?P<name>[A-ZÀ-Þ][\w'’.-]*(?: (?:(?:voor|van|of) )*[A-ZÀ-Þ0-9][\w'’.-]*)*)"
)
"""A line that begins with a name."""

CITED = re.compile(r"(?: \[\d+\])+$")

NUMBERED_NAME = re.compile(
    r"(?<=[a-zA-Z] )(?P<number>[1-5]|I{1,3}|IV|V)\b(?![.,]\d|%| ?euro)(?! (?:jaar|year|jahr))"
)
OF_LEVEL = re.compile(r"\b(?:mbo|niveau|level|stufe|nlqf|klas|leerjaar|jaar|bbl|bol)[ -]?\Z", re.IGNORECASE)

ASKS = {Language.DUTCH: "wat is", Language.ENGLISH: "what is", Language.GERMAN: "was ist"}


def by_place(text: str, history: Sequence[Turn], language: Language) -> str:
    """Return a message that asks of one of several by its place as a question that names it; any other one as it is."""
    match = _message().fullmatch(text)
    if match is None:
        return text
    place = next((at for at in range(len(PLACES)) if match[f"at{at}"]), -1)
    noun = fold(match["noun"] or "")
    replies = [turn.text for turn in history if turn.role == "assistant"][-FARTHEST:]
    for reply in reversed(replies):
        found = _of_list(reply, place, noun)
        if found:
            return f"{ASKS[language]} {found}?"
    asked = next((turn.text for turn in reversed(history) if turn.role == "user"), "")
    return text if noun or place < 0 else _renumbered(asked, place) or text


def _of_list(reply: str, place: int, noun: str) -> str:
    """Return what names the thing at a place (-1: the last) among those that an answer has under each other; "" for none."""
    for head, lines in _lists(reply):
        if noun and noun[:4] not in fold(head) and not fold(lines[0]).startswith(noun[:4]):
            continue
        if place >= len(lines):
            continue
        labels = [LABELLED.match(line) for line in lines]
        first = labels[0]
        if first is not None and all(one is not None and one["label"] == first["label"] for one in labels):
            chosen = labels[place]
            assert chosen is not None, "every line has a label"
            return chosen.group()
        names = [NAMED.match(line) for line in lines]
        if len({one["name"] for one in names if one is not None}) == len(lines):
            named = names[place]
            assert named is not None, "every line has a name of its own"
            return named["name"]
    return ""


def _lists(reply: str) -> list[tuple[str, list[str]]]:
    """Return the lists of an answer: the line that leads in, and the lines of the things; rows with a number are of records."""
    found: list[tuple[str, list[str]]] = []
    head, lines = "", list[str]()
    for line in [*reply.split("\n"), "."]:
        plain = CITED.sub("", line.strip()).lstrip("-• ")
        if plain.endswith(":"):
            head, lines = plain, []
        elif plain and head and not re.match(r"\d+\. ", plain) and plain != ".":
            lines.append(plain)
            if CITED.search(line):  # the list is quoted as one, up to its source
                found.append((head, lines))
                head = ""
    return [(lead, rows) for lead, rows in found if len(rows) >= FEWEST]


def _renumbered(asked: str, place: int) -> str:
    """Return a question with another number behind the name that it has one of ("Regio Deal Twente I"); "" where it has none."""
    found = [
        one for one in NUMBERED_NAME.finditer(asked) if not OF_LEVEL.search(asked[: one.start()].rstrip())
    ]
    if len(found) != 1 or place >= len(ROMAN):
        return ""
    number = found[0]["number"]
    new = str(place + 1) if number.isdigit() else ROMAN[place]
    return f"{asked[: found[0].start()]}{new}{asked[found[0].end() :]}" if new != number else ""
