"""Which of its meanings a message of a talk has: the one that the sources answer most surely. Pure.

A perceptron over what speaks for and against each; its numbers are data (hearing.npz), fitted by `tools/hearing.py` on the talks of
`evals/datasets/training` and judged there talk by talk. A logistic model, which adds up what each signal says alone, answers 839 of
1,140 messages rightly where it answers 96 of 1,232 that cannot be answered; this answers 957, and 101 of those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from math import inf
from pathlib import Path

import numpy as np

from assistant.types import Language
from assistant.understanding.focus import CONDITION, Focus, Kind, Meaning, is_piece
from assistant.understanding.leaning import BEGINS, WORD, has_pronoun, leans, naming, opens, points_back
from assistant.understanding.topic import may_lean
from assistant.writing.bound import has_another_number, is_of_unnamed_programme, names_another
from assistant.writing.candidates import Candidate
from assistant.writing.considering import Considered
from assistant.writing.counting import is_unbound
from assistant.writing.freshly import holds_fresh, named_afresh, said_of
from assistant.writing.kind_lacked import lacks_kind
from assistant.writing.kinds import ASKED_KINDS
from assistant.writing.known import known_of
from assistant.writing.relevance import answers_type, asks_value
from assistant.writing.sufficiency import says_unknown
from assistant.writing.values import lacks_number
from knowledge.data_files import read_data
from knowledge.language.normalisation import fold
from knowledge.language.real_words import level_in
from knowledge.language.stopwords import stopwords
from knowledge.perceptron import Perceptron
from knowledge.types import Hit

BARS, NUMBERS = Path(__file__).with_name("hearing.yaml"), Path(__file__).with_name("hearing.npz")

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
    """What a message is said in: its words, what the talk is about, our last answer, and a passage that it quoted."""

    text: str
    language: Language
    focus: Focus
    reply: str
    quoted: Hit | None


@dataclass(frozen=True, slots=True)
class Tried:
    """A meaning with what the sources that were found for it say to it."""

    meaning: Meaning
    hits: tuple[Hit, ...]
    found: Considered


@dataclass(frozen=True, slots=True)
class HearingModel:
    """The log odds that a meaning is meant and answered; from which it is taken, taken before records are asked, and taken for a
    refused message: any of its meanings, and as asked of a document of our earlier answers."""

    network: Perceptron
    enough: float
    before_records: float
    surely_own: float
    anew: float
    of_earlier: float

    @classmethod
    def read(cls, bars: Path, numbers: Path) -> HearingModel:
        """Return the model of two data files: its bars by name, and the numbers of its network."""
        raw = read_data(bars)
        own = (one.name for one in fields(cls) if one.name != "network")
        return cls(Perceptron.load(numbers, SIGNALS), **{name: float(raw[name]) for name in own})

    def log_odds(self, signals: Sequence[float]) -> float:
        """Return the log odds of a meaning with these signals, in the order of `SIGNALS`."""
        return self.network.log_odds(signals)


@cache
def shipped_hearing() -> HearingModel:
    """Return the model of the package."""
    return HearingModel.read(BARS, NUMBERS)


def surest(tried: Sequence[Tried], talk: Talk, model: HearingModel) -> tuple[Tried | None, float]:
    """Return the meaning that is most surely meant and answered, with its log odds; None when none can be."""
    able = [one for one in tried if one.found.best is not None and _can_win(one) and _is_of_topic(one, talk)]
    able = [one for one in able if not _is_surer_elsewhere(one, able)]
    leeway = OF_CONDITION if CONDITION.match(talk.text) else 0.0
    told = [
        (one, signals) for one, signals in zip(able, signals_of(able, talk), strict=True) if _meets(signals)
    ]
    odds = [
        (one, model.log_odds(signals) + leeway * (one.meaning.kind is Kind.WITHIN)) for one, signals in told
    ]
    holding = [pair for pair in odds if _holds_what_is_asked(pair[0], talk)]
    return max(holding, key=lambda pair: pair[1], default=(None, -inf))


def _meets(signals: Sequence[float]) -> bool:
    """Say whether a sentence has anything of what the message itself names, or is asked for in like words: a "wachtlijst" of which
    it says nothing it does not tell of, however sure it is to be of the topic."""
    named = dict(zip(SIGNALS, signals, strict=True))
    return named["fresh_met"] > 0 or named["asked_likeness"] >= LIKE_ENOUGH or not named["names_known"]


LIKE_ENOUGH = 0.25
"""Likeness of a message to what was written for a sentence from which its words need not meet."""

OF_CONDITION = 0.6
"""Log odds by which the rule in the document before is likelier meant by a bare condition ("en onder 18?") than its words tell:
it names nothing that the rule has. By hand.
"""


def _can_win(one: Tried) -> bool:
    """Say whether a meaning would be answered: a message as it stands must be sure by itself, like any other question."""
    return one.meaning.kind is not Kind.OWN or one.found.is_enough


def _is_surer_elsewhere(one: Tried, others: Sequence[Tried]) -> bool:
    """Say whether a question is put to the document before, which does not surely answer it, while all documents together do.

    After "wat is TechForFuture?", "en TechYourFuture?" is told from the document of that, where the one before only names it.
    """
    if one.meaning.kind is not Kind.INSTEAD_WITHIN:
        return False
    question, sure = one.meaning.request.standalone_question, one.found.is_enough
    return any(
        other.meaning.kind is Kind.INSTEAD
        and other.found.is_enough
        and (not sure or other.found.log_odds > one.found.log_odds)
        and other.meaning.request.standalone_question == question
        for other in others
    )


def _is_of_topic(one: Tried, talk: Talk) -> bool:
    """Say whether a sentence of the document that was quoted is about the thing that the talk is about, where that has a name.

    One document may tell of several funds: what it says of another one answers nothing about this one.
    """
    best = one.found.best
    names = _names_of(talk)
    if best is None or one.meaning.kind is not Kind.WITHIN or not names:
        return True
    if names_another(talk.focus.names, best.text) or has_another_number(talk.focus.names, best.text):
        return False
    known = known_of(best, one.meaning.request)
    if not NAME.search(best.text) or (known is not None and known.chance >= SURELY_ASKED):
        return True
    above = " ".join((best.hit.source.title, *best.hit.passage.heading_path, best.text))
    return _share([fold(name) for name in names], map(fold, re.findall(r"\w{3,}", above))) >= HALF


def _names_of(talk: Talk) -> list[str]:
    """Return the words with a capital of what a talk is about; of German those that are no German word."""
    names = [word for word in re.findall(r"\w{3,}", talk.focus.names) if word[:1].isupper()]
    if talk.language is not Language.GERMAN:
        return names
    return [name for name in names if level_in(fold(name), talk.language.value) is None]


NAME = re.compile(r"(?<=[\w,] )[A-ZÀ-Þ]|^[A-Z]{2,}\b")
"""A word with a capital in the midst of a sentence, or one in capitals at its beginning."""

SURELY_ASKED = 0.8
"""Chance from which one sentence of a document is the one that is asked for, whatever names it has."""

HALF = 0.5
"""Share of the words of a name that a sentence and what stands above it have."""


def _holds_what_is_asked(one: Tried, talk: Talk) -> bool:
    """Say whether the sentence holds the value that the message itself asks for, and of what.

    Put in the place of the question before it, "en wat kost zo'n cursus?" would be answered with what that one asked, and "hoeveel
    daarvan zijn vrouw?" with the number of all.
    """
    best = one.found.best
    assert best is not None, "a meaning without an answer holds nothing"
    if says_unknown(one.meaning.request, best, best):
        return True
    if lacks_number(talk.text, best.text) and not IN_OTHER_WORDS.search(best.text):
        return False
    asked = one.meaning.request.standalone_question if is_piece(talk.text, talk.language) else talk.text
    own = replace(one.meaning.request, standalone_question=talk.text)
    if lacks_kind(asked, (best.text,)) or is_unbound(own, best):
        return False  # "hoeveel bedrijven waren dat?" is not answered with a number of pupils
    if any(asks.search(talk.text) for asks, _ in ASKED_KINDS) and answers_type(talk.text, best.text) <= 0:
        return False  # no age, no day, no one for whom it is
    said = " ".join((talk.focus.first, talk.focus.question, talk.text, talk.reply))
    if asks_value(talk.text) and is_of_unnamed_programme(said, best.text):
        return False  # the right number of the wrong course
    is_within = one.meaning.kind is Kind.WITHIN
    return holds_fresh(
        best, talk.text, talk.language, one.meaning.request.words, holds_names=is_within
    )  # of another town than that of which the document tells it tells nothing


IN_OTHER_WORDS = re.compile(r"\b(?:gratis|kosteloos|niets|procent|helft|derde|kwart)\b|%", re.IGNORECASE)
"""What costs nothing or is said as a share is said without the number that is asked for."""


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
        "fresh_in_it": _share(fresh, best.words),
        "fresh_met": _share(fresh, present),
        "topic_in_it": _share(topic, best.words),
        "topic_met": _share(topic, present),
        "question_met": _share(_words(talk.focus.question, language), present),
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


def _share(words: Sequence[str], present: Iterable[str]) -> float:
    """Return the share of words whose stem begins a present one's, 0 for no words."""
    stems = frozenset(map(_stem, present))
    return sum(_stem(word) in stems for word in words) / len(words) if words else 0.0


SHORTEST_STEM, ENDING = 4, 2


def _stem(word: str) -> str:
    return word[: max(SHORTEST_STEM, len(word) - ENDING)]
