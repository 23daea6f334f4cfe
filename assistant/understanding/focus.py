"""What a talk is about, message by message, and what a message that goes on may mean: its readings. Pure.

No rule decides here which reading is meant. Each is put to the sources, and the one that they answer most surely wins
(`assistant/writing/hearing`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from assistant.types import Language, Request, Turn
from assistant.understanding.framing import unframed
from assistant.understanding.leaning import (
    BEGINS,
    OF_ANOTHER,
    WORD,
    asks_again,
    leans,
    naming,
    opens,
    points_back,
)
from assistant.understanding.plain import in_full
from assistant.understanding.topic import (
    OF_WHAT,
    introduces,
    may_lean,
    named_in,
    surely_points,
    without_pointers,
)
from knowledge.language.normalisation import fold
from knowledge.language.stopwords import stopwords


class Kind(StrEnum):
    """The ways in which a message may be meant."""

    OWN = "own"
    """As it stands."""
    BESIDE = "beside"
    """Asked of what the talk is about: "hoe lang duurt dat?"."""
    INSTEAD = "instead"
    """The question before it, with what this one names in the place of what that one named: "en bij Deltion?"."""
    INSTEAD_FIRST = "instead_first"
    """The question that began the subject with something else, where the one before it was another."""
    INSTEAD_WITHIN = "instead_within"
    """The question before it with something else, asked of the document of its answer."""
    WITHIN = "within"
    """Asked of the document that the answer before it came from, whose topic need not be repeated."""


@dataclass(frozen=True, slots=True)
class Focus:
    """What a talk is about: the question asked last, as if it stood alone, the words that name its topic, and the whole
    question with which that began."""

    question: str
    names: str
    first: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """One way in which a message may be meant."""

    kind: Kind
    request: Request


def in_words(history: Sequence[Turn], language: Language) -> tuple[Turn, ...]:
    """Return the turns with what the person said in full words and without what stands around it; our own words stay."""
    return tuple(
        replace(turn, text=unframed(in_full(turn.text, language), language)) if turn.role == "user" else turn
        for turn in history
    )


def focus_of(turns: Sequence[Turn], language: Language) -> Focus | None:
    """Return what the talk is about after these turns, None when nothing was named."""
    focus: Focus | None = None
    history = in_words(turns, language)
    for place, turn in enumerate(history):
        if turn.role != "user":
            continue
        after = history[place + 1] if place + 1 < len(history) else None
        reply = after.text if after is not None and after.role == "assistant" else ""
        focus = _after(focus, turn.text, reply, language)
    return focus


def _after(focus: Focus | None, text: str, reply: str, language: Language) -> Focus | None:
    names = named_in(text, language)
    if focus is None:
        return Focus(text, names, text) if names else None
    if CONDITION.match(text):
        return focus
    if is_piece(text, language):
        is_proper = any(not word.islower() and not word[0].isdigit() for word in names.split())
        again = instead(focus.question, text, language)
        return Focus(again, names if is_proper else focus.names, instead(focus.first, text, language))
    if leans(text, language) or (may_lean(text, language) and _mentions(reply, focus.names)):
        return replace(focus, question=beside(text, focus.names, language))
    return Focus(text, names, text) if names else focus


CONDITION = re.compile(
    r"\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?:wat |what |was )?(?:als|if|wenn|falls)\b", re.IGNORECASE
)
"""A message that only adds a condition: the question it is added to stays ("en als ik te laat ben?")."""


def is_piece(text: str, language: Language) -> bool:
    """Say whether a message is a piece of a question, which goes in the place of its like in the one before."""
    is_away = EARLIER.search(text) is not None or LATER.search(text) is not None
    is_bare = _is_bare(text, language) or (is_away and not opens(text, language))
    return asks_again(text, language) or is_bare or OF_ANOTHER.search(text) is not None


def _is_bare(text: str, language: Language) -> bool:
    """Say whether a message is nothing but what it names ("Deltion?", "nee, mbo 3")."""
    return (
        0 < len(text.split()) <= LONGEST_PIECE and not opens(text, language) and bool(naming(text, language))
    )


LONGEST_PIECE = 3


def _mentions(reply: str, names: str) -> bool:
    said = fold(reply)
    found = re.findall(r"\w{3,}", fold(names))
    return any(word in said for word in found)


def meanings_of(request: Request, focus: Focus) -> tuple[Meaning, ...]:
    """Return the ways in which a message of a talk may be meant."""
    text, language = request.question.text, request.language

    def meant(kind: Kind, standalone: str, fresh: str = "") -> Meaning:
        return _meant(request, kind, standalone, focus.names, fresh)

    again = _again(focus.question, text, language)
    if is_piece(text, language):
        found = [meant(Kind.INSTEAD, *again), meant(Kind.INSTEAD_WITHIN, *again)]
        if focus.first != focus.question:
            found.append(meant(Kind.INSTEAD_FIRST, *_again(focus.first, text, language)))
        return tuple(found)
    if OF_WHAT.search(text):  # only who has the very name is the answer
        of_topic = beside(text, focus.names, language)
        return (meant(Kind.BESIDE, of_topic, text), meant(Kind.WITHIN, of_topic, text))
    found = [
        meant(Kind.BESIDE, beside(text, focus.names, language), text),
        meant(Kind.INSTEAD, *again),
        meant(Kind.WITHIN, without_pointers(text)),
    ]
    own = own_of(request)
    return (*found, own) if own is not None else tuple(found)


ENOUGH_NAMES = 2
"""Things that a message names from which nobody left anything out: of 36 such messages in the training talks none did."""


def names_enough(request: Request) -> bool:
    """Say whether a message of a talk can only mean what it says: it stands alone, and names two things or more."""
    text, language = request.question.text, request.language
    return own_of(request) is not None and len(naming(text, language)) >= ENOUGH_NAMES


def own_of(request: Request) -> Meaning | None:
    """Return a message of a talk as it stands, None for one that means nothing by itself."""
    text, language = request.question.text, request.language
    is_part = is_piece(text, language) or OF_WHAT.search(text) is not None
    if is_part or not naming(text, language) or _needs_another(text, language):
        return None
    return _meant(request, Kind.OWN, text, "")


def _meant(request: Request, kind: Kind, standalone: str, topic: str, fresh: str = "") -> Meaning:
    asked = replace(request, standalone_question=standalone, topic=topic, fresh=fresh, wants_more=False)
    return Meaning(kind, asked)


def of_focus(request: Request, about: Sequence[Turn]) -> Request | None:
    """Return a message that means nothing by itself, though it seems whole, as asked of the talk's topic; None for another one."""
    text, language = request.question.text, request.language
    if request.topic or introduces(text) or not _needs_another(text, language):
        return None
    focus = focus_of(about, language)
    if focus is None:
        return None
    return replace(request, standalone_question=beside(text, focus.names, language), topic=focus.names)


def may_go_on(text: str, language: Language) -> bool:
    """Say whether a message of a talk may be about what was said before: all may but those that begin something new."""
    return leans(text, language) or not introduces(text)


def _needs_another(text: str, language: Language) -> bool:
    """Say whether a message means nothing by itself: it points at something, or goes on from the one before."""
    if points_back(text, language) or surely_points(text, language) or OF_WHAT.search(text):
        return True
    return BEGINS.search(text) is not None and not introduces(BEGINS.sub("", text))


def _again(question: str, text: str, language: Language) -> tuple[str, str]:
    """Return a question asked again, and the words that are new in it."""
    again = instead(question, text, language)
    old = frozenset(fold(match.group()) for match in WORD.finditer(question))
    new = (match.group() for match in WORD.finditer(again) if fold(match.group()) not in old)
    return again, f"{text} {' '.join(new)}"


def beside(text: str, names: str, language: Language) -> str:
    """Return a message with the topic that it is asked of: "wie is de directeur van TechOost?", "hoe lang duurt dat, TechOost?"."""
    plain = without_pointers(text).rstrip(" ?!.")
    return f"{plain} {OF[language]} {names}?" if OF_WHAT.match(text) else f"{plain}, {names}?"


OF = {Language.DUTCH: "van", Language.ENGLISH: "of", Language.GERMAN: "von"}


YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s?[-/]\s?(?:19|20)?\d\d)?\b")
LEVEL = re.compile(
    r"\b(?:(?:mbo|niveau|level|nlqf|stufe)[- ]?)?(?<![\d.,])[1-8](?!\d|%|[.,]\d)\b", re.IGNORECASE
)
LETTER = re.compile(r"(?<=[a-z] )[A-Z]\b(?!\.)")
MODE = re.compile(r"\b(?:bol|bbl)\b", re.IGNORECASE)
WAY = re.compile(
    r"\b(?:voltijd|deeltijd|duaal|full-time|part-time|fulltime|parttime|vollzeit|teilzeit)\b", re.IGNORECASE
)
SCHOOLING = re.compile(r"\b(?:v?mbo|hbo|wo|havo|vwo)(?:[- ]?[1-4])?\b(?!-)", re.IGNORECASE)
ALIKE = (YEAR, SCHOOLING, LEVEL, LETTER, MODE, WAY)
"""Things of which a new one takes the place of the old one."""

SHORT_STUDY_YEAR = re.compile(r"(?<![\d/.-])'?(\d\d)\s?[/-]\s?'?(\d\d)(?![\d/.-]|%| ?euro)")
RELATIVE_YEAR = re.compile(
    r"\b(?:dit|volgend|komend|vorig|afgelopen|this|next|last|dieses|nächstes|letztes) (?:school|studie|schul|studien)?(?:jaar|year|jahr)\b",
    re.IGNORECASE,
)
"""A year told from today."""

EARLIER = re.compile(
    r"\bjaar (?:er|daar) ?(?:voor|vóór)\b|\byear before\b|\bjahr (?:davor|zuvor)\b", re.IGNORECASE
)
LATER = re.compile(r"\bjaar (?:(?:er|daar) ?)?na\b|\byear after\b|\bjahr danach\b", re.IGNORECASE)


def instead(question: str, text: str, language: Language) -> str:
    """Return a question with what a message names in the place of its like; what has no like there stands after it."""
    for pattern, away in ((EARLIER, -1), (LATER, 1)):
        if pattern.search(text) and YEAR.search(question):
            return YEAR.sub(partial(_moved, away=away), question)
    relative = RELATIVE_YEAR.search(text)
    if relative is not None:
        return f"{_without_year(question)}, {relative.group()}?"
    stepped = _stepped(question, text)
    new = _as_modes(in_full_years(STEP.sub(" ", text) if stepped != question else text))
    question = stepped
    for pattern in ALIKE:
        found = pattern.search(f"a {new}" if pattern is LETTER else new)
        if found:
            often = 1 if pattern is SCHOOLING else 0  # of "havo ... hbo" the first is where one comes from
            question = pattern.sub(found.group().replace("\\", ""), question, count=often)
    question = _relabelled(question, new)
    question = _after_preposition(question, new)
    little = stopwords(language.value)
    words = [match.group().strip(".") for match in WORD.finditer(BEGINS.sub("", new))]
    rest = [word for word in words if fold(word) not in little and fold(word) not in fold(question)]
    return f"{question.rstrip(' ?!.')}, {' '.join(rest)}?" if rest else question


LABELLED = re.compile(
    r"\b\w*(?P<label>groep|schaal|trede|module|lijn|onderdeel|fase|periode|blok|week|leerjaar|jaar|klas|categorie|bijlage|artikel|kolom|route|variant"
    r"|group|scale|stage|phase|part|line|year|gruppe|stufe|teil|linie)\s+(?P<which>[A-Za-z]|\d{1,2})(?![\w.,%])",
    re.IGNORECASE,
)
"""One of several that differ in a letter or number ("functiegroep E", "module 2")."""


STEP = re.compile(
    r"\b(?:een|één|1|one|eine?|einen)\s+(?P<label>groep|functiegroep|schaal|trede|niveau|module|leerjaar|klas|group|level|scale|step|gruppe|stufe)\s+"
    r"(?P<way>hoger|verder|lager|eerder|higher|up|further|lower|down|höher|weiter|niedriger|tiefer)\b",
    re.IGNORECASE,
)
"""One more or less of what the question has a letter or number of ("één groep hoger")."""
DOWN = frozenset(["lager", "eerder", "lower", "down", "niedriger", "tiefer"])


def _stepped(question: str, text: str) -> str:
    """Return a question with the letter or number of a label one up or down, where a message says so."""
    step = STEP.search(text)
    if step is None:
        return question
    label = step.group("label").casefold()
    found = re.search(rf"\b\w*{re.escape(label)}\s+(?P<which>[A-Za-z]|\d{{1,2}})\b", question, re.IGNORECASE)
    if found is None:
        return question
    which, away = found.group("which"), -1 if step.group("way").casefold() in DOWN else 1
    moved = str(int(which) + away) if which.isdigit() else chr(ord(which) + away)
    start, end = found.span("which")
    return f"{question[:start]}{moved}{question[end:]}" if moved.isalnum() else question


AS_MODES = (
    (
        re.compile(
            r"\b(?:de )?(?:gewone |normale )?(?:school|dag)(?:variant|route|opleiding)\b|\bgewoon (?:naar|op) school\b",
            re.IGNORECASE,
        ),
        "BOL",
    ),
    (
        re.compile(
            r"\b(?:via|met|bij) een baas\b|\bwerkend leren\b|\b(?:leer-?werk|werk)(?:variant|route)\b",
            re.IGNORECASE,
        ),
        "BBL",
    ),
)
"""What people call learning at school and at work."""


def _as_modes(text: str) -> str:
    for pattern, mode in AS_MODES:
        text = pattern.sub(mode, text)
    return text


def _relabelled(question: str, text: str) -> str:
    """Return a question with the letter or number of a message after the same label ("groep j")."""
    for new in LABELLED.finditer(text):
        old = next((one for one in LABELLED.finditer(question) if _label(one) == _label(new)), None)
        if old is not None:
            start, end = old.span("which")
            question = f"{question[:start]}{new.group('which')}{question[end:]}"
    return question


def _label(found: re.Match[str]) -> str:
    return found.group("label").casefold()


AFTER_PREPOSITION = re.compile(
    r"\b(?P<preposition>aan|bij|in|voor|van|met|op|naar|uit|als|at|for|from|to|with|of|on|as|bei|für|von|mit|an|nach|aus|auf)\s+"
    r"(?P<what>(?:(?:de|het|een|the|an?|der|die|das|dem|den|einem?|einer|eine)\s+)?"
    r"(?:[A-ZÀ-Þ][\w&'’-]*(?:\s+(?:(?:van|voor|of|for|für) )?[A-ZÀ-Þ][\w&'’-]*)*|[a-zß-ÿ][\w-]{2,}))"
)
"""A preposition with what stands after it: names with capitals, or an article and a word."""


def _after_preposition(question: str, text: str) -> str:
    """Return a question with what a message names after a preposition in the place of its like after the same one.

    Like are names and names, or words and words with an article: "in Apeldoorn" takes the place of "in Twente".
    """
    for new in AFTER_PREPOSITION.finditer(text):
        like = [one for one in AFTER_PREPOSITION.finditer(question) if _shape(one) == _shape(new)]
        if len(like) == 1:
            start, end = like[0].span("what")
            question = f"{question[:start]}{new.group('what')}{question[end:]}"
    return question


def _shape(found: re.Match[str]) -> tuple[str, bool, bool]:
    """Return by what two prepositional phrases are alike: the preposition, whether a name and whether an article follows."""
    words = found.group("what").split()
    return (
        found.group("preposition").casefold(),
        words[-1][:1].isupper(),
        len(words) > 1 and words[0].islower(),
    )


def _without_year(question: str) -> str:
    """Return a question without its years and the preposition that is left over."""
    return re.sub(r"\s+(?:in|van|voor|from|of|von)?\s*$", "", YEAR.sub("", question).rstrip(" ?!."))


def in_full_years(text: str) -> str:
    """Return a text with study years in full: "26/27" is 2026-2027."""

    def full(match: re.Match[str]) -> str:
        first, second = match.groups()
        return f"20{first}-20{second}" if int(second) == int(first) + 1 else match.group()

    return SHORT_STUDY_YEAR.sub(full, text)


def _moved(year: re.Match[str], away: int) -> str:
    """Return a year, or a study year in full or short ("2025-26"), so many years away."""
    return re.sub(r"\d+", lambda match: str(int(match.group()) + away), year.group())
