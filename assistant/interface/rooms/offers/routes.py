"""The addresses of the room: thin, from a request to what is found and rendered."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import parse_qs, urlsplit

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from assistant.interface.rooms.layout import Door
from assistant.interface.rooms.offers.address import ALIVE, PATH, address_of, search_of
from assistant.interface.rooms.offers.compare_page import MOST_LISTED, Column, comparison_html, shortlist_html
from assistant.interface.rooms.offers.finding import Shelf, Suggestion, found_for
from assistant.interface.rooms.offers.listing_page import Around, listing_html
from assistant.interface.rooms.offers.offer_page import Opened, later_steps, opened_html
from assistant.interface.rooms.offers.reading import Reader, reader_over
from assistant.interface.rooms.offers.wording import COMPARE_PATH, SHORTLIST_PATH, Tongue, name_of
from assistant.interface.rooms.seam import Reception, Room, Visitor, page_response
from assistant.interface.rooms.visits import Visit
from assistant.interface.speaking import language_cookie
from assistant.interface.texts import room_texts
from assistant.routes.rules_in_force import rules_in_force
from assistant.types import Language
from assistant.writing.record_words import Words
from knowledge.catalogue.queries import OfferFilter
from knowledge.catalogue.types import Offer
from knowledge.store.catalogue import StoredCatalogue
from knowledge.types import Audience

DOOR = Door("offers", PATH)

CatalogueOf = Callable[[Audience], StoredCatalogue]
"""Gives the catalogue of the day for an audience."""

TEXTS = partial(room_texts, "offers")
STYLES = SCRIPTS = ("opleidingen",)

MOST_ALIKE = 5
MOST_COMPARED = 8
"""Ids that an address of a comparison is read for; more than four is said to be too many."""

MOST_IN_A_FORM = 4_000
"""Bytes of a form that changes the shortlist: an id, a word and an address."""


@dataclass(frozen=True, slots=True)
class _Kept:
    shelf: Shelf
    reader: Reader


class Shelves:
    """What is worked out once per catalogue, audience and language. Thread-safe; follows the catalogue."""

    def __init__(self, catalogue_of: CatalogueOf) -> None:
        self._catalogue_of = catalogue_of
        self._kept: dict[tuple[Audience, Language], _Kept] = {}
        self._lock = threading.Lock()

    def of(self, audience: Audience, language: Language) -> _Kept:
        """Return the catalogue with its words and the reader of search boxes."""
        catalogue = self._catalogue_of(audience)
        with self._lock:
            kept = self._kept.get((audience, language))
            if kept is None or kept.shelf.catalogue is not catalogue:
                names = {one.id: one.name for one in catalogue.organisations()}
                kept = _Kept(Shelf(catalogue, Words(language, names)), reader_over(catalogue, language))
                self._kept[(audience, language)] = kept
            return kept


def offers_room(reception: Reception, catalogue_of: CatalogueOf) -> Room:
    """Return the room."""
    router = APIRouter()
    shelves = Shelves(catalogue_of)
    router.get(PATH)(_browse(reception, shelves))
    router.get(COMPARE_PATH)(_compare(reception, shelves))
    router.get(SHORTLIST_PATH)(_shortlist(reception, shelves))
    router.post(SHORTLIST_PATH)(_change_shortlist(reception))
    router.get(PATH + "/{offer_id:path}")(_open(reception, shelves))
    return Room(DOOR, rf"{PATH}(/.+)?", router)


Handler = Callable[[Request], Response]


def _browse(reception: Reception, shelves: Shelves) -> Handler:
    def browse(request: Request) -> Response:
        """Show what is found; words that name filters become those, by a redirect to the address that says so."""
        visitor = reception.receive(request, DOOR.name, TEXTS)
        kept = shelves.of(visitor.audience, visitor.texts.language)
        shelf, tongue = kept.shelf, Tongue(visitor.texts, kept.shelf.words)
        search = search_of(request.query_params.multi_items())
        read = kept.reader.read(search)
        if read != search:
            response = RedirectResponse(address_of(read), status_code=303)
            if visitor.has_chosen_language:
                response.headers["set-cookie"] = language_cookie(visitor.texts.language)
            return response
        found = found_for(search, shelf, kept.reader)
        around = Around(
            shelf.catalogue.gazetteer,
            dict(_occupation_names(search.values("occupation"), shelf)),
            visitor.visit.shortlist,
        )
        main = listing_html(found, around, tongue)
        return page_response(visitor, visitor.texts["title"], main, styles=STYLES, scripts=SCRIPTS)

    return browse


def _open(reception: Reception, shelves: Shelves) -> Callable[[Request, str], Response]:
    def open_offer(request: Request, offer_id: str) -> Response:
        """Show one offer."""
        visitor = reception.receive(request, DOOR.name, TEXTS)
        shelf = shelves.of(visitor.audience, visitor.texts.language).shelf
        tongue = Tongue(visitor.texts, shelf.words)
        offers = shelf.catalogue.offers([offer_id])
        if not offers:
            return _missing(visitor)
        offer = offers[0]
        rules = rules_in_force(offer, shelf.catalogue.rules(), reception.today())
        opened = Opened(
            offer,
            rules,
            _occupations(offer, shelf),
            later_steps(offer, shelf.catalogue.follows_on(offer.id)),
            shelf.catalogue.more_like_this(offer.id, MOST_ALIKE),
            shelf.catalogue.offers(visitor.visit.shortlist),
        )
        main = opened_html(opened, tongue)
        return page_response(visitor, name_of(offer), main, styles=STYLES, scripts=SCRIPTS)

    return open_offer


def _compare(reception: Reception, shelves: Shelves) -> Handler:
    def compare(request: Request) -> Response:
        """Show offers side by side."""
        visitor = reception.receive(request, DOOR.name, TEXTS)
        shelf = shelves.of(visitor.audience, visitor.texts.language).shelf
        ids = list(dict.fromkeys(request.query_params.getlist("id")))[:MOST_COMPARED]
        rules, today = shelf.catalogue.rules(), reception.today()
        columns = [
            Column(offer, rules_in_force(offer, rules, today)) for offer in shelf.catalogue.offers(ids)
        ]
        main = comparison_html(columns, Tongue(visitor.texts, shelf.words))
        return page_response(visitor, visitor.texts["compare_title"], main, styles=STYLES, scripts=SCRIPTS)

    return compare


def _shortlist(reception: Reception, shelves: Shelves) -> Handler:
    def shortlist(request: Request) -> Response:
        """Show the shortlist of this browser session."""
        visitor = reception.receive(request, DOOR.name, TEXTS)
        shelf = shelves.of(visitor.audience, visitor.texts.language).shelf
        offers = shelf.catalogue.offers(visitor.visit.shortlist)
        asked = request.query_params.get("melding", "")
        notice = f"notice_{asked}" if asked in NOTICES else ""
        gone = len(visitor.visit.shortlist) - len(offers)
        main = shortlist_html(offers, gone, notice, Tongue(visitor.texts, shelf.words))
        return page_response(visitor, visitor.texts["shortlist"], main, styles=STYLES, scripts=SCRIPTS)

    return shortlist


NOTICES = frozenset({"vol", "leeg", "koekjes"})
"""What can be said after a change, by its name in the address."""


def _change_shortlist(reception: Reception) -> Callable[[Request], object]:
    async def change_shortlist(request: Request) -> Response:
        """Change the shortlist and go back to where the button was."""
        fields = parse_qs((await request.body())[:MOST_IN_A_FORM].decode("utf-8", "replace"))
        asked = {name: values[-1] for name, values in fields.items()}
        session = request.scope["leerwijzer"]["session"]
        if not session:
            return _to(f"{SHORTLIST_PATH}?melding=koekjes")
        offer_id, what = asked.get("id", ""), asked.get("doe", "")
        if what == "leeg":
            reception.visits.change(session, partial(_with_shortlist, change=lambda ids: ()))
            return _to(f"{SHORTLIST_PATH}?melding=leeg")
        before = reception.visits.of(session).shortlist
        if what == "erop" and offer_id and offer_id not in before and len(before) >= MOST_LISTED:
            return _to(f"{SHORTLIST_PATH}?melding=vol")
        change = {"erop": partial(_added, offer_id), "eraf": partial(_removed, offer_id)}.get(what)
        if change is not None and offer_id:
            reception.visits.change(session, partial(_with_shortlist, change=change))
        return _to(own_address(asked.get("terug", "")))

    return change_shortlist


def own_address(back: str) -> str:
    """Return an address to go back to when it lies in this room, else that of the shortlist."""
    parts = urlsplit(back)
    is_ours = (
        not parts.scheme and not parts.netloc and (parts.path == PATH or parts.path.startswith(f"{PATH}/"))
    )
    is_plain = back.isascii() and back.isprintable() and "\\" not in back
    return back if is_ours and is_plain else SHORTLIST_PATH


def _added(offer_id: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*ids, offer_id)))[:MOST_LISTED]


def _removed(offer_id: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in ids if one != offer_id)


def _with_shortlist(visit: Visit, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Visit:
    return replace(visit, shortlist=change(visit.shortlist))


def _to(address: str) -> Response:
    return RedirectResponse(address, status_code=303)


def _missing(visitor: Visitor) -> Response:
    texts = visitor.texts
    main = f'<p>{texts["offer_missing"]}</p><p><a href="{PATH}">{texts["back_to_list"]}</a></p>'
    return page_response(visitor, texts["offer_missing_title"], main, 404, STYLES, SCRIPTS)


def _occupations(offer: Offer, shelf: Shelf) -> tuple[Suggestion, ...]:
    totals = dict(shelf.catalogue.listing(OfferFilter(state=ALIVE)).counts["occupation"])
    names = _occupation_names(offer.occupations.value or (), shelf)
    return tuple(Suggestion(id_, name, totals.get(id_, 0)) for id_, name in names)


def _occupation_names(ids: Iterable[str], shelf: Shelf) -> tuple[tuple[str, str], ...]:
    """Return the names of occupations by id, in the order asked, without those that are no record."""
    wanted = tuple(ids)
    if not wanted:
        return ()
    known = {one.id: one for one in shelf.catalogue.occupations() if one.id in wanted}
    return tuple((id_, shelf.words.occupation(known[id_])) for id_ in wanted if id_ in known)
