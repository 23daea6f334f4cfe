"""Read files that others made in processes with limits: a bomb costs one file and no more."""

from __future__ import annotations

import dataclasses
import itertools
import os
import queue
import stat
import tempfile
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from knowledge.config import ParsingLimits
from knowledge.errors import UnreadableFileError
from knowledge.parsing.discovery import FoundFile
from knowledge.parsing.jobs import Job, JobEnd, JobLoop
from knowledge.parsing.received import visible_name
from knowledge.parsing.transport import from_bytes
from knowledge.parsing.verdicts import error_of
from knowledge.types import ParsedDocument

_MAPPABLE = frozenset({".csv", ".tsv", ".xlsx"})
_LONGEST_MAPPING = 8_000
"""Characters; a hundred columns take half of it."""

_IN_FLIGHT = 2
"""Results per worker that may be waiting for the reader: one being made, one ready."""


@dataclass(frozen=True, slots=True)
class ParseOutcome:
    """What became of one file: a document or an error, never both.

    `content_hash` is the SHA-256 of its bytes in hex, "" when they could not be read. `seconds` is
    the wall clock from start to end, `memory_bytes` the most memory that its process held.
    """

    file: FoundFile
    document: ParsedDocument | None
    error: UnreadableFileError | None
    content_hash: str
    seconds: float
    memory_bytes: int = 0


class Sandbox:
    """Parse files and draw pages in limited processes. Close it, or use it as a context manager.

    Safe to use from more than one thread.
    """

    def __init__(self, limits: ParsingLimits, workers: int = 1) -> None:
        self._limits, self._workers = limits, workers
        self._loop: JobLoop | None = None
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)

    def __enter__(self) -> Sandbox:
        """Return the sandbox itself; processes start with the first job."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all processes."""
        self.close()

    def close(self) -> None:
        """End all processes; running jobs are lost. The sandbox can be used again after it."""
        with self._lock:
            loop, self._loop = self._loop, None
        if loop is not None:
            loop.close()

    def parse_all(self, files: Iterable[FoundFile]) -> Iterator[ParseOutcome]:
        """Yield the outcome of each file as it is done, not in the order of `files`.

        `files` is read as room comes free, in the thread of the caller.
        """
        loop, results = self._running(), queue.SimpleQueue[tuple[FoundFile, JobEnd | UnreadableFileError]]()
        waiting, running = iter(files), 0
        exhausted = False
        while not exhausted or running:
            while not exhausted and running < _IN_FLIGHT * self._workers:
                file = next(waiting, None)
                if file is None:
                    exhausted = True
                    break
                self._submit(loop, file, results)
                running += 1
            if running:
                running -= 1
                yield self._outcome(*results.get())

    def parse(self, file: FoundFile) -> ParseOutcome:
        """Return the outcome of one file."""
        return next(self.parse_all([file]))

    def picture(self, pdf: bytes, page_number: int, quote: str, width: int = 900) -> bytes:
        """Return a PNG of a page with the place of `quote` marked, see `pictures.page_picture`.

        Raises `UnreadableFileError` when the page cannot be drawn.
        """
        with tempfile.TemporaryFile() as stream:
            stream.write(pdf)
            stream.flush()
            descriptor = os.dup(stream.fileno())
        os.lseek(descriptor, 0, os.SEEK_SET)
        results = queue.SimpleQueue[JobEnd]()
        message = self._message("picture", "pagina.pdf") | {
            "page": page_number,
            "quote": quote,
            "width": width,
        }
        self._running().submit(
            Job(next(self._numbers), message, descriptor, results.put, self._limits.wall_seconds)
        )
        end = results.get()
        error = error_of("pagina.pdf", end, self._limits)
        if error is not None:
            raise error
        return end.payload

    def _running(self) -> JobLoop:
        with self._lock:
            if self._loop is None:
                self._loop = JobLoop(self._workers, self._limits.result_bytes)
            return self._loop

    def _message(self, kind: str, name: str) -> dict[str, object]:
        return {"kind": kind, "name": name, "limits": dataclasses.asdict(self._limits)}

    def _submit(
        self,
        loop: JobLoop,
        file: FoundFile,
        results: queue.SimpleQueue[tuple[FoundFile, JobEnd | UnreadableFileError]],
    ) -> None:
        try:
            descriptor = _opened(file)
        except UnreadableFileError as error:
            results.put((file, error))
            return
        message = self._message("parse", file.path.name) | {"mapping": mapping_beside(file.path)}

        def finished(end: JobEnd) -> None:
            results.put((file, end))

        loop.submit(Job(next(self._numbers), message, descriptor, finished, self._limits.wall_seconds))

    def _outcome(self, file: FoundFile, end: JobEnd | UnreadableFileError) -> ParseOutcome:
        if isinstance(end, UnreadableFileError):
            return ParseOutcome(file, None, end, "", 0.0)
        error = error_of(file.path.name, end, self._limits)
        document = None if error is not None else from_bytes(end.payload)
        return ParseOutcome(file, document, error, end.content_hash, end.seconds, end.memory_bytes)


def mapping_path(path: Path) -> Path:
    """Return where the mapping file of a table would be: "aanbod.csv" has "aanbod.mapping.yaml"."""
    return path.with_name(path.stem + ".mapping.yaml")


def mapping_beside(path: Path) -> str:
    """Return the text of the mapping file beside a table, "" when there is none; of a long one the beginning."""
    beside = mapping_path(path)
    if path.suffix.lower() not in _MAPPABLE or not beside.is_file():
        return ""
    try:
        with beside.open(encoding="utf-8", errors="replace") as stream:
            return stream.read(_LONGEST_MAPPING)
    except OSError:
        return "niet te lezen"


def _opened(file: FoundFile) -> int:
    """Open the file that was found: not what a symbolic link put in its place since, nor a pipe."""
    try:
        descriptor = os.open(file.address, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise UnreadableFileError(
            visible_name(file.path.name),
            f"Het bestand is niet te openen ({error.strerror}).",
            "Kijk of het er nog is en of je het mag lezen.",
        ) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UnreadableFileError(
            visible_name(file.path.name), "Dit is geen gewoon bestand.", "Haal het weg uit de map."
        )
    return descriptor
