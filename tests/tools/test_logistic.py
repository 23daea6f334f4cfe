"""A logistic model that is fitted finds the weights that made its samples, and says what is wrong with samples."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.writing import assurance, measuring
from knowledge.logistic import LogisticModel
from tools.logistic import UnfitSamplesError, fitted, write_model

WEIGHT = st.floats(-2.0, 2.0)


def drawn(samples: int, signals: int) -> np.ndarray:
    return np.random.default_rng(7).normal(3.0, 2.0, (samples, signals))


def chances(signals: np.ndarray, bias: float, coefficients: list[float]) -> np.ndarray:
    return 1 / (1 + np.exp(-(bias + signals @ np.array(coefficients))))


@given(WEIGHT, st.lists(WEIGHT, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_the_weights_that_made_the_labels_are_found(bias: float, coefficients: list[float]) -> None:
    signals = np.random.default_rng(7).normal(0.0, 1.0, (400, len(coefficients)))
    found = fitted(signals, chances(signals, bias, coefficients), ridge=1e-6)
    assert found.bias == pytest.approx(bias, abs=1e-3)
    assert found.coefficients == pytest.approx(coefficients, abs=1e-3)


def test_labels_of_yes_and_no_give_about_the_weights_that_drew_them() -> None:
    signals = np.random.default_rng(1).normal(0.0, 1.0, (20_000, 2))
    labels = (np.random.default_rng(2).random(20_000) < chances(signals, -0.5, [1.0, -2.0])).astype(float)
    found = fitted(signals, labels, ridge=1.0)
    assert (found.bias, *found.coefficients) == pytest.approx((-0.5, 1.0, -2.0), abs=0.1)


def test_a_sample_given_twice_counts_by_the_sum_of_both_weights() -> None:
    signals, labels = drawn(60, 2), np.arange(60) % 3 / 2
    signals, labels = np.r_[signals, signals[:20]], np.r_[labels, labels[:20]]
    evenly = fitted(signals, labels, 1.0)
    shared = fitted(signals, labels, 1.0, np.r_[np.full(20, 1.5), np.ones(40), np.full(20, 0.5)])
    assert (shared.bias, *shared.coefficients) == pytest.approx((evenly.bias, *evenly.coefficients))


def test_without_weights_each_sample_counts_as_one() -> None:
    signals, labels = drawn(50, 3), np.arange(50) % 2 * 1.0
    assert fitted(signals, labels, 2.0) == fitted(signals, labels, 2.0, np.ones(50))


def test_a_larger_ridge_gives_smaller_coefficients() -> None:
    signals = drawn(200, 2)
    labels = (signals[:, 0] > 3.0).astype(float)
    sizes = [float(np.abs(fitted(signals, labels, ridge).coefficients).sum()) for ridge in (1.0, 10.0, 100.0)]
    assert sizes == sorted(sizes, reverse=True)


def test_a_signal_that_never_differs_tells_nothing() -> None:
    signals = np.c_[drawn(100, 1), np.full(100, 0.5)]
    found = fitted(signals, (signals[:, 0] > 3.0).astype(float), 1.0)
    assert found.coefficients[1] == pytest.approx(0.0, abs=1e-6)


SIGNALS, LABELS, ONES = drawn(4, 2), np.array([0.0, 1.0, 1.0, 0.0]), np.ones(4)


@pytest.mark.parametrize(
    ("signals", "labels", "ridge", "weights", "said"),
    [
        (np.zeros((0, 2)), np.zeros(0), 1.0, None, "a row of signals for each sample"),
        (np.zeros((4, 0)), LABELS, 1.0, None, "a row of signals for each sample"),
        (np.zeros(4), LABELS, 1.0, None, "a row of signals for each sample"),
        (SIGNALS, LABELS[:3], 1.0, None, "labels of shape"),
        (SIGNALS, LABELS, 1.0, ONES[:3], "weights of shape"),
        (SIGNALS * np.nan, LABELS, 1.0, None, "not finite"),
        (SIGNALS, np.full(4, np.inf), 1.0, None, "not finite"),
        (SIGNALS, LABELS * 2, 1.0, None, "labels from 0.0 to 2.0"),
        (SIGNALS, LABELS, 1.0, -ONES, "weights above 0"),
        (SIGNALS, LABELS, 1.0, ONES * 0, "weights above 0"),
        (SIGNALS, LABELS, 0.0, None, "a ridge of 0.0"),
    ],
)
def test_what_cannot_be_learned_from_is_said(
    signals: np.ndarray, labels: np.ndarray, ridge: float, weights: np.ndarray | None, said: str
) -> None:
    with pytest.raises(UnfitSamplesError, match=said):
        fitted(signals, labels, ridge, weights)


SHIPPED = Path(assurance.__file__).parent


@pytest.mark.parametrize(
    ("kind", "name", "signals"),
    [
        (assurance.Model, assurance.WRITTEN, measuring.MEASURED),
    ],
)
def test_a_shipped_file_is_written_again_as_it_is(
    kind: type[LogisticModel], name: str, signals: Sequence[str], tmp_path: Path
) -> None:
    copy = tmp_path / name
    copy.write_bytes((SHIPPED / name).read_bytes())
    write_model(kind.read(copy, signals), signals, copy)
    assert copy.read_bytes() == (SHIPPED / name).read_bytes()
