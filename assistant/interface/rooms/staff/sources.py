"""The routes of the list of sources."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from assistant.interface.rooms.staff.access import ROOM
from assistant.interface.rooms.staff.house import StaffHouse
from assistant.interface.rooms.staff.source_pages import sources_html
from assistant.interface.rooms.staff.source_states import MONTHS, SourceFilter, source_lines

Word = Annotated[str, Query(max_length=200)]
Months = Annotated[int, Query(ge=1, le=120)]


def source_list_routes(house: StaffHouse) -> APIRouter:
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
        knowledge = services.knowledge
        today = house.reception.today()
        lines = source_lines(knowledge.store.sources(), knowledge.failed.all(), today, maanden)
        wanted = SourceFilter(stand, voor, soort, zoek)
        main = sources_html(lines, wanted, maanden, entered.texts)
        return entered.page("sources", entered.texts["page_sources"], main)

    return router
