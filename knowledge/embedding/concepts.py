"""Labels in the space of the embedder, each beside the centre of the concept that it names.

The weights carry a memory of ESCO: hashes of its labels in three languages with the concept they name, and
one centre per concept (the mean of its labels in all languages and, at a third of the weight, its
description). It holds no text. A label that the memory does not know has the mean of its own group as its
centre, or itself.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.domain import DomainEmbedder
from knowledge.embedding.features import words_of
from knowledge.embedding.seam import Vectors
from knowledge.embedding.weights import Weights

CENTRE_WEIGHT = 1.0
"""Share of the centre beside the label itself; flat between 0.5 and 1.5 on held-out ESCO labels and on the
dev sets."""
GROUP_PENALTY = 0.2
"""Taken from the score of a group of occupations (ISCO), so that an occupation of the same name comes
first."""

Integers = NDArray[np.int64]


def label_key(text: str) -> int:
    """Return the hash under which the memory knows a label: CRC-32 of its normalised words."""
    return zlib.crc32(" ".join(words_of(text)).encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class LabelSpace:
    """Labels with what is needed to score them.

    `matrix` float32 (n, d): label and centre mixed, so that one product gives all scores. `penalties`
    float32 (n,). `concepts` int64 (n,): labels of one concept share a number.
    """

    matrix: Vectors
    penalties: NDArray[np.float32]
    concepts: Integers

    @classmethod
    def over(cls, texts: Sequence[str], groups: Sequence[str], embedder: DomainEmbedder) -> LabelSpace:
        """Place `texts`; equal `groups` name one concept, "" is unknown: then the memory says which labels
        belong together."""
        vectors = embedder.vectors(texts)
        known = _Memory(embedder.weights)
        candidates = [known.concepts_of(text) for text in texts]
        named: dict[str, int] = {}
        concepts = np.empty(len(texts), dtype=np.int64)
        for place, (group, found) in enumerate(zip(groups, candidates, strict=True)):
            alone = found[0] if len(found) == 1 else len(embedder.weights.groups) + len(texts) + place
            concepts[place] = -1 - named.setdefault(group, len(named)) if group else alone
        chosen = _chosen(concepts, candidates)
        centres, is_group = _centres(vectors, concepts, chosen, embedder.weights)
        matrix = (vectors + CENTRE_WEIGHT * centres) / np.float32(1 + CENTRE_WEIGHT)
        return cls(matrix.astype(np.float32), GROUP_PENALTY * is_group, concepts)

    def scores(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the score of every label for a unit vector: 1 is the label itself in the middle of its
        concept."""
        scores: NDArray[np.float32] = self.matrix @ vector - self.penalties
        return scores

    def ranking(self, scores: NDArray[np.float32]) -> Integers:
        """Return all places: first the best label of each concept, then the other labels; both by score,
        then by place."""
        order = np.argsort(-scores, kind="stable")
        first = np.zeros(len(order), dtype=bool)
        first[np.unique(self.concepts[order], return_index=True)[1]] = True
        return np.concatenate([order[first], order[~first]])


class _Memory:
    """The concept memory of the weights as a dictionary from label hash to concepts."""

    def __init__(self, weights: Weights) -> None:
        found: dict[int, list[int]] = defaultdict(list)
        for key, concept in zip(weights.label_keys.tolist(), weights.label_concepts.tolist(), strict=True):
            found[key].append(concept)
        self._found = dict(found)

    def concepts_of(self, text: str) -> tuple[int, ...]:
        return tuple(self._found.get(label_key(text), ()))


def _chosen(concepts: Integers, candidates: Sequence[tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
    """Return per concept number the remembered concepts it may be: the one with most votes, or all of a
    lone label.

    A label that names k remembered concepts gives each 1/k of a vote.
    """
    votes: dict[int, dict[int, float]] = {}
    for concept, found in zip(concepts.tolist(), candidates, strict=True):
        ballot = votes.setdefault(concept, {})
        for candidate in found:
            ballot[candidate] = ballot.get(candidate, 0.0) + 1 / len(found)
    chosen = {}
    for concept, ballot in votes.items():
        most = max(ballot.values(), default=0.0)
        chosen[concept] = tuple(candidate for candidate, count in ballot.items() if count == most)
    return chosen


def _centres(
    vectors: Vectors, concepts: Integers, chosen: dict[int, tuple[int, ...]], weights: Weights
) -> tuple[Vectors, NDArray[np.float32]]:
    """Return per label the unit centre of its concept and 1.0 where that is a group of occupations."""
    numbers, place = np.unique(concepts, return_inverse=True)
    means = np.zeros((len(numbers), vectors.shape[1]), dtype=np.float64)
    np.add.at(means, place, vectors.astype(np.float64))
    is_group = np.zeros(len(numbers), dtype=np.float32)
    for row, number in enumerate(numbers.tolist()):
        remembered = list(chosen[number])
        if remembered:
            means[row] = weights.centres[remembered].astype(np.float64).sum(axis=0)
            is_group[row] = float(weights.groups[remembered].all())
    means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    return means[place].astype(np.float32), is_group[place]
