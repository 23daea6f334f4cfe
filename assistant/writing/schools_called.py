"""Which school of those that brought in a table a message is about, by its name or by a word of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from assistant.types import Language
from assistant.understanding.reading import Reading
from assistant.writing.record_book import Book
from assistant.writing.row_cells import cells_of
from assistant.writing.row_topics import topics_called
from knowledge.catalogue.folding import folded
from knowledge.catalogue.importing.table_rows import is_code
from knowledge.catalogue.providers import telling_parts
from knowledge.catalogue.queries import OfferFilter
from knowledge.catalogue.types import Offer
from knowledge.data_files import read_data
from knowledge.language.real_words import real_words
from knowledge.language.spelling import edit_distance, tolerated_errors

_DATA = Path(__file__).with_name("offers_called.yaml")


@dataclass(frozen=True, slots=True)
class School:
    """The courses of a school by id, the folded words by which it and its places are called, and those of its name alone."""

    id: str
    names: Mapping[str, str]
    aside: frozenset[str]
    called: frozenset[str]
    levels: Mapping[str, str]
    parts: tuple[str, ...]
    places: frozenset[str] = frozenset()
    """The folded names of its places."""
    opening: str = ""
    """The first two words of its name, folded, where they are those of no other ("leerhuis z1"); "" where they are words of people."""

    codes: Mapping[str, str] = field(default_factory=dict)
    """Its courses by the folded code that its table has for them ("wp 01"); of a code that several have none."""

    alike: frozenset[str] = frozenset()
    """Ids of offers of no school with the name of one of its courses: what these are anywhere, and not when or for how much."""

    def named_at(self, levels: tuple[str, ...]) -> tuple[str, ...]:
        """Return the names of its courses of one of these levels, of all where it has none of them."""
        found = tuple(name for id_, name in self.names.items() if self.levels.get(id_) in levels)
        return found or tuple(self.names.values())

    def coded(self, text: str) -> tuple[str, ...]:
        """Return the courses whose codes a message says, in the order in which it does."""
        said = f" {folded(text)} "
        found = [(said.index(f" {code} "), name) for code, name in self.codes.items() if f" {code} " in said]
        return tuple(dict.fromkeys(name for _, name in sorted(found)))

    def ids_of(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ids of the courses with these names, in the order of the school."""
        return tuple(id_ for id_, name in self.names.items() if name in names)


def school_called(text: str, schools: Mapping[str, School]) -> School | None:
    """Return the one school that a message names by the first words of its name, else by one of its words; None for none or several."""
    found = _opened(text, schools) or schools_called(text, schools)
    return found[0] if len(found) == 1 else None


def _opened(text: str, schools: Mapping[str, School]) -> tuple[School, ...]:
    """Return the schools of whose names a message has the first two words."""
    said = f" {folded(text)} "
    return tuple(one for one in schools.values() if one.opening and f" {one.opening} " in said)


def schools_called(text: str, schools: Mapping[str, School]) -> tuple[School, ...]:
    """Return the schools that a message names by a word of their names, also one that is a word of people or is misspelled.

    A word of people needs one before it with which a school is named: "bij de Tandriem".
    """
    words = folded(text).split()
    found = list(_opened(text, schools))
    for school in schools.values():
        for part in () if school in found else school.parts:
            at = [place for place, word in enumerate(words) if _is_part(word, part)]
            if part in school.places:  # it is in that place, or of that school: "bij Lindeveen"
                at = [place for place in at if words[place - 1 : place] and words[place - 1] in OF_SCHOOL]
            if any(
                not _is_word(words[place]) or _before_school().intersection(words[max(0, place - 2) : place])
                for place in at
            ):
                found.append(school)
                break
    return tuple(found)


OF_SCHOOL = frozenset(["bij", "van", "at", "bei", "by", "bie"])
"""Words right before the name of a school that is that of a place too."""


@cache
def _before_school() -> frozenset[str]:
    """Return the words with which a school is named: "bij de Tandriem"."""
    raw: dict[str, list[str]] = read_data(_DATA)
    return frozenset(raw["before_school"])


def _opening_of(name: str) -> str:
    """Return the first two words of the name of a school, "" for a name of one, or where both are words of people."""
    first = folded(name).split()[:2]
    return " ".join(first) if len(first) > 1 and not all(map(_is_word, first)) else ""


def _is_part(word: str, part: str) -> bool:
    if word == part:
        return True
    allowed = min(tolerated_errors(word), 1)
    return (
        bool(allowed)
        and len(part) > LONG_PART
        and not _is_word(word)
        and edit_distance(word, part, allowed) <= allowed
    )


LONG_PART = 6
"""Letters of a word of a school's name that may be misspelled."""


def _is_word(word: str) -> bool:
    return any(word in real_words(language) for language in Language)


def school_of(reading: Reading, schools: Mapping[str, School]) -> School | None:
    """Return the school that a message names, None for none or several."""
    found = [schools[id_] for id_ in reading.values("provider") if id_ in schools]
    return found[0] if len(found) == 1 else None


def schools_of(book: Book, sources: frozenset[str]) -> Mapping[str, School]:
    """Return the schools of which a catalogue was brought in, as one of `sources`, by id, with the courses that it has."""
    catalogue = book.catalogue
    found: dict[str, School] = {}
    everywhere = catalogue.offers(catalogue.listing(OfferFilter()).ids) if sources else ()
    of_none = {offer.id: folded(offer.name.value or "") for offer in everywhere if not offer.provider.value}
    for provider, _ in catalogue.listing(OfferFilter()).counts["provider"]:
        every = catalogue.offers(catalogue.listing(OfferFilter(provider=(provider,))).ids)
        offers = [
            offer
            for offer in every
            if any(one.provenance.source_id in sources for one in offer.name.statements)
        ]
        if not offers:
            continue
        places = {place.name for offer in offers for place in offer.places.value or ()}
        name = frozenset(folded(book.organisations.get(provider, provider)).split())
        aside = name.union(word for text in places for word in folded(text).split())
        names = {offer.id: offer.name.value or "" for offer in offers}
        levels = {offer.id: offer.level.value or "" for offer in offers}
        called_ = book.organisations.get(provider, provider)
        found[provider] = School(
            provider,
            names,
            aside,
            name,
            levels,
            telling_parts(called_),
            frozenset(map(folded, places)),
            _opening_of(called_),
            _codes_of(offers),
            frozenset(id_ for id_, name in of_none.items() if name in set(map(folded, names.values()))),
        )
    return found


def _codes_of(offers: Sequence[Offer]) -> Mapping[str, str]:
    """Return the names of courses by their folded codes, without a code that is of several."""
    (topic,) = topics_called(["code"])
    found: dict[str, set[str]] = {}
    for offer in offers:
        codes = [cell.text for cell in cells_of(offer) if topic.is_headed(cell.heading)]
        for code in filter(is_code, (offer.id, *codes)):
            found.setdefault(folded(code), set()).add(offer.name.value or "")
    return {code: next(iter(names)) for code, names in found.items() if len(names) == 1}
