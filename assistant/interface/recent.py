"""Conversations of open tabs, so that one who looks into another room finds theirs back. In memory only."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from assistant.interface.talk import Conversation

SECONDS_KEPT = 2 * 3600
"""Our choice: an evening of choosing."""

MOST_EXCHANGES = 2_000
"""Bound on the memory over all tabs: about 40 MB with long answers."""

EXCHANGES_PER_TAB = 12


@dataclass(frozen=True, slots=True)
class _Kept:
    conversation: Conversation
    touched: float


class RecentConversations:
    """Conversations by session and tab. Thread-safe; the longest untouched ones leave first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = MOST_EXCHANGES) -> None:
        self._clock, self._most = clock, most
        self._kept: OrderedDict[tuple[str, str], _Kept] = OrderedDict()
        self._exchanges = 0
        self._lock = threading.Lock()

    def keep(self, conversation: Conversation) -> None:
        """Keep the last exchanges of a conversation; one without session, tab or exchanges is dropped instead."""
        key = (conversation.owner, conversation.tab)
        with self._lock:
            self._drop(key)
            if not all(key) or not conversation.exchanges:
                return
            exchanges = conversation.exchanges[-EXCHANGES_PER_TAB:]
            kept = Conversation(conversation.owner, exchanges, conversation.tab)
            self._kept[key] = _Kept(kept, self._clock())
            self._exchanges += len(exchanges)
            while self._exchanges > self._most:
                self._drop(next(iter(self._kept)))

    def of(self, session: str, tab: str) -> Conversation:
        """Return the conversation of a tab; an empty one when there is none, or it has become too old."""
        with self._lock:
            kept = self._kept.get((session, tab))
            if kept is None or self._clock() - kept.touched > SECONDS_KEPT:
                self._drop((session, tab))
                return Conversation(session, (), tab)
            return kept.conversation

    def forget(self, session: str, tab: str) -> None:
        """Drop the conversation of a tab."""
        with self._lock:
            self._drop((session, tab))

    def _drop(self, key: tuple[str, str]) -> None:
        kept = self._kept.pop(key, None)
        if kept is not None:
            self._exchanges -= len(kept.conversation.exchanges)
