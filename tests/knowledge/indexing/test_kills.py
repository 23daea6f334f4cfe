"""An ingest that is killed leaves every document whole or absent, and the next one completes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.killed_ingest import ROOT, run_kills, write_documents


@pytest.mark.parametrize("kills", [2, pytest.param(5, marks=pytest.mark.slow)])
def test_a_killed_ingest_leaves_every_document_whole_and_readers_served(tmp_path: Path, kills: int) -> None:
    killed = run_kills(tmp_path, kills, seed=1)
    assert killed.hits >= 1
    assert killed.answers >= 5


@pytest.mark.soak
def test_a_thousand_kills_break_nothing(tmp_path: Path) -> None:
    killed = run_kills(tmp_path, kills=1_000, seed=2)
    assert killed.hits >= 500


@pytest.mark.slow
def test_of_twenty_simultaneous_starts_one_owns_the_index(tmp_path: Path) -> None:
    write_documents(tmp_path / "documents", 0, count=60)
    home = tmp_path / "home"
    command = [sys.executable, "ingest.py", str(tmp_path / "documents"), "--home", str(home)]
    started = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(20)
    ]
    ended = [(process.communicate(), process.returncode) for process in started]
    owners = [out for (out, _), code in ended if code == 0]
    refused = [error for (_, error), code in ended if code == 1]
    assert len(owners) + len(refused) == 20
    assert sum("61 nieuw" in out for out in owners) == 1
    assert all("maar een tegelijk" in error.replace("\n", " ") for error in refused)
