"""The web application: Gradio mounted in FastAPI, behind the guard; health, sources, and our own files."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from assistant.build import today
from assistant.conversation.feedback import FeedbackStore
from assistant.interface.api.mcp_server import MCP_PATH, mcp_application, mcp_server
from assistant.interface.api.services import Services
from assistant.interface.dressing import Dressing
from assistant.interface.error_pages import add_error_pages
from assistant.interface.gradio_library import gradio_library
from assistant.interface.guard import Guard
from assistant.interface.logs import log_to
from assistant.interface.rooms.layout import CONVERSATION
from assistant.interface.rooms.seam import Room
from assistant.interface.rooms.visits import Visits
from assistant.interface.seam import ConversationStore, SourceReader
from assistant.interface.settings import PageSettings
from assistant.interface.sources import AudienceOf, source_routes
from assistant.interface.streams import Streams
from assistant.interface.talk import Talk
from assistant.types import Assistant
from knowledge.types import Audience

STATIC = Path(__file__).parent / "static"

SECONDS_TO_FINISH = 5
"""On a stop, answers that are being written get this long; open pages hold a connection that never ends."""


def everyone_is_public(request: Request) -> Audience:
    """Answer everyone as the public: for a page without a login."""
    return Audience.PUBLIC


@dataclass(frozen=True, slots=True)
class Site:
    """What stands beside the conversation.

    `rooms` are the other pages, in the order of the navigation. `services` are what programs may ask; without
    them there is no endpoint for programs.
    """

    audience_of: AudienceOf = everyone_is_public
    rooms: tuple[Room, ...] = ()
    services: Services | None = None
    feedback: FeedbackStore | None = None
    visits: Visits | None = None
    """What each session is busy with, for the profile that a person confirmed in another room."""
    is_ready: Callable[[], bool] = lambda: True
    """Whether a question is answered already."""


def create_app(
    assistant: Assistant,
    sources: SourceReader,
    settings: PageSettings,
    conversations: ConversationStore | None = None,
    site: Site = Site(),
) -> FastAPI:
    """Return the application. Its running answers are stopped when its lifespan ends."""
    gradio = gradio_library()
    from assistant.interface.house import House
    from assistant.interface.mounting import mounted
    from assistant.interface.page import page

    talk = Talk(assistant, settings.serving, settings.waiting)
    for_programs = mcp_server(site.services) if site.services is not None else None
    mcp_routes = mcp_application(for_programs).routes if for_programs is not None else ()

    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with contextlib.AsyncExitStack() as stack:
            if for_programs is not None:
                await stack.enter_async_context(for_programs.session_manager.run())
            yield
        talk.close()

    def is_kept(session: str) -> bool:
        return conversations is not None and bool(conversations.load(session))

    app = FastAPI(lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    _add_health(app, sources, site.is_ready)
    app.include_router(source_routes(sources, site.audience_of))
    app.router.routes.extend(mcp_routes)
    for room in site.rooms:
        app.include_router(room.router)
    app.mount("/leerwijzer", StaticFiles(directory=STATIC))
    app.add_middleware(Dressing)
    app.add_middleware(Streams)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(settings.allowed_hosts), www_redirect=False)
    app.add_middleware(
        Guard,
        settings=settings,
        is_kept=is_kept,
        doors=[*(room.doors for room in site.rooms), *((MCP_PATH,) if site.services else ())],
        entries=[room.entry.path for room in site.rooms],
        bodies=dict(body for room in site.rooms for body in room.bodies),
    )
    add_error_pages(app)
    doors = (CONVERSATION, *(room.entry for room in site.rooms))
    house = House(
        talk,
        sources,
        settings,
        site.audience_of,
        conversations,
        doors,
        site.services,
        feedback=site.feedback,
        today=today,
    )
    return mounted(app, gradio, page(house), STATIC)


def serve(app: FastAPI, settings: PageSettings) -> None:
    """Serve `app` until the process is told to stop; logs go to standard error, one JSON object per line."""
    log_to(logging.StreamHandler(sys.stderr))
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
        timeout_keep_alive=30,
    )


def _add_health(app: FastAPI, sources: SourceReader, is_ready: Callable[[], bool]) -> None:
    @app.get("/health")
    def health() -> dict[str, str]:
        """Say that the process answers."""
        return {"status": "ok"}

    @app.get("/ready")
    def ready() -> JSONResponse:
        """Say whether a question is answered now: there is something to answer from, and somebody who has answered."""
        if not is_ready():
            detail = "De antwoorden worden nog klaargezet."
            return JSONResponse({"status": "begint", "detail": detail}, status_code=503)
        status = sources.library_status()
        if status.passages == 0:
            return JSONResponse({"status": "leeg", "detail": "Er is nog geen index."}, status_code=503)
        return JSONResponse({"status": "ok", "documents": status.documents, "passages": status.passages})

    @app.get("/sessie", status_code=204)
    def session() -> Response:
        """Answer nothing: the guard renews the cookie of a session that is kept."""
        return Response(status_code=204)
