"""What is found for a search: the page of offers, exact counts, and where nothing is found what to loosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assistant.interface.rooms.offers.address import ALIVE, SORTS, Search, filter_of, limits_of, without
from assistant.interface.rooms.offers.reading import Reader
from assistant.routes.distance import nearest_km
from assistant.writing.record_words import Words
from knowledge.catalogue.queries import OfferFilter, OfferPage
from knowledge.catalogue.types import Offer, OfferState
from knowledge.store.catalogue import StoredCatalogue

PAGE_SIZE = 20

SUGGESTED, LOOKED_AT = 3, 12
"""Occupations that are suggested for the words typed, of those that match best; to some of these nothing leads."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The catalogue as one visitor sees it: what the rendering asks of it, worked out once per catalogue."""

    catalogue: StoredCatalogue
    words: Words


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An occupation that the words typed may name, and how many offers lead to it."""

    id: str
    name: str
    offers: int


@dataclass(frozen=True, slots=True)
class Found:
    """What is found for a search."""

    search: Search
    page: OfferPage
    kilometres: Mapping[str, float] = field(default_factory=dict)
    """Per id of a shown offer how far its nearest place is."""
    mended: str = ""
    """The words that were looked for instead of the typed ones."""
    unknown_place: str = ""
    looser: tuple[tuple[str, int], ...] = ()
    """Where nothing is found: the limits, each with how many offers there are without it; the most first."""
    ended: int = 0
    """How many ended offers pass as well, which are not counted."""
    suggestions: tuple[Suggestion, ...] = ()
    suggested_within: Search = field(default_factory=Search)
    """The search in which the suggested occupations have so many offers: the rest of this one, or all offers."""
    placeless: int = 0
    """For a map: how many offers pass of which no source says where they are."""

    @property
    def total(self) -> int:
        """How many offers pass."""
        return self.page.total

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // PAGE_SIZE))


def found_for(search: Search, shelf: Shelf, reader: Reader) -> Found:
    """Return what is found; words are read otherwise only where they find nothing anywhere."""
    catalogue = shelf.catalogue
    mended = _mended(search, catalogue, reader)
    wanted = filter_of(search, catalogue.gazetteer, mended or None)
    page = catalogue.page(wanted, SORTS[search.sort], (search.page - 1) * PAGE_SIZE + 1, PAGE_SIZE)
    if page.total and not page.offers:
        search = replace(search, page=1)
        page = catalogue.page(wanted, SORTS[search.sort], 1, PAGE_SIZE)
    is_unknown = bool(search.near) and wanted.near is None
    return Found(
        search,
        page,
        _kilometres(search, page.offers, catalogue),
        mended,
        search.near if is_unknown else "",
        () if page.total else _looser(search, catalogue, mended),
        _ended(wanted, catalogue),
        *_suggestions(search, shelf),
        _placeless(wanted, catalogue) if search.is_map else 0,
    )


def _mended(search: Search, catalogue: StoredCatalogue, reader: Reader) -> str:
    """Return words that find something and may be meant, "" when the typed ones do or when there are none.

    The last resort are those of the words that find something by themselves, or the most telling one of them.
    """

    def finds(words: str) -> bool:
        return bool(words and catalogue.listing(OfferFilter(text=words)).total)

    if not search.words or finds(search.words):
        return ""
    readings = tuple(reader.otherwise(search.words))
    parts = [[word for word in words.split() if finds(word)] for words in readings]
    for words in (*readings, *map(" ".join, parts)):
        if finds(words):
            return words
    return min(parts[-1], key=lambda word: catalogue.listing(OfferFilter(text=word)).total, default="")


def _looser(search: Search, catalogue: StoredCatalogue, mended: str) -> tuple[tuple[str, int], ...]:
    ways = []
    for limit in limits_of(search):
        words = None if limit == "words" else mended or None
        total = catalogue.listing(filter_of(without(search, limit), catalogue.gazetteer, words)).total
        if total:
            ways.append((limit, total))
    return tuple(sorted(ways, key=lambda way: (-way[1], way[0])))


def _ended(wanted: OfferFilter, catalogue: StoredCatalogue) -> int:
    if wanted.state != ALIVE:
        return 0
    return catalogue.listing(replace(wanted, state=(OfferState.ENDED.value,))).total


def _placeless(wanted: OfferFilter, catalogue: StoredCatalogue) -> int:
    """Return how many offers pass and state no place; 0 where a place is asked for, since all have one then."""
    if wanted.place or wanted.near:
        return 0
    return catalogue.listing(replace(wanted, place=(" ",))).unknown.get("place", 0)


def _kilometres(search: Search, offers: tuple[Offer, ...], catalogue: StoredCatalogue) -> dict[str, float]:
    home = catalogue.gazetteer.find(search.near) if search.near else None
    if home is None:
        return {}
    found = {
        offer.id: nearest_km(
            home, [place for place in offer.places.value or () if place.latitude is not None]
        )
        for offer in offers
    }
    return {id_: km for id_, km in found.items() if km is not None}


def _suggestions(search: Search, shelf: Shelf) -> tuple[tuple[Suggestion, ...], Search]:
    """Return the occupations that the typed words name, the best match first, with the search that counts their offers.

    That is the rest of the search; where nothing of it leads to them, all offers.
    """
    catalogue = shelf.catalogue
    named = catalogue.occupations(search.words, LOOKED_AT) if search.words else ()
    if search.values("occupation") or not named:
        return (), Search()
    for within in (replace(without(search, "words"), is_map=False), Search()):
        totals = dict(catalogue.listing(filter_of(within, catalogue.gazetteer)).counts["occupation"])
        found = [
            Suggestion(one.id, shelf.words.occupation(one), totals[one.id])
            for one in named
            if one.id in totals
        ]
        if found:
            return tuple(found[:SUGGESTED]), within
    return (), Search()
