"""The routes by which files come in, and by which a task is followed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from fastapi.responses import HTMLResponse
from starlette.datastructures import FormData, UploadFile
from starlette.requests import ClientDisconnect

from assistant.interface.error_words import error_words
from assistant.interface.escaping import one_line
from assistant.interface.rooms.staff.access import MOST_FIELDS, check_token
from assistant.interface.rooms.staff.house import StaffHouse, go
from assistant.interface.rooms.staff.upload_pages import MEGABYTES, about_from, task_html, upload_html
from assistant.staff.receiving import (
    MOST_BYTES,
    MOST_FILES,
    Received,
    RefusedUploadError,
    SentFile,
    receive,
)
from assistant.staff.tasks import Work
from knowledge.errors import KnowledgeError
from knowledge.indexing import UPLOADS, IngestReport
from knowledge.progress import Progress
from knowledge.types import SourceMetadata

ADD, TASK = "/beheer/toevoegen", "/beheer/taak"

BODIES = ((ADD, MOST_BYTES + 1024 * 1024),)
"""Room for the files of one upload and the form around them."""

FIELDS = ("voor", "titel", "uitgever", "eigenaar", "adres", "vanaf", "tot", "gecontroleerd")

PAGE_OF = {"upload": "add", "remove": "sources", "rollback": "versions"}
"""Which page of the room a task belongs to."""

TaskId = Annotated[str, Query(max_length=50)]


def upload_routes(house: StaffHouse) -> APIRouter:
    """Return the routes behind the login for sending files in."""
    services = house.services
    router = APIRouter(dependencies=[Depends(services.access.require)])

    @router.get(ADD)
    def upload_page(request: Request) -> Response:
        given = {"gecontroleerd": house.reception.today().isoformat()}
        return _form(house, request, given)

    @router.post(ADD)
    async def upload(request: Request) -> Response:
        try:
            form = await request.form(max_files=MOST_FILES + 1, max_fields=MOST_FIELDS)
        except ClientDisconnect as error:
            raise HTTPException(400, "De verbinding brak af.") from error
        try:
            check_token(form, request.state.person.form_token)
            return await asyncio.to_thread(_take, house, request, form)
        finally:
            await form.close()

    @router.get(TASK)
    def task_page(request: Request, nr: TaskId, deel: bool = False) -> Response:
        entered, task = house.enter(request), services.tasks.of(nr)
        if task is None:
            return entered.page(
                "add", entered.texts["task_title"], f"<p>{entered.texts['task_gone']}</p>", 404
            )
        if deel:
            return HTMLResponse(task_html(task, entered.texts))
        title = entered.texts[f"task_{task.what}"]
        return entered.page(PAGE_OF[task.what], title, task_html(task, entered.texts))

    return router


def _take(house: StaffHouse, request: Request, form: FormData) -> Response:
    """Receive the files of a form and have them ingested; or show the form again with what is wrong."""
    services, entered = house.services, house.enter(request)
    texts = entered.texts
    given = {name: str(form.get(name, "")).strip()[:500] for name in FIELDS}
    files = [file for file in form.getlist("bestanden") if isinstance(file, UploadFile)]
    about = about_from(given)
    if isinstance(about, str):
        return _form(house, request, given, texts[about])
    if about.title and sum(bool(file.filename) for file in files) > 1:
        return _form(house, request, given, texts["upload_one_title"])
    try:
        sent = [SentFile(file.filename or "", file.file) for file in files]
        received = receive(sent, services.knowledge.settings.home / UPLOADS)
    except RefusedUploadError as error:
        sentence = texts[f"upload_{error.why.value}"].format(megabytes=MEGABYTES, files=MOST_FILES)
        return _form(house, request, given, sentence, error.name)
    except KnowledgeError as error:
        return _form(house, request, given, "", error_words(error, texts.language))
    names = ", ".join(path.name for path in received.to_read)
    work = _ingesting(house, received, about)
    task_id = services.tasks.submit("upload", names, entered.person.name, work)
    if task_id is None:
        received.delete()
        return _form(house, request, given, texts["task_too_many"])
    services.log.add(entered.person.name, "upload", names)
    return go(f"{TASK}?nr={task_id}")


def _ingesting(house: StaffHouse, received: Received, about: SourceMetadata) -> Work:
    """Return the work of reading the files, which deletes them whatever happens."""

    def work(progress: Progress) -> IngestReport:
        try:
            return house.services.knowledge.ingest.run(received.to_read, progress, about=about)
        finally:
            received.delete()

    return work


def _form(
    house: StaffHouse, request: Request, given: Mapping[str, str], error: str = "", name: str = ""
) -> Response:
    entered = house.enter(request)
    told = f"{one_line(name)}: {error}" if name and error else error or one_line(name)
    main = upload_html(entered.texts, entered.person.form_token, given, told)
    return entered.page("add", entered.texts["page_add"], main, 422 if told else 200)
