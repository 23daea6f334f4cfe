"""What a talk is about, and which messages may be about that though they seem whole. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import Language
from assistant.understanding.leaning import (
    BEGINS,
    POINTERS,
    PROPERTY,
    WORD,
    capitals,
    names_itself,
    naming,
)

LONGEST_VAGUE = 4
"""Words of the longest message without a name that says too little to stand on its own ("welk niveau maximaal")."""

LONGEST_NAME = 5
"""Words of the longest name."""

POINTING = re.compile(
    r"\b(?:dat|die|deze|dit|hij|zij|ze|that|those|this|these|they|them|diese[rsnm]?|jene[rsnm]?)\b",
    re.IGNORECASE,
)
"""Words that stand for something in a short message, never for nothing."""

OF_WHAT = re.compile(
    r"^\s*(?:wie|wat|who|what|wer|was)\s+(?:is|was|zijn|waren|are|were|ist|war|sind)\s+(?:de|het|the|der|die|das)\s+[\w-]+\s*[?!.]*$",
    re.IGNORECASE,
)
"""A question for the one such thing ("wie is de directeur?"): of what was said before."""

INTRODUCES = re.compile(
    r"^\s*(?:wat|what|was|wie|who|wer)\s+(?:is|zijn|are|ist|sind|doet|does|macht|betekent|means|bedeutet)\s+"
    r"(?!(?:de|het|the|der|die|das|er|dat|it|es)\b)",
    re.IGNORECASE,
)
"""A question that begins something new ("wat is een numerus fixus", "wat is remo")."""

ADVERBS = re.compile(r"\b(?:daar|hier|er)(?:van|voor|over|aan|in|bij|mee|uit|op|toe|door)\b", re.IGNORECASE)
"""Words that stand for a preposition with what was said ("daarover"): beside the topic they say nothing."""


def named_in(text: str, language: Language) -> str:
    """Return the words of a message that name what it is about, without what is asked of that; "" for none."""
    found = (*PROPERTY.finditer(text), *AGE.finditer(text), *ROLE.finditer(text), *TO_BE_DONE.finditer(text))
    asked = {word for match in found for word in match.group(1).split()}
    names = naming(text, language)
    kept = tuple(name for name in names if name not in asked) or names
    verbs = {match.group("verb") for match in ASKING_VERB.finditer(text)}
    kept = tuple(name for name in kept if name not in verbs) or kept
    return " ".join(_whole_names(text, tuple(dict.fromkeys(kept))))


AGE = re.compile(r"\b(?:ben|am|'m|bin)\s+(?:(?:al|nu|pas|net|bijna|now|just|schon|jetzt)\s+)?(\d{2})\b")
"""How old somebody is names nothing."""


ROLE = re.compile(
    r"\b(?:wie|who|wer) (?:is|was|zijn|waren|are|were|ist|war|sind) ([a-zß-ÿ][\w-]+(?: partner)?)(?= (?:van|of|von|bij|at|bei) )",
    re.IGNORECASE,
)
"""What somebody is of something, without an article ("wie is penvoerder van TechOost")."""

TO_BE_DONE = re.compile(
    r"^\s*(?:(?:[Ee]n|[Mm]aar)\s+)?(?:[Ww]\w+|[Hh]oe\w*|[Ss]inds \w+|[Tt]ot \w+|[Dd]oor \w+|[Ii]n welke? \w+)\b[^?.!]*"
    r"\b(?:moet|moeten|moest|kan|kun|kunnen|kon|zal|zullen|wil|wilde|mag|mogen)\b[^?.!]*"
    r"[A-ZÀ-Þ][\w&'’-]*\s+((?!be|ge|her|ont|over|ver|\w{2,4}ge)[a-zà-ÿ]{3,}en)\s*[?!.]*$"
)
"""What is to be done with something that is named just before it, at the end of a Dutch question ("hoeveel studenten moet Beethoven opleveren?").

What was done stays: "waar is TechOost gelanceerd?", and then "wanneer was dat?" asks of that.
"""


def may_lean(text: str, language: Language) -> bool:
    """Say whether a message that seems whole may be about what was said before.

    It has no name of its own, and goes on, has a word that stands for something, asks for the one such thing, or is very short.
    """
    if introduces(text) or has_name(text, language):
        return False
    return is_bound(text) or len(text.split()) <= LONGEST_VAGUE


ASKING_VERB = re.compile(
    r"\b(?:[Ww]at|[Ww]ie|[Ww]aar|[Ww]anneer|[Hh]oe(?:veel)?|[Ww]aarom|[Ww]elke? [\w-]+|[Ww]hich [\w-]+|[Hh]ow many [\w-]+|[Ww]hen|[Ww]hy)\s+(?P<verb>[a-z]+)\s+"
    r"(?:(?:de|het|een|je|ik|we|ze|er|the|an?|bij|in|op|aan)\b|[A-ZÀ-Þ])"
)
"""What stands between a question word and what it is asked of is a verb ("wanneer opende CIVON")."""


def introduces(text: str) -> bool:
    """Say whether a message begins something new ("wat is een numerus fixus")."""
    return INTRODUCES.match(text) is not None


def surely_points(text: str, language: Language) -> bool:
    """Say whether a message has a word that stands for something said before: at its end, or while it names at most one thing."""
    if names_itself(text):
        return False
    if ENDS_POINTING.search(text):
        return True
    return POINTING.search(text) is not None and len(naming(text, language)) <= 1


ENDS_POINTING = re.compile(
    r"\b(?:die|deze|dit|hij|zij|ze|those|these|they|them)(?: (?:zich|dan|nu|ook|nog|wel|zelf|eigenlijk|then|now|too))?\s*[?!.]*$",
    re.IGNORECASE,
)
"""A message that ends with a word for something said: after it no noun and no verb of a clause can come ("op welke sectoren richt die zich?")."""


def without_pointers(text: str) -> str:
    """Return a message without the words that only stand for its topic."""
    left = " ".join(ADVERBS.sub(" ", text).split())
    return left if re.search(r"\w", left) else text


def is_bound(text: str) -> bool:
    """Say whether a message goes on from the one before, or has a word that stands for something said."""
    return any(pattern.search(text) for pattern in (BEGINS, POINTING, POINTERS, OF_WHAT))


def has_name(text: str, language: Language) -> bool:
    """Say whether a message has a name: a word in capitals, or with one that does not begin it (in German all nouns do)."""
    if capitals(text):
        return True
    words = [match.group() for match in WORD.finditer(text)][1:]
    return language is not Language.GERMAN and any(word[:1].isupper() for word in words)


def _whole_names(text: str, names: Sequence[str]) -> list[str]:
    """Return the names with the little words inside one of them ("Twents Fonds voor Vakmanschap")."""
    words = [match.group().strip(".") for match in WORD.finditer(text)]
    found: list[str] = []
    place = 0
    while place < len(words):
        if words[place] not in names:
            place += 1
            continue
        last = place
        if words[place][:1].isupper():
            reach = range(place + 1, min(place + LONGEST_NAME, len(words)))
            inside = [at for at in reach if words[at][:1].isupper()]  # "Twents Fonds", though any fund is one
            last = next((at for at in reversed(inside) if _is_one_name(words[place : at + 1])), place)
        found += words[place : last + 1]
        place = last + 1
    return list(dict.fromkeys(found))


def _is_one_name(words: Sequence[str]) -> bool:
    """Say whether words are one name: with capitals, but for a preposition in it."""
    return all(word[:1].isupper() or word in ("voor", "van", "of", "for", "für", "der") for word in words)
