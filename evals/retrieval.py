"""How well a search finds the right documents: BEIR folders in, nDCG@k, MRR and hit@k with intervals out.

BEIR (Thakur et al., 2021) is `corpus.jsonl` (_id, title, text), `queries.jsonl` (_id, text) and
`qrels/test.tsv` (query-id, corpus-id, score, with a header line).
"""

from __future__ import annotations

import csv
import json
import math
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

HIT_DEPTHS = (1, 3, 5, 10)
RESAMPLES = 2_000
"""Bootstrap resamples; the ends of a 95 % interval are then stable to about 0.002."""


class Search(Protocol):
    """Finds documents: the ids of at most `k`, best first, each once."""

    def search(self, query: str, k: int) -> list[str]:
        """Return the ids of the documents for `query`."""
        ...


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the corpus."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question and the grade of each document that answers it (above 0)."""

    id: str
    text: str
    relevant: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Dataset:
    """A corpus and the questions that have at least one relevant document."""

    documents: tuple[Document, ...]
    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with the ends of its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class RetrievalReport:
    """The metrics by name (ndcg@10, mrr, hit@1, ...), the values behind them per query, and the time
    taken."""

    metrics: Mapping[str, Interval]
    per_query: Mapping[str, Mapping[str, float]]
    latency_ms_p50: float
    latency_ms_p95: float

    @property
    def n(self) -> int:
        """The number of questions."""
        return len(self.per_query)

    def to_json(self) -> dict[str, float]:
        """Return the means, n and latencies under the names that the command prints."""
        means = {name: round(interval.mean, 4) for name, interval in self.metrics.items()}
        times = {
            "latency_ms_p50": round(self.latency_ms_p50, 2),
            "latency_ms_p95": round(self.latency_ms_p95, 2),
        }
        return {**means, "n": self.n, **times}

    def to_file(self) -> dict[str, object]:
        """Return what a result file holds: the figures, their intervals, and the values per question."""
        bounds = {name: [round(item.low, 4), round(item.high, 4)] for name, item in self.metrics.items()}
        values = {
            query: {name: round(value, 4) for name, value in found.items()}
            for query, found in self.per_query.items()
        }
        return {**self.to_json(), "intervals": bounds, "per_query": values}


def read_beir(folder: Path) -> Dataset:
    """Read a BEIR folder. Raises `FileNotFoundError` for a missing file and `KeyError` for a missing
    field."""
    documents = tuple(
        Document(row["_id"], row.get("title") or "", row["text"])
        for row in _json_lines(folder / "corpus.jsonl")
    )
    relevant: dict[str, dict[str, int]] = {}
    with (folder / "qrels" / "test.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if int(row["score"]) > 0:
                relevant.setdefault(row["query-id"], {})[row["corpus-id"]] = int(row["score"])
    queries = tuple(
        Query(row["_id"], row["text"], relevant[row["_id"]])
        for row in _json_lines(folder / "queries.jsonl")
        if row["_id"] in relevant
    )
    return Dataset(documents, queries)


def _json_lines(path: Path) -> list[dict[str, str]]:
    """Read one JSON object per line."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def write_policyqa_as_beir(source: Path, folder: Path) -> None:
    """Write the policyqa files (documents.jsonl, questions.jsonl) as a BEIR folder."""
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    documents, questions = (_json_lines(source / name) for name in ("documents.jsonl", "questions.jsonl"))
    _write_lines(
        folder / "corpus.jsonl", [{"_id": row["id"], "title": "", "text": row["text"]} for row in documents]
    )
    _write_lines(folder / "queries.jsonl", [{"_id": row["id"], "text": row["question"]} for row in questions])
    pairs = "".join(f"{row['id']}\t{row['document']}\t1\n" for row in questions)
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\n" + pairs, "utf-8")


def _write_lines(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """Write one JSON object per line."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def ndcg(found: Sequence[str], relevant: Mapping[str, int], k: int) -> float:
    """Return nDCG@k with gain = grade and discount = log2(rank + 1), as trec_eval and BEIR count it."""
    gained = sum(relevant.get(name, 0) / math.log2(rank + 1) for rank, name in enumerate(found[:k], 1))
    best = sorted(relevant.values(), reverse=True)[:k]
    ideal = sum(grade / math.log2(rank + 1) for rank, grade in enumerate(best, 1))
    return gained / ideal if ideal else 0.0


def reciprocal_rank(found: Sequence[str], relevant: Mapping[str, int]) -> float:
    """Return 1 / rank of the first relevant document, 0 if none was found."""
    return next((1.0 / rank for rank, name in enumerate(found, 1) if relevant.get(name, 0) > 0), 0.0)


def hit(found: Sequence[str], relevant: Mapping[str, int], k: int) -> float:
    """Return 1 if one of the first k is relevant, else 0."""
    return float(any(relevant.get(name, 0) > 0 for name in found[:k]))


def bootstrap(values: Sequence[float], seed: int = 0) -> Interval:
    """Return the mean with its 95 % percentile bootstrap interval; all 0 for no values."""
    if not values:
        return Interval(0.0, 0.0, 0.0)
    chance = random.Random(seed)  # noqa: S311
    count = len(values)
    means = sorted(sum(chance.choices(values, k=count)) / count for _ in range(RESAMPLES))
    return Interval(sum(values) / count, means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES) - 1])


def evaluate(
    dataset: Dataset,
    search: Search,
    k: int = 10,
    depth: int = 100,
    clock: Callable[[], float] = time.perf_counter,
) -> RetrievalReport:
    """Ask every question and measure: nDCG@k, MRR over the first `depth`, hits, and the time per question."""
    per_query: dict[str, dict[str, float]] = {}
    times: list[float] = []
    for query in dataset.queries:
        started = clock()
        found = search.search(query.text, depth)
        times.append((clock() - started) * 1000.0)
        per_query[query.id] = _measures(found, query.relevant, k)
    names = (f"ndcg@{k}", "mrr", *(f"hit@{depth_}" for depth_ in HIT_DEPTHS))
    metrics = {name: bootstrap([values[name] for values in per_query.values()]) for name in names}
    return RetrievalReport(metrics, per_query, percentile(times, 50), percentile(times, 95))


def _measures(found: Sequence[str], relevant: Mapping[str, int], k: int) -> dict[str, float]:
    """Return all metrics of one question."""
    hits = {f"hit@{depth}": hit(found, relevant, depth) for depth in HIT_DEPTHS}
    return {f"ndcg@{k}": ndcg(found, relevant, k), "mrr": reciprocal_rank(found, relevant), **hits}


def percentile(values: Sequence[float], share: float) -> float:
    """Return the nearest-rank percentile; 0 for no values."""
    if not values:
        return 0.0
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share / 100 * len(ordered)) - 1)]


def distinct_sources(passages: Sequence[str], source_of: Callable[[str], str]) -> list[str]:
    """Return the sources of ranked passages, each once, by its best passage."""
    return list(dict.fromkeys(source_of(passage) for passage in passages))


def as_table(report: RetrievalReport) -> str:
    """Return the report as lines a person reads."""
    lines = [
        f"{name:8} {value.mean:.3f}  [{value.low:.3f}, {value.high:.3f}]"
        for name, value in report.metrics.items()
    ]
    times = f"latency  p50 {report.latency_ms_p50:.1f} ms, p95 {report.latency_ms_p95:.1f} ms"
    return "\n".join((*lines, times, f"n        {report.n}"))
