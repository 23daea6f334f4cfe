"""What somebody tells before they ask ("Ik begeleid mensen die van baan wisselen. Sinds wanneer ...?"). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.types import Language
from assistant.understanding.leaning import POINTERS, capitals, has_pronoun, leans, naming, opens
from assistant.understanding.parts import asks_something
from knowledge.language.normalisation import fold
from knowledge.language.real_words import level_in

SENTENCES = re.compile(r"(?<=[?!.…])\s+|\n+")
LIMITS = re.compile(
    r"\d|\b(?:alleen|enkel|behalve|geen|niet|nooit|only|except|not?|never|nur|außer|kein\w*|nicht|nie)\b",
    re.IGNORECASE,
)
"""Words of a story that limit what is asked after it: a number, a year, an exception."""

NAMED = re.compile(r"(?<=[\w,;:] )(?-i:[A-ZÀ-Þ])[\w&.-]+")
"""A word with a capital within a sentence: a name."""

SPEAKER = frozenset(["I", "Ich"])


def story_before(text: str, language: Language, familiar: Iterable[str]) -> tuple[str, str]:
    """Return what a message tells and the one question that it ends with; ("", the text) where it has no such order.

    A story with a number, an exception or a name other than the `familiar` ones limits the question, and so does any story
    before a question that leans on it: these stay together. A familiar name limits one that names nothing.
    """
    story, asked = told_and_asked(text, language)
    known = {name.casefold() for name in (*familiar, *naming(asked, language))}
    named = {name.casefold() for name in _proper_names(story, language)}
    limits = LIMITS.search(story) is not None or bool(named - known)
    if limits or (named and not has_proper_name(asked, language)) or leans(asked, language):
        return "", text
    return story, asked


def told_and_asked(text: str, language: Language) -> tuple[str, str]:
    """Return the sentences of a message that tell, and the one behind them that asks; ("", the text) for another order."""
    sentences = [one.strip() for one in SENTENCES.split(text.strip()) if one.strip()]
    told, asked = sentences[:-1], sentences[-1:]
    if (
        not told
        or not asks_something(asked[0], language)
        or any(asks_something(one, language) for one in told)
    ):
        return "", text
    return " ".join(told), asked[0]


def without_asking_name(text: str) -> str:
    """Return a message without the question for the name of what it tells of ("... iets met robots. Welke is dat?"), "" for any other."""
    found = ASKS_ITS_NAME.search(text)
    return text[: found.start()].strip() if found is not None else ""


ASKS_ITS_NAME = re.compile(
    r"(?<=[.?!,])\s+(?:en |and |und )?(?:"
    r"welke? (?:is|zijn) (?:dat|die|het)|hoe (?:heet|heten) (?:dat|die|het|deze|ze|hij|zij)(?: \w+)?|wat is (?:dat|die)"
    r"|which (?:one )?(?:is|are) (?:that|it|they|those)|what(?:'s| is| are) (?:it|that|they|those) called|what is its name"
    r"|welche[rs]? (?:ist|sind) (?:das|die)|wie hei(?:ß|ss)(?:t|en) (?:er|sie|das|der|die)"
    r")\s*[?.!]*\s*$",
    re.IGNORECASE,
)
"""A question for the name of a thing that the sentence before it describes: naming it answers both."""


def alone(text: str, language: Language) -> tuple[str, ...]:
    """Return how a message of a talk may be asked as if nothing was said before it, () for one that may need what was said.

    Without the word with which it goes on it asks a whole question that points at nothing and has a name; so may the question
    that stands behind what it tells, and what a name that is put in front makes clear ("en TechForFuture, met hoeveel groepen
    werkte het?").
    """
    rest = GOES_ON.sub("", text, count=1)
    fronted = FRONTED.match(rest)
    if fronted is not None and _asks_of_it(fronted["asked"], language):
        return (f"{fronted['asked'].rstrip(' ?!.')}, {fronted['name']}?",)
    asked = (rest, SENTENCES.split(rest.strip())[-1])
    return tuple(dict.fromkeys(whole for one in asked if (whole := _whole(one, language))))


def _asks_of_it(text: str, language: Language) -> bool:
    """Say whether a question asks something of the name before it, not only how that is with what was asked before."""
    return opens(text, language) and bool(naming(text, language)) and POINTERS.search(text) is None


def _whole(text: str, language: Language) -> str:
    is_whole = opens(text, language) or (text.endswith("?") and len(text.split()) >= FEWEST_OF_A_QUESTION)
    if not is_whole or leans(text, language) or has_pronoun(text, language) or POINTERS.search(text):
        return ""
    return f"{text[:1].upper()}{text[1:]}" if has_proper_name(text, language) else ""


FRONTED = re.compile(
    r"^(?P<name>(?:(?:de|het|the|der|die|das) )?(?-i:[A-ZÀ-Þ])[\w.-]+(?: [\w.-]+){0,3}), (?P<asked>\w.+)$"
)
"""A name that stands before the question that is asked of it."""


FEWEST_OF_A_QUESTION = 5
"""Words from which a message that does not begin with an asking word may be a whole question ("als we ..., is dat dan ...?")."""

GOES_ON = re.compile(r"^\s*(?:(?:en|maar|and|but|und|aber|oh|ok[eé]?)\b[\s,]*)+", re.IGNORECASE)


def has_proper_name(text: str, language: Language) -> bool:
    """Say whether a sentence has a name: a word with a capital behind its first, or one in capitals."""
    return bool(capitals(text)) or bool(_proper_names(text, language))


def _proper_names(text: str, language: Language) -> list[str]:
    """Return the words with a capital within sentences; of German those that are no German word."""
    found = [name.strip(".") for name in NAMED.findall(text) if name not in SPEAKER]
    if language is not Language.GERMAN:
        return found
    return [name for name in found if level_in(fold(name), language.value) is None]


def about_its_name(text: str, language: Language, known: Iterable[str] = ()) -> str:
    """Return the question that a story ends with, about the name that it asks of, for a message that is refused with its story; "" for none.

    Such a question is of the thing with the name, whoever asks it: "I moved here for a job and keep seeing TechYourFuture. What is
    it?" is what TechYourFuture is. One for what somebody may, gets or has to pay depends on the story. `known` are names that may be
    typed in small letters.
    """
    story, asked = _split(text, language)
    if not story or PERSONAL.search(asked):
        return ""
    points = POINTS_AT_IT.search(asked)
    if has_proper_name(asked, language):
        return "" if points or POINTERS.search(asked) else asked
    names = (*_proper_names(story, language), *capitals(story), *_said(known, story))
    if not names and not points and not LIMITS.search(story) and not leans(asked, language):
        return asked
    latest = max(names, key=story.rfind, default="")
    if not latest or points is None:
        return ""
    return f"{asked[: points.start()]}{latest}{asked[points.end() :]}"


def _said(known: Iterable[str], story: str) -> Iterator[str]:
    """Yield the known names that a story has as whole words, as it has them."""
    plain = story.lower()
    for name in known:
        if name.lower() in plain and (
            found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", story, re.IGNORECASE)
        ):
            yield found.group()


def _split(text: str, language: Language) -> tuple[str, str]:
    """Return what a message tells and the one question behind it, also behind a colon or the clause that says who asks; ("", text) for none."""
    sentences = [one.strip() for one in STORY_ENDS.split(text.strip()) if one.strip()]
    told, asked = sentences[:-1], sentences[-1:]
    if told and not any(asks_something(one, language) for one in told if one.endswith("?")):
        return " ".join(told), asked[0]
    match = WHO_ASKS.match(text) or LAST_CLAUSE.match(text.strip())
    return (match["told"], match["asked"]) if match is not None else ("", text)


STORY_ENDS = re.compile(r"(?<=[?!.…])\s+|\n+|(?<=\w):\s+|\s+[-–—]\s+")
"""What stands between what is told and what is asked; a colon too ("Voor mijn verslag: hoeveel ...")."""

ASKING_WORD = (
    r"(?:wat|welke?|hoeveel|hoe|waar(?:om)?|wanneer|wie|sinds wanneer|tot wanneer|what|which|how|where|when|who|since when"
    r"|was|welche[rsn]?|wie ?viele?|wie|wo|wann|wer|seit wann|bis wann)"
)
WHO_ASKS = re.compile(
    r"(?P<told>(?:hi|hoi|hallo|hey|yo|ja)?,?\s*(?:(?:even|just|kurz)\b.{0,40}|(?:ik|wij|we|i|ich|wir) (?:ben|werk|zijn|woon|zit|am|work|are|live|read|hear|bin|arbeite|sind|wohne)\b[^?]{2,80}?"
    r"|i'?m\b[^?]{2,80}?|(?:voor|for|für) (?:een |mijn |m'n |a |my |ein(?:en?)? |meine?n? )[^?,]{2,50}))(?:,\s+|\s+)"
    rf"(?P<asked>{ASKING_WORD}\b.+)",
    re.IGNORECASE,
)
"""Somebody who says first who they are, or what they ask for, in the sentence of the question."""

LAST_CLAUSE = re.compile(rf"(?P<told>.{{15,}}),\s+(?P<asked>{ASKING_WORD}\b[^,]{{3,60}})$", re.IGNORECASE)
"""A short question that stands behind the last comma of a message without full stops."""

PERSONAL = re.compile(
    r"\b(?:mag|kan|kun|kom|moet|krijg|krijgt|heb|betaal|betaalt|may|can|could|do|should|am|darf|kann|muss|bekomme|bekommt|zahle)\s+"
    r"(?:ik|je|jij|hij|zij|ze|we|wij|die|mijn|onze|i|we|he|she|they|my|our|ich|er|sie|wir|mein\w*)\b|\b(?:ik|mij|me|ons|i|me|us|ich|mir|mich|uns|mijn|m'n|onze|my|our|mein\w*|unser\w*)\b",
    re.IGNORECASE,
)
"""What somebody may, gets or has to: the rules decide that with what they tell of themselves."""

POINTS_AT_IT = re.compile(
    r"(?<!\w)(?:dat|die|het|deze|dit|it|that|this|they|das|es|sie|der|die)(?!\w)(?!\s+(?!hier\b|daar\b|here\b|dann\b|there\b)(?:mbo|hbo|[a-zà-þ]{4,}))",
    re.IGNORECASE,
)
"""A word of the question that stands for the thing with the name, and is no article."""
