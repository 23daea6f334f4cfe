"""Has generations checked in processes of their own, since a damaged index can end a process."""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from knowledge.errors import DamagedGenerationError, DiskFullError

CHECK_SECONDS = 60.0

NO_ROOM = 2
"""Exit code of a check when the disk is too full to tell."""

IMPORTED_FROM = Path(__file__).resolve().parents[2]
"""Where the process finds this package, also when it is not installed and the working folder is another."""


class GenerationChecker:
    """Checks generations. Close it, or use it as a context manager; after closing it starts anew when asked.

    It keeps one process that has Chroma loaded (a second of work) and forks a child for every check.
    Thread-safe.
    """

    def __init__(self, chroma_url: str | None = None, seconds: float = CHECK_SECONDS) -> None:
        self._chroma_url = chroma_url
        self._seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> GenerationChecker:
        """Return the checker itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End its process."""
        self.close()

    def warm_up(self) -> None:
        """Start loading Chroma, beside whatever the caller does next."""
        with self._lock:
            self._started()

    def check(self, folder: Path, number: int) -> None:
        """Check a generation, see `inspection`.

        Raises `DamagedGenerationError` when the child finds damage, dies, or does not finish in time, and
        `DiskFullError` when nothing can be said for want of room.
        """
        asked = json.dumps([str(folder.absolute()), number, self._chroma_url]) + "\n"
        with self._lock:
            answer = self._answer(asked.encode(), number)
        code, found = json.loads(answer)
        if code == NO_ROOM:
            raise DiskFullError(str(folder))
        if code < 0:
            raise DamagedGenerationError(number, f"de controle stierf aan signaal {-code}")
        if code:
            raise DamagedGenerationError(number, found or "de controle brak af")

    def close(self) -> None:
        """End the process, and a check that is running."""
        with self._lock:
            self._end()

    def _answer(self, asked: bytes, number: int) -> bytes:
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(asked)
            process.stdin.flush()
        except BrokenPipeError:
            self._end()
            raise DamagedGenerationError(number, "de controle brak af") from None
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            ready = selector.select(self._seconds)
        answer = process.stdout.readline() if ready else b""
        if not answer:
            self._end()
            found = "brak af" if ready else f"was na {self._seconds:.0f} seconden niet klaar"
            raise DamagedGenerationError(number, f"de controle {found}")
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "knowledge.store.inspection"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=IMPORTED_FROM,
                start_new_session=True,
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()
