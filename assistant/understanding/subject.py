"""What a question is about, apart from what is asked of it: "vragen" of "hoeveel vragen heeft het examen VCA VOL?" is no part of it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.types import Language
from assistant.understanding.leaning import leans, naming, opens
from assistant.understanding.replacing import AREA
from assistant.understanding.story import SENTENCES, has_proper_name, told_and_asked
from assistant.understanding.topic import is_bound, may_lean, named_in
from knowledge.language.months import MONTHS
from knowledge.language.normalisation import fold


@dataclass(frozen=True, slots=True)
class Topic:
    """What a talk is about: the message that said so, and the words in it that name it."""

    message: str
    names: str


def topic_of(earlier: Sequence[str], language: Language) -> Topic | None:
    """Return what the newest earlier message that stands on its own is about, None without one.

    One that asks something of what was said counts only when no other one stands on its own.
    """
    spoken = [(text, _spoken(text, language)) for text in earlier]
    whole = [(text, own) for text, own in spoken if naming(text, own) and not leans(text, own)]
    whole = [(text, own) for text, own in whole if has_subject(text, own)] or whole
    sure = [(text, own) for text, own in whole if not _is_of_something(text, own)]
    text, language = next(reversed(sure or whole), ("", language))
    if not text:
        return None
    return Topic(text, subject_in(text, language))


HOW_MANY = re.compile(
    r"\b(?:hoeveel|how many|how much|wie ?viele?)\s+(?P<asked>(?:(?:extra|andere|nieuwe|more|other|weitere|neue|miljoen|million|millionen)\s+)*[a-zà-ÿA-ZÄÖÜ][\w-]*)",
    re.IGNORECASE,
)
"""What is counted."""

OF_WHICH = re.compile(
    r"\b(?:in|op|bij|aan|uit|met|tot|vanaf|voor|van|at|on|to|from|with|of|by|an|bei|auf|aus|mit|bis|ab)\s+"
    r"(?:welke?|wat voor|which|what|welche[rsnm]?)\s+(?P<asked>(?:andere\s+|other\s+|anderen?\s+)?[\w-]+)",
    re.IGNORECASE,
)
"""Of which kind a thing about the subject is asked: "in welk gebouw", "op welke dag"."""

WHICH_ONE = re.compile(
    r"\b(?:welke?|which|what|welche[rsnm]?)\s+(?P<asked>(?:andere\s+|other\s+|anderen?\s+)?(?:"
    r"hogescho\w+|scho\w+|universit\w+|instelling\w*|organisati\w+|gemeenten?|provincies?|sta[dt]\w*|plaats\w*|dag\w*|jaar|jaren|datum|vak(?:ken)?|niveaus?|taal|talen|leeftijd|papier\w*"
    r"|universities|schools?|cities|city|towns?|subjects?|levels?|languages?|years?|days?|organi[sz]ations?"
    r"|hochschule\w*|städte|ort|orte|fächer|fach|stufe|sprache|tag|gemeinden?|organisation\w*)(?:\s+(?:of applied sciences))?)\b",
    re.IGNORECASE,
)
"""The like without a preposition, where it is never itself what a talk is about."""

PERSON = re.compile(
    r"\b(?:onze|mijn|my|our|meine?|unsere?)\s+(?P<asked>zoon|dochter|zus|broer|kind|man|vrouw|vriend|vriendin|son|daughter|sister|brother|child|sohn|tochter|schwester|bruder|kind)\b",
    re.IGNORECASE,
)
"""For whom is asked."""

HELD = re.compile(
    r"\b(?:hebt?|heeft|met|zonder|with|without|mit|ohne|have|has|got|habe|hast|hat|doet|doe|zit op(?: de| het)?)\s+(?:(?:een|een dutch|a|an|ein(?:en)?|dutch|het|de)\s+)*"
    r"(?P<asked>(?:havo|vwo|vmbo|mbo|hbo|abitur)(?:-?diploma|-?bachelor|-?niveau|-?[1-4])?\b(?:[ -](?:\d|[nec]&?[tgm]|basis|kader|tl|gl|diploma|bachelor|(?:met|with|mit) [^.,?!]+)\b)*)",
    re.IGNORECASE,
)
"""What somebody has, which their question is asked with, not of."""

ASKING_VERB = re.compile(
    r"\b(?:[Ww]elke? [\w-]+|[Ww]hich [\w-]+|[Ww]elche[rsnm]? [\w-]+)\s+(?P<asked>biedt|bieden|geeft|geven|heeft|bietet|bieten|hat|offers?|has|gives?)\b"
)
RUNS = re.compile(
    r"\b(?:does|do|did)\b[^?.!]*\s(?P<asked>run|runs|last|start|begin|end|cost|take|pay|give|get|apply|need|exist|work|mean)\s*[?!.]*$"
)
"""The verb at the end of an English question ("until when does SLIM run?")."""

AGED = re.compile(
    r"\b(?P<asked>\d{2})(?:\s+(?:jaar|years?|jahre?)(?:\s+(?:oud|old|alt))?)?\s+(?:ben|bent|is|am|bin|ist)\b",
    re.IGNORECASE,
)
"""How old somebody is ("als ik 25 ben")."""

MONTH = re.compile(
    rf"\b(?P<asked>{'|'.join(name for names in MONTHS.values() for name in names)})\b", re.IGNORECASE
)

DONE = re.compile(
    r"(?:\b(?:ben|bent|is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|are|were|been|sind|ist|war|wurden?|wird)\b[^?.!]*"
    r"\s(?P<done>(?:ge|in|aan|op|uit|af|be|ver|ont|her|er|ent|an|auf|ein)\w{2,}(?:d|t|en))"
    r"|\b(?:moet|moeten|moest|kan|kun|kunnen|kon|mag|mogen|mocht|wil|zal|zullen|kann|muss|darf|soll)\b[^?.!]*\s(?P<to_do>[a-zß-ÿ]{3,}en))\s*[?!.]*$",
    re.IGNORECASE,
)
"""What was done or is to be done, at the end of a question: it may be part of what a talk is about, and is not all of it."""

TOO_LITTLE = frozenset(
    [
        "techniek",
        "technische",
        "technology",
        "technik",
        "ict",
        "it",
        "bouw",
        "bol",
        "bbl",
        "nederland",
        "netherlands",
        "niederlande",
        "oost-nederland",
        "uwv",
    ]
)
"""Fields, ways of learning, countries and authorities that say too little by themselves."""

NOT_ITSELF = (AGED, MONTH, HOW_MANY, OF_WHICH, WHICH_ONE, PERSON, HELD, ASKING_VERB, RUNS)


def subject_in(text: str, language: Language) -> str:
    """Return the words of a message that name what it is about, without what is asked, for whom, and what they have; "" for none.

    Of a story only the sentences with a name count, where the question behind it has none itself. Where nothing else is left, what
    is asked is what it is about ("hoeveel studenten zijn er?").
    """
    names, kept = _named(text, language)
    return " ".join(dict.fromkeys(kept if _says_more(kept) else names))


def has_subject(text: str, language: Language) -> bool:
    """Say whether a message names more than what it asks, for whom, and what they have."""
    done = {fold(match["done"] or match["to_do"]) for match in DONE.finditer(text)}
    return _says_more([name for name in _named(text, language)[1] if fold(name) not in done])


def _named(text: str, language: Language) -> tuple[list[str], list[str]]:
    """Return the words of a message that name something, and those of them that name what it is about."""
    sentences = _telling(text, language)
    names = [word for sentence in sentences for word in named_in(sentence, language).split()]
    asked = {
        fold(word)
        for sentence in sentences
        for pattern in NOT_ITSELF
        for match in pattern.finditer(sentence)
        for word in re.split(r"[^\w.&'’-]+", match["asked"])
    }
    names = [name for name in names if fold(name) not in INTERROGATIVES]
    return names, [name for name in names if fold(name) not in asked]


INTERROGATIVES = frozenset(
    [
        "hoeveel",
        "hoelang",
        "hoe",
        "wat",
        "wie",
        "waar",
        "waarom",
        "wanneer",
        "welk",
        "welke",
        "how",
        "what",
        "who",
        "where",
        "why",
        "when",
        "which",
        "wieviel",
        "was",
        "wer",
        "wo",
        "warum",
        "wann",
    ]
)
"""Words that ask: at the beginning of a second sentence they have a capital as names do."""


def _says_more(names: Sequence[str]) -> bool:
    return any(
        not name.isdigit() and fold(name) not in TOO_LITTLE and AREA.fullmatch(name) is None for name in names
    )


def _telling(text: str, language: Language) -> Sequence[str]:
    """Return the sentences of a message that may name what it is about."""
    story, asked = told_and_asked(text, language)
    if not story:
        return (text,)
    told = [one for one in SENTENCES.split(story) if one.strip()]
    named = [one for one in told if has_proper_name(one, language)]
    if has_proper_name(asked, language):
        return (asked,)
    return (*(named or told), *((asked,) if naming(asked, language) else ()))


def _is_of_something(text: str, language: Language) -> bool:
    """Say whether a message names at most one thing, and that of something else: "wie is de directeur?"."""
    return len(naming(text, language)) <= 1 and may_lean(text, language) and is_bound(text)


def _spoken(text: str, language: Language) -> Language:
    """Return the language that a message is in: that of the talk, unless it begins like a question of another one."""
    others = [other for other in Language if other is not language]
    return next((one for one in (language, *others) if opens(text, one)), language)
