"""One task after another; each tells how far it is and how it ended."""

from __future__ import annotations

import threading

import pytest

from assistant.staff import tasks as module
from assistant.staff.tasks import TaskDesk, TaskState
from knowledge.errors import NothingToRollBackError
from knowledge.indexing import IngestReport

REPORT = IngestReport((), 3)


@pytest.fixture
def desk():
    made = TaskDesk(lambda: 5)
    yield made
    made.close()


def test_a_task_tells_its_progress_and_its_report(desk):
    seen = []

    def work(progress):
        progress("Index maken", 2, 5)
        seen.append(desk.newest()[0])
        return REPORT

    task_id = desk.submit("upload", "a.pdf", "jan", work)
    desk.settle()
    assert (seen[0].state, seen[0].stage, seen[0].done, seen[0].total) == (
        TaskState.RUNNING,
        "Index maken",
        2,
        5,
    )
    task = desk.of(task_id)
    assert (task.state, task.report, task.by, task.is_over) == (TaskState.DONE, REPORT, "jan", True)


def test_tasks_are_done_one_at_a_time_in_order(desk):
    gate, order, running = threading.Event(), [], []

    def work(name):
        def run(progress):
            gate.wait(10)
            running.append(sum(task.state is TaskState.RUNNING for task in desk.newest()))
            order.append(name)
            return REPORT

        return run

    ids = [desk.submit("upload", name, "jan", work(name)) for name in "abc"]
    assert desk.of(ids[2]).state is TaskState.WAITING
    gate.set()
    desk.settle()
    assert (order, running) == (["a", "b", "c"], [1, 1, 1])


def test_an_error_that_can_be_mended_is_told_and_another_is_not(desk):
    def mendable(progress):
        raise NothingToRollBackError

    def fault(progress):
        raise ZeroDivisionError("geheim")

    first, second = desk.submit("rollback", "", "jan", mendable), desk.submit("upload", "", "jan", fault)
    desk.settle()
    assert (desk.of(first).state, desk.of(first).error) == (TaskState.FAILED, str(NothingToRollBackError()))
    assert (desk.of(second).state, desk.of(second).error) == (TaskState.FAILED, "")


def test_too_many_waiting_tasks_are_turned_away(desk, monkeypatch):
    monkeypatch.setattr(module, "MOST_WAITING", 2)
    gate = threading.Event()

    def work(progress):
        gate.wait(10)
        return REPORT

    ids = [desk.submit("upload", "", "jan", work) for _ in range(3)]
    gate.set()
    assert ids[2] is None
    assert None not in ids[:2]


def test_old_tasks_are_forgotten_and_ids_cannot_be_guessed(desk, monkeypatch):
    monkeypatch.setattr(module, "MOST_REMEMBERED", 2)
    ids = []
    for _ in range(3):
        ids.append(desk.submit("upload", "", "jan", lambda progress: REPORT))
        desk.settle()
    assert desk.of(ids[0]) is None
    assert [task.id for task in desk.newest()] == [ids[2], ids[1]]
    assert len(set(ids)) == 3
    assert all(len(task_id) >= 22 for task_id in ids)


def test_closing_drops_what_waits_and_ends_what_runs():
    desk, gate = TaskDesk(lambda: 5), threading.Event()
    started = threading.Event()

    def work(progress):
        started.set()
        gate.wait(10)
        return REPORT

    running, waiting = desk.submit("upload", "", "jan", work), desk.submit("upload", "", "jan", work)
    started.wait(10)
    threading.Timer(0.05, gate.set).start()
    desk.close()
    assert desk.of(running).state is TaskState.DONE
    assert desk.of(waiting).state is TaskState.FAILED
