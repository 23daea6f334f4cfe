"""A real HTTP server that speaks streaming chat completions, and misbehaves on command.

    with ModelServer() as server:
        server.behave(half("Het kost 12 eu"))
        ...ChatOpenAI(base_url=server.url, ...)

A behaviour is a function that gets a `Wire` and writes what it likes to it.
"""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

DEFAULT_TEXT = "TechOost krijgt 9 miljoen euro [1]."


class Traffic:
    """What went over the wire since the last `behave`, and when the client left."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.has_departed = threading.Event()
        self.bytes_sent = 0
        self.departed_at = 0.0

    def note_sent(self, count: int) -> None:
        with self._lock:
            self.bytes_sent += count

    def note_departure(self) -> None:
        self.departed_at = time.monotonic()
        self.has_departed.set()


class Wire:
    """One response: raw bytes out, counted, and whether the client is still there."""

    def __init__(self, handler: BaseHTTPRequestHandler, server: ModelServer, request: dict[str, Any]) -> None:
        self._handler, self.server, self.request = handler, server, request
        self.traffic = server.traffic

    def head(self, status: int = 200, content_type: str = "text/event-stream", **headers: str) -> None:
        lines = [f"HTTP/1.1 {status} X", f"Content-Type: {content_type}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.raw("\r\n".join([*lines, "", ""]).encode())

    def raw(self, data: bytes) -> None:
        self._handler.wfile.write(data)
        self._handler.wfile.flush()
        self.traffic.note_sent(len(data))

    def event(self, data: str) -> None:
        self.raw(f"data: {data}\n\n".encode())

    def say(self, text: str, finish_reason: str | None = None) -> None:
        self.event(chunk_json(text, finish_reason))

    def reset(self) -> None:
        """End the connection with a TCP reset."""
        connection = self._handler.connection
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    def wait_until_client_leaves(self, seconds: float) -> None:
        """Stay silent until the client closes its side, the server stops, or `seconds` have passed."""
        self._handler.connection.settimeout(seconds)
        with contextlib.suppress(OSError):
            self._handler.connection.recv(1)
        self.traffic.note_departure()


Behaviour = Callable[[Wire], None]


def chunk_json(text: str, finish_reason: str | None = None) -> str:
    delta = {"content": text} if text else {}
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return json.dumps(
        {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]},
        ensure_ascii=False,
    )


def ok(text: str = DEFAULT_TEXT, pieces: int = 5) -> Behaviour:
    def behave(wire: Wire) -> None:
        wire.head()
        for start in range(0, len(text), pieces):
            wire.say(text[start : start + pieces])
        wire.say("", "stop")
        wire.event("[DONE]")

    return behave


def half(text: str) -> Behaviour:
    """A clean end after `text`, without a finish reason and without [DONE]."""

    def behave(wire: Wire) -> None:
        wire.head()
        wire.say(text)

    return behave


def half_in_a_character(wire: Wire) -> None:
    """End in the middle of the two bytes of an é, in the middle of an event."""
    wire.head()
    wire.say("De coöperatie krijgt ")
    data = ("data: " + chunk_json("één miljoen")).encode()
    wire.raw(data[: data.index("é".encode()) + 1])


def no_finish_reason(wire: Wire) -> None:
    wire.head()
    wire.say(DEFAULT_TEXT)
    wire.event("[DONE]")


def cut_at_length(wire: Wire) -> None:
    wire.head()
    wire.say(DEFAULT_TEXT, "length")
    wire.event("[DONE]")


def error_object(wire: Wire) -> None:
    wire.head()
    wire.say("TechOost krijgt ")
    wire.event(json.dumps({"error": {"message": "kapot", "type": "server_error"}}))


def broken_json(wire: Wire) -> None:
    wire.head()
    wire.say("TechOost krijgt ")
    wire.event('{"id": "x", "choices": [{"delta"')
    wire.event("[DONE]")


def wrong_shape(wire: Wire) -> None:
    wire.head()
    wire.event('["geen", "antwoord"]')
    wire.event('{"choices": 7}')
    wire.event("[DONE]")


def html(wire: Wire) -> None:
    wire.head(content_type="text/html; charset=utf-8")
    wire.raw(b"<html><body>Log in om verder te gaan</body></html>")


def empty_stream(wire: Wire) -> None:
    wire.head()
    wire.event("[DONE]")


def only_stop(wire: Wire) -> None:
    wire.head()
    wire.say("", "stop")
    wire.event("[DONE]")


def status(code: int, **headers: str) -> Behaviour:
    def behave(wire: Wire) -> None:
        body = json.dumps({"error": {"message": "nee", "type": "x", "code": str(code)}}).encode()
        wire.head(code, "application/json", Content_Length=str(len(body)), **headers)
        wire.raw(body)

    return behave


def reset_at_once(wire: Wire) -> None:
    wire.reset()


def reset_midway(wire: Wire) -> None:
    wire.head()
    wire.say("TechOost krijgt ")
    time.sleep(0.05)  # the words must leave before the reset, which discards what is still unsent
    wire.reset()


def silence(wire: Wire) -> None:
    """Accept the question and say nothing, not even headers."""
    wire.wait_until_client_leaves(60)


def stall(wire: Wire) -> None:
    wire.head()
    wire.say("TechOost krijgt ")
    wire.wait_until_client_leaves(60)


def _forever(wire: Wire, pause: float, write: Callable[[], None]) -> None:
    with contextlib.suppress(OSError):
        while not wire.server.is_stopping.wait(pause):
            write()
    wire.traffic.note_departure()


def keep_alive_forever(wire: Wire) -> None:
    wire.head()
    _forever(wire, 0.02, lambda: wire.raw(b": keep-alive\n\n"))


def drip(wire: Wire) -> None:
    wire.head()
    _forever(wire, 0.1, lambda: wire.say("a"))


def endless(wire: Wire) -> None:
    wire.head()
    _forever(wire, 0.0, lambda: wire.say("woord " * 20))


HALF_STREAMS: dict[str, Behaviour] = {
    "half in a sentence": half("TechOost krijgt 9 mil"),
    "half in a character": half_in_a_character,
    "half in a marker": half("TechOost krijgt 9 miljoen euro [1"),
}

FAILURES: dict[str, Behaviour] = {
    **HALF_STREAMS,
    "no finish reason": no_finish_reason,
    "finish reason length": cut_at_length,
    "error object": error_object,
    "broken json": broken_json,
    "wrong shape": wrong_shape,
    "html": html,
    "empty stream": empty_stream,
    "only stop": only_stop,
    "429": status(429, Retry_After="60"),
    "500": status(500),
    "401": status(401),
    "reset at once": reset_at_once,
    "reset midway": reset_midway,
    "silence": silence,
    "stall": stall,
    "keep-alive forever": keep_alive_forever,
    "drip": drip,
    "endless tokens": endless,
}
"""Every way to fail that the promises name (F2-F4), by name."""


class ModelServer:
    """The server, on a free port of this machine. Counts requests and bytes, and keeps the last request."""

    def __init__(self) -> None:
        self.is_stopping = threading.Event()
        self.traffic = Traffic()
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self._behaviours: list[Behaviour] = [ok()]
        self._lock = threading.Lock()
        self._http = _Server(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def behave(self, *behaviours: Behaviour) -> None:
        """Answer the next requests like this, one behaviour each; the last one stays."""
        self._behaviours = list(behaviours)
        self.traffic = Traffic()

    def next_behaviour(self) -> Behaviour:
        with self._lock:
            return self._behaviours.pop(0) if len(self._behaviours) > 1 else self._behaviours[0]

    def __enter__(self) -> Self:
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.is_stopping.set()
        self._http.shutdown()
        self._http.server_close()


class _Server(ThreadingHTTPServer):
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that left is no news."""


def _handler(server: ModelServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            request = json.loads(self.rfile.read(length))
            server.requests.append(request)
            server.headers.append(dict(self.headers))
            server.next_behaviour()(Wire(self, server, request))

        def log_message(self, format: str, *args: Any) -> None:
            """Keep test output clean."""

    return Handler


def refused_address() -> str:
    """Return an address on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}/v1"
