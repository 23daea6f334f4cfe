"""Which courses of which school a talk is about, and how an answer or the courses before them change that. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.types import Turn
from assistant.understanding.course_steps import steps_said
from assistant.writing.offer_words import COURSE_FIRST, OF_BOTH, OF_THAT_ONE
from assistant.writing.schools_called import School
from knowledge.catalogue.folding import folded


@dataclass(frozen=True, slots=True)
class InHand:
    """The school that a talk is about, and the names of its courses that a message means; () for none in particular."""

    school: School
    names: tuple[str, ...] = ()
    is_named: bool = False
    """Whether the message itself names the school or a course of it."""
    is_implied: bool = False
    """Whether no message names the school, and only a course that no other school has tells it."""
    before: tuple[str, ...] = ()
    """The courses of the school that the talk was about before these: "hoe lang duren ze?" is of both."""
    among: tuple[str, ...] = ()
    """The courses that a list was asked of, where it names none alone: "de gevorderde" behind it is one of them."""
    modes: tuple[str, ...] = ()
    """Forms of study that the message says, or the talk said of the course: of one name there may be a full-time and a part-time one."""


def with_told(before: InHand, told: str) -> InHand:
    """Return what a talk is about after an answer: the one course that it told, where none was named ("welke zijn er op zaterdag?")."""
    if before.names:
        return before
    said = f" {folded(told)} "
    found = []
    for name in sorted(dict.fromkeys(before.school.names.values()), key=len, reverse=True):
        if f" {folded(name)} " in said:
            found.append(name)
            said = said.replace(f" {folded(name)} ", " | ")
    return replace(before, names=tuple(found)) if len(found) == 1 else before


def needed_before(found: InHand, text: str, turns: Sequence[Turn]) -> InHand:
    """Return for a message about "that one" the course that the answer before it said to be needed first; else what was found."""
    if len(turns) < len(PAIR) or tuple(turn.role for turn in turns) != PAIR or not OF_THAT_ONE.search(text):
        return found
    asked, told = (turn.text for turn in turns)
    if not COURSE_FIRST.search(folded(asked)) or steps_said(folded(text).split()):
        return found
    needed = tuple(name for name in found.school.coded(told) if name not in found.names)
    return replace(found, names=needed, is_named=True) if len(needed) == 1 else found


PAIR = ("user", "assistant")
"""Who said the two messages before one: what was asked, and the answer to it."""


def with_before(found: InHand, before: InHand | None, text: str) -> InHand:
    """Return what a talk is about with the courses before it; a message that asks of both ("duren ze even lang?") is about both."""
    if before is None or before.school is not found.school:
        return found
    is_same = set(found.names) == set(before.names)
    earlier = before.before if is_same else before.names
    if is_same and len(found.names) == 1 and len(earlier) == 1 and OF_BOTH.search(folded(text)):
        return replace(found, names=(*earlier, *found.names))
    return replace(found, before=earlier)
