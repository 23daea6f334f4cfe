"""From a question to the sentences that editors say answer such a question, as passages of the current sources."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from knowledge.embedding.seam import Embedder
from knowledge.logistic import LogisticModel
from knowledge.retrieval.asked import SIGNALS, AskedIndex, Nearest
from knowledge.retrieval.asked_files import AskedOfSentence
from knowledge.retrieval.asked_learned import shipped_learned
from knowledge.retrieval.asked_places import KEPT_IN, Place, placed_now
from knowledge.retrieval.asked_table import AskedTable
from knowledge.retrieval.hybrid import Query, may_show
from knowledge.store.generations import GenerationShelf
from knowledge.store.sources import SourceStore
from knowledge.types import Hit, KnownAnswer, Passage, RetrieverRank

_DATA = Path(__file__).parent / "asked.yaml"

RETRIEVER = "asked"
FOUND = 6
"""Targets that are looked up for a question."""

LEAST_CHANCE = 0.1
"""Chance below which a written question is about something else."""

LIKELY = 0.3
"""Chance from which a passage is among what a writer is given, before what the words found."""

CHANCE, LIKENESS = SIGNALS.index("learned_chance"), SIGNALS.index("learned_likeness")
"""Where the chance and the likeness that were learned stand among the signals."""


@dataclass(frozen=True, slots=True)
class Found:
    """A hit on a sentence that answers such a question, and what is known of it."""

    hit: Hit
    known: KnownAnswer


@dataclass(frozen=True, slots=True)
class _Known:
    """The index over the targets that the current sources hold, and the generation in which they were current."""

    generation: int | None
    index: AskedIndex
    places: tuple[Place, ...]
    of_address: Mapping[str, tuple[int, ...]]
    """The targets of each document."""


class AskedAnswers:
    """Finds sentences by the questions written for them. Thread-safe; made anew when a source with such sentences changes."""

    def __init__(
        self,
        entries: Sequence[AskedOfSentence],
        store: SourceStore,
        embedder: Embedder,
        prefix: str,
        shelf: GenerationShelf,
    ) -> None:
        """Use the `entries` of documents whose address is `prefix` and their path; `shelf` tells which generation is current.

        What that keeps of them is taken from there; what it does not keep, or of other sentences, is worked out.
        """
        self._shelf = shelf
        self._entries, self._store, self._embedder = tuple(entries), store, embedder
        self.addresses = frozenset(prefix + one.document for one in entries)
        self._prefix = prefix
        self._known: _Known | None = None
        self._lock = threading.Lock()

    def prepare(self) -> None:
        """Make the index now, so that the first question need not wait for it."""
        self._current()

    def find(self, query: Query) -> tuple[Found, ...]:
        """Return the sentences that most likely answer a question, the likeliest first; those that may be shown only."""
        known = self._current()
        model = shipped_model()
        found = []
        for near in known.index.nearest(query.text, query.language, FOUND):
            place = known.places[near.target]
            chance = model.chance(near.signals)
            if chance >= LEAST_CHANCE and may_show(place.source, query):
                found.append((chance, place, near))
        found.sort(key=lambda one: -one[0])
        return tuple(
            Found(
                Hit(place.passage, place.source, chance, (RetrieverRank(RETRIEVER, rank, chance),)),
                KnownAnswer(place.passage.id, place.start, chance, near.text, near.signals[LIKENESS]),
            )
            for rank, (chance, place, near) in enumerate(found, start=1)
        )

    def find_in(self, address: str, query: Query) -> tuple[Found, ...]:
        """Return the sentences of one document that answer a message which is asked of that alone, the likeliest first.

        It need not name what the document is about: the chance is that of a sentence to be asked for where one of these is.
        """
        known = self._current()
        targets = known.of_address.get(address, ())
        if not targets or not may_show(known.places[targets[0]].source, query):
            return ()
        found = []
        for near in known.index.nearest_among(query.text, query.language, targets):
            place, chance = known.places[near.target], near.signals[CHANCE]
            answer = KnownAnswer(place.passage.id, place.start, chance, near.text, near.signals[LIKENESS])
            hit = Hit(place.passage, place.source, chance, (RetrieverRank(RETRIEVER, 1, chance),))
            found.append(Found(hit, answer))
        return tuple(sorted(found, key=lambda one: -one.known.chance))

    def placed(self, document: str, beginning: str, query: Query) -> tuple[Hit, int] | None:
        """Return the passage of a document in which a sentence begins so, and where; None where it is not there, or may not be shown."""
        address = self._prefix + document
        for place in self._current().places:
            start = place.passage.text.find(beginning) if place.source.address == address else -1
            if start >= 0 and may_show(place.source, query):
                return Hit(place.passage, place.source, 1.0, (RetrieverRank(RETRIEVER, 1, 1.0),)), start
        return None

    @property
    def index(self) -> AskedIndex:
        """The written questions of the current sources."""
        return self._current().index

    def nearest(self, text: str, language: str) -> tuple[tuple[Nearest, Passage, int], ...]:
        """Return the nearest targets with their signals and places, for fitting."""
        known = self._current()
        found = known.index.nearest(text, language, FOUND)
        return tuple((one, known.places[one.target].passage, known.places[one.target].start) for one in found)

    def _current(self) -> _Known:
        generation = self._shelf.current()
        with self._lock:
            if self._known is None or self._known.generation != generation:
                self._known = self._made(generation)
            return self._known

    def _made(self, generation: int | None) -> _Known:
        placed = placed_now(self._entries, self._store, self._prefix)
        known = (placed.targets, placed.questions, self._embedder)
        table = AskedTable.kept(self._shelf.path(generation) / KEPT_IN, *known) if generation else None
        learned = shipped_learned().of(placed.keys)
        of_address: dict[str, tuple[int, ...]] = {}
        for target, stands in enumerate(placed.places):
            of_address[stands.source.address] = (*of_address.get(stands.source.address, ()), target)
        return _Known(generation, AskedIndex(*known, learned, table), placed.places, of_address)


def with_known(hits: Sequence[Hit], found: Sequence[Found]) -> tuple[Hit, ...]:
    """Return hits with those on likely sentences in front, each passage once."""
    likely = [one.hit for one in found if one.known.chance >= LIKELY]
    named = {hit.passage.id: hit.named for hit in hits}
    seen = {hit.passage.id: hit for hit in reversed((*likely, *hits))}
    ids = dict.fromkeys(hit.passage.id for hit in (*likely, *hits))
    return tuple(_named(seen[id_], named.get(id_, frozenset())) for id_ in ids)


def _named(hit: Hit, words: frozenset[str]) -> Hit:
    """Return a hit by which its source is named by these words; the same where it is so already."""
    return hit if hit.named == words else replace(hit, named=words)


@cache
def shipped_model() -> LogisticModel:
    """Return how sure it is that the sentence of a written question answers a question (asked.yaml, fitted by `tools/asked.py`)."""
    return LogisticModel.read(_DATA, SIGNALS)
