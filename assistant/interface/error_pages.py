"""What the routes raise, as answers: refusals, addresses that are incomplete, and faults of ours without their words."""

from __future__ import annotations

import secrets

from fastapi import FastAPI, Request
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from assistant.interface.guard import STATIC_HEADERS, policy
from assistant.interface.logs import LOGGER
from assistant.interface.refusing import opens_a_page, refused


def add_error_pages(app: FastAPI) -> None:
    """Give people a page in their language where programs get an object."""

    @app.exception_handler(HTTPException)
    async def refuse(request: Request, error: HTTPException) -> Response:
        if error.status_code < 400 or not opens_a_page(request.headers):
            return await http_exception_handler(request, error)
        return refused(request.scope, error.status_code, str(error.detail), error.headers)

    @app.exception_handler(RequestValidationError)
    async def incomplete(request: Request, error: RequestValidationError) -> Response:
        if not opens_a_page(request.headers):
            return await request_validation_exception_handler(request, error)
        return refused(request.scope, 422, "")

    app.add_exception_handler(Exception, _broken)


def _broken(request: Request, error: Exception) -> Response:
    """Answer a fault; the answer passes outside the guard, so the headers are set here."""
    LOGGER.error("fault", extra={"event": "fault", "path": request.url.path}, exc_info=error)
    known = request.scope.setdefault("leerwijzer", {"session": "", "nonce": secrets.token_urlsafe(16)})
    headers = {
        **STATIC_HEADERS,
        "content-security-policy": policy(known["nonce"], request.url.path),
        "cache-control": "no-store",
    }
    return refused(request.scope, 500, "Er ging iets mis aan onze kant.", headers)
