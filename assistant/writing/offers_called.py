"""Puts the name of a course in the place of what a message calls it, where it names the school or its talk is about that school, and
tells which courses of which school a message is about.

Only courses of catalogues that were brought in are looked at: those of the library have other names beside their own.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.types import Language, Question, Turn
from assistant.understanding.course_steps import steps_said
from assistant.understanding.leaning import continues, points_back
from assistant.understanding.offer_after import NEXT_ASKED, next_after
from assistant.understanding.offer_called import Called, called, is_weak, sibling, telling_words
from assistant.understanding.reading import Reading, read
from assistant.understanding.word_likeness import likeness
from assistant.writing.in_hand import InHand, needed_before, with_before, with_told
from assistant.writing.offer_words import (
    SEVERAL_ASKED,
    asks_several,
    in_place,
    is_said,
    modes_in,
    without_other_units,
)
from assistant.writing.offers_compared import IS_COMPARISON, LONGEST_FOLLOW_UP, of_both
from assistant.writing.part_of_day import (
    IN_CLASS,
    parts_said,
    run_in_other_part,
    runs_alike,
    sets_apart,
    without_parts,
)
from assistant.writing.records import RecordWriter
from assistant.writing.row_topics import topics_asked
from assistant.writing.rows_meant import weekdays_said
from assistant.writing.schools_called import School, school_called, school_of, schools_called, schools_of
from assistant.writing.schools_implied import MOST_OF_SCHOOL, school_with, schools_with
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import OfferKind
from knowledge.store.catalogue import StoredCatalogue
from knowledge.types import Audience

_DATA = Path(__file__).with_suffix(".yaml")

MOST_SCHOOLS = 4
"""Schools whose rows are told side by side."""

NAMED_OTHERWISE = ("organisation", "scheme")
"""Senses of what a message may name that is no course of the school: what it asks is not about that."""


KNOWN_OTHERWISE = ("provider", "offer", "occupation", "field", *NAMED_OTHERWISE)
"""Senses of what a message may name of which records of the library tell too where it is given."""


class OffersCalled:
    """Knows courses by what people call them. Thread-safe; follows the catalogue when sources change."""

    def __init__(self, records: RecordWriter) -> None:
        self._records = records
        self._known: dict[Audience, tuple[StoredCatalogue, Mapping[str, School]]] = {}
        self._lock = threading.Lock()

    def named(self, question: Question, language: Language) -> Question:
        """Return a question with the courses that it and the messages before it mean by their names; ours stay as they are."""
        if not self._schools(question.audience):
            return question
        history: list[Turn] = []
        read_turns = self._read(question, language)
        for turn in question.history:
            history.append(replace(turn, text=next(read_turns)[0]) if turn.role == "user" else turn)
        return replace(question, text=next(read_turns)[0], history=tuple(history))

    def in_hand(self, question: Question, language: Language) -> InHand | None:
        """Return which courses of which school a message is about, None where it is about something else."""
        if not self._schools(question.audience):
            return None
        *_, (_, found) = self._read(question, language)
        return found

    def at_each(self, question: Question, language: Language) -> tuple[InHand, ...]:
        """Return the courses of each of several schools that a message names, or that all have the one it names; () for fewer."""
        schools = self._schools(question.audience)
        reading = read(question.text, self._records.book(question.audience).lexicon(language))
        named = _side_by_side(question.text, schools, reading)
        if not named and not reading.values("provider"):
            named = schools_with(without_other_units(question.text), schools, reading, language)
        if not 1 < len(named) <= MOST_SCHOOLS:
            return ()
        each = (_meant_at(question.text, InHand(one, is_named=True), reading, language)[1] for one in named)
        modes = reading.values("mode") or modes_in(question.text)
        found = tuple(replace(one, modes=modes) for one in each if one is not None and one.names)
        return found if len(found) > 1 else ()

    def offered(self, question: Question, language: Language) -> tuple[str, ...]:
        """Return the ids of the courses of all schools that a message without a school means by a word that tells one; () for a thing that the library knows too."""
        schools = self._schools(question.audience)
        reading = read(question.text, self._records.book(question.audience).lexicon(language))
        if not schools or any(reading.values(kind) for kind in KNOWN_OTHERWISE):
            return ()
        found: list[str] = []
        for school in schools.values():
            one = called(question.text, school.names.values(), language.value, school.aside)
            if one is not None and len(school.names) <= MOST_OF_SCHOOL:
                found += school.ids_of(one.names)
        return tuple(found)

    def each_named(self, question: Question, language: Language) -> tuple[InHand, ...]:
        """Return each of several schools that a message names, without courses; () for fewer."""
        schools = self._schools(question.audience)
        reading = read(question.text, self._records.book(question.audience).lexicon(language))
        named = [schools[id_] for id_ in reading.values("provider") if id_ in schools]
        named += [one for one in schools_called(question.text, schools) if one not in named]
        found = tuple(InHand(one, is_named=True) for one in named)
        return found if 1 < len(found) <= MOST_SCHOOLS else ()

    def _read(self, question: Question, language: Language) -> Iterator[tuple[str, InHand | None]]:
        """Yield each message of the person with the names of courses, and what the talk is about at it, the last one last."""
        book, schools = self._records.book(question.audience), self._schools(question.audience)
        in_hand: InHand | None = None
        turns = (*question.history, Turn("user", question.text))
        for place, turn in enumerate(turns):
            if turn.role != "user":
                in_hand = with_told(in_hand, turn.text) if in_hand is not None else None
                continue
            text = turn.text
            reading = read(text, book.lexicon(language))
            written, found = _meant(text, in_hand, schools, reading, language)
            said = (
                ()
                if sets_apart(text) or IN_CLASS in parts_said(text)
                else reading.values("mode") or modes_in(text)
            )
            if found is not None and in_hand is not None and found.names == in_hand.names:
                said = said or (() if IN_CLASS in parts_said(text) else in_hand.modes)
                found = needed_before(found, text, turns[max(0, place - 2) : place])
            in_hand = replace(with_before(found, in_hand, text), modes=said) if found is not None else None
            yield written, in_hand

    def _schools(self, audience: Audience) -> Mapping[str, School]:
        book = self._records.book(audience)
        with self._lock:
            known = self._known.get(audience)
            if known is None or known[0] is not book.catalogue:
                own = self._records.brought_in(audience)
                known = self._known[audience] = (book.catalogue, schools_of(book, own) if own else {})
            return known[1]


def _meant(
    text: str, before: InHand | None, schools: Mapping[str, School], reading: Reading, language: Language
) -> tuple[str, InHand | None]:
    """Return a message with the names of courses, and what the talk is about at it."""
    if len(_side_by_side(text, schools, reading)) > 1:
        return text, None
    is_of_other = bool(reading.values("provider"))
    school = school_of(reading, schools) or (None if is_of_other else school_called(text, schools))
    if school is not None:
        is_named = not _names_its_place(text, school, before)
        return _meant_at(text, InHand(school, _names_before(before, school), is_named), reading, language)
    if is_of_other:
        return text, None
    written, found = text, None
    if before is not None:
        written, found = _meant_at(text, replace(before, is_named=False), reading, language)
        found = replace(found, is_implied=before.is_implied) if found is not None else None
    if found is not None and (found.is_named or continues(text, language) or points_back(text, language)):
        return written, found
    return _meant_of_course(text, schools, reading, language) or (written, found)


def _side_by_side(text: str, schools: Mapping[str, School], reading: Reading) -> tuple[School, ...]:
    """Return the schools that a message names, of one that compares also those that it names by a word alone."""
    named = [schools[id_] for id_ in reading.values("provider") if id_ in schools]
    if IS_COMPARISON.search(text):
        named += [one for one in schools_called(text, schools) if one not in named]
    return tuple(named)


def _names_before(before: InHand | None, school: School) -> tuple[str, ...]:
    return before.names or before.among if before is not None and before.school is school else ()


def _meant_of_course(
    text: str, schools: Mapping[str, School], reading: Reading, language: Language
) -> tuple[str, InHand] | None:
    """Return what `_meant` does of a message that names no school, by the course that one school alone has; None for none."""
    school = school_with(without_other_units(text), schools, reading, language)
    if school is None:
        return None
    written, found = _meant_at(text, InHand(school, is_named=True), reading, language)
    return (written, replace(found, is_implied=True)) if found is not None and found.names else None


def _meant_at(text: str, at: InHand, reading: Reading, language: Language) -> tuple[str, InHand | None]:
    """Return a message with the names of courses of a school, that the message names or its talk is `at`, and what it is about then."""
    school, is_named, names_before = at.school, at.is_named, at.names or at.among
    among: tuple[str, ...] = ()
    names = school.named_at(reading.values("level"))
    is_follow_up = continues(text, language) or len(text.split()) <= LONGEST_FOLLOW_UP
    own = tuple(
        dict.fromkeys(school.names[id_] for id_ in reading.values("offer") if school.names.get(id_) in names)
    )
    if without_other_units(text) != text:
        own = tuple(one for one in own if is_said([one], without_other_units(text)))
    may_name = (is_named or bool(own) or is_follow_up) and len(names) <= MOST_OF_SCHOOL
    bare, is_of_both = without_other_units(text), sets_apart(text)
    if is_of_both:
        bare = without_parts(bare)  # "lassen dag of avond" is of both, and "dag" names none
    if may_name:
        own = _own_or_both(own, bare, names, language, school)
    own = runs_alike(own[0], names) if len(own) == 1 and is_of_both else own
    if own:
        return text, InHand(school, own, is_named=True)
    found = _after_one(text, bare, names_before, names, language.value, may_name=may_name)
    found = found or (
        called(bare, names, language.value, school.aside) if may_name and bare.strip() else None
    )
    coded = school.coded(text) if found is None else ()
    if coded:
        return text, InHand(school, coded, is_named=True)
    if found is not None and len(found.names) == 1 and is_of_both:
        found = replace(found, names=runs_alike(found.names[0], names))
    if found is not None and is_named and asks_several(text) and not is_said(found.names, text):
        among, found = found.names, None  # "welke opleidingen met auto's" is no "Autotechnicus"
    elif found is None and names_before and may_name and not is_named:
        again = _of_these(bare, names_before, names, language, reading)
        if again:
            return text, InHand(school, again, is_named=True)
    if found is None:
        is_other = not is_named and _names_other(text, reading, language)
        return text, None if is_other else InHand(
            school, () if is_named else names_before, is_named, among=among
        )
    if not is_named and set(names_before) <= set(found.names):
        return text, InHand(school, names_before or found.names)
    written = text if len(found.names) > 1 else in_place(text, found.names[0], found.said)
    return written, InHand(school, found.names, is_named=True)


def _after_one(
    text: str, bare: str, before: tuple[str, ...], names: Sequence[str], language: str, *, may_name: bool
) -> Called | None:
    """Return the course that a message means by the one of the talk: the next, its run in the other part of the day, or what differs from it."""
    if len(before) != 1:
        return None
    after = _next_course(text, before, names) or run_in_other_part(before[0], names, text)
    if after:
        return Called((after,), ())
    return sibling(bare, before[0], names, language) if may_name else None


def _names_its_place(text: str, school: School, before: InHand | None) -> bool:
    """Say whether a short message of a talk names a place of the school before it, which has the name of the school ("en in Lindeveen?")."""
    is_short = before is not None and before.school is school and len(text.split()) <= LONGEST_FOLLOW_UP
    return is_short and any(f" in {place} " in f" {folded(text)} " for place in school.places)


def _next_course(text: str, before: tuple[str, ...], names: Sequence[str]) -> str:
    """Return the course after the one of the talk where a short message asks that, "" where it does not."""
    is_asked = len(text.split()) <= LONGEST_FOLLOW_UP and NEXT_ASKED.search(text) is not None
    return next_after(before[0], names) if is_asked and len(before) == 1 else ""


def _longer_said(name: str, text: str, names: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return the courses whose names are another one with more behind it that a message says too ("in één dag"), () for none."""
    said, short = f" {folded(text)} ", folded(name)
    rests = {
        one: folded(one).removeprefix(short).strip() for one in names if folded(one).startswith(f"{short} ")
    }
    days, words = weekdays_said(text), telling_words(text, language.value)
    return tuple(
        one
        for one, rest in rests.items()
        if f" {rest} " in said
        or days & weekdays_said(rest)
        or any(
            likeness(word, its, language.value) >= OF_NAME and not is_weak(word)
            for word in words
            for its in rest.split()
            if its not in short.split() and word not in short.split()
        )
    )


OF_NAME = 0.8
"""How surely a word of a message must be one that a longer name adds to another."""


def _own_or_both(
    own: tuple[str, ...], text: str, names: Sequence[str], language: Language, school: School
) -> tuple[str, ...]:
    """Return the courses that a message sets side by side, else those that the lexicon knows in it.

    One of these that is not said as it is written gives way to the one course that has more of the words of the message.
    """
    if len(own) > 1:
        return own
    both = of_both(text, tuple(school.names.values()), language, school)
    if not both and len(own) == 1 and (longer := _longer_said(own[0], text, names, language)):
        return (*own, *longer) if IS_COMPARISON.search(text) or SEVERAL_ASKED.search(text) else longer
    if both or not own or is_said(own, text):
        return both or own
    found = called(text, names, language.value, school.aside)
    return () if found is not None and len(found.names) == 1 else own


def _of_these(
    text: str, before: tuple[str, ...], names: Sequence[str], language: Language, reading: Reading
) -> tuple[str, ...]:
    """Return the courses that a message means by a word that only tells one of several ("ik bedoel basis", "en niveau 2?"); () for none."""
    said = telling_words(text, language.value)
    in_names = {word for name in names for word in folded(name).split()}
    weak = [word for word in (*folded(text).split(), *said) if is_weak(word) or word.isdigit()]
    weak = [word for word in weak if word in in_names]  # "het examen" is asked, and no other course
    among = tuple(name for name in before if any(word in folded(name).split() for word in weak))
    if 0 < len(among) < len(before):
        return among
    if not weak and not reading.values("level") and not steps_said(folded(text).split()):
        return ()
    bare = " ".join(word for word in folded(before[0]).split() if not is_weak(word) and not word.isdigit())
    found = called(f"{bare} {text}", names, language.value)
    return found.names if found is not None and set(found.names) != set(before) else ()


OF_COURSES = frozenset(kind.value for kind in (OfferKind.COURSE, OfferKind.CERTIFICATE, OfferKind.OTHER))
"""Kinds that say no more than that there is a course, as "die cursus" does."""


def _names_other(text: str, reading: Reading, language: Language) -> bool:
    """Say whether a message is about something else than the school before it.

    Who asks for the teacher ("leraar") names no occupation. A level or field is another thing in a question that stands alone
    ("wat kost het mbo?"), and says more of the same in one that goes on ("en op niveau 3?").
    """
    is_occupation = bool(reading.values("occupation")) and not topics_asked(text)
    kinds = frozenset(reading.values("kind")) - OF_COURSES
    is_wide = not continues(text, language) and bool(
        kinds or (reading.values("level") and not topics_asked(text)) or reading.values("field")
    )
    return is_occupation or is_wide or any(reading.values(kind) for kind in NAMED_OTHERWISE)
