"""From a question in its conversation to a request that stands on its own."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.types import Language, Question, Request

FOLLOW_UP = re.compile(
    r"^\s*(?:en|maar|of|and|but|or|und|aber|oder)\b|"
    r"\b(?:daar|daarvan|daarvoor|daarover|daaraan|dat|die|deze|dit|ervan|ervoor|erover|eraan|hij|zij|"
    r"that|those|this|these|there|it|they|"
    r"das|dort|dafür|davon|daran|diese[rsnm]?|jene[rsnm]?)\b",
    re.IGNORECASE,
)
"""Words that point back at something said before."""

POINTERS = re.compile(
    r"\b(?:daar(?:van|voor|over|aan|in|bij|naar)?|ervoor|ervan|eraan|erover|"
    r"hoe zit (?:dat|het)|how about that|what about (?:it|that)|dort|dafür|davon|daran)\b",
    re.IGNORECASE,
)
"""Words that mean nothing without something said before."""

CONTENT_WORDS_OF_A_FOLLOW_UP = 4
"""A question with at most this many words besides the pointing one cannot stand alone."""


def understand(question: Question, detect: Callable[[str], str]) -> Request:
    """Return the request: the language of the answer, and the question with what it leans on.

    A follow-up ("En in deeltijd?") is joined with the previous question of the person; the language of
    a very short follow-up is that of the conversation.
    """
    previous = _previous_question(question)
    is_follow_up = previous is not None and points_back(question.text)
    standalone = f"{previous} {question.text}" if is_follow_up and previous else question.text
    language = question.language or Language(
        detect(standalone if len(question.text.split()) < 4 else question.text)
    )
    return Request(question=question, language=language, standalone_question=standalone.strip())


def points_back(text: str) -> bool:
    """Say whether a question leans on what was said before."""
    words = re.findall(r"\w+", text)
    if POINTERS.search(text):
        return True
    return len(words) <= CONTENT_WORDS_OF_A_FOLLOW_UP + 2 and FOLLOW_UP.search(text) is not None


def needs_what_was_said(question: Question) -> bool:
    """Say whether a question points back while there is nothing to point at."""
    return _previous_question(question) is None and POINTERS.search(question.text) is not None


def _previous_question(question: Question) -> str | None:
    asked = [turn.text for turn in question.history if turn.role == "user"]
    return asked[-1] if asked else None


SITUATION = re.compile(
    r"\b(?:ik (?:ben|werk|heb|zit|woon|doe|kom)|als ik|i (?:am|work|have|live|come)|i'm|if i|ich (?:bin|arbeite|habe|wohne|komme)|wenn ich)\b"
    r"(?P<about>[^.?!;]*?)(?=[.?!;,]|\b(?:en|maar|and|but|und|aber) (?:ik )?(?:wil|zou|zoek|want|would|möchte|will|suche)\b|$)",
    re.IGNORECASE,
)
"""What a person says of their own situation, up to what they want or ask."""

ASKS = re.compile(
    r"\b(?:wil|wilde|zoek|kan|mag|moet|want|can|may|must|möchte|kann|darf|muss)\b", re.IGNORECASE
)


def situation(text: str) -> str:
    """Return the parts of a message that tell about the person, when another part asks or wants something.

    Age, town and job steer an answer, but an answer need not repeat them. "" when the message is nothing else.
    """
    spans = [
        match.group("about") for match in SITUATION.finditer(text) if not ASKS.search(match.group("about"))
    ]
    rest = text
    for span in spans:
        rest = rest.replace(span, " ", 1)
    return " ".join(spans) if len(re.findall(r"\w{3,}", rest)) >= SAYS_MORE else ""


SAYS_MORE = 4
"""Words of three letters or more that must be left for a message to ask something besides."""
