"""What every room is given per request, and what a room is to the application."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.interface.rooms.layout import Door, Frame, room_html
from assistant.interface.rooms.visits import Visit, Visits
from assistant.interface.sources import AudienceOf
from assistant.interface.speaking import language_cookie, language_of
from assistant.interface.texts import Texts, texts_in
from knowledge.types import Audience


@dataclass(frozen=True, slots=True)
class Room:
    """A part of the site. `doors` is a regular expression of the paths that it serves; `entry` is its place in the navigation.

    `bodies` names paths to which more bytes may be sent than a message has; their routes check who sends first.
    """

    entry: Door
    doors: str
    router: APIRouter
    bodies: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks for a page: language, session ("" without one), what they may see, and what they are busy with."""

    texts: Texts
    session: str
    audience: Audience
    visit: Visit
    frame: Frame
    has_chosen_language: bool


class Reception:
    """Receives the requests of all rooms."""

    def __init__(
        self, doors: Sequence[Door], visits: Visits, audience_of: AudienceOf, today: Callable[[], date]
    ) -> None:
        self._doors, self.visits = tuple(doors), visits
        self._audience_of, self.today = audience_of, today

    def receive(self, request: Request, current: str, texts_of: Callable[..., Texts] = texts_in) -> Visitor:
        """Return who asks. `texts_of` gives the texts of a language; `current` names the room."""
        asked = request.query_params.get("taal")
        language = language_of(request.headers, asked)
        known = request.scope["leerwijzer"]
        texts = texts_of(language)
        frame = Frame(
            texts,
            known["nonce"],
            self._doors,
            current,
            request.url.path,
            tuple(request.query_params.multi_items()),
        )
        session = known["session"]
        visit = self.visits.of(session)
        return Visitor(texts, session, self._audience_of(request), visit, frame, asked is not None)


def page_response(
    visitor: Visitor,
    title: str,
    main: str,
    status: int = 200,
    styles: Sequence[str] = (),
    scripts: Sequence[str] = (),
) -> HTMLResponse:
    """Return a room's page, and remember the language where it was chosen by the address."""
    response = HTMLResponse(room_html(visitor.frame, title, main, styles, scripts), status_code=status)
    if visitor.has_chosen_language:
        response.headers["set-cookie"] = language_cookie(visitor.texts.language)
    return response
