"""Measure the linker on a MELO folder: `queries.tsv`, `corpus_elements.tsv`, `annotations.tsv`,
`concept_mapping.tsv`.

Metrics as in the evaluation code of MELO (Retyk et al., 2024, https://github.com/Avature/melo-benchmark),
which calls trec_eval on the first 100 elements per query: the reciprocal rank of the first relevant corpus
element (0 beyond rank 100) and success at k. Elements with the same score stand by falling id, as in
trec_eval.

Two rankings are measured. `mrr` and `success@k` are the product's: the linker knows which labels are synonyms
(`concept_mapping.tsv`, part of the corpus) and names every concept once before it repeats one.
`by_similarity` leaves out that mapping and lets repeats stand where they fall, as the authors do for
encoders; its scores still hold the centres of ESCO concepts that the weights remember. Say so wherever a
figure stands beside those of others.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.domain import DomainEmbedder
from knowledge.retrieval.linking import Label, Linker

DEPTH = 100
"""Elements per query that MELO hands to trec_eval."""
CUTS = (1, 5, 10)
RESAMPLES = 2_000
SEED = 20261121
"""Seed of the bootstrap."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class MeloSet:
    """Queries and corpus elements as (id, text), relevant element ids per query id, concept per element id
    (may be empty)."""

    queries: tuple[tuple[str, str], ...]
    elements: tuple[tuple[str, str], ...]
    relevant: Mapping[str, frozenset[str]]
    concepts: Mapping[str, str]

    @classmethod
    def read(cls, folder: Path) -> MeloSet:
        """Read a MELO folder; raise `FileNotFoundError` for a missing file other than the concept mapping."""
        relevant: dict[str, set[str]] = defaultdict(set)
        for query, _, element, grade in _rows(folder / "annotations.tsv", 4):
            if grade != "0":
                relevant[query].add(element)
        mapping = folder / "concept_mapping.tsv"
        return cls(
            queries=tuple((row[0], row[1]) for row in _rows(folder / "queries.tsv", 2)),
            elements=tuple((row[0], row[1]) for row in _rows(folder / "corpus_elements.tsv", 2)),
            relevant={query: frozenset(elements) for query, elements in relevant.items()},
            concepts={row[0]: row[1] for row in _rows(mapping, 2)} if mapping.exists() else {},
        )


@dataclass(frozen=True, slots=True)
class LinkingReport:
    """Figures of one run; `intervals` hold the 95 % interval (low, high) of each figure."""

    dataset: str
    embedder: str
    figures: Mapping[str, float]
    by_similarity: Mapping[str, float]
    intervals: Mapping[str, tuple[float, float]]
    n: int
    latency_ms_p50: float
    latency_ms_p95: float
    per_query: Mapping[str, Mapping[str, float]]

    def as_json(self, *, per_query: bool = False) -> str:
        """Return one JSON object; the metric keys stand at the top. `per_query` adds the values of every query."""
        rounded = {name: round(value, 4) for name, value in self.figures.items()}
        content: dict[str, object] = {
            **rounded,
            "n": self.n,
            "latency_ms_p50": round(self.latency_ms_p50, 3),
            "latency_ms_p95": round(self.latency_ms_p95, 3),
            "intervals": {
                name: [round(low, 4), round(high, 4)] for name, (low, high) in self.intervals.items()
            },
            "by_similarity": {name: round(value, 4) for name, value in self.by_similarity.items()},
            "ranking": "one label of each concept first",
            "dataset": self.dataset,
            "embedder": self.embedder,
        }
        if per_query:
            content["per_query"] = self.per_query
        return json.dumps(content, indent=2, ensure_ascii=False)

    def as_text(self) -> str:
        """Return the figures with their intervals, a line each."""
        lines = [f"{self.dataset}: {self.n} queries, {self.embedder}"]
        for name, value in self.figures.items():
            low, high = self.intervals[name]
            plain = self.by_similarity[name]
            lines.append(
                f"  {name:<11} {value:.3f}  (95 % {low:.3f}-{high:.3f}; by similarity alone {plain:.3f})"
            )
        lines.append(f"  latency     p50 {self.latency_ms_p50:.2f} ms, p95 {self.latency_ms_p95:.2f} ms")
        return "\n".join(lines)


def measured(folder: Path, embedder: DomainEmbedder) -> LinkingReport:
    """Run every query of `folder` through the linker, with and without knowledge of synonyms."""
    melo = MeloSet.read(folder)
    ranks, times = _run(melo, embedder)
    plain, _ = _run(MeloSet(melo.queries, melo.elements, melo.relevant, {}), embedder, grouped=False)
    return LinkingReport(
        dataset=folder.resolve().name,
        embedder=embedder.fingerprint,
        figures=figures_of(ranks),
        by_similarity=figures_of(plain),
        intervals=intervals_of(ranks),
        n=len(ranks),
        latency_ms_p50=float(np.percentile(times, 50)),
        latency_ms_p95=float(np.percentile(times, 95)),
        per_query={
            query: {name: round(value, 4) for name, value in figures_of(ranks[place : place + 1]).items()}
            for place, (query, _) in enumerate(melo.queries)
        },
    )


def first_relevant(order: Sequence[str], relevant: frozenset[str]) -> float:
    """Return the 1-based rank of the first relevant id among the first `DEPTH`, or infinity."""
    for rank, element in enumerate(order[:DEPTH], start=1):
        if element in relevant:
            return float(rank)
    return float("inf")


def figures_of(ranks: Floats) -> dict[str, float]:
    """Return the mean reciprocal rank and success at each cut."""
    successes = {f"success@{cut}": float(np.mean(ranks <= cut)) for cut in CUTS}
    return {"mrr": float(np.mean(1 / ranks)), **successes}


def intervals_of(ranks: Floats) -> dict[str, tuple[float, float]]:
    """Return the 95 % percentile interval of each figure over queries drawn again (bootstrap, seeded)."""
    generator = np.random.default_rng(SEED)
    drawn = [figures_of(ranks[generator.integers(0, len(ranks), len(ranks))]) for _ in range(RESAMPLES)]
    return {
        name: (float(np.percentile(values, 2.5)), float(np.percentile(values, 97.5)))
        for name in drawn[0]
        for values in [[figures[name] for figures in drawn]]
    }


def _run(melo: MeloSet, embedder: DomainEmbedder, *, grouped: bool = True) -> tuple[Floats, Floats]:
    """Return per query the rank of the first relevant element and the milliseconds it took."""
    elements = sorted(melo.elements, reverse=True)
    ids = np.array([element for element, _ in elements])
    linker = Linker.over(
        [Label(text, melo.concepts.get(element, "")) for element, text in elements], embedder
    )
    ranks, times = np.empty(len(melo.queries)), np.empty(len(melo.queries))
    for place, (query, text) in enumerate(melo.queries):
        started = time.perf_counter()
        order = linker.ranking(text, one_per_concept_first=grouped)
        times[place] = (time.perf_counter() - started) * 1000
        ranks[place] = first_relevant(ids[order[:DEPTH]].tolist(), melo.relevant.get(query, frozenset()))
    return ranks, times


def _rows(path: Path, columns: int) -> list[list[str]]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    return [[cell.strip() for cell in row[:columns]] for row in rows]
