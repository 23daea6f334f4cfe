"""What the lines beside the rows of a school's table say to what is asked: whom to call, what cancelling costs, when one may look around."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.types import Request
from assistant.understanding.offer_called import is_weak
from assistant.understanding.word_likeness import likeness
from assistant.writing.in_hand import InHand
from assistant.writing.record_desk import Desk
from assistant.writing.records import RecordWriter
from assistant.writing.row_cells import cells_of
from assistant.writing.row_held import held_by
from assistant.writing.row_lines import (
    OF_LINES,
    Line,
    line_has,
    lines_in,
    lines_of_price,
    lines_of_topics,
    lines_told,
    lines_with,
    of_person,
    with_lines,
)
from assistant.writing.row_said import has_word, words_asked
from assistant.writing.row_told import MOST_LOOKED_AT
from assistant.writing.row_topics import OF_COSTS, Topic
from assistant.writing.rows_meant import names_day, weekdays_said
from assistant.writing.seam import Written
from assistant.writing.values import AMOUNT
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer


@dataclass(frozen=True, slots=True)
class Beside:
    """The lines beside the rows of the school in hand, for one message."""

    records: RecordWriter
    request: Request
    hand: InHand
    desk: Desk

    def told(self, offers: Sequence[Offer], topics: Sequence[Topic]) -> Written | None:
        """Return what the lines say, None where they say nothing of what is asked."""
        request, lines = self.request, self._lines()
        text = f" {folded(request.question.text)} "
        named = [place for place in _places(self.hand, self.desk) if f" {place} " in text]
        told = topics if self.hand.names else _of_table(topics)
        found = lines_of_topics(lines, told, named or _places_of(offers)) if told else ()
        if any(topic.name == "day" for topic in told):
            found = tuple(line for line in found if _is_of_lessons(line)) or found
        if PRICE_ASKED.search(text) and any(topic.name in OF_COSTS for topic in topics):
            found = tuple(line for line in found if AMOUNT.search(line.whole or line.text))
        if not found and any(topic.name == "costs" for topic in topics):
            found = lines_of_price(lines, *_form_and_level(offers))
        if not found and not topics:
            found = lines_with(lines, words_asked(request, self.hand), request.language.value)
        if any(topic.name in ASKED_OF for topic in told):
            found = tuple(of_person(line, request.question.text) for line in found)
        return lines_told(found, request.language) if found else None

    def added(self, told: Written, offers: Sequence[Offer], topics: Sequence[Topic]) -> Written:
        """Return what rows say, with the line for what is asked too and no row has."""
        every = [cell for offer in offers for cell in cells_of(offer)]
        lacking = [topic for topic in topics if topic.name in BESIDE_ROWS and not held_by(topic, every)]
        if not any(map(names_day, offers)):
            lacking += [topic for topic in topics if topic.name == "day"]
        if not lacking:
            return told
        every_line = lines_of_topics(self._lines(), lacking, _places_of(offers))
        if lacking[0].name == "day":
            every_line = tuple(line for line in every_line if _is_of_lessons(line))
        found = [line for line in every_line if _of_course(line, self.hand, self.request.language.value)]
        if lacking[0].name not in OF_COURSE_ALONE:
            found = found or list(every_line)
        if not found:
            return told
        return with_lines(told, found[:1], self.request.language, is_whole=len(lacking) == 1)

    def of_word(self, offers: Sequence[Offer], topics: Sequence[Topic]) -> Written | None:
        """Return the line of whom to ask that has a telling word of the message which no cell of the rows has ("dyslexie")."""
        language = self.request.language.value
        cells = [cell for offer in offers for cell in cells_of(offer)]
        asked = [
            word
            for word in words_asked(self.request, self.hand, topics)
            if not any(has_word(cell, word, language) for cell in cells)
        ]
        whom = [topic for topic in topics if topic.name in ASKED_OF]
        lines = lines_of_topics(self._lines(), whom, ()) if asked and whom else ()
        found = tuple(
            line
            for line in lines
            if any(line_has(replace(line, text=line.whole or line.text), word, language) for word in asked)
        )
        return lines_told(found[:1], self.request.language) if found else None

    def _lines(self) -> tuple[Line, ...]:
        return tuple(lines_in(self.records.lines_of(sources_of(self.hand, self.desk))))


def _is_of_lessons(line: Line) -> bool:
    """Say whether a line names a day of the week of lessons, and no day to look around."""
    words = folded(line.text)
    return bool(weekdays_said(words)) and OF_LESSONS.search(words) is not None


OF_LESSONS = re.compile(
    r"(?<!open )(?<!meeloop)\b(?!open|meeloop)\w*(?:les|lesdag|lesdagen|schooldag|lessen|unterricht|schultag|class|classes|lessons?|school day)\b"
)
"""What lessons are called in a line about their days, over folded text."""


def _places_of(offers: Sequence[Offer]) -> list[str]:
    return [folded(place.name) for one in offers for place in one.places.value or ()]


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
        "mandatory",
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


def sources_of(hand: InHand, desk: Desk) -> frozenset[str]:
    """Return the versions of the tables that hold the courses of the school in hand."""
    hits = desk.hits([("offer", id_) for id_ in hand.school.names])
    return frozenset(hit.source.version for hit in hits.values())


def _places(hand: InHand, desk: Desk) -> frozenset[str]:
    """Return the folded names of the places where the school in hand gives courses."""
    offers = desk.catalogue.offers(tuple(hand.school.names)[:MOST_LOOKED_AT])
    return frozenset(folded(place.name) for one in offers for place in one.places.value or ())
