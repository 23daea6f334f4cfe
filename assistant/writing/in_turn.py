"""Several rooms that answer from records, asked one after another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.types import Request
from assistant.writing.seam import RecordAnswers, Written
from knowledge.types import Audience


class InTurn:
    """Gives the first answer that one of them has."""

    def __init__(self, answers: Sequence[RecordAnswers]) -> None:
        self._answers = tuple(answers)

    def answer(self, request: Request, audience: Audience, today: date) -> Written | None:
        """Return the first answer, None when nobody has one."""
        found = (one.answer(request, audience, today) for one in self._answers)
        return next((written for written in found if written is not None), None)
