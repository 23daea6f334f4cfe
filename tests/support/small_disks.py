"""A disk of a few megabytes, to fill."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """A mounted disk; `filler` is the file that takes all the room."""

    folder: Path

    @property
    def filler(self) -> Path:
        """The file that fills the disk."""
        return self.folder / "filler"

    def fill(self, leave: int = 0) -> None:
        """Take all room but `leave` bytes."""
        with self.filler.open("wb", buffering=0) as stream:
            try:
                while True:
                    stream.write(bytes(4096))
            except OSError:
                pass
            if leave:
                stream.truncate(max(0, stream.tell() - leave))

    def free(self) -> None:
        """Give the room back."""
        self.filler.unlink()


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[SmallDisk]:
    """Mount a disk of `megabytes` in memory on `folder`; skip the test where that is not allowed."""
    folder.mkdir(parents=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount command, so no small disk can be made")
    if mounted.returncode:
        pytest.skip(f"this user may not mount a small disk: {mounted.stderr.strip()}")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
