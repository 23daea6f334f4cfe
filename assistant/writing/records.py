"""The writer that answers lists, counts, comparisons and facts from records: completely, and without a model."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from assistant.types import Filter, Language, Request, Turn
from assistant.understanding.asked_by_employer import asked_by_employer
from assistant.understanding.chips import with_filters
from assistant.understanding.filters import Ask, Asked, asked_of, filter_of, is_understood
from assistant.understanding.leaning import leans
from assistant.understanding.of_trade import trade_asked
from assistant.understanding.person_thread import WIDE_FIELDS
from assistant.understanding.reading import Reading, read
from assistant.understanding.special import special_kind
from assistant.understanding.thread import LISTED, Said, Step, after, without_rival
from assistant.understanding.topic import surely_points, topic_of
from assistant.writing.record_at_once import told_at_once, told_in_place
from assistant.writing.record_book import Book, book_of
from assistant.writing.record_citing import Key
from assistant.writing.record_desk import Desk
from assistant.writing.record_facts import schemes_answer
from assistant.writing.record_field import WorkOfTrade, missing_field
from assistant.writing.record_found import ALIVE
from assistant.writing.record_offers import offers_told, value_of_all
from assistant.writing.record_places import without_own_place
from assistant.writing.record_school import HIGHER, at_their_school
from assistant.writing.record_steps import FEW_TO_TELL, answered
from assistant.writing.record_trained import LinksOn, trained_for
from assistant.writing.record_unknown import Unknown, unknown_answer
from assistant.writing.record_whether import with_whether
from assistant.writing.record_words import Words
from assistant.writing.scheme_names import named_schemes
from assistant.writing.seam import FieldGate, Written
from assistant.writing.turned_away import exchanges, was_turned_away
from knowledge.catalogue.folding import folded
from knowledge.catalogue.queries import OfferFilter
from knowledge.store.catalogue import Catalogues
from knowledge.store.sources import SourceStore
from knowledge.types import Audience, Hit, QuestionWord

READINGS = (True, False)
"""Whether a word that is a field of study and the name of offers is read as the name: that first."""

FEW_NAMED = 3
"""Offers that are called after a field, below which the field is meant where it is asked where it is: "waar kan ik ict doen"."""

MOST_IN_FOCUS = 64
"""Talks of which it is remembered what they are about, as they stood after each message: the next one goes on from there."""

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
        for step in _different(self._steps(request, book, desk)):
            found = answered(step, desk) if step is not None else None
            if step is not None and found is not None:
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
        told = told_in_place(request, desk)
        if told is not None:
            return told
        trade = trade_asked(request.standalone_question, book.lexicon(request.language))
        for step in () if trade else _different(self._steps(request, book, desk)):
            if step is None:
                continue
            found = None if step.is_following else offers_told(step.asked, desk)
            found = found or (None if missing else value_of_all(step.asked, desk))
            if found is not None:
                return found
        reading = read(request.standalone_question, book.lexicon(request.language), request.words)
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

    def authorities(self, audience: Audience) -> tuple[str, ...]:
        """Return the names of the authorities that questions name as a source or a desk."""
        found = (one for one in self.book(audience).catalogue.organisations() if one.kind == "authority")
        return tuple(name for one in found for name in (one.name, *one.synonyms))

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

    def gate(self, request: Request, today: date) -> FieldGate | None:
        """Return what an answer of documents must hold, for what is done in a trade or a field of an offer that no record has."""
        book = self.book(request.question.audience)
        desk = self._desk(book, request.language, today)
        lexicon = book.lexicon(request.language)
        if trade := trade_asked(request.standalone_question, lexicon):
            return WorkOfTrade(trade)
        said = [DENIED.sub(" ", text) for text in (request.question.text, request.standalone_question)]
        if SAME.search(request.question.text):
            said += [turn.text for turn in reversed(request.question.history) if turn.role == "user"][:TURNS]
        return missing_field([(text, read(text, lexicon)) for text in said], request.years, desk)

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
            _next(
                step,
                _with_topic(question.text, said, step, language, book),
                book,
                language,
                request.words,
                names,
            )
            for step, names in zip(steps, READINGS, strict=True)
        ]
        found.sort(key=lambda step: step is None or not step.is_following)
        return tuple(_set(step, question.filters, book) for step in found)

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
            known = book.in_focus[key] = _focus_after(before, earlier, language, book, desk)
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


def _focus_after(
    before: Sequence[Step | None],
    earlier: Sequence[tuple[Turn, str]],
    language: Language,
    book: Book,
    desk: Desk,
) -> tuple[Step | None, ...]:
    """Return what is in focus after the last of earlier messages and our answer to it, given what was `before` that."""
    turn, reply = earlier[-1]
    said = [one.text for one, _ in earlier[:-1]]
    read_as = [
        _set(
            _next(step, _with_topic(turn.text, said, step, language, book), book, language, (), names),
            turn.filters,
            book,
        )
        for step, names in zip(before, READINGS, strict=True)
    ]
    if reply and not any(_was_said(step, reply, desk) for step in _different(read_as)):
        read_as = [None for _ in READINGS]
    stays = _keeps_topic(turn.text, language) or was_turned_away(reply)
    named = _named(turn.text, reply, language, book)
    return tuple(
        _lasting(new, book) or named or (old if stays or _is_about(old, reply, book) else None)
        for old, new in zip(before, read_as, strict=True)
    )


def _different(steps: Sequence[Step | None]) -> list[Step | None]:
    """Return each step once, in order: words that are names and words that are fields are mostly read alike."""
    return [step for place, step in enumerate(steps) if step not in steps[:place]]


def _was_said(step: Step | None, reply: str, desk: Desk) -> bool:
    """Say whether an answer of ours is that of the records to a question, and not one of documents or rules.

    A talk may change its language; then the rows tell, which begin alike.
    """
    found = answered(step, desk) if step is not None else None
    if found is None:
        return False
    return any(one.text in reply for one in found.sentences[:FIRST_SENTENCES]) or any(
        (row := ROW.match(one.text)) is not None and row.group() in reply for one in found.sentences
    )


DENIED = re.compile(
    r"\b(?:niet|not|nicht)\s+(?:(?:de|het|een|the|an?|der|die|das|den)\s+)?[\w-]+", re.IGNORECASE
)
"""What somebody says not to mean: "de Ad, niet de bachelor"."""

SAME = re.compile(
    r"\b(?:same|hetzelfde|dezelfde|zelfde|evenveel|even (?:duur|lang|hoog)|gleiche?[nrs]?|dasselbe)\b",
    re.IGNORECASE,
)
"""Words by which a message asks of something else what was asked before: what that was stands in an earlier message."""

ROW = re.compile(r"\d+\. [^:]+:")
"""How a row of a list begins: with its number and the name of its record."""


FIRST_SENTENCES = 3
"""Sentences of an answer of records by one of which it is known again, whatever is said of it on another day."""


def _with_topic(text: str, said: Sequence[str], step: Step | None, language: Language, book: Book) -> str:
    """Return a message that asks something of the records but for what it leans on, with the topic of what was said before.

    That is when the talk was about something that no record was asked about: "Wat is REMO?", "welke opleidingen hebben ze?".
    """
    if step is not None or not leans(text, language):
        return text
    topic = topic_of(said, language)
    if topic is None or folded(topic.names) in WIDE_FIELDS:
        return text  # "waar is het?" is not asked of all there is in "techniek"
    whole = f"{text.rstrip(' ?!.')}, {topic.names}?"
    own, beside = (
        asked_of(read(one, book.lexicon(language)), book.catalogue.gazetteer) for one in (text, whole)
    )
    if own is not None and (own[0].ask not in LISTED or own[0].filter.asked or own[0].offers):
        return (
            text if not surely_points(text, language) else whole
        )  # "welke bbl-opleidingen zijn er?" is whole
    return whole if own is not None or beside is not None else text


def _keeps_topic(text: str, language: Language) -> bool:
    """Say whether a message that is not understood leaves the subject as it was: a thank-you, or one that leans on it."""
    return special_kind(text) is not None or leans(text, language)


def _set(step: Step | None, filters: tuple[Filter, ...] | None, book: Book) -> Step | None:
    """Return a step with the filters that a person set for it, where any were."""
    if step is None or filters is None:
        return step
    return replace(step, asked=with_filters(step.asked, filters, book.catalogue.gazetteer))


def _next(
    step: Step | None,
    text: str,
    book: Book,
    language: Language,
    words: tuple[QuestionWord, ...],
    prefers_names: bool,
) -> Step | None:
    """Return what a message asks by itself, else what it means after `step`, None when neither is understood."""
    reading = read(text, book.lexicon(language), words).with_parts()
    own = _own(reading, book, language, words, prefers_names)
    if step is not None:
        own = at_their_school(own, text, _offers_of(step.asked, book), book)
    said = Said(text, reading, own, language, words)
    found = after(step, said, book.catalogue.gazetteer, prefers_names)
    return _possible(found, book) if found is not None and found.is_following else found


def _possible(step: Step, book: Book) -> Step:
    """Return a follow-up as it is, or without what it leaves nothing of: the school of before beside another place."""
    return step if _offers_of(step.asked, book) else without_rival(step)


def _lasting(step: Step | None, book: Book) -> Step | None:
    """Return a step that a later message may go on from: what a follow-up left nothing of is not what the talk is about."""
    return None if step is None or (step.is_following and not _offers_of(step.asked, book)) else step


def _offers_of(asked: Asked, book: Book) -> list[str]:
    """Return the offers that are left by name and filter, those that have ended left out."""
    wanted = replace(asked.filter, state=asked.filter.state or ALIVE)
    return [id_ for id_ in book.catalogue.listing(wanted).ids if not asked.offers or id_ in asked.offers]


def _named(text: str, reply: str, language: Language, book: Book) -> Step | None:
    """Return the few offers that an earlier message named and our answer, of rules or documents, was about; None otherwise.

    So a field can be asked of what stood in the middle of a talk, whoever answered: "Wat heb ik nodig voor HBO-ICT bij Saxion?".
    """
    reading = read(text, book.lexicon(language))
    if not reading.values("offer"):
        return None
    asked = Asked(
        Ask.LIST,
        filter_of(reading.without("field", "offer"), book.catalogue.gazetteer),
        offers=reading.values("offer"),
    )
    step = Step(asked, is_loose=True)
    return step if _is_about(step, reply, book) else None


def _is_about(step: Step | None, reply: str, book: Book) -> bool:
    """Say whether an answer of ours, though not of the records, names the few offers that are in focus."""
    ids = _offers_of(step.asked, book) if step is not None else []
    names = book.catalogue.names()
    return 0 < len(ids) <= FEW_TO_TELL and any(names[id_] in reply for id_ in ids)


def _own(
    reading: Reading, book: Book, language: Language, words: tuple[QuestionWord, ...], prefers_names: bool
) -> Asked | None:
    found = asked_of(reading, book.catalogue.gazetteer, prefers_names)
    if found is None:
        return None
    asked, used = found
    if asked.offers and reading.values("part") and not _offers_of(asked, book):
        asked = replace(asked, offers=(*asked.offers, *reading.values("part")))  # a longer name has it too
    is_list = asked.ask in (Ask.LIST, Ask.COUNT, Ask.LEADS_TO) or (
        asked.ask is Ask.FIELDS and reading.asks_which_offers
    )
    is_search = is_list or (asked.fields == ("places",) and len(asked.offers) < FEW_NAMED)
    if prefers_names and is_search and reading.values("field") and _has_of_field(reading, book):
        return None  # of a list the field is meant, not the offers that are called after it
    return asked if is_understood(reading, language, words, used) else None


def _has_of_field(reading: Reading, book: Book) -> bool:
    """Say whether there is something with its words read as a field; offers of a catalogue of one's own may state none."""
    found = asked_of(reading, book.catalogue.gazetteer)
    return found is None or bool(_offers_of(found[0], book))
