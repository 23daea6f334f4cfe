"""Do the same questions in English and German find the Dutch passages that their Dutch originals find?

`datasets/twins.jsonl` holds an object a line: `id`, `addresses` (documents of the bundled library that answer it, relative
to its root, the main one first), and the question in `nl`, `en` and, of some, `de`. A question counts as a hit at k when one
of the first k passages is of such a document; the language is detected by the product, not given to it.

The questions are divided by their main document: what was tuned on a document says nothing of the "test" half.
"""

from __future__ import annotations

import json
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from evals.retrieval import Interval, bootstrap, percentile

TWINS = Path(__file__).parent / "datasets" / "twins.jsonl"
LANGUAGES = ("nl", "en", "de")
PARTS = ("tune", "test")
DEPTHS = (1, 5)
LOOKED_AT = 10
"""Passages asked for; the rank of the right one is not followed beyond."""


class PassageSearch(Protocol):
    """Finds passages: the address of the document of each, best first."""

    def addresses(self, question: str, k: int) -> list[str]:
        """Return the addresses of at most `k` passages; a document may come more than once."""
        ...


@dataclass(frozen=True, slots=True)
class Twin:
    """One question in one language; `original` is shared by its twins."""

    original: str
    language: str
    text: str
    addresses: tuple[str, ...]

    @property
    def id(self) -> str:
        """The original with the language."""
        return f"{self.original}/{self.language}"

    @property
    def part(self) -> str:
        """Return "tune" or "test", by the main document (CRC-32, so that nobody chose)."""
        return PARTS[zlib.crc32(self.addresses[0].encode()) % 2]


@dataclass(frozen=True, slots=True)
class TwinReport:
    """The rank of the first right passage per question (0: not among those looked at), and the time taken."""

    ranks: Mapping[str, int]
    languages: Mapping[str, str]
    latency_ms_p50: float
    latency_ms_p95: float

    def metrics(self, language: str) -> dict[str, Interval]:
        """Return hit@1 and hit@5 over the questions in `language`, with 95 % bootstrap intervals."""
        ranks = [rank for name, rank in self.ranks.items() if self.languages[name] == language]
        return {f"hit@{depth}": bootstrap([float(0 < rank <= depth) for rank in ranks]) for depth in DEPTHS}

    def to_json(self) -> dict[str, object]:
        """Return the means and intervals per language, and the hits of every question under `per_query`."""
        figures: dict[str, object] = {}
        for language in LANGUAGES:
            count = sum(1 for other in self.languages.values() if other == language)
            if count:
                metrics = self.metrics(language)
                means = {name: round(interval.mean, 4) for name, interval in metrics.items()}
                bounds = {name: [round(i.low, 4), round(i.high, 4)] for name, i in metrics.items()}
                figures[language] = {**means, "intervals": bounds, "n": count}
        times = {
            "latency_ms_p50": round(self.latency_ms_p50, 2),
            "latency_ms_p95": round(self.latency_ms_p95, 2),
        }
        per_query = {
            name: {f"hit@{depth}": float(0 < rank <= depth) for depth in DEPTHS}
            for name, rank in self.ranks.items()
        }
        return {**figures, "n": len(self.ranks), **times, "per_query": per_query}

    def as_table(self) -> str:
        """Return the figures as lines a person reads."""
        lines = []
        for language in LANGUAGES:
            for name, interval in self.metrics(language).items():
                if language in self.languages.values():
                    lines.append(
                        f"{language} {name}  {interval.mean:.3f}  [{interval.low:.3f}, {interval.high:.3f}]"
                    )
        lines.append(
            f"latency   p50 {self.latency_ms_p50:.1f} ms, p95 {self.latency_ms_p95:.1f} ms, n {len(self.ranks)}"
        )
        return "\n".join(lines)


def read_twins(path: Path = TWINS, part: str = "all") -> tuple[Twin, ...]:
    """Read the questions of "tune", "test" or "all", each language on its own."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    twins = (
        Twin(row["id"], language, row[language], tuple(row["addresses"]))
        for row in rows
        for language in LANGUAGES
        if language in row
    )
    return tuple(twin for twin in twins if part in ("all", twin.part))


def ask_twins(
    twins: Sequence[Twin], search: PassageSearch, clock: Callable[[], float] = time.perf_counter
) -> TwinReport:
    """Ask every question and note the rank of the first passage of a right document."""
    ranks: dict[str, int] = {}
    times: list[float] = []
    for twin in twins:
        started = clock()
        found = search.addresses(twin.text, LOOKED_AT)
        times.append((clock() - started) * 1000.0)
        ranks[twin.id] = next((rank for rank, address in enumerate(found, 1) if address in twin.addresses), 0)
    languages = {twin.id: twin.language for twin in twins}
    return TwinReport(ranks, languages, percentile(times, 50), percentile(times, 95))
