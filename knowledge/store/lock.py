"""One builder at a time: an operating-system lock that a killed process cannot leave behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from knowledge.errors import StoreBusyError
from knowledge.store.failures import folder_failure


@contextmanager
def building(home: Path) -> Iterator[None]:
    """Hold the builder's lock of `home`; raise `StoreBusyError` at once when another process has it.

    Raises `UnusableFolderError` or `DiskFullError` when the lock's file cannot be made.

    The lock is flock(2): the kernel releases it when its holder ends, however that happens.
    """
    lock = FileLock(home / "builder.lock")
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StoreBusyError(home) from error
    except OSError as error:
        raise folder_failure(home, error) from error
    try:
        yield
    finally:
        lock.release()
