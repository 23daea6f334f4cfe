"""Fits perceptrons: by Adam (Kingma & Ba 2015, arXiv:1412.6980) on standardised signals. Pure; the same seed gives the same numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.perceptron import Perceptron
from tools.logistic import UnfitSamplesError

Floats = NDArray[np.float64]

BATCH, RATE = 256, 0.003
MOMENTUM, SPREAD, SMALL = 0.9, 0.999, 1e-8
"""How much is kept of the mean and of the spread of the slopes, and what keeps a division possible."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How perceptrons are fitted: their hidden units, how their weights are held near 0, rounds over the samples, how many, and a seed."""

    units: int = 16
    decay: float = 0.001
    rounds: int = 30
    networks: int = 3
    seed: int = 7


def fitted(signals: Floats, labels: Floats, weights: Floats, plan: Plan) -> Perceptron:
    """Return the perceptrons that some samples make.

    `signals` (samples, n) has a row for each sample, `labels` are from 0 to 1, `weights` say how much a sample counts. Raises
    `UnfitSamplesError` where there is nothing to learn from or a number is not finite.
    """
    if signals.ndim != 2 or not signals.size:
        raise UnfitSamplesError(f"signals of shape {signals.shape}", "a row of signals for each sample")
    if not all(np.isfinite(numbers).all() for numbers in (signals, labels, weights)):
        raise UnfitSamplesError("a number that is not finite", "finite signals, labels and weights")
    mean, spread = signals.mean(axis=0), signals.std(axis=0) + 1e-6
    design = (signals - mean) / spread
    found = [_one(design, labels, weights, plan, plan.seed + number) for number in range(plan.networks)]
    hidden, hidden_bias, outer, outer_bias = (np.stack(parts) for parts in zip(*found, strict=True))
    hidden = hidden / spread[None, :, None]
    return Perceptron(hidden, hidden_bias - np.einsum("n,knh->kh", mean, hidden), outer, outer_bias)


def _one(design: Floats, labels: Floats, weights: Floats, plan: Plan, seed: int) -> list[Floats]:
    """Return the numbers of one network, over standardised signals."""
    draw = np.random.default_rng(seed)
    wide = design.shape[1]
    numbers: list[Floats] = [
        draw.normal(0, wide**-0.5, (wide, plan.units)),
        np.zeros(plan.units),
        draw.normal(0, plan.units**-0.5, plan.units),
        np.zeros(()),
    ]
    means = [np.zeros_like(one) for one in numbers]
    spreads = [np.zeros_like(one) for one in numbers]
    step = 0
    for _ in range(plan.rounds):
        order = draw.permutation(len(design))
        for start in range(0, len(design), BATCH):
            some, step = order[start : start + BATCH], step + 1
            slopes = _slopes(numbers, design[some], labels[some], weights[some], plan.decay)
            for place, slope in enumerate(slopes):
                means[place] = MOMENTUM * means[place] + (1 - MOMENTUM) * slope
                spreads[place] = SPREAD * spreads[place] + (1 - SPREAD) * slope * slope
                mean, spread = means[place] / (1 - MOMENTUM**step), spreads[place] / (1 - SPREAD**step)
                numbers[place] = numbers[place] - RATE * mean / (np.sqrt(spread) + SMALL)
    return numbers


def _slopes(
    numbers: list[Floats], design: Floats, labels: Floats, weights: Floats, decay: float
) -> tuple[Floats, ...]:
    """Return how the log loss of some samples changes with each number of a network."""
    hidden, hidden_bias, outer, outer_bias = numbers
    inner = np.tanh(design @ hidden + hidden_bias)
    chance = 1 / (1 + np.exp(-(inner @ outer + outer_bias)))
    slope = (chance - labels) * weights / len(labels)
    inward = np.outer(slope, outer) * (1 - inner * inner)
    return (
        design.T @ inward + decay * hidden,
        inward.sum(axis=0),
        inner.T @ slope + decay * outer,
        np.asarray(slope.sum()),
    )
