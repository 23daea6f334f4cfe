"""Bars and lines as SVG of our own: pure, from labelled numbers to a picture. Every axis begins at nought.

A picture is 360 units wide, so that its letters can be read on a phone of 360 pixels. It carries a title and a
description; the numbers stand in the table that the page puts under it. Lines differ in dashes and markers too.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from assistant.interface.escaping import one_line

WIDTH = 360.0
MARGIN = 6.0
LETTER, LINE = 6.6, 15.0
"""Room for a letter of 12 units (wide ones included) and for a line of text."""

BAR = 15.0
VALUE_ROOM = 84.0
"""Room right of the longest bar for its value."""

LINES_HEIGHT, RIGHT, TOP, BOTTOM = 250.0, 112.0, 12.0, 26.0
SMALLEST_SPAN = 1e-6
"""Values closer together than this are drawn as nought: no figure of ours is so small."""

MOST_STEPS = 6
"""Steps of an axis that spans the values; rounding may add one at each end."""

LABEL_LETTERS = int((RIGHT - 14) / LETTER)

Words = Callable[[float], str]
"""Writes a number as the reader does."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled number; a hollow bar is one that is not a plain count."""

    label: str
    value: float
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled row of numbers, one per place on the axis, None where there is none."""

    label: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture is of: `name` makes its ids, `title` and `about` are plain text."""

    name: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Scale:
    """From numbers to places: `low` lies at `start`, `high` at `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the place of a number."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def ticks_of(values: Sequence[float]) -> tuple[float, ...]:
    """Return round numbers from nought (or below, for negative values) that span the values, about six steps."""
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    if high - low < SMALLEST_SPAN:
        return (0.0, 1.0)
    rough = (high - low) / MOST_STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * 0.999)
    first, last = _steps(low / step, math.floor), _steps(high / step, math.ceil)
    return tuple(round(number * step, 10) for number in range(first, last + 1))


def _steps(number: float, rounded: Callable[[float], int]) -> int:
    """Return a number of steps, rounded unless it is whole but for the last digits."""
    nearest = round(number)
    return nearest if math.isclose(number, nearest, rel_tol=1e-9) else rounded(number)


def bars_svg(bars: Sequence[Bar], caption: Caption, words: Words) -> str:
    """Return lying bars, each with its label above it and its value behind it."""
    ticks = ticks_of([bar.value for bar in bars])
    scale = Scale(ticks[0], ticks[-1], MARGIN, WIDTH - MARGIN - VALUE_ROOM)
    zero = scale.at(0)
    parts, top = [], MARGIN
    for bar in bars:
        for line in wrapped(bar.label):
            top += LINE
            parts.append(f'<text x="{MARGIN}" y="{top - 3:.1f}">{one_line(line)}</text>')
        end = scale.at(bar.value)
        parts.append(
            f'<line class="lw-as" x1="{zero:.2f}" y1="{top - 1:.1f}" x2="{zero:.2f}" y2="{top + BAR + 1:.1f}"/>'
            f'<rect class="lw-staaf{" lw-hol" if bar.is_hollow else ""}" x="{min(zero, end):.2f}" y="{top:.1f}" '
            f'width="{abs(end - zero):.2f}" height="{BAR}"/>'
            f'<text class="lw-waarde" x="{max(zero, end) + 4:.1f}" y="{top + 12:.1f}">{one_line(words(bar.value))}</text>'
        )
        top += BAR + 7
    return _picture(caption, top + MARGIN, "".join(parts))


def columns_fit(bars: Sequence[Bar], words: Words) -> bool:
    """Say whether the values of standing bars have room beside each other; where not, a line is drawn."""
    widest = max((len(text) for bar in bars for text in (words(bar.value), bar.label)), default=0)
    axis = max(len(words(tick)) for tick in ticks_of([bar.value for bar in bars])) * LETTER + 10
    return widest * LETTER <= (WIDTH - MARGIN - axis) / max(len(bars), 1)


def columns_svg(bars: Sequence[Bar], caption: Caption, words: Words) -> str:
    """Return standing bars along an axis of periods, the value above each; for so many as fit."""
    scale, left, axis = _upright([bar.value for bar in bars], WIDTH - MARGIN, words)
    zero, step = scale.at(0), (WIDTH - MARGIN - left) / max(len(bars), 1)
    parts = []
    for place, bar in enumerate(bars):
        middle, end = left + (place + 0.5) * step, scale.at(bar.value)
        wide = min(step * 0.62, 46.0)
        parts.append(
            f'<rect class="lw-staaf{" lw-hol" if bar.is_hollow else ""}" x="{middle - wide / 2:.2f}" '
            f'y="{min(zero, end):.2f}" width="{wide:.2f}" height="{abs(end - zero):.2f}"/>'
            f'<text class="lw-waarde" text-anchor="middle" x="{middle:.1f}" y="{min(zero, end) - 4:.1f}">'
            f"{one_line(words(bar.value))}</text>{_below(middle, bar.label)}"
        )
    return _picture(caption, LINES_HEIGHT, axis + "".join(parts))


def lines_svg(lines: Sequence[Line], periods: Sequence[str], caption: Caption, words: Words) -> str:
    """Return lines over periods, each with its name at its end; a missing number breaks a line."""
    values = [value for line in lines for value in line.values if value is not None]
    right = WIDTH - RIGHT
    scale, left, axis = _upright(values or [0.0], right, words)
    step = (right - left - 16) / max(len(periods) - 1, 1)
    places = [left + 8 + number * step for number in range(len(periods))]
    parts = [_below(place, period) for place, period in zip(places, periods, strict=True)]
    ends = [scale.at(next((v for v in reversed(line.values) if v is not None), 0.0)) for line in lines]
    for number, (line, label_y) in enumerate(zip(lines, spread(ends), strict=True)):
        dots = [
            (place, scale.at(value))
            for place, value in zip(places, line.values, strict=True)
            if value is not None
        ]
        runs = _runs(places, line.values, scale)
        parts.append(
            f'<g class="lw-lijn lw-lijn{number % 6}">'
            + "".join(f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in run)}"/>' for run in runs)
            + "".join(_marker(number, x, y) for x, y in dots)
            + _marker(number, right + 4, label_y)
            + f'<text x="{right + 11:.1f}" y="{label_y + 4:.1f}">{one_line(shortened(line.label))}</text></g>'
        )
    return _picture(caption, LINES_HEIGHT, axis + "".join(parts))


def wrapped(text: str, lines: int = 3) -> list[str]:
    """Return a label in lines that fit in the picture, at most `lines`; what does not fit ends in an ellipsis."""
    most = int((WIDTH - 2 * MARGIN) / LETTER)
    found = wrap(" ".join(text.split()), most) or [""]
    return found if len(found) <= lines else [*found[: lines - 1], f"{found[lines - 1][: most - 1]}…"]


def shortened(text: str, letters: int = LABEL_LETTERS) -> str:
    """Return a name that fits behind a line, cut with an ellipsis where it does not."""
    plain = " ".join(text.split())
    return plain if len(plain) <= letters else f"{plain[: letters - 1].rstrip()}…"


def spread(heights: Sequence[float]) -> list[float]:
    """Return heights near the given ones, at least a line apart, inside the plot, in the same order from top to bottom."""
    top, bottom = TOP + LINE / 2, LINES_HEIGHT - BOTTOM
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    found = [0.0] * len(heights)
    lowest = top - LINE
    for place in order:
        lowest = max(heights[place], lowest + LINE)
        found[place] = lowest
    room = bottom
    for place in reversed(order):
        found[place] = min(found[place], room)
        room = found[place] - LINE
    return found


def _upright(values: Sequence[float], right: float, words: Words) -> tuple[Scale, float, str]:
    """Return the scale of an upright axis, where the plot begins, and the axis with its round numbers."""
    ticks = ticks_of(values)
    left = max(len(words(tick)) for tick in ticks) * LETTER + 10
    scale = Scale(ticks[0], ticks[-1], LINES_HEIGHT - BOTTOM, TOP + LINE)
    drawn = "".join(
        f'<line class="lw-raster{" lw-as" if tick == 0 else ""}" x1="{left:.1f}" y1="{scale.at(tick):.1f}" x2="{right:.1f}" y2="{scale.at(tick):.1f}"/>'
        f'<text text-anchor="end" x="{left - 4:.1f}" y="{scale.at(tick) + 4:.1f}">{one_line(words(tick))}</text>'
        for tick in ticks
    )
    return scale, left, drawn


def _below(middle: float, label: str) -> str:
    """Return a period under the axis; of a study year the two years in short ("23-24")."""
    short = f"{label[2:4]}-{label[7:9]}" if len(label) == len("2023-2024") else label
    return f'<text text-anchor="middle" x="{middle:.1f}" y="{LINES_HEIGHT - BOTTOM + 17:.1f}">{one_line(short)}</text>'


def _runs(
    places: Sequence[float], values: Sequence[float | None], scale: Scale
) -> list[list[tuple[float, float]]]:
    """Return the unbroken stretches of a line."""
    runs: list[list[tuple[float, float]]] = [[]]
    for place, value in zip(places, values, strict=True):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((place, scale.at(value)))
    return [run for run in runs if len(run) > 1]


def _marker(number: int, x: float, y: float) -> str:
    """Return a marker: its shape tells the line apart where colours cannot be seen."""
    r = 3.6
    match number % 6:
        case 0:
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r}"/>'
        case 1:
            return f'<rect x="{x - r:.1f}" y="{y - r:.1f}" width="{2 * r}" height="{2 * r}"/>'
        case 2:
            points = f"{x:.1f},{y - r - 1:.1f} {x + r + 1:.1f},{y + r:.1f} {x - r - 1:.1f},{y + r:.1f}"
        case 3:
            points = f"{x:.1f},{y - r - 1:.1f} {x + r + 1:.1f},{y:.1f} {x:.1f},{y + r + 1:.1f} {x - r - 1:.1f},{y:.1f}"
        case 4:
            points = f"{x:.1f},{y + r + 1:.1f} {x + r + 1:.1f},{y - r:.1f} {x - r - 1:.1f},{y - r:.1f}"
        case _:
            return f'<circle class="lw-open" cx="{x:.1f}" cy="{y:.1f}" r="{r}"/>'
    return f'<polygon points="{points}"/>'


def _picture(caption: Caption, height: float, drawn: str) -> str:
    title, about = f"{caption.name}-titel", f"{caption.name}-uitleg"
    return (
        f'<svg class="lw-grafiek" viewBox="0 0 {WIDTH:.0f} {height:.0f}" role="img" aria-labelledby="{title}" '
        f'aria-describedby="{about}"><title id="{title}">{one_line(caption.title)}</title>'
        f'<desc id="{about}">{one_line(caption.about)}</desc>{drawn}</svg>'
    )
