"""The command that opens the page."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.interface.start import begun_beside, main, settings_for
from assistant.workers import PooledAssistant
from tests.assistant.test_workers import HERE, open_nowhere, open_there

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


class Begun:
    """Begins pools of one process, and knows them all; the first cannot open its own where the index is damaged."""

    def __init__(self, is_damaged: bool = False) -> None:
        self.is_damaged, self.pools = is_damaged, list[PooledAssistant]()

    def __call__(self) -> PooledAssistant:
        opens = open_nowhere if self.is_damaged and not self.pools else open_there
        self.pools.append(PooledAssistant(HERE, opens, processes=1))
        return self.pools[-1]


@pytest.fixture
def begin() -> Iterator[Callable[..., Begun]]:
    made: list[Begun] = []

    def one(is_damaged: bool = False) -> Begun:
        made.append(Begun(is_damaged))
        return made[-1]

    yield one
    for pool in (pool for each in made for pool in each.pools):
        pool.close()


def test_processes_begin_beside_the_check_of_a_generation_that_turns_out_sound(begin):
    begun = begin()
    seen: list[int] = []
    pooled = begun_beside(lambda: seen.append(len(begun.pools)), lambda: 7, begun)
    assert seen == [1]
    assert begun.pools == [pooled]
    assert pooled.wait(60)


def test_processes_begin_after_the_first_generation_was_built(begin):
    begun = begin()
    built: list[int] = []
    pooled = begun_beside(lambda: built.append(1), lambda: built[0] if built else None, begun)
    assert begun.pools == [pooled]


def test_processes_over_a_generation_that_was_replaced_are_closed_and_others_begin(begin):
    begun = begin()
    numbers = [7, 8]
    pooled = begun_beside(lambda: None, lambda: numbers.pop(0), begun)
    assert begun.pools[1:] == [pooled]
    assert begun.pools[0].is_ready  # closed: nobody waits for its processes


def test_processes_that_a_damaged_generation_ended_are_left_behind(begin):
    begun = begin(is_damaged=True)

    def until_one_is_lost() -> None:
        while begun.pools[0].has_lost_none:
            pass

    assert begun_beside(until_one_is_lost, lambda: 7, begun) is begun.pools[1]


def test_no_process_is_left_where_the_knowledge_base_cannot_be_made_ready(begin):
    begun = begin()

    def fails() -> None:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        begun_beside(fails, lambda: 7, begun)
    assert [pool.is_ready for pool in begun.pools] == [True]
