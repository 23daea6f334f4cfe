"""Which process answers which question: that which knows the talk, as long as nobody waits for that. Pure.

What is worked out for the messages of a talk is remembered by the process that answered them, so its next message costs less there.
A process is a *lane*, by its number.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from assistant.types import Question
from knowledge.remembering import Remembered

T = TypeVar("T")

HEAD_START = 0.25
"""Seconds by which a question goes before those of other talks in the lane that knows its talk, and behind them in another:
the time of a few answers, so that nobody waits long for it."""

AT_ONCE = 2
"""Questions that a lane has when others wait: the one that it answers, and one that is there when that is done."""

MOST_TALKS = 5_000
"""Talks of which it is remembered who answered last, about 300 bytes each; when there are more, all are forgotten."""

LAST_MESSAGES = 2
"""Messages of a person by which a talk is known again."""


@dataclass(slots=True)
class _Waiting(Generic[T]):
    """A question that waits: what stands for it, the talk that it goes on with, where it goes to, and since when."""

    asked: T
    before: Hashable
    after: Hashable
    since: float


@dataclass(slots=True)
class Dispatcher(Generic[T]):
    """Hands waiting questions to lanes. Not thread-safe by itself."""

    lanes: int
    clock: Callable[[], float]
    _busy: dict[int, int] = field(default_factory=dict)
    """The lanes that are open, with how many questions each has."""
    _occupied: set[int] = field(default_factory=set)
    _waiting: list[_Waiting[T]] = field(default_factory=list)
    _knows: Remembered[Hashable, int] = field(default_factory=lambda: Remembered(MOST_TALKS))

    @property
    def is_open(self) -> bool:
        """Whether there is a lane that answers."""
        return bool(self._busy)

    def open(self, lane: int) -> None:
        """Note that a lane answers from now on."""
        self._busy[lane] = 0

    def close(self, lane: int) -> None:
        """Note that a lane is gone, with the questions that it had."""
        self._busy.pop(lane, None)
        self._occupied.discard(lane)

    def put(self, asked: T, question: Question) -> None:
        """Let a question wait; `asked` stands for it."""
        said = [turn.text for turn in question.history if turn.role == "user"]
        before = tuple(said[-LAST_MESSAGES:]) or None
        after = (*said, question.text)[-LAST_MESSAGES:]
        self._waiting.append(_Waiting(asked, before, after, self.clock()))

    def done(self, lane: int) -> None:
        """Note that a lane has one question less; of one that is gone nothing is known."""
        if self._busy.get(lane, 0) > 0:
            self._busy[lane] -= 1

    @property
    def idle(self) -> tuple[int, ...]:
        """The lanes that have nothing to do while nobody waits; none before all are open: the first people come then."""
        if self._waiting or len(self._busy) < self.lanes:
            return ()
        free = (lane for lane, has in self._busy.items() if not has and lane not in self._occupied)
        return tuple(free)

    def occupy(self, lane: int) -> None:
        """Note that a lane does something of its own for a moment, until `released`: a question may come behind that."""
        self._occupied.add(lane)

    def released(self, lane: int) -> None:
        """Note that a lane has done that."""
        self._occupied.discard(lane)

    def given_up(self) -> list[T]:
        """Return all that wait, who do no longer."""
        left, self._waiting = [one.asked for one in self._waiting], []
        return left

    def handed_out(self) -> Iterator[tuple[int, T]]:
        """Yield which lane answers what from now on, until every lane has enough or nobody waits."""
        while self._waiting and self._busy:
            lane = min(self._busy, key=self._order)
            chosen = self._next(lane)
            if chosen is None:
                return
            self._waiting.remove(chosen)
            self._busy[lane] += 1
            self._knows.note(chosen.after, lane)
            yield lane, chosen.asked

    def _order(self, lane: int) -> tuple[int, bool, bool, int]:
        """Return by what a lane is the first to get a question: that it has the fewest, then that one goes on with a talk of it."""
        return self._busy[lane], lane in self._occupied, not self._is_awaited(lane), lane

    def _is_awaited(self, lane: int) -> bool:
        return any(self._knows.get(one.before) == lane for one in self._waiting if one.before)

    def _next(self, lane: int) -> _Waiting[T] | None:
        """Return the question that a lane answers next, None where it has enough.

        One of a talk that another lane knows goes to a lane that has nothing to do, and not into the queue of one that has.
        """
        ordered = sorted(self._waiting, key=lambda one: one.since + HEAD_START * self._distance(one, lane))
        if not self._busy[lane]:
            return ordered[0]
        if self._busy[lane] >= AT_ONCE or len(self._busy) < self.lanes:
            return None
        return next((one for one in ordered if self._distance(one, lane) <= 0), None)

    def _distance(self, one: _Waiting[T], lane: int) -> int:
        """Return -1 for a question of a talk that a lane knows, 1 where another open one does, 0 where none does."""
        knows = self._knows.get(one.before) if one.before else None
        if knows is None or knows not in self._busy:
            return 0
        return -1 if knows == lane else 1
