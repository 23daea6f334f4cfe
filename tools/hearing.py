"""Fits which meaning a message of a talk has, on the training talks: `python -m tools.hearing HOME [--cases FOLDER ...] [--write]`.

HOME is a home that `python -m evals run --home HOME` made; the documents as schools have them are taken into it. Each talk of evals/datasets/training is held with the assistant as it is; each
scored message after the first is put to the sources in all its meanings, and those are right whose sentences hold the expected
facts. The same messages after another talk, and questions that the document of the answer before them cannot answer, show
what is not meant. Five folds of talks; with `--write` the numbers that all make replace those in assistant/writing/hearing.npz.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from assistant.build import chain_over
from assistant.config import settings_from as assistant_settings_from
from assistant.listening import Listener
from assistant.stages import EVIDENCE
from assistant.types import Question, Turn
from assistant.understanding.request import understand
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.hearing import NUMBERS
from assistant.writing.hearing_signals import SIGNALS, Talk, Tried, signals_of
from assistant.writing.turned_away import on_topic
from evals.conversation.cases import read_cases
from evals.conversation.matching import readable, says_one_of
from evals.conversation.types import Case, Expected
from evals.product import LIBRARY_DAY
from knowledge.build import Knowledge, build_knowledge, language_of
from knowledge.config import settings_from
from knowledge.language.analysis import Analyzer
from knowledge.perceptron import Perceptron
from knowledge.progress import silent
from knowledge.retrieval.hybrid import Query
from knowledge.types import Audience
from tools import perceptron
from tools.assurance import OWN
from tools.perceptron import Plan

TRAINING = Path("evals/datasets/training")
QUESTIONS = TRAINING / "questions"
PROBES = Path("tools/hearing_probes.yaml")
FOLDS, SEED, PROBED = 5, 7, 2
OF_REAL, OF_CHANGE, OF_OTHER_TALK, OF_PROBE = 1.0, 0.5, 0.25, 0.7
"""Weights of a message in its own talk, of a whole question after a talk, of a message after another talk, and of a question that
the document before it cannot answer."""


@dataclass(frozen=True)
class Message:
    """A message of a talk, with the turns before it and what is expected; `weight` as above."""

    case: Case
    text: str
    history: tuple[Turn, ...]
    expected: Expected | None
    weight: float


@dataclass(frozen=True)
class Sample:
    """A message with the signals of each of its meanings that has an answer, and whether that is right."""

    message: Message
    signals: np.ndarray
    right: np.ndarray

    @property
    def fold(self) -> int:
        """The fold of its talk."""
        return int(hashlib.sha256(self.message.case.id.encode()).hexdigest(), 16) % FOLDS


def held(cases: Sequence[Case], knowledge: Knowledge) -> Iterator[Message]:
    """Hold each talk, and yield its scored messages after the first with what was said before them."""
    settings = assistant_settings_from({})
    chain = chain_over(knowledge, settings, {}, lambda: LIBRARY_DAY)
    for case in cases:
        history: tuple[Turn, ...] = ()
        for place, (text, expected) in enumerate(zip(case.turns, case.expected, strict=True)):
            if place and expected is not None:
                yield Message(case, text, history, expected, OF_REAL)
            reply = chain.invoke(Question(text, history)).text
            history = (*history, Turn("user", text), Turn("assistant", reply))


def others_of(messages: Sequence[Message], sampled: random.Random) -> Iterator[Message]:
    """Yield each message once after another talk, about other documents."""
    for one in messages:
        other = sampled.choice(messages)
        if not set(one.case.documents) & set(other.case.documents):
            yield Message(one.case, one.text, other.history, one.expected, OF_OTHER_TALK)


def changes_of(
    cases: Sequence[Case], messages: Sequence[Message], sampled: random.Random
) -> Iterator[Message]:
    """Yield each whole question once after a talk about other documents."""
    for case in cases:
        other = sampled.choice(messages)
        if not set(case.documents) & set(other.case.documents):
            yield Message(case, case.turns[0], other.history, case.expected[0], OF_CHANGE)


def probes_of(
    messages: Sequence[Message], knowledge: Knowledge, listener: Listener, sampled: random.Random
) -> Iterator[Message]:
    """Yield questions after an answer from a document that has not even the word for what they ask."""
    probes = yaml.safe_load(PROBES.read_text("utf-8"))
    for one in messages:
        talk, _ = listened(one, knowledge, listener)
        if talk is None or talk.quoted is None or talk.quoted.passage.record is not None:
            continue
        text = " ".join(p.text for p in knowledge.store.passages_of([talk.quoted.passage.version])).casefold()
        fitting = [probe["asks"] for probe in probes if probe["word"] not in text]
        for asks in sampled.sample(fitting, PROBED):
            yield Message(one.case, asks, one.history, None, OF_PROBE)


def listened(one: Message, knowledge: Knowledge, listener: Listener) -> tuple[Talk | None, list[Tried]]:
    """Return the talk and the tried meanings of a message, as the chain has them."""
    about = on_topic(one.history)
    request = understand(Question(one.text, one.history), language_of, about)
    query = Query(request.standalone_question, Audience.PUBLIC, LIBRARY_DAY, EVIDENCE, request.language.value)
    hits = knowledge.retriever().retrieve(query)
    return listener.tried(request, hits, about, LIBRARY_DAY)


def sampled_of(one: Message, knowledge: Knowledge, listener: Listener) -> Sample | None:
    """Return the signals of a message and which of its meanings is right, None for a whole question or one without an answer."""
    talk, tried = listened(one, knowledge, listener)
    able = [each for each in tried if each.found.best is not None]
    if talk is None or not able:
        return None
    return Sample(one, np.array(signals_of(able, talk)), np.array([_is_right(one, each) for each in able]))


def _is_right(one: Message, tried: Tried) -> float:
    if one.expected is None or not one.expected.facts:
        return 0.0
    if one.weight in (OF_OTHER_TALK, OF_CHANGE) and tried.meaning.request.topic:
        return 0.0
    said = readable(" ".join(each.named for each in tried.found.chosen))
    return float(all(says_one_of(said, fact) for fact in one.expected.facts))


def fitted(samples: Sequence[Sample]) -> Perceptron:
    """Return the network that some messages make."""
    signals = np.concatenate([one.signals for one in samples])
    labels = np.concatenate([one.right for one in samples])
    weights = np.concatenate([np.full(len(one.right), one.message.weight) for one in samples])
    return perceptron.fitted(signals, labels, weights, Plan(seed=SEED))


def report(samples: Sequence[Sample], models: Sequence[Perceptron], bar: float) -> None:
    """Print what the talks that a model has not seen make of it: right and wrong of what can be answered, answered of the rest."""
    right = wrong = answerable = answered = other = 0
    changed = kept = 0
    for one in samples:
        odds = [models[one.fold].log_odds(signals) for signals in one.signals]
        best = int(np.argmax(odds))
        if one.message.weight == OF_REAL and one.right.any():
            answerable += 1
            right += bool(odds[best] >= bar and one.right[best])
            wrong += bool(odds[best] >= bar and not one.right[best])
        elif one.message.weight == OF_CHANGE and one.right.any():
            changed += 1
            kept += bool(one.right[best] or odds[best] < bar)
        elif one.message.weight == OF_PROBE:
            other += 1
            answered += odds[best] >= bar
    print(
        f"{bar:+.1f}: right {right}, wrong {wrong} of {answerable}; answered {answered} of {other} that cannot be; "
        f"{kept} of {changed} whole questions left whole"
    )


def main() -> None:
    """Hold the talks, judge fold by fold, and write the coefficients where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--cases", type=Path, nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    knowledge = build_knowledge(settings_from({}, options.home))
    sampled = random.Random(SEED)  # noqa: S311 - draws training samples
    knowledge.ingest.run([OWN / "documents"], silent)
    folders = (TRAINING, QUESTIONS, OWN / "talks", OWN / "questions", *options.cases)
    given = [case for folder in folders for case in read_cases(folder)]
    cases = [case for case in given if case.family == "talk"]
    whole = [case for case in given if case.family == "answerable"]
    quotes = ExtractiveWriter(knowledge.embedder, Analyzer())
    listener = Listener(knowledge.retriever(), quotes, EVIDENCE, knowledge.asked_answers())
    real = list(held(cases, knowledge))
    messages = [
        *real,
        *others_of(real, sampled),
        *changes_of(whole, real, sampled),
        *probes_of(real, knowledge, listener, sampled),
    ]
    found = (sampled_of(one, knowledge, listener) for one in messages)
    samples = [one for one in found if one is not None]
    knowledge.close()
    fits = [fitted([one for one in samples if one.fold != fold]) for fold in range(FOLDS)]
    for bar in (-1.5, -1.0, -0.5, 0.0, 0.5):
        report(samples, fits, bar)
    if options.write:
        fitted(samples).save(NUMBERS, SIGNALS)


if __name__ == "__main__":
    main()
