"""Which sentences are about what a short message of a talk is about: what it names itself, else the topic of the talk. Pure.

The number, leader or telephone of another thing is worse than none: "max bedrag" after a talk about one fund is not answered by the
amount of another, and "en met ziektewet?" not by the rule for who has WW.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.types import Language, Request
from assistant.understanding.focus import CONDITION, is_piece
from assistant.understanding.leaning import BEGINS, ELLIPSIS, WHO_DOES, YEAR, asks_role, naming
from assistant.understanding.replacing import proper_names
from assistant.writing.candidates import Candidate
from assistant.writing.doing import asks_doing
from assistant.writing.meeting import is_met
from assistant.writing.relevance import met
from assistant.writing.value_alone import holds_value
from knowledge.language.expansion import abbreviations
from knowledge.language.normalisation import fold
from knowledge.types import Hit, QuestionWord

HALF = 0.5
"""Share of the words of a name from which a sentence has it."""

SHORTEST_STEM, ENDING = 4, 2

CAPITAL = re.compile(r"[A-ZÀ-Þ]")

ALIKE = re.compile(
    r"(?:\d+|mbo|hbo|wo|bol|bbl|voltijd|deeltijd|duaal|niveau|level|stufe|full-?time|part-?time|vollzeit|teilzeit|dual)",
    re.IGNORECASE,
)
"""Words of levels, ways and forms, which others look after (`writing/bound`)."""

IN_TIME = re.compile(
    r"(?:daar|er)(?:voor|na)|eerder\w*|later\w*|vorige?|volgende?|vroeger|toen|nu|nou|tegenwoordig|vandaag|straks|before|after|earlier|previous|next|now|today|then"
    r"|davor|danach|zuvor|früher\w*|später\w*|vorige\w*|nächste\w*|jetzt|heute|damals"
    r"|per|pro|jaar|maand|week|dag|uur|years?|months?|weeks?|days?|hours?|jahr|monat|woche|tag|stunde",
    re.IGNORECASE,
)
"""Words that say when, from what was said, or per what length of time."""

WITHOUT = re.compile(
    r"\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?:zonder|niet|geen|without|not|no|ohne|nicht|kein\w*)\b",
    re.IGNORECASE,
)
"""A message that says what is not the case: the answer need not name it."""

VALUE = re.compile(
    r"(?:niveaus?|levels?|stufen?|periodes?|period|zeitraum|soort|type|vorm|form|variante?n?|varianten|versies?|versions?)",
    re.IGNORECASE,
)
"""Words for a value that are no name though they may be part of one ("niveau 3")."""

PEOPLE = re.compile(
    r"zoon|dochter|kind(?:eren)?|man|vrouw|vriend(?:in)?|zus|broer|vader|moeder|collega'?s?|klant(?:en)?|leerling(?:en)?|kandidaat|medewerkers?|werknemers?"
    r"|son|daughter|child(?:ren)?|husband|wife|friend|sister|brother|father|mother|colleagues?|clients?"
    r"|sohn|tochter|kind(?:er)?|mann|frau|freund(?:in)?|schwester|bruder|vater|mutter|kolleg(?:e|in)|kunden?",
    re.IGNORECASE,
)
"""For whom it is asked: an answer need not say so."""


@dataclass(frozen=True, slots=True)
class _Topic:
    """The words of a message that a sentence must meet, or the names of which it must have one, each as the stems of its words."""

    words: tuple[QuestionWord, ...]
    names: tuple[tuple[str, ...], ...]
    abbreviations: tuple[str, ...]
    translated: tuple[QuestionWord, ...] = ()
    """The words of the topic of a message that is not Dutch, as the sources have them."""


def of_topic(request: Request, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates that may answer a message of a talk: all of them for a question that stands by itself."""
    topic = _topic_of(request)
    if topic is None:
        return tuple(candidates)
    text = request.question.text
    asks_value = not topic.words
    return tuple(
        one
        for one in candidates
        if _is_about(topic, one) and (not asks_value or holds_value(text, request.topic, one.text))
    )


def _topic_of(request: Request) -> _Topic | None:
    """Return what the answer must be about, None where nothing binds it."""
    text, language = request.question.text, request.language
    is_other = any(one.match(text) for one in (CONDITION, ELLIPSIS, WITHOUT))
    if not request.topic or request.wants_more or is_other:
        return None
    if is_piece(text, language) or asks_role(text):
        fresh = _fresh(request)
        words = tuple(word for word in request.words if fresh.intersection(word.forms))
        if WHO_DOES.fullmatch(text) and (language is not Language.DUTCH or asks_doing(text)):
            words = ()  # what somebody does is said in many ways, and a source has it in Dutch
        if is_piece(text, language):
            return _Topic(words, (), ()) if words else None
    elif not all(VALUE.fullmatch(name) for name in naming(text, language)):
        return None
    else:
        words = ()
    names = _names(request)
    if not names:
        return _Topic(words, (), ()) if words else None
    whole = tuple(name for name in request.topic.split() if name.isupper() and len(name) > 1)
    return _Topic(words, names, whole, _translated(request))


def _translated(request: Request) -> tuple[QuestionWord, ...]:
    """Return the words of the topic as the sources have them, where it was named in another language than theirs."""
    if request.language is Language.DUTCH:
        return ()
    said = frozenset(fold(word) for word in request.topic.split())
    return tuple(word for word in request.words if said.intersection(word.forms))


def _fresh(request: Request) -> frozenset[str]:
    """Return the folded words that a message names itself, without years, levels, forms and for whom it asks."""
    named = naming(BEGINS.sub("", request.question.text), request.language)
    elsewhere = (YEAR, ALIKE, PEOPLE, IN_TIME, VALUE)
    return frozenset(fold(name) for name in named if not any(one.fullmatch(name) for one in elsewhere))


def _names(request: Request) -> tuple[tuple[str, ...], ...]:
    """Return the names of the topic as stems: those that the question writes with capitals, and each other word by itself."""
    topic = request.topic
    runs = [run for run in proper_names(request.standalone_question, request.language) if run in topic]
    rest = topic
    for run in runs:
        rest = rest.replace(run, " ")
    single = (
        word
        for word in rest.split()
        if not any(one.fullmatch(word) for one in (YEAR, ALIKE, IN_TIME, VALUE)) and word not in LITTLE
    )
    found = (
        tuple(dict.fromkeys(_stem(part) for part in re.findall(r"\w{2,}", fold(name)) if part not in LITTLE))
        for name in (*runs, *single)
    )
    return tuple(stems for stems in found if stems)


LITTLE = frozenset(["van", "voor", "de", "of", "for", "the", "für", "der"])
"""Little words in the midst of a name."""


def _is_about(topic: _Topic, one: Candidate) -> bool:
    present = one.words | one.context
    is_held = is_met if topic.names else _has  # a role may be called otherwise, a thing may not
    if not all(is_held(word, one.text, present) for word in topic.words):
        return False
    if not topic.names:
        return True
    above = " ".join((one.hit.source.title, *one.hit.passage.heading_path))
    stems = {_stem(word) for word in present} | {_stem(part) for part in re.findall(r"\w{2,}", fold(above))}
    if any(sum(stem in stems for stem in name) >= HALF * len(name) for name in topic.names):
        return True
    if any(is_met(word, one.text, present) for word in topic.translated):
        return True
    return any(short in _initials(f"{above} {one.text}") for short in topic.abbreviations)


def tells_of(hit: Hit, names: str) -> bool:
    """Say whether a passage, or what stands above it, has a word of a name; also where the name is only levels and ways of learning.

    Of names with capitals and other words ("Almelo omscholen") those with capitals count.
    """
    named = [word for word in re.findall(r"\w{3,}", names) if not ALIKE.fullmatch(word)]
    proper = [word for word in named if CAPITAL.search(word)]
    words = [fold(word) for word in proper or named]
    passage = hit.passage
    text = fold(" ".join((hit.source.title, *passage.heading_path, passage.text)))
    return not words or any(_stem(word) in text for word in words)


NAMED = 0.65
"""Likeness from which a thing is the one that is named: "bijstand" is no other word for "uitkering" here."""


def _has(word: QuestionWord, text: str, present: frozenset[str]) -> bool:
    if any(len(form) >= SHORTEST_STEM and form in fold(text) for form in word.forms):
        return True  # also inside a longer word: "1.000-kansenplan"
    if word.forms[0] in abbreviations() or max(word.likeness.values(), default=0.0) < HALF:
        return is_met(word, text, present)
    is_named = met(word, text, present) >= NAMED or any(_begins_alike(form, present) for form in word.forms)
    return is_named and is_met(word, text, present)


def _begins_alike(form: str, present: frozenset[str]) -> bool:
    """Say whether a word of a sentence begins as a form does: "stagiair" is met by "stagebijdrage"."""
    return len(form) > SHORTEST_STEM and any(other.startswith(form[:SHORTEST_STEM]) for other in present)


def _initials(text: str) -> set[str]:
    """Return the abbreviations of the names of a text: "UT" of "Universiteit Twente", "TFF" of "TechForFuture"."""
    runs = re.findall(r"[A-ZÀ-Þ][\w-]*(?:\s+(?:van |en |and |of )?[A-ZÀ-Þ][\w-]*)*", text)
    return {"".join(CAPITAL.findall(run)) for run in runs}


def _stem(word: str) -> str:
    return word[: max(SHORTEST_STEM, len(word) - ENDING)]
