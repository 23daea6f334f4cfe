"""What all tests share: the library's home, the shared data, and a guard against the network."""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as ui.py does, before numpy is loaded

import gc
import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.library_home import LibraryHome, home_of_this_run, opened_copy

if TYPE_CHECKING:  # every process of a run loads this file; few need these
    from assistant.chain import AnswerChain
    from knowledge.build import Knowledge

ROOT = Path(__file__).resolve().parent.parent

# A run makes little garbage beside the million objects that have to be looked through for it.
gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Look for garbage no more in what stays for the whole run: the tests, and all modules that they have loaded."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the repository (or LEERWIJZER_SHARED); skips when absent."""
    folder = Path(os.environ.get("LEERWIJZER_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"development data not found at {folder}; set LEERWIJZER_SHARED to run this test")
    return folder


@pytest.fixture(scope="session")
def library_home(tmp_path_factory: pytest.TempPathFactory) -> LibraryHome:
    """The home with the bundled library, made once for all processes of a run; tests work on copies."""
    return home_of_this_run(tmp_path_factory)


@pytest.fixture(scope="session")
def library(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """The bundled library, opened once in a process for all tests that only read it."""
    with opened_copy(library_home, tmp_path_factory.mktemp("library")) as knowledge:
        yield knowledge


@pytest.fixture(scope="session")
def chain(library: Knowledge) -> AnswerChain:
    """The product over that library, on the day on which it was checked: its schemes are open or ended as of then."""
    from assistant.build import chain_over
    from assistant.config import AssistantSettings

    return chain_over(library, AssistantSettings(), {}, lambda: date(2026, 11, 21))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail any test that connects to another machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else "unix"
        if host not in ("127.0.0.1", "::1", "localhost", "unix"):
            pytest.fail(f"a test tried to reach {host}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)
