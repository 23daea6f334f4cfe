"""Several questions in one message: each is answered by itself, in the light of the others. Pure but for the answering."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from assistant.types import Question, Request, Turn
from assistant.understanding.leaning import leans, naming
from assistant.understanding.parts import DIFFERENCE, two_names, ways_of
from assistant.writing.joining import KNOWN
from assistant.writing.seam import Written
from assistant.writing.values import missing_kinds
from knowledge.language.normalisation import fold


class Answering(Protocol):
    """Answers one question; `is_beside_known` says that another one of its message has an answer."""

    def __call__(self, asked: Question, is_beside_known: bool = False) -> Written: ...


T = TypeVar("T")


class Parts(Generic[T]):
    """Answers the questions of one message. What was looked up for one is not looked up again when its bar is lowered."""

    def __init__(self, look_up: Callable[[Question], T], word: Callable[[T, bool], Written]) -> None:
        self._look_up, self._word = look_up, word
        self._found: dict[tuple[str, tuple[Turn, ...]], T] = {}

    def __call__(self, asked: Question, is_beside_known: bool = False) -> Written:
        """Return the answer to one of them."""
        key = asked.text, asked.history
        if key not in self._found:
            self._found[key] = self._look_up(asked)
        return self._word(self._found[key], is_beside_known)


def answered_one_by_one(
    request: Request, parts: Sequence[str], answer: Answering
) -> list[tuple[str, Written]]:
    """Return each question with its answer, in order.

    What a later question leans on stands in an earlier one, as if that had been asked before. Where some have an answer,
    the others are asked once more with a lower bar: who asks two things has mostly read of both.
    """
    found = [_known(request, parts, place, answer, False) for place in range(len(parts))]
    for place in range(1, len(parts)):
        if _reaches_nobody(parts, place) and found[place - 1].outcome not in KNOWN:
            found[place] = found[place - 1]
    are_known = [one.outcome in KNOWN for one in found]
    if any(are_known) and not all(are_known):
        found = [
            one if is_known else _known(request, parts, place, answer, True)
            for place, (one, is_known) in enumerate(zip(found, are_known, strict=True))
        ]
    return list(zip(parts, found, strict=True))


WHO = re.compile(
    r"\b(?:wie|who|wer) (?:\w+ ){0,4}?(?:is|zijn|was|are|ist|sind|war)\b|^(?:wie|who|wer) ", re.IGNORECASE
)
REACHED = re.compile(
    r"\b(?:mail\w*|e-mail\w*|bel|bellen|bereik\w*|telefoon\w*|nummer|contact\w*|reach|call|phone|email|erreich\w*|anruf\w*|kontakt\w*)\b",
    re.IGNORECASE,
)


def _reaches_nobody(parts: Sequence[str], place: int) -> bool:
    """Say whether a question is how to reach somebody whom the one before asks who it is: "wie is de manager, en hoe mail ik die?"."""
    return WHO.search(parts[place - 1]) is not None and REACHED.search(parts[place]) is not None


def _known(
    request: Request, parts: Sequence[str], place: int, answer: Answering, is_beside_known: bool
) -> Written:
    """Return the first answer to one of the ways to read a question, else the refusal of the first."""
    before = parts[:place] or tuple(part for part in parts[1:] if not leans(part, request.language))[:1]
    talk = (*request.question.history, *(Turn("user", text) for text in before))
    first: Written | None = None
    for text in ways_of(parts, place):
        # it may stand on its own, whatever it seems to lean on, when it names something of its own
        is_named = bool(naming(text, request.language))
        for history in (talk, request.question.history) if is_named else (talk,):
            asked = replace(request.question, text=text, history=history, language=request.language)
            found = answer(asked, is_beside_known)
            if found.outcome in KNOWN:
                return found
            first = first or found
    assert first is not None  # a question can be read in one way at least
    return first


BESIDE_EACH_OTHER = re.compile(
    r"verschil|;|\b(?:terwijl|maar|daarentegen)\b|differ|\b(?:while|whereas)\b|unterschied|\b(?:während|dagegen)\b",
    re.IGNORECASE,
)
"""How a sentence sets two things side by side, and does not just name both."""


def says_of_both(question: str, written: Written) -> bool:
    """Say whether one sentence of an answer names both things that a question names, with the kind of value it asks for.

    Where their difference is asked, it sets them side by side.
    """
    names = [fold(word) for name in two_names(question) for word in name.split() if word[:1].isupper()]
    is_difference = DIFFERENCE.search(question) is not None
    return any(
        all(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", fold(one.text)) for name in names)
        and not missing_kinds(question, one.text)
        and not (is_difference and BESIDE_EACH_OTHER.search(one.text) is None)
        for one in written.sentences
        if one.citations
    )
