"""The routes of the test bench, and of what wants a check."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from assistant.interface.escaping import visible
from assistant.interface.rooms.staff.bench_pages import Trial, bench_html
from assistant.interface.rooms.staff.check_pages import checks_html
from assistant.interface.rooms.staff.house import StaffHouse, StaffServices
from assistant.interface.rooms.staff.source_states import MONTHS, source_lines
from assistant.types import Question
from knowledge.attention import to_check
from knowledge.build import language_of
from knowledge.retrieval.hybrid import Query as Searched
from knowledge.types import Audience

BENCH, CHECKS = "/beheer/proef", "/beheer/nakijken"

HITS = 15

Asked = Annotated[str, Query(max_length=4_000)]
Months = Annotated[int, Query(ge=1, le=120)]


def bench_routes(house: StaffHouse) -> APIRouter:
    """Return the routes behind the login by which a question is tried, and what is old is seen."""
    services = house.services
    router = APIRouter(dependencies=[Depends(services.access.require)])

    @router.get(BENCH)
    def bench_page(request: Request, vraag: Asked = "", als: Audience = Audience.PUBLIC) -> Response:
        entered, question = house.enter(request), visible(vraag).strip()
        trial = _tried(house, question, als) if question else None
        main = bench_html(question, als, trial, entered.texts)
        return entered.page("bench", entered.texts["page_bench"], main)

    @router.get(CHECKS)
    def checks_page(request: Request, maanden: Months = MONTHS) -> Response:
        entered, knowledge = house.enter(request), services.knowledge
        today = house.reception.today()
        lines = source_lines(knowledge.store.sources(), knowledge.failed.all(), today, maanden)
        records = [one for one in to_check(knowledge, today) if one.kind != "document"]
        main = checks_html(lines, records, maanden, entered.texts)
        return entered.page("checks", entered.texts["page_checks"], main)

    return router


def _tried(house: StaffHouse, question: str, audience: Audience) -> Trial:
    services: StaffServices = house.services
    language = language_of(question)
    asked = Searched(question, audience, house.reception.today(), HITS, language)
    return Trial(
        question,
        audience,
        language,
        services.assistant.invoke(Question(question, audience=audience)),
        services.retriever.retrieve(asked),
        services.retriever.words_of(asked),
    )
