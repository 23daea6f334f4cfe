"""The side of the sandbox that hands out jobs: one thread that starts, feeds, times and collects."""

from __future__ import annotations

import json
import os
import selectors
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from knowledge.errors import KnowledgeError

_CHUNK = 1 << 20
_HASH = 64
"""Hexadecimal digits of a SHA-256."""
_START_SECONDS = 120.0
"""Loading the parsers takes about a second; a machine under load may take much longer."""


class SandboxStartError(KnowledgeError):
    """The process that reads files does not start."""

    def __init__(self, found: str) -> None:
        self.found = found
        super().__init__(
            f"Het leesproces start niet ({found}). Kijk of de installatie compleet is (`make run`) "
            "en of er geheugen vrij is."
        )


@dataclass(frozen=True, slots=True)
class JobEnd:
    """How a job ended: the exit status (negative for a signal), what it wrote and what it used."""

    status: int
    tag: str
    payload: bytes
    content_hash: str
    seconds: float
    cpu_seconds: float = 0.0
    memory_bytes: int = 0
    page: int = 0
    timed_out: bool = False
    too_large: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """Work for one process: a message for it, the open file, and whom to tell how it ended."""

    number: int
    message: dict[str, object]
    descriptor: int
    finished: Callable[[JobEnd], None]
    wall_seconds: float


@dataclass(slots=True)
class _Running:
    job: Job
    output: int
    started: float
    chunks: list[bytes] = field(default_factory=list)
    size: int = 0
    is_open: bool = True
    end: dict[str, float] | None = None
    timed_out: bool = False
    too_large: bool = False


class JobLoop:
    """Run jobs, at most `workers` at once, in a thread of its own. `submit` may be called from any thread."""

    def __init__(self, workers: int, result_bytes: int) -> None:
        self._workers, self._result_bytes = workers, result_bytes
        self._waiting: deque[Job] = deque()
        self._running: dict[int, _Running] = {}
        self._lock = threading.Lock()
        self._closing = False
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_write, False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._wake_read, selectors.EVENT_READ)
        self._start_worker()
        self._thread = threading.Thread(target=self._serve, name="leerwijzer-sandbox", daemon=True)
        self._thread.start()

    def submit(self, job: Job) -> None:
        """Queue a job; its descriptor is closed when it has started."""
        with self._lock:
            self._waiting.append(job)
        self._wake()
        if self._closing:
            self._fail_waiting()

    def close(self) -> None:
        """End the processes and the thread; jobs that run or wait end as crashed."""
        self._closing = True
        self._wake()
        self._thread.join()
        self._selector.close()
        for descriptor in (self._wake_read, self._wake_write):
            os.close(descriptor)

    def _wake(self) -> None:
        try:
            os.write(self._wake_write, b"!")
        except BlockingIOError:
            return  # the pipe is full of wake-ups already

    def _start_worker(self) -> None:
        """Start the process that forks the readers and wait until it has loaded the parsers."""
        ours, theirs = socket.socketpair()
        code = (
            "import sys; sys.path[:0] = [path for path in sys.argv[2:] if path not in sys.path]\n"
            "from knowledge.parsing.worker import main; main(int(sys.argv[1]))"
        )
        command = [sys.executable, "-c", code, str(theirs.fileno()), *sys.path]
        self._process = subprocess.Popen(
            command,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        theirs.close()
        ours.settimeout(_START_SECONDS)
        try:
            greeting = ours.recv(_CHUNK)
        except OSError as error:
            raise SandboxStartError(str(error)) from error
        if not greeting:
            raise SandboxStartError(f"het stopte met code {self._process.wait()}")
        ours.settimeout(None)
        self._control, self._partial = ours, b""
        self._selector.register(ours, selectors.EVENT_READ)

    def _serve(self) -> None:
        """Serve until closed; whatever ends this thread, nobody is left waiting for a job."""
        try:
            self._serve_events()
        finally:
            self._closing = True
            self._end_worker()
            self._fail_running()
            self._fail_waiting()

    def _serve_events(self) -> None:
        while not self._closing:
            self._start_waiting()
            is_alive = True
            for key, _ in self._selector.select(self._patience()):
                if key.fd == self._wake_read:
                    os.read(self._wake_read, 4096)
                elif key.fileobj is self._control:
                    is_alive = self._read_control()
                elif key.data is not None:
                    self._read_output(key.data)
            if not is_alive:
                self._restart()  # after the events: it closes descriptors that they name
            self._stop_late()

    def _start_waiting(self) -> None:
        while len(self._running) < self._workers:
            with self._lock:
                if not self._waiting:
                    return
                job = self._waiting.popleft()
            read_end, write_end = os.pipe()
            message = json.dumps({"job": job.number} | job.message).encode() + b"\n"
            with suppress(OSError):  # a worker that has just died is seen on the socket, and replaced
                socket.send_fds(self._control, [message], [job.descriptor, write_end])
            os.close(job.descriptor)
            os.close(write_end)
            running = _Running(job, read_end, time.monotonic())
            self._running[job.number] = running
            self._selector.register(read_end, selectors.EVENT_READ, running)

    def _patience(self) -> float | None:
        """Return the seconds until the first running job is late, None when none runs."""
        now = time.monotonic()
        left = [running.started + running.job.wall_seconds - now for running in self._running.values()]
        return max(0.0, min(left)) + 0.01 if left else None

    def _stop_late(self) -> None:
        now = time.monotonic()
        for running in self._running.values():
            if not running.timed_out and now - running.started > running.job.wall_seconds:
                running.timed_out = True
                self._kill(running)

    def _kill(self, running: _Running) -> None:
        with suppress(OSError):  # a worker that has just died takes its children along
            self._control.sendall(json.dumps({"kill": running.job.number}).encode() + b"\n")

    def _read_output(self, running: _Running) -> None:
        chunk = os.read(running.output, _CHUNK)
        if not chunk:
            self._selector.unregister(running.output)
            os.close(running.output)
            running.is_open = False
            self._finish(running)
            return
        running.size += len(chunk)
        if running.size <= self._result_bytes + _CHUNK:
            running.chunks.append(chunk)
        elif not running.too_large:
            running.too_large = True
            running.chunks.clear()
            self._kill(running)

    def _read_control(self) -> bool:
        """Take in which jobs have ended. Return False when the worker is gone."""
        try:
            data = self._control.recv(_CHUNK)
        except ConnectionError:  # it died with a message unread
            return False
        if not data:
            return False
        *lines, self._partial = (self._partial + data).split(b"\n")
        for line in lines:
            end = json.loads(line)
            running = self._running.get(int(end.get("job", 0)))
            if running is not None:
                running.end = end
                self._finish(running)
        return True

    def _finish(self, running: _Running) -> None:
        """Tell how a job ended once its process has ended and all that it wrote is read."""
        if running.is_open or running.end is None:
            return
        del self._running[running.job.number]
        data = b"".join(running.chunks)
        running.job.finished(
            JobEnd(
                status=int(running.end["status"]),
                tag=data[_HASH : _HASH + 1].decode("ascii", "replace"),
                payload=data[_HASH + 1 :],
                content_hash=data[:_HASH].decode("ascii", "replace"),
                seconds=time.monotonic() - running.started,
                cpu_seconds=running.end["cpu"],
                memory_bytes=int(running.end["memory"]),
                page=int(running.end["page"]),
                timed_out=running.timed_out,
                too_large=running.too_large,
            )
        )

    def _restart(self) -> None:
        """Go on with a new worker after the old one died (killed by the system, say)."""
        self._end_worker()
        self._fail_running()
        self._start_worker()

    def _end_worker(self) -> None:
        """Close the socket, at which the worker kills its children and ends."""
        if self._control.fileno() >= 0:
            self._selector.unregister(self._control)
            self._control.close()
        self._process.wait()

    def _fail_running(self) -> None:
        """End every running job as crashed."""
        for running in list(self._running.values()):
            if running.is_open:
                self._selector.unregister(running.output)
                os.close(running.output)
            del self._running[running.job.number]
            running.job.finished(_crashed(time.monotonic() - running.started))

    def _fail_waiting(self) -> None:
        """End every job that has not started as crashed."""
        with self._lock:
            waiting, self._waiting = list(self._waiting), deque()
        for job in waiting:
            os.close(job.descriptor)
            job.finished(_crashed(0.0))


def _crashed(seconds: float) -> JobEnd:
    return JobEnd(status=-9, tag="", payload=b"", content_hash="", seconds=seconds)
