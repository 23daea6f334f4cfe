"""The bytes of PDF files, by content, so that a cited page can be shown as a picture later."""

from __future__ import annotations

import os
import shutil
from collections.abc import Container
from pathlib import Path

from knowledge.store.failures import writing_below


class OriginalFiles:
    """Files named by the SHA-256 of their content below one folder; written whole or not at all."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "originals"

    def keep(self, path: Path, content_hash: str) -> None:
        """Copy a file in, unless its content is already there. Raises `DiskFullError` and leaves no part behind."""
        target = self._folder / content_hash
        if target.exists():
            return
        aside = target.with_suffix(f".{os.getpid()}.new")
        with writing_below(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                shutil.copyfile(path, aside)
                aside.replace(target)
            finally:
                aside.unlink(missing_ok=True)

    def has(self, content_hash: str) -> bool:
        """Say whether the bytes with this hash are kept."""
        return (self._folder / content_hash).is_file()

    def read(self, content_hash: str) -> bytes | None:
        """Return the bytes with this hash, or None when they are not kept."""
        target = self._folder / content_hash
        return target.read_bytes() if target.is_file() else None

    def keep_only(self, hashes: Container[str]) -> None:
        """Delete every file whose content no current source has."""
        if not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            if path.name not in hashes:
                path.unlink(missing_ok=True)
