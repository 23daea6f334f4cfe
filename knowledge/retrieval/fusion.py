"""Fusing the rankings of several retrievers into one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.types import ScoredId

RRF_K = 60
"""Damping of reciprocal rank fusion (Cormack, Clarke and Buettcher, 2009)."""


def fuse(rankings: Mapping[str, Sequence[ScoredId]]) -> tuple[ScoredId, ...]:
    """Return all ids by falling sum of 1 / (60 + rank), ties by id."""
    totals: dict[str, float] = {}
    for ranking in rankings.values():
        for rank, hit in enumerate(ranking, start=1):
            totals[hit.id] = totals.get(hit.id, 0.0) + 1 / (RRF_K + rank)
    return tuple(
        ScoredId(id_, score) for id_, score in sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    )
