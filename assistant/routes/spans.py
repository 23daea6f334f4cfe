"""Quantities between two ends. Unknown is "anything from nothing upwards": `UNKNOWN`, never a zero.

Adding and taking the larger work end by end: an unknown part makes the high end infinite and leaves the low
end at what is known. `a.is_no_worse(b)` compares both ends: `a.low <= b.low` and `a.high <= b.high`. So a
known quantity and an unknown one are incomparable, unless the known parts alone decide it (12 is no worse
than 12 plus something unknown).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from knowledge.catalogue.types import Between


@dataclass(frozen=True, slots=True)
class Span:
    """A quantity from `low` to `high`, both inclusive and not negative; `high` may be infinite."""

    low: float
    high: float

    @property
    def is_known(self) -> bool:
        """Whether it has a highest value."""
        return not math.isinf(self.high)

    @property
    def is_exact(self) -> bool:
        """Whether it is one value."""
        return self.low == self.high

    def __add__(self, other: Span) -> Span:
        return Span(self.low + other.low, self.high + other.high)

    def larger(self, other: Span) -> Span:
        """Return the larger of the two, end by end."""
        return Span(max(self.low, other.low), max(self.high, other.high))

    def is_no_worse(self, other: Span) -> bool:
        """Whether both ends are at most those of `other`."""
        return self.low <= other.low and self.high <= other.high


NOTHING = Span(0.0, 0.0)
UNKNOWN = Span(0.0, math.inf)


def span_of(between: Between | None) -> Span:
    """Return a record's quantity as a span; None, or a quantity that makes no sense, is unknown."""
    if between is None or not between.low <= between.high or between.low < 0:
        return UNKNOWN
    return Span(float(between.low), float(between.high))
