"""Keyword and vector search over one generation, fused, filtered, at most two passages per document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.embedding.seam import Embedder
from knowledge.retrieval.fusion import fuse
from knowledge.store.generations import GenerationReader, OpenGeneration
from knowledge.store.sources import SourceStore
from knowledge.types import Audience, Hit, Passage, RetrieverRank, ScoredId, Source

POOL = 60
"""Candidates asked of each retriever; widened when filters leave too few."""

PER_SOURCE = 2
"""Passages of one document among the hits: a stuffed document cannot crowd out the others."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for, for whom, and on which day; `limit` is the most hits wanted."""

    text: str
    audience: Audience
    today: date
    limit: int = 8


class HybridRetriever:
    """Finds passages. Thread-safe; each search reads one generation from start to end."""

    def __init__(self, reader: GenerationReader, store: SourceStore, embedder: Embedder) -> None:
        self._reader = reader
        self._store = store
        self._embedder = embedder

    def retrieve(self, query: Query) -> tuple[Hit, ...]:
        """Return at most `query.limit` hits, best first; empty for a question without words.

        Raises `NoGenerationError` when there is no index.
        """
        if not query.text.strip():
            return ()
        with self._reader.reading() as generation:
            total = sum(
                generation.manifest.counts.get(audience.value, 0) for audience in query.audience.visible
            )
            pool = POOL
            while True:
                hits = self._search(generation, query, pool)
                if len(hits) >= query.limit or pool >= total:
                    return hits
                pool *= 4

    def _search(self, generation: OpenGeneration, query: Query, pool: int) -> tuple[Hit, ...]:
        visible = query.audience.visible
        vector = self._embedder.vectors([query.text])[0]
        dense = [hit for audience in visible for hit in generation.vectors.search(audience, vector, pool)]
        dense = sorted(dense, key=lambda hit: (-hit.score, hit.id))[:pool]
        rankings = {
            "keyword": generation.keywords.search(query.text, visible, pool, None),
            "vector": tuple(dense),
        }
        return self._filtered(fuse(rankings), rankings, query)

    def _filtered(
        self, fused: Sequence[ScoredId], rankings: dict[str, tuple[ScoredId, ...]], query: Query
    ) -> tuple[Hit, ...]:
        passages = self._store.passages_by_id([scored.id for scored in fused])
        sources = self._store.sources_of(sorted({passage.version for passage in passages.values()}))
        ranks = _ranks(rankings)
        hits: list[Hit] = []
        taken: dict[str, int] = {}
        for scored in fused:
            passage = passages.get(scored.id)
            if passage is None or not _may_show(sources.get(passage.version), query):
                continue
            if taken.get(passage.source_id, 0) < PER_SOURCE:
                taken[passage.source_id] = taken.get(passage.source_id, 0) + 1
                hits.append(_hit(passage, sources[passage.version], scored.score, ranks))
            if len(hits) == query.limit:
                break
        return tuple(hits)


def _may_show(source: Source | None, query: Query) -> bool:
    return (
        source is not None and source.audience in query.audience.visible and source.is_valid_on(query.today)
    )


def _hit(passage: Passage, source: Source, score: float, ranks: dict[str, list[RetrieverRank]]) -> Hit:
    return Hit(passage, source, score, tuple(ranks.get(passage.id, ())))


def _ranks(rankings: dict[str, tuple[ScoredId, ...]]) -> dict[str, list[RetrieverRank]]:
    ranks: dict[str, list[RetrieverRank]] = {}
    for retriever, scored in rankings.items():
        for rank, hit in enumerate(scored, start=1):
            ranks.setdefault(hit.id, []).append(RetrieverRank(retriever, rank, hit.score))
    return ranks
