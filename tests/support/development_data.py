"""The development data beside the repository: what is absent is skipped by its path."""

from __future__ import annotations

from pathlib import Path

import pytest


def development_path(shared: Path, relative: str) -> Path:
    """Return `shared / relative`; skip the test, naming the path, where this copy of the data has no such file or folder."""
    path = shared / relative
    if not path.exists():
        pytest.skip(
            f"the development data has no {relative} in {shared}; set LEERWIJZER_SHARED to a whole copy"
        )
    return path
