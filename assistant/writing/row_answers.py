"""Answers what is asked of the courses of a school's own table: from the cells of the very rows that are meant.

Before all other answers: what the table says of its course nobody else knows better, and what stands in another row is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from assistant.types import Outcome, Request
from assistant.understanding.leaning import continues
from assistant.understanding.offer_after import NEXT_ASKED
from assistant.understanding.offer_called import is_weak, telling_words, words_of_name
from assistant.understanding.word_likeness import likeness
from assistant.writing.joining import KNOWN, joined
from assistant.writing.offers_called import InHand, OffersCalled
from assistant.writing.record_citing import IDENTITY
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_unknown import Unknown, unknown_answer
from assistant.writing.record_values import value_text
from assistant.writing.records import RecordWriter
from assistant.writing.row_beside import MOST_LOOKED_AT, Beside, sources_of
from assistant.writing.row_cells import ENTRY, cells_of
from assistant.writing.row_limits import day_names
from assistant.writing.row_prices import without_groups
from assistant.writing.row_said import has_word, noted_of, said_of, without_names, words_asked
from assistant.writing.row_told import clauses_told, told_by_rows
from assistant.writing.row_topics import NOT_ELSEWHERE, REMARKED, Topic, topics_asked, topics_called
from assistant.writing.rows_listed import rows_listed
from assistant.writing.rows_meant import at_level, in_form, narrowed, with_words
from assistant.writing.seam import RecordAnswers, Written
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer, OfferKind
from knowledge.types import Audience, RecordRef

MOST_ROWS = 4
"""Rows that are told side by side where a message means several."""

PARTS = re.compile(r"[?!.;]\s+|,\s+|\s+(?:en|and|und|maar|but|aber|plus)\s+", re.IGNORECASE)
"""Between the questions of a message: what one asks narrows down none of the others."""

ASKS_WHETHER_ONE_MAY = re.compile(
    r"(?<!wanneer )(?<!waar )(?<!hoe )(?<!when )(?<!where )(?<!how )(?<!wann )(?<!wo )(?<!wie )"
    r"\b(?:mag|mogen|kan|kun|kunnen|may|can|could|darf|durfen|kann)\s+(?:ik|je|jij|hij|zij|ze|we|wij|die|dat|mijn|onze|een|my|our|i|he|she|they|we|ich|er|sie|wir|mein\w*)\b"
    r".{0,80}\b(?:beginnen|doen|volgen|instromen|starten|binnen|erin|meedoen|toegelaten|enter|start|join|do|take|follow|machen|anfangen|teilnehmen)\b",
    re.IGNORECASE,
)
"""A question whether somebody may enter: rules answer it, with what is told of the person."""


class RowAnswers:
    """Answers from the rows of tables that were brought in. Thread-safe; follows the catalogue when sources change."""

    def __init__(self, records: RecordWriter, called: OffersCalled, persons: RecordAnswers) -> None:
        """Take the records, what knows which courses a message means, and what answers whether somebody may enter."""
        self._records = records
        self._called = called
        self._persons = persons

    def answer(self, request: Request, audience: Audience, today: date) -> Written | None:
        """Return what the rows say that a message means, that they do not say it, or None for what is no question about them."""
        if request.question.filters is not None:
            return None
        hand = self._called.in_hand(request.question, request.language)
        desk = self._records.desk(request, today)
        if hand is None:
            return self._of_each(request, desk, audience)
        if not hand.is_implied:
            return rows_listed(request, hand, desk) or self._of_rows(request, hand, desk, audience)
        told = self._of_rows(request, hand, desk, audience)
        return told if told is not None and told.outcome is not Outcome.REFUSED else None

    def _of_each(self, request: Request, desk: Desk, audience: Audience) -> Written | None:
        """Return what the rows of each of several schools with the course of a message say, None where not each says it."""
        hands = self._called.at_each(request.question, request.language)
        each = [self._of_rows(request, hand, desk, audience) for hand in hands]
        told = [one for one in each if one is not None and one.outcome in KNOWN]
        if not told or len(told) < len(hands):
            return None
        return joined([(request.question.text, one) for one in told], request.language)

    def _of_rows(self, request: Request, hand: InHand, desk: Desk, audience: Audience) -> Written | None:
        """Return what the rows in hand say, None for a message that is of another thing or that rules answer."""
        text = request.question.text
        earlier = [turn.text for turn in request.question.history if turn.role == "user"]
        offers = in_form(desk.catalogue.offers(hand.school.ids_of(hand.names)), hand.modes)
        offers = at_level(narrowed(offers, (text, *reversed(earlier[-TURNS:])), hand.school.called), text)
        topics, asked = asked_of(text, earlier, hand, request.language.value)
        offers = with_words(
            offers, partial(_remarks, language=request.language.value), words_asked(request, hand, topics)
        )
        is_other = not hand.is_named and _is_of_other_thing(topics, offers, request, hand)
        if is_other:
            return Beside(self._records, request, hand, desk).of_word(offers, topics)
        if not 0 < len(offers) <= MOST_ROWS:
            return Beside(self._records, request, hand, desk).told(offers, topics)
        if ASKS_WHETHER_ONE_MAY.search(text):
            is_programme = all(offer.kind not in NO_PROGRAMME for offer in offers)
            if is_programme and self._persons.answer(request, audience, desk.today) is not None:
                return None  # with what is told of the person, rules say more
            topics = topics or topics_called(ENTRY_TOPICS)
        if not topics:
            return self._of_words(offers, request, hand, desk)
        if all(topic.fields for topic in topics):
            said = said_of(offers, topics, request, hand, desk)
            if said is not None and said.outcome is Outcome.ANSWERED:
                return said
        return self._of_topics(offers, topics, asked, request, hand, desk)

    def _of_words(
        self, offers: Sequence[Offer], request: Request, hand: InHand, desk: Desk
    ) -> Written | None:
        """Return what a row or the lines beside its table say to a message that asks for no known column, None for a bare name."""
        said = said_of(offers, (), request, hand, desk)
        if said is not None or not words_asked(request, hand):
            return said
        return Beside(self._records, request, hand, desk).told(offers, ()) or noted_of(offers, request, desk)

    def sources(self, request: Request, today: date) -> frozenset[str]:
        """Return the versions of the tables that hold the courses in hand: what stands above and below them is of these too."""
        hand = self._called.in_hand(request.question, request.language)
        if hand is None:
            return frozenset()
        return sources_of(hand, self._records.desk(request, today))

    def _of_topics(
        self,
        offers: Sequence[Offer],
        topics: Sequence[Topic],
        asked: str,
        request: Request,
        hand: InHand,
        desk: Desk,
    ) -> Written | None:
        apart = Beside(self._records, request, hand, desk).of_word(offers, topics)
        if apart is not None:
            return apart
        told = told_by_rows(offers, topics, asked, request, hand, desk)
        if told is not None:
            return Beside(self._records, request, hand, desk).added(told, offers, topics)
        beside = Beside(self._records, request, hand, desk).told(offers, topics) or clauses_told(
            offers, request, hand, desk
        )
        if beside is not None:
            return beside
        others = desk.catalogue.offers(tuple(hand.school.names)[:MOST_LOOKED_AT])
        every = [cell for one in others for cell in cells_of(one) if not cell.is_free]
        is_theirs = any(
            topic.name in NOT_ELSEWHERE or (not topic.fields and any(map(topic.holds, every)))
            for topic in topics
        )
        if not is_theirs:
            return _not_known(offers, topics, request, desk) or noted_of(offers, request, desk)
        if all(topic.name in REMARKED for topic in topics):
            noted = noted_of(offers, request, desk)
            if noted is not None:
                return noted
        return unknown_answer(Unknown(request, self._records.reading(request), (), ()), desk)


NO_PROGRAMME = (OfferKind.COURSE, OfferKind.CERTIFICATE, OfferKind.OTHER)
"""Kinds of offers to which no rule of law decides entry: what their school asks is all there is."""

TURNS = 3
"""Earlier messages that may have said in which place, or from when, a course is meant."""

ENTRY_TOPICS = ("prior", "age")
"""What a table says to somebody who asks whether they may enter."""


def _not_known(
    offers: Sequence[Offer], topics: Sequence[Topic], request: Request, desk: Desk
) -> Written | None:
    """Return that the fields that are asked are not known of these rows, None for fields that a rule or document may know."""
    names = [name for topic in topics for name in topic.fields if name in UNKNOWN_FIELDS]
    if not names or len(names) < len(topics):
        return None
    citer = desk.citer("offer", [offer.id for offer in offers])
    said = []
    for offer in offers:
        values = "; ".join(value_text(offer, name, request.years, desk.words) for name in names)
        cited = citer.cite(("offer", offer.id), IDENTITY, offer.name.provenance)
        said.append(desk.worded(f"{desk.words.offer(offer)}; {values}.", cited))
    records = [RecordRef("offer", offer.id, offer.name.value or offer.id) for offer in offers]
    return replace(written(said, citer, records), outcome=Outcome.REFUSED)


UNKNOWN_FIELDS = ("costs", "duration_months", "starts", "places", "language")
"""Fields of which it is said that they are not known of a row."""


def _remarks(offer: Offer, word: str, *, language: str) -> bool:
    """Say whether what a row says in words, or asks for entry, has a word."""
    cells = [cell for cell in cells_of(offer) if cell.is_prose or cell.heading == ENTRY]
    return any(has_word(replace(cell, heading=""), word, language) for cell in cells)


def asked_of(text: str, earlier: Sequence[str], hand: InHand, language: str) -> tuple[tuple[Topic, ...], str]:
    """Return what a message asks of rows, with the message that does; one that only names another row, place or form ("en bij arduino?", "en in Epe?") asks what was asked before."""
    leads_on = hand.is_named or names_run_alone(text, hand, language)
    for said in (text, *(reversed(earlier) if leads_on else ())):
        asking = NEXT_ASKED.sub(" ", _without_words_of(hand.names, without_names(said, hand), language))
        found = (topic for part in PARTS.split(asking) for topic in topics_asked(part))
        topics = _of_things({topic.name: topic for topic in found}, said)
        if topics or len(text.split()) > LONGEST_ELLIPSIS:
            return topics, said
    return (), text


def _without_words_of(names: Sequence[str], text: str, language: str) -> str:
    """Return a text without the telling words that are of the names of courses: "met je mobiel" asks for no number to call."""
    own = {word for name in names for word in words_of_name(name)}
    telling = set(telling_words(text, language))
    return WORD.sub(
        lambda found: (
            " "
            if folded(found.group()) in telling
            and any(likeness(folded(found.group()), word, language) >= OF_NAME for word in own)
            else found.group()
        ),
        text,
    )


OF_NAME = 0.8
"""How surely a word must be one of a name to ask nothing beside it."""

WORD = re.compile(r"[^\W_]+")


def names_run_alone(text: str, hand: InHand, language: str) -> bool:
    """Say whether a message says no more than a place, a form, a level or a day of the week ("en die in Epe?", "en bij bbl?")."""
    words = folded(text).split()
    places = {word for place in hand.school.places for word in place.split()}
    is_run = bool(places.intersection(words) or hand.modes) or any(
        is_weak(word) or word in day_names() for word in words if len(word) > 1
    )
    rest = telling_words(text, language, hand.school.aside)
    return is_run and all(is_weak(word) or word.isdigit() or word in day_names() for word in rest)


def _of_things(topics: Mapping[str, Topic], text: str) -> tuple[Topic, ...]:
    """Return topics without the price of the course where a message asks for that of a thing it named before ("welke boeken, en wat kosten die?")."""
    is_of_thing = (
        any("costs" in topic.instead_of for topic in topics.values()) and THEY.search(text) is not None
    )
    is_of_thing = is_of_thing or (not topics.keys().isdisjoint(AT_A_PRICE) and THEN.search(text) is not None)
    return tuple(topic for name, topic in topics.items() if not (is_of_thing and name == "costs"))


AT_A_PRICE = frozenset(["cancel", "resit"])
THEN = re.compile(r"\b(?:dan|then|dann)\b", re.IGNORECASE)
"""What may happen that has a price of its own, and the word by which a message asks that ("ik ga niet, wat kost dat dan?")."""


THEY = re.compile(
    r"\b(?:kosten|kost|are|do|cost|kosten) (?:die|ze|deze|they|those|these|sie)\b", re.IGNORECASE
)

LONGEST_ELLIPSIS = 8
"""Words of the longest message that asks of another row what was asked of the one before."""


def _is_of_other_thing(
    topics: Sequence[Topic], offers: Sequence[Offer], request: Request, hand: InHand
) -> bool:
    """Say whether a whole question of a talk asks its price, day or place of a thing that no cell of the row has ("wat kost een rijbewijs?")."""
    text, language = request.question.text, request.language
    if not topics or continues(text, language):
        return False
    if POINTS.search(text) is not None:
        return False
    rest = without_groups(folded(without_names(text, hand)))
    for topic in topics:
        rest = topic.asks.sub(" ", rest)
    words = telling_words(rest, language.value, hand.school.aside)
    cells = [cell for offer in offers for cell in cells_of(offer)]
    return any(
        not any(has_word(cell, word, language.value) for cell in cells)
        for word in words
        if not word.isdigit()
    )


POINTS = re.compile(
    r"\b(?:daar|daarvoor|daarbij|ervoor|erbij|die cursus|deze cursus|die training|there|for (?:it|that)|that course|dafür|dort|dabei|der kurs|dieser kurs)\b",
    re.IGNORECASE,
)
"""Words that point to the course of the talk."""
