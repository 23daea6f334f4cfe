"""Errors of the assistant, in Dutch; a model that fails is no error for the reader but a reason to quote."""

from __future__ import annotations

from enum import StrEnum

from knowledge.errors import KnowledgeError


class AssistantError(KnowledgeError):
    """Something stands in the way of answering; the message says what to do."""


class FailureKind(StrEnum):
    """How a model failed to give a whole answer."""

    REFUSED = "refused"
    """No connection: refused, unknown host, reset before the first word."""
    TIMEOUT = "timeout"
    """Silence, keep-alive comments or a drip past one of our deadlines."""
    INCOMPLETE = "incomplete"
    """The stream ended or broke without the finish reason `stop`."""
    LENGTH = "length"
    """The server cut the answer at its token limit."""
    ERROR_OBJECT = "error_object"
    """The server reported an error: an HTTP status or an error object in the stream."""
    GARBAGE = "garbage"
    """Something that is not a chat stream: HTML, broken JSON, bytes that are no text."""
    EMPTY = "empty"
    """A whole stream without a word."""
    OVERLONG = "overlong"
    """More characters than we read."""
    CANCELLED = "cancelled"
    """The reader went away."""
    QUOTA = "quota"
    """Too many requests (429), or our own budget of the day is spent."""


_IN_DUTCH = {
    FailureKind.REFUSED: "de dienst is niet bereikbaar",
    FailureKind.TIMEOUT: "de dienst antwoordde niet op tijd",
    FailureKind.INCOMPLETE: "het antwoord brak af",
    FailureKind.LENGTH: "het antwoord werd te lang en is afgekapt",
    FailureKind.ERROR_OBJECT: "de dienst meldde een fout",
    FailureKind.GARBAGE: "de dienst stuurde iets dat geen antwoord is",
    FailureKind.EMPTY: "de dienst gaf een leeg antwoord",
    FailureKind.OVERLONG: "de dienst bleef maar schrijven",
    FailureKind.CANCELLED: "de vraag is afgebroken",
    FailureKind.QUOTA: "het tegoed van het taalmodel is op",
}


class ModelFailedError(AssistantError):
    """A model gave no whole answer. Whatever it did say may not be kept.

    `detail` is for the log: a status or an error's name, never text of the model, the question or a key.
    `retry_after` is the number of seconds that the server asks us to wait, or None.
    `status` is the HTTP status, 0 when there was none.
    """

    def __init__(
        self, kind: FailureKind, detail: str = "", *, retry_after: float | None = None, status: int = 0
    ) -> None:
        self.kind, self.detail, self.retry_after, self.status = kind, detail, retry_after, status
        extra = f" ({detail})" if detail else ""
        super().__init__(
            f"Het taalmodel gaf geen volledig antwoord: {_IN_DUTCH[kind]}{extra}. "
            "Controleer LEERWIJZER_MODEL_URL, LEERWIJZER_MODEL en OPENAI_API_KEY als dit blijft gebeuren."
        )


class BadQuestionLineError(AssistantError):
    """A line of a batch cannot be read as a question."""

    def __init__(self, line_number: int, found: str) -> None:
        self.line_number, self.found = line_number, found
        super().__init__(
            f"Regel {line_number}: {found}. Verwacht wordt een regel als "
            '{"id": "1", "question": "Wat is BBL?"}; `history` en `profile` mogen erbij.'
        )
