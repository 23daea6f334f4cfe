"""Makes Gradio's start page ours: language, style, script, nonces. All other responses pass untouched."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.interface.frame import dressed
from assistant.interface.speaking import language_of
from assistant.interface.texts import texts_in


class Dressing:
    """ASGI middleware, inside the guard, whose nonce it uses."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or gather the start page and send it changed."""
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        start: Message = {}
        body = bytearray()

        async def gather(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                return
            if message["type"] != "http.response.body":
                await send(message)
                return
            body.extend(message.get("body", b""))
            if not message.get("more_body", False):
                await _send_changed(scope, start, bytes(body), send)

        await self._app(scope, receive, gather)


async def _send_changed(scope: Scope, start: Message, body: bytes, send: Send) -> None:
    headers = MutableHeaders(raw=list(start["headers"]))
    if headers.get("content-type", "").startswith("text/html"):
        incoming = Headers(scope=scope)
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("taal", [None])[0]
        language = language_of(incoming, asked)
        body = dressed(body.decode(), scope["leerwijzer"]["nonce"], texts_in(language)).encode()
        headers["content-length"] = str(len(body))
        del headers["content-encoding"]
    await send({**start, "headers": headers.raw})
    await send({"type": "http.response.body", "body": body})
