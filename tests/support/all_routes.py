"""Every route of an application, read from the application itself, and a way to ask it fast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import quote, urlsplit

from anyio import sleep_forever
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Mount


def routes_of(app: FastAPI) -> tuple[str, ...]:
    """Return "METHOD path" of every route, those of included routers and mounted applications too.

    A route that takes any method is "* path"; a mounted application without routes of its own is "GET prefix/*".
    """
    return tuple(sorted(set(_walked(app.routes, ""))))


def _walked(routes: Iterable[BaseRoute], prefix: str) -> Iterator[str]:
    for route in routes:
        included = getattr(route, "original_router", None)
        if included is not None:
            yield from _walked(included.routes, prefix)
        elif isinstance(route, Mount) and route.routes:
            yield from _walked(route.routes, prefix + route.path)
        elif isinstance(route, Mount):
            yield f"GET {prefix}{route.path}/*"
        else:
            path = prefix + str(getattr(route, "path", repr(route)))
            for method in sorted(getattr(route, "methods", None) or {"*"}):
                yield f"{method} {path}"


async def fetched(app: FastAPI, address: str, cookie: str = "") -> tuple[int, bytes]:
    """Ask `app` for an address as a browser does; return status and body. For thousands in a row."""
    parts = urlsplit(address)
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": parts.path,
        "raw_path": quote(parts.path).encode(),
        "root_path": "",
        "query_string": parts.query.encode(),
        "headers": [(b"host", b"127.0.0.1:7860"), (b"cookie", cookie.encode())],
        "client": ("127.0.0.1", 5_000),
        "server": ("127.0.0.1", 7860),
        "state": {},
    }
    status, body = 0, bytearray()
    waiting = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> dict[str, Any]:
        return waiting.pop() if waiting else await sleep_forever()

    async def send(message: Any) -> None:
        nonlocal status
        status = message.get("status", status)
        body.extend(message.get("body", b""))

    with suppress(
        HTTPException, RuntimeError
    ):  # a stream that breaks off after its head, as a server notes and goes on
        await app(scope, receive, send)
    return status, bytes(body)
