"""Two questions in one message: where one ends and the next begins, and what they share. Pure; data: data/thread.yaml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.types import Language
from assistant.understanding.leaning import thread_words

MOST_PARTS = 3
"""More questions than this in one message are answered as one."""

ENDS = re.compile(r"(?<=\?)\s+(?=\S)")
AND = r"(?:en|and|und|maar|but|aber|plus|&)"
FEWEST_WORDS = 2
"""Words of the shortest question ("hoe lang?")."""


def parts_of(text: str, language: Language) -> tuple[str, ...]:
    """Return the questions of a message in order, each with the statements that lead up to it; one for a single question.

    A conjunction divides only before words that open a question ("en hoe lang duurt het"), and only when the words
    before it ask something too.
    """
    sentences = [part.strip() for part in re.split(r"(?<=[?!.])\s+", text.strip()) if part.strip()]
    asked: list[str] = []
    told: list[str] = []
    for sentence in sentences:
        if not asks_something(sentence, language):
            told.append(sentence)
            continue
        first, *others = _divided(sentence, language)
        asked += [" ".join((*told, first)), *others]
        told = []
    if told and asked:
        asked[-1] = " ".join((asked[-1], *told))
    return tuple(asked) if 1 < len(asked) <= MOST_PARTS else (text,)


def asks_something(sentence: str, language: Language) -> bool:
    """Say whether a sentence asks: by its mark, or by how it begins."""
    if FOR_WHAT.match(sentence) and not sentence.endswith("?"):
        return False
    asks = sentence.endswith("?") or _opening(language).search(sentence) is not None
    return asks or len(_divided(sentence, language)) > 1


def asks_who_or_why(part: str) -> bool:
    """Say whether a question asks for a person, an owner or a reason: that records of programmes and places do not know."""
    return WHO_OR_WHY.search(part) is not None


WHO_OR_WHY = re.compile(
    r"\b(?:wie|wiens|waarom|who|whose|why|wer|wem|wessen|warum|wieso)\b(?! (?:viel|lange|hoch|oft)\w*)",
    re.IGNORECASE,
)


def _divided(sentence: str, language: Language) -> list[str]:
    """Return the questions that a conjunction joins."""
    pieces = re.split(rf"[,;]?\s+{AND}\s+(?={_openers(language)}\b)", sentence, flags=re.IGNORECASE)
    if len(pieces) == 1 or any(len(piece.split()) < FEWEST_WORDS for piece in pieces):
        return [sentence]
    after_a_clause = re.search(rf", {_openers(language)}\b", pieces[0], re.IGNORECASE)
    whether = ASKS_WHETHER.match(pieces[0]) and all(WHETHER_TOO.match(piece) for piece in pieces[1:])
    if not (_opening(language).search(pieces[0]) or whether or after_a_clause):
        return [sentence]
    return [piece if piece.endswith("?") else f"{piece.rstrip('.,;')}?" for piece in pieces]


ASKS_WHETHER = re.compile(
    r"(?:heeft|hebben|geeft|geven|biedt|bieden|bestaat|is er|zijn er|has|have|does|do|offers|is there|are there|hat|haben|bietet|gibt es)\b",
    re.IGNORECASE,
)
"""A question that begins with its verb: "Heeft Saxion mechatronica in deeltijd, en is daar een lening voor?"."""

WHETHER_TOO = re.compile(
    r"(?:is|zijn|kan|kun|krijg|mag|moet|heb|bestaat|are|can|do|does|may|must|gibt|kann|darf|muss|bekomme|ist|sind)\b",
    re.IGNORECASE,
)
"""How a further piece of a question of whether begins, for that too to be one."""

FOR_WHAT = re.compile(
    r"(?:(?:dat|die|het) )?(?:heb|moet) ik (?:nodig|invullen|weten|opgeven) (?:voor|bij|op)\b|i need (?:it|that) for\b|(?:das )?brauche ich für\b",
    re.IGNORECASE,
)
"""What somebody needs the answer for: no question ("het croho-nummer? heb ik nodig voor het formulier")."""


@cache
def _opening(language: Language) -> re.Pattern[str]:
    """Match a question that begins, at the start or after a greeting or a clause."""
    return re.compile(rf"(?:^|^\w+,? |: |\b(?:weten|know|wissen),? ){_openers(language)}\b", re.IGNORECASE)


@cache
def _openers(language: Language) -> str:
    return f"(?:{'|'.join(thread_words(language).openers)})"


YEARS = re.compile(
    r"\b(?:in|im|für|voor|for)?\s?(?:(?:het )?(?:studie|school)?jaar )?(?:19|20)\d\d(?:\s?-\s?(?:19|20)?\d\d)?",
    re.IGNORECASE,
)
"""A year with the words that lead up to it."""

PROPERTY = re.compile(
    r"\b(?:hoeveel|welke?|wat (?:is|was|zijn|waren) (?:de|het)|how many|which|what (?:is|was|are|were) the|welche[nrms]?|wie ?viele?"
    r"|was (?:ist|war|sind) (?:der|die|das))\s+(?P<of>[^\W\d_][\w-]{3,})",
    re.IGNORECASE,
)
"""What of something a question asks."""


def ways_of(parts: Sequence[str], place: int) -> tuple[str, ...]:
    """Return the ways to read one of several questions, the likeliest first: with what it shares with the others, and as it is.

    A year that only the last one names holds for all ("wat kost BOL en wat kost BBL in 2025?"); what is asked may stand in the
    first alone ("hoeveel studenten heeft Saxion, en hoeveel Windesheim?").
    """
    part = parts[place]
    if place > 0 and (whole := completed(parts[place - 1], part)):
        return (whole,)
    others = [other for number, other in enumerate(parts) if number != place]
    found = [part]
    year = YEARS.search(parts[-1])
    if year is not None and not any(YEARS.search(other) for other in parts[:-1]) and place < len(parts) - 1:
        found.insert(0, f"{part.rstrip(' ?!.')} {year.group().strip()}?")
    properties = [match.group("of") for other in others if (match := PROPERTY.search(other)) is not None]
    if place > 0 and properties and PROPERTY.search(part) is None:
        found.append(f"{part.rstrip(' ?!.')}, {properties[0]}?")
    return tuple(found)


PREPOSITION = r"(?:bij|voor|in|van|met|op|aan|at|for|of|with|on|bei|für|von|mit|an)"
SHORTENED = re.compile(
    r"^(?:(?:en|and|und) )?(?:\w+ )?(?:hoeveel|welke?|hoe lang|how many|how much|which|wie ?viele?|welche\w*) (?:juist |dan |just |then |gerade )?"
    rf"(?:(?P<at>{PREPOSITION}) (?P<other>[\w-]+(?: [\w-]+)?)|(?P<more>\w{{3,}}er|minder|meer|less|more|weniger|mehr)|(?P<name>(?-i:[A-ZÀ-Þ])[\w&.-]*(?: (?-i:[A-ZÀ-Þ])[\w&.-]*)*))[ ?!.]*$",
    re.IGNORECASE,
)
"""A second question that is no more than what differs from the first: "... en hoeveel bij BBL?", "... en hoeveel kleiner?"."""

ARTICLE = r"(?:(?:de|het|een|the|an?|der|die|das|dem|den) )"
WAY = re.compile(
    r"\b(?:bol|bbl|voltijd|deeltijd|duaal|full-?time|part-?time|vollzeit|teilzeit)\b", re.IGNORECASE
)

COMPARED = re.compile(
    r"\b(?:groter|kleiner|hoger|lager|langer|korter|meer|minder|bigger|smaller|higher|lower|longer|shorter|more|less|fewer"
    r"|größer|grösser|kleiner|höher|niedriger|länger|kürzer|mehr|weniger)\b",
    re.IGNORECASE,
)


def completed(first: str, part: str) -> str:
    """Return a shortened second question in full, in the words of the first; "" for one that is whole or has no place there."""
    match = SHORTENED.match(part.strip())
    if match is None:
        return ""
    if match.group("more"):
        return compared(first, part)
    name = match.group("name")
    like = rf"(?<=\s){NAME}" if name else rf"\b(?i:{match.group('at')}) {ARTICLE}?[\w-]+(?: [A-ZÀ-Þ][\w-]+)*"
    other = name or f"{match.group('at')} {match.group('other')}"
    found = list(re.finditer(like, first))
    if not found and WAY.fullmatch(match.group("other") or ""):
        found, other = list(WAY.finditer(first)), match.group("other")
    if not found:
        return ""
    at = found[-1].span()
    return f"{first[: at[0]]}{other}{first[at[1] :]}"


def compared(first: str, part: str) -> str:
    """Return a question with another comparison ("... en hoeveel juist kleiner?"), "" for a part that is no more than that."""
    match = SHORTENED.match(part.strip())
    if match is None or not match.group("more") or COMPARED.search(first) is None:
        return ""
    return COMPARED.sub(match.group("more"), first, count=1)


NAME = r"(?:(?:[Dd]e|[Hh]et|the|die|der|das) )?[A-ZÀ-Þ][\w&.!-]*(?: (?:(?:van|voor|de|of|für|von) )*[A-ZÀ-Þ0-9][\w&.!-]*)*"
TWO_NAMES = re.compile(
    rf"(?P<one>{NAME})(?: en | and | und |, )(?:(?:bij|van|at|of|von|für|voor) )?(?P<other>{NAME})"
)


def asked_apart(text: str) -> tuple[str, ...]:
    """Return a question about two names as one about each; () for a question that does not name two things side by side."""
    match = next(iter(TWO_NAMES.finditer(text, 1)), None)
    if match is None:
        return ()
    before, after = text[: match.start()], text[match.end() :]
    return (f"{before}{match.group('one')}{after}", f"{before}{match.group('other')}{after}")


DIFFERENCE = re.compile(
    r"\b(?:verschil(?:len)? tussen|differences? between|unterschiede? zwischen)\b", re.IGNORECASE
)
WHAT_IS = {Language.DUTCH: "Wat is {}?", Language.ENGLISH: "What is {}?", Language.GERMAN: "Was ist {}?"}


def told_apart(text: str, language: Language) -> tuple[str, ...]:
    """Return the question for the difference between two names as one for what each of them is; () for another question."""
    names = two_names(text) if DIFFERENCE.search(text) else ()
    return tuple(WHAT_IS[language].format(name) for name in names)


def two_names(text: str) -> tuple[str, ...]:
    """Return the two names that a question has side by side, () when it has not."""
    match = next(iter(TWO_NAMES.finditer(text, 1)), None)
    return () if match is None else (match.group("one"), match.group("other"))
