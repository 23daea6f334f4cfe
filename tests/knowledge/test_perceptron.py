"""Perceptrons: what they say of signals, and what is said of a file that cannot be used."""

from __future__ import annotations

from math import tanh
from pathlib import Path

import numpy as np
import pytest

from knowledge.perceptron import Perceptron, PerceptronError

NAMES = ("first", "second")
ONE = Perceptron(
    np.array([[[1.0], [-2.0]], [[0.0], [0.0]]]),
    np.array([[0.5], [0.0]]),
    np.array([[3.0], [0.0]]),
    np.array([1.0, 5.0]),
)
"""Two networks of one unit; the second says 5 of everything."""


def test_the_log_odds_are_the_mean_of_what_the_networks_say() -> None:
    assert ONE.log_odds([2.0, 1.0]) == pytest.approx((3.0 * tanh(2.0 - 2.0 + 0.5) + 1.0 + 5.0) / 2)


def test_too_many_signals_are_refused() -> None:
    with pytest.raises(ValueError, match="size"):
        ONE.log_odds([1.0, 2.0, 3.0])


def test_shapes_that_do_not_fit_together_are_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        Perceptron(ONE.hidden, ONE.hidden_bias, ONE.outer, np.zeros(3))


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "one.npz"
    ONE.save(path, NAMES)
    assert Perceptron.load(path, NAMES).log_odds([2.0, 1.0]) == pytest.approx(ONE.log_odds([2.0, 1.0]))


@pytest.mark.parametrize("signals", [("second", "first"), ("first",), ("first", "third")])
def test_a_file_of_other_signals_is_refused_by_name(tmp_path: Path, signals: tuple[str, ...]) -> None:
    path = tmp_path / "one.npz"
    ONE.save(path, NAMES)
    with pytest.raises(PerceptronError, match="andere signalen"):
        Perceptron.load(path, signals)


@pytest.mark.parametrize("content", [b"", b"PK", b"not an archive"])
def test_a_damaged_file_is_refused_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "one.npz"
    path.write_bytes(content)
    with pytest.raises(PerceptronError, match="Installeer Leerwijzer opnieuw"):
        Perceptron.load(path, NAMES)
