"""Answers what is asked of the courses of a school's own table: from the cells of the very rows that are meant.

Before all other answers: what the table says of its course nobody else knows better, and what stands in another row is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from assistant.types import Outcome, Request, Sentence
from assistant.understanding.leaning import continues
from assistant.understanding.offer_after import NEXT_ASKED
from assistant.understanding.offer_called import is_weak, telling_words
from assistant.understanding.word_likeness import likeness
from assistant.writing.kind_lacked import lacks_kind
from assistant.writing.offers_called import InHand, OffersCalled
from assistant.writing.record_citing import IDENTITY, RecordCiter
from assistant.writing.record_costs import fee_records
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_unknown import Unknown, unknown_answer
from assistant.writing.record_values import value_text
from assistant.writing.records import RecordWriter
from assistant.writing.row_cells import ENTRY, Cell, cells_of
from assistant.writing.row_held import cells_of_topics, held_by
from assistant.writing.row_limits import day_names
from assistant.writing.row_lines import (
    AMOUNT,
    OF_LINES,
    Line,
    lines_in,
    lines_of_price,
    lines_of_topics,
    lines_told,
    lines_with,
    with_lines,
)
from assistant.writing.row_prices import without_groups
from assistant.writing.row_said import clauses_beside, has_word, noted_of, said_of, without_names, words_asked
from assistant.writing.row_topics import NOT_ELSEWHERE, OF_COSTS, REMARKED, Topic, topics_asked, topics_called
from assistant.writing.row_worded import cited_cell, worded_cell
from assistant.writing.rows_listed import rows_listed
from assistant.writing.rows_meant import at_level, in_form, narrowed, with_words
from assistant.writing.seam import RecordAnswers, Written
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer, OfferKind
from knowledge.types import Audience, RecordRef

MOST_ROWS = 4
"""Rows that are told side by side where a message means several."""

MOST_LOOKED_AT = 60
"""Rows of a school in which it is looked for whether it has a column at all."""

PARTS = re.compile(r"[?!.;]\s+|,\s+|\s+(?:en|and|und|maar|but|aber|plus)\s+", re.IGNORECASE)
"""Between the questions of a message: what one asks narrows down none of the others."""

ASKS_WHETHER_ONE_MAY = re.compile(
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
        hand = self._called.in_hand(request.question, request.language)
        if hand is None or request.question.filters is not None:
            return None
        desk = self._records.desk(request, today)
        return rows_listed(request, hand, desk) or self._of_rows(request, hand, desk, audience)

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
            return None
        if not 0 < len(offers) <= MOST_ROWS:
            return self._lines(offers, topics, request, hand, desk)
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
        return self._lines(offers, (), request, hand, desk) or noted_of(offers, request, desk)

    def _lines(
        self, offers: Sequence[Offer], topics: Sequence[Topic], request: Request, hand: InHand, desk: Desk
    ) -> Written | None:
        """Return what the lines beside the rows of a table say, None where they say nothing of what is asked."""
        lines = lines_in(self._records.lines_of(_sources(hand, desk)))
        text = f" {folded(request.question.text)} "
        named = [place for place in _places(hand, desk) if f" {place} " in text]
        places = named or [folded(place.name) for one in offers for place in one.places.value or ()]
        told = topics if hand.names else _of_table(topics)
        found = lines_of_topics(lines, told, places) if told else ()
        if PRICE_ASKED.search(folded(request.question.text)) and any(
            topic.name in OF_COSTS for topic in topics
        ):
            found = tuple(line for line in found if AMOUNT.search(line.whole or line.text))
        if not found and any(topic.name == "costs" for topic in topics):
            found = lines_of_price(lines, *_form_and_level(offers))
        if not found and not topics:
            found = lines_with(lines, words_asked(request, hand), request.language.value)
        return lines_told(found, request.language) if found else None

    def _with_lines(
        self,
        told: Written,
        offers: Sequence[Offer],
        topics: Sequence[Topic],
        request: Request,
        hand: InHand,
        desk: Desk,
    ) -> Written:
        """Return what rows say, with the lines beside the table for what is asked too and no row has."""
        every = [cell for offer in offers for cell in cells_of(offer)]
        lacking = [topic for topic in topics if topic.name in BESIDE_ROWS and not held_by(topic, every)]
        if not lacking:
            return told
        lines = lines_in(self._records.lines_of(_sources(hand, desk)))
        places = [folded(place.name) for one in offers for place in one.places.value or ()]
        every_line = lines_of_topics(lines, lacking, places)
        found = [line for line in every_line if _of_course(line, hand, request.language.value)]
        if lacking[0].name not in OF_COURSE_ALONE:
            found = found or list(every_line)
        if not found:
            return told
        return with_lines(told, found[:1], request.language, is_whole=len(lacking) == 1)

    def sources(self, request: Request, today: date) -> frozenset[str]:
        """Return the versions of the tables that hold the courses in hand: what stands above and below them is of these too."""
        hand = self._called.in_hand(request.question, request.language)
        if hand is None:
            return frozenset()
        return _sources(hand, self._records.desk(request, today))

    def _of_topics(
        self,
        offers: Sequence[Offer],
        topics: Sequence[Topic],
        asked: str,
        request: Request,
        hand: InHand,
        desk: Desk,
    ) -> Written | None:
        told = _told(offers, topics, asked, request, hand, desk)
        if told is not None:
            return self._with_lines(told, offers, topics, request, hand, desk)
        beside = self._lines(offers, topics, request, hand, desk) or _clauses(offers, request, hand, desk)
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


BESIDE_ROWS = frozenset(
    [
        "age",
        "funding",
        "cancel",
        "resit",
        "pay",
        "food",
        "contact",
        "open_day",
        "parking",
        "discount",
        "incompany",
        "holidays",
        "bring",
    ]
)
OF_COURSE_ALONE = frozenset(["age", "bring"])
"""Topics that lines beside a table speak of for its courses, and those that they speak of for one."""

PRICE_ASKED = re.compile(
    r"\b(?:kost\w*|kwijt|betaal\w*|hoeveel geld|hoe duur|prijs|costs?|price|pay|kostet|zahl\w*|preis)\b"
)
"""How a price is asked, over folded text: a line without an amount is of something else."""

OF_ROWS = frozenset(
    [
        "supervisor",
        "prior",
        "day",
        "time",
        "meetings",
        "places",
        "left",
        "teacher",
        "code",
        "pass_mark",
        "cpd",
        "credits",
        "age",
        "costs",
    ]
)
"""Topics of one course: where a message names none, a line beside the table is of another thing."""


def _of_table(topics: Sequence[Topic]) -> list[Topic]:
    """Return the topics that lines beside a table speak of for all courses; whom to ask is none where a course is asked for too."""
    found = [topic for topic in topics if topic.name not in OF_ROWS]
    is_of_table = any(topic.name in OF_LINES and topic.name not in ASKED_OF for topic in found)
    return found if is_of_table or all(topic.name in ASKED_OF for topic in topics) else []


ASKED_OF = frozenset(["contact", "signup"])
"""Topics of whom to ask."""


def _form_and_level(offers: Sequence[Offer]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the forms of study of offers, and the figures of their levels of mbo."""
    modes = frozenset(one.mode.value.value for one in offers if one.mode.value is not None)
    return modes, frozenset((one.level.value or "").removeprefix("mbo-") for one in offers)


def _of_course(line: Line, hand: InHand, language: str) -> bool:
    """Say whether a line has a telling word of the name of a course in hand."""
    words = {
        word
        for name in hand.names
        for word in folded(name).split()
        if not is_weak(word) and len(word) > LITTLE
    }
    return any(
        likeness(one, word, language) >= OF_NAME or one.startswith(word)
        for one in folded(line.text).split()
        for word in words
    )


OF_NAME, LITTLE = 0.8, 3
"""How surely a word of a line must be one of a name, and the letters of a word that tells none."""


def _sources(hand: InHand, desk: Desk) -> frozenset[str]:
    """Return the versions of the tables that hold the courses of the school in hand."""
    hits = desk.hits([("offer", id_) for id_ in hand.school.names])
    return frozenset(hit.source.version for hit in hits.values())


def _places(hand: InHand, desk: Desk) -> frozenset[str]:
    """Return the folded names of the places where the school in hand gives courses."""
    offers = desk.catalogue.offers(tuple(hand.school.names)[:MOST_LOOKED_AT])
    return frozenset(folded(place.name) for one in offers for place in one.places.value or ())


def _clauses(offers: Sequence[Offer], request: Request, hand: InHand, desk: Desk) -> Written | None:
    """Return the sentences of the remark of one row that share a word with what is asked, as what comes nearest; None for none."""
    if len(offers) != 1 or not clauses_beside(offers[0], request, hand):
        return None
    return said_of(offers, (), request, hand, desk)


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
        asking = NEXT_ASKED.sub(" ", without_names(said, hand))
        found = (topic for part in PARTS.split(asking) for topic in topics_asked(part))
        topics = _of_things({topic.name: topic for topic in found}, said)
        if topics or len(text.split()) > LONGEST_ELLIPSIS:
            return topics, said
    return (), text


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
    return tuple(topic for name, topic in topics.items() if not (is_of_thing and name == "costs"))


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


OF_PEOPLE = frozenset(["teacher", "supervisor"])
"""Topics of which what stands under their heading is the answer, also where it is no name that we know the form of ("extern")."""


def _told(
    offers: Sequence[Offer],
    topics: Sequence[Topic],
    asked: str,
    request: Request,
    hand: InHand,
    desk: Desk,
) -> Written | None:
    """Return the cells of rows that are asked for, None where no row has any, or none of the kind that is asked.

    Of one row also the sentences of its remark that share a word with the message: what is asked may hang on them.
    """
    citer = desk.citer("offer", [offer.id for offer in offers], fee_records(desk))
    beside = clauses_beside(offers[0], request, hand) if len(offers) == 1 else ()
    held = {offer.id: cells_of_topics(offer, topics, asked) for offer in offers}
    said = [
        _row(offer, (*cells, *(one for one in beside if one not in cells)), request, desk, citer)
        for offer in offers
        if (cells := held[offer.id])
    ]
    is_headed = any(
        topic.is_headed(one.heading)
        for topic in topics
        if topic.name in OF_PEOPLE
        for cells in held.values()
        for one in cells
    )
    is_unsure = len(topics) == 1 and not is_headed
    if not said or (is_unsure and lacks_kind(request.question.text, [one.text for one in said])):
        return None
    records = [RecordRef("offer", offer.id, offer.name.value or offer.id) for offer in offers]
    answer = written(said, citer, records)
    every = [cell for offer in offers for cell in cells_of(offer)]
    lacking = [topic for topic in topics if topic.name in NOT_ELSEWHERE and not held_by(topic, every)]
    said_so = [
        match.group() for topic in lacking if (match := topic.asks.search(folded(request.question.text)))
    ]
    if not said_so:
        return answer
    notice = desk.notice(
        desk.words.fill("row_lacks", {"asked": desk.words.join(f"“{one}”" for one in said_so)})
    )
    return replace(answer, sentences=(*answer.sentences, notice), outcome=Outcome.PARTLY)


def _row(offer: Offer, cells: Sequence[Cell], request: Request, desk: Desk, citer: RecordCiter) -> Sentence:
    """Return one sentence with cells of a row."""
    said = dict.fromkeys(worded_cell(cell, offer, request, desk) for cell in cells)
    cited = [number for cell in cells for number in cited_cell(cell, offer, request, desk, citer)]
    return desk.worded(f"{desk.words.offer(offer)}; {'; '.join(said)}.", cited)
