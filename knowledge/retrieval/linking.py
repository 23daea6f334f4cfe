"""Link a text to the labels of occupations, offers or other concepts, in Dutch, English and German.

A label is scored by the similarity of its vector and of the centre of its concept (`LabelSpace`). The
vectors are sums of word parts, so that typing errors and new compounds land near what was meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.concepts import LabelSpace
from knowledge.embedding.domain import DomainEmbedder


@dataclass(frozen=True, slots=True)
class Label:
    """A name that a text may mean. Labels with the same `concept` are synonyms; "" is unknown."""

    text: str
    concept: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A label and the chance, from 0 to 1, that its concept is what the text means."""

    label: Label
    score: float


class Linker:
    """Find the labels that a text means."""

    def __init__(self, labels: tuple[Label, ...], space: LabelSpace, embedder: DomainEmbedder) -> None:
        """Link to `labels`, which are placed in `space` in the same order by `embedder`."""
        self._labels, self._space, self._embedder = labels, space, embedder

    @classmethod
    def over(cls, labels: Sequence[Label], embedder: DomainEmbedder) -> Linker:
        """Return a linker to `labels`; about a second for 20,000 of them."""
        space = LabelSpace.over(
            [label.text for label in labels], [label.concept for label in labels], embedder
        )
        return cls(tuple(labels), space, embedder)

    def link(self, text: str, limit: int = 5) -> tuple[Link, ...]:
        """Return at most `limit` links by falling score, one per concept; nothing for a text without a
        word."""
        scores = self._scores(text)
        if scores is None:
            return ()
        best = self._best_places(scores, limit + 1)
        chances = self._chances(scores[best])
        return tuple(
            Link(self._labels[place], chance) for place, chance in zip(best[:limit], chances, strict=False)
        )

    def ranking(self, text: str, *, one_per_concept_first: bool = True) -> NDArray[np.int64]:
        """Return the places of all labels, best first; equal scores keep the order of the labels.

        With `one_per_concept_first` the best label of every concept stands before all second ones.
        """
        scores = self._scores(text)
        if scores is None:
            return np.arange(len(self._labels))
        return self._space.ranking(scores) if one_per_concept_first else np.argsort(-scores, kind="stable")

    def _scores(self, text: str) -> NDArray[np.float32] | None:
        if not self._labels or not any(letter.isalnum() for letter in text):
            return None
        return self._space.scores(self._embedder.vectors([text])[0])

    def _best_places(self, scores: NDArray[np.float32], count: int) -> NDArray[np.int64]:
        """Return the best label of each of the `count` best concepts."""
        wanted = min(len(scores), max(64, 8 * count))
        while True:
            top = np.argpartition(-scores, wanted - 1)[:wanted]
            top = top[np.lexsort((top, -scores[top]))]
            best = top[np.sort(np.unique(self._space.concepts[top], return_index=True)[1])]
            if len(best) >= count or wanted == len(scores):
                return best[:count]
            wanted = min(len(scores), 8 * wanted)

    def _chances(self, scores: NDArray[np.float32]) -> list[float]:
        """Return the chance of each link from its score and its lead over the best other concept.

        Logistic regression fitted in training on held-out ESCO labels and skills (`training.yardstick`);
        chances fall with the rank.
        """
        constant, of_score, of_lead = self._embedder.weights.calibration.tolist()
        rivals = np.full(len(scores), scores[0])
        rivals[0] = scores[1] if len(scores) > 1 else scores[0]
        raw = 1 / (1 + np.exp(-(constant + of_score * scores + of_lead * (scores - rivals))))
        chances: list[float] = raw.tolist()
        return chances
