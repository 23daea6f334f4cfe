"""What the records are asked for in a talk, message by message: what is in focus, and what the next message asks of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.types import Filter, Language, Turn
from assistant.understanding.chips import with_filters
from assistant.understanding.filters import Ask, Asked, asked_of, filter_of, is_understood
from assistant.understanding.leaning import leans
from assistant.understanding.own_story import own_story, without_own_story
from assistant.understanding.person_asks import WIDE_FIELDS
from assistant.understanding.reading import FACETS, Reading, read
from assistant.understanding.special import special_kind
from assistant.understanding.subject import topic_of
from assistant.understanding.thread import LISTED, Said, Step, after, without_rival
from assistant.understanding.topic import surely_points
from assistant.writing.record_book import Book
from assistant.writing.record_desk import Desk
from assistant.writing.record_found import ALIVE, names_ended
from assistant.writing.record_school import at_their_school
from assistant.writing.record_siblings import of_sibling
from assistant.writing.record_steps import FEW_TO_TELL, answered
from assistant.writing.turned_away import was_turned_away
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import OfferState
from knowledge.types import QuestionWord

READINGS = (True, False)
"""Whether a word that is a field of study and the name of offers is read as the name: that first."""

FEW_NAMED = 3
"""Offers that are called after a field, below which the field is meant where it is asked where it is: "waar kan ik ict doen"."""


def focus_after(
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
        with_chips(
            next_step(step, with_topic(turn.text, said, step, language, book), book, language, (), names),
            turn.filters,
            book,
        )
        for step, names in zip(before, READINGS, strict=True)
    ]
    if reply and not any(_was_said(step, reply, desk) for step in different(read_as)):
        read_as = [None for _ in READINGS]
    stays = _keeps_topic(turn.text, language) or was_turned_away(reply)
    named = _named(turn.text, reply, language, book)
    return tuple(
        _lasting(new, book) or named or (old if stays or _is_about(old, reply, book) else None)
        for old, new in zip(before, read_as, strict=True)
    )


def different(steps: Sequence[Step | None]) -> list[Step | None]:
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


ROW = re.compile(r"\d+\. [^:]+:")
"""How a row of a list begins: with its number and the name of its record."""


FIRST_SENTENCES = 3
"""Sentences of an answer of records by one of which it is known again, whatever is said of it on another day."""


def with_topic(text: str, said: Sequence[str], step: Step | None, language: Language, book: Book) -> str:
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


def with_chips(step: Step | None, filters: tuple[Filter, ...] | None, book: Book) -> Step | None:
    """Return a step with the filters that a person set for it, where any were."""
    if step is None or filters is None:
        return step
    return replace(step, asked=with_filters(step.asked, filters, book.catalogue.gazetteer))


def next_step(
    step: Step | None,
    text: str,
    book: Book,
    language: Language,
    words: tuple[QuestionWord, ...],
    prefers_names: bool,
) -> Step | None:
    """Return what a message asks by itself, else what it means after `step`, None when neither is understood."""
    sibling = of_sibling(step, text, book)
    if sibling is not None:
        return sibling
    text = _asked(text, book, language)
    reading = read(text, book.lexicon(language), words).with_parts()
    own = _own(reading, book, language, words, prefers_names)
    if step is not None:
        own = at_their_school(own, text, _offers_of(step.asked, book), book)
    said = Said(text, reading, own, language, words)
    found = after(step, said, book.catalogue.gazetteer, prefers_names)
    return _possible(found, reading, book) if found is not None and found.is_following else found


def _asked(text: str, book: Book, language: Language) -> str:
    """Return a message without what somebody told of their diploma or work before it, and without a gloss of a word.

    Both only where they name nothing that limits what is looked for, a story where the rest names a programme or a field.
    """
    lexicon = book.lexicon(language)
    text = GLOSS.sub(lambda found: " " if _limits_nothing(read(found[0], lexicon)) else found[0], text)
    story = own_story(text)
    told = read(story, lexicon) if story else None
    limits = told is None or any(map(told.values, ("place", "area", "provider", "mode")))
    rest = text if limits else without_own_story(text)
    return rest if read(rest, lexicon).names_programmes else text


GLOSS = re.compile(r"\s\([^()?]{2,60}\)")
"""What a word means, said behind it: 'an "audicien" (hearing aid specialist)'."""


def _limits_nothing(reading: Reading) -> bool:
    return not any(
        map(reading.values, ("offer", "field", "occupation", "place", "area", "provider", *FACETS))
    )


def _possible(step: Step, reading: Reading, book: Book) -> Step:
    """Return a follow-up as it is, or without what it leaves nothing of: the school of before beside another place, or the form, kind or
    level of before where another programme is named ("kan dat ook duaal?", "en chemie?").
    """
    if _offers_of(step.asked, book):
        return step
    other = without_rival(step)
    if _offers_of(other.asked, book) or reading.values("mode") or not reading.names_programmes:
        return other
    wanted = step.asked.filter
    without = (
        replace(wanted, mode=()),
        replace(wanted, kind=(), level=()),
        replace(wanted, mode=(), kind=(), level=()),
    )
    freed = (replace(step, asked=replace(step.asked, filter=one)) for one in without)
    return next((one for one in freed if _offers_of(one.asked, book)), other)


def _lasting(step: Step | None, book: Book) -> Step | None:
    """Return a step that a later message may go on from: what a follow-up left nothing of is not what the talk is about."""
    return None if step is None or (step.is_following and not _offers_of(step.asked, book)) else step


def _offers_of(asked: Asked, book: Book) -> list[str]:
    """Return the offers that are left by name and filter, those that have ended left out unless no others are named."""
    states = (*ALIVE, OfferState.ENDED.value) if names_ended(asked, book.catalogue) else ALIVE
    wanted = replace(asked.filter, state=asked.filter.state or states)
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
    if asked.filter.kind == TRAINING and asked.offers and not _offers_of(asked, book):
        asked = replace(asked, filter=replace(asked.filter, kind=()))  # any programme is called a training
    if asked.offers and reading.values("part") and not _offers_of(asked, book):
        asked = replace(asked, offers=(*asked.offers, *reading.values("part")))  # a longer name has it too
    is_list = asked.ask in (Ask.LIST, Ask.COUNT, Ask.LEADS_TO) or (
        asked.ask is Ask.FIELDS and reading.asks_which_offers
    )
    is_search = is_list or (asked.fields == ("places",) and len(asked.offers) < FEW_NAMED)
    if prefers_names and is_search and reading.values("field") and _has_of_field(reading, book):
        return None  # of a list the field is meant, not the offers that are called after it
    return asked if is_understood(reading, language, words, used) else None


TRAINING = ("course",)
"""The kind that a word says by which people mean any programme: "the training", "de cursus"."""


def _has_of_field(reading: Reading, book: Book) -> bool:
    """Say whether there is something with its words read as a field; offers of a catalogue of one's own may state none."""
    found = asked_of(reading, book.catalogue.gazetteer)
    return found is None or bool(_offers_of(found[0], book))
