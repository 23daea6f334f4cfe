"""What speaks for and against each meaning of a message of a talk, as numbers; `hearing` decides by them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.types import Language
from assistant.understanding.focus import Focus, Kind, Meaning, is_piece
from assistant.understanding.leaning import BEGINS, WORD, has_pronoun, leans, naming, opens, points_back
from assistant.understanding.topic import may_lean
from assistant.writing.candidates import Candidate
from assistant.writing.considering import Considered
from assistant.writing.freshly import named_afresh, said_of
from assistant.writing.known import known_of
from assistant.writing.relevance import answers_type, asks_value
from knowledge.language.normalisation import fold
from knowledge.language.stopwords import stopwords
from knowledge.types import Hit

LEAST_ODDS, MOST_ODDS, UNIT = -8.0, 3.0, 4.0
"""Between these the log odds of an answer tell something; in units of about their spread."""

OF_SENTENCE = (
    "odds",
    "over_others",
    "agreed",
    "fresh_in_it",
    "fresh_met",
    "topic_in_it",
    "topic_met",
    "question_met",
    "of_type",
    "of_type_before",
    "same_source",
    "same_passage",
    "said_before",
    "said_first",
    "of_record",
    "first_hits",
    "names_known",
    "fresh_said",
    "fresh_behind",
    "known",
    "asked_of_document",
    "asked_likeness",
    "not_written_for",
)
"""What is measured of the sentence that is surest to be the answer to a meaning."""

OF_MESSAGE = (
    "piece",
    "opens",
    "leans",
    "may_lean",
    "points_back",
    "pronoun",
    "begins",
    "nameless",
    "many_names",
    "short",
    "asks_value",
    "long",
)
"""What is measured of the message; it tells for which of its meanings it was made."""

GROUPS: Mapping[str, tuple[Kind, ...]] = {
    "own": (Kind.OWN,),
    "again": (Kind.INSTEAD, Kind.INSTEAD_FIRST, Kind.INSTEAD_WITHIN),
    "within": (Kind.WITHIN, Kind.INSTEAD_WITHIN),
}
"""Meanings for which the message counts alike; "beside" is what they are compared with."""

SIGNALS = (
    *(f"is_{kind.value}" for kind in Kind),
    *OF_SENTENCE,
    *(f"{name}_{group}" for group in GROUPS for name in ("odds", *OF_MESSAGE)),
)
"""The names of the numbers that `signals_of` gives, in this order."""

SHORT, MANY, LONG = 4, 2, 20

OF_DOCUMENT = (Kind.WITHIN, Kind.INSTEAD_WITHIN)
"""Meanings that are put to one document."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What a message is said in: its words, what the talk is about, our last answer, a passage that it quoted, and the message before."""

    text: str
    language: Language
    focus: Focus
    reply: str
    quoted: Hit | None
    before: str = ""
    """The message of the person before this one."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A meaning with what the sources that were found for it say to it."""

    meaning: Meaning
    hits: tuple[Hit, ...]
    found: Considered


def signals_of(tried: Sequence[Tried], talk: Talk) -> list[tuple[float, ...]]:
    """Return the numbers of `SIGNALS` for each meaning that has an answer."""
    told = _of_message(talk)
    asked = (word for one in tried for word in one.meaning.request.words)
    named = named_afresh(talk.text, asked)
    said = [said_of(named, one.found.best) if one.found.best is not None else 0.0 for one in tried]
    found = []
    for one, of_named in zip(tried, said, strict=True):
        others = [other for other in tried if other is not one]
        sentence = {
            **_of_sentence(one, others, talk),
            "names_known": float(bool(named)),
            "fresh_said": of_named,
            "fresh_behind": max(said) - of_named,
        }
        kind = one.meaning.kind
        crossed = [
            value * (kind in kinds)
            for kinds in GROUPS.values()
            for value in (sentence["odds"], *(told[name] for name in OF_MESSAGE))
        ]
        found.append(
            (
                *(float(kind is other) for other in Kind),
                *(sentence[name] for name in OF_SENTENCE),
                *crossed,
            )
        )
    return found


def _of_message(talk: Talk) -> Mapping[str, float]:
    text, language = talk.text, talk.language
    named = len(naming(text, language))
    told = {
        "piece": is_piece(text, language),
        "opens": opens(text, language),
        "leans": leans(text, language),
        "may_lean": may_lean(text, language),
        "points_back": points_back(text, language),
        "pronoun": has_pronoun(text, language),
        "begins": BEGINS.search(text) is not None,
        "nameless": named == 0,
        "many_names": named >= MANY,
        "short": len(text.split()) <= SHORT,
        "asks_value": asks_value(text),
        "long": min(len(text.split()), LONG) / LONG,
    }
    return {name: float(value) for name, value in told.items()}


def _of_sentence(one: Tried, others: Sequence[Tried], talk: Talk) -> Mapping[str, float]:
    best = one.found.best
    assert best is not None, "a meaning without an answer has no signals"
    language, quoted, passage = talk.language, talk.quoted, best.hit.passage
    known, is_of_one = known_of(best, one.meaning.request), one.meaning.kind in OF_DOCUMENT
    present = best.words | best.context
    fresh = _words(BEGINS.sub("", talk.text), language)
    topic = _words(talk.focus.names, language)
    odds = _odds(one)
    return {
        "odds": odds,
        "over_others": float(np.clip(odds - max(map(_odds, others), default=odds), -1.0, 1.0)),
        "agreed": sum(_is_same(best, other.found.best) for other in others) / len(Kind),
        "fresh_in_it": share_of(fresh, best.words),
        "fresh_met": share_of(fresh, present),
        "topic_in_it": share_of(topic, best.words),
        "topic_met": share_of(topic, present),
        "question_met": share_of(_words(talk.focus.question, language), present),
        "of_type": answers_type(talk.text, best.text) - 0.5,
        "of_type_before": answers_type(talk.focus.question, best.text) - 0.5,
        "same_source": float(quoted is not None and quoted.source.id == best.hit.source.id),
        "same_passage": float(quoted is not None and quoted.passage.id == passage.id),
        "said_before": float(best.text in talk.reply),
        "said_first": float(talk.reply.startswith(best.text)),
        "of_record": float(passage.record is not None),
        "first_hits": 1 / (1 + best.hit_rank),
        "known": known.chance if known is not None else 0.0,
        "asked_of_document": known.chance if known is not None and is_of_one else 0.0,
        "asked_likeness": known.likeness if known is not None else 0.0,
        "not_written_for": float(known is None and is_of_one),
    }


def _odds(one: Tried) -> float:
    return float(np.clip(one.found.log_odds, LEAST_ODDS, MOST_ODDS)) / UNIT


def _is_same(one: Candidate, other: Candidate | None) -> bool:
    return other is not None and one.text == other.text


def _words(text: str, language: Language) -> list[str]:
    """Return the folded words of a text that say something, and the parts of those with hyphens."""
    little = stopwords(language.value)
    parts = (
        part
        for match in WORD.finditer(text)
        if fold(match.group()) not in little
        for part in re.split(r"\W", fold(match.group()))
    )
    return [part for part in parts if len(part) > 1 or part.isdigit()]


def share_of(words: Sequence[str], present: Iterable[str]) -> float:
    """Return the share (0 to 1) of words whose stem begins a present one's, 0 for no words."""
    stems = frozenset(map(_stem, present))
    return sum(_stem(word) in stems for word in words) / len(words) if words else 0.0


SHORTEST_STEM, ENDING = 4, 2


def _stem(word: str) -> str:
    return word[: max(SHORTEST_STEM, len(word) - ENDING)]
