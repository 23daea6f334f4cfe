"""Work that takes longer than a page may wait for: one task after another, each with its progress and its report."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.errors import KnowledgeError
from knowledge.indexing import IngestReport
from knowledge.progress import Progress

MOST_WAITING = 10
"""Tasks that may wait; an ingest takes seconds to minutes, so more than this is a mistake."""

MOST_REMEMBERED = 50

Work = Callable[[Progress], IngestReport]


class TaskState(StrEnum):
    """How far a task is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Task:
    """A task as it is now. `what` is a key of ours, `stage` (Dutch) the part of the work that is being done.

    `error` is a sentence for the person who must mend it, "" for a fault of ours; `problem` is what says it.
    """

    id: str
    what: str
    about: str
    by: str
    asked_at: int
    state: TaskState = TaskState.WAITING
    stage: str = ""
    done: int = 0
    total: int = 0
    report: IngestReport | None = None
    error: str = ""
    problem: KnowledgeError | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing will change any more."""
        return self.state in (TaskState.DONE, TaskState.FAILED)


class TaskDesk:
    """Does tasks one at a time, in a thread of its own; remembers the newest. Ids cannot be guessed."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._tasks: OrderedDict[str, Task] = OrderedDict()
        self._lock = threading.Lock()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="staff-task")

    def submit(self, what: str, about: str, by: str, work: Work) -> str | None:
        """Take a task on and return its id; None, and nothing is done, when too many wait."""
        task = Task(secrets.token_urlsafe(16), what, about, by, self._now())
        with self._lock:
            if sum(not known.is_over for known in self._tasks.values()) >= MOST_WAITING:
                return None
            self._tasks[task.id] = task
            while len(self._tasks) > MOST_REMEMBERED:
                self._tasks.popitem(last=False)
        future = self._worker.submit(self._run, task.id, work)
        future.add_done_callback(lambda finished: self._finish(task.id, finished))
        return task.id

    def of(self, task_id: str) -> Task | None:
        """Return a task as it is now, or None when it is unknown or forgotten."""
        with self._lock:
            return self._tasks.get(task_id)

    def newest(self) -> tuple[Task, ...]:
        """Return the tasks that are remembered, the newest first."""
        with self._lock:
            return tuple(reversed(self._tasks.values()))

    def settle(self) -> None:
        """Wait until all that was asked for until now is over."""
        self._worker.submit(lambda: None).result()

    def close(self) -> None:
        """Drop what waits, and wait for what runs: it ends whole."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _run(self, task_id: str, work: Work) -> IngestReport:
        def progress(stage: str, done: int, total: int) -> None:
            self._change(task_id, lambda task: replace(task, stage=stage, done=done, total=total))

        self._change(task_id, lambda task: replace(task, state=TaskState.RUNNING))
        return work(progress)

    def _finish(self, task_id: str, finished: Future[IngestReport]) -> None:
        error = None if finished.cancelled() else finished.exception()
        if finished.cancelled() or error is not None:
            problem = error if isinstance(error, KnowledgeError) else None
            told = str(problem or "")
            self._change(
                task_id,
                lambda task: replace(task, state=TaskState.FAILED, error=told, problem=problem),
            )
            return
        report = finished.result()
        self._change(task_id, lambda task: replace(task, state=TaskState.DONE, report=report))

    def _change(self, task_id: str, change: Callable[[Task], Task]) -> None:
        with self._lock:
            if task_id in self._tasks:
                self._tasks[task_id] = change(self._tasks[task_id])
