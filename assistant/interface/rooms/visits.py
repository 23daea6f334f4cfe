"""What one browser session is busy with: in memory only, bounded, and forgotten after a while."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

SECONDS_KEPT = 2 * 3600
"""Our choice: long enough for an evening of choosing; nothing of it is ever written to disk."""

MOST_VISITS = 5_000
"""Bound on the memory: about 20 kB each at most."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a person is busy with. `profile` has the form of `assistant.routes.profile_json`."""

    profile: Mapping[str, Any] = field(default_factory=dict)
    goal: str = ""
    shortlist: tuple[str, ...] = ()
    """Ids of offers, in the order in which they were put there."""
    excluded_modes: tuple[str, ...] = ()
    """Forms of study that a route may not have, as values of `StudyMode`."""
    opened: Mapping[str, Any] = field(default_factory=dict)
    """The routes of a file that was opened, until the person changes something."""


@dataclass(slots=True)
class _Kept:
    visit: Visit
    touched: float


class Visits:
    """Visits by session id. Thread-safe; the longest untouched one leaves first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = MOST_VISITS) -> None:
        self._clock, self._most = clock, most
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, session: str) -> Visit:
        """Return the visit of a session; an empty one when there is none, or it has become too old."""
        with self._lock:
            kept = self._kept.get(session)
            if kept is None or not session:
                return Visit()
            if self._clock() - kept.touched > SECONDS_KEPT:
                del self._kept[session]
                return Visit()
            kept.touched = self._clock()
            self._kept.move_to_end(session)
            return kept.visit

    def change(self, session: str, change: Callable[[Visit], Visit]) -> Visit:
        """Replace the visit of a session by what `change` makes of it; nothing is kept for no session."""
        changed = change(self.of(session))
        if session:
            with self._lock:
                self._kept[session] = _Kept(changed, self._clock())
                self._kept.move_to_end(session)
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return changed

    def forget(self, session: str) -> None:
        """Drop the visit of a session."""
        with self._lock:
            self._kept.pop(session, None)
