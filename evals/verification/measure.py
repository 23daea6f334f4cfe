"""Run the measurement: how many true sentences are kept, and how many planted errors pass, with intervals."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from evals.verification import documents, records
from evals.verification.cases import Case, checked, read_paraphrases
from evals.verification.planting import PLANTERS, planted

SEED = 7
ERRORS = 10_000
PARTS = ("tune", "test")
Z = 1.959964
"""Of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many, with the 95 % interval of Wilson (1927), which holds near 0 and 1 too."""

    count: int
    of: int

    @property
    def share(self) -> float:
        """The share, 0 when there is nothing to count."""
        return self.count / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share."""
        if not self.of:
            return 0.0, 1.0
        square = Z * Z / self.of
        middle = self.share + square / 2
        spread = Z * math.sqrt(self.share * (1 - self.share) / self.of + square / (4 * self.of))
        return max(0.0, (middle - spread) / (1 + square)), min(1.0, (middle + spread) / (1 + square))

    def to_json(self) -> dict[str, float]:
        """Return the figures as JSON holds them."""
        low, high = self.interval
        return {
            "count": self.count,
            "of": self.of,
            "share": round(self.share, 4),
            "low": round(low, 4),
            "high": round(high, 4),
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case and the reason why it is not shown, or ""."""

    case: Case
    reason: str

    @property
    def is_kept(self) -> bool:
        """Whether the sentence would be shown."""
        return not self.reason


@dataclass(frozen=True, slots=True)
class Report:
    """All outcomes of one part."""

    part: str
    outcomes: tuple[Outcome, ...]

    def rates(self) -> Iterator[tuple[str, str, Rate]]:
        """Yield (what, of what, how many were shown): true sentences by origin and language, errors by kind and origin."""
        true = [one for one in self.outcomes if not one.case.planted]
        yield "true kept", "all", _rate(true)
        for origin in dict.fromkeys(one.case.origin for one in true):
            same = [one for one in true if one.case.origin == origin]
            yield "true kept", origin, _rate(same)
            for language in sorted({one.case.language for one in same}):
                spoken = [one for one in same if one.case.language == language]
                yield "true kept", f"{origin}, {language}", _rate(spoken)
        for kind in PLANTERS:
            wrong = [one for one in self.outcomes if one.case.planted == kind]
            yield f"{kind} passed", "all", _rate(wrong)
            for origin in dict.fromkeys(one.case.origin for one in true):
                yield f"{kind} passed", origin, _rate([one for one in wrong if one.case.origin == origin])


def _rate(outcomes: Sequence[Outcome]) -> Rate:
    return Rate(sum(one.is_kept for one in outcomes), len(outcomes))


def true_cases(seed: int = SEED) -> list[Case]:
    """Return all true sentences: reworded documents, worded records, and those written by hand."""
    return [*documents.true_sentences(seed), *records.true_sentences(seed), *read_paraphrases()]


def measured(errors: int = ERRORS, seed: int = SEED, workers: int = 2) -> tuple[Report, ...]:
    """Check every true sentence of each part and its half of the planted errors."""
    true = true_cases(seed)
    reports = []
    with ProcessPoolExecutor(workers) as pool:
        for part in PARTS:
            own = [case for case in true if case.part == part]
            cases = [*own, *planted(own, errors // len(PARTS), seed + 4)]
            reasons = pool.map(checked, cases, chunksize=50)
            reports.append(Report(part, tuple(map(Outcome, cases, reasons))))
    return tuple(reports)


def as_json(reports: Iterable[Report]) -> str:
    """Return the rates of all parts as one JSON object."""
    content = {
        report.part: {f"{what}, {of_what}": rate.to_json() for what, of_what, rate in report.rates()}
        for report in reports
    }
    return json.dumps({"seed": SEED, **content}, indent=1, ensure_ascii=False)


def as_table(reports: Iterable[Report]) -> str:
    """Return the rates of all parts as lines of text."""
    lines = []
    for report in reports:
        for what, of_what, rate in report.rates():
            low, high = rate.interval
            figures = f"{rate.count:5} of {rate.of:5}  {rate.share:7.4f}  [{low:.4f}, {high:.4f}]"
            lines.append(f"{report.part:5} {what:17} {of_what:26} {figures}")
    return "\n".join(lines)


def misses(reports: Iterable[Report]) -> Iterator[str]:
    """Yield lines on what went wrong in the part that may be tuned on: lost sentences and errors that passed."""
    for report in reports:
        for one in report.outcomes:
            if report.part == "tune" and one.is_kept == bool(one.case.planted):
                yield f"{one.case.planted or 'lost'} | {one.reason} | {one.case.sentence}"
