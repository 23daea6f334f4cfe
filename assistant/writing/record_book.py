"""What is worked out once per catalogue, for all answers from records: its names, its phrases, and where its records are worded."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from assistant.types import Language
from assistant.understanding.lexicon import Lexicon, Phrases, lexicon_of, phrases_of
from assistant.understanding.names import (
    occupation_names,
    offer_names,
    organisation_names,
    parts_of_names,
    programmes_called_otherwise,
    town_names,
    values_of,
    without_lone_names,
)
from assistant.understanding.thread import Step
from assistant.writing.record_citing import Key
from knowledge.catalogue.gazetteer import provinces_elsewhere
from knowledge.catalogue.queries import OfferFilter
from knowledge.remembering import Remembered
from knowledge.store.catalogue import StoredCatalogue
from knowledge.store.sources import SourceStore
from knowledge.types import Passage

MOST_READ = 1_500
"""Passages of records that are remembered: about 4 MB, more than a catalogue of 700 offers has."""


@dataclass(slots=True)
class Book:
    """What is worked out once per catalogue: its names, and where its records are worded."""

    catalogue: StoredCatalogue
    passages: Mapping[Key, str]
    organisations: Mapping[str, str]
    names: Phrases
    parts: Phrases
    """The names of offers as people shorten them, with what else those mean; they tell nothing of a person."""
    lexicons: dict[Language, Lexicon] = field(default_factory=dict)
    in_focus: dict[Hashable, tuple[Step | None, ...]] = field(default_factory=dict)
    """What talks were about after their last messages, in memory and for a few talks only."""

    read: Remembered[str, Passage] = field(default_factory=lambda: Remembered(MOST_READ))
    """Passages that word records, as they were read: a version of a source never changes."""

    def passages_of(self, ids: Iterable[str], store: SourceStore) -> dict[str, Passage]:
        """Return passages of its records by id; those that were read before are not read again."""
        wanted = list(dict.fromkeys(ids))
        known = {id_: one for id_ in wanted if (one := self.read.get(id_)) is not None}
        missing = [id_ for id_ in wanted if id_ not in known]
        new = store.passages_by_id(missing) if missing else {}
        for id_, one in new.items():
            self.read.note(id_, one)
        return known | new

    def lexicon(self, language: Language) -> Lexicon:
        """Return the phrases of a language with the names of the catalogue."""
        if language not in self.lexicons:
            self.lexicons[language] = lexicon_of(language, {**self.names, **self.parts})
        return self.lexicons[language]


def book_of(catalogue: StoredCatalogue, store: SourceStore) -> Book:
    """Return what is worked out for a catalogue."""
    listing = catalogue.listing(OfferFilter())
    gazetteer = catalogue.gazetteer
    values = {
        facet: [value for value, _ in listing.counts[facet]] for facet in ("field", "place", "provider")
    }
    organisations = catalogue.providers()
    areas = [names[0] for names in gazetteer.areas.values()]
    area_names = frozenset(areas)
    elsewhere = chain.from_iterable(provinces_elsewhere().values())
    towns = dict.fromkeys(
        (*(place.name for place in gazetteer.places.values()), *values["place"], *elsewhere)
    )
    names = chain(
        values_of("area", areas),
        values_of("region", sorted({one.region for one in catalogue.figures()} - set(areas) - set(towns))),
        town_names(town for town in towns if town not in area_names),
        values_of("field", values["field"]),
        organisation_names(organisations, values["provider"]),
        offer_names(catalogue.names()),
        programmes_called_otherwise(catalogue.names()),
        occupation_names(catalogue.occupations()),
    )
    passages = store.passages_of_records(catalogue.versions)
    called = {one.id: one.name for one in organisations}
    whole = without_lone_names(phrases_of(names), dict(listing.counts["field"]))
    short = phrases_of(parts_of_names(catalogue.names()))
    parts = {phrase: (*whole.get(phrase, ()), *senses) for phrase, senses in short.items()}
    return Book(catalogue, passages, called, whole, parts)
