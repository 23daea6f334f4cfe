"""Fitting perceptrons: they learn what no sum of signals tells, and the same seed gives the same numbers."""

from __future__ import annotations

import numpy as np
import pytest

from tools.logistic import UnfitSamplesError
from tools.logistic import fitted as fitted_logistic
from tools.perceptron import Plan, fitted

DRAWN = np.random.default_rng(3).uniform(-1, 1, (800, 2))
EITHER = (DRAWN[:, 0] * DRAWN[:, 1] > 0).astype(float)
"""True where both signals have the same sign: no line parts that."""
ONES = np.ones(len(DRAWN))
PLAN = Plan(units=8, rounds=120, networks=1)


def test_it_learns_what_two_signals_say_together_only() -> None:
    network, line = fitted(DRAWN, EITHER, ONES, PLAN), fitted_logistic(DRAWN, EITHER, 1.0)
    right, by_line = (
        np.mean([(model.log_odds(row) > 0) == label for row, label in zip(DRAWN, EITHER, strict=True)])
        for model in (network, line)
    )
    assert right > 0.9
    assert by_line < 0.6


def test_the_same_seed_gives_the_same_numbers() -> None:
    first, second = (fitted(DRAWN, EITHER, ONES, Plan(rounds=2)) for _ in range(2))
    assert np.array_equal(first.hidden, second.hidden)
    assert not np.array_equal(first.hidden, fitted(DRAWN, EITHER, ONES, Plan(rounds=2, seed=8)).hidden)


def test_a_sample_without_weight_teaches_nothing() -> None:
    weights = np.where(DRAWN[:, 0] > 0, 1.0, 0.0)
    other = np.where(weights > 0, EITHER, 1.0 - EITHER)
    first, second = (fitted(DRAWN, labels, weights, Plan(rounds=2)) for labels in (EITHER, other))
    assert np.allclose(first.outer, second.outer)


@pytest.mark.parametrize("signals", [np.zeros((0, 2)), np.zeros(5), np.array([[np.nan, 1.0]])])
def test_what_cannot_be_learned_from_is_said(signals: np.ndarray) -> None:
    labels = np.zeros(len(signals))
    with pytest.raises(UnfitSamplesError):
        fitted(signals, labels, labels + 1.0, PLAN)
