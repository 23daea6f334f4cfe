"""Answers what is asked of the courses of a school's own table: from the cells of the very rows that are meant.

Before all other answers: what the table says of its course nobody else knows better, and what stands in another row is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from assistant.types import Outcome, Request, Sentence
from assistant.writing.kind_lacked import lacks_kind
from assistant.writing.offers_called import InHand, OffersCalled
from assistant.writing.record_citing import RecordCiter
from assistant.writing.record_costs import fee_records
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_unknown import Unknown, unknown_answer
from assistant.writing.records import RecordWriter
from assistant.writing.row_cells import cells_of
from assistant.writing.row_topics import NOT_ELSEWHERE, Topic, topics_asked, topics_called
from assistant.writing.row_worded import cited_cell, worded_cell
from assistant.writing.rows_listed import rows_listed
from assistant.writing.seam import RecordAnswers, Written
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer
from knowledge.types import Audience, RecordRef

MOST_ROWS = 4
"""Rows that are told side by side where a message means several."""

MOST_CELLS = 3
"""Cells of a row that are told of one topic."""

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
        listed = rows_listed(request, hand, desk)
        if listed is not None:
            return listed
        offers = desk.catalogue.offers(hand.school.ids_of(hand.names))
        if not 0 < len(offers) <= MOST_ROWS:
            return None
        text = request.question.text
        earlier = [turn.text for turn in request.question.history if turn.role == "user"]
        topics = asked_of(text, earlier, hand)
        if ASKS_WHETHER_ONE_MAY.search(text):
            if self._persons.answer(request, audience, today) is not None:
                return None  # with what is told of the person, rules say more
            topics = tuple({topic.name: topic for topic in (*topics, *topics_called(ENTRY_TOPICS))}.values())
        if all(topic.fields for topic in topics):
            said = self._records.remarked(request, today)
            if said is not None:
                return said
        return self._of_topics(offers, topics, request, hand, desk) if topics else None

    def _of_topics(
        self, offers: Sequence[Offer], topics: Sequence[Topic], request: Request, hand: InHand, desk: Desk
    ) -> Written | None:
        told = _told(offers, topics, request, desk)
        if told is not None:
            return told
        others = desk.catalogue.offers(tuple(hand.school.names))
        every = [cell for one in others for cell in cells_of(one) if not cell.is_free]
        is_theirs = any(topic.name in NOT_ELSEWHERE or any(map(topic.holds, every)) for topic in topics)
        return (
            unknown_answer(Unknown(request, self._records.reading(request), (), ()), desk)
            if is_theirs
            else None
        )


ENTRY_TOPICS = ("prior", "age")
"""What a table says to somebody who asks whether they may enter."""


def asked_of(text: str, earlier: Sequence[str], hand: InHand) -> tuple[Topic, ...]:
    """Return what a message asks of rows; one that only names another row ("en bij arduino?") asks what was asked before."""
    for said in (text, *(reversed(earlier) if hand.is_named else ())):
        found = (topic for part in PARTS.split(_without_names(said, hand)) for topic in topics_asked(part))
        topics = _of_things({topic.name: topic for topic in found}, said)
        if topics or len(text.split()) > LONGEST_ELLIPSIS:
            return topics
    return ()


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


def _without_names(text: str, hand: InHand) -> str:
    """Return a text without the names of courses in it, whose words ask nothing."""
    for name in sorted(hand.school.names.values(), key=len, reverse=True):
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE) if name else text
    return text


def _told(offers: Sequence[Offer], topics: Sequence[Topic], request: Request, desk: Desk) -> Written | None:
    """Return the cells of rows that are asked for, None where no row has any, or none of the kind that is asked."""
    citer = desk.citer("offer", [offer.id for offer in offers], fee_records(desk))
    said = [one for offer in offers if (one := _row(offer, topics, request, desk, citer)) is not None]
    if not said or (len(topics) == 1 and lacks_kind(request.question.text, [one.text for one in said])):
        return None
    records = [RecordRef("offer", offer.id, offer.name.value or offer.id) for offer in offers]
    answer = written(said, citer, records)
    cells = [cell for offer in offers for cell in cells_of(offer)]
    lacking = [topic for topic in topics if topic.name in NOT_ELSEWHERE and not any(map(topic.holds, cells))]
    asked = [
        match.group() for topic in lacking if (match := topic.asks.search(folded(request.question.text)))
    ]
    if not asked:
        return answer
    notice = desk.notice(
        desk.words.fill("row_lacks", {"asked": desk.words.join(f"“{one}”" for one in asked)})
    )
    return replace(answer, sentences=(*answer.sentences, notice), outcome=Outcome.PARTLY)


def _row(
    offer: Offer, topics: Sequence[Topic], request: Request, desk: Desk, citer: RecordCiter
) -> Sentence | None:
    """Return one sentence with the cells of a row that are of the topics, None where there are none."""
    said: list[str] = []
    cited: list[int] = []
    cells = cells_of(offer)
    for topic in topics:
        for cell in [cell for cell in cells if topic.holds(cell)][:MOST_CELLS]:
            text = worded_cell(cell, offer, request, desk)
            if text not in said:
                said.append(text)
                cited += cited_cell(cell, offer, request, desk, citer)
    return desk.worded(f"{desk.words.offer(offer)}; {'; '.join(said)}.", cited) if said else None
