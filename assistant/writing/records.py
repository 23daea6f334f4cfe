"""The writer that answers lists, counts, comparisons and facts from records: completely, and without a model."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import islice

from assistant.types import Language, Request, Turn
from assistant.understanding.asked_by_employer import asked_by_employer
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.of_trade import trade_asked
from assistant.understanding.reading import Reading, read
from assistant.understanding.thread import Step
from assistant.writing.record_at_once import told_at_once, told_in_place
from assistant.writing.record_book import Book, book_of
from assistant.writing.record_citing import Key
from assistant.writing.record_desk import Desk
from assistant.writing.record_facts import schemes_answer
from assistant.writing.record_field import WorkOfTrade, missing_field, never_held, value_of_other
from assistant.writing.record_offers import offers_told, value_of_all
from assistant.writing.record_places import without_own_place
from assistant.writing.record_school import HIGHER
from assistant.writing.record_steps import answered
from assistant.writing.record_talk import READINGS, different, focus_after, next_step, with_chips, with_topic
from assistant.writing.record_trained import LinksOn, trained_for
from assistant.writing.record_unknown import Unknown, unknown_answer
from assistant.writing.record_whether import with_whether
from assistant.writing.record_words import Words
from assistant.writing.remark_told import remark_told
from assistant.writing.said_again import lists_again
from assistant.writing.scheme_names import named_schemes
from assistant.writing.seam import FieldGate, Written
from assistant.writing.turned_away import exchanges
from knowledge.catalogue.queries import OfferFilter
from knowledge.library.contents import is_bundled
from knowledge.store.catalogue import Catalogues
from knowledge.store.sources import SourceStore
from knowledge.types import Audience, Hit

MOST_LINES = 60
"""Passages beside the rows of a table that are looked at."""

MOST_IN_FOCUS = 64
"""Talks of which it is remembered what they are about, as they stood after each message: the next one goes on from there."""

SHORTEST_NAME = 4
"""Letters of the shortest name of an organisation that is known in small letters: a shorter one is like a word."""

TURNS = 8
"""Earlier messages of the person that are read again to know what a follow-up is about."""


class RecordWriter:
    """Answers from records. Thread-safe; follows the catalogue when sources change."""

    def __init__(self, catalogues: Catalogues, store: SourceStore, link: LinksOn | None = None) -> None:
        self._link = link
        self._catalogues = catalogues
        self._store = store
        self._books: dict[Audience, Book] = {}
        self._lock = threading.Lock()

    def prepare(self, audience: Audience = Audience.PUBLIC) -> None:
        """Work out now what the first question in each language would wait for: one to two seconds for 700 offers."""
        for language in Language:
            self.book(audience).lexicon(language)

    def answer(self, request: Request, audience: Audience, today: date) -> Written | None:
        """Return the answer, or None for a question that asks something else, or more than records hold."""
        book = self.book(audience)
        desk = self._desk(book, request.language, today)
        told = told_at_once(request, desk)
        if told is not None or trade_asked(request.question.text, book.lexicon(request.language)):
            return told  # what is done in a trade no record says
        for step in different(self._steps(request, book, desk)):
            found = answered(step, desk) if step is not None else None
            if step is not None and found is not None and not lists_again(request, found):
                return with_whether(request.question.text, step, found, desk, request.language)
        link = partial(self._link, audience, today) if self._link is not None else None
        return trained_for(request, book.lexicon(request.language), desk, link)

    def refused(
        self, request: Request, hits: Sequence[Hit], missing: tuple[str, ...], today: date
    ) -> Written:
        """Return the refusal of a question: what is not known of what, what is, where it was looked for, who would know.

        A value that hundreds of offers share is told instead: no document was sure of it.
        """
        audience = request.question.audience
        book = self.book(audience)
        desk = self._desk(book, request.language, today)
        reading = read(request.standalone_question, book.lexicon(request.language), request.words)
        told = told_in_place(request, desk) or self.noted(request, today)
        if told is not None:
            return told
        trade = trade_asked(request.standalone_question, book.lexicon(request.language))
        for step in () if trade else different(self._steps(request, book, desk)):
            if step is None:
                continue
            found = None if step.is_following else offers_told(step.asked, desk)
            found = found or (None if missing else value_of_all(step.asked, desk))
            if found is not None:
                return found
        return unknown_answer(Unknown(request, reading, tuple(hits), missing, trade), desk)

    def schemes_for_employers(
        self, said: Sequence[str], language: Language, audience: Audience, today: date
    ) -> Written | None:
        """Return the schemes that an employer applies for, where and for what they `said`; None when there are none."""
        book = self.book(audience)
        lexicon = book.lexicon(language)
        asked = asked_by_employer([read(text, lexicon) for text in said])
        return schemes_answer(asked, self._desk(book, language, today))

    def names_fund(self, request: Request) -> bool:
        """Say whether a message names a fund, whose own money is asked."""
        book = self.book(request.question.audience)
        named = read(request.question.text, book.lexicon(request.language)).values("organisation")
        names = any(one.kind == "fund" for one in book.catalogue.organisations() if one.id in named)
        return names or bool(named_schemes(request.question.text, book.catalogue.schemes()).schemes)

    def scheme_in(self, text: str, audience: Audience) -> str:
        """Return the name of the first scheme that a text names, "" for none."""
        schemes = self.book(audience).catalogue.schemes()
        return next((one.name for one in named_schemes(text, schemes).schemes), "")

    def authorities(self, audience: Audience) -> tuple[str, ...]:
        """Return the names of the authorities that questions name as a source or a desk."""
        found = (one for one in self.book(audience).catalogue.organisations() if one.kind == "authority")
        return tuple(name for one in found for name in (one.name, *one.synonyms))

    def organisations(self, audience: Audience) -> tuple[str, ...]:
        """Return the names by which organisations are known that are written with a capital or in capitals."""
        known = self.book(audience).catalogue.organisations()
        each = (name for one in known for name in (one.name, *one.synonyms))
        return tuple(name for name in each if len(name) >= SHORTEST_NAME and name[:1].isupper())

    def schools(self, audience: Audience) -> tuple[str, ...]:
        """Return the names of the schools for higher education, whose yearly fee is set by law."""
        catalogue = self.book(audience).catalogue
        listed = catalogue.listing(OfferFilter(kind=HIGHER)).ids
        higher = {offer.provider.value for offer in catalogue.offers(listed)}
        found = (one for one in catalogue.organisations() if one.id in higher)
        return tuple(name for one in found for name in (one.name, *one.synonyms))

    def towns(self, audience: Audience) -> tuple[str, ...]:
        """Return the names of the towns that are known."""
        return tuple(place.name for place in self.book(audience).catalogue.gazetteer.places.values())

    def without_place(self, request: Request) -> str:
        """Return a question with the school in the place of its town, where that says where the thing is that it names; else ""."""
        book = self.book(request.question.audience)
        reading = read(request.question.text, book.lexicon(request.language))
        return without_own_place(request.question.text, reading, self._desk(book, request.language, date.max))

    def noted(self, request: Request, today: date) -> Written | None:
        """Return what the remark of an offer that is named surely says to a question, None where none does."""
        book = self.book(request.question.audience)
        desk = self._desk(book, request.language, today)
        reads = partial(read, lexicon=book.lexicon(request.language), words=request.words)
        return remark_told(request, reads, desk)

    def offers_named(self, request: Request) -> frozenset[str]:
        """Return the ids of the offers that a message itself names; none where it names none."""
        lexicon = self.book(request.question.audience).lexicon(request.language)
        groups = read(request.question.text, lexicon).groups("offer")
        return frozenset(id_ for group in groups for id_ in group)

    def gate(self, request: Request, today: date) -> FieldGate | None:
        """Return what an answer of documents must hold, for what is done in a trade or a field of an offer that no record has."""
        book = self.book(request.question.audience)
        desk = self._desk(book, request.language, today)
        lexicon = book.lexicon(request.language)
        if trade := trade_asked(request.standalone_question, lexicon):
            return WorkOfTrade(trade)
        if never := never_held(read(request.question.text, lexicon)):
            return never
        said = [DENIED.sub(" ", text) for text in (request.question.text, request.standalone_question)]
        if SAME.search(request.question.text):
            said += [turn.text for turn in reversed(request.question.history) if turn.role == "user"][:TURNS]

        def named_in(text: str) -> tuple[frozenset[str], ...]:
            return tuple(frozenset(ids) for ids in read(text, lexicon).groups("offer"))

        reads = [(text, read(text, lexicon)) for text in said]
        missing = missing_field(reads, request.years, desk)
        return missing or value_of_other(reads, self._named_before(request, lexicon), named_in)

    def _named_before(self, request: Request, lexicon: Lexicon) -> frozenset[str]:
        """Return the ids of the offers that the messages of a talk and our last answer name, of which a follow-up may be asked."""
        turns = request.question.history
        last = next((turn.text for turn in reversed(turns) if turn.role == "assistant"), "")
        said = [turn.text for turn in turns if turn.role == "user"][-TURNS:]
        return frozenset(id_ for text in (*said, last) for id_ in read(text, lexicon).values("offer"))

    def brought_in(self, audience: Audience) -> frozenset[str]:
        """Return the ids of the sources with records that are not of the bundled library."""
        known = self._store.sources_of(self.book(audience).catalogue.versions)
        return frozenset(source.id for source in known.values() if not is_bundled(source.address))

    def lines_of(self, versions: Iterable[str]) -> tuple[Hit, ...]:
        """Return what stands in sources beside their records, in order: the lines above and below a table; at most `MOST_LINES`."""
        wanted = sorted(versions)
        sources = self._store.sources_of(wanted)
        beside = (one for one in self._store.passages_of(wanted) if one.record is None)
        return tuple(Hit(one, sources[one.version], 1.0) for one in islice(beside, MOST_LINES))

    def desk(self, request: Request, today: date) -> Desk:
        """Return the view that the asker of a request has of the records on a day."""
        return self._desk(self.book(request.question.audience), request.language, today)

    def reading(self, request: Request) -> Reading:
        """Return the recognised parts of a request as it stands on its own."""
        book = self.book(request.question.audience)
        return read(request.standalone_question, book.lexicon(request.language), request.words)

    def _desk(self, book: Book, language: Language, today: date) -> Desk:
        return Desk(book.catalogue, Words(language, book.organisations), today, self.hits_of(book))

    def _steps(self, request: Request, book: Book, desk: Desk) -> tuple[Step | None, ...]:
        """Return what the last message asks in the light of the earlier ones, with words read as names and as fields.

        What goes on from an answer of the records comes first.
        """
        question, language = request.question, request.language
        earlier = exchanges(question.history)[-TURNS:]
        steps = self._in_focus(earlier, language, book, desk)
        said = [turn.text for turn, _ in earlier]
        found = [
            next_step(
                step,
                with_topic(question.text, said, step, language, book),
                book,
                language,
                request.words,
                names,
            )
            for step, names in zip(steps, READINGS, strict=True)
        ]
        found.sort(key=lambda step: step is None or not step.is_following)
        return tuple(with_chips(step, question.filters, book) for step in found)

    def _in_focus(
        self, earlier: Sequence[tuple[Turn, str]], language: Language, book: Book, desk: Desk
    ) -> tuple[Step | None, ...]:
        """Return what is in focus after earlier messages with our answers, per reading; what was worked out of a talk is remembered."""
        if not earlier:
            return tuple(None for _ in READINGS)
        key = (tuple(earlier), language, desk.today)
        known = book.in_focus.get(key)
        if known is None:
            before = self._in_focus(earlier[:-1], language, book, desk)
            if len(book.in_focus) >= MOST_IN_FOCUS:
                book.in_focus.clear()
            known = book.in_focus[key] = focus_after(before, earlier, language, book, desk)
        return known

    def book(self, audience: Audience) -> Book:
        """Return what is worked out for the catalogue of now; a book is made once per catalogue."""
        catalogue = self._catalogues.of(audience)
        with self._lock:
            book = self._books.get(audience)
            if book is None or book.catalogue is not catalogue:
                book = self._books[audience] = book_of(catalogue, self._store)
            return book

    def hits_of(self, book: Book) -> Callable[[Iterable[Key]], Mapping[Key, Hit]]:
        """Return what gives the passages that word records, those that there are."""

        def hits(keys: Iterable[Key]) -> Mapping[Key, Hit]:
            ids = {key: book.passages[key] for key in keys if key in book.passages}
            passages = book.passages_of(ids.values(), self._store)
            sources = self._store.sources_of(sorted({passage.version for passage in passages.values()}))
            return {
                key: Hit(passages[id_], sources[passages[id_].version], 1.0)
                for key, id_ in ids.items()
                if id_ in passages
            }

        return hits


DENIED = re.compile(
    r"\b(?:niet|not|nicht)\s+(?:(?:de|het|een|the|an?|der|die|das|den)\s+)?[\w-]+", re.IGNORECASE
)
"""What somebody says not to mean: "de Ad, niet de bachelor"."""

SAME = re.compile(
    r"\b(?:same|hetzelfde|dezelfde|zelfde|evenveel|even (?:duur|lang|hoog)|gleiche?[nrs]?|dasselbe)\b",
    re.IGNORECASE,
)
"""Words by which a message asks of something else what was asked before: what that was stands in an earlier message."""
