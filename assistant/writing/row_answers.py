"""Answers what is asked of the courses of a school's own table: from the cells of the very rows that are meant.

Before all other answers: what the table says of its course nobody else knows better, and what stands in another row is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from assistant.types import Outcome, Request
from assistant.understanding.course_subjects import subjects_of
from assistant.understanding.leaning import continues
from assistant.understanding.offer_called import telling_words, words_of_name
from assistant.understanding.word_likeness import likeness
from assistant.writing.in_hand import InHand
from assistant.writing.joining import KNOWN, joined
from assistant.writing.kind_lacked import lacks_kind_asked
from assistant.writing.offers_called import OffersCalled
from assistant.writing.record_citing import IDENTITY
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_unknown import Unknown, unknown_answer
from assistant.writing.record_values import value_text
from assistant.writing.records import RecordWriter
from assistant.writing.row_asked import OF_NAME, WORD, asked_of
from assistant.writing.row_beside import Beside, sources_of
from assistant.writing.row_cells import ENTRY, cells_of
from assistant.writing.row_prices import without_groups
from assistant.writing.row_said import has_word, noted_of, said_of, without_names, words_asked
from assistant.writing.row_told import MOST_LOOKED_AT, clauses_told, told_by_rows
from assistant.writing.row_topics import NOT_ELSEWHERE, REMARKED, Topic, topics_asked, topics_called
from assistant.writing.rows_apart import asks_apart, told_apart_by_rows
from assistant.writing.rows_listed import rows_listed
from assistant.writing.rows_meant import at_level, in_form, narrowed, with_words
from assistant.writing.rows_offered import ASKS_WHETHER_THERE_IS, ASKS_WHO_OFFERS, rows_offered
from assistant.writing.seam import RecordAnswers, Written
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer, OfferKind
from knowledge.types import Audience, RecordRef

MOST_ROWS = 4
"""Rows that are told side by side where a message means several."""


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
            return (
                self._of_each(request, desk, audience)
                or self._listed_of_each(request, desk)
                or self._offered(request, desk)
            )
        if not hand.is_implied:
            return rows_listed(request, hand, desk) or self._of_rows(request, hand, desk, audience)
        told = self._of_rows(request, hand, desk, audience)
        is_of_it = not hand.is_named and POINTS.search(request.question.text) is not None
        return told if told is not None and (is_of_it or told.outcome is not Outcome.REFUSED) else None

    def _listed_of_each(self, request: Request, desk: Desk) -> Written | None:
        """Return the lists that a message asks of each of several schools, None where it asks none, or not each has one."""
        hands = self._called.each_named(request.question, request.language)
        each = [rows_listed(_asked_of_one(request, hand, hands), hand, desk) for hand in hands]
        told = [one for one in each if one is not None]
        return (
            joined([(request.question.text, one) for one in told], request.language)
            if told and len(told) == len(hands)
            else None
        )

    def _offered(self, request: Request, desk: Desk) -> Written | None:
        """Return where there is a course that a message asks without a school, None where it asks something else, or nobody has it."""
        if ASKS_WHO_OFFERS.search(folded(request.question.text)) is None:
            return None
        offers = desk.catalogue.offers(self._called.offered(request.question, request.language))
        return rows_offered(offers, request, desk)

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
        turns = (text, *reversed(earlier[-TURNS:]))
        offers = at_level(narrowed(offers, turns, hand.school.called), text)
        topics, asked = asked_of(text, earlier, hand, request.language.value)
        offers = with_words(
            offers, partial(_remarks, language=request.language.value), words_asked(request, hand, topics)
        )
        is_other = not hand.is_named and _is_of_other_thing(topics, offers, request, hand)
        if is_other:
            return _of_its_kind(Beside(self._records, request, hand, desk).of_word(offers, topics), request)
        if not 0 < len(offers) <= MOST_ROWS:
            return _of_its_kind(Beside(self._records, request, hand, desk).told(offers, topics), request)
        if ASKS_WHETHER_ONE_MAY.search(text):
            is_programme = all(offer.kind not in NO_PROGRAMME for offer in offers)
            if is_programme and self._persons.answer(request, audience, desk.today) is not None:
                return None  # with what is told of the person, rules say more
            topics = topics or topics_called(ENTRY_TOPICS)
        apart = told_apart_by_rows(offers, request, desk) if asks_apart(text, topics) else None
        if apart is not None or not topics:
            return apart or _of_its_kind(self._of_words(offers, request, hand, desk), request)
        if all(topic.fields for topic in topics):
            said = _of_its_kind(said_of(offers, topics, request, hand, desk), request)
            if said is not None and said.outcome is Outcome.ANSWERED:
                return said
        return self._of_topics(offers, topics, asked, request, hand, desk)

    def _of_words(
        self, offers: Sequence[Offer], request: Request, hand: InHand, desk: Desk
    ) -> Written | None:
        """Return what a row or the lines beside its table say to a message that asks for no known column, None for a bare name."""
        if hand.is_named and ASKS_WHETHER_THERE_IS.search(folded(request.question.text)):
            return rows_offered(offers, request, desk)
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
        apart = _of_its_kind(Beside(self._records, request, hand, desk).of_word(offers, topics), request)
        if apart is not None:
            return apart
        told = told_by_rows(offers, topics, asked, request, hand, desk)
        if told is not None:
            return Beside(self._records, request, hand, desk).added(told, offers, topics)
        return _of_its_kind(self._not_in_rows(offers, topics, request, hand, desk), request)

    def _not_in_rows(
        self, offers: Sequence[Offer], topics: Sequence[Topic], request: Request, hand: InHand, desk: Desk
    ) -> Written | None:
        """Return what is said to a question that no cell of the rows is of: by the lines beside them, or that it is not known."""
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


def _asked_of_one(request: Request, hand: InHand, hands: Sequence[InHand]) -> Request:
    """Return a message without the words by which it names the other schools beside one."""
    others = {word for one in hands if one is not hand for word in one.school.called} - hand.school.called
    text = WORD.sub(
        lambda found: " " if folded(found.group()) in others else found.group(), request.question.text
    )
    return replace(request, question=replace(request.question, text=text))


def _of_its_kind(found: Written | None, request: Request) -> Written | None:
    """Return an answer that no column was asked for by name, None where it has nothing of the kind that a message asks."""
    return None if found is None or lacks_kind_asked(request, found) else found


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


def _is_of_other_thing(
    topics: Sequence[Topic], offers: Sequence[Offer], request: Request, hand: InHand
) -> bool:
    """Say whether a whole question of a talk asks its price, day or place of a thing that no cell of the row has ("wat kost een rijbewijs?")."""
    text, language = request.question.text, request.language
    if topics and _names_unknown_subject(text, offers, hand, language.value):
        return True
    if not topics or continues(text, language):
        return False
    if POINTS.search(text) is not None:
        return False
    rest = GETTING.sub(" ", without_groups(folded(without_names(text, hand))))
    for topic in topics:
        rest = topic.asks.sub(" ", rest)
    own = {word for name in hand.names for word in words_of_name(name)}
    words = [
        word
        for word in telling_words(rest, language.value, hand.school.aside)
        if not any(likeness(word, one, language.value) >= OF_NAME for one in own)
    ]
    cells = [cell for offer in offers for cell in cells_of(offer)]
    return any(
        not any(has_word(cell, word, language.value) for cell in cells)
        for word in words
        if not word.isdigit()
    )


def _names_unknown_subject(text: str, offers: Sequence[Offer], hand: InHand, language: str) -> bool:
    """Say whether a message names a subject of courses that the school has none of ("en wat kost robotlassen?")."""
    words = [word for word in telling_words(text, language, hand.school.aside) if subjects_of(word)]
    own = {one for name in hand.school.names.values() for one in folded(name).split()}
    cells = [cell for offer in offers for cell in cells_of(offer)]
    return any(
        not any(likeness(word, one, language) for one in own)
        and not any(has_word(cell, word, language) for cell in cells)
        and not topics_asked(word)
        for word in words
    )


GETTING = re.compile(
    r"\b(?:ge)?(?:kopen|koop|huren|huur|lenen|leen|regelen|aan ?(?:te )?schaffen|betalen|meenemen|buy|rent|hire|borrow|arrange|pay|kaufen|mieten|leihen|besorgen|zahlen)\b"
)
"""What one does to have a thing that is needed, over folded text: it names no other thing."""

POINTS = re.compile(
    r"\b(?:daar|daarvoor|daarbij|ervoor|erbij|die cursus|deze cursus|die training|there|for (?:it|that)|that course|dafür|dort|dabei|der kurs|dieser kurs)\b",
    re.IGNORECASE,
)
"""Words that point to the course of the talk."""
