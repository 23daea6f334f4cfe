"""Two result files, question by question: who is better, and could it be chance?

Both files must come from the same questions. A difference is B minus A; its interval is a percentile bootstrap over the
paired differences, so that what makes a question hard for both does not blur it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from evals.retrieval import bootstrap
from knowledge.errors import KnowledgeError

LOW_IS_GOOD = frozenset(["processor_ms", "wrong"])
"""Metrics of which less is better."""

PerQuery = Mapping[str, Mapping[str, float]]


class ResultsError(KnowledgeError):
    """A file that holds no results to compare, or two that do not belong together."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One metric over the questions that both files have: the means, B minus A with its 95 % interval, and on how many
    questions B is better and worse."""

    metric: str
    mean_a: float
    mean_b: float
    difference: float
    low: float
    high: float
    better: int
    worse: int
    n: int

    @property
    def is_clear(self) -> bool:
        """Whether the interval excludes 0."""
        return self.low > 0 or self.high < 0


def read_per_query(path: Path) -> PerQuery:
    """Return the values per question of a result file, or of the summary.json of a run folder.

    Raises `ResultsError` where it has none.
    """
    path = path / "summary.json" if path.is_dir() else path
    try:
        content = json.loads(path.read_text("utf-8"))
        per_query: PerQuery = content["per_query"]
    except (ValueError, KeyError, TypeError) as error:
        message = f"{path} heeft geen waarden per vraag (per_query). Maak het met `python -m evals ... --out {path}`."
        raise ResultsError(message) from error
    return per_query


def compared(first: PerQuery, second: PerQuery) -> tuple[Difference, ...]:
    """Return the difference of each metric that both have, over the questions that both have, by name.

    Raises `ResultsError` when they share no question or no metric.
    """
    shared = [name for name in first if name in second]
    metrics = sorted({metric for name in shared for metric in first[name] if metric in second[name]})
    if not metrics:
        raise ResultsError(
            "De twee bestanden delen geen vraag met dezelfde maat. Vergelijk runs over dezelfde vragen."
        )
    return tuple(_difference(metric, first, second, shared) for metric in metrics)


def _difference(metric: str, first: PerQuery, second: PerQuery, shared: list[str]) -> Difference:
    """Compare one metric over the questions that have it in both."""
    pairs = [
        (first[name][metric], second[name][metric])
        for name in shared
        if metric in first[name] and metric in second[name]
    ]
    differences = [b - a for a, b in pairs]
    interval = bootstrap(differences)
    count = len(pairs)
    sign = -1 if metric in LOW_IS_GOOD else 1
    return Difference(
        metric=metric,
        mean_a=sum(a for a, _ in pairs) / count,
        mean_b=sum(b for _, b in pairs) / count,
        difference=interval.mean,
        low=interval.low,
        high=interval.high,
        better=sum(1 for value in differences if sign * value > 0),
        worse=sum(1 for value in differences if sign * value < 0),
        n=count,
    )


def as_json(differences: tuple[Difference, ...]) -> str:
    """Return one JSON object by metric."""
    rows = {
        item.metric: {key: value for key, value in asdict(item).items() if key != "metric"}
        for item in differences
    }
    return json.dumps(rows, indent=1)


def as_table(differences: tuple[Difference, ...]) -> str:
    """Return a line per metric; a star marks intervals that exclude 0."""
    width = max(11, *(len(item.metric) for item in differences))
    return "\n".join(
        f"{item.metric:{width}} A {item.mean_a:.3f}  B {item.mean_b:.3f}  B-A {item.difference:+.3f} [{item.low:+.3f}, {item.high:+.3f}]"
        f"{'*' if item.is_clear else ' '} better {item.better}, worse {item.worse}, n {item.n}"
        for item in differences
    )
