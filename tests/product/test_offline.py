"""With nothing but itself: an ingest and an answer without a network, a key or a look-up of a name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.library_home import LibraryHome
from tests.support.offline import run_offline

ROOT = Path(__file__).resolve().parents[2]
SECRETS = (
    "OPENAI_API_KEY",
    "LEERWIJZER_MODEL",
    "LEERWIJZER_MODEL_URL",
    "LEERWIJZER_DATABASE_URL",
    "LEERWIJZER_CHROMA_URL",
)


@pytest.fixture(params=["with the library", pytest.param("new", marks=pytest.mark.slow)])
def environment(request: pytest.FixtureRequest, library_home: LibraryHome, tmp_path: Path) -> dict[str, str]:
    home = tmp_path / "home"
    if request.param != "new":
        library_home.copy_to(home)
    kept = {name: value for name, value in os.environ.items() if name not in SECRETS}
    workers = "2" if request.param == "new" else "1"
    return {**kept, "LEERWIJZER_HOME": str(home), "LEERWIJZER_WORKERS": workers}


def test_an_ingest_and_a_question_need_no_network(environment: dict[str, str], tmp_path: Path) -> None:
    guide = tmp_path / "lassen.md"
    guide.write_text("# Lassen\n\nLassen leer je in Hengelo bij de Tuinderskade.\n", "utf-8")
    taken = run_offline([sys.executable, "ingest.py", str(guide)], environment, ROOT)
    assert taken.returncode == 0, taken.stderr
    command = [sys.executable, "-m", "assistant", "ask", "Waar leer ik lassen bij de Tuinderskade?", "--json"]
    asked = run_offline(command, environment, ROOT)
    assert asked.returncode == 0, asked.stderr
    answer = json.loads(asked.stdout)
    assert "Hengelo" in answer["answer"]
    assert answer["citations"]


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.getaddrinfo('example.org', 443)",
        "import socket; socket.create_connection(('192.0.2.1', 443), 1)",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
    ],
)
def test_the_guard_sees_an_attempt(attempt: str) -> None:
    tried: subprocess.CompletedProcess[str] = run_offline(
        [sys.executable, "-c", attempt], dict(os.environ), ROOT
    )
    assert tried.returncode == 99
    assert "the network was tried" in tried.stderr
