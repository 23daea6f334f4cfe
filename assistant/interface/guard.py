"""What stands before every route: headers, allowed doors, size, origin, session, and the log line.

Plain ASGI, so that a streamed answer is passed on piece by piece.
"""

from __future__ import annotations

import math
import re
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.interface.logs import LOGGER
from assistant.interface.refusing import refused
from assistant.interface.settings import PageSettings
from assistant.limits import Limiter

COOKIE = "leerwijzer"
"""Names the session of a browser. It is needed to keep conversations apart and holds nothing else."""

COOKIE_DAYS = 30
"""How long a kept conversation can be found back. Without consent the cookie ends with the browser."""

STATIC_HEADERS = {
    "x-content-type-options": "nosniff",
    # Other sites learn nothing; our own forms then carry our origin, also where the page comes over plain http
    # and browsers leave Sec-Fetch-Site out.
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}

OPEN_DOORS = (
    r"/|/health|/ready|/sessie|/bron|/bron/pagina\.png|/leerwijzer/[a-z]+\.(css|js|svg)|/config/?|/theme\.css|/robots\.txt"
    r"|/favicon\.ico|/manifest\.json|/(static|assets)/[\w./@-]+"
    r"|/gradio_api/(info|app_id|startup-events|cancel|reset|queue/(join|data|status)|heartbeat/\w+"
    r"|call/\w+(/\w+)?|run/\w+|api/\w+)/?"
)
"""All that can be reached, with the doors of the rooms. Uploads, files by path, proxies, monitoring and component servers of the
user-interface library stay shut: nothing on the page uses them."""

GRADIO_PAGE = "/"
"""The one page that the user-interface library writes; all others are ours."""


def policy(nonce: str, path: str = GRADIO_PAGE) -> str:
    """Return the content security policy of a page.

    On the page of the user-interface library 'unsafe-eval' is there because its HTML component compiles
    its own (fixed) template in the browser, and styles are set inline by the library. Everywhere inline
    scripts and handlers need the nonce, so injected ones do not run. Pictures may come from this server only.
    """
    evaluates, styles = (" 'unsafe-eval'", " 'unsafe-inline'") if path == GRADIO_PAGE else ("", "")
    return (
        f"default-src 'self'; script-src 'self' 'nonce-{nonce}'{evaluates}; "
        f"style-src 'self'{styles}; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self'; frame-src 'none'; media-src 'none'; "
        "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'"
    )


def session_of(headers: Headers) -> str:
    """Return the session id of a request, or "" when it has none that we could have given out."""
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel and re.fullmatch(r"[\w-]{43}", morsel.value) else ""


class Guard:
    """ASGI middleware; `scope["leerwijzer"]` gets the session id and the nonce of the request."""

    def __init__(
        self,
        app: ASGIApp,
        settings: PageSettings,
        is_kept: Callable[[str], bool],
        doors: Sequence[str] = (),
        entries: Sequence[str] = (),
        bodies: Mapping[str, int] | None = None,
    ) -> None:
        """Guard `app`. `doors` are regular expressions of further paths; at `entries` a session may begin too.

        A session may begin on any page under an entry: who follows a link into a room can use what it keeps.
        `bodies` gives the bytes that may be sent to a path where that is more than a message.
        """
        self._bodies = dict(bodies or {})
        self._app, self._settings, self._is_kept = app, settings, is_kept
        self._doors = re.compile("|".join((OPEN_DOORS, *doors)))
        self._entries = frozenset((GRADIO_PAGE, "/sessie", *entries))
        self._rooms = tuple(f"{entry}/" for entry in entries)
        self._requests = Limiter(settings.address_requests)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check, answer or pass on, and log one line."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        session = session_of(headers)
        nonce = secrets.token_urlsafe(16)
        scope["leerwijzer"] = {"session": session, "nonce": nonce}
        outgoing = _Outgoing(scope, send, self._extra_headers(scope, session, nonce))
        refusal = self._refusal(scope, headers)
        app = self._app if refusal is None else refusal
        capped = _Capped(receive, self._most_bytes(scope))
        try:
            await app(scope, capped.receive, outgoing.send)
        finally:
            outgoing.log()

    def _refusal(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        """Return the response for a request that may not pass, or None."""
        if not self._doors.fullmatch(scope["path"]) or ".." in scope["path"]:
            return refused(scope, 404, "Deze pagina is er niet.")
        if scope["method"] not in {"GET", "HEAD"}:
            if not self._is_same_origin(headers):
                return refused(scope, 403, "Deze vraag komt van een andere site.")
            if wait := self._requests.take(address_of(scope)):
                return _too_many(scope, wait)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._most_bytes(scope):
            sentence = "Wat je stuurt is te groot. Maak het korter of kleiner en stuur het opnieuw."
            return refused(scope, 413, sentence)
        return None

    def _most_bytes(self, scope: Scope) -> int:
        return self._bodies.get(scope["path"], self._settings.body_bytes)

    def _extra_headers(self, scope: Scope, session: str, nonce: str) -> dict[str, str]:
        """Return the policy, and a cookie where a session begins or where one was agreed to be kept."""
        is_on = self._settings.content_security_policy
        extra = {"content-security-policy": policy(nonce, scope["path"])} if is_on else {}
        if scope["path"] not in self._entries and not scope["path"].startswith(self._rooms):
            return extra
        lifetime = f"; Max-Age={COOKIE_DAYS * 86_400}" if session and self._is_kept(session) else ""
        if lifetime or not session:
            value = session or secrets.token_urlsafe(32)
            is_secure = self._settings.secure_cookie or scope.get("scheme") == "https"
            secure = "; Secure" if is_secure else ""
            extra["set-cookie"] = f"{COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax{lifetime}{secure}"
        return extra

    def _is_same_origin(self, headers: Headers) -> bool:
        """Say whether a request that changes something comes from our own page (or from a program).

        Our pages send no referrer, so browsers name "null" as the origin of their forms; then they say in
        Sec-Fetch-Site, which no script can set, whether it was this site (Fetch Metadata, W3C).
        """
        origin = headers.get("origin")
        if origin == "null":
            return headers.get("sec-fetch-site") == "same-origin"
        return origin is None or urlsplit(origin).netloc == headers.get("host", "")


def address_of(scope: Scope) -> str:
    """Return the address that a request comes from, "" when it is not known."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def _too_many(scope: Scope, seconds: float) -> Response:
    whole = math.ceil(seconds)
    sentence = f"Er komen te veel verzoeken van dit adres. Wacht {whole} seconden en probeer het opnieuw."
    return refused(scope, 429, sentence, {"retry-after": str(whole)})


class _Capped:
    """Counts what comes in, for bodies that do not tell their length."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive, self._left = receive, limit

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        return {"type": "http.disconnect"} if self._left < 0 else message


class _Outgoing:
    """Adds the headers to a response and remembers what the log line needs."""

    def __init__(self, scope: Scope, send: Send, extra: dict[str, str]) -> None:
        self._scope, self._send, self._extra = scope, send, extra
        self._status, self._started = 0, time.monotonic()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in STATIC_HEADERS.items():
                headers[name] = value
            for name, value in self._extra.items():
                headers.append(name, value)
            if not self._scope["path"].startswith(("/assets/", "/static/", "/leerwijzer/")):
                headers["cache-control"] = "no-store"
            del headers["server"]
        await self._send(message)

    def log(self) -> None:
        LOGGER.info(
            "request",
            extra={
                "event": "request",
                "method": self._scope["method"],
                "path": self._scope["path"],
                "status": self._status,
                "milliseconds": round((time.monotonic() - self._started) * 1000),
            },
        )
