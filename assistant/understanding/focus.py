"""What a talk is about, message by message, and what a message that goes on may mean: its readings. Pure.

No rule decides here which reading is meant. Each is put to the sources, and the one that they answer most surely wins
(`assistant/writing/hearing`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.types import Language, Request, Turn
from assistant.understanding.framing import unframed
from assistant.understanding.leaning import (
    BEGINS,
    OF_ANOTHER,
    WORD,
    asks_again,
    asks_role,
    leans,
    naming,
    opens,
    points_back,
)
from assistant.understanding.ordinal import by_place
from assistant.understanding.parts import compared
from assistant.understanding.plain import in_full
from assistant.understanding.replacing import AREA, BARE_WHO, EARLIER, LATER, YEAR, instead
from assistant.understanding.story import about_its_name, has_proper_name, told_and_asked
from assistant.understanding.subject import HELD, has_subject, subject_in
from assistant.understanding.that_occupation import with_occupation
from assistant.understanding.topic import (
    OF_WHAT,
    has_name,
    introduces,
    may_lean,
    surely_points,
    without_pointers,
)
from knowledge.language.normalisation import fold


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
    """Return the turns with what the person said in full words and without what stands around it; our own words stay.

    One of several that was meant by its place ("en de derde?") is named, and so is an occupation that is pointed at.
    """
    told: list[Turn] = []
    for turn in history:
        if turn.role != "user":
            told.append(turn)
            continue
        plain = unframed(in_full(turn.text, language), language)
        told.append(replace(turn, text=with_occupation(by_place(plain, told, language), told, language)))
    return tuple(told)


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
    text = about_its_name(text, language) or text
    told, asked = told_and_asked(text, language)
    if leans(asked, language) or (HELD.search(told) and not has_proper_name(asked, language)):
        asked = text
    if has_proper_name(asked, language):
        text = asked  # what was told before it is not what the talk is about
    names = subject_in(text, language)
    if focus is None:
        return Focus(asked, names, asked) if names else None
    if CONDITION.match(text):
        return focus
    if is_piece(text, language):
        is_proper = any(not word.islower() and not word[0].isdigit() for word in names.split())
        again = instead(focus.question, text, language)
        about = _about_again(focus, names, again, language) if is_proper else _with_piece(focus, names, again)
        return Focus(again, about, instead(focus.first, text, language))
    if (
        leans(text, language)
        or leans(_first_of(text), language)
        or (may_lean(text, language) and _mentions(reply, focus.names))
        or _stays(focus, text, reply, language)
        or not has_subject(text, language)
    ):
        return replace(focus, question=beside(text, focus.names, language))
    return Focus(asked, names, asked) if names else focus


def _about_again(focus: Focus, names: str, again: str, language: Language) -> str:
    """Return what a question is about that was asked again of what has a name: where nothing made room for it, of that alone."""
    if not again.startswith(focus.question.rstrip(" ?!.")):
        return subject_in(again, language)
    return f"{focus.names} {names}" if AREA.fullmatch(names) else names


def _with_piece(focus: Focus, names: str, again: str) -> str:
    """Return what a question is about that was asked again with one word more ("en bij basis?"): that too, after what it was about."""
    is_added = again.startswith(focus.question.rstrip(" ?!."))
    return (
        f"{focus.names} {names}" if is_added and len(names.split()) == 1 and names.isalpha() else focus.names
    )


def _stays(focus: Focus, text: str, reply: str, language: Language) -> bool:
    """Say whether a message was answered with what the talk was about by name: it names nothing itself, or who has to do with that."""
    proper = " ".join(word for word in focus.names.split() if not word.islower() and not word.isdigit())
    if not proper or introduces(text):
        return False
    first = reply.partition("\n")[0]
    if not has_name(text, language):
        return _mentions(first, proper)
    is_about_more = len(naming(text, language)) >= ENOUGH_NAMES
    return not is_about_more and _mentions_whole(first, proper)  # "hoeveel gaf OCW", and PCPT-Oost got it


def _mentions_whole(reply: str, names: str) -> bool:
    said = fold(reply)
    found = re.findall(r"\w{2,}", fold(names))
    return bool(found) and all(re.search(rf"\b{re.escape(word)}", said) for word in found)


CONDITION = re.compile(
    r"\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?:(?:wat |what |was )?(?:als|if|wenn|falls)\b"
    r"|(?:ik ben|i am|i'm|ich bin|hij is|zij is|ze is|he is|she is|er ist|sie ist|(?:mijn|my|meine?|onze|our|unsere?) \w+ (?:is|ist))\s+"
    r"(?:(?:nu|pas|al|net|only|now|just|erst|schon)\s+)?\d{2}(?:\s+(?:jaar|jr|years?|jahre?))?(?:\s+(?:oud|old|alt))?\s*[.!]*$)",
    re.IGNORECASE,
)
"""A message that only adds a condition: the question it is added to stays ("en als ik te laat ben?"), or an age ("ik ben 17")."""


def _first_of(text: str) -> str:
    """Return the first question of a message that asks two ("Bij wie vraag ik die aan? Of moet de leerling dat doen?"), else all of it."""
    first, mark, rest = text.partition("?")
    return f"{first}?" if mark and re.search(r"\w", rest) else text


def is_piece(text: str, language: Language) -> bool:
    """Say whether a message is a piece of a question, which goes in the place of its like in the one before."""
    if asks_role(text):
        return False
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
        if PER.search(text):  # of another unit than the question before it: "en per stagiair per week?"
            found.append(
                meant(Kind.BESIDE, beside(f"{HOW_MUCH[language]} {text}", focus.names, language), text)
            )
        if CONDITION.match(text):  # the rule for those of whom it speaks, which need not hold what was asked
            found.append(meant(Kind.WITHIN, BEGINS.sub("", text).strip()))
        has_year = YEAR.search(focus.first) is not None
        if focus.first != focus.question and (has_year or not (EARLIER.search(text) or LATER.search(text))):
            found.append(meant(Kind.INSTEAD_FIRST, *_again(focus.first, text, language)))
        return tuple(found)
    if BARE_WHO.fullmatch(text) and fold(again[0]) != fold(focus.question):
        return (meant(Kind.INSTEAD, *again), meant(Kind.INSTEAD_WITHIN, *again))
    if OF_WHAT.search(text):  # only who has the very name is the answer
        of_topic = beside(text, focus.names, language)
        return (meant(Kind.BESIDE, of_topic, text), meant(Kind.WITHIN, of_topic, text))
    found = [meant(Kind.BESIDE, beside(text, focus.names, language), text)]
    is_new = fold(again[0]).strip(" ?!.") != fold(focus.question).strip(" ?!.")
    if is_new:  # else nothing of the message is asked
        found.append(meant(Kind.INSTEAD, *again))
    found.append(meant(Kind.WITHIN, without_pointers(text)))
    own = own_of(request)
    return (*found, own) if own is not None else tuple(found)


def within(request: Request) -> Meaning:
    """Return a message as it is asked of a document that our answers quoted, whose topic need not be repeated."""
    return _meant(request, Kind.WITHIN, without_pointers(request.question.text), "")


PER = re.compile(r"\b(?:per|pro|je)\s+\w", re.IGNORECASE)
HOW_MUCH = {Language.DUTCH: "hoeveel", Language.ENGLISH: "how much", Language.GERMAN: "wie viel"}


ENOUGH_NAMES = 2
"""Things that a message names from which nobody left anything out: of 36 such messages in the training talks none did."""


GOES_ON = re.compile(
    r"(?<!meer )(?<!minder )(?<!anders )(?<!eerder )(?<!later )(?<!beter )(?<!hoger )(?<!lager )(?<!ouder )(?<!jonger )\bdan\b|\bthen\b|\bdann\b"
    r"|\b(?:hun|their|daarvan|ervan|hiervan|davon|thereof|of that)\b"
    r"|\b(?:about|at|by|for|from|in|into|of|on|to|with) (?:it|them)\s*[?!.]*$",
    re.IGNORECASE,
)
"""By what a message follows from what was said ("hebben we dan de garantie", "put into it"); a "dan" that compares is none."""


def names_enough(request: Request) -> bool:
    """Say whether a message of a talk can only mean what it says: it stands alone, and names two things or more."""
    text, language = request.question.text, request.language
    if GOES_ON.search(text):
        return False
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
    if (
        points_back(text, language)
        or surely_points(text, language)
        or OF_WHAT.search(text)
        or asks_role(text)
    ):
        return True
    return BEGINS.search(text) is not None and not introduces(BEGINS.sub("", text))


def _again(question: str, text: str, language: Language) -> tuple[str, str]:
    """Return a question asked again, and the words that are new in it."""
    again = compared(question, text) or instead(question, text, language)
    old = frozenset(fold(match.group()) for match in WORD.finditer(question))
    new = (match.group() for match in WORD.finditer(again) if fold(match.group()) not in old)
    return again, f"{text} {' '.join(new)}"


def beside(text: str, names: str, language: Language) -> str:
    """Return a message with the topic that it is asked of: "wie is de directeur van TechOost?", "hoe lang duurt dat, TechOost?"."""
    plain = without_pointers(text).rstrip(" ?!.")
    return f"{plain} {OF[language]} {names}?" if OF_WHAT.match(text) else f"{plain}, {names}?"


OF = {Language.DUTCH: "van", Language.ENGLISH: "of", Language.GERMAN: "von"}
