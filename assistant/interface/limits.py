"""How much one person and one address may ask: token buckets in bounded memory."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

MOST_KEYS = 20_000
"""Bound on the memory: about 4 MB. Who leaves it begins with a full bucket again."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """`burst` at once, and `per_minute` after that."""

    burst: int
    per_minute: int


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled: float


class Limiter:
    """Says whether one more is allowed for a key (a session, an address). Thread-safe.

    Token bucket (RFC 2475, 3.1, without its second rate).
    """

    def __init__(self, allowance: Allowance, clock: Callable[[], float] = time.monotonic) -> None:
        self._allowance, self._clock = allowance, clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._lock = threading.Lock()

    def seconds_to_wait(self, key: str) -> float:
        """Take one and return 0.0, or take nothing and return after how many seconds one may be taken."""
        now, allowance = self._clock(), self._allowance
        per_second = allowance.per_minute / 60
        with self._lock:
            bucket = self._buckets.setdefault(key, _Bucket(float(allowance.burst), now))
            self._buckets.move_to_end(key)
            if len(self._buckets) > MOST_KEYS:
                self._buckets.popitem(last=False)
            grown = bucket.tokens + (now - bucket.filled) * per_second
            bucket.tokens, bucket.filled = min(float(allowance.burst), grown), now
            if bucket.tokens >= 1:
                bucket.tokens -= 1
                return 0.0
            return (1 - bucket.tokens) / per_second
