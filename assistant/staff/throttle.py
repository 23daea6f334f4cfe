"""How often something may be tried: a bucket of tries per key that fills again by and by."""

from __future__ import annotations

import ipaddress
import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable


class Throttle:
    """Buckets by key. Thread-safe; the memory is bounded, and the key that was used longest ago leaves first."""

    def __init__(
        self,
        tries: int,
        seconds_per_try: float,
        clock: Callable[[], float] = time.monotonic,
        most_keys: int = 10_000,
    ) -> None:
        """Allow `tries` at once and then one per `seconds_per_try`, by a clock that never goes back."""
        self._tries, self._seconds, self._clock, self._most = tries, seconds_per_try, clock, most_keys
        self._spent: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, key: str) -> int:
        """Return the seconds, rounded up, until this key may try again; 0 when it may now."""
        with self._lock:
            missing = self._level(key) - (self._tries - 1)
            return max(0, math.ceil(missing * self._seconds))

    def spend(self, key: str) -> None:
        """Take one try from the bucket of a key."""
        with self._lock:
            self._spent[key] = (min(self._level(key) + 1, float(self._tries)), self._clock())
            self._spent.move_to_end(key)
            while len(self._spent) > self._most:
                self._spent.popitem(last=False)

    def give_back(self, key: str) -> None:
        """Put one try back into the bucket of a key."""
        with self._lock:
            if key in self._spent:
                self._spent[key] = (max(0.0, self._level(key) - 1), self._clock())

    def forgive(self, key: str) -> None:
        """Fill the bucket of a key again."""
        with self._lock:
            self._spent.pop(key, None)

    def _level(self, key: str) -> float:
        """Return how many tries are spent now."""
        spent, at = self._spent.get(key, (0.0, 0.0))
        return max(0.0, spent - (self._clock() - at) / self._seconds)


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
