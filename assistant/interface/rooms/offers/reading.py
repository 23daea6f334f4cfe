"""The words in the search box: what names a place, school, level or form becomes a filter; typing errors are put right.

Pure over what a catalogue knows. The rest stays as words that are looked for in names, schools, fields and codes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.interface.rooms.offers.address import DISTANCES, USUAL_KM, Search
from assistant.types import Language
from assistant.understanding.lexicon import Lexicon, Mention, lexicon_of, phrases_of, words_of
from assistant.understanding.names import organisation_names, values_of
from assistant.understanding.quantities import Quantities, quantities_in
from knowledge.catalogue.folding import folded
from knowledge.catalogue.queries import OfferFilter
from knowledge.language.soft import is_soft
from knowledge.language.spelling import edit_distance, tolerated_errors
from knowledge.store.catalogue import StoredCatalogue

FACETS = {"level": "level", "kind": "kind", "mode": "mode", "provider": "provider", "month": "start"}
"""Kinds of senses that become a facet. A field stays a word: the words of an offer hold its fields too."""

EMPTY = frozenset({"noise", "ask", "noun", "near", "verb", "more"})
"""Kinds of senses of words that say nothing about what is looked for."""


class Vocabulary:
    """The words that a catalogue uses, to recognise the beginning of one and to mend a misspelled one."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts = Counter(word for text in texts for word in folded(text).split())
        self._sorted = sorted(self._counts)

    def begins(self, word: str) -> bool:
        """Say whether some word begins like this."""
        place = bisect_left(self._sorted, word)
        return place < len(self._sorted) and self._sorted[place].startswith(word)

    def mended(self, words: str) -> str:
        """Return folded words, each that begins no known word replaced by the likeliest known one."""
        return " ".join(word if self.begins(word) else self._nearest(word) for word in folded(words).split())

    def _nearest(self, word: str) -> str:
        limit = tolerated_errors(word)
        near = (
            (edit_distance(word, other, limit), -count, other)
            for other, count in self._counts.items()
            if other[:1] == word[:1] and abs(len(other) - len(word)) <= limit
        )
        distance, _, best = min(near, default=(limit + 1, 0, word))
        return best if distance <= limit else word


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads search boxes over one catalogue."""

    vocabulary: Vocabulary
    lexicon: Lexicon
    offered: frozenset[str]
    """Folded names of the places where something is offered."""
    places: Mapping[str, str]
    """Places with coordinates: the name by its folded form."""
    areas: Mapping[str, tuple[str, ...]]
    """The places of an area where something is offered, by its folded name."""
    offers: Vocabulary
    """The words of the offers alone, without those of occupations."""

    def read(self, search: Search) -> Search:
        """Return the search with what its words name as filters; as it is when they name nothing, or say "not"."""
        if not search.words:
            return search
        quantities, rest = quantities_in(search.words)
        words = words_of(rest)
        known = frozenset(word for word in words if self.vocabulary.begins(word))
        mentions = self.lexicon.read(words, known)
        if any(mention.values("block") for mention in mentions):
            return search
        found = self._numbers(search, quantities)
        typed = self._typed(words, known)
        left: dict[int, str] = {}
        for mention in mentions:
            changed = self._taken(found, mention, quantities.km)
            if changed is not None:
                found = changed
            elif not any(sense.kind in EMPTY for sense in mention.senses):
                left |= {place: words[place] for place in typed[mention.start : mention.end]}
        return replace(found, words=" ".join(left.values())) if found != search else search

    def _typed(self, words: Sequence[str], known: frozenset[str]) -> list[int]:
        """Return for each part that the lexicon makes of words the place of the word that it was typed in.

        What names no filter must stay as it was typed: put right for the lexicon it may be another word.
        """
        return [
            place
            for place, word in enumerate(words)
            for mention in self.lexicon.read([word], known)
            for _ in mention.words
        ]

    def _taken(self, search: Search, mention: Mention, km: float | None) -> Search | None:
        """Return the search with what a mention names, None when it names nothing to filter on."""
        for kind, facet in FACETS.items():
            if mention.values(kind):
                return search.choosing(facet, (*search.values(facet), *mention.values(kind)))
        towns = [town for name in mention.values("area") for town in self.areas.get(folded(name), ())]
        if towns:
            return search.choosing("place", (*search.values("place"), *towns))
        for name in mention.values("place"):
            if km is None and folded(name) in self.offered:
                return search.choosing("place", (*search.values("place"), name))
            if folded(name) in self.places:
                reach = min(int(km or USUAL_KM), DISTANCES[-1])
                return replace(search, near=self.places[folded(name)], km=reach, sort="afstand", page=1)
        return None

    def otherwise(self, words: str) -> Iterator[str]:
        """Yield what may be meant by words that find nothing, the nearest first.

        Misspelled words put right; then without words that say nothing and with the usual name of a field ("wtb"); then
        the beginnings of words without their ending ("lassen": "lass").
        """
        yield self.offers.mended(words)
        told = []
        for mention in self.lexicon.read(words_of(words), frozenset(filter(self._is_known, words_of(words)))):
            fields = mention.values("field")
            is_empty = any(sense.kind in EMPTY for sense in mention.senses)
            told += [fields[0]] if fields else [] if is_empty else list(mention.words)
        telling = " ".join(word for word in folded(" ".join(told)).split() if not is_soft(word, "nl"))
        yield self.offers.mended(telling)
        yield " ".join(word if self.offers.begins(word) else root_of(word) for word in telling.split())

    def _is_known(self, word: str) -> bool:
        return self.vocabulary.begins(word)

    def _numbers(self, search: Search, quantities: Quantities) -> Search:
        months, euro = quantities.most_months, quantities.most_euro
        return replace(
            search,
            most_months=int(months) if months else search.most_months,
            most_euro=int(euro) if euro else search.most_euro,
        )


def root_of(word: str) -> str:
    """Return a word without the ending of a plural or an infinitive, as long as enough is left to tell it by."""
    for ending in ("en", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT:
            return word[: -len(ending)]
    return word


SHORTEST_ROOT = 4
"""Letters: with fewer the beginning of a word is the beginning of too many others."""


def reader_over(catalogue: StoredCatalogue, language: Language) -> Reader:
    """Return what reads search boxes in a language over a catalogue."""
    counts = catalogue.listing(OfferFilter()).counts
    organisations = catalogue.providers()
    offered = [place for place, _ in counts["place"]]
    towns = {key: place.name for key, place in catalogue.gazetteer.places.items()}
    names = (
        *values_of("place", dict.fromkeys((*towns.values(), *offered))),
        *values_of("area", (names[0] for names in catalogue.gazetteer.areas.values())),
        *organisation_names(organisations, [provider for provider, _ in counts["provider"]]),
    )
    of_offers = [
        *catalogue.names().values(),
        *(value for value, _ in counts["field"]),
        *(text for one in organisations for text in (one.id, one.name, *one.synonyms)),
    ]
    of_occupations = [
        *(label for one in catalogue.occupations() for labels in one.labels.values() for label in labels),
    ]
    is_offered = frozenset(folded(place) for place in offered)
    areas = {
        area: tuple(town for town in inside[1:] if folded(town) in is_offered)
        for area, inside in catalogue.gazetteer.areas.items()
    }
    vocabulary = Vocabulary([*of_offers, *of_occupations])
    return Reader(
        vocabulary,
        lexicon_of(language, phrases_of(names)),
        is_offered,
        towns,
        areas,
        offers=Vocabulary(of_offers),
    )
