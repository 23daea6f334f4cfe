"""What a run comes to: each measure with its interval, the same by kind, language and style, and the time per answer."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from evals.conversation.measures import MEASURES, TIMES
from evals.conversation.types import Case, Figure, ScoredCase
from evals.retrieval import Interval, bootstrap, percentile

RESAMPLES_OF_TIMES = 500
"""A percentile is sorted anew each time; its interval is then stable to about a tenth of its width."""

GROUPINGS: Mapping[str, Callable[[Case], str]] = {
    "family": lambda case: case.family,
    "kind": lambda case: case.kind,
    "language": lambda case: case.language.value,
    "style": lambda case: case.style,
    "split": lambda case: case.split,
}
"""How cases are grouped in the tables."""

Table = Mapping[str, Mapping[str, Figure]]
"""Figures by group and measure; the interval of a group is left at its mean, since most groups are small."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a run by measure, by group, and the values behind them by case."""

    figures: Mapping[str, Figure]
    tables: Mapping[str, Table]
    per_case: Mapping[str, Mapping[str, float]]
    n: int

    def to_json(self) -> dict[str, Any]:
        """Return the content of summary.json; `per_query` is what `python -m evals compare` reads."""
        return {
            "n": self.n,
            "figures": {name: _figure(one) for name, one in self.figures.items()},
            "tables": {
                grouping: {
                    group: {
                        name: {"mean": round(one.interval.mean, 4), "n": one.n} for name, one in row.items()
                    }
                    for group, row in table.items()
                }
                for grouping, table in self.tables.items()
            },
            "per_query": {
                id_: {name: round(value, 4) for name, value in row.items()}
                for id_, row in self.per_case.items()
            },
        }


def summarised(scored: Sequence[ScoredCase]) -> Summary:
    """Return what the scores come to; measures that no case has are left out."""
    figures = {
        measure.name: Figure(bootstrap(list(values.values())), len(values))
        for measure in MEASURES
        if (values := measure.values(scored))
    }
    replies = [turn.reply for one in scored for turn in one.turns]
    if replies:
        figures |= {
            time.name: Figure(slowest([time.of(one) for one in replies]), len(replies)) for time in TIMES
        }
    tables = {name: _table(scored, group_of) for name, group_of in GROUPINGS.items()}
    return Summary(figures, tables, _per_case(scored), len(scored))


def slowest(times: Sequence[float], seed: int = 0) -> Interval:
    """Return the 95th percentile with its 95 % percentile bootstrap interval."""
    chance = random.Random(seed)  # noqa: S311
    count = len(times)
    resampled = sorted(percentile(chance.choices(times, k=count), 95) for _ in range(RESAMPLES_OF_TIMES))
    low, high = resampled[int(0.025 * RESAMPLES_OF_TIMES)], resampled[int(0.975 * RESAMPLES_OF_TIMES) - 1]
    return Interval(percentile(times, 95), low, high)


def _table(scored: Sequence[ScoredCase], group_of: Callable[[Case], str]) -> Table:
    """Return the means of each group that occurs, in order of name."""
    groups: dict[str, list[ScoredCase]] = {}
    for one in sorted(scored, key=lambda one: group_of(one.case)):
        groups.setdefault(group_of(one.case), []).append(one)
    return {group: _row(members) for group, members in groups.items()}


def _row(members: Sequence[ScoredCase]) -> dict[str, Figure]:
    row = {}
    for measure in MEASURES:
        values = [one.scores[measure.score].value for one in members if measure.score in one.scores]
        if values:
            mean = fmean(values)
            row[measure.name] = Figure(Interval(mean, mean, mean), len(values))
    return row


def _per_case(scored: Sequence[ScoredCase]) -> dict[str, dict[str, float]]:
    """Return the values by case, with the processor time of its slowest scored answer."""
    return {
        one.case.id: {
            **{name: score.value for name, score in one.scores.items()},
            "processor_ms": max((turn.reply.processor_ms for turn in one.turns), default=0.0),
        }
        for one in scored
    }


def _figure(figure: Figure) -> dict[str, float | int]:
    found = figure.interval
    return {
        "mean": round(found.mean, 4),
        "low": round(found.low, 4),
        "high": round(found.high, 4),
        "n": figure.n,
    }
