"""One builder at a time: an operating-system lock that a killed process cannot leave behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from knowledge.errors import StoreBusyError


@contextmanager
def building(home: Path) -> Iterator[None]:
    """Hold the builder's lock of `home`; raise `StoreBusyError` at once when another process has it.

    The lock is flock(2): the kernel releases it when its holder ends, however that happens.
    """
    home.mkdir(parents=True, exist_ok=True)
    lock = FileLock(home / "builder.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StoreBusyError(home) from error
    try:
        yield
    finally:
        lock.release()
