"""A model's stream under our own clock, against a real server that misbehaves."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from langchain_core.messages import HumanMessage

from assistant.config import ModelSettings, Secret
from assistant.errors import FailureKind, ModelFailedError
from assistant.models.openai_compatible import GuardableChatOpenAI, chat_model
from assistant.models.scripted import ScriptedChatModel
from assistant.models.stream import StreamLimits, guarded_stream
from tests.support import model_server as ms

QUESTION = [HumanMessage("Hoeveel geld krijgt TechOost?")]
LIMITS = StreamLimits(total_seconds=1.0, first_token_seconds=0.5, characters=2_000)
SLACK_SECONDS = 0.5

EXPECTED = {
    "half in a sentence": FailureKind.INCOMPLETE,
    "half in a character": FailureKind.GARBAGE,
    "half in a marker": FailureKind.INCOMPLETE,
    "no finish reason": FailureKind.INCOMPLETE,
    "finish reason length": FailureKind.LENGTH,
    "error object": FailureKind.ERROR_OBJECT,
    "broken json": FailureKind.GARBAGE,
    "wrong shape": FailureKind.GARBAGE,
    "html": FailureKind.GARBAGE,
    "empty stream": FailureKind.EMPTY,
    "only stop": FailureKind.EMPTY,
    "429": FailureKind.QUOTA,
    "500": FailureKind.ERROR_OBJECT,
    "401": FailureKind.ERROR_OBJECT,
    "reset at once": FailureKind.REFUSED,
    "reset midway": FailureKind.INCOMPLETE,
    "silence": FailureKind.TIMEOUT,
    "stall": FailureKind.TIMEOUT,
    "keep-alive forever": FailureKind.TIMEOUT,
    "drip": FailureKind.TIMEOUT,
    "endless tokens": FailureKind.OVERLONG,
}


@pytest.fixture(scope="module")
def server() -> Iterator[ms.ModelServer]:
    with ms.ModelServer() as running:
        yield running


@pytest.fixture(scope="module")
def model(server: ms.ModelServer) -> GuardableChatOpenAI:
    return chat_model(ModelSettings(name="test", url=server.url, key=Secret("sk-canary"), deadline_seconds=2))


def read(model: GuardableChatOpenAI, limits: StreamLimits = LIMITS) -> str:
    return "".join(guarded_stream(model, QUESTION, limits, time.monotonic))


def stream_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "model-stream"]


def assert_no_thread_is_left() -> None:
    for thread in stream_threads():
        thread.join(timeout=1.0)
    assert not stream_threads()


def test_a_whole_stream_passes_word_for_word(server: ms.ModelServer, model: GuardableChatOpenAI) -> None:
    server.behave(ms.ok("Één antwoord, met € en een [1]."))
    assert read(model) == "Één antwoord, met € en een [1]."


@pytest.mark.parametrize("name", list(ms.FAILURES))
def test_every_failure_has_its_kind_and_ends_in_time(
    name: str, server: ms.ModelServer, model: GuardableChatOpenAI
) -> None:
    server.behave(ms.FAILURES[name])
    started = time.monotonic()
    with pytest.raises(ModelFailedError) as failure:
        read(model)
    assert failure.value.kind is EXPECTED[name]
    assert time.monotonic() - started <= LIMITS.total_seconds + SLACK_SECONDS
    assert_no_thread_is_left()


def test_a_refused_connection_is_told_at_once() -> None:
    model = chat_model(ModelSettings(name="test", url=ms.refused_address()))
    started = time.monotonic()
    with pytest.raises(ModelFailedError) as failure:
        read(model)
    assert failure.value.kind is FailureKind.REFUSED
    assert time.monotonic() - started < 0.5


@pytest.mark.parametrize("behaviour", [ms.stall, ms.keep_alive_forever, ms.drip])
def test_closing_the_stream_hangs_up_within_a_second(
    behaviour: ms.Behaviour, server: ms.ModelServer, model: GuardableChatOpenAI
) -> None:
    server.behave(behaviour)
    stream = guarded_stream(model, QUESTION, StreamLimits(30, 20), time.monotonic)
    next(stream)
    stream.close()
    closed_at = time.monotonic()
    assert server.traffic.has_departed.wait(1.0)
    assert server.traffic.departed_at - closed_at <= 1.0
    assert_no_thread_is_left()


def test_no_byte_leaves_the_server_after_the_close(
    server: ms.ModelServer, model: GuardableChatOpenAI
) -> None:
    server.behave(ms.endless)
    stream = guarded_stream(model, QUESTION, StreamLimits(30, 20, 10**9), time.monotonic)
    next(stream)
    stream.close()
    assert server.traffic.has_departed.wait(1.0)
    sent = server.traffic.bytes_sent
    assert not threading.Event().wait(0.3)
    assert server.traffic.bytes_sent == sent


def test_a_silent_stream_gives_its_reader_a_moment_to_leave(
    server: ms.ModelServer, model: GuardableChatOpenAI
) -> None:
    server.behave(ms.silence)
    stream = guarded_stream(model, QUESTION, StreamLimits(30, 20), time.monotonic)
    started = time.monotonic()
    assert next(stream) == ""
    assert time.monotonic() - started < 0.5
    stream.close()
    assert server.traffic.has_departed.wait(1.0)


def test_two_calls_at_once_do_not_end_each_other(server: ms.ModelServer, model: GuardableChatOpenAI) -> None:
    server.behave(ms.stall, ms.ok("Heel."))
    stalled = guarded_stream(model, QUESTION, StreamLimits(30, 20), time.monotonic)
    next(stalled)
    other = guarded_stream(model, QUESTION, LIMITS, time.monotonic)
    first = next(other)
    stalled.close()
    assert first + "".join(other) == "Heel."


def test_a_model_that_names_no_finish_reason_is_not_believed() -> None:
    model = ScriptedChatModel(script=lambda _: "Heel antwoord.", finish_reason="")
    with pytest.raises(ModelFailedError) as failure:
        list(guarded_stream(model, QUESTION, LIMITS, time.monotonic))
    assert failure.value.kind is FailureKind.INCOMPLETE


def test_an_abandoned_reader_does_not_wait_for_room_forever() -> None:
    model = ScriptedChatModel(script=lambda _: "woord " * 5_000)
    stream = guarded_stream(model, QUESTION, LIMITS, time.monotonic)
    next(stream)
    del stream
    assert_no_thread_is_left()


def test_errors_and_requests_show_no_key(server: ms.ModelServer, model: GuardableChatOpenAI) -> None:
    server.behave(ms.status(401))
    with pytest.raises(ModelFailedError) as failure:
        read(model)
    assert "sk-canary" not in f"{failure.value} {failure.value.detail} {model!r} {server.requests[-1]}"


def test_other_servers_get_max_tokens_and_openai_its_own_name(
    server: ms.ModelServer, model: GuardableChatOpenAI
) -> None:
    server.behave(ms.ok())
    read(model)
    sent = server.requests[-1]
    assert sent["max_tokens"] == 700
    assert "max_completion_tokens" not in sent
    assert sent["stream_options"] == {"include_usage": True}
    own = chat_model(ModelSettings(name="gpt-4.1-mini", key=Secret("k")))
    assert own.max_tokens == 700
    assert own.extra_body is None
