"""Puts the name of a programme in the place of what a message calls it, where it names the school, or its talk is about that school.

Only programmes of catalogues that were brought in are looked at: those of the library have other names beside their own.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
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
"""Programmes of a school among which a word of a name still tells one."""


@dataclass(frozen=True, slots=True)
class School:
    """The programmes of a school by id, and the folded words by which it and its places are called."""

    names: Mapping[str, str]
    aside: frozenset[str]


@dataclass(frozen=True, slots=True)
class InHand:
    """The school that a talk is about, and the name of its programme that was named last, "" for none."""

    school: School
    name: str


class OffersCalled:
    """Writes programmes by their names. Thread-safe; follows the catalogue when sources change."""

    def __init__(self, records: RecordWriter) -> None:
        self._records = records
        self._known: dict[Audience, tuple[StoredCatalogue, Mapping[str, School]]] = {}
        self._lock = threading.Lock()

    def named(self, question: Question, language: Language) -> Question:
        """Return a question with the programmes that it and the messages before it mean by their names; ours stay as they are."""
        book = self._records.book(question.audience)
        schools = self._schools(book, question.audience)
        if not schools:
            return question
        in_hand: InHand | None = None
        history: list[Turn] = []
        for turn in question.history:
            if turn.role == "user":
                text, in_hand = self._named(turn.text, in_hand, schools, book, language)
                history.append(replace(turn, text=text))
            else:
                history.append(turn)
        text, _ = self._named(question.text, in_hand, schools, book, language)
        return replace(question, text=text, history=tuple(history))

    def _named(
        self,
        text: str,
        before: InHand | None,
        schools: Mapping[str, School],
        book: Book,
        language: Language,
    ) -> tuple[str, InHand | None]:
        """Return a message with the names of programmes, and what the talk is about after it."""
        reading = read(text, book.lexicon(language))
        school, goes_on = _school_of(reading, schools), False
        if school is None and before is not None and not reading.values("provider"):
            school, goes_on = before.school, True
        if school is None:
            return text, None
        own = [school.names[id_] for id_ in reading.values("offer") if id_ in school.names]
        if own:
            return text, InHand(school, own[0])
        if goes_on and not continues(text, language):
            return text, before
        name_before = before.name if before is not None and before.school is school else ""
        names = school.names.values()
        found = sibling(text, name_before, names, language.value) if name_before else None
        found = found or called(text, names, language.value, school.aside)
        if found is None or len(found.names) != 1 or (goes_on and found.names[0] == name_before):
            return text, before if goes_on else InHand(school, "")
        return _in_place(text, found.names[0], found.said), InHand(school, found.names[0])

    def _schools(self, book: Book, audience: Audience) -> Mapping[str, School]:
        with self._lock:
            known = self._known.get(audience)
            if known is None or known[0] is not book.catalogue:
                known = self._known[audience] = (book.catalogue, _schools_of(book))
            return known[1]


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
        texts = (book.organisations.get(provider, provider), *places)
        aside = frozenset(word for text in texts for word in folded(text).split())
        found[provider] = School({offer.id: offer.name.value or "" for offer in offers}, aside)
    return found


def _in_place(text: str, name: str, said: tuple[Span, ...]) -> str:
    """Return a message with a name in the place of the first of the stretches that say it, and without the others."""
    for begin, end in reversed(said):
        text = f"{text[:begin]}{name if (begin, end) == said[0] else ''}{text[end:]}"
    return " ".join(text.split())
