"""The chat model of OpenAI, or of anything that speaks its chat completions API.

This module imports `langchain_openai` (half a second and more): import it only when a model is configured.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2
import openai
from langchain_core.outputs import ChatGenerationChunk
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from assistant.config import ModelSettings
from assistant.errors import FailureKind, ModelFailedError
from assistant.models.calls import CURRENT_CALL, ModelCall

CONNECT_SECONDS = 5.0
"""Two TCP retransmissions; a server farther away than that is down for a chat."""


class GuardableChatOpenAI(ChatOpenAI):
    """`ChatOpenAI` whose streams raise `ModelFailedError` and nothing of a vendor's."""

    def _stream(self, *args: Any, **kwargs: Any) -> Iterator[ChatGenerationChunk]:
        with _translated_errors():
            yield from super()._stream(*args, **kwargs)


def chat_model(settings: ModelSettings) -> GuardableChatOpenAI:
    """Build the chat model: chat completions only, usage in the stream, no retries of the client's own.

    OpenAI and Azure refuse `max_tokens` beside `max_completion_tokens`; other servers may ignore the
    latter (llama-cpp-python 0.3.36 does), so each gets the one it knows.
    """
    own = settings.is_openai
    return GuardableChatOpenAI(
        model=settings.name,
        base_url=settings.url,
        api_key=SecretStr(settings.key.reveal() or "none"),
        use_responses_api=False,
        stream_usage=True,
        max_retries=0,
        max_completion_tokens=settings.answer_tokens if own else None,
        extra_body=None if own else {"max_tokens": settings.answer_tokens},
        timeout=_timeouts(settings),
        http_client=_http_client(settings),
    )


def _timeouts(settings: ModelSettings) -> httpx2.Timeout:
    """Bounds on one read, so that a thread nobody waits for ends too; the guard holds the deadline."""
    connect = min(CONNECT_SECONDS, settings.first_token_seconds)
    return httpx2.Timeout(settings.deadline_seconds, connect=connect)


def _http_client(settings: ModelSettings) -> httpx2.Client:
    """Return a client whose every call opens its own connection and reports it to the running `ModelCall`.

    A connection of its own costs a handshake, and buys that ending a call ends exactly that call; at
    the pace of a chat a kept connection has expired by the next question anyway (5 s).
    """
    return httpx2.Client(
        timeout=_timeouts(settings),
        limits=httpx2.Limits(max_connections=None, max_keepalive_connections=0),
        event_hooks={"request": [_follow], "response": [_refuse_pages]},
        follow_redirects=False,
    )


def _follow(request: httpx2.Request) -> None:
    """Have the sockets of this request reported to the call that the thread works for."""
    call = CURRENT_CALL.get()
    if call is None:
        return
    if call.is_ended:
        raise ModelFailedError(FailureKind.CANCELLED)
    request.extensions["trace"] = _SocketReporter(call)


class _SocketReporter:
    """The `trace` extension of httpx: sees each connection when it is made."""

    def __init__(self, call: ModelCall) -> None:
        self._call = call

    def __call__(self, event: str, info: dict[str, Any]) -> None:
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._call.uses(info["return_value"].get_extra_info("socket"))


def _refuse_pages(response: httpx2.Response) -> None:
    """A web page with status 200 is a login form or a proxy, not a model."""
    if response.status_code == 200 and "text/html" in response.headers.get("content-type", ""):
        raise ModelFailedError(FailureKind.GARBAGE, "text/html")


@contextlib.contextmanager
def _translated_errors() -> Iterator[None]:
    """Turn the errors of the client libraries into `ModelFailedError`, without their texts."""
    try:
        yield
    except (openai.OpenAIError, httpx2.HTTPError) as error:
        raise failure_of(error) from error


def failure_of(error: Exception) -> ModelFailedError:
    """Return what an error of `openai` or `httpx2` means for us."""
    if isinstance(error.__cause__, ModelFailedError):
        return error.__cause__
    if isinstance(error, openai.APITimeoutError | httpx2.TimeoutException):
        return ModelFailedError(FailureKind.TIMEOUT, type(error).__name__)
    if isinstance(error, openai.APIStatusError):
        kind = FailureKind.QUOTA if error.status_code == 429 else FailureKind.ERROR_OBJECT
        wait = _retry_after(error.response)
        return ModelFailedError(kind, f"HTTP {error.status_code}", retry_after=wait, status=error.status_code)
    if isinstance(error, openai.APIConnectionError | httpx2.HTTPError):
        return ModelFailedError(FailureKind.REFUSED, type(error).__name__)
    return ModelFailedError(FailureKind.ERROR_OBJECT, type(error).__name__)


def _retry_after(response: httpx2.Response) -> float | None:
    """Return the seconds of a Retry-After header (RFC 9110, 10.2.3), or None when there is none to use.

    A date is measured against the server's own Date header, so that no clock of ours is asked.
    """
    found = response.headers.get("retry-after", "").strip()
    with contextlib.suppress(ValueError, TypeError):
        return max(0.0, float(found))
    with contextlib.suppress(ValueError, TypeError):
        until, sent = parsedate_to_datetime(found), parsedate_to_datetime(response.headers["date"])
        return max(0.0, (until - sent).total_seconds())
    return None
