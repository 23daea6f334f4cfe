"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data: LEERWIJZER_SHARED, or `../shared` beside the repository."""
    folder = Path(os.environ.get("LEERWIJZER_SHARED") or _BESIDE)
    if not folder.is_dir():
        pytest.skip("no development data: set LEERWIJZER_SHARED to its folder")
    return folder
