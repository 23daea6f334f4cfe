"""Whose stream of answers is whose: the names that the user-interface library gives to streams and events, per session.

The library lets anyone read, feed, stop or end a stream whose name they know. Here a name belongs to the browser
session that used it first, wherever the name stands: in the path, the query, the body, or the answer that gave it out.
"""

from __future__ import annotations

import json
import re
import secrets
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.interface.refusing import refused

MOST_REMEMBERED = 40_000
"""Bound on the memory for whose name is whose: about 6 MB."""

LONGEST_NAME = 200

PATHS = re.compile(
    r"/gradio_api/(heartbeat/(?P<listened>[^/]+)|call(/v2)?/[^/]+/(?P<called>[^/]+)"
    r"|(queue/(join|data|status)|call(/v2)?/[^/]+|run/[^/]+|api/[^/]+|cancel|reset))/?"
)
"""What names a stream or an event; `call/v2/x` gives one out as `call/x` does."""

FIELDS = ("session_hash", "event_id")


class Owners:
    """Names with the session that used them first; the longest unused ones are forgotten."""

    def __init__(self, most: int = MOST_REMEMBERED) -> None:
        self._most = most
        self._owners: OrderedDict[str, str] = OrderedDict()

    def allow(self, names: Iterable[str], session: str) -> bool:
        """Say whether all names are of this session; a new one becomes so."""
        wanted = {name[:LONGEST_NAME] for name in names if name}
        if not all(secrets.compare_digest(self._owners.get(name, session), session) for name in wanted):
            return False
        for name in wanted:
            self._owners[name] = session
            self._owners.move_to_end(name)
        while len(self._owners) > self._most:
            self._owners.popitem(last=False)
        return True


class Streams:
    """ASGI middleware, inside the guard, which bounds what a body can be and says who asks."""

    def __init__(self, app: ASGIApp) -> None:
        self._app, self._owners = app, Owners()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what names no stream of another session; note the names that are given out."""
        match = PATHS.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if match is None:
            await self._app(scope, receive, send)
            return
        session = scope["leerwijzer"]["session"]
        body = await _body(receive) if scope["method"] == "POST" else b""
        places = match.groupdict()
        called = places["called"] if scope["method"] == "GET" else None
        names = [places["listened"] or "", called or "", *_in_query(scope), *_in_object(body)]
        if body is None or not self._owners.allow(names, session):
            await refused(scope, 404, "Deze pagina is er niet.")(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if scope["method"] == "POST" and message["type"] == "http.response.body":
                self._owners.allow(_in_object(message.get("body", b"")), session)
            await send(message)

        await self._app(scope, _again(body, receive) if scope["method"] == "POST" else receive, sent)


def _in_query(scope: Scope) -> list[str]:
    """Return every value of a parameter that names a stream: which of two counts is for the library to say."""
    pairs = parse_qsl(scope["query_string"].decode("latin-1"))
    return [value for name, value in pairs if name in FIELDS]


def _in_object(body: bytes | None) -> list[str]:
    try:
        found = json.loads(body or b"null")
    except (ValueError, RecursionError):
        return []
    values = [found.get(field) for field in FIELDS] if isinstance(found, dict) else []
    return [value for value in values if isinstance(value, str)]


async def _body(receive: Receive) -> bytes | None:
    """Return the whole body, None when the sender left or sent too much."""
    pieces = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        pieces.extend(message.get("body", b""))
        if not message.get("more_body", False):
            return bytes(pieces)


def _again(body: bytes, receive: Receive) -> Receive:
    """Give the body that was read once more, then what comes after it."""
    waiting: list[dict[str, Any]] = [{"type": "http.request", "body": body, "more_body": False}]

    async def given() -> Message:
        return waiting.pop() if waiting else await receive()

    return given
