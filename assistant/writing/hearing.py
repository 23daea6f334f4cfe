"""Which of its meanings a message of a talk has: the one that the sources answer most surely. Pure.

A perceptron over what speaks for and against each; its numbers are data (hearing.npz), fitted by `tools/hearing.py` on the talks of
`evals/datasets/training` and judged there talk by talk. A logistic model, which adds up what each signal says alone, answers 839 of
1,140 messages rightly where it answers 96 of 1,232 that cannot be answered; this answers 957, and 101 of those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from math import inf
from pathlib import Path

from assistant.types import Language
from assistant.understanding.focus import CONDITION, Kind, is_piece
from assistant.writing.asked_of_before import is_elsewhere, lacks_place, lacks_sum
from assistant.writing.bound import has_another_number, is_of_unnamed_programme, names_another
from assistant.writing.candidates import Candidate
from assistant.writing.counting import is_unbound
from assistant.writing.freshly import holds_fresh
from assistant.writing.hearing_signals import SIGNALS, Talk, Tried, share_of, signals_of
from assistant.writing.kind_lacked import lacks_kind
from assistant.writing.kinds import ASKED_KINDS
from assistant.writing.known import known_of
from assistant.writing.relevance import answers_type, asks_value
from assistant.writing.sufficiency import says_unknown
from assistant.writing.values import lacks_number
from knowledge.data_files import read_data
from knowledge.language.normalisation import fold
from knowledge.language.real_words import level_in
from knowledge.perceptron import Perceptron

BARS, NUMBERS = Path(__file__).with_name("hearing.yaml"), Path(__file__).with_name("hearing.npz")


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
        (one, signals)
        for one, signals in zip(able, signals_of(able, talk), strict=True)
        if _meets(signals, talk)
    ]
    odds = [
        (one, model.log_odds(signals) + leeway * (one.meaning.kind is Kind.WITHIN)) for one, signals in told
    ]
    holding = [pair for pair in odds if _holds_what_is_asked(pair[0], talk)]
    best, most = max(holding, key=lambda pair: pair[1], default=(None, -inf))
    return _in_its_own_words(best, [one for one, _ in holding]), most


def _in_its_own_words(best: Tried | None, holding: Sequence[Tried]) -> Tried | None:
    """Return the meaning that keeps a message's own words where the same sentence answers that more surely: it is worded from there."""
    if best is None or best.meaning.kind is not Kind.INSTEAD or best.found.best is None:
        return best
    said = best.found.best.text
    kept = (
        one
        for one in holding
        if one.meaning.kind is Kind.BESIDE
        and one.found.best is not None
        and one.found.best.text == said
        and one.found.log_odds > best.found.log_odds
    )
    return next(kept, best)


def _meets(signals: Sequence[float], talk: Talk) -> bool:
    """Say whether a sentence has anything of what the message itself names, or is asked for in like words: a "wachtlijst" of which
    it says nothing it does not tell of, however sure it is to be of the topic."""
    named = dict(zip(SIGNALS, signals, strict=True))
    is_translated = talk.language is not Language.DUTCH and named["fresh_said"] > 0
    is_met = named["fresh_met"] > 0 or is_translated
    return is_met or named["asked_likeness"] >= LIKE_ENOUGH or not named["names_known"]


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
    return share_of([fold(name) for name in names], map(fold, re.findall(r"\w{3,}", above))) >= HALF


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
    if _lacks_value(one, talk, best) or _is_of_other(talk, best):
        return False
    is_within = one.meaning.kind is Kind.WITHIN
    return holds_fresh(
        best, talk.text, talk.language, one.meaning.request.words, holds_names=is_within
    )  # of another town than that of which the document tells it tells nothing


def _lacks_value(one: Tried, talk: Talk, best: Candidate) -> bool:
    """Say whether a sentence has not the number, the kind, the place or the sum that a message asks for."""
    text, said = talk.text, best.text
    if lacks_number(text, said) and not IN_OTHER_WORDS.search(said):
        return True
    asked = one.meaning.request.standalone_question if is_piece(text, talk.language) else text
    own = replace(one.meaning.request, standalone_question=text)
    if lacks_kind(asked, (said,)) or is_unbound(own, best):
        return True  # "hoeveel bedrijven waren dat?" is not answered with a number of pupils
    if any(asks.search(text) for asks, _ in ASKED_KINDS) and answers_type(text, said) <= 0:
        return True  # no age, no day, no one for whom it is
    return lacks_place(text, said) or lacks_sum(
        text, f"{talk.before} {talk.reply.partition(NEW_LINE)[0]}", said
    )


def _is_of_other(talk: Talk, best: Candidate) -> bool:
    """Say whether a sentence is of a programme that the talk does not name, or of another place than the "there" of a message."""
    said = " ".join((talk.focus.first, talk.focus.question, talk.text, talk.reply))
    if asks_value(talk.text) and is_of_unnamed_programme(said, best.text):
        return True  # the right number of the wrong course
    above = " ".join((best.hit.source.title, *best.hit.passage.heading_path, best.text))
    return is_elsewhere(talk.text, talk.before, above)


NEW_LINE = "\n"

IN_OTHER_WORDS = re.compile(r"\b(?:gratis|kosteloos|niets|procent|helft|derde|kwart)\b|%", re.IGNORECASE)
"""What costs nothing or is said as a share is said without the number that is asked for."""
