"""Answers for what cannot be done: a page for a person, an object for a program. Pure but for the reading of headers."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Scope

from assistant.interface.rooms.layout import Frame, room_html
from assistant.interface.speaking import language_of
from assistant.interface.texts import texts_in

WORDED = frozenset({403, 404, 413, 422, 429, 500})
"""Statuses that have a sentence of their own in the texts, `refused_<status>`."""

MOST_PARAMETERS = 20


def refused(scope: Scope, status: int, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return a page in the language of a browser that opens one; else `sentence` in an object, for scripts and programs."""
    incoming = Headers(scope=scope)
    if not opens_a_page(incoming):
        return JSONResponse({"detail": sentence}, status_code=status, headers=headers)
    return HTMLResponse(_page(scope, incoming, status), status_code=status, headers=headers)


def opens_a_page(headers: Headers) -> bool:
    """Say whether a request is that of a browser which shows what comes back as a page.

    A script of the page asks for HTML too; browsers say that it is no navigation (Fetch Metadata, W3C), where they say it.
    """
    is_shown = headers.get("sec-fetch-mode", "navigate") == "navigate"
    return is_shown and "text/html" in headers.get("accept", "")


def _page(scope: Scope, headers: Headers, status: int) -> str:
    query = _query(scope)
    texts = texts_in(language_of(headers, dict(query).get("taal")))
    nonce = str(scope.get("leerwijzer", {}).get("nonce", ""))
    key = f"refused_{status}" if status in WORDED else "refused_other"
    main = f'<p>{texts[key]}</p><p><a href="/">{texts["refused_back"]}</a></p>'
    frame = Frame(texts, nonce, (), "", scope["path"], query)
    return room_html(frame, texts["refused_title"], main)


def _query(scope: Scope) -> tuple[tuple[str, str], ...]:
    """Return the parameters of the address; none of one that has too many."""
    try:
        pairs = parse_qsl(scope["query_string"].decode("latin-1"), max_num_fields=MOST_PARAMETERS)
    except ValueError:
        return ()
    # What is no text cannot go back into an address.
    return tuple((name, value) for name, value in pairs if "\ufffd" not in name + value)
