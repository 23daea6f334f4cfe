"""How often something may be done: token buckets by key (a session, an address, an account) in bounded memory."""

from __future__ import annotations

import ipaddress
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


class Limiter:
    """Says whether one more is allowed for a key. Thread-safe; the key that was used longest ago is forgotten first.

    Token bucket (RFC 2475, 3.1, without its second rate).
    """

    def __init__(
        self,
        allowance: Allowance,
        clock: Callable[[], float] = time.monotonic,
        most_keys: int = MOST_KEYS,
    ) -> None:
        """Allow as much as `allowance` says, by a clock in seconds that never goes back."""
        self._burst, self._seconds = float(allowance.burst), 60 / allowance.per_minute
        self._clock, self._most = clock, most_keys
        self._spent: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: str) -> float:
        """Take one and return 0.0, or take nothing and return after how many seconds one may be taken."""
        with self._lock:
            now = self._clock()
            level = self._level(key, now)
            wait = self._wait(level)
            self._note(key, level if wait else level + 1, now)
            return wait

    def wait(self, key: str) -> float:
        """Return the seconds until one may be taken, and take nothing; 0.0 when it may now."""
        with self._lock:
            return self._wait(self._level(key, self._clock()))

    def spend(self, key: str) -> None:
        """Take one, also when there is none left."""
        with self._lock:
            now = self._clock()
            self._note(key, min(self._level(key, now) + 1, self._burst), now)

    def give_back(self, key: str) -> None:
        """Put one back into the bucket of a key."""
        with self._lock:
            now = self._clock()
            if key in self._spent:
                self._note(key, max(0.0, self._level(key, now) - 1), now)

    def forgive(self, key: str) -> None:
        """Fill the bucket of a key again."""
        with self._lock:
            self._spent.pop(key, None)

    def _wait(self, level: float) -> float:
        return max(0.0, (level - (self._burst - 1)) * self._seconds)

    def _level(self, key: str, now: float) -> float:
        """Return how many are spent and have not grown back."""
        spent, at = self._spent.get(key, (0.0, now))
        return max(0.0, spent - (now - at) / self._seconds)

    def _note(self, key: str, spent: float, now: float) -> None:
        self._spent[key] = (spent, now)
        self._spent.move_to_end(key)
        if len(self._spent) > self._most:
            self._spent.popitem(last=False)


def network_of(address: str) -> str:
    """Return what counts as one address: an IPv4 address, or the /64 that one IPv6 connection owns."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)
