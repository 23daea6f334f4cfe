"""The addresses of the room: thin, from a request to a page or a file."""

from __future__ import annotations

from functools import partial

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from assistant.interface.rooms.figures.choosing import FILE_PATH, PATH, Asked, asked_of, chosen
from assistant.interface.rooms.figures.page import figures_html, subject_title
from assistant.interface.rooms.figures.spreadsheet import file_of
from assistant.interface.rooms.figures.subjects import Subject, newest_years, subjects_of
from assistant.interface.rooms.figures.tables import Reading
from assistant.interface.rooms.layout import Door
from assistant.interface.rooms.offers.routes import CatalogueOf
from assistant.interface.rooms.offers.wording import Tongue
from assistant.interface.rooms.seam import Reception, Room, Visitor, page_response
from assistant.interface.texts import room_texts
from assistant.writing.record_words import Words
from knowledge.catalogue.types import Figure
from knowledge.store.catalogue import StoredCatalogue

DOOR = Door("figures", PATH)
TEXTS = partial(room_texts, "figures")
STYLES = ("opleidingen", "cijfers")


def figures_room(reception: Reception, catalogue_of: CatalogueOf) -> Room:
    """Return the room."""
    router = APIRouter()

    @router.get(PATH)
    def show(request: Request) -> Response:
        """Show the figures that are asked for; of no known subject the first."""
        visitor = reception.receive(request, DOOR.name, TEXTS)
        catalogue = catalogue_of(visitor.audience)
        figures = catalogue.figures()
        subjects = subjects_of(figures)
        asked = asked_of(request.query_params.multi_items())
        subject = _subject(subjects, asked)
        if subject is None:
            return page_response(visitor, visitor.texts["title"], f"<p>{visitor.texts['no_records']}</p>")
        reading = _reading(visitor, catalogue, figures, reception)
        main = figures_html(subjects, subject, asked, reading)
        title = f"{visitor.texts['title']}: {subject_title(subject, reading)}"
        return page_response(visitor, title, main, styles=STYLES)

    @router.get(FILE_PATH)
    def file(request: Request) -> Response:
        """Give the figures that are asked for as a file."""
        visitor = reception.receive(request, DOOR.name, TEXTS)
        asked = asked_of(request.query_params.multi_items())
        subject = _subject(subjects_of(catalogue_of(visitor.audience).figures()), asked)
        if subject is None:
            return RedirectResponse(PATH, status_code=303)
        headers = {"content-disposition": 'attachment; filename="cijfers.csv"'}
        return Response(
            file_of(chosen(subject, asked)), media_type="text/csv; charset=utf-8", headers=headers
        )

    return Room(DOOR, rf"{PATH}(/cijfers\.csv)?", router)


def _subject(subjects: tuple[Subject, ...], asked: Asked) -> Subject | None:
    return next((one for one in subjects if one.id == asked.subject), subjects[0] if subjects else None)


def _reading(
    visitor: Visitor, catalogue: StoredCatalogue, figures: tuple[Figure, ...], reception: Reception
) -> Reading:
    home = {names[0] for names in catalogue.gazetteer.areas.values()}
    names = {one.id: one.name for one in catalogue.organisations()}
    tongue = Tongue(visitor.texts, Words(visitor.texts.language, names))
    return Reading(tongue, reception.today(), newest_years(figures), home)
