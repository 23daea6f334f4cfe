"""Putting the rankings of several retrievers into one. Pure functions over ids and scores."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.types import RetrieverRank

RRF_K = 60
"""Damping of reciprocal rank fusion (Cormack, Clarke & Buettcher, SIGIR 2009)."""

KEYWORD, DENSE = "keyword", "dense"
"""The names of the retrievers, as `RetrieverRank.retriever` gives them."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What one retriever found: ids with scores, best first, and how much it counts."""

    retriever: str
    found: tuple[tuple[str, float], ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Fused:
    """An id with its fused score and the rank and score that each retriever gave it."""

    id: str
    score: float
    ranks: tuple[RetrieverRank, ...]


def fuse_ranks(rankings: Sequence[Ranking], k: int = RRF_K) -> tuple[Fused, ...]:
    """Fuse by reciprocal ranks: the sum of weight / (k + rank). Best first; equal scores by id."""
    return _ordered(
        rankings,
        [[ranking.weight / (k + rank + 1) for rank in range(len(ranking.found))] for ranking in rankings],
        0.0,
    )


def fuse_scores(rankings: Sequence[Ranking]) -> tuple[Fused, ...]:
    """Fuse by standardised scores: the weighted sum of z-scores over what each retriever found.

    What a retriever did not find gets its lowest z-score, or 0 where it found nothing at all. Best first;
    equal scores by id.
    """
    shares = [
        [ranking.weight * z for z in z_scores([score for _, score in ranking.found])] for ranking in rankings
    ]
    return _ordered(rankings, shares, None)


def z_scores(scores: Sequence[float]) -> list[float]:
    """Return (score - mean) / standard deviation; zeros where all are equal."""
    if not scores:
        return []
    mean = math.fsum(scores) / len(scores)
    deviation = math.sqrt(math.fsum((score - mean) ** 2 for score in scores) / len(scores))
    if deviation <= 1e-12 * max(1.0, abs(mean)):
        return [0.0] * len(scores)
    return [(score - mean) / deviation for score in scores]


def _ordered(
    rankings: Sequence[Ranking], shares: Sequence[Sequence[float]], missing: float | None
) -> tuple[Fused, ...]:
    """Add up what each ranking gives each id; `missing` is for ids it lacks, None is its lowest share."""
    ranks: dict[str, list[RetrieverRank]] = {}
    for ranking in rankings:
        for rank, (name, score) in enumerate(ranking.found, 1):
            ranks.setdefault(name, []).append(RetrieverRank(ranking.retriever, rank, score))
    given = []
    for ranking, share in zip(rankings, shares, strict=True):
        lack = min(share, default=0.0) if missing is None else missing
        of_name = dict(zip((name for name, _ in ranking.found), share, strict=True))
        given.append([of_name.get(name, lack) for name in ranks])
    totals = dict(zip(ranks, map(math.fsum, zip(*given, strict=True)), strict=True))
    return tuple(
        Fused(name, totals[name], tuple(ranks[name]))
        for name in sorted(ranks, key=lambda name: (-totals[name], name))
    )


_CODE = re.compile(r"\b\d{4,}\b|\b[A-Z]{2,}[ -]?\d+\b|\"[^\"]+\"")
_NAME = re.compile(r"(?<=[^.!?\s] )[A-Z][\w-]+|\b[A-Z]{3,}\b|\b\w*[a-z][A-Z]\w*")

DENSE_SHARE = {"nl": 0.1, "en": 0.3, "de": 0.3}
"""Weight of the vectors beside keyword weight 1, per language of the question: a foreign word that the glossary lacks meets
Dutch passages through the vectors alone.

Measured with the domain embedder on the tuning half of evals/datasets/twins.jsonl: for English and German 0.1 to 0.4 did
equally well (hit@5 1.00), 0.6 lost one English question of 32 and 0 ranked German worse; Dutch lost from 1.0 on."""

CODE_SHARE = 0.25
"""What a code or quoted phrase leaves of the weight of the vectors: it is found literally or not at all."""

NAME_SHARE = 0.6
"""The same for a question with a name in it."""


def question_weights(question: str, language: str) -> Mapping[str, float]:
    """Return the weight of each retriever for `question`, the keyword side being 1."""
    dense = DENSE_SHARE.get(language, DENSE_SHARE["nl"])
    if _CODE.search(question):
        dense *= CODE_SHARE
    elif language != "de" and _NAME.search(question):
        dense *= NAME_SHARE
    return {KEYWORD: 1.0, DENSE: dense}


def at_most_per_source(ids: Sequence[str], source_of: Mapping[str, str], most: int = 2) -> tuple[str, ...]:
    """Return `ids` in order with at most `most` of each source."""
    taken: dict[str, int] = {}
    kept: list[str] = []
    for name in ids:
        source = source_of[name]
        taken[source] = taken.get(source, 0) + 1
        if taken[source] <= most:
            kept.append(name)
    return tuple(kept)
