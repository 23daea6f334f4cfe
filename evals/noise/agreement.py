"""How alike the answers to a clean question and to a noisy one are, and what that comes to per kind of noise. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from assistant.types import Answer, SentenceKind
from evals.conversation.types import ScoredCase
from evals.retrieval import Interval, bootstrap

MEASURES = ("outcome", "answer", "facts", "score", "worse")
"""What is measured of a pair; see `compared`."""

MOSTLY = 0.5
"""Share of quotes in common from which two answers are the same."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A clean question and the same one with noise, both asked and scored."""

    kind: str
    clean: ScoredCase
    noisy: ScoredCase

    @property
    def is_changed(self) -> bool:
        """Say whether the noise changed anything."""
        return self.clean.case.turns != self.noisy.case.turns


def compared(pair: Pair) -> dict[str, float]:
    """Return what a pair comes to, each from 0 to 1 but for `score`.

    outcome: the outcomes are the same. answer: the outcomes are, and the first quote or finding is the same, or most quotes
    are. facts: every expected fact that the clean answer says is said (absent when it says none). score: that of the noisy answer
    less that of the clean one, from -2 to 2. worse: it is lower.
    """
    clean, noisy = (one.turns[-1].reply.answer for one in (pair.clean, pair.noisy))
    if clean is None or noisy is None:
        return {"outcome": 0.0, "answer": 0.0, "score": -1.0, "worse": 1.0}
    same_outcome = clean.outcome is noisy.outcome
    verdicts = [one.scores["verdict"].value for one in (pair.clean, pair.noisy)]
    found = {
        "outcome": float(same_outcome),
        "answer": float(same_outcome and _says_the_same(clean, noisy)),
        "score": verdicts[1] - verdicts[0],
        "worse": float(verdicts[1] < verdicts[0]),
    }
    facts = [one.scores.get("facts") for one in (pair.clean, pair.noisy)]
    if facts[0] is not None and facts[1] is not None and facts[0].value:
        found["facts"] = min(1.0, facts[1].value / facts[0].value)
    return found


def _says_the_same(clean: Answer, noisy: Answer) -> bool:
    told = [_told(answer) for answer in (clean, noisy)]
    if not told[0] or not told[1]:
        return told[0] == told[1]
    if told[0][0] == told[1][0]:
        return True
    quotes = [frozenset(one.quote for one in answer.citations) for answer in (clean, noisy)]
    together = quotes[0] | quotes[1]
    return bool(together) and len(quotes[0] & quotes[1]) / len(together) >= MOSTLY


def _told(answer: Answer) -> list[str]:
    return [one.text for one in answer.sentences if one.kind in (SentenceKind.QUOTE, SentenceKind.WORDED)]


@dataclass(frozen=True, slots=True)
class Row:
    """What the pairs of one kind come to: means with 95 % intervals by measure, over the pairs that the noise changed."""

    kind: str
    n: int
    means: Mapping[str, Interval]
    score_clean: float
    score_noisy: float


def rows_of(pairs: Iterable[Pair]) -> tuple[Row, ...]:
    """Return a row per kind in order of first appearance, and last one of all kinds together; () for no changed pair."""
    changed = [pair for pair in pairs if pair.is_changed]
    kinds: dict[str, list[Pair]] = {}
    for pair in changed:
        kinds.setdefault(pair.kind, []).append(pair)
    rows = [_row(kind, members) for kind, members in kinds.items()]
    return (*rows, _row("all", changed)) if rows else ()


def _row(kind: str, pairs: Sequence[Pair]) -> Row:
    found = [compared(pair) for pair in pairs]
    values = {name: [one[name] for one in found if name in one] for name in MEASURES}
    means = {name: bootstrap(held) for name, held in values.items() if held}
    clean, noisy = (
        fmean(one.scores["verdict"].value for one in side)
        for side in ([pair.clean for pair in pairs], [pair.noisy for pair in pairs])
    )
    return Row(kind, len(pairs), means, clean, noisy)


def as_table(rows: Sequence[Row]) -> str:
    """Return the rows as a table for a terminal or a Markdown file."""
    lines = [
        "| noise | pairs | same outcome | same answer | facts kept | score clean | score noisy | difference | worse |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        shown = [_shown(row.means.get(name)) for name in ("outcome", "answer", "facts")]
        lines.append(
            f"| {row.kind} | {row.n} | {' | '.join(shown)} | {row.score_clean:.3f} | {row.score_noisy:.3f} "
            f"| {_shown(row.means.get('score'))} | {_shown(row.means.get('worse'))} |"
        )
    return "\n".join(lines)


def as_json(rows: Sequence[Row]) -> list[dict[str, object]]:
    """Return the rows for a file."""
    return [
        {
            "noise": row.kind,
            "pairs": row.n,
            "score_clean": round(row.score_clean, 4),
            "score_noisy": round(row.score_noisy, 4),
            **{
                name: {"mean": round(one.mean, 4), "low": round(one.low, 4), "high": round(one.high, 4)}
                for name, one in row.means.items()
            },
        }
        for row in rows
    ]


def _shown(interval: Interval | None) -> str:
    return f"{interval.mean:.3f} ({interval.low:.3f} to {interval.high:.3f})" if interval else "-"
