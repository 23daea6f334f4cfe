"""What answers about routes need of a catalogue, worked out once: the planner's index, the names in a talk, the links."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from assistant.routes.index_building import build_index
from assistant.routes.planner_index import PlannerIndex
from assistant.routes.types import Catalogue
from assistant.types import Language
from assistant.understanding.lexicon import Lexicon, Sense, person_lexicon_of
from assistant.writing.records import Book, RecordWriter
from knowledge.catalogue.types import Occupation, Offer
from knowledge.store.catalogue import StoredCatalogue
from knowledge.types import Audience

LinkOccupation = Callable[[str], str | None]
"""Gives the id of the occupation that words mean, None when none is near enough."""

PROVINCES = frozenset(
    ["Overijssel", "Gelderland", "Flevoland", "Drenthe", "Utrecht", "Friesland", "Groningen"]
)
"""Areas that are too wide to say in which region of a fund somebody lives."""


@dataclass(slots=True)
class RouteBook:
    """One catalogue as answers about routes see it."""

    book: Book
    index: PlannerIndex
    link: LinkOccupation
    offers: Mapping[str, Offer]
    occupations: Mapping[str, Occupation]
    names: tuple[tuple[str, Sense], ...]
    lexicons: dict[Language, Lexicon] = field(default_factory=dict)

    def lexicon(self, language: Language) -> Lexicon:
        """Return the words in which people tell about themselves, with the names of the catalogue."""
        if language not in self.lexicons:
            self.lexicons[language] = person_lexicon_of(language, self.names)
        return self.lexicons[language]


class RouteBooks:
    """Keeps one book per audience, and makes it anew when the catalogue changes or the index no longer holds."""

    def __init__(self, records: RecordWriter, link_of: Callable[[Catalogue], LinkOccupation]) -> None:
        self._records = records
        self._link_of = link_of
        self._books: dict[Audience, RouteBook] = {}
        self._lock = threading.Lock()

    def of(self, audience: Audience, today: date) -> RouteBook:
        """Return the book of an audience that holds on a day."""
        book = self._records.book(audience)
        with self._lock:
            known = self._books.get(audience)
            if known is None or known.book is not book:
                known = self._books[audience] = self._made(book, today)
            elif not known.index.holds_on(today):
                known.index = build_index(known.index.catalogue, today)
            return known

    def _made(self, book: Book, today: date) -> RouteBook:
        catalogue = catalogue_of(book.catalogue)
        index = build_index(catalogue, today)
        schemes = [
            (name, Sense("scheme", (scheme.id,)))
            for scheme in catalogue.schemes
            for name in (scheme.name, *scheme.synonyms)
        ]
        return RouteBook(
            book,
            index,
            self._link_of(catalogue),
            {offer.id: offer for offer in index.offers},
            {one.id: one for one in catalogue.occupations},
            (*book.names, *schemes),
        )


def catalogue_of(records: StoredCatalogue) -> Catalogue:
    """Return the records that routes are searched over, with the regions that each place and region lies in."""
    gazetteer = records.gazetteer
    regions: dict[str, tuple[str, ...]] = {place.name: () for place in gazetteer.places.values()}
    for area, *places in gazetteer.areas.values():
        for place in places:
            regions[place] = (*regions.get(place, ()), area)
    for area, *places in gazetteer.areas.values():
        if area not in PROVINCES:
            regions[area] = (*regions.get(area, ()), *places)
    return Catalogue(records.all_offers(), records.rules(), records.schemes(), records.occupations(), regions)
