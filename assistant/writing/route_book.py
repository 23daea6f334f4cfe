"""What answers about routes need of a catalogue, worked out once: the planner's index, the names in a talk, the links."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from assistant.profile import HIGHER
from assistant.routes.planner_index import PlannerIndex
from assistant.types import Language
from assistant.understanding.lexicon import Lexicon, Phrases, Sense, person_lexicon_of, phrases_of, with_names
from assistant.writing.plannings import Planning, Plannings
from assistant.writing.record_book import Book
from assistant.writing.records import RecordWriter
from assistant.writing.route_by_law import by_law, law_names, other_names
from knowledge.catalogue.types import Occupation, Offer, OfferKind
from knowledge.types import Audience


@dataclass(slots=True)
class RouteBook:
    """One catalogue as answers about routes see it."""

    book: Book
    planning: Planning
    offers: Mapping[str, Offer]
    occupations: Mapping[str, Occupation]
    names: Phrases
    by_law: Mapping[str, Offer] = field(default_factory=dict)
    """Stand-ins for the programmes that only a national rule names."""
    lexicons: dict[Language, Lexicon] = field(default_factory=dict)

    @property
    def index(self) -> PlannerIndex:
        """The planner's index."""
        return self.planning.index

    def teaches(self, school: str, kind: OfferKind) -> bool:
        """Say whether a school may teach something of the sector of a kind, mbo or higher: false where all that is known of it is of the other."""
        sectors = {
            one.kind is OfferKind.MBO
            for one in self.index.offers
            if one.provider.value == school and (one.kind is OfferKind.MBO or one.kind.value in HIGHER)
        }
        is_mbo = kind is OfferKind.MBO
        return is_mbo in sectors or not sectors or not (is_mbo or kind.value in HIGHER)

    def link(self, words: str) -> str | None:
        """Return the id of the occupation that words mean, None when none is near enough."""
        return self.planning.link(words)

    def nearly(self, word: str) -> str | None:
        """Return the id of the occupation whose name a word is but for a slip, None for none."""
        return self.planning.names.nearly(word)

    def lexicon(self, language: Language) -> Lexicon:
        """Return the words in which people tell about themselves, with the names of the catalogue."""
        if language not in self.lexicons:
            self.lexicons[language] = person_lexicon_of(language, self.names)
        return self.lexicons[language]


class RouteBooks:
    """Keeps one book per audience, and makes it anew when the catalogue changes or the index no longer holds."""

    def __init__(self, records: RecordWriter, plannings: Plannings) -> None:
        self._records = records
        self._plannings = plannings
        self._books: dict[Audience, RouteBook] = {}
        self._lock = threading.Lock()

    def of(self, audience: Audience, today: date) -> RouteBook:
        """Return the book of an audience that holds on a day."""
        book, planning = self._records.book(audience), self._plannings.of(audience, today)
        with self._lock:
            known = self._books.get(audience)
            if known is None or known.book is not book or known.planning is not planning:
                known = self._books[audience] = _made(book, planning)
            return known


def _made(book: Book, planning: Planning) -> RouteBook:
    catalogue = planning.index.catalogue
    schemes = [
        (name, Sense("scheme", (scheme.id,)))
        for scheme in catalogue.schemes
        for name in (scheme.name, *scheme.synonyms)
    ]
    offers, rules = planning.index.offers, catalogue.national_rules
    lawful = by_law(rules, offers)
    programmes = phrases_of((*other_names(rules, offers), *law_names(lawful)))
    return RouteBook(
        book,
        planning,
        {offer.id: offer for offer in offers},
        {one.id: one for one in catalogue.occupations},
        with_names(with_names(book.names, programmes), phrases_of(schemes)),
        {id_: stands for id_, (_, stands) in lawful.items()},
    )
