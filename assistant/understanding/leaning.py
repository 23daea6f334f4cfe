"""Which messages lean on what was said before, and what that was about. Pure; data: data/thread.yaml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from assistant.types import Language
from knowledge.data_files import read_data
from knowledge.language.normalisation import fold
from knowledge.language.real_words import real_words
from knowledge.language.soft import is_soft
from knowledge.language.stopwords import stopwords

_DATA = Path(__file__).parent / "data" / "thread.yaml"

WORD = re.compile(r"[\w.]+(?:[-'’&+/][\w.]+)*")
"""A word with what holds it together: "HBO-ICT", "SLIM-regeling", "1.000"."""

POINTERS = re.compile(
    r"\b(?:daar(?:van|voor|over|aan|in|bij|naar|mee|door|na|uit|op|toe)?|hier(?:van|voor|over|aan|in|bij|mee)|"
    r"er(?:voor|van|aan|over|bij|mee|in|uit|op|toe|door|na)|"
    r"zo[’']n(?! \d)|such an?(?= \w+\s*[?.!]*$)|so eine?[nrm]?(?= \w+\s*[?.!]*$)|hoe zit (?:dat|het)|how about that|what about (?:it|that)|dort|dafür|davon|daran|damit|dabei|darin|dazu|darüber)\b",
    re.IGNORECASE,
)
"""Words that mean nothing without something said before."""

BEGINS = re.compile(
    r"^\s*(?:en|maar|of|dus|oh|and|but|or|so|und|aber|oder|also|nee|no|nein)\b", re.IGNORECASE
)
"""Words with which a message goes on from the one before."""

DANGLING = re.compile(
    r"\b(?:er|daar|hier)\b[^?!.]*\s(?:in|aan|mee|over|van|voor|bij|op|uit|na|door|tegen)\s*[?!.]*$",
    re.IGNORECASE,
)
"""A pronominal adverb in two ("wie zitten er namens het bedrijfsleven in?"): what it is about was said before."""

ELLIPSIS = re.compile(
    r"\s*(?:(?:en|and|und) )?(?:welke?|hoeveel|which|how much|how many|wie ?viele?|welche[rs]?) (?:van|voor|bij|in|uit|of|for|from|at|von|für|bei)\b"
    r"(?! (?:zijn|haar|hun|its|their|his|her|seinen?|ihren?)\b)"
    r"(?! (?:(?:die|deze|de|the|these|those|den|diesen) )?(?:twee|2|beide|both|two|them|beiden|zwei|drie|3|three|drei)\b)",
    re.IGNORECASE,
)
"""A question that leaves out what it asks of, since that was said ("en welke van de provincie?")."""

PRONOUNS = re.compile(
    r"\b(?:dat|die|deze|dit|hij|zij|ze|het|that|those|this|these|it|they|das|diese[rsnm]?|jene[rsnm]?|es|er|sie)\b",
    re.IGNORECASE,
)

NAMED_AFTER_BEGINNING = 3
"""A message that goes on from the one before names at most this many things of its own ("en bij Deltion in Zwolle?")."""


@dataclass(frozen=True, slots=True)
class ThreadWords:
    """The data of one language: see thread.yaml."""

    generic: frozenset[str]
    openers: tuple[str, ...]
    more: frozenset[str]
    agreed: frozenset[str]


MOST_REMEMBERED = 1_000
"""Messages and parts of them whose names are remembered: of one question they are asked for a dozen times."""


@lru_cache(maxsize=MOST_REMEMBERED)
def naming(text: str, language: Language) -> tuple[str, ...]:
    """Return the words of a message that say what it is about, as written: no stop words, no generic ones."""
    generic = thread_words(language).generic
    found = (match.group().strip(".") for match in WORD.finditer(text))
    return tuple(word for word in found if word and not _is_empty(word, generic, language))


def _is_empty(written: str, generic: frozenset[str], language: Language) -> bool:
    if ABBREVIATION.match(written):
        return False
    if YEAR.fullmatch(written):
        return True
    word = fold(written)
    is_little = word in stopwords(language.value) or word in generic or is_soft(word, language.value)
    return is_little or POINTERS.fullmatch(word) is not None or (len(word) == 1 and not word.isdigit())


def capitals(text: str) -> tuple[str, ...]:
    """Return the parts of the words of a text that are written in capitals: "SLIM" of "SLIM-regeling"."""
    parts = (part for match in WORD.finditer(text) for part in JOINTS.split(match.group()))
    return tuple(part for part in parts if ABBREVIATION.fullmatch(part))


JOINTS = re.compile(r"[-/’']")
"""What stands between the parts of a word."""

YEAR = re.compile(r"(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?")
"""A year or study year: it says when, and names nothing."""

ABBREVIATION = re.compile(r"[A-Z][A-Z0-9&+]+(?![a-z])")
"""A name in capitals, which may be spelled like an everyday word ("STAP", "SLIM")."""


@lru_cache(maxsize=MOST_REMEMBERED)
def leans(text: str, language: Language) -> bool:
    """Say whether a message needs what was said before: it names nothing, goes on from it, or points at it."""
    names = naming(text, language)
    if asks_role(text):
        return True
    if names_itself(text):
        return False
    if DANGLING.search(text) or (ELLIPSIS.match(text) and len(text.split()) <= LONGEST_BARE + 1):
        return True
    if not names or (POINTERS.search(text) and len(names) < WHOLE):
        return True
    has_pronoun = _has_pronoun(text, names)
    if BEGINS.search(text) and len(names) <= NAMED_AFTER_BEGINNING:
        return has_pronoun or len(text.split()) <= LONGEST_BARE or not opens(text, language)
    return has_pronoun and len(names) == 1 and len(text.split()) <= LONGEST_POINTING


def names_itself(text: str) -> bool:
    """Say whether a message names first what its question then points at ("en TechYourFuture, welke scholen doen daar mee?")."""
    if NAMES_ITSELF.match(text) is not None:
        return True
    begins = NAME_BEGINS.match(text)
    name = fold(begins["name"]) if begins is not None else ""
    return bool(name) and not any(name in real_words(language.value) for language in Language)


_ASKING = (
    r"(?:wie|wat|waar|wanneer|welke?|hoe\w*|sinds|who|what|where|when|which|how|wer|was|wo|wann|wie|seit)\b"
)
NAMES_ITSELF = re.compile(
    rf"\s*(?!(?i:ok|oke|oké|ja|nee|yes|no|nein)\b)(?:(?:(?i:en|maar|and|but|und|aber))\s+(?:(?i:de|het|the|der|die|das)\s+)?[A-ZÀ-Þ]|(?=\S*[a-zà-ÿ0-9]?[A-ZÀ-Þ]{{2}}|[A-ZÀ-Þ][a-zà-ÿ]+[A-ZÀ-Þ]))"
    rf"[\w&'’-]*(?:\s+(?:(?:van|voor|of|for|de|der|von)\s+)?[A-ZÀ-Þ][\w&'’-]*)*\s*,\s+(?i:{_ASKING})"
)
"""A name with a capital, a comma and a question; at the beginning of a message the name has a capital within it."""

NAME_BEGINS = re.compile(
    rf"\s*(?P<name>[A-ZÀ-Þ][\w&'’-]*)(?:\s+(?:(?:van|voor|of|for|de|der|von)\s+)?[A-ZÀ-Þ][\w&'’-]*)*\s*,\s+(?i:{_ASKING})"
)
"""The same at the beginning of a message, where an everyday word has a capital too ("Saxion, hoeveel ...", "Mooi, hoeveel ...")."""


def asks_role(text: str) -> bool:
    """Say whether a message asks for a role, or who does something, and says of nothing ("wie is trekker?", "penvoerder", "wie beslist").

    It is asked of what the talk is about.
    """
    return _roles().fullmatch(text) is not None or WHO_DOES.fullmatch(text) is not None


WHO_DOES = re.compile(
    r"\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?:wie|who|wer)\s+(?!(?:is|was|zijn|waren|ben|bent|are|were|ist|war|sind|viele?|lange|hoch|alt|oft)\b)[a-zß-ÿ]{3,}"
    r"(?:\s+(?:dat|dit|die|het|er|dan|nu|uit|over|that|this|it|then|das|es|dort))*\s*[?!.]*",
    re.IGNORECASE,
)
"""Who does something, of nothing that is named ("wie beslist?", "wie trekt het nu")."""


@cache
def roles_known() -> tuple[str, ...]:
    """Return the words for what somebody is of something ("directeur"), in three languages."""
    return tuple(read_data(_DATA)["roles"])


@cache
def _roles() -> re.Pattern[str]:
    roles = "|".join(map(re.escape, roles_known()))
    asking = r"(?:(?:wie|wat|who|what|wer|was) (?:is|was|zijn|waren|are|were|ist|war|sind)(?: (?:er|daar|hier|dan|nu|toen|there|then|now|dort|jetzt|damals))*\s+)?"
    little = r"(?:(?:de|het|een|the|a|der|die|das|ein|eine)\s+)?"
    return re.compile(
        rf"\s*(?:(?:en|maar|and|but|und|aber)\s+)?{asking}{little}(?:{roles})(?:\s+(?:er|daar|hier|dan|nu|toen|ervan|daarvan|then|now|there|dort|davon))*\s*[?!.]*",
        re.IGNORECASE,
    )


WHOLE = 2
"""With this many things named, a word like "daarvoor" points at one of them."""

LONGEST_BARE, LONGEST_POINTING = 4, 6
"""Words of a message that goes on from the one before without a pronoun ("en welke bij Deltion?"), and with one
("kan dat bij Saxion?")."""


def _has_pronoun(text: str, names: Sequence[str]) -> bool:
    """Say whether a pronoun stands for something: before a name it is an article ("het mbo")."""
    following = (text[match.end() :].split() for match in PRONOUNS.finditer(text))
    return any(
        not words or WORD.match(words[0]) is None or words[0].strip("?!.,") not in names
        for words in following
    )


def has_pronoun(text: str, language: Language) -> bool:
    """Say whether a message has a word that stands for something."""
    return _has_pronoun(text, naming(text, language))


def opens(text: str, language: Language) -> bool:
    """Say whether a message that goes on from the one before asks a whole question by itself."""
    rest = fold(BEGINS.sub("", text, count=1)).strip(" ,")
    return _openers(language).match(rest) is not None


@cache
def _openers(language: Language) -> re.Pattern[str]:
    """Return one pattern for all openers of a language: there are sixty, and each message of a talk is asked for them."""
    return re.compile("|".join(rf"(?:{opener}\b)" for opener in thread_words(language).openers))


def points_back(text: str, language: Language) -> bool:
    """Say whether a message points at something that it does not name: with a word ("daarvan", "dat"), or by going on."""
    if names_itself(text):
        return False
    names = naming(text, language)
    is_pointing = (POINTERS.search(text) is not None and len(names) < WHOLE) or (
        not names and _has_pronoun(text, names)
    )
    return is_pointing or (not names and BEGINS.search(text) is not None)


PROPERTY = re.compile(
    r"\b(?:wie|who|wer|wat|what|was) (?:is|was|zijn|waren|are|were|ist|war|sind) (?:de|het|the|der|die|das) ([\w-]+)"
    r"(?= (?:van|of|von|bij|at|bei|voor|for|für|op|on|auf)\b)",
    re.IGNORECASE,
)
"""What of something is asked ("de manager van CIVON"): the talk is about the thing, not about what was asked of it."""

OF_ANOTHER = re.compile(
    r"^\s*(?:en|and|und)\s+(?:de|het|the|der|die|das)\s+[\w-]+\s+(?:van|of|von|bij|at|bei)\s+(?:(?:de|het|the|der|die|das)\s+)?[A-Z]"
)
"""Something else asked of something else ("en de manager van CIVON?"): that is a question by itself."""


OF_SOMEBODY = re.compile(
    r"^\s*(?:en|maar|and|but|und|aber)\s+(?:aan|bij|voor|met|als|van|uit|in|op|to|at|for|with|as|of|from|in|on|bei|für|mit|als|von|aus|auf)\s+"
    r"(?:(?:de|het|een|iemand|the|an?|der|die|das|dem|den|einem?|einer|eine)\s+)?(?!(?:dat|die|deze|that|this|das|diese|deeltijd|voltijd|part-time|full-time|teilzeit|vollzeit)\b)[^\W\d_][\w-]{2,}(?:\s+[A-ZÀ-Þ0-9][\w-]*)?\s*[?!.]*$",
    re.IGNORECASE,
)
"""The earlier question for somebody or something else, after a preposition ("en aan een werkgever?")."""


def asks_again(text: str, language: Language) -> bool:
    """Say whether a message asks the earlier question of something else ("en Basis?"): it goes on, names, and asks nothing itself."""
    if ELLIPSIS.match(text):
        return True
    if OF_ANOTHER.search(text):
        return False
    if OF_SOMEBODY.match(text) and not opens(text, language):
        return True
    if not BEGINS.search(text) or not naming(text, language) or opens(text, language):
        return False
    return len(text.split()) <= LONGEST_POINTING and POINTERS.search(text) is None


def continues(text: str, language: Language) -> bool:
    """Say whether a message goes on from the one before: it leans on it, or is a piece of a sentence ("alleen in Zwolle")."""
    return leans(text, language) or (len(text.split()) <= LONGEST_POINTING and not opens(text, language))


def asks_more(text: str, language: Language) -> bool:
    """Say whether a message asks for more of the same and names nothing."""
    return _bare(text) in thread_words(language).more


def says_yes(text: str, language: Language) -> bool:
    """Say whether a message is a yes and no more."""
    return _bare(text) in thread_words(language).agreed


def _bare(text: str) -> str:
    return re.sub(r"^(?:en|and|und) ", "", " ".join(re.findall(r"\w+", fold(text))))


@cache
def thread_words(language: Language) -> ThreadWords:
    """Return the data of one language."""
    raw = read_data(_DATA)[language.value]
    return ThreadWords(
        frozenset(fold(word) for word in raw["generic"]),
        tuple(raw["openers"]),
        frozenset(_bare(text) for text in raw["more"]),
        frozenset(_bare(text) for text in raw["agreed"]),
    )
