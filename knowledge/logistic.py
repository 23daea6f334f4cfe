"""A logistic model over signals, read from a data file that `tools` fitted. Pure but for reading the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

import numpy as np

from knowledge.data_files import read_data


@dataclass(frozen=True, slots=True)
class LogisticModel:
    """What speaks for something from the start, and what each signal adds: log odds, in the order of the signals.

    A model with bars of its own is a subclass with those as further numbers.
    """

    bias: float
    coefficients: tuple[float, ...]

    @classmethod
    def read(cls, path: Path, signals: Sequence[str]) -> Self:
        """Return the model in a data file, with its coefficients in the order of `signals`.

        The file has `bias`, `coefficients` by signal, and each further number of the class under its name; `KeyError` for one that it lacks.
        """
        raw = read_data(path)
        numbers = {one.name: float(raw[one.name]) for one in fields(cls) if one.name != "coefficients"}
        return cls(coefficients=tuple(float(raw["coefficients"][name]) for name in signals), **numbers)

    def log_odds(self, signals: Sequence[float]) -> float:
        """Return the log odds of what has these signals. Raises `ValueError` for more or fewer than there are coefficients."""
        return self.bias + float(np.dot(signals, self.coefficients))

    def chance(self, signals: Sequence[float]) -> float:
        """Return the chance, 0 to 1, of what has these signals."""
        return float(1.0 / (1.0 + np.exp(-self.log_odds(signals))))
