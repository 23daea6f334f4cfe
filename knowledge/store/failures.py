"""Turns the operating system's refusals to write into errors that say what to mend."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.errors import DiskFullError, KnowledgeError, UnusableFolderError

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)

LEAST_ROOM = 16 * 1024 * 1024
"""With less free than this, a write that failed for a vague reason failed for want of room: SQLite and Chroma
take back what they had written before they report it."""


def has_no_room(folder: Path) -> bool:
    """Say whether the disk of `folder` (or of the nearest folder above that exists) is as good as full."""
    existing = next((path for path in (folder, *folder.parents) if path.exists()), Path())
    return shutil.disk_usage(existing).free < LEAST_ROOM


def folder_failure(folder: Path, error: OSError) -> KnowledgeError:
    """Return what an error on writing below `folder` means for the person who must mend it.

    numpy reports a short write without an errno.
    """
    if error.errno in NO_ROOM or (error.errno is None and has_no_room(folder)):
        return DiskFullError(str(folder))
    return UnusableFolderError(folder, error.strerror or str(error))


@contextmanager
def writing_below(folder: Path) -> Iterator[None]:
    """Translate the errors of the operating system while files below `folder` are written."""
    try:
        yield
    except OSError as error:
        raise folder_failure(folder, error) from error
