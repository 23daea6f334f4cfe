"""The signals of sentences beside each other: what each meets and lacks, and how near it is in meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.writing.ability import can_answer
from assistant.writing.candidates import Candidate
from assistant.writing.relevance import MET
from assistant.writing.signals import SIGNALS, Asked, Nearness, lacking, signals_of
from assistant.writing.sufficiency import falls_short
from assistant.writing.values import beside_numbers, counted, missing_kinds
from knowledge.embedding.seam import Embedder, Vectors
from knowledge.language.normalisation import fold
from knowledge.types import QuestionWord

MEASURED = (
    *SIGNALS,
    "able",
    "rules_disagree",
    "kinds_missing",
    "worst_unmet",
    "unmet_but_beside",
    "with_headings",
    "count_far",
)
"""The names of the numbers that `measured` gives, in this order."""

WORD = re.compile(r"[^\W\d_]{2,}")
SAME = 0.9
"""Likeness from which a word is the very word of the question."""


@dataclass(frozen=True, slots=True)
class _Meaning:
    """Vectors by word, and how near each sentence and each sentence with its headings is to the question."""

    words: dict[str, int]
    vectors: Vectors
    likeness: Vectors
    with_headings: Vectors

    def nearest(self, word: str, others: Sequence[str]) -> float:
        """Return how near the nearest of other words is, 0 to 1."""
        known = [self.words[other] for other in others if other in self.words]
        if word not in self.words or not known:
            return 0.0
        return float(np.clip((self.vectors[known] @ self.vectors[self.words[word]]).max(), 0.0, 1.0))


def measured(
    asked: Asked, chosen: Sequence[Candidate], sentences: Sequence[Candidate], embedder: Embedder
) -> list[tuple[float, ...]]:
    """Return the numbers of `MEASURED` for each of the sentences; `chosen` are those that would be the answer together."""
    if not sentences:
        return []
    of_each = [asked.of(one) for one in sentences]
    lacks = [lacking(own, one) for own, one in zip(of_each, sentences, strict=True)]
    spoken = [sorted({fold(match) for match in WORD.findall(one.text)}) for one in sentences]
    meaning = _meaning_of(
        asked, sentences, [*_first_forms(lacks), *(word for part in spoken for word in part)], embedder
    )
    disagree = float(not chosen or falls_short(asked.request, chosen))
    question = asked.request.standalone_question
    found = []
    for place, (own, one) in enumerate(zip(of_each, sentences, strict=True)):
        of_words = {word.forms[0]: meaning.nearest(word.forms[0], spoken[place]) for word in lacks[place]}
        others = [
            other for other in sentences if other is not one and other.hit.source.id == one.hit.source.id
        ]
        found.append(
            (
                *signals_of(own, one, Nearness(float(meaning.likeness[place]), of_words)),
                float(can_answer(own, one)),
                disagree,
                float(missing_kinds(question, one.text)),
                _worst(own, lacks[place], of_words),
                _beside(own, lacks[place], others),
                float(meaning.with_headings[place]),
                _count_far(asked, one, meaning),
            )
        )
    return found


def _first_forms(lacks: Sequence[Sequence[QuestionWord]]) -> list[str]:
    return [word.forms[0] for part in lacks for word in part]


def _meaning_of(
    asked: Asked, sentences: Sequence[Candidate], words: Sequence[str], embedder: Embedder
) -> _Meaning:
    question = asked.request.standalone_question
    vocabulary = sorted({*words, *filter(None, [counted(question)])})
    texts = [one.text for one in sentences]
    below = [" ".join((*one.hit.passage.heading_path, one.text)) for one in sentences]
    vectors = embedder.vectors([question, *texts, *below, *vocabulary])
    after = 1 + len(texts)
    near = np.clip(vectors[1:] @ vectors[0], 0.0, 1.0)
    return _Meaning(
        {word: place for place, word in enumerate(vocabulary)},
        vectors[after + len(texts) :],
        near[: len(texts)],
        near[len(texts) : 2 * len(texts)],
    )


def _worst(asked: Asked, lacks: Sequence[QuestionWord], of_words: dict[str, float]) -> float:
    """Return the share of the question that the worst unmet word is, less what the nearest word makes up for."""
    total = sum(word.weight for word in asked.words) or 1.0
    return max((word.weight / total * (1 - of_words[word.forms[0]]) for word in lacks), default=0.0)


def _beside(asked: Asked, lacks: Sequence[QuestionWord], others: Sequence[Candidate]) -> float:
    """Return the share of the question that other sentences of the same source hold and this one does not."""
    total = sum(word.weight for word in asked.words) or 1.0
    present = frozenset[str]().union(*(other.words for other in others))
    held = [
        word
        for word in lacks
        if any(like >= SAME and other in present for other, like in word.likeness.items())
    ]
    return sum(word.weight for word in held) / total


def _count_far(asked: Asked, one: Candidate, meaning: _Meaning) -> float:
    """Return how far the words beside the numbers of a sentence are from what is counted; 0 when nothing is."""
    thing = counted(asked.request.standalone_question)
    if not thing:
        return 0.0
    likeness = next((word.likeness for word in asked.words if thing in word.forms), {})
    words = list(beside_numbers(one.text))
    if any(likeness.get(word, 0.0) >= MET for word in words):
        return 0.0
    return 1.0 - meaning.nearest(thing, words)
