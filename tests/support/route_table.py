"""What every route of the site needs, and how it is asked for somebody's things. A route that is missing here fails a test."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from tests.support.people import Someone


class Needs(Enum):
    """What a route asks of who comes."""

    NOTHING = "the same for everyone"
    SESSION = "gives what this session told"
    STAFF = "a login"
    STREAM = "the session that the stream or event belongs to"
    SHUT = "it cannot be reached"


Parameters = Callable[[Someone], Mapping[str, Any]]


def nothing(_: Someone) -> Mapping[str, Any]:
    """Name no one's things."""
    return {}


@dataclass(frozen=True, slots=True)
class Case:
    """How a route is asked for the things of somebody.

    `path` fills what stands in braces, `query` and `body` (JSON), `form` and `files` name things. `guessed` is an
    address with a place for an id, for routes that take one. `tells`: the owner finds their own words in the answer.
    `ends` is False for a stream that goes on for ever.
    """

    needs: Needs
    path: Parameters = nothing
    query: Parameters = nothing
    body: Parameters | None = None
    form: Parameters | None = None
    guessed: str = ""
    tells: bool = False
    ends: bool = True
    headers: Mapping[str, str] = field(default_factory=dict)


OPEN, SHUT = Case(Needs.NOTHING), Case(Needs.SHUT)
POSTED = Case(Needs.SESSION, form=lambda _: {"doel": "lasser", "uren": "8"})
EXPORT = Case(Needs.SESSION, tells=True)
STAFF, STAFF_FORM = Case(Needs.STAFF), Case(Needs.STAFF, form=lambda whose: {"id": whose.source, "nr": "1"})
MCP = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}


def _stream(body: Parameters, path: Parameters = nothing) -> Case:
    return Case(Needs.STREAM, path=path, body=body)


def _event(whose: Someone) -> Mapping[str, Any]:
    return {"api_name": "ask", "event_id": whose.event}


def _asking(whose: Someone) -> Mapping[str, Any]:
    return {"data": ["Wat is BBL?", "nl", None, None], "session_hash": whose.stream}


def _ask(_: Someone) -> Mapping[str, Any]:
    return {"api_name": "ask"}


_FETCHED = Case(Needs.STREAM, path=_event, guessed="/gradio_api/call/ask/{id}")
_NAMES_NONE = Case(Needs.NOTHING, path=_ask, body=lambda _: {"question": "Wat is BBL?"})
_PASSAGE = {"query": lambda whose: {"passage": whose.passage}}

OWN: dict[str, Case] = {
    "GET /health": OPEN,
    "GET /ready": OPEN,
    "GET /sessie": OPEN,
    "GET /leerwijzer/*": OPEN,
    "* /mcp": Case(
        Needs.NOTHING, body=lambda _: MCP, headers={"accept": "application/json, text/event-stream"}
    ),
    "GET /bron": Case(Needs.NOTHING, **_PASSAGE, guessed="/bron?passage={id}&deel=1"),
    "GET /bron/pagina.png": Case(Needs.NOTHING, **_PASSAGE, guessed="/bron/pagina.png?passage={id}"),
    "GET /opleidingen": OPEN,
    "GET /opleidingen/vergelijk": Case(Needs.NOTHING, query=lambda whose: {"id": whose.offer}),
    "GET /opleidingen/lijstje": Case(Needs.SESSION),
    "POST /opleidingen/lijstje": Case(Needs.SESSION, form=lambda whose: {"id": whose.offer, "doe": "eraf"}),
    "GET /opleidingen/{offer_id:path}": Case(
        Needs.NOTHING, path=lambda whose: {"offer_id:path": whose.offer}
    ),
    "GET /route": EXPORT,
    "POST /route": POSTED,
    "POST /route/overnemen": POSTED,
    "POST /route/doel": POSTED,
    "POST /route/antwoord": POSTED,
    "POST /route/grenzen": POSTED,
    "POST /route/vergeet": POSTED,
    "POST /route/openen": POSTED,
    "GET /route/mijn-route.json": EXPORT,
    "GET /route/mijn-route.pdf": EXPORT,
    "GET /route/mijn-route.docx": EXPORT,
    "GET /route/mijn-route.ics": Case(Needs.SESSION),
    "GET /cijfers": OPEN,
    "GET /cijfers/cijfers.csv": OPEN,
}

BEHEER: dict[str, Case] = {
    "GET /beheer/inloggen": OPEN,
    "POST /beheer/inloggen": Case(Needs.NOTHING, form=lambda whose: {"naam": whose.name}),
    "GET /beheer/code": OPEN,
    "POST /beheer/code": Case(Needs.NOTHING, form=lambda whose: {"code": whose.name}),
    "GET /beheer": STAFF,
    "GET /beheer/accounts": STAFF,
    "GET /beheer/bron": Case(
        Needs.STAFF, query=lambda whose: {"id": whose.source or "x"}, guessed="/beheer/bron?id={id}"
    ),
    "GET /beheer/nakijken": STAFF,
    "GET /beheer/proef": Case(Needs.STAFF, query=lambda _: {"vraag": "Wat is BBL?", "als": "staff"}),
    "GET /beheer/taak": Case(
        Needs.STAFF, query=lambda whose: {"nr": whose.task or "x"}, guessed="/beheer/taak?nr={id}"
    ),
    "GET /beheer/toevoegen": STAFF,
    "GET /beheer/versies": STAFF,
    "GET /beheer/vragen": STAFF,
    "GET /beheer/vragen/toets": Case(
        Needs.STAFF, query=lambda _: {"nr": 1}, guessed="/beheer/vragen/toets?nr={id}"
    ),
    **dict.fromkeys(
        (
            *(f"POST /beheer/accounts/{what}" for what in ("uitnodigen", "verwijderen", "wachtwoord")),
            *(f"POST /beheer/bron/{what}" for what in ("bijwerken", "nagekeken", "vergeten", "verwijderen")),
            *("POST /beheer/toevoegen", "POST /beheer/uitloggen"),
            *("POST /beheer/versies/terug", "POST /beheer/vragen/vergeten"),
        ),
        STAFF_FORM,
    ),
}

LIBRARY: dict[str, Case] = {
    **dict.fromkeys(
        (
            *("GET /", "HEAD /", "GET /config", "GET /config/", "GET /theme.css", "GET /robots.txt"),
            *("GET /favicon.ico", "GET /manifest.json", "GET /gradio_api/app_id", "GET /gradio_api/app_id/"),
            *("GET /gradio_api/info", "GET /gradio_api/info/", "GET /gradio_api/startup-events"),
        ),
        OPEN,
    ),
    "GET /static/{path:path}": Case(Needs.NOTHING, path=lambda _: {"path:path": "img/logo.svg"}),
    "GET /assets/{path:path}": Case(Needs.NOTHING, path=lambda _: {"path:path": "index.js"}),
    "GET /gradio_api/queue/status": Case(
        Needs.STREAM, query=lambda whose: {"session_hash": whose.stream, "event_id": whose.event}
    ),
    "GET /gradio_api/queue/data": Case(
        Needs.STREAM,
        query=lambda whose: {"session_hash": whose.stream},
        guessed="/gradio_api/queue/data?session_hash={id}",
        ends=False,
    ),
    "GET /gradio_api/heartbeat/{session_hash}": Case(
        Needs.STREAM, path=lambda whose: {"session_hash": whose.stream}, ends=False
    ),
    "GET /gradio_api/call/{api_name}/{event_id}": _FETCHED,
    "GET /gradio_api/call/v2/{api_name}/{event_id}": SHUT,
    "POST /gradio_api/call/v2/{api_name}": _NAMES_NONE,
    "POST /gradio_api/call/v2/{api_name}/": _NAMES_NONE,
    **{
        f"POST /gradio_api/{what}/{{api_name}}{slash}": _stream(_asking, _ask)
        for what in ("call", "run", "api")
        for slash in ("", "/")
    },
    "POST /gradio_api/queue/join": _stream(lambda whose: {**_asking(whose), "fn_index": 0}),
    "POST /gradio_api/cancel": _stream(
        lambda whose: {"session_hash": whose.stream, "fn_index": 0, "event_id": whose.event}
    ),
    "POST /gradio_api/reset": _stream(lambda whose: {"event_id": whose.event}),
    "POST /gradio_api/reset/": _stream(lambda whose: {"event_id": whose.event}),
}

_SHUT_PATHS = """
GET /openapi.json
HEAD /openapi.json
POST /login
POST /login/
GET /logout
GET /svelte/{path:path}
GET /gradio_api/deep_link
GET /pwa_icon
GET /pwa_icon/{size}
GET /monitoring
GET /monitoring/summary
GET /monitoring/{key}
GET /gradio_api/user
GET /gradio_api/user/
GET /gradio_api/login_check
GET /gradio_api/login_check/
GET /gradio_api/token
GET /gradio_api/token/
GET /gradio_api/dev/reload
GET /gradio_api/runs
GET /gradio_api/runs/
GET /gradio_api/openapi.json
GET /gradio_api/custom_component/{id}/{environment}/{type}/{file_name}
GET /gradio_api/proxy={url_path:path}
HEAD /gradio_api/proxy={url_path:path}
GET /gradio_api/file={path_or_url:path}
HEAD /gradio_api/file={path_or_url:path}
GET /gradio_api/file/{path:path}
POST /gradio_api/stream/{event_id}
POST /gradio_api/stream/{event_id}/close
GET /gradio_api/stream/{session_hash}/{run}/{component_id}/playlist.m3u8
GET /gradio_api/stream/{session_hash}/{run}/{component_id}/{segment_id}.{ext}
GET /gradio_api/stream/{session_hash}/{run}/{component_id}/playlist-file
POST /gradio_api/component_server
POST /gradio_api/component_server/
GET /gradio_api/upload_progress
POST /gradio_api/upload
GET /gradio_api/theme.css
POST /gradio_api/process_recording
POST /gradio_api/vibe-edit
POST /gradio_api/vibe-edit/
POST /gradio_api/undo-vibe-edit
POST /gradio_api/undo-vibe-edit/
GET /gradio_api/vibe-code
GET /gradio_api/vibe-code/
POST /gradio_api/vibe-code
POST /gradio_api/vibe-code/
POST /gradio_api/vibe-starter-queries
POST /gradio_api/vibe-starter-queries/
"""

TABLE: dict[str, Case] = {**OWN, **BEHEER, **LIBRARY, **dict.fromkeys(_SHUT_PATHS.split("\n")[1:-1], SHUT)}
"""Every route as `all_routes.routes_of` names it."""
