"""The contrastive model, the only place that needs torch."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from knowledge.embedding.training.batches import Batch, Sampler
from knowledge.embedding.training.texts import Features, Integers, Rows


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """How to train; the defaults are the best of the variants tried (see `training`)."""

    dimension: int = 128
    features: int = 80_000
    batch: int = 2048
    steps: int = 1500
    learning_rate: float = 4e-3
    temperature: float = 0.05
    word_dropout: float = 0.1
    """Texts must be recognised with a word missing."""
    whole_word_dropout: float = 0.3
    part_dropout: float = 0.1
    """Words must be recognised by some of their parts: what makes typing errors and new compounds
    harmless."""
    noise: float = 0.08
    """Share of texts that get a word that says nothing."""
    held_out: float = 0.04
    threads: int = 2


class Model:
    """A vector and a weight per feature."""

    def __init__(
        self, features: Features, words: Rows, noise: Integers, settings: TrainingSettings, seed: int
    ) -> None:
        """Start from small random vectors and weights that fall with how widespread a feature is.

        `words` are the words of all texts; `noise` are the numbers of the texts that say nothing.
        """
        generator = torch.Generator().manual_seed(seed)
        self._features, self._words, self._noise, self._settings = features, words, noise, settings
        self._table = (
            torch.randn(len(features.keys), settings.dimension, generator=generator) * 0.05
        ).requires_grad_()
        rarity = np.log(max(features.spread.max(initial=2.0), 2.0) * 2 / np.maximum(features.spread, 2.0))
        self._weights = torch.tensor(
            0.5 * np.log(np.maximum(rarity, 0.3) / 5), dtype=torch.float32
        ).requires_grad_()
        self._random = np.random.default_rng(seed)

    def train(self, sampler: Sampler, minutes: float, report: Callable[[str], None]) -> int:
        """Train for the steps in the settings, or until `minutes` are over; return the steps done."""
        settings = self._settings
        optimiser = torch.optim.Adam([self._table, self._weights], betas=(0.9, 0.99), fused=True)
        started, smooth = time.monotonic(), 0.0
        for step in range(settings.steps):
            pace = min(1.0, (step + 1) / 50) * max(0.02, 1 - step / settings.steps)
            optimiser.param_groups[0]["lr"] = settings.learning_rate * pace
            loss = self._loss(sampler.batch(settings.batch))
            optimiser.zero_grad()
            torch.autograd.backward(loss)
            optimiser.step()
            smooth = loss.item() if not step else 0.98 * smooth + 0.02 * loss.item()
            if step % 200 == 0:
                report(
                    f"step {step} of {settings.steps}: loss {smooth:.3f}, {time.monotonic() - started:.0f} s"
                )
            if time.monotonic() - started > minutes * 60:
                report(f"stopped at step {step}: {minutes} minutes are over")
                return step + 1
        return settings.steps

    def table(self) -> NDArray[np.float32]:
        """Return the vector of every feature, its weight included."""
        vectors: NDArray[np.float32] = (self._table * self._weights.exp()[:, None]).detach().numpy()
        return vectors

    def _loss(self, batch: Batch) -> torch.Tensor:
        """Cross-entropy of each text against the batch, both ways; other texts of the same concept do not
        count."""
        vectors = self._encoded(np.concatenate([batch.left, batch.right]))
        left, right = vectors[: len(batch.left)], vectors[len(batch.left) :]
        same = (batch.concepts[:, None] == batch.concepts[None]) & ~np.eye(len(batch.concepts), dtype=bool)
        scores = (left @ right.T / self._settings.temperature).masked_fill(torch.from_numpy(same), -1e4)
        target = torch.arange(len(left))
        return (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)) / 2

    def _encoded(self, texts: Integers) -> torch.Tensor:
        """Return unit vectors of `texts` with words and features dropped at random."""
        settings = self._settings
        words, owner = self._words.take(texts)
        lengths = np.bincount(owner, minlength=len(texts))
        kept = (self._random.random(len(words)) > settings.word_dropout) | (lengths[owner] < 2)
        words, owner = self._with_noise(words[kept], owner[kept], len(texts))
        distinct, place = np.unique(words, return_inverse=True)
        rows, word = self._features.of_words.take(distinct)
        drop = np.where(self._features.is_word[rows], settings.whole_word_dropout, settings.part_dropout)
        kept = self._random.random(len(rows)) > drop
        features = torch.from_numpy(rows[kept])
        weights = self._weights.exp()[features]
        vectors = functional.embedding_bag(
            features, self._table, _starts(word[kept], len(distinct)), mode="sum", per_sample_weights=weights
        )
        vectors = vectors / (vectors.norm(dim=1, keepdim=True) + 1e-6) ** 0.5
        sums = functional.embedding_bag(
            torch.from_numpy(place), vectors, _starts(owner, len(texts)), mode="sum"
        )
        return functional.normalize(sums, dim=1, eps=1e-6)

    def _with_noise(self, words: Integers, owner: Integers, count: int) -> tuple[Integers, Integers]:
        chosen = np.flatnonzero(self._random.random(count) < self._settings.noise)
        if not len(self._noise) or not len(chosen):
            return words, owner
        extra, place = self._words.take(self._random.choice(self._noise, len(chosen)))
        owners = np.concatenate([owner, chosen[place]])
        order = np.argsort(owners, kind="stable")
        return np.concatenate([words, extra])[order], owners[order]


def _starts(owner: Integers, count: int) -> torch.Tensor:
    lengths = np.bincount(owner, minlength=count)
    return torch.from_numpy(np.cumsum(lengths) - lengths)
