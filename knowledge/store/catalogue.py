"""The catalogue over the SQL database: one snapshot per set of source versions, kept until they change."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from knowledge.catalogue.codec import KINDS, Record
from knowledge.catalogue.comparing import compared, more_like
from knowledge.catalogue.facets import OfferFacets, facets_of
from knowledge.catalogue.folding import folded
from knowledge.catalogue.gazetteer import Gazetteer
from knowledge.catalogue.leading import Leading
from knowledge.catalogue.merging import merged_occupation, merged_offer, merged_organisation, merged_skill
from knowledge.catalogue.occupation_index import OccupationIndex
from knowledge.catalogue.offer_index import OfferIndex
from knowledge.catalogue.progression import admits, follow_on_kinds, granted
from knowledge.catalogue.providers import schools_of_offers
from knowledge.catalogue.queries import ComparedField, Listing, OfferFilter, OfferPage, OfferSort
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import Figure, Occupation, Offer, OfferState, Organisation, Scheme, Skill
from knowledge.catalogue.validity import (
    SchemeNeed,
    SchemeState,
    Shelf,
    fits,
    rules_in_force,
    scheme_state,
    shelf_of,
)
from knowledge.remembering import Remembered
from knowledge.store.record_rows import OfferRow
from knowledge.store.records import RecordStore
from knowledge.types import Audience

T = TypeVar("T", Offer, Scheme, Rule, Occupation, Organisation, Figure)

FOLLOW_ON_LIMIT = 200
"""Offers that are looked at for "what follows"; more is not an answer but a list, and that is a filter."""

MOST_READ = 1_000
"""Offers that are remembered as they were read, about 10 kB each: answers name the same few again and again."""

MOST_LISTED = 100
"""Lists that are remembered with their counts, about 20 kB each: a question and its follow-ups ask for the same one several times."""


class Catalogues:
    """Gives the catalogue of a reader; a new one when sources were added, changed or rolled back."""

    def __init__(self, store: RecordStore, gazetteer: Gazetteer) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._lock = threading.Lock()
        self._kept: dict[Audience, StoredCatalogue] = {}

    def of(self, audience: Audience = Audience.PUBLIC, generation: int | None = None) -> StoredCatalogue:
        """Return the catalogue of the current sources, or of those of a generation, as `audience` sees it."""
        versions = self._store.versions(audience, generation)
        with self._lock:
            kept = self._kept.get(audience)
            if kept is None or kept.versions != versions:
                kept = self._kept[audience] = StoredCatalogue(self._store, versions, self._gazetteer)
            return kept


class StoredCatalogue:
    """A `Catalogue`: fixed versions, read from the database when asked for and then kept."""

    def __init__(self, store: RecordStore, versions: tuple[str, ...], gazetteer: Gazetteer) -> None:
        self.versions = versions
        self._store = store
        self.gazetteer = gazetteer
        self._lock = threading.RLock()
        self._offers: _Offers | None = None
        self._all: dict[str, tuple[Record, ...]] = {}
        self._labels: OccupationIndex | None = None
        self._leading: Leading | None = None
        self._providers: tuple[Organisation, ...] | None = None
        self._read: Remembered[int, Offer] = Remembered(MOST_READ)
        self._figures: Remembered[tuple[str, str, str], tuple[Figure, ...]] = Remembered(MOST_LISTED)
        self._listings: Remembered[tuple[OfferFilter, OfferSort], Listing] = Remembered(MOST_LISTED)

    def listing(self, wanted: OfferFilter, sort: OfferSort = OfferSort.NAME) -> Listing:
        """Return all offers that pass a filter, with exact counts per facet."""
        return self._listings.of(
            (wanted, sort), lambda: self._loaded().index.listing(self._resolved(wanted), sort)
        )

    def page(
        self, wanted: OfferFilter, sort: OfferSort = OfferSort.NAME, first: int = 1, size: int = 20
    ) -> OfferPage:
        """Return the offers from place `first` on, at most `size`, with the listing they are of."""
        listing = self.listing(wanted, sort)
        start = max(first, 1)
        return OfferPage(listing, self.offers(listing.ids[start - 1 : start - 1 + size]), start)

    def offers(self, ids: Sequence[str]) -> tuple[Offer, ...]:
        """Return offers by id in the order asked; unknown ids are left out."""
        group_of = self._loaded().group_of
        numbers = [number for id_ in ids if (number := group_of.get(id_)) is not None]
        known = {number: one for number in numbers if (one := self._read.get(number)) is not None}
        new = [number for number in dict.fromkeys(numbers) if number not in known]
        read = dict(zip(new, self._read_groups(new), strict=True))
        for number, offer in read.items():
            self._read.note(number, offer)
        return tuple((known | read)[number] for number in numbers)

    def _read_groups(self, numbers: Sequence[int]) -> Iterator[Offer]:
        """Yield the offers of groups of rows, read from the database, in the order asked."""
        groups = [self._loaded().groups[number] for number in numbers]
        wanted = sorted({row.id for group in groups for row in group})
        stated: dict[str, list[Offer]] = {}
        for record in self._store.records_by_id("offer", wanted, self.versions):
            assert isinstance(record, Offer)
            stated.setdefault(record.id, []).append(record)
        for group in groups:
            same = [offer for id_ in dict.fromkeys(row.id for row in group) for offer in stated[id_]]
            yield self._placed(merged_offer(same))

    def all_offers(self) -> tuple[Offer, ...]:
        """Return every offer, by id."""
        return self.offers(sorted(self._loaded().index.ids))

    def names(self) -> Mapping[str, str]:
        """Return the name of every offer by its id, without reading the offers themselves."""
        return self._loaded().names

    def compare(self, ids: Sequence[str]) -> tuple[ComparedField, ...]:
        """Return two to four offers field by field. Raises `ValueError` for another number of known ids."""
        return compared(self.offers(ids))

    def more_like_this(self, offer_id: str, limit: int = 5) -> tuple[Offer, ...]:
        """Return the offers most like one, the most alike first; empty for an unknown id."""
        found = self.offers([offer_id])
        loaded = self._loaded()
        pairs = zip(loaded.index.ids, loaded.facets, strict=True)
        return self.offers(more_like(found[0], pairs, limit)) if found else ()

    def follows_on(self, offer_id: str) -> tuple[Offer, ...]:
        """Return the offers that come after one: those that it names, or else those that admit its diploma.

        It may name offers by id or by level and field ("mbo-4 mechatronica"). An offer that states its own
        rule is read by that, another by the national rules for its kind; of those admitted only offers that
        share a field are given.
        """
        found = self.offers([offer_id])
        if not found:
            return ()
        grants, fields_ = granted(found[0]), found[0].fields.value or ()
        named = self._stated_follow_on(found[0])
        if named:
            return named
        kinds = follow_on_kinds(self.rules(), grants)
        near = self.listing(OfferFilter(field=fields_)).ids[:FOLLOW_ON_LIMIT] if fields_ and grants else ()
        admitted = [
            offer
            for offer in self.offers(near)
            if offer.id != found[0].id
            and offer.state is not OfferState.ENDED
            and (admits(offer.rule.value, grants) if offer.rule.value else offer.kind.value in kinds)
        ]
        return tuple({offer.id: offer for offer in admitted}.values())

    def _stated_follow_on(self, offer: Offer) -> tuple[Offer, ...]:
        """Return the offers that an offer names as what comes after it, without itself and without ended ones."""
        ids: list[str] = []
        for named in offer.follow_on.value or ():
            level, _, field_ = named.partition(" ")
            ids.append(named)
            if field_:
                ids += self.listing(OfferFilter(level=(level,), field=(field_,))).ids
        following = self.offers([id_ for id_ in dict.fromkeys(ids) if id_ != offer.id])
        return tuple(one for one in following if one.state is not OfferState.ENDED)

    def leads_to(self, occupation_id: str) -> tuple[Offer, ...]:
        """Return the offers that lead to an occupation, named by either, by its code or after it; else those near it."""
        leading = self.leading()
        return self.offers(leading.named.get(occupation_id) or leading.near.get(occupation_id, ()))

    def leading(self) -> Leading:
        """Return which offers lead to which occupations; worked out once, from every offer."""
        with self._lock:
            if self._leading is None:
                occupations = self._records("occupation", Occupation, merged_occupation)
                self._leading = Leading.of(self.all_offers(), occupations)
            return self._leading

    def occupations(self, text: str = "", limit: int = 20) -> tuple[Occupation, ...]:
        """Return occupations by any of their names, the best match first; all of them for an empty text."""
        if not text:
            return self._records("occupation", Occupation, merged_occupation)
        return self._occupations(self._index_of_labels().find(text, limit))

    def occupations_called(self, name: str) -> tuple[Occupation, ...]:
        """Return the occupations of which a text is a whole name in any language: those that are called so first, else all."""
        return self._occupations(self._index_of_labels().called(name))

    def _index_of_labels(self) -> OccupationIndex:
        with self._lock:
            if self._labels is None:
                self._labels = OccupationIndex(self._store.labels(self.versions))
            return self._labels

    def _occupations(self, ids: Sequence[str]) -> tuple[Occupation, ...]:
        if not ids:
            return ()
        stated: dict[str, list[Occupation]] = {id_: [] for id_ in ids}
        for record in self._store.records_by_id("occupation", ids, self.versions):
            assert isinstance(record, Occupation)
            stated[record.id].append(record)
        return tuple(merged_occupation(group) for group in stated.values())

    def skills(self, occupation: Occupation) -> tuple[Skill, ...]:
        """Return the skills of an occupation that are records, in its order."""
        stated: dict[str, list[Skill]] = {id_: [] for id_ in occupation.skills}
        for record in self._store.records_by_id("skill", occupation.skills, self.versions):
            assert isinstance(record, Skill)
            stated[record.id].append(record)
        return tuple(merged_skill(group) for group in stated.values() if group)

    def schemes(self) -> tuple[Scheme, ...]:
        """Return every scheme, ended ones too, by id."""
        return self._records("scheme", Scheme, _newest)

    def schemes_open(self, today: date, need: SchemeNeed) -> tuple[tuple[Scheme, SchemeState], ...]:
        """Return the schemes that fit and have not ended on a day, open ones first."""
        states = [(scheme, scheme_state(scheme, today)) for scheme in self.schemes() if fits(scheme, need)]
        order = list(SchemeState)
        living = [pair for pair in states if pair[1] is not SchemeState.ENDED]
        return tuple(sorted(living, key=lambda pair: (order.index(pair[1]), pair[0].id)))

    def rules(self, today: date | None = None) -> tuple[Rule, ...]:
        """Return the national rules; with a day those in force on it."""
        rules = self._records("rule", Rule, _newest)
        return rules if today is None else rules_in_force(rules, today)

    def organisations(self) -> tuple[Organisation, ...]:
        """Return every organisation, by id."""
        return self._records("organisation", Organisation, merged_organisation)

    def providers(self) -> tuple[Organisation, ...]:
        """Return every organisation, and one for each school that only offers name: those of a catalogue of one's own."""
        with self._lock:
            if self._providers is None:
                self._providers = (*self.organisations(), *self._schools_of_offers())
            return self._providers

    def _schools_of_offers(self) -> tuple[Organisation, ...]:
        every = self.listing(OfferFilter())
        given = [name for name, _ in every.counts["provider"]]
        places = (*self.gazetteer.places, *self.gazetteer.areas, *(name for name, _ in every.counts["place"]))
        fields_ = (name for name, _ in every.counts["field"])
        taken = {
            word for name in (*self.names().values(), *fields_, *places) for word in folded(name).split()
        }
        return schools_of_offers(given, self.organisations(), taken)

    def figures(self, indicator: str = "", region: str = "", period: str = "") -> tuple[Figure, ...]:
        """Return the figures whose indicator holds all words asked, of a region and a period."""
        return self._figures.of(
            (indicator, region, period), lambda: self._read_figures(indicator, region, period)
        )

    def _read_figures(self, indicator: str, region: str, period: str) -> tuple[Figure, ...]:
        words, wanted = folded(indicator).split(), folded(region)
        return tuple(
            figure
            for figure in self._records("figure", Figure, _newest)
            if all(word in folded(figure.indicator) for word in words)
            and (not wanted or wanted == folded(figure.region))
            and period in ("", figure.period)
        )

    def stale(self, today: date) -> tuple[Shelf, ...]:
        """Return what needs checking on a day, never checked first, then the oldest first."""
        records: list[Record] = [*self.all_offers(), *self.schemes(), *self.rules(), *self.occupations()]
        shelves = [shelf_of(record, today) for record in (*records, *self.organisations(), *self.figures())]
        old = [shelf for shelf in shelves if shelf.is_stale]
        return tuple(sorted(old, key=lambda shelf: (shelf.checked_on or date.min, shelf.kind, shelf.id)))

    def counts(self) -> dict[str, int]:
        """Return how many records of each kind there are, each once."""
        stated = self._store.ids(self.versions)
        found = {kind: len(stated.get(kind, ())) for kind in KINDS}
        return found | {"offer": len(self._loaded().index)}

    def _records(self, kind: str, _class: type[T], merge: Callable[[Sequence[T]], T]) -> tuple[T, ...]:
        with self._lock:
            if kind not in self._all:
                stated: dict[str, list[T]] = {}
                for record in self._store.records(kind, self.versions):
                    stated.setdefault(record.id, []).append(record)  # type: ignore[arg-type]
                self._all[kind] = tuple(merge(stated[id_]) for id_ in sorted(stated))
            return self._all[kind]  # type: ignore[return-value]

    def _loaded(self) -> _Offers:
        with self._lock:
            if self._offers is None:
                self._offers = _Offers(list(self._store.offer_rows(self.versions)), self)
            return self._offers

    def merged_facets(self, group: Sequence[OfferRow]) -> OfferFacets:
        """Return the flat form of an offer that several records state, with the points of its places."""
        facets = group[0].facets
        if len(group) > 1:
            ids = list(dict.fromkeys(row.id for row in group))
            stated = self._store.records_by_id("offer", ids, self.versions)
            facets = facets_of(merged_offer([offer for offer in stated if isinstance(offer, Offer)]))
        places = facets.values.get("place", ())
        if len(facets.points) < len(places):
            points = [point for place in places if (point := self.gazetteer.point(place))]
            facets = replace(facets, points=tuple(points) or facets.points)
        return facets

    def _placed(self, offer: Offer) -> Offer:
        """Return an offer of which the places have coordinates where the gazetteer knows them."""
        places = offer.places.value
        if not places or all(place.latitude is not None for place in places):
            return offer
        found = tuple(
            place
            if place.latitude is not None
            else replace(self.gazetteer.find(place.name) or place, name=place.name)
            for place in places
        )
        first = replace(offer.places.statements[0], value=found)
        return replace(offer, places=replace(offer.places, statements=(first, *offer.places.statements[1:])))

    def _resolved(self, wanted: OfferFilter) -> OfferFilter:
        """Return a filter in which each provider stands for its id, name and synonyms."""
        if not wanted.provider:
            return wanted
        names: dict[str, tuple[str, ...]] = {}
        for one in self.organisations():
            known = (one.id, one.name, *one.synonyms)
            names.update({folded(name): known for name in known})
        asked = [name for word in wanted.provider for name in names.get(folded(word), (word,))]
        return replace(wanted, provider=tuple(dict.fromkeys(asked)))


class _Offers:
    """The rows of all offers, grouped by what is one offer, with the index over the groups."""

    def __init__(self, rows: Sequence[OfferRow], catalogue: StoredCatalogue) -> None:
        self.groups = grouped(rows)
        self.group_of = {row.id: number for number, group in enumerate(self.groups) for row in group}
        self.facets = [catalogue.merged_facets(group) for group in self.groups]
        self.index = OfferIndex([group[0].id for group in self.groups], self.facets)
        self.names = {id_: one.name for id_, one in zip(self.index.ids, self.facets, strict=True)}


def grouped(rows: Iterable[OfferRow]) -> list[list[OfferRow]]:
    """Return rows that are one offer together: the same id, or the same merge key from different sources.

    Two records of one source with one key stay apart: a source knows what it tells apart.
    """
    by_id: dict[str, list[OfferRow]] = {}
    for row in rows:
        by_id.setdefault(row.id, []).append(row)
    groups: list[list[OfferRow]] = []
    open_groups: dict[str, list[list[OfferRow]]] = {}
    for same in by_id.values():
        versions = {row.version for row in same}
        keys = dict.fromkeys(row.merge_key for row in same)
        room = (group for key in keys for group in open_groups.get(key, ()))
        home = next((group for group in room if versions.isdisjoint(row.version for row in group)), None)
        if home is None:
            home = []
            groups.append(home)
        home.extend(same)
        for key in keys:
            open_groups.setdefault(key, []).append(home)
    return groups


def _newest(records: Sequence[T]) -> T:
    """Return the record of the strongest and newest source; the others are in their own sources."""
    return max(records, key=_strength)


def _strength(record: Scheme | Rule | Figure | Offer | Occupation | Organisation) -> tuple[int, str]:
    if isinstance(record, Scheme | Rule | Figure):
        return (int(record.provenance.authority), record.provenance.as_of)
    return (0, "")
