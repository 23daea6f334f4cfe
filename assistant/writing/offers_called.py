"""Puts the name of a course in the place of what a message calls it, where it names the school or its talk is about that school, and
tells which courses of which school a message is about.

Only courses of catalogues that were brought in are looked at: those of the library have other names beside their own.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.types import Language, Question, Turn
from assistant.understanding.leaning import continues
from assistant.understanding.offer_called import Span, called, sibling
from assistant.understanding.reading import Reading, read
from assistant.writing.record_book import Book
from assistant.writing.records import RecordWriter
from knowledge.catalogue.folding import folded
from knowledge.catalogue.queries import OfferFilter
from knowledge.store.catalogue import StoredCatalogue
from knowledge.types import Audience

MOST_OF_SCHOOL = 60
"""Courses of a school among which a word of a name still tells one."""

NAMED_OTHERWISE = ("organisation", "scheme", "occupation")
"""Senses of what a message may name that is no course of the school: what it asks is not about that."""


LONGEST_FOLLOW_UP = 9
"""Words of the longest message that may name another course of the school before it and lean on nothing: "und was kostet der E-Bike-Kurs?"."""


@dataclass(frozen=True, slots=True)
class School:
    """The courses of a school by id, the folded words by which it and its places are called, and those of its name alone."""

    id: str
    names: Mapping[str, str]
    aside: frozenset[str]
    called: frozenset[str]

    def ids_of(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ids of the courses with these names, in the order of the school."""
        return tuple(id_ for id_, name in self.names.items() if name in names)


@dataclass(frozen=True, slots=True)
class InHand:
    """The school that a talk is about, and the names of its courses that a message means; () for none in particular."""

    school: School
    names: tuple[str, ...] = ()
    is_named: bool = False
    """Whether the message itself names the school or a course of it."""


class OffersCalled:
    """Knows courses by what people call them. Thread-safe; follows the catalogue when sources change."""

    def __init__(self, records: RecordWriter) -> None:
        self._records = records
        self._known: dict[Audience, tuple[StoredCatalogue, Mapping[str, School]]] = {}
        self._lock = threading.Lock()

    def named(self, question: Question, language: Language) -> Question:
        """Return a question with the courses that it and the messages before it mean by their names; ours stay as they are."""
        if not self._schools(question.audience):
            return question
        history: list[Turn] = []
        read_turns = self._read(question, language)
        for turn in question.history:
            history.append(replace(turn, text=next(read_turns)[0]) if turn.role == "user" else turn)
        return replace(question, text=next(read_turns)[0], history=tuple(history))

    def in_hand(self, question: Question, language: Language) -> InHand | None:
        """Return which courses of which school a message is about, None where it is about something else."""
        if not self._schools(question.audience):
            return None
        *_, (_, found) = self._read(question, language)
        return found

    def _read(self, question: Question, language: Language) -> Iterator[tuple[str, InHand | None]]:
        """Yield each message of the person with the names of courses, and what the talk is about at it, the last one last."""
        book, schools = self._records.book(question.audience), self._schools(question.audience)
        in_hand: InHand | None = None
        texts = [turn.text for turn in question.history if turn.role == "user"]
        for text in (*texts, question.text):
            written, in_hand = _meant(text, in_hand, schools, read(text, book.lexicon(language)), language)
            yield written, in_hand

    def _schools(self, audience: Audience) -> Mapping[str, School]:
        book = self._records.book(audience)
        with self._lock:
            known = self._known.get(audience)
            if known is None or known[0] is not book.catalogue:
                known = self._known[audience] = (book.catalogue, _schools_of(book))
            return known[1]


def _meant(
    text: str, before: InHand | None, schools: Mapping[str, School], reading: Reading, language: Language
) -> tuple[str, InHand | None]:
    """Return a message with the names of courses, and what the talk is about at it."""
    school = _school_of(reading, schools)
    is_named = school is not None
    if school is None and before is not None and not reading.values("provider"):
        school = before.school
    if school is None:
        return text, None
    own = tuple(dict.fromkeys(school.names[id_] for id_ in reading.values("offer") if id_ in school.names))
    if own:
        return text, InHand(school, own, is_named=True)
    names_before = before.names if before is not None and before.school is school else ()
    goes_on = continues(text, language) or len(text.split()) <= LONGEST_FOLLOW_UP
    found = None
    if is_named or goes_on:
        names = school.names.values()
        alone = names_before[0] if len(names_before) == 1 else ""
        found = sibling(text, alone, names, language.value) if alone else None
        found = found or called(text, names, language.value, school.aside)
    if found is None:
        is_other = not is_named and any(reading.values(kind) for kind in NAMED_OTHERWISE)
        kept = () if is_named else names_before
        return text, None if is_other else InHand(school, kept, is_named)
    if not is_named and set(names_before) <= set(found.names):
        return text, InHand(school, names_before or found.names)
    if len(found.names) > 1:
        return text, InHand(school, found.names, is_named=True)
    return _in_place(text, found.names[0], found.said), InHand(school, found.names, is_named=True)


def _school_of(reading: Reading, schools: Mapping[str, School]) -> School | None:
    """Return the school that a message names, None for none or several."""
    found = [schools[id_] for id_ in reading.values("provider") if id_ in schools]
    return found[0] if len(found) == 1 else None


def _schools_of(book: Book) -> Mapping[str, School]:
    """Return the schools of which a catalogue was brought in, by id."""
    catalogue = book.catalogue
    found: dict[str, School] = {}
    for provider, count in catalogue.listing(OfferFilter()).counts["provider"]:
        if count > MOST_OF_SCHOOL:
            continue
        offers = catalogue.offers(catalogue.listing(OfferFilter(provider=(provider,))).ids)
        if not all(one.provenance.source_id for offer in offers for one in offer.name.statements):
            continue
        places = {place.name for offer in offers for place in offer.places.value or ()}
        name = frozenset(folded(book.organisations.get(provider, provider)).split())
        aside = name.union(word for text in places for word in folded(text).split())
        found[provider] = School(
            provider, {offer.id: offer.name.value or "" for offer in offers}, aside, name
        )
    return found


def _in_place(text: str, name: str, said: tuple[Span, ...]) -> str:
    """Return a message with a name in the place of the first of the stretches that say it, and without the others."""
    for begin, end in reversed(said):
        text = f"{text[:begin]}{name if (begin, end) == said[0] else ''}{text[end:]}"
    return " ".join(text.split())
