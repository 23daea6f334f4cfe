"""Goes back in a talk to what it was about before ("terug naar mijn studiekeuze: ..."), or on to something else. Pure; data: data/going_back.yaml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from assistant.types import Language, Question, Turn
from assistant.understanding.leaning import leans, naming
from assistant.understanding.story import PERSONAL
from assistant.understanding.topic import may_lean
from knowledge.data_files import read_data
from knowledge.language.normalisation import fold

DATA = Path(__file__).parent / "data" / "going_back.yaml"

STEM = 5
"""Letters of a word by which it is known again: "studie" in "studies"."""

LEAST_SUBJECTS = 2
"""Subjects of a talk in which there is one to go back to."""

ENOUGH = 0.5
"""Share of the words of a thing that a subject has to have."""

OF_OURS = 0.5
"""What a word counts that only our answer has, beside one that the person said."""


@dataclass(frozen=True, slots=True)
class Back:
    """A message that goes back: the thing it names, and what it asks of that ("" for nothing)."""

    thing: str
    asked: str
    is_sure: bool
    """Whether its words can mean nothing else; "nog iets over ..." may begin something new."""


def going_back(question: Question, language: Language) -> Question:
    """Return a message that goes back to an earlier subject ("terug naar mijn studiekeuze: ...") as what it asks, in the talk up to there.

    The subject is the first or the one before the last. A message that names its subject in words of the talk keeps them, and is asked right
    behind it; any other question comes back as it is, and one whose subject is not found.
    """
    back = back_to(question.text)
    if back is None:
        return question
    subjects = subjects_of(question.history, language)
    named = _named_at(back, subjects, language)
    if named is not None:
        return replace(question, history=_up_to(subjects, named)) if back.is_sure else question
    meant = _meant(back, subjects)
    if meant is None:
        return question
    return replace(question, text=back.asked or question.text, history=meant)


def going_elsewhere(question: Question, language: Language) -> Question:
    """Return a message that says that it is about something else ("Dan iets anders. ...") without those words, and as the first of a talk
    where it stands alone and asks nothing of somebody's own; any other question as it is.
    """
    found = _patterns().anew.match(question.text)
    rest = question.text[found.end() :].strip(" ,.:;!–-") if found is not None else ""
    if not re.search(r"\w", rest):
        return question
    text = f"{rest[:1].upper()}{rest[1:]}"
    is_alone = not (leans(text, language) or may_lean(text, language) or PERSONAL.search(text))
    return replace(question, text=text, history=() if is_alone else question.history)


def back_to(text: str) -> Back | None:
    """Return what a message goes back to, None for one that goes on."""
    patterns = _patterns()
    for pattern, is_sure in ((patterns.back, True), (patterns.maybe, False)):
        found = pattern.match(text)
        if found is not None:
            asked = text[found.end() :].strip(" ,.:;!–-")
            asked = f"{asked[:1].upper()}{asked[1:]}" if re.search(r"\w", asked) else ""
            thing = found["thing"].strip()
            return Back(thing, asked, is_sure or patterns.then.search(thing) is not None)
    return None


def subjects_of(history: Sequence[Turn], language: Language) -> list[list[Turn]]:
    """Return the turns of a talk by subject, in order.

    A new one begins where the person says so or goes back, and with a message that leans on nothing and shares no word with the one before.
    """
    subjects: list[list[Turn]] = []
    for turn in history:
        if not subjects or (turn.role == "user" and _begins(turn.text, subjects[-1], language)):
            subjects.append([])
        subjects[-1].append(turn)
    return subjects


def _begins(text: str, subject: Sequence[Turn], language: Language) -> bool:
    if _patterns().anew.match(text) or back_to(text) is not None:
        return True
    if leans(text, language) or may_lean(text, language):
        return False
    said = _stems(" ".join(turn.text for turn in subject))
    return said.isdisjoint(_stems(" ".join(naming(text, language))))


def _meant(back: Back, subjects: Sequence[Sequence[Turn]]) -> tuple[Turn, ...] | None:
    """Return the talk up to the end of the subject that is gone back to without its name, None where it is not known."""
    if _patterns().first.match(back.thing):
        return _up_to(subjects, 0) if subjects else None
    return (
        _up_to(subjects, len(subjects) - LEAST_SUBJECTS)
        if back.is_sure and len(subjects) >= LEAST_SUBJECTS
        else None
    )


def _named_at(back: Back, subjects: Sequence[Sequence[Turn]], language: Language) -> int | None:
    """Return the place of the last subject that has enough of the words of the thing, None where none has."""
    if _patterns().first.match(back.thing):
        return None
    named = _stems(" ".join(naming(back.thing, language))) - _patterns().empty
    having = [place for place, subject in enumerate(subjects) if _share(named, subject) >= ENOUGH]
    return having[-1] if having else None


def _up_to(subjects: Sequence[Sequence[Turn]], place: int) -> tuple[Turn, ...]:
    return tuple(turn for subject in subjects[: place + 1] for turn in subject)


def _share(named: frozenset[str], subject: Sequence[Turn]) -> float:
    """Return the share of words that a subject has; one that only our answers have counts half."""
    said = _stems(" ".join(turn.text for turn in subject if turn.role == "user"))
    told = _stems(" ".join(turn.text for turn in subject if turn.role != "user"))
    met = sum(1.0 if word in said else OF_OURS * (word in told) for word in named)
    return met / len(named) if named else 0.0


def _stems(text: str) -> frozenset[str]:
    return frozenset(fold(word)[:STEM] for word in re.findall(r"\w{2,}", text))


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The data of going_back.yaml."""

    back: re.Pattern[str]
    maybe: re.Pattern[str]
    then: re.Pattern[str]
    first: re.Pattern[str]
    anew: re.Pattern[str]
    empty: frozenset[str]


@cache
def _patterns() -> _Patterns:
    raw = read_data(DATA)
    opening = rf"\s*(?:(?:{raw['opens']})\b[\s,.!]*)*"

    def before(name: str) -> re.Pattern[str]:
        return re.compile(rf"{opening}(?:{'|'.join(raw[name])})\s+(?P<thing>[^,:;.?!–]+)", re.IGNORECASE)

    return _Patterns(
        back=before("back"),
        maybe=before("maybe"),
        then=re.compile(rf"\b(?:{raw['then']})\b", re.IGNORECASE),
        first=re.compile(rf"\s*(?:{raw['first']})\b", re.IGNORECASE),
        anew=re.compile(
            rf"{opening}(?:{'|'.join(raw['anew'])})\b(?:,? (?:voor|for|für) [^:,.?!]{{2,30}}(?=[:,.]))?",
            re.IGNORECASE,
        ),
        empty=frozenset(fold(word)[:STEM] for word in raw["empty"]),
    )
