"""Errors of the assistant, for the person who must mend them."""

from __future__ import annotations


class AssistantError(Exception):
    """Something stands in the way of answering; the message says what to do."""


class BadQuestionLineError(AssistantError):
    """A line of a batch cannot be read as a question."""

    def __init__(self, line_number: int, found: str) -> None:
        self.line_number, self.found = line_number, found
        super().__init__(
            f"Regel {line_number}: {found}. Verwacht wordt een regel als "
            '{"id": "1", "question": "Wat is BBL?"}; `history` en `profile` mogen erbij.'
        )
