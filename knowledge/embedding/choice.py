"""Which embedder the settings mean. A small module: every process of an ingest imports it."""

from __future__ import annotations

from knowledge.config import KnowledgeSettings
from knowledge.embedding.seam import Embedder


def build_embedder(settings: KnowledgeSettings) -> Embedder:
    """Return the embedder that the settings name; only that one is imported."""
    if settings.embedder == "openai":
        from knowledge.embedding.openai import EndpointEmbedder

        return EndpointEmbedder.at(settings.embedding_model, settings.embedding_url, settings.embedding_key)
    if settings.embedder == "hashed":
        from knowledge.embedding.hashed import HashedEmbedder

        return HashedEmbedder()
    from knowledge.embedding.domain import DomainEmbedder

    return DomainEmbedder.shipped()
