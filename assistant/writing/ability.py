"""What a sentence may not lack to be the answer to a question. Pure."""

from __future__ import annotations

import re
from functools import cache

from assistant.types import Language, Request
from assistant.understanding.leaning import BEGINS, roles_known
from assistant.writing.candidates import Candidate
from assistant.writing.counting import is_unbound
from assistant.writing.doing import pays_itself
from assistant.writing.relevance import (
    ADDRESS,
    KINDS,
    answers_type,
    asks_address,
    asks_value,
    has_kinds_asked,
    property_in,
)
from assistant.writing.selecting import SETS_SIDE_BY_SIDE
from assistant.writing.signals import Asked, lacking, stood_for
from assistant.writing.subjects import subjects_of
from assistant.writing.sufficiency import TYPE_OF_ANSWER
from knowledge.language.analysis import Analyzer
from knowledge.language.normalisation import fold

AND = {
    Language.DUTCH: re.compile(r"\b(?:en|of(?! [A-ZÀ-Þ])|noch)\b"),
    Language.ENGLISH: re.compile(r"\b(?:and|or|nor)\b"),
    Language.GERMAN: re.compile(r"\b(?:und|oder|noch|sowie)\b"),
}


def is_of_two(request: Request) -> bool:
    """Say whether a question has two things in it: two sentences may answer it, each about one of them."""
    question = BEGINS.sub("", request.standalone_question)  # "en hoeveel was dat bij CIVON?" asks one thing
    return (
        SETS_SIDE_BY_SIDE.search(question) is not None or AND[request.language].search(question) is not None
    )


def can_answer(asked: Asked, one: Candidate) -> bool:
    """Say whether a sentence with its headings lacks nothing that makes it the answer to another question.

    That is a figure or a name of the question, a number of what is counted, and the kind of thing that is asked.
    """
    question = asked.request.standalone_question
    if answers_type(question, one.text) < TYPE_OF_ANSWER or not has_kinds_asked(asked.words, one.text):
        return False
    is_of_desk = OF_A_DESK.search(one.text) and not ASKS_WHO_HELPS.search(question)
    lacks_address = asks_address(question) and not ADDRESS.search(one.text)
    if is_of_desk or lacks_address or pays_itself(question, one.text):
        return False
    kinds = stood_for(question)
    if any(kinds & names and not pattern.search(one.text) for pattern, names in KINDS):
        return False
    lacks = lacking(asked, one)
    if any(asked.is_figure(word) for word in lacks):
        return False
    if is_of_two(asked.request):  # it may be about one of both, and lacks nothing that was said of both
        of_both = asked.names - _beside_and(asked.request)
        return not any(of_both.intersection(word.forms) for word in lacks)
    needed = asked.names | _subjects(asked) | _what_is_asked(asked.request) | OF_ITSELF
    return not any(needed.intersection(word.forms) for word in lacks) and not is_unbound(asked.request, one)


OF_A_DESK = re.compile(r"\bBeantwoordt vragen over\b")
ASKS_WHO_HELPS = re.compile(
    r"\b(?:wie|waar|welke?|loket\w*|terecht|contact|who|where|which|what|desk|wer|wo|welche\w*|wohin|an wen)\b",
    re.IGNORECASE,
)
"""What an organisation answers questions about tells who helps, and nothing else ("wat moet ik als eerste doen")."""

BEFORE_AND = 4
"""Words before "and" that may name the first of two."""


def _beside_and(request: Request) -> frozenset[str]:
    """Return the folded words of the two things in a question: those just before "and" and all that follow it."""
    question = request.standalone_question
    match = AND[request.language].search(question) or SETS_SIDE_BY_SIDE.search(question)
    if match is None:
        return frozenset()
    before = re.findall(r"\w+", question[: match.start()])[-BEFORE_AND:]
    return frozenset(map(fold, [*before, *re.findall(r"\w+", question[match.start() :])]))


OF_ITSELF = frozenset(["geldig", "gratis", "verplicht"])
"""What is asked whether or how long something is: a sentence that does not say it says something else of that thing."""


def _subjects(asked: Asked) -> frozenset[str]:
    """Return the subjects that are asked about: those of the talk's topic only for a value, which is bound to one."""
    request = asked.request
    found = subjects_of(form for word in asked.words for form in word.forms)
    if not request.topic or asks_value(request.standalone_question):
        return found
    return found & frozenset(Analyzer().words(request.question.text))


def _what_is_asked(request: Request) -> frozenset[str]:
    """Return the folded word for what of something is asked ("de rente op"), and for what somebody did ("wie opende")."""
    question = request.standalone_question
    if request.language is not Language.DUTCH:
        return frozenset()
    named = {fold(match.group("role")) for match in WHO_IS_CALLED.finditer(question)}
    return (
        property_in(question)
        | {fold(match.group("role") or match.group("did")) for match in WHO_DID.finditer(question)}
        | (named & _roles())
    )


@cache
def _roles() -> frozenset[str]:
    return frozenset(map(fold, roles_known()))


WHO_IS_CALLED = re.compile(r"\bhoe heet(?:te)? (?:de|het) (?P<role>[a-z][\w-]+)", re.IGNORECASE)


WHO_DID = re.compile(
    r"\bwie (?:(?:is|was|zijn|waren) (?:(?:op dit moment|nu|momenteel|tegenwoordig|eigenlijk) )?(?:(?:de|het) )?(?P<role>[a-z][\w-]+) (?:van|bij|voor|op)|(?P<did>[a-z]{4,}(?:de|te|den|ten|p|f)))\b",
    re.IGNORECASE,
)
