"""The routes of the sources: the list, one source with its passages, taking it out, and going back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from assistant.interface.rooms.staff.access import ROOM, text_of
from assistant.interface.rooms.staff.house import Entered, StaffHouse, StaffServices, go
from assistant.interface.rooms.staff.parts import notice_html
from assistant.interface.rooms.staff.passage_pages import (
    PER_PAGE,
    Difference,
    PassagePage,
    source_html,
    versions_html,
)
from assistant.interface.rooms.staff.source_pages import sources_html
from assistant.interface.rooms.staff.source_states import (
    MONTHS,
    Origin,
    SourceFilter,
    SourceLine,
    source_lines,
)
from assistant.interface.rooms.staff.upload_pages import told_from
from assistant.interface.rooms.staff.uploads import TASK
from assistant.staff.tasks import Work
from knowledge.indexing import IngestReport
from knowledge.progress import Progress
from knowledge.types import Source

SOURCE, VERSIONS = "/beheer/bron", "/beheer/versies"

UPKEEP = ("eigenaar", "uitgever", "vanaf", "tot", "gecontroleerd")

Word = Annotated[str, Query(max_length=200)]
Months = Annotated[int, Query(ge=1, le=120)]
PageNumber = Annotated[int, Query(ge=1, le=100_000)]


def source_routes(house: StaffHouse) -> APIRouter:
    """Return the routes behind the login by which the sources are seen."""
    services = house.services
    router = APIRouter(dependencies=[Depends(services.access.require)])

    @router.get(ROOM)
    def sources_page(
        request: Request,
        zoek: Word = "",
        stand: Word = "",
        voor: Word = "",
        soort: Word = "",
        maanden: Months = MONTHS,
    ) -> Response:
        entered = house.enter(request)
        wanted = SourceFilter(stand, voor, soort, zoek)
        main = sources_html(_lines(house, maanden), wanted, maanden, entered.texts)
        return entered.page("sources", entered.texts["page_sources"], main)

    @router.get(SOURCE)
    def source_page(request: Request, id: Word, blad: PageNumber = 1) -> Response:
        entered, line = house.enter(request), _line(house, id)
        if line is None:
            return _no_source(entered)
        page = _passages(services, line, blad)
        main = source_html(line, page, entered.person.form_token, entered.texts)
        return entered.page("sources", line.title, main)

    return router


def removal_routes(house: StaffHouse) -> APIRouter:
    """Return the routes behind the login by which a source, or a message of a failure, is taken out."""
    services = house.services
    router = APIRouter(dependencies=[Depends(services.access.require)])

    @router.post(f"{SOURCE}/verwijderen")
    def remove(request: Request) -> Response:
        entered, line = house.enter(request), _line(house, text_of(request, "id", 200))
        if line is None or line.source is None or line.origin is Origin.LIBRARY:
            return _no_source(entered)
        return _start(services, entered, "remove", line.title, _removing(services, line.id))

    @router.post(f"{SOURCE}/vergeten")
    def forget(request: Request) -> Response:
        line = _line(house, text_of(request, "id", 200))
        if line is not None and line.source is None:
            services.knowledge.failed.forget(line.address)
        return go(ROOM)

    return router


def upkeep_routes(house: StaffHouse) -> APIRouter:
    """Return the routes behind the login by which one says that a source was checked, or what else is known of it."""
    services = house.services
    router = APIRouter(dependencies=[Depends(services.access.require)])

    @router.post(f"{SOURCE}/nagekeken")
    def checked(request: Request) -> Response:
        entered, line = house.enter(request), _line(house, text_of(request, "id", 200))
        if line is None or line.source is None:
            return _no_source(entered)
        return _described(services, entered, replace(line.source, checked_on=house.reception.today()))

    @router.post(f"{SOURCE}/bijwerken")
    def describe(request: Request) -> Response:
        entered, line = house.enter(request), _line(house, text_of(request, "id", 200))
        if line is None or line.source is None:
            return _no_source(entered)
        told = told_from({name: text_of(request, name, 200) for name in UPKEEP})
        if isinstance(told, str):
            page = _passages(services, line, 1)
            main = source_html(line, page, entered.person.form_token, entered.texts)
            notice = notice_html(entered.texts[told], is_error=True)
            return entered.page("sources", line.title, notice + main, 422)
        changed = replace(
            line.source,
            owner=told.owner or "",
            publisher=told.publisher or "",
            valid_from=told.valid_from,
            valid_until=told.valid_until,
            checked_on=told.checked_on,
        )
        return _described(services, entered, changed)

    return router


def version_routes(house: StaffHouse) -> APIRouter:
    """Return the routes behind the login by which one goes back to the version before."""
    services = house.services
    router = APIRouter(dependencies=[Depends(services.access.require)])

    @router.get(VERSIONS)
    def versions_page(request: Request) -> Response:
        entered, shelf = house.enter(request), services.knowledge.builder.shelf
        token = entered.person.form_token
        main = versions_html(shelf.kept(), shelf.current(), _difference(services), token, entered.texts)
        return entered.page("versions", entered.texts["page_versions"], main)

    @router.post(f"{VERSIONS}/terug")
    def roll_back(request: Request) -> Response:
        entered = house.enter(request)

        def work(progress: Progress) -> IngestReport:
            progress("Index controleren", 0, 1)
            return IngestReport((), services.knowledge.ingest.roll_back())

        return _start(services, entered, "rollback", "", work)

    return router


def _start(services: StaffServices, entered: Entered, what: str, about: str, work: Work) -> Response:
    """Have a task done and show how far it is."""
    task_id = services.tasks.submit(what, about, entered.person.name, work)
    if task_id is None:
        told = notice_html(entered.texts["task_too_many"], is_error=True)
        return entered.page("sources", entered.texts["task_title"], told, 503)
    services.log.add(entered.person.name, what, about)
    return go(f"{TASK}?nr={task_id}")


def _described(services: StaffServices, entered: Entered, source: Source) -> Response:
    services.knowledge.store.describe(source)
    services.log.add(entered.person.name, "describe", source.title)
    return go(f"{SOURCE}?id={source.id}")


def _removing(services: StaffServices, source_id: str) -> Work:
    def work(progress: Progress) -> IngestReport:
        return services.knowledge.ingest.remove([source_id], progress)

    return work


def _lines(house: StaffHouse, months: int = MONTHS) -> tuple[SourceLine, ...]:
    knowledge = house.services.knowledge
    return source_lines(knowledge.store.sources(), knowledge.failed.all(), house.reception.today(), months)


def _line(house: StaffHouse, source_id: str) -> SourceLine | None:
    return next((line for line in _lines(house) if line.id == source_id), None)


def _passages(services: StaffServices, line: SourceLine, number: int) -> PassagePage:
    found = tuple(services.knowledge.store.passages_of([line.source.version])) if line.source else ()
    first = (number - 1) * PER_PAGE
    return PassagePage(found[first : first + PER_PAGE], number, len(found))


def _difference(services: StaffServices) -> Difference:
    """Return what going back to the version before would change."""
    knowledge = services.knowledge
    current = knowledge.builder.shelf.current()
    earlier = [kept for kept in knowledge.builder.shelf.kept() if current and kept.number < current]
    if not earlier:
        return Difference()
    then = _by_id(knowledge.store.sources_of(sorted(earlier[0].versions)).values())
    now = _by_id(item.source for item in knowledge.store.sources())
    return Difference(
        out=tuple(sorted(now[id_].title for id_ in now.keys() - then.keys())),
        back=tuple(sorted(then[id_].title for id_ in then.keys() - now.keys())),
        changed=tuple(
            sorted(
                now[id_].title for id_ in now.keys() & then.keys() if now[id_].version != then[id_].version
            )
        ),
    )


def _by_id(sources: Iterable[Source]) -> dict[str, Source]:
    return {source.id: source for source in sources}


def _no_source(entered: Entered) -> Response:
    return entered.page(
        "sources", entered.texts["page_sources"], f"<p>{entered.texts['no_sources']}</p>", 404
    )
