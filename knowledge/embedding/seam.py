"""What the rest of the project asks of an embedder: a LangChain `Embeddings` with a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turn texts into unit vectors. The same text gives the same vector, alone or in a batch."""

    @property
    def fingerprint(self) -> str:
        """Name and version of everything that shapes a vector; vectors of two fingerprints never mix."""
        ...

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return float32 of shape (len(texts), dimension), rows of norm 1; a text without content gets a fixed unit vector."""
        ...

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vectors of `texts` as lists (the LangChain `Embeddings` contract)."""
        ...

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of `text` as a list (the LangChain `Embeddings` contract)."""
        ...
