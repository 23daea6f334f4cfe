"""The library under test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.library.reading import LIBRARY


@pytest.fixture(scope="session")
def library() -> Path:
    return LIBRARY
