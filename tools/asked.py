"""Fits how sure a written question is to be the one asked: `python -m tools.asked HOME [--write] [--more FOLDER]`.

HOME is a home that `python -m evals run --home HOME` made. Each question of evals/datasets/training (and of FOLDER) is compared
with the questions that editors wrote; a target counts as right when its sentence holds an expected fact. The folds are files:
what is printed for each is what coefficients make of it that were fitted on the others.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from evals.conversation.cases import read_cases
from evals.conversation.matching import readable, says_one_of
from evals.conversation.types import Expected
from knowledge.build import build_knowledge
from knowledge.config import settings_from
from knowledge.logistic import LogisticModel
from knowledge.retrieval.asked import SIGNALS
from knowledge.retrieval.asked_places import LONGEST_SENTENCE
from tools import logistic

TRAINING = Path("evals/datasets/training/questions")
MODEL = Path("knowledge/retrieval/asked.yaml")
RIDGE = 1.0
BARS = (0.3, 0.5, 0.6, 0.7, 0.8)


@dataclass(frozen=True)
class Compared:
    """One question with the signals of its nearest targets and whether each holds an expected fact."""

    fold: str
    is_answerable: bool
    signals: np.ndarray
    right: np.ndarray


def compared(home: Path, folders: Sequence[Path]) -> list[Compared]:
    """Return what the written questions say to each question of the training sets."""
    knowledge = build_knowledge(settings_from({}, home))
    found = []
    try:
        asked = knowledge.asked_answers()
        for case in (case for folder in folders for case in read_cases(folder)):
            expected = case.expected[-1]
            if len(case.turns) > 1 or expected is None:
                continue
            near = asked.nearest(case.turns[-1], case.language.value)
            if not near:
                continue
            sentences = [
                passage.text[start : start + LONGEST_SENTENCE].split("\n")[0] for _, passage, start in near
            ]
            right = [bool(expected.facts) and holds(text, expected) for text in sentences]
            found.append(
                Compared(
                    case.set_name,
                    bool(expected.facts),
                    np.array([one.signals for one, _, _ in near]),
                    np.array(right, float),
                )
            )
    finally:
        knowledge.close()
    return found


def of_editors(home: Path, every: int) -> list[Compared]:
    """Return what the others say to every so manieth written question, as if nobody had written it: once with its sentence
    there, and once without it and those that say nearly the same; then nothing answers it.
    """
    knowledge = build_knowledge(settings_from({}, home))
    index = knowledge.asked_answers().index
    knowledge.close()
    words = [frozenset(WORDS.findall(one.sentence.lower())) for one in index.targets]
    of_target: dict[int, list[int]] = {}
    for place, one in enumerate(index.questions):
        of_target.setdefault(one.target, []).append(place)
    found = []
    for place in range(0, len(index.questions), every):
        one = index.questions[place]
        near = index.nearest(one.text, one.language, NEAREST, [place])
        same = {
            target
            for target, others in enumerate(words)
            if len(others & words[one.target]) >= ALIKE * min(len(others), len(words[one.target]))
        }
        right = np.array([near_one.target in same for near_one in near], float)
        found.append(Compared("editors", True, np.array([one.signals for one in near]), right))
        banned = [at for target in same for at in of_target.get(target, ())]
        left = index.nearest(one.text, one.language, NEAREST, banned)
        if left:
            found.append(
                Compared("editors", False, np.array([one.signals for one in left]), np.zeros(len(left)))
            )
    return found


WORDS = re.compile(r"\w{3,}|\d+")
ALIKE, NEAREST = 0.6, 6
"""Share of the words of the shorter sentence from which two say nearly the same; targets that are compared."""


def holds(text: str, expected: Expected) -> bool:
    """Say whether a sentence holds one of the expected facts."""
    said = readable(text)
    return any(says_one_of(said, fact) for fact in expected.facts)


def fitted(some: Sequence[Compared]) -> LogisticModel:
    """Return the model that some questions make, fitted."""
    signals = np.concatenate([one.signals for one in some])
    labels = np.concatenate([one.right for one in some])
    return logistic.fitted(signals, labels, RIDGE)


def report(some: Sequence[Compared], model: LogisticModel, name: str) -> None:
    """Print at each bar which share of the answerable is answered, rightly, and of the unanswerable wrongly."""
    best = []
    for one in some:
        chances = [model.chance(signals) for signals in one.signals]
        first = int(np.argmax(chances))
        best.append((chances[first], bool(one.right[first]), one.is_answerable))
    able = [one for one in best if one[2]]
    unable = [one for one in best if not one[2]]
    reach = np.mean([one.right.any() for one in some if one.is_answerable] or [0])
    line = f"{name:24} {len(able):4} answerable, among the nearest {reach:.2f};"
    for bar in BARS:
        said = [one for one in able if one[0] >= bar]
        right = np.mean([one[1] for one in said] or [1])
        wrong = np.mean([one[0] >= bar for one in unable] or [0])
        line += f"  >={bar}: {len(said) / max(len(able), 1):.2f} right {right:.2f} false {wrong:.2f}"
    print(line)


def main() -> None:
    """Fit, report by fold, and write with `--write`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--more", type=Path, action="append", default=[])
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    some = compared(arguments.home, [TRAINING, *arguments.more])
    for fold in sorted({one.fold for one in some}):
        model = fitted([one for one in some if one.fold != fold])
        report([one for one in some if one.fold == fold], model, fold)
    model = fitted(some)
    report(some, model, "all, seen")
    print(
        {name: round(value, 2) for name, value in zip(SIGNALS, model.coefficients, strict=True)},
        round(model.bias, 2),
    )
    if arguments.write:
        raw = {
            "bias": round(model.bias, 4),
            "coefficients": {
                name: round(value, 4) for name, value in zip(SIGNALS, model.coefficients, strict=True)
            },
        }
        MODEL.write_text(
            "# Coefficients of `asked_answers.shipped_model`; made by `python -m tools.asked HOME --write`.\n"
            + yaml.safe_dump(raw, sort_keys=False),
            "utf-8",
        )


if __name__ == "__main__":
    main()
