"""What plans are made with, once per catalogue and process: the planner's index, and what words mean as an occupation."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.routes.index_building import build_index
from assistant.routes.planner_index import PlannerIndex
from assistant.routes.types import Catalogue
from knowledge.catalogue.folding import folded
from knowledge.catalogue.gazetteer import provinces_elsewhere
from knowledge.catalogue.types import Occupation
from knowledge.language.correction import Speller
from knowledge.store.catalogue import Catalogues, StoredCatalogue
from knowledge.types import Audience

RankOccupations = Callable[[str, int], Sequence[tuple[str, float]]]
"""Gives at most so many ids of occupations that words may mean, each with its chance, best first."""

SURE_ENOUGH = 0.4
"""Chance from which an occupation is taken for what was meant; the answer says which one it took."""

A_SLIP = 0.5
"""Most that the slips may cost of a word that is read as the name of an occupation: a letter once for twice, or a word that sounds the same."""

PROVINCES = frozenset(
    ["Overijssel", "Gelderland", "Flevoland", "Drenthe", "Utrecht", "Friesland", "Groningen"]
)
"""Areas that are too wide to say in which region of a fund somebody lives."""


@dataclass(frozen=True, slots=True)
class SpelledNames:
    """The names of occupations that are one word, and which of them a word is but for a slip: "laser" is a lasser."""

    known: Mapping[str, str]
    """Folded names in any language, each with the id of its occupation."""
    speller: Speller

    @classmethod
    def of(cls, occupations: Iterable[Occupation]) -> SpelledNames:
        """Return the names of occupations; of a name that two have, the first has it."""
        known: dict[str, str] = {}
        for occupation in occupations:
            for label in (folded(one) for some in occupation.labels.values() for one in some):
                known.setdefault(label, occupation.id)
        words = {label: 1.0 for label in known if label.isalpha()}
        return cls({word: known[word] for word in words}, Speller.of(words))

    def nearly(self, word: str) -> str | None:
        """Return the id of the occupation whose name a word is but for a slip, None for none and for a name itself."""
        nearest = next(iter(self.speller.meant(folded(word))), None)
        is_slip = nearest is not None and 0.0 < nearest.cost <= A_SLIP
        return self.known[nearest.word] if nearest and is_slip else None


@dataclass(frozen=True, slots=True)
class Planning:
    """The records of one audience on one day."""

    records: StoredCatalogue
    index: PlannerIndex
    rank: RankOccupations
    names: SpelledNames

    def link(self, words: str) -> str | None:
        """Return the id of the occupation that words mean, None when none is near enough."""
        found = self.rank(words, 1)
        return found[0][0] if found and found[0][1] >= SURE_ENOUGH else None


class Plannings:
    """Keeps one `Planning` per audience; a new one when sources changed or the index no longer holds. Thread-safe."""

    def __init__(self, catalogues: Catalogues, ranking_of: Callable[[Catalogue], RankOccupations]) -> None:
        self._catalogues, self._ranking_of = catalogues, ranking_of
        self._kept: dict[Audience, Planning] = {}
        self._lock = threading.Lock()

    def link(self, audience: Audience, today: date, words: str) -> str | None:
        """Return the id of the occupation that words mean to an audience on a day, None when none is near enough."""
        return self.of(audience, today).link(words)

    def of(self, audience: Audience, today: date) -> Planning:
        """Return what plans are made with for an audience; making it takes about a second."""
        records = self._catalogues.of(audience)
        with self._lock:
            kept = self._kept.get(audience)
            if kept is None or kept.records is not records:
                catalogue = catalogue_of(records)
                names = SpelledNames.of(catalogue.occupations)
                kept = Planning(records, build_index(catalogue, today), self._ranking_of(catalogue), names)
            elif not kept.index.holds_on(today):
                kept = replace(kept, index=build_index(kept.index.catalogue, today))
            self._kept[audience] = kept
            return kept


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
    for province, towns in provinces_elsewhere().items():
        for place in (province, *towns):
            regions.setdefault(place, (province,))
    occupations = tuple(_with_named(one, records) for one in records.occupations())
    return Catalogue(records.all_offers(), records.rules(), records.schemes(), occupations, regions)


def _with_named(one: Occupation, records: StoredCatalogue) -> Occupation:
    """Return an occupation that names all offers that lead to it, those by code and name too."""
    named = records.leading().named.get(one.id, ())
    return replace(one, qualifications=tuple(dict.fromkeys((*one.qualifications, *named))))
