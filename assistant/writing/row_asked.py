"""What a message asks of the rows that it means, or asked of another row before: the topics of its parts. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.understanding.offer_after import NEXT_ASKED
from assistant.understanding.offer_called import is_weak, telling_words, words_of_name
from assistant.understanding.word_likeness import likeness
from assistant.writing.in_hand import InHand
from assistant.writing.part_of_day import parts_said, without_parts
from assistant.writing.row_limits import day_names
from assistant.writing.row_said import without_names
from assistant.writing.row_topics import Topic, topics_asked
from assistant.writing.rows_meant import weekdays_said
from knowledge.catalogue.folding import folded


def asked_of(text: str, earlier: Sequence[str], hand: InHand, language: str) -> tuple[tuple[Topic, ...], str]:
    """Return what a message asks of rows, with the message that does; one that only names another row, place or form ("en bij arduino?", "en in Epe?") asks what was asked before."""
    is_run = names_run_alone(text, hand, language)
    own: tuple[Topic, ...] = ()
    for said in (text, *(reversed(earlier) if hand.is_named or is_run else ())):
        asking = NEXT_ASKED.sub(" ", _without_words_of(hand.names, without_names(said, hand), language))
        found = (topic for part in PARTS.split(asking) for topic in topics_asked(part))
        topics = _of_things({topic.name: topic for topic in found}, said)
        is_day_alone = is_run and all(topic.name == "day" for topic in topics)
        if said == text and earlier and is_day_alone and (parts_said(text) or weekdays_said(text)):
            own = topics  # "en 's avonds?" says which run, and asks what was asked
            continue
        if topics or len(text.split()) > LONGEST_ELLIPSIS:
            return topics, said
    return own, text


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
    is_run = bool(places.intersection(words) or hand.modes or parts_said(text)) or any(
        is_weak(word) or word in day_names() for word in words if len(word) > 1
    )
    rest = telling_words(without_parts(folded(text)), language, hand.school.aside)
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


PARTS = re.compile(r"[?!.;:]\s+|,\s+|\s+(?:en|and|und|maar|but|aber|plus)\s+", re.IGNORECASE)
"""Between the questions of a message: what one asks narrows down none of the others."""
