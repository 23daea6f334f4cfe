"""The answer to somebody who only tells about themselves: what was heard, and what can be asked. No source is searched for it."""

from __future__ import annotations

from dataclasses import replace

from assistant.types import Outcome, Request
from assistant.understanding.leaning import opens
from assistant.understanding.person_thread import Talk
from assistant.understanding.told import Message, Wanted
from assistant.writing.route_assumed import facts_of, show_assumed
from assistant.writing.route_desk import RouteDesk
from assistant.writing.seam import Written

BESIDE = frozenset(["phrase", "wishes", "places", "modes"])
"""What a message has that wants nothing: where somebody lives, that they work full-time, and the words that were left over."""


def only_tells(request: Request, message: Message) -> bool:
    """Say whether a message that begins a talk tells about somebody and asks nothing."""
    text = request.question.text
    has_begun = any(turn.role == "user" for turn in request.question.history)
    if has_begun or "?" in text or message.questions or opens(text, request.language):
        return False
    wants = any(getattr(message.wanted, name) for name in Wanted.__dataclass_fields__ if name not in BESIDE)
    told = replace(message.told, profile=replace(message.told.profile, place=None))
    return not wants and not told.is_empty


def told_answer(talk: Talk, desk: RouteDesk) -> Written | None:
    """Return what was heard and an invitation to ask; None where nothing of it can be said back."""
    if talk.is_vague or not list(facts_of(desk)):
        return None
    show_assumed(desk)
    desk.notice(desk.say("told_only"))
    return replace(desk.written(Outcome.ASKED_BACK), leaves_room=False)
