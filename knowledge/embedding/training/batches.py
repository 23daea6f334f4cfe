"""Which texts are brought together: pairs of one concept, within and across languages, and with its
description."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.training.esco import LANGUAGES, Concept

Integers = NDArray[np.int64]

ACROSS = 0.55
"""Share of label pairs that cross languages."""
SHARES = (
    (("occupation", "group"), "labels", 0.42),
    (("occupation", "group"), "description", 0.2),
    (("occupation",), "sentences", 0.1),
    (("occupation",), "skills", 0.04),
    (("skill",), "labels", 0.15),
    (("skill",), "description", 0.12),
    (("skill group",), "labels", 0.03),
    (("term",), "labels", 0.06),
)
"""(kinds of concept, what is paired, share of a batch). Half as many descriptions: 0.01 less on unseen job
titles."""
NEEDED = {"labels": (2, 0, 0), "description": (1, 1, 0), "sentences": (0, 2, 0), "skills": (1, 0, 1)}
"""How many labels, sentences and skill texts a concept needs to give a pair of a kind."""
SKILLS_IN_A_TEXT = 4
SKILL_TEXTS = 6
"""Texts of skills per occupation and language."""
NOISE = (
    *(
        "junior",
        "senior",
        "medior",
        "fulltime",
        "parttime",
        "ervaren",
        "gediplomeerd",
        "leerling",
        "stagiair",
        "tijdelijk",
    ),
    *("vast", "zzp", "oproepkracht", "bbl", "bol", "regio", "full-time", "part-time", "freelance", "trainee"),
    *(
        "experienced",
        "certified",
        "remote",
        "befristet",
        "teilzeit",
        "vollzeit",
        "minijob",
        "quereinsteiger",
        "erfahren",
    ),
    *("dipl", "ing", "di", "mag", "msc", "bsc", "uur", "week", "hours", "std", "nacht", "weekend"),
)
"""Words that employers and registers put around a job title and that say nothing about the work."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows to bring together: texts `left[i]` and `right[i]` belong to `concepts[i]`."""

    left: Integers
    right: Integers
    concepts: Integers


@dataclass(frozen=True, slots=True)
class _Pool:
    share: float
    paired: str
    concepts: Integers
    chances: NDArray[np.float64]


class Sampler:
    """Draw batches of pairs; the same seed draws the same."""

    def __init__(self, concepts: Sequence[Concept], seed: int) -> None:
        """Number the texts of `concepts`: `texts` and `owners` (concept of each text) are parallel."""
        self.texts: list[str] = []
        self.owners: list[int] = []
        self._random, self._numpy = random.Random(seed), np.random.default_rng(seed)  # noqa: S311 - repeatable
        self._labels: list[list[list[int]]] = []
        self._sentences: list[list[int]] = []
        self._skills: list[list[int]] = []
        for place, concept in enumerate(concepts):
            self._labels.append([self._numbers(concept.labels[language], place) for language in LANGUAGES])
            spoken = [sentence for language in LANGUAGES for sentence in concept.sentences[language]]
            self._sentences.append(self._numbers(spoken, place))
            self._skills.append(self._numbers(self._skill_texts(concept), place))
        pools = [self._pool(concepts, kinds, paired, share) for kinds, paired, share in SHARES]
        self._pools = [pool for pool in pools if len(pool.concepts)]

    def batch(self, size: int) -> Batch:
        """Draw about `size` pairs."""
        total = sum(pool.share for pool in self._pools)
        rows: list[tuple[int, int, int]] = []
        for pool in self._pools:
            drawn = self._numpy.choice(pool.concepts, round(size * pool.share / total), p=pool.chances)
            rows += [(*self._pair(pool.paired, int(concept)), int(concept)) for concept in drawn]
        left, right, owners = np.array(rows, dtype=np.int64).T
        return Batch(left, right, owners)

    def _numbers(self, texts: Sequence[str], owner: int) -> list[int]:
        first = len(self.texts)
        self.texts += texts
        self.owners += [owner] * len(texts)
        return list(range(first, len(self.texts)))

    def _pool(self, concepts: Sequence[Concept], kinds: tuple[str, ...], paired: str, share: float) -> _Pool:
        """Concepts that can give such pairs, drawn by the root of their number of labels."""
        counts = [sum(len(numbers) for numbers in labels) for labels in self._labels]
        labels, sentences, skills = NEEDED[paired]
        enough = [
            place
            for place, concept in enumerate(concepts)
            if concept.kind in kinds
            and counts[place] >= labels
            and len(self._sentences[place]) >= sentences
            and len(self._skills[place]) >= skills
        ]
        fit = np.array(enough, dtype=np.int64)
        weights = np.sqrt(np.maximum(np.array(counts, dtype=np.float64)[fit], 1.0))
        return _Pool(share, paired, fit, weights / weights.sum())

    def _pair(self, paired: str, concept: int) -> tuple[int, int]:
        if paired == "sentences":
            first, second = self._random.sample(self._sentences[concept], 2)
            return first, second
        if paired == "labels":
            return self._two_labels([numbers for numbers in self._labels[concept] if numbers])
        labels = [number for numbers in self._labels[concept] for number in numbers]
        others = self._skills if paired == "skills" else self._sentences
        return self._random.choice(labels), self._random.choice(others[concept])

    def _skill_texts(self, concept: Concept) -> list[str]:
        """Return texts of a few skills each, in every language that has enough of them."""
        return [
            ", ".join(self._random.sample(skills, SKILLS_IN_A_TEXT))
            for skills in concept.skills.values()
            if len(skills) >= SKILLS_IN_A_TEXT
            for _ in range(SKILL_TEXTS)
        ]

    def _two_labels(self, spoken: list[list[int]]) -> tuple[int, int]:
        """Return two labels, of two languages in a share `ACROSS` of the draws; never one label twice."""
        if len(spoken) > 1 and self._random.random() < ACROSS:
            first, second = self._random.sample(spoken, 2)
            return self._random.choice(first), self._random.choice(second)
        within = self._random.choice(spoken)
        if len(within) < 2:
            within = [number for numbers in spoken for number in numbers]
        one, other = self._random.sample(within, 2)
        return one, other
