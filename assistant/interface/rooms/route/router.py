"""The routes of the room. Thin: read, plan, render; what a person told stays in the visit, in memory."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from assistant.interface.exports.calendar import calendar_of
from assistant.interface.exports.pdf import pdf_of
from assistant.interface.exports.word import word_of
from assistant.interface.rooms.layout import Door
from assistant.interface.rooms.route.asking import with_answer
from assistant.interface.rooms.route.days import days_of
from assistant.interface.rooms.route.desk import Desk, DeskOf
from assistant.interface.rooms.route.form import FormState
from assistant.interface.rooms.route.goals import NoGoal
from assistant.interface.rooms.route.keeping import MOST_BYTES, BadFileError, changes_since, file_of, opened
from assistant.interface.rooms.route.page import RoutePage, Since, route_page_html
from assistant.interface.rooms.route.planned import Plan, Wish, plan_for
from assistant.interface.rooms.route.reading import Fields, Reader, read_form, shown_values
from assistant.interface.rooms.route.taking_home import document_of
from assistant.interface.rooms.seam import Reception, Room, Visitor, page_response
from assistant.interface.rooms.visits import Visit
from assistant.interface.texts import Texts, room_texts
from assistant.routes.profile_json import BadProfileError, profile_from
from assistant.types import Language

ENTRY = Door("route", "/route")
LIMITS = {"uren": "hours_per_week", "budget": "budget_euro", "afstand": "travel_km"}
KEPT_ASIDE = ("tests",)
"""Facts of a profile that the form has no field for: a saved file may hold them."""

MOST_FIELDS = 400
"""Fields of one form: the longest one has about 120."""


DOWNLOADS = {
    "json": "application/json",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ics": "text/calendar; charset=utf-8",
}
"""Kinds of files with their media types."""


def texts_of(language: Language) -> Texts:
    """Return the texts of this room."""
    return room_texts("route", language)


async def posted(request: Request) -> Fields:
    """Return the fields of a posted form (application/x-www-form-urlencoded), empty ones included."""
    try:
        text = (await request.body()).decode("utf-8")
        values = parse_qs(text, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}
    return {name: tuple(some) for name, some in values.items()}


Posted = Annotated[Fields, Depends(posted)]


async def uploaded(request: Request) -> bytes | None:
    """Return the bytes of the file of an upload, None without one. They stay in memory: the guard bounds a body far below what would be spooled to disk."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return None
    try:
        async with request.form(max_files=1, max_fields=4, max_part_size=MOST_BYTES) as form:
            file = form.get("bestand")
            return None if file is None or isinstance(file, str) else await file.read(MOST_BYTES + 1)
    except HTTPException:
        return b""


Uploaded = Annotated[bytes | None, Depends(uploaded)]


def route_room(reception: Reception, desk_of: DeskOf) -> Room:
    """Return the room over the records that `desk_of` gives."""
    room = _RouteRoom(reception, desk_of)
    router = APIRouter()
    router.add_api_route("/route", room.show, methods=["GET"])
    router.add_api_route("/route", room.save, methods=["POST"])
    router.add_api_route("/route/overnemen", room.take_over, methods=["POST"])
    router.add_api_route("/route/doel", room.aim, methods=["POST"])
    router.add_api_route("/route/antwoord", room.answer, methods=["POST"])
    router.add_api_route("/route/grenzen", room.limit, methods=["POST"])
    router.add_api_route("/route/vergeet", room.forget, methods=["POST"])
    router.add_api_route("/route/openen", room.open, methods=["POST"])
    for kind in DOWNLOADS:
        router.add_api_route(f"/route/mijn-route.{kind}", room.downloading(kind), methods=["GET"])
    return Room(
        ENTRY,
        r"/route(/(overnemen|doel|antwoord|grenzen|vergeet|openen|mijn-route\.(json|pdf|docx|ics)))?",
        router,
    )


class _RouteRoom:
    """The handlers, each from a request to a page or to an address to go on."""

    def __init__(self, reception: Reception, desk_of: DeskOf) -> None:
        self._reception, self._desk_of = reception, desk_of

    def show(self, request: Request, doel: str = "") -> Response:
        """Show the fields and, when there is a goal, the outcome; `doel` fills in a goal that is not kept yet."""
        visitor = self._receive(request)
        if doel:
            visit = replace(visitor.visit, goal="")
            form = FormState(_shown(replace(visit, goal=doel[:200])))
            return self._page(visitor, visit, RoutePage(form))
        return self._page(visitor, visitor.visit)

    def save(self, request: Request, fields: Posted) -> Response:
        """Keep what the form says, or show it again with what is wrong."""
        visitor = self._receive(request)
        reading = read_form(fields, self._desk(visitor).choices)
        if reading.problems:
            page = RoutePage(FormState(fields, reading.problems))
            return self._page(visitor, replace(visitor.visit, goal=""), page, status=422)
        aside = {name: visitor.visit.profile[name] for name in KEPT_ASIDE if name in visitor.visit.profile}

        def change(visit: Visit) -> Visit:
            return replace(
                visit,
                profile={**aside, **reading.profile},
                goal=reading.goal,
                excluded_modes=reading.excluded_modes,
                opened={},
            )

        return self._changed(visitor, change)

    def take_over(self, request: Request, fields: Posted) -> Response:
        """Take what the conversation took for told into the fields, where it can be seen and changed."""
        visitor = self._receive(request)
        try:
            told = json.loads(fields.get("profiel", ("",))[0])
            profile_from(told)
        except (ValueError, RecursionError, BadProfileError):
            return RedirectResponse("/route", status_code=303)
        return self._changed(
            visitor, lambda visit: replace(visit, profile={**visit.profile, **told}, opened={})
        )

    def aim(self, request: Request, fields: Posted) -> Response:
        """Keep another goal."""
        visitor = self._receive(request)
        goal = Reader(fields, self._desk(visitor).choices).text("doel")
        return self._changed(visitor, lambda visit: replace(visit, goal=goal, opened={}))

    def answer(self, request: Request, fields: Posted) -> Response:
        """Keep the answer to the deciding question, or ask again."""
        visitor = self._receive(request)
        profile = with_answer(visitor.visit.profile, fields, self._desk(visitor).choices)
        if profile is None:
            page = RoutePage(FormState(_shown(visitor.visit)), answer_is_wrong=True)
            return self._page(visitor, visitor.visit, page, status=422)
        return self._changed(visitor, lambda visit: replace(visit, profile=profile, opened={}))

    def limit(self, request: Request, fields: Posted) -> Response:
        """Keep other limits of hours, budget and distance."""
        visitor = self._receive(request)
        reader = Reader(fields, self._desk(visitor).choices)
        numbers = {LIMITS[name]: reader.number(name) for name in LIMITS}
        if reader.problems:
            page = RoutePage(FormState(_shown(visitor.visit)), limits=FormState(fields, reader.problems))
            return self._page(visitor, visitor.visit, page, status=422)

        def change(visit: Visit) -> Visit:
            kept: dict[str, Any] = {k: v for k, v in visit.profile.items() if k not in numbers}
            told = {name: value for name, value in numbers.items() if value is not None}
            return replace(visit, profile={**kept, **told}, opened={})

        return self._changed(visitor, change)

    def forget(self, request: Request) -> Response:
        """Drop all that this session told."""
        visitor = self._receive(request)
        self._reception.visits.forget(visitor.session)
        return RedirectResponse("/route", status_code=303)

    def open(self, request: Request, content: Uploaded) -> Response:
        """Take a kept route up again, or say what is wrong with the file."""
        visitor = self._receive(request)
        try:
            if not content:
                raise BadFileError("file_none")
            found = opened(content)
        except BadFileError as error:
            page = RoutePage(FormState(_shown(visitor.visit)), file_problem=error.key)
            return self._page(visitor, visitor.visit, page, status=422)
        wish = found.wish

        def change(visit: Visit) -> Visit:
            return replace(
                visit,
                profile=wish.profile,
                goal=wish.goal,
                excluded_modes=wish.excluded_modes,
                opened=found.saved,
            )

        return self._changed(visitor, change, "#sinds")

    def downloading(self, kind: str) -> Callable[[Request], Response]:
        """Return the handler that makes a kind of file of the plan of this session, and of no other."""

        def download(request: Request) -> Response:
            visitor = self._receive(request)
            plan = self._plan(visitor, visitor.visit)
            content = self._file(kind, plan, visitor) if isinstance(plan, Plan) else None
            if content is None:
                return RedirectResponse("/route", status_code=303)
            named = {"content-disposition": f'attachment; filename="mijn-route.{kind}"'}
            return Response(content, media_type=DOWNLOADS[kind], headers=named)

        return download

    def _file(self, kind: str, plan: Plan, visitor: Visitor) -> bytes | None:
        """Return the bytes of a file, None for a calendar without days."""
        if kind == "json":
            return file_of(plan)
        organisations, texts = self._desk(visitor).organisations, visitor.texts
        if kind == "ics":
            days = days_of(plan, organisations, texts)
            return calendar_of(days, plan.today) if days else None
        document = document_of(plan, organisations, texts)
        return pdf_of(document) if kind == "pdf" else word_of(document)

    def _plan(self, visitor: Visitor, visit: Visit) -> Plan | NoGoal | None:
        """Return the plan of a visit, None when it has no goal."""
        if not visit.goal:
            return None
        wish = Wish(visit.profile, visit.goal, visit.excluded_modes)
        return plan_for(wish, self._desk(visitor), self._reception.today(), visitor.texts.language)

    def _receive(self, request: Request) -> Visitor:
        return self._reception.receive(request, ENTRY.name, texts_of)

    def _desk(self, visitor: Visitor) -> Desk:
        return self._desk_of(visitor.audience, self._reception.today())

    def _changed(
        self, visitor: Visitor, change: Callable[[Visit], Visit], place: str = "#uitkomst"
    ) -> Response:
        """Change the visit and go on to its page; without a session the page itself is the answer."""
        visit = self._reception.visits.change(visitor.session, change)
        if visitor.session:
            return RedirectResponse(f"/route{place}" if visit.goal else "/route", status_code=303)
        return self._page(visitor, visit)

    def _page(
        self, visitor: Visitor, visit: Visit, page: RoutePage | None = None, status: int = 200
    ) -> Response:
        """Return the page of a visit; `page` holds what a form brought that is not kept."""
        desk, texts = self._desk(visitor), visitor.texts
        page = page or RoutePage(FormState(_shown(visit)))
        if not page.limits.values:
            page = replace(page, limits=FormState(_shown(visit)))
        plan = self._plan(visitor, visit)
        if isinstance(plan, Plan):
            has_days = bool(days_of(plan, desk.organisations, texts))
            page = replace(page, plan=plan, has_days=has_days, since=self._since(visitor, visit))
        elif plan is not None:
            page = replace(page, near=plan.near)
        page = replace(page, has_session=bool(visitor.session) or not visit.goal)
        main = route_page_html(page, desk, texts)
        return page_response(visitor, texts["title"], main, status, styles=("route",))

    def _since(self, visitor: Visitor, visit: Visit) -> Since | None:
        """Return what has changed since the file that this visit opened was made."""
        if not visit.opened:
            return None
        profile, today = profile_from(visit.profile), self._reception.today()
        changes = changes_since(visit.opened, profile, self._desk(visitor), today, visitor.texts.language)
        return Since(date.fromisoformat(visit.opened["saved_on"]), changes)


def _shown(visit: Visit) -> Fields:
    return shown_values(visit.profile, visit.goal, visit.excluded_modes)
