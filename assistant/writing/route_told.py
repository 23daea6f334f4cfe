"""The answer to somebody who only tells about themselves: what was heard, and what can be asked. No source is searched for it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.types import Outcome, Request
from assistant.understanding.leaning import opens
from assistant.understanding.person_talk import Talk
from assistant.understanding.told import Message, Wanted
from assistant.writing.route_assumed import facts_of, show_assumed
from assistant.writing.route_desk import RouteDesk, route_phrases
from assistant.writing.seam import Written
from assistant.writing.turned_away import on_topic

BESIDE = frozenset(["asked_as", "phrase", "wishes", "places", "modes"])
"""What a message has that wants nothing: where somebody lives, that they work full-time, and the words that were left over."""

SELF = re.compile(r"\b(?:ik|mijn|m'?n|me|wij|we|i|my|we|ich|mein\w*|wir)\b", re.IGNORECASE)
"""How somebody speaks of themselves."""


def only_tells(request: Request, message: Message) -> bool:
    """Say whether a message that begins a talk, or goes on telling, tells about somebody and asks nothing."""
    text = request.question.text
    if _has_begun(request) or "?" in text or message.questions or opens(text, request.language):
        return False
    wants = any(getattr(message.wanted, name) for name in Wanted.__dataclass_fields__ if name not in BESIDE)
    is_own = SELF.search(text) is not None  # "avondopleiding in Enschede" is looked for, and tells of nobody
    works = message.told.profile.keeps_working if is_own else None
    told = replace(message.told, profile=replace(message.told.profile, place=None, keeps_working=works))
    is_more = bool(request.question.history) and bool(message.told.profile.place or message.wanted.places)
    return not wants and (is_more or not told.is_empty)


def _has_begun(request: Request) -> bool:
    """Say whether anything was asked or answered yet: telling more after telling goes on, and a greeting begins nothing."""
    turns = on_topic(request.question.history)
    last = next((turn.text for turn in reversed(turns) if turn.role == "assistant"), "")
    asked = route_phrases(request.language)["told_only"]
    return any(turn.role == "user" for turn in turns) and asked not in last


def with_place(talk: Talk, message: Message) -> Talk:
    """Return a talk in which a place that stands alone is where somebody lives: "in Enschede", after telling about themselves."""
    if talk.profile.place or not message.wanted.places:
        return talk
    return replace(talk, profile=replace(talk.profile, place=message.wanted.places[0]))


def told_answer(talk: Talk, desk: RouteDesk) -> Written | None:
    """Return what was heard and an invitation to ask; None where nothing of it can be said back."""
    if talk.is_vague or not list(facts_of(desk)):
        return None
    show_assumed(desk)
    desk.notice(desk.say("told_only"))
    return replace(desk.written(Outcome.ASKED_BACK), leaves_room=False)
