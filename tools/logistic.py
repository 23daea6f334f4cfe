"""Fits a logistic model: what the tools that learn how sure something is have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.logistic import LogisticModel

Floats = NDArray[np.float64]

STEPS = 30
"""Steps of Newton's method; with a ridge it is done in about eight."""


class UnfitSamplesError(ValueError):
    """There is nothing to learn from, or what there is does not fit together."""

    def __init__(self, found: str, expected: str) -> None:
        self.found, self.expected = found, expected
        super().__init__(f"Cannot fit a logistic model: found {found}, expected {expected}.")


def fitted(signals: Floats, labels: Floats, ridge: float, weights: Floats | None = None) -> LogisticModel:
    """Return a logistic regression with a ridge, by Newton's method on standardised signals.

    `signals` has a row for each sample, `labels` are from 0 to 1, `weights` (1 each without them) say how much a sample counts.
    The ridge holds the coefficients of standardised signals near 0, not the bias. Raises `UnfitSamplesError`.
    """
    weights = np.ones(len(labels)) if weights is None else weights
    _check(signals, labels, ridge, weights)
    mean, spread = signals.mean(axis=0), signals.std(axis=0) + 1e-6
    design = np.c_[np.ones(len(labels)), (signals - mean) / spread]
    penalty = ridge * np.r_[0.0, np.ones(design.shape[1] - 1)]
    found = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-design @ found))
        slope = design.T @ (weights * (chance - labels)) + penalty * found
        curve = (design * (weights * chance * (1 - chance))[:, None]).T @ design + np.diag(penalty + 1e-9)
        found -= np.linalg.solve(curve, slope)
    coefficients = found[1:] / spread
    return LogisticModel(float(found[0] - coefficients @ mean), tuple(coefficients.tolist()))


def write_model(model: LogisticModel, signals: Sequence[str], path: Path) -> None:
    """Put a model in the place of the one in a data file, in three decimals, for `LogisticModel.read`; its comments stay."""
    head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    bars = [one.name for one in fields(model) if one.name not in ("bias", "coefficients")]
    lines = [
        *head,
        f"bias: {model.bias:.3f}",
        *(f"{name}: {getattr(model, name)}" for name in bars),
        "coefficients:",
        *(f"  {name}: {value:.3f}" for name, value in zip(signals, model.coefficients, strict=True)),
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _check(signals: Floats, labels: Floats, ridge: float, weights: Floats) -> None:
    if signals.ndim != 2 or not signals.size:
        raise UnfitSamplesError(f"signals of shape {signals.shape}", "a row of signals for each sample")
    for name, numbers in (("labels", labels), ("weights", weights)):
        if numbers.shape != (len(signals),):
            raise UnfitSamplesError(
                f"{name} of shape {numbers.shape}", f"one for each of {len(signals)} samples"
            )
    if not all(np.isfinite(numbers).all() for numbers in (signals, labels, weights)):
        raise UnfitSamplesError("a number that is not finite", "finite signals, labels and weights")
    if labels.min() < 0 or labels.max() > 1:
        raise UnfitSamplesError(f"labels from {labels.min()} to {labels.max()}", "labels from 0 to 1")
    if weights.min() < 0 or not weights.any():
        raise UnfitSamplesError("a weight below 0, or only weights of 0", "weights above 0")
    if ridge <= 0:
        raise UnfitSamplesError(
            f"a ridge of {ridge}", "one above 0: without it, signals that separate have no end"
        )
