"""Three plots as SVG: the measures with their intervals, right and wrong by kind, and the time of answers."""

from __future__ import annotations

import math
from collections.abc import Sequence

from assistant.interface.escaping import one_line
from evals.conversation.report.run import Line, Run
from evals.conversation.types import ScoredCase

WIDTH, LABELS, ROW = 760, 290, 24
"""Pixels: of a plot, of its labels on the left, and of one row."""

BARS = 30
RIGHT, NEITHER, WRONG, INK, GOAL = "#1b7f5c", "#c9c6bd", "#b3261e", "#23303f", "#c77700"


def measures_plot(run: Run) -> str:
    """Return a dot and an interval for each share, with a tick at the goal (orange) and at the floor (grey)."""
    lines = [line for line in run.lines() if not line.is_time]
    low = min((min(0.0, line.figure.interval.low) for line in lines), default=0.0)
    parts = [_row_of_measure(at, line, low) for at, line in enumerate(lines)]
    return _svg("Each measure with its interval", len(lines) * ROW, parts)


def _row_of_measure(at: int, line: Line, low: float) -> str:
    def x(value: float) -> float:
        return LABELS + (WIDTH - LABELS - 70) * (value - low) / (1 - low)

    found, y = line.figure.interval, at * ROW + ROW / 2
    ticks = [(line.floor, NEITHER), (line.goal, GOAL)]
    marks = "".join(_tick(x(value), y, colour) for value, colour in ticks if value is not None)
    colour = WRONG if line.is_reached is False else RIGHT
    return (
        f"{_label(line.title, y)}{marks}"
        f'<line x1="{x(found.low):.1f}" x2="{x(found.high):.1f}" y1="{y}" y2="{y}" stroke="{colour}" stroke-width="3"/>'
        f'<circle cx="{x(found.mean):.1f}" cy="{y}" r="5" fill="{colour}"/>'
        f'<text x="{WIDTH - 60}" y="{y + 4}">{found.mean:.3f}</text>'
    )


def _tick(x: float, y: float, colour: str) -> str:
    return f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y - 8}" y2="{y + 8}" stroke="{colour}" stroke-width="2"/>'


def verdicts_plot(scored: Sequence[ScoredCase]) -> str:
    """Return a bar per kind: right, neither and wrong, as shares of its cases."""
    kinds = sorted({one.case.kind for one in scored})
    parts = [
        _row_of_kind(at, kind, [one for one in scored if one.case.kind == kind])
        for at, kind in enumerate(kinds)
    ]
    return _svg("Right, neither and wrong by kind", len(kinds) * ROW, parts)


def _row_of_kind(at: int, kind: str, members: Sequence[ScoredCase]) -> str:
    wrong = sum(one.scores["wrong"].value > 0 for one in members)
    right = sum(one.scores["verdict"].value == 1 for one in members)
    counts = ((right, RIGHT), (len(members) - right - wrong, NEITHER), (wrong, WRONG))
    y, left, bars = at * ROW, float(LABELS), ""
    for count, colour in counts:
        width = (WIDTH - LABELS - 100) * count / len(members)
        bars += f'<rect x="{left:.1f}" y="{y + 3}" width="{width:.1f}" height="{ROW - 6}" fill="{colour}"/>'
        left += width
    told = f"{right} / {len(members) - right - wrong} / {wrong}"
    return f'{_label(kind, y + ROW / 2)}{bars}<text x="{WIDTH - 92}" y="{y + ROW / 2 + 4}">{told}</text>'


def times_plot(scored: Sequence[ScoredCase]) -> str:
    """Return how many answers took the processor how long, in bars of equal width; "" for no answers."""
    times = [turn.reply.processor_ms for one in scored for turn in one.turns]
    if not times:
        return ""
    step = max(1.0, math.ceil(max(times) / BARS / 5) * 5)
    counts = [0] * (int(max(times) // step) + 1)
    for one in times:
        counts[int(one // step)] += 1
    height, width = 120, (WIDTH - 20) / len(counts)
    bars = [
        f'<rect x="{10 + at * width:.1f}" y="{height - 100 * count / max(counts):.1f}" width="{max(1.0, width - 2):.1f}" '
        f'height="{100 * count / max(counts):.1f}" fill="{INK}"><title>{at * step:.0f}-{(at + 1) * step:.0f} ms: {count}</title></rect>'
        for at, count in enumerate(counts)
    ]
    axis = f'<text x="10" y="{height + 18}">0 ms</text><text x="{WIDTH - 80}" y="{height + 18}">{len(counts) * step:.0f} ms</text>'
    return _svg("Answers by processor time", height + 24, [*bars, axis])


def _label(text: str, y: float) -> str:
    return f'<text x="0" y="{y + 4}">{one_line(text)}</text>'


def _svg(title: str, height: float, parts: Sequence[str]) -> str:
    name = one_line(title)
    return (
        f'<figure><figcaption>{name}</figcaption><svg role="img" aria-label="{name}" viewBox="0 0 {WIDTH} {height:.0f}" '
        f'font-size="13" fill="{INK}">{"".join(parts)}</svg></figure>'
    )
