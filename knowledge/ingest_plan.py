"""What an ingest has to do, decided from what is known and from the files' stamps alone."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from knowledge.chunking import CHUNKER_VERSION
from knowledge.parsing.discovery import FoundFile
from knowledge.parsing.sandbox import mapping_beside
from knowledge.store.sources import StoredFile
from knowledge.types import RowReport

PARSER_VERSION = "4"
"""Raised when the text of a page could come out differently; every file is then read again."""

PIPELINE = f"parse-{PARSER_VERSION}+chunk-{CHUNKER_VERSION}"


class FileState(StrEnum):
    """What became of a file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileReport:
    """One line of the report; `note` is the reason of a failure, or what was noticed, in Dutch.

    `rows` says of a catalogue file what became of each of its rows.
    """

    address: str
    state: FileState
    passages: int = 0
    note: str = ""
    records: int = 0
    rows: tuple[RowReport, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file that was found, with the address by which the store knows it."""

    address: str
    found: FoundFile

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.found.path


@dataclass(frozen=True, slots=True)
class IngestPlan:
    """What an ingest has to do, decided from the files' stamps alone."""

    to_read: tuple[ListedFile, ...]
    unchanged: tuple[FileReport, ...]
    gone: tuple[StoredFile, ...]
    known: dict[str, StoredFile]
    present: frozenset[str]
    roots: tuple[str, ...]

    @classmethod
    def of(
        cls,
        files: Sequence[ListedFile],
        known: Sequence[StoredFile],
        roots: Sequence[str],
        is_forced: bool = False,
    ) -> IngestPlan:
        """Compare the files with what is known; `is_forced` has every file read again."""
        by_address = {file.address: file for file in known}
        present = frozenset(file.address for file in files)
        gone = [file for file in known if file.address not in present and file.root and file.root in roots]
        orphaned = {file.source_id for file in gone if not file.is_alias}
        to_read, unchanged = [], []
        for file in files:
            before = by_address.get(file.address)
            is_settled = before is not None and before.source_id not in orphaned and not is_forced
            if is_settled and before is not None and before.stamp == stamp_of(file.path):
                unchanged.append(FileReport(file.address, FileState.UNCHANGED))
            else:
                to_read.append(file)
        kept = frozenset(file.address for file in known if file not in gone)
        return cls(tuple(to_read), tuple(unchanged), tuple(gone), by_address, present | kept, tuple(roots))

    def root_of(self, address: str) -> str:
        """Return the folder of this ingest that owns an address, or the one that owned it before."""
        owners = [root for root in self.roots if address.startswith(root)]
        if owners:
            return max(owners, key=len)
        before = self.known.get(address)
        return before.root if before else ""


def source_id_of(address: str) -> str:
    """Return the id of the source at an address: the same whatever its content."""
    return hashlib.sha256(address.encode("utf-8", "surrogateescape")).hexdigest()[:12]


def pipeline_of(path: Path) -> str:
    """Return how a file is read: by this version, and by its mapping file where it has one."""
    mapping = mapping_beside(path)
    return f"{PIPELINE}+map-{hashlib.sha256(mapping.encode()).hexdigest()[:8]}" if mapping else PIPELINE


def stamp_of(path: Path) -> str:
    """Return what tells cheaply that a file has not been touched since it was read, and how it was read."""
    about = path.stat()
    return f"{about.st_size}:{about.st_mtime_ns}:{about.st_ctime_ns}:{about.st_ino}:{pipeline_of(path)}"
