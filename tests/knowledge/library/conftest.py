"""The library under test, and the facts it was written from where they are present."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.knowledge.library.reading import LIBRARY

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def library() -> Path:
    return LIBRARY


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = Path(os.environ.get("LEERWIJZER_SHARED", REPOSITORY.parent / "shared"))
    if not (folder / "facts").is_dir():
        pytest.skip(
            "the facts the library was written from are absent; set LEERWIJZER_SHARED to their folder"
        )
    return folder
