"""Multilayer perceptrons over signals, read from numbers that `tools` fitted: what signals say together, and not each alone.

One hidden layer of tanh (Rumelhart, Hinton & Williams 1986, "Learning representations by back-propagating errors", Nature 323); several
that were fitted from other beginnings are averaged (Hansen & Salamon 1990, "Neural network ensembles", IEEE PAMI 12). Pure but for
reading the file.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import KnowledgeError

Floats = NDArray[np.float64]


class PerceptronError(KnowledgeError):
    """The numbers of a perceptron cannot be used."""

    def __init__(self, path: Path, found: str) -> None:
        self.path, self.found = path, found
        super().__init__(
            f"De getallen in {path} zijn niet bruikbaar ({found}). Installeer Leerwijzer opnieuw, of maak ze "
            f"met `python -m tools.{path.stem} MAP --write`."
        )


@dataclass(frozen=True, slots=True)
class Perceptron:
    """The log odds of what has `n` signals: the mean of what `k` networks with `h` hidden units each say.

    `hidden` (k, n, h) and `hidden_bias` (k, h) give the units, `outer` (k, h) and `outer_bias` (k,) the log odds.
    """

    hidden: Floats
    hidden_bias: Floats
    outer: Floats
    outer_bias: Floats

    def __post_init__(self) -> None:
        """Raise `ValueError` where the shapes do not fit together."""
        networks, _, units = self.hidden.shape
        shapes = (self.hidden_bias.shape, self.outer.shape, self.outer_bias.shape)
        if shapes != ((networks, units), (networks, units), (networks,)):
            raise ValueError(f"shapes {self.hidden.shape} and {shapes} do not fit together")

    def log_odds(self, signals: Sequence[float]) -> float:
        """Return the log odds of what has these signals. Raises `ValueError` for more or fewer than the networks have."""
        inner = np.tanh(np.asarray(signals, np.float64) @ self.hidden + self.hidden_bias)
        return float(((inner * self.outer).sum(axis=1) + self.outer_bias).mean())

    def save(self, path: Path, signals: Sequence[str]) -> None:
        """Write the numbers to `path` with the names of the signals, each number in four bytes."""
        with path.open("wb") as file:
            np.savez_compressed(
                file,
                signals=np.array(signals),
                hidden=self.hidden.astype(np.float32),
                hidden_bias=self.hidden_bias.astype(np.float32),
                outer=self.outer.astype(np.float32),
                outer_bias=self.outer_bias.astype(np.float32),
            )

    @classmethod
    def load(cls, path: Path, signals: Sequence[str]) -> Perceptron:
        """Read the numbers; raise `PerceptronError` when the file is missing, damaged or of other signals than `signals`."""
        try:
            with np.load(path, allow_pickle=False) as arrays:
                named = tuple(arrays["signals"].tolist())
                found = cls(*(arrays[name].astype(np.float64) for name in cls.__slots__))
        except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile) as error:
            raise PerceptronError(path, str(error) or type(error).__name__) from error
        if named != tuple(signals):
            other = sorted(set(named) ^ set(signals))
            raise PerceptronError(path, f"andere signalen: {', '.join(other) or 'in een andere volgorde'}")
        return found
