"""The command that opens the page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from assistant.interface.start import main, settings_for

ROOT = Path(__file__).resolve().parents[3]


def test_by_default_only_this_computer_may_call():
    settings = settings_for("127.0.0.1", 7860, ())
    assert set(settings.allowed_hosts) == {"127.0.0.1", "localhost", "[::1]"}


def test_a_public_name_is_allowed_when_it_is_given():
    settings = settings_for("0.0.0.0", 80, ("leerwijzer.example",))
    assert "leerwijzer.example" in settings.allowed_hosts
    assert "0.0.0.0" not in settings.allowed_hosts


@pytest.mark.parametrize("port", ["0", "70000", "abc"])
def test_an_impossible_port_is_refused_with_a_sentence(port, capsys):
    with pytest.raises(SystemExit):
        main(["--port", port])
    assert "is geen poort" in capsys.readouterr().err


STOPPED = """
import os, signal
from contextlib import ExitStack, asynccontextmanager
from fastapi import FastAPI
from assistant.interface.app import serve
from assistant.interface.settings import PageSettings
from assistant.interface.start import end_in_order

@asynccontextmanager
async def told_to_stop(app):
    os.kill(os.getpid(), signal.SIGTERM)
    yield

signal.signal(signal.SIGTERM, end_in_order)
with ExitStack() as opened:
    opened.callback(print, "gesloten", flush=True)
    serve(FastAPI(lifespan=told_to_stop), PageSettings(port=0))
"""


def test_a_page_that_is_told_to_stop_closes_what_it_opened():
    ended = subprocess.run(
        [sys.executable, "-c", STOPPED], capture_output=True, text=True, check=False, cwd=ROOT, timeout=120
    )
    assert (ended.returncode, ended.stdout) == (0, "gesloten\n"), ended.stderr


def test_starting_loads_nothing_heavy_by_itself_since_every_answering_process_does_so_too():
    code = "import sys, assistant.interface.start as _; print(*{name.split('.')[0] for name in sys.modules})"
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, timeout=120
    )
    assert not {"gradio", "fastapi", "chromadb", "langchain_core", "sqlalchemy", "numpy"} & set(
        ended.stdout.split()
    )
