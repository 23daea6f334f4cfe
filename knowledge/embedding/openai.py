"""Vectors from OpenAI or any endpoint that speaks its API, through LangChain. An upgrade, never needed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from knowledge.embedding.seam import Vectors
from knowledge.errors import EmbedderUnavailableError

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

BATCH = 256
"""Texts per request: OpenAI accepts 2,048, several compatible servers far fewer."""

LONGEST_TEXT = 8_000
"""Characters; the models read 8,191 tokens, and a passage has about 1,200 characters."""


class EndpointEmbedder:
    """An `Embedder` over a LangChain `Embeddings`. The dimension is learned from the first answer."""

    def __init__(self, inner: Embeddings, model: str, url: str) -> None:
        self._inner = inner
        place = hashlib.sha256(url.encode()).hexdigest()[:8]
        self.fingerprint = f"endpoint-{model}-{place}"[:80]
        self._dimension = 0

    @classmethod
    def at(cls, model: str, url: str, key: str) -> EndpointEmbedder:
        """Use `model` at the endpoint `url` ("" is OpenAI's own)."""
        from langchain.embeddings import init_embeddings

        inner = init_embeddings(
            f"openai:{model}",
            api_key=key or "none",
            base_url=url or None,
            check_embedding_ctx_length=False,
            chunk_size=BATCH,
            max_retries=2,
            timeout=30,
        )
        return cls(inner, model, url)

    @property
    def dimension(self) -> int:
        """Length of a vector; asks the endpoint once."""
        if not self._dimension:
            self._dimension = len(self.embed_query("lengte"))
        return self._dimension

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return the unit vectors of `texts`; raise `EmbedderUnavailableError` when the endpoint does not give them."""
        from openai import OpenAIError

        readable = [text[:LONGEST_TEXT] or " " for text in texts]
        try:
            rows = np.asarray(self._inner.embed_documents(readable), dtype=np.float32)
        except (OpenAIError, ValueError, OSError) as error:
            raise EmbedderUnavailableError(self.fingerprint, str(error)) from error
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: Vectors = np.divide(rows, norms, out=np.zeros_like(rows), where=norms > 0)
        return unit

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vectors of `texts` as lists."""
        return [[float(value) for value in row] for row in self.vectors(texts)]

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of `text` as a list."""
        return self.embed_documents([text])[0]
