"""Whether the chosen sentences answer the question at all: calibrated on questions with and without an answer. Pure.

Refusing on likeness alone turns away half of what cannot be answered. What decides here is what a sentence must hold
literally: the names, the years and the kind of thing that is asked, in one sentence with its headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import Language, Request
from assistant.understanding.leaning import capitals
from assistant.writing.candidates import Candidate
from assistant.writing.figure_bounds import holds_for_year
from assistant.writing.relevance import (
    ADDRESS,
    ENDED,
    MET,
    UNITS,
    answers_type,
    asks_address,
    asks_definition,
    asks_value,
    counted_in,
    coverage,
    has_kinds_asked,
    is_money_word,
    met,
    names_in,
    property_in,
    unmet,
)
from assistant.writing.selecting import SETS_SIDE_BY_SIDE
from knowledge.language.normalisation import fold
from knowledge.language.stopwords import stopwords
from knowledge.types import QuestionWord

LEAST_COVERAGE = 0.55
"""Least share of the question's weight that the quoted sentences and their headings account for."""

LEAST_IN_ONE, LEAST_OF_A_VALUE = 0.55, 0.75
"""Least share that one sentence with its headings accounts for; more when a number or day is asked, since the
right number of the wrong thing is worse than none."""

LEAST_OF_A_VALUE_IN_TRANSLATION = 0.6
"""The same for a question in another language, whose words a source seldom uses."""

SURE_COVERAGE, SURE_IN_TRANSLATION = 0.8, 0.6
"""With this much met, one missing word, even the rarest, is a way of putting it; a glossary seldom has the very word
that a source uses."""

TYPE_OF_ANSWER = 0.5
"""A sentence that holds half of the kinds asked for ("wanneer en hoeveel") can be the answer to one of them."""

SAYS_UNKNOWN = re.compile(
    r"\b(?:is|zijn|staat|staan|was|waren)\b[^.;]{0,60}?\b(?:niet bekend|onbekend|niet (?:meer )?in de (?:\w+ )?bronnen)\b"
    r"|\b(?:is|zijn)\b[^.;]{0,40}\bbij Leerwijzer niet bekend\b",
    re.IGNORECASE,
)


ASKED_NOUN = re.compile(
    r"\b(?:what|was|wat) (?:are|is|were|was|sind|ist|waren|war|zijn) (?:the|die|der|das|de|het) (?P<noun>[\w-]+) (?:of|von|van|der|des|for|für|voor)\b",
    re.IGNORECASE,
)
"""The thing of something that is asked for."""


ASKS_NAMES = re.compile(
    r"\b(?:hoe (?:heten|heetten|heete|heette)|wat zijn de namen|(?:what|how) (?:are|were) [^?.]{1,60} called|what are the names|wie (?:heißen|heissen|hießen))\b",
    re.IGNORECASE,
)
OF_NAMES = re.compile(r"\s*De namen\b", re.IGNORECASE)
"""What asks how several things are called, and a sentence about their names: it has another word for it than the question."""


def said(chosen: Sequence[Candidate]) -> tuple[str, frozenset[str]]:
    """Return the chosen sentences as one text, and its words with those of the headings above them."""
    words: frozenset[str] = frozenset().union(*(candidate.words | candidate.context for candidate in chosen))
    return " ".join(candidate.text for candidate in chosen), words


def says_unknown(request: Request, one: Candidate, best: Candidate) -> bool:
    """Say whether a sentence says itself that what is asked is not known: it says no less of it itself than the best one, or
    names the very thing that is asked ("what are the names of") where the best one does not.
    """
    if SAYS_UNKNOWN.search(one.text) is None or asks_definition(request.standalone_question):
        return False
    if STILL_THERE.search(one.text) and not ASKS_NOW.search(request.standalone_question):
        return False
    asks_new = ASKS_A_NEW_ONE.search(request.standalone_question) is not None
    is_of_new = OF_A_NEW_ONE.search(one.text) is not None and not asks_new
    beside = one.hit.source.id == best.hit.source.id
    above = " ".join(one.hit.passage.heading_path) if beside else ""
    if is_of_new or _names_more(one, f"{request.standalone_question} {best.text} {above}"):
        return False
    words = content_of(request)
    if _says_it_first(words, one) and not OF_TODAY.search(request.standalone_question):
        return False
    held, by_best = (coverage(words, each.text, each.words) for each in (one, best))
    is_of_names = ASKS_NAMES.search(request.standalone_question) and OF_NAMES.match(one.text)
    if held >= (LEAST_IN_ONE if is_of_names else max(LEAST_IN_ONE, by_best)):
        return True
    nouns = {fold(match.group("noun")) for match in ASKED_NOUN.finditer(request.standalone_question)}
    asked = [word for word in words if nouns.intersection(word.forms)]
    lacks, has = (any(met(word, each.text, each.words) < MET for word in asked) for each in (best, one))
    return bool(asked) and held >= LEAST_IN_ONE and lacks and not has


def _says_it_first(words: Sequence[QuestionWord], one: Candidate) -> bool:
    """Say whether the sentences before the one that does not know meet more of the question: what is not known is only added."""
    before, _, after = SAYS_UNKNOWN.sub("\n", one.text, count=1).partition("\n")
    told, _, begun = before.rpartition(". ")
    of_told, of_unknown = (
        coverage(words, text, frozenset(map(fold, re.findall(r"[\w-]+", text))))
        for text in (told, begun + after)
    )
    return of_told > of_unknown


OF_TODAY = re.compile(
    r"\b(?:nu|nou|vandaag|tegenwoordig|momenteel|inmiddels|now(?:adays)?|today|current(?:ly)?|heute|jetzt|aktuell\w*)\b",
    re.IGNORECASE,
)


def _names_more(one: Candidate, said: str) -> bool:
    """Say whether what a sentence says not to know is of something that neither headings nor what was `said` names."""
    known = fold(said)
    unknown = re.split(r"[:;]", one.text)[0].removeprefix("Of ")
    names = (
        fold(name) for name in (*capitals(unknown), *STUDY_YEARS.findall(unknown)) if name not in OURSELVES
    )
    return any(name not in known for name in names)


STILL_THERE = re.compile(
    r"\bof [^.;]{3,60}\b(?:nu|nog)\b[^.;]{0,30}(?:bestaat|open is|loopt|geldt)", re.IGNORECASE
)
"""What a sentence does not know is whether something is there still."""

OF_A_NEW_ONE = re.compile(r"\bof er\b[^.;]{0,40}\b(?:een nieuwe?|opvolger|vervolg)\b", re.IGNORECASE)
ASKS_A_NEW_ONE = re.compile(
    r"\b(?:nieuw\w*|opvolg\w*|vervolg\w*|weer|nog|nu|ooit|terug|komt|20[2-9]\d|new|again|still|now|next|success\w*|neu\w*|wieder|noch|jetzt|nachfolg\w*)\b",
    re.IGNORECASE,
)
"""What a sentence does not know is whether another one came after what is asked of."""

ASKS_NOW = re.compile(
    r"\b(?:nu|nog|is|zijn|bestaat|kan|kun|kunnen|krijg\w*|mag|loopt|open|geeft|geven|now|still|are|can|exists?|jetzt|noch|ist|sind|gibt|kann)\b",
    re.IGNORECASE,
)

STUDY_YEARS = re.compile(r"\b20\d\d-20\d\d\b")
OURSELVES = frozenset(["Leerwijzer"])


def falls_short(request: Request, chosen: Sequence[Candidate]) -> bool:
    """Say whether the evidence is too thin by rule: too little of what was asked is in it, or a name, a year or its weightiest word is not."""
    words = content_of(request)
    text, together = said(chosen)
    covered = coverage(words, text, together)
    if covered < LEAST_COVERAGE or missing_years(request, chosen):
        return True
    if not _has_one_able(request, words, chosen):
        return True
    lacking = unmet(words, text, together)
    forms = {form for word in lacking for form in word.forms}
    if request.language is not Language.GERMAN and names_in(request.standalone_question) & forms:
        return True
    sure = SURE_COVERAGE if request.language is Language.DUTCH else SURE_IN_TRANSLATION
    return max(words, key=lambda word: word.weight) in lacking and covered < sure


def content_of(request: Request) -> list[QuestionWord]:
    """Return the words that an answer must hold; where none is content but the name of the document that is asked, all but stop words."""
    content = [word for word in request.words if word.is_content]
    if all(not request.document_names.isdisjoint(word.forms) for word in content):
        content = []
    little = stopwords(request.language.value)
    return (
        content
        or [word for word in request.words if not little.intersection(word.forms)]
        or list(request.words)
    )


def _has_one_able(request: Request, words: Sequence[QuestionWord], chosen: Sequence[Candidate]) -> bool:
    """Say whether one sentence with its headings holds enough of the question and the kind of thing that it asks for."""
    question = request.standalone_question
    able = [
        one
        for one in chosen
        if answers_type(question, one.text) >= TYPE_OF_ANSWER and has_kinds_asked(words, one.text)
    ]
    needed = _needed_in_one(request, words)
    able = [
        one for one in able if all(met(word, one.text, one.words | one.context) >= MET for word in needed)
    ]
    if asks_address(question):
        able = [one for one in able if ADDRESS.search(one.text)]
    best = max((coverage(words, one.text, one.words | one.context) for one in able), default=0.0)
    least = LEAST_OF_A_VALUE if request.language is Language.DUTCH else LEAST_OF_A_VALUE_IN_TRANSLATION
    return best >= (least if asks_value(question) else LEAST_IN_ONE)


def _needed_in_one(request: Request, words: Sequence[QuestionWord]) -> list[QuestionWord]:
    """Return the words that the very sentence must meet, its headings included: the property that is asked ("de manager
    van"), and of a value the names and what is counted.

    The right amount of another scheme stands in another sentence, and so does the number of something else.
    """
    question = request.standalone_question
    is_dutch = request.language is Language.DUTCH
    needed = property_in(question) if is_dutch else frozenset()
    if asks_value(question) and not SETS_SIDE_BY_SIDE.search(question):
        needed |= frozenset(fold(name) for name in capitals(question))
        needed |= names_in(question) if is_dutch else frozenset()
    counted = counted_in(question) - UNITS - stopwords(request.language.value)
    found = [word for word in words if needed.intersection(word.forms)]
    if request.language is not Language.GERMAN and not SETS_SIDE_BY_SIDE.search(question):
        countable = (
            words if is_dutch else request.words
        )  # after "how many" stands a noun, after "hoeveel" perhaps a verb
        found += [word for word in countable if counted.intersection(word.forms)]
    return [word for word in found if not is_money_word(word)]


def missing_years(request: Request, chosen: Sequence[Candidate]) -> tuple[str, ...]:
    """Return the years that a question names and that no chosen sentence is about."""
    if any(ENDED.search(one.text) for one in chosen):
        return ()  # what has ended needs no later year in the sentence that says so
    is_strict = counted_in(request.standalone_question) != frozenset()
    question = request.standalone_question
    return tuple(
        year
        for year in request.years
        if not any(
            _is_about(one, year, is_strict) or holds_for_year(question, year, one.text, request.today)
            for one in chosen
        )
    )


def _is_about(one: Candidate, year: str, is_strict: bool) -> bool:
    """Say whether a sentence or a heading above it names a year, also in "2025-2026", or the statement is of that year.

    With `is_strict` the date of the statement is not enough: a number is of the year that stands beside it.
    """
    texts = (one.text, one.hit.source.title, *one.hit.passage.heading_path)
    if any(year in text or f"-{year[2:]}" in text for text in texts):
        return True
    if is_strict:
        return False
    passage = one.hit.passage
    start, end = passage.start + one.start, passage.start + one.end
    return any(
        ref.as_of.startswith(year) for ref in passage.references if ref.start < end and start < ref.end
    )
