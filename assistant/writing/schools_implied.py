"""Which school a message is about that names none: the only one that has the course which it names. Pure.

A course is named where a message says all of its name, or several of its words: one word alone ("Excel") says too little among the
courses of all schools, and among what documents speak of.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.types import Language
from assistant.understanding.offer_called import Called, called
from assistant.understanding.reading import Reading
from assistant.writing.row_topics import topics_asked
from assistant.writing.schools_called import School
from knowledge.catalogue.folding import folded

MOST_OF_SCHOOL = 60
"""Courses of a school among which a word of a name still tells one; of one with more they are known by their whole names."""

FEWEST_WORDS = 2
"""Words of a name that name a course of which a message does not say all."""


def school_with(
    text: str, schools: Mapping[str, School], reading: Reading, language: Language
) -> School | None:
    """Return the one school with the course that a message names, None where none or several have it, or others than schools of tables do."""
    found = schools_with(text, schools, reading, language)
    return found[0] if len(found) == 1 else None


def schools_with(
    text: str, schools: Mapping[str, School], reading: Reading, language: Language
) -> tuple[School, ...]:
    """Return the schools with the course that a message names, () where none has it, or others than schools of tables do."""
    named = frozenset(reading.values("offer"))
    own = [school for school in schools.values() if not named.isdisjoint(school.names)]
    if own:
        is_elsewhere = not named <= {id_ for school in own for id_ in (*school.names, *school.alike)}
        return () if is_elsewhere else tuple(own)
    is_of_row = bool(topics_asked(text)) and not reading.values("occupation")
    coded = tuple(one for one in schools.values() if _is_coded(one, text))
    if coded:
        return coded
    found = {
        school.id: one
        for school in schools.values()
        if (one := _called(text, school, language, is_of_row=is_of_row))
    }
    most = max((one.words for one in found.values()), default=0)
    return tuple(schools[id_] for id_, one in found.items() if one.words == most)


def _called(text: str, school: School, language: Language, *, is_of_row: bool) -> Called | None:
    """Return what courses of a school a message surely names; one that asks of a row also by a word and a town."""
    if len(school.names) > MOST_OF_SCHOOL:
        return None
    one = called(text, school.names.values(), language.value)
    is_here = is_of_row and one is not None and one.words > 0 and _names_place(school, text, one)
    is_sure = one is not None and (
        is_here or one.words >= FEWEST_WORDS or (one.is_whole and _is_said(one, text))
    )
    return one if is_sure else None


def _names_place(school: School, text: str, one: Called) -> bool:
    """Say whether a message names a town in which a school gives courses, beside a course of it: "timmeren in Zutphen"."""
    said = f" {folded(text)} "
    return bool(one.names) and any(
        f" in {place} " in said or f" te {place} " in said for place in school.places
    )


def _is_said(one: Called, text: str) -> bool:
    """Say whether the name of a single word stands in a message as it is written."""
    return any(f" {folded(name)} " in f" {folded(text)} " for name in one.names)


def _is_coded(school: School, text: str) -> bool:
    """Say whether a message says a code of the school, one that is long enough to be no other thing ("RB112")."""
    said = f" {folded(text)} "
    return any(len(code.replace(" ", "")) >= SHORTEST_CODE and f" {code} " in said for code in school.codes)


SHORTEST_CODE = 4
"""Letters and figures of the shortest code that names a course of a school that is not named."""
