"""Quantities between two ends. Unknown is "anything from nothing upwards": `UNKNOWN`, never a zero.

Adding and taking the larger work end by end: an unknown part makes the high end infinite and leaves the low
end at what is known, which is what a reader is shown. `a.is_no_worse(b)` compares both ends of known
quantities (`a.low <= b.low` and `a.high <= b.high`); what is not known is worse than anything known, and
as good as anything else that is not known, whatever its known part. So the order is kept when the same is
added to both sides, and a route of which the length is known is never hidden by one of which it is not.
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
        """Whether it is at most `other`: at both ends, or because `other` is not known."""
        return not other.is_known or (self.low <= other.low and self.high <= other.high)


NOTHING = Span(0.0, 0.0)
UNKNOWN = Span(0.0, math.inf)


def span_of(between: Between | None) -> Span:
    """Return a record's quantity as a span; None, or a quantity that makes no sense, is unknown."""
    if between is None or not between.low <= between.high or between.low < 0:
        return UNKNOWN
    return Span(float(between.low), float(between.high))
