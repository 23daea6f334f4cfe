"""The side of the sandbox that reads files: a parent that forks one limited child per job.

This process loads the parsers once and then forks, so that a job starts in a few milliseconds
and still dies alone. It talks to the sandbox over one socket: a job comes in as a line of JSON
with two file descriptors (the file, and where the result goes); a line goes back when the child
has ended. When the socket closes, the children are killed and this process ends.

A child writes to its output: the SHA-256 of the file in hex, then one letter and its payload:
D a document or picture, E a refusal (JSON: reason, cure), X the name of an unforeseen error.
"""

from __future__ import annotations

import ctypes
import gc
import hashlib
import importlib
import json
import mmap
import os
import resource
import select
import signal
import socket
import struct
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.config import ParsingLimits
from knowledge.errors import UnreadableFileError
from knowledge.parsing.received import ReceivedFile

PRELOADED = ("dispatch", "transport", "pdf", "pictures", "markdown", "html", "docx", "tables", "text")
EXIT_OUT_OF_MEMORY = 77
EXIT_TOO_LARGE = 78
EXIT_UNFORESEEN = 79
_PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that a process gets when its parent dies."""
_MESSAGE = 1 << 16
_SLACK_BYTES = 64 * 1024


@dataclass(slots=True)
class _Child:
    """A running job: where its page number stands (shared memory that the child writes)."""

    job: int
    page: mmap.mmap


def main(control_descriptor: int) -> None:
    """Serve jobs from the socket until it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for module in PRELOADED:
        importlib.import_module(f"knowledge.parsing.{module}")
    gc.collect()
    gc.freeze()
    control = socket.socket(fileno=control_descriptor)
    control.sendall(b'{"ready":true}\n')
    _Nursery(control).serve()


class _Nursery:
    """Start, watch and end children."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._children: dict[int, _Child] = {}
        self._ended, self._ending = os.pipe()
        for end in (self._ended, self._ending):
            os.set_blocking(end, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._ending, warn_on_full_buffer=False)

    def serve(self) -> None:
        """Take jobs and report ends, until the other side closes the socket."""
        poller = select.poll()
        poller.register(self._control, select.POLLIN)
        poller.register(self._ended, select.POLLIN)
        while True:
            ready = {descriptor for descriptor, _ in poller.poll()}
            if self._ended in ready:
                os.read(self._ended, _MESSAGE)
                self._reap()
            if self._control.fileno() in ready and not self._take_message():
                for process in self._children:
                    os.kill(process, signal.SIGKILL)
                return

    def _take_message(self) -> bool:
        """Start or kill a job as the next message says. Return False when the socket has closed."""
        message, descriptors, _, _ = socket.recv_fds(self._control, _MESSAGE, 2)
        while message and not message.endswith(b"\n"):
            message += self._control.recv(_MESSAGE)
        if not message:
            return False
        for line in message.splitlines():
            job = json.loads(line)
            if "kill" in job:
                self._kill(int(job["kill"]))
            else:
                self._start(job, *descriptors)
        return True

    def _kill(self, job: int) -> None:
        for process, child in self._children.items():
            if child.job == job:
                os.kill(process, signal.SIGKILL)

    def _start(self, job: dict[str, Any], file: int, output: int) -> None:
        page = mmap.mmap(-1, 8)
        mine = os.getpid()
        process = os.fork()
        if process == 0:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _die_with(mine)
            self._control.close()
            _run(job, file, output, page)
        os.close(file)
        os.close(output)
        self._children[process] = _Child(int(job["job"]), page)

    def _reap(self) -> None:
        while self._children:
            process, status, usage = os.wait4(-1, os.WNOHANG)
            if process == 0:
                return
            child = self._children.pop(process)
            line = {
                "job": child.job,
                "status": os.waitstatus_to_exitcode(status),
                "cpu": usage.ru_utime + usage.ru_stime,
                "memory": usage.ru_maxrss * 1024,
                "page": struct.unpack("q", child.page[:8])[0],
            }
            child.page.close()
            self._control.sendall(json.dumps(line).encode() + b"\n")


def _die_with(parent: int) -> None:
    """Make this process end when its parent does (Linux; elsewhere the wall clock ends it)."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def _run(job: dict[str, Any], file: int, output: int, page: mmap.mmap) -> None:
    """Do one job in this process, write the result and end the process."""
    status = EXIT_UNFORESEEN
    try:
        limits = ParsingLimits(**job["limits"])
        _limit(limits)
        status = _work(job, limits, file, output, page)
    except MemoryError:
        status = EXIT_OUT_OF_MEMORY
    finally:
        unforeseen = sys.exc_info()[0]
        if status == EXIT_UNFORESEEN and unforeseen is not None:
            os.write(output, b"X" + unforeseen.__name__.encode())
        os._exit(status)


def _limit(limits: ParsingLimits) -> None:
    """Put the caps on this process. Memory is counted above what it holds now."""
    gc.disable()
    quiet = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(quiet, descriptor)
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    memory = _held() + limits.memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _held() -> int:
    """Return the bytes of address space that this process has (Linux; elsewhere 0)."""
    facts = Path("/proc/self/statm")
    return int(facts.read_text(encoding="ascii").split()[0]) * resource.getpagesize() if facts.exists() else 0


def _work(job: dict[str, Any], limits: ParsingLimits, file: int, output: int, page: mmap.mmap) -> int:
    """Return the exit status after writing the result."""

    def on_page(number: int) -> None:
        page[:8] = struct.pack("q", number)
        signal.setitimer(signal.ITIMER_PROF, limits.page_cpu_seconds)

    with os.fdopen(file, "rb") as stream:
        data = stream.read(limits.file_bytes + 1)
    _write(output, hashlib.sha256(data).hexdigest().encode())
    received = ReceivedFile(job["name"], data, limits, job.get("mapping", ""))
    del data
    try:
        result = _result(job, received, on_page)
    except UnreadableFileError as error:
        refusal = {"reason": error.reason, "cure": error.cure}
        _write(output, b"E" + json.dumps(refusal).encode())
        return 0
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if len(result) > limits.result_bytes:
        return EXIT_TOO_LARGE
    _write(output, b"D")
    _write(output, result)
    return 0


def _result(job: dict[str, Any], received: ReceivedFile, on_page: Any) -> bytes:
    from knowledge.parsing.dispatch import parse_received
    from knowledge.parsing.pictures import page_picture
    from knowledge.parsing.transport import to_bytes

    if job["kind"] == "picture":
        on_page(job["page"])
        return page_picture(received.data, job["page"], job["quote"], job["width"])
    return to_bytes(parse_received(received, on_page))


def _write(output: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(output, view) :]
