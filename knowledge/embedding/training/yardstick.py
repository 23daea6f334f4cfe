"""Alternative labels held out of training: how well is an unseen title linked, and what is a score worth."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.concepts import LabelSpace
from knowledge.embedding.domain import DomainEmbedder
from knowledge.embedding.features import words_of
from knowledge.embedding.training.esco import LANGUAGES, Concept

CORPUS_KINDS = ("occupation", "group")
DIRECTIONS = (("nl", "nl"), ("de", "de"), ("en", "en"), ("nl", "en"), ("de", "en"), ("en", "nl"))
BEGINNING = 5
"""Characters of a word that its forms share."""
ASKED = 500
"""Questions per direction: a standard error of about 0.015 on the reciprocal rank."""


@dataclass(frozen=True, slots=True)
class HeldOut:
    """A label that training did not see, and the concept it names."""

    language: str
    label: str
    uri: str


def hold_out(concepts: Sequence[Concept], share: float, seed: int) -> list[HeldOut]:
    """Take a share of the alternative labels of occupations out of `concepts` (which change).

    At least two labels stay, and a label with a sibling of the same word beginnings ("Bäcker", "Bäckerin") is
    not taken: it would be an easy question, and the calibration would promise too much.
    """
    chance = random.Random(seed)  # noqa: S311 - a repeatable draw, no secret
    held: list[HeldOut] = []
    for concept in concepts:
        if concept.kind != "occupation":
            continue
        for language in LANGUAGES:
            labels = concept.labels[language]
            siblings = Counter(_beginnings(label) for label in labels)
            for label in labels[1:]:
                if chance.random() < share and len(labels) > 2 and siblings[_beginnings(label)] == 1:
                    labels.remove(label)
                    held.append(HeldOut(language, label, concept.uri))
    return held


def _beginnings(label: str) -> tuple[str, ...]:
    return tuple(sorted(word[:BEGINNING] for word in words_of(label)))


class Yardstick:
    """Held-out labels asked against the occupation and group labels that were left."""

    def __init__(
        self, concepts: Sequence[Concept], held: Sequence[HeldOut], embedder: DomainEmbedder
    ) -> None:
        """Place the labels of each language in the space of `embedder`."""
        self._held, self._embedder = held, embedder
        self._uris: dict[str, list[str]] = {}
        self._spaces: dict[str, LabelSpace] = {}
        for language in LANGUAGES:
            pairs = [
                (c.uri, label) for c in concepts if c.kind in CORPUS_KINDS for label in c.labels[language]
            ]
            self._uris[language] = [uri for uri, _ in pairs]
            self._spaces[language] = LabelSpace.over(
                [label for _, label in pairs], self._uris[language], embedder
            )

    def report(self) -> dict[str, float]:
        """Return the mean reciprocal rank per direction, and the share of English labels whose Dutch
        concept comes first."""
        figures = {
            f"mrr {asked}->{corpus}": float(np.mean(1 / self._ranks(asked, corpus)))
            for asked, corpus in DIRECTIONS
        }
        return figures | {"top-1 en->nl": float(np.mean(self._ranks("en", "nl") == 1))}

    def evidence(self, strangers: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return (features, right) of the first links of held-out labels and of `strangers`, which name no
        occupation.

        Features are the score and its lead over the next concept; see `lead_of_best`.
        """
        rows, right = list[tuple[float, float]](), list[float]()
        for asked, corpus in DIRECTIONS:
            space, uris = self._spaces[corpus], self._uris[corpus]
            questions = [(held.label, held.uri) for held in self._held if held.language == asked][:ASKED]
            for text, uri in [*questions, *((stranger, "") for stranger in strangers)]:
                scores = space.scores(self._embedder.vectors([text])[0])
                best = int(scores.argmax())
                rows.append((float(scores[best]), lead_of_best(scores, space.concepts)))
                right.append(float(uris[best] == uri))
        return np.array(rows).reshape(-1, 2), np.array(right)

    def _ranks(self, asked: str, corpus: str) -> NDArray[np.float64]:
        space, uris = self._spaces[corpus], np.array(self._uris[corpus])
        ranks = []
        for held in [held for held in self._held if held.language == asked][:ASKED]:
            order = space.ranking(space.scores(self._embedder.vectors([held.label])[0]))
            found = np.flatnonzero(uris[order] == held.uri)
            ranks.append(float(found[0]) + 1 if len(found) else np.inf)
        return np.array(ranks or [np.inf])


def lead_of_best(scores: NDArray[np.float32], concepts: NDArray[np.int64]) -> float:
    """Return how far the best label is ahead of the best label of another concept (0 when there is none)."""
    best = int(scores.argmax())
    others = scores[concepts != concepts[best]]
    return float(scores[best] - others.max()) if len(others) else 0.0


def fitted(features: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (constant, weight of the score, weight of the lead) of a logistic regression, by Newton's
    method with a small ridge."""
    inputs = np.column_stack([np.ones(len(features)), features])
    answer, ridge = np.zeros(3), np.diag([1e-3, 1e-3, 1e-3])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(inputs @ answer, -30, 30)))
        slope = inputs.T @ (right - chance) - ridge @ answer
        curve = (inputs * (chance * (1 - chance))[:, None]).T @ inputs + ridge
        answer = answer + np.linalg.solve(curve, slope)
    return answer


def rounded(figures: Mapping[str, float]) -> dict[str, float]:
    """Return the figures to three places, for the metadata."""
    return {name: round(value, 3) for name, value in figures.items()}
