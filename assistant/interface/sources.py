"""The routes by which a cited passage is read: as a panel, as a page of its own, and as a picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from assistant.interface.cited import SOURCE_ROUTE
from assistant.interface.panels import document_html, missing_html, panel_html, quote_in
from assistant.interface.seam import SourceReader
from assistant.interface.speaking import language_of
from assistant.interface.texts import texts_in
from knowledge.types import Audience

AudienceOf = Callable[[Request], Audience]
"""Says for whom a request is answered. Until there is a login, everyone is the public."""

Offset = Annotated[int, Query(ge=0, le=1_000_000_000)]
PassageId = Annotated[str, Query(max_length=500)]


def source_routes(sources: SourceReader, audience_of: AudienceOf) -> APIRouter:
    """Return the routes. What a session may not see gets the same 404 as what does not exist."""
    router = APIRouter()

    @router.get(SOURCE_ROUTE)
    def passage_page(
        request: Request,
        passage: PassageId,
        van: Offset = 0,
        tot: Offset = 0,
        taal: str = "",
        deel: bool = False,
    ) -> HTMLResponse:
        texts = texts_in(language_of(request.headers, taal))
        view = sources.passage_view(passage, audience_of(request))
        panel = missing_html(texts) if view is None else panel_html(view, van, tot, passage, texts)
        html = panel if deel else document_html(panel, texts, request.scope["leerwijzer"]["nonce"])
        return HTMLResponse(html, status_code=404 if view is None else 200)

    @router.get(f"{SOURCE_ROUTE}/pagina.png")
    def page_picture(request: Request, passage: PassageId, van: Offset = 0, tot: Offset = 0) -> Response:
        audience = audience_of(request)
        view = sources.passage_view(passage, audience)
        if view is None or not view.has_picture:
            return Response(status_code=404)
        picture = sources.page_picture(view.source_id, view.page_number, quote_in(view, van, tot), audience)
        return Response(status_code=404) if picture is None else Response(picture, media_type="image/png")

    return router
