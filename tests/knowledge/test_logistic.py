"""A logistic model is read by the names of its signals, and turns signals into log odds and a chance."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.logistic import LogisticModel

SIGNALS = ("near", "far")
MODEL = LogisticModel(1.0, (2.0, -3.0))


@dataclass(frozen=True, slots=True)
class Barred(LogisticModel):
    """A model with a bar."""

    enough: float


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "model.yaml"
    path.write_text("bias: 1\nenough: 0.5\ncoefficients:\n  far: -3.0\n  near: 2\n", "utf-8")
    return path


def test_coefficients_are_read_in_the_order_of_the_signals(file: Path) -> None:
    assert LogisticModel.read(file, SIGNALS) == MODEL


def test_a_bar_is_read_under_its_own_name(file: Path) -> None:
    assert Barred.read(file, SIGNALS) == Barred(1.0, (2.0, -3.0), enough=0.5)


@pytest.mark.parametrize("lacked", ["bias", "enough", "near"])
def test_a_file_that_lacks_a_number_names_it(file: Path, lacked: str) -> None:
    file.write_text(file.read_text("utf-8").replace(lacked, "other"), "utf-8")
    with pytest.raises(KeyError, match=lacked):
        Barred.read(file, SIGNALS)


def test_signals_of_another_number_than_the_coefficients_are_refused() -> None:
    with pytest.raises(ValueError, match="aligned"):
        MODEL.log_odds((1.0, 1.0, 1.0))


def test_even_odds_are_a_chance_of_a_half() -> None:
    assert MODEL.log_odds((1.0, 1.0)) == pytest.approx(0.0)
    assert MODEL.chance((1.0, 1.0)) == pytest.approx(0.5)


@given(st.floats(-15.0, 15.0), st.floats(-5.0, 5.0))
def test_a_chance_is_that_of_its_odds_and_lies_between_0_and_1(near: float, far: float) -> None:
    chance, odds = MODEL.chance((near, far)), MODEL.log_odds((near, far))
    assert 0.0 <= chance <= 1.0
    assert chance == pytest.approx(exp(odds) / (1 + exp(odds)))
    if 1e-6 < chance < 1 - 1e-6:
        assert log(chance / (1 - chance)) == pytest.approx(odds, abs=1e-5)
