"""The routes of the questions that people rated, and of the cases made from them."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from assistant.interface.rooms.staff.access import text_of
from assistant.interface.rooms.staff.house import StaffHouse, go
from assistant.interface.rooms.staff.question_pages import questions_html
from assistant.staff.eval_cases import case_lines

QUESTIONS = "/beheer/vragen"

COUNTED_DAYS = 30

Number = Annotated[int, Query(ge=1, le=2**31)]


def question_routes(house: StaffHouse) -> APIRouter:
    """Return the routes behind the login for what people agreed to have kept."""
    services = house.services
    router = APIRouter(dependencies=[Depends(services.access.require)])

    @router.get(QUESTIONS)
    def questions_page(request: Request, goed: bool = False) -> Response:
        entered = house.enter(request)
        kept = [one for one in services.feedback.ratings() if one.rating.is_good == goed]
        since = house.reception.today() - timedelta(days=COUNTED_DAYS)
        counts = services.feedback.counts(since)
        main = questions_html(kept, counts, goed, entered.person.form_token, entered.texts)
        return entered.page("questions", entered.texts["page_questions"], main)

    @router.get(f"{QUESTIONS}/toets")
    def cases(nr: Number | None = None) -> Response:
        ratings = services.feedback.ratings((nr,) if nr is not None else None)
        chosen = [one for one in ratings if nr is not None or not one.rating.is_good]
        name = f"toets-{nr}.jsonl" if nr is not None else "toets.jsonl"
        return Response(
            case_lines(chosen),
            status_code=200 if chosen else 404,
            media_type="application/x-ndjson",
            headers={"content-disposition": f'attachment; filename="{name}"'},
        )

    @router.post(f"{QUESTIONS}/vergeten")
    def forget(request: Request) -> Response:
        number = text_of(request, "nr", 12)
        if number.isascii() and number.isdigit():
            services.feedback.forget(int(number))
        return go(QUESTIONS)

    return router
