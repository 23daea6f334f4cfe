"""What was worked out before and cannot have changed: remembered, up to a bound."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """Answers by what was asked, at most `most` of them: one more, and all are forgotten. Threads may share one.

    It costs nothing when it is wrong about what comes back, and follows what people ask when it is right. Give it only what
    stays so for as long as it lives: of an index generation, a catalogue or nothing but the key.
    """

    __slots__ = ("_known", "_most")

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: dict[K, V] = {}

    def __len__(self) -> int:
        return len(self._known)

    def of(self, key: K, find: Callable[[], V]) -> V:
        """Return what `find` says of `key`, or said before; two threads may ask it at once, and get the same."""
        try:
            return self._known[key]
        except KeyError:
            return self.note(key, find())

    def get(self, key: K) -> V | None:
        """Return what is remembered of `key`, None for nothing."""
        return self._known.get(key)

    def note(self, key: K, value: V) -> V:
        """Remember a value, and return it."""
        if len(self._known) >= self._most:
            self._known.clear()
        self._known[key] = value
        return value

    def forget(self) -> None:
        """Forget everything."""
        self._known.clear()
