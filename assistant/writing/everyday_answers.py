"""Answers what is asked of school in everyday words with the sentences that editors named for it, as they stand in the sources now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from assistant.types import Outcome, Request, Sentence, SentenceKind
from assistant.understanding.everyday_asked import Meaning, asked_in_everyday_words
from assistant.understanding.parts import parts_of
from assistant.writing.phrases import say
from assistant.writing.seam import Written
from knowledge.retrieval.asked_answers import AskedAnswers
from knowledge.retrieval.hybrid import Query
from knowledge.types import Audience, Hit


class Quoting(Protocol):
    """What quotes sentences that are known to answer."""

    def quoted(self, request: Request, places: Sequence[tuple[Hit, int]]) -> Written | None:
        """Return the sentences that begin at these places, cited; None where none does."""
        ...


@dataclass(frozen=True, slots=True)
class EverydayAnswers:
    """Answers a message whose everyday words mean a question that editors answered. Keeps nothing between questions."""

    asked: AskedAnswers
    quotes: Quoting

    def answer(self, request: Request, audience: Audience, today: date) -> Written | None:
        """Return the answer to a message that asks this and nothing else; None for any other, and for several questions."""
        if len(parts_of(request.question.text, request.language)) > 1 or request.question.filters is not None:
            return None
        return self._answer(request, audience, today, is_all=True)

    def answer_to_story(self, request: Request, audience: Audience, today: date) -> Written | None:
        """Return the answer to a message that asks this among other words, for one that nothing else answers; None for any other."""
        return self._answer(request, audience, today, is_all=False)

    def _answer(self, request: Request, audience: Audience, today: date, *, is_all: bool) -> Written | None:
        earlier = [turn.text for turn in request.question.history if turn.role == "user"]
        text, language = request.question.text, request.language
        meaning = asked_in_everyday_words(text, earlier, language, is_all=is_all)
        return self._quoted(meaning, request, audience, today) if meaning is not None else None

    def _quoted(self, meaning: Meaning, request: Request, audience: Audience, today: date) -> Written | None:
        query = Query(request.question.text, audience, today)
        found = [self.asked.placed(one.document, one.beginning, query) for one in meaning.answers]
        places = [one for one in found if one is not None]
        written = self.quotes.quoted(request, places) if len(places) == len(found) else None
        if written is None or not meaning.notice:
            return written
        language = request.language
        lead = Sentence(say(language, meaning.notice), SentenceKind.NOTICE, language.value)
        return replace(written, sentences=(lead, *written.sentences), outcome=Outcome.PARTLY)
