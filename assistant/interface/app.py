"""The web application: Gradio mounted in FastAPI, behind the guard; health, sources, and our own files."""

from __future__ import annotations

import contextlib
import importlib
import logging
import os
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

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


def create_app(
    assistant: Assistant,
    sources: SourceReader,
    settings: PageSettings,
    conversations: ConversationStore | None = None,
    site: Site = Site(),
) -> FastAPI:
    """Return the application. Its running answers are stopped when its lifespan ends."""
    gradio = _quiet_gradio()
    from assistant.interface.house import House
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
    _add_health(app, sources)
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
    return _with_page(app, gradio, page(house))


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


def _quiet_gradio() -> ModuleType:
    """Import Gradio with its reports home turned off, which it decides when it is imported.

    Its own statistics of every event (for the monitoring page, which is shut) are put off as well: they
    take a pandas table per event.
    """
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = "1000000000"
    return importlib.import_module("gradio")


def _with_page(app: FastAPI, gradio: ModuleType, blocks: object) -> FastAPI:
    """Mount the page at the root, with everything that Gradio would add to it turned off."""
    mounted: FastAPI = gradio.mount_gradio_app(
        app,
        blocks,
        path="/",
        footer_links=[],
        run_history=False,
        show_error=False,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        max_file_size=0,
        favicon_path=str(STATIC / "leerwijzer.svg"),
        theme=gradio.themes.Base(font=["system-ui", "sans-serif"], font_mono=["monospace"], text_size="lg"),
    )
    return mounted


def _add_health(app: FastAPI, sources: SourceReader) -> None:
    @app.get("/health")
    def health() -> dict[str, str]:
        """Say that the process answers."""
        return {"status": "ok"}

    @app.get("/ready")
    def ready() -> JSONResponse:
        """Say whether there is anything to answer from."""
        status = sources.library_status()
        if status.passages == 0:
            return JSONResponse({"status": "leeg", "detail": "Er is nog geen index."}, status_code=503)
        return JSONResponse({"status": "ok", "documents": status.documents, "passages": status.passages})

    @app.get("/sessie", status_code=204)
    def session() -> Response:
        """Answer nothing: the guard renews the cookie of a session that is kept."""
        return Response(status_code=204)
