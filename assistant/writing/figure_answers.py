"""Answers questions for figures: each with its record, what is computed from them marked as such, or what there is instead."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from assistant.types import Language, Outcome, Request, Sentence
from assistant.understanding.figure_query import FigureQuery, FigureReader
from assistant.understanding.figure_words import Axes, FigureLexicon, lexicon_of_figures
from assistant.understanding.special import special_kind
from assistant.writing.figure_finding import Found, found_of, slots_of
from assistant.writing.figure_lacking import lacking_answer, lacking_beside
from assistant.writing.figure_words import PERCENT, FigureSentences
from assistant.writing.record_book import Book
from assistant.writing.record_citing import RecordCiter
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_words import Words
from assistant.writing.records import RecordWriter
from assistant.writing.seam import Written
from assistant.writing.turned_away import exchanges, was_turned_away
from knowledge.catalogue.types import Figure
from knowledge.store.catalogue import StoredCatalogue
from knowledge.types import Audience, RecordRef

TURNS = 8
"""Earlier messages that are read again to know what a follow-up is about."""

MOST_SENTENCES = 2
"""Figures that are said in sentences; more of them are rows."""


@dataclass(slots=True)
class _Shelf:
    """What is worked out once per catalogue."""

    catalogue: StoredCatalogue
    axes: Axes
    lexicons: dict[Language, FigureLexicon] = field(default_factory=dict)


class FigureAnswers:
    """Answers from figures. Thread-safe; follows the catalogue when sources change."""

    def __init__(self, records: RecordWriter) -> None:
        self._records = records
        self._shelves: dict[Audience, _Shelf] = {}
        self._lock = threading.Lock()

    def prepare(self, audience: Audience = Audience.PUBLIC) -> None:
        """Work out now what the first question in each language would wait for."""
        for language in Language:
            self._lexicon(self._shelf(self._records.book(audience), audience), language)

    def answer(self, request: Request, audience: Audience, today: date) -> Written | None:
        """Return the answer or refusal, or None for a message that asks for no figure, or for more than figures."""
        if request.question.filters is not None:
            return None
        book = self._records.book(audience)
        shelf = self._shelf(book, audience)
        reader = FigureReader(self._lexicon(shelf, request.language), shelf.axes, today.year)
        query = asked_of_talk(request, reader)
        if query is None:
            return None
        desk = Desk(
            book.catalogue, Words(request.language, book.organisations), today, self._records.hits_of(book)
        )
        return figure_answer(query, shelf.axes, desk)

    def _shelf(self, book: Book, audience: Audience) -> _Shelf:
        with self._lock:
            shelf = self._shelves.get(audience)
            if shelf is None or shelf.catalogue is not book.catalogue:
                shelf = _Shelf(book.catalogue, Axes.of(book.catalogue.figures()))
                self._shelves[audience] = shelf
            return shelf

    def _lexicon(self, shelf: _Shelf, language: Language) -> FigureLexicon:
        with self._lock:
            if language not in shelf.lexicons:
                gazetteer = shelf.catalogue.gazetteer
                others = chain(
                    (names[0] for names in gazetteer.areas.values()),
                    (place.name for place in gazetteer.places.values()),
                )
                organisations = shelf.catalogue.organisations()
                shelf.lexicons[language] = lexicon_of_figures(language, shelf.axes, organisations, others)
            return shelf.lexicons[language]


def asked_of_talk(request: Request, reader: FigureReader) -> FigureQuery | None:
    """Return what the last message asks of the figures, in the light of the messages before it."""
    query: FigureQuery | None = None
    for turn, reply in exchanges(request.question.history)[-TURNS:]:
        stays = special_kind(turn.text) is not None or was_turned_away(reply)
        query = reader.next(turn.text, query) or (query if stays else None)
    return reader.next(request.question.text, query)


def figure_answer(query: FigureQuery, axes: Axes, desk: Desk) -> Written:
    """Return the figures of a query, what is computed from them, and what is asked and not there."""
    found = found_of(query, axes.series[query.indicator])
    if query.splits or query.names or query.places or not found.figures:
        return lacking_answer(query, found, desk)
    if query.is_share:
        return _shares(query, found, axes, desk) or lacking_answer(query, found, desk)
    citer = desk.citer("figure", [figure.id for figure in found.figures])
    cited = {figure.id: citer.cite(("figure", figure.id), (), figure.provenance) for figure in found.figures}
    sentences = [*_told(query, found, cited, desk), *_computed(query, found, cited, desk)]
    if query.wanted in ("most", "least"):
        sentences = [*_extreme(query, found, cited, desk), *_told(query, found, cited, desk)]
    return _answer(query, found, sentences, citer, desk)


def _answer(
    query: FigureQuery, found: Found, sentences: Sequence[Sentence], citer: RecordCiter, desk: Desk
) -> Written:
    missing = lacking_beside(query, found, citer, desk) if found.missing else ()
    records = [RecordRef("figure", figure.id, figure.indicator) for figure in found.figures]
    answer = written([*sentences, *missing], citer, records)
    return replace(answer, outcome=Outcome.PARTLY) if missing else answer


Cited = Mapping[str, tuple[int, ...]]
"""The numbers of the citations of each figure, by its id."""


def _told(query: FigureQuery, found: Found, cited: Cited, desk: Desk) -> list[Sentence]:
    """Return the figures: in sentences, or as the rows of a table in order of what is asked."""
    say = FigureSentences(desk.words)
    figures = list(found.figures)
    is_disputed = bool(found.disputed)
    if len(figures) <= MOST_SENTENCES or is_disputed:
        told = [
            desk.worded(say.sentence(one, is_disputed=one.id in found.disputed), cited[one.id])
            for one in figures
        ]
        return [*told, desk.notice(desk.words.say("remark_disputed"))] if is_disputed else told
    if query.wanted in ("most", "least"):
        figures.sort(key=lambda one: one.value, reverse=query.wanted == "most")
    indicator = desk.words.value("indicator", query.indicator)
    heading = f"{indicator[:1].upper()}{indicator[1:]}:"
    rows = [desk.worded(say.row(number, one), cited[one.id]) for number, one in enumerate(figures, start=1)]
    return [desk.lead(heading), *rows]


def _computed(query: FigureQuery, found: Found, cited: Cited, desk: Desk) -> list[Sentence]:
    """Return the difference that is asked: between two figures, or between the first and last of a change."""
    figures = found.figures
    if query.wanted == "sum":
        return _sum(found, cited, desk)
    if not query.wanted or len(figures) < MOST_SENTENCES or found.disputed:
        return []
    if len(figures) > MOST_SENTENCES and query.wanted != "change":
        return []
    first, second = figures[0], figures[-1]
    if found.axis == YEAR:
        first, second = sorted(figures, key=lambda one: one.period, reverse=True)[:: len(figures) - 1]
    elif query.wanted == "change":
        return _changes(query, figures, cited, desk)
    text = FigureSentences(desk.words).difference(first, second, found.axis, is_relative=query.is_relative)
    return [desk.computed(text, (*cited[first.id], *cited[second.id]))]


def _sum(found: Found, cited: Cited, desk: Desk) -> list[Sentence]:
    """Return the sum of figures that count; nothing for shares, for figures that sources dispute, and for some without others."""
    figures = found.figures
    say = FigureSentences(desk.words)
    if (
        found.missing
        or found.disputed
        or len(figures) < MOST_SENTENCES
        or found.axis == YEAR
        or figures[0].unit == PERCENT
    ):
        return []
    total = round(sum(one.value for one in figures), 2)
    values = {"value": desk.words.number(total), "unit": say.unit(figures[0])}
    text = f"{desk.words.fill('figure_sum', values)} {desk.words.say('figure_computed')}."
    return [desk.computed(text, chain.from_iterable(cited[one.id] for one in figures))]


def _changes(query: FigureQuery, figures: Sequence[Figure], cited: Cited, desk: Desk) -> list[Sentence]:
    """Return the change of each of several series, from its first to its last year."""
    series: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        series.setdefault(slots_of(figure)[:YEAR], []).append(figure)
    say = FigureSentences(desk.words)
    ends = [(max(one, key=_period), min(one, key=_period)) for one in series.values() if len(one) > 1]
    return [
        desk.computed(
            say.difference(last, first, -1, is_relative=query.is_relative),
            (*cited[last.id], *cited[first.id]),
        )
        for last, first in ends
    ]


def _period(figure: Figure) -> str:
    return figure.period


YEAR = 3
"""The place of the year in the slots of a figure."""


def _extreme(query: FigureQuery, found: Found, cited: Cited, desk: Desk) -> list[Sentence]:
    """Return which of the figures is the highest or lowest, as computed from them all; of equal ones all."""
    choose = max if query.wanted == "most" else min
    best = choose(found.figures, key=lambda one: one.value)
    tops = [one for one in found.figures if one.value == best.value]
    say = FigureSentences(desk.words)
    place = found.axis
    names = [say.value(place, slots_of(one)[place]) if place >= 0 else say.label(one) for one in tops]
    values = {
        "names": desk.words.join(names),
        "value": desk.words.number(best.value),
        "unit": say.unit(best),
        "count": len(found.figures),
    }
    text = f"{desk.words.fill(f'figure_{query.wanted}', values)} {desk.words.say('figure_computed')}."
    return [desk.computed(text, chain.from_iterable(cited[one.id] for one in (best, *found.figures)))]


def _shares(query: FigureQuery, found: Found, axes: Axes, desk: Desk) -> Written | None:
    """Return the share of a gender where only numbers are known: both numbers, and what part the one is of the other."""
    totals = found_of(replace(query, genders=()), axes.series[query.indicator])
    whole = {(slots_of(one)[:2], one.period): one for one in totals.figures}
    pairs = [(one, whole.get((slots_of(one)[:2], one.period))) for one in found.figures]
    known = [(part, total) for part, total in pairs if total is not None and total.value]
    if not known or len(known) < len(pairs):
        return None
    citer = desk.citer("figure", [one.id for pair in known for one in pair])
    say = FigureSentences(desk.words)
    sentences: list[Sentence] = []
    for part, total in known:
        numbers = [citer.cite(("figure", one.id), (), one.provenance) for one in (part, total)]
        sentences += [
            desk.computed(say.share(part, total), chain.from_iterable(numbers)),
            desk.worded(say.sentence(part), numbers[0]),
            desk.worded(say.sentence(total), numbers[1]),
        ]
    return _answer(query, found, sentences, citer, desk)
