"""The command that opens the page: `python ui.py`. The sentences it prints are Dutch.

A start does three things beside each other: the answering processes load, the knowledge base is checked, and Gradio is imported.
So this module imports nothing heavy by itself; every process that answers imports it too.
"""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.allocator import keep_together
from assistant.config import AssistantSettings, settings_from
from assistant.interface.settings import LOOPBACK_HOSTS, PageSettings
from assistant.types import Assistant
from assistant.workers import OpenedWhenAsked, PooledAssistant, load_ahead
from knowledge.errors import KnowledgeError

if TYPE_CHECKING:
    from assistant.writing.plannings import Plannings
    from knowledge.build import Knowledge

LOWEST_PORT, HIGHEST_PORT = 1, 65_535


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the page until stopped; return 0, or 1 after a sentence that says what to mend."""
    asked = _parser().parse_args(arguments)
    try:
        settings = settings_from(os.environ, asked.host, asked.port)
        page = settings_for(settings.host, settings.port, (*settings.allowed_hosts, *asked.toegestaan))
        _serve(settings, page, asked.home)
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _serve(settings: AssistantSettings, page: PageSettings, home: Path | None) -> None:
    """Open everything, the slow things beside each other, and serve until stopped."""
    keep_together()
    gc.disable()  # what a start makes stays: to look through it again and again took a tenth of a start
    if settings.answer_processes:
        load_ahead()
    from assistant.build import opened_knowledge, plannings_over

    with ExitStack() as stack:
        stack.callback(gc.enable)
        knowledge = stack.enter_context(opened_knowledge(os.environ, home))
        knowledge.checker.warm_up()
        plannings = plannings_over(knowledge)
        with ThreadPoolExecutor(1) as beside:
            opening = beside.submit(_answering, knowledge, plannings, settings, home)
            from assistant.interface.app import serve
            from assistant.interface.gradio_library import gradio_library
            from assistant.interface.rooms.staff.opening import first_code, staff_services
            from assistant.interface.site import site_over

            gradio_library()
        answering = opening.result()
        stack.callback(answering.close)
        staff = staff_services(knowledge, answering.assistant)
        stack.callback(staff.tasks.close)
        app = site_over(knowledge, answering.assistant, page, staff, plannings, answering.is_ready)
        signal.signal(signal.SIGTERM, end_in_order)
        print(f"Leerwijzer staat op http://{page.host}:{page.port} (stoppen met Ctrl+C).", flush=True)
        print(first_code(staff.accounts, f"http://{page.host}:{page.port}"), end="", flush=True)
        gc.freeze()
        gc.enable()
        serve(app, page)


def end_in_order(number: int, frame: object) -> None:
    """End as after an interrupt of the keyboard: the server raises the signal anew when it has stopped, and then all is closed."""
    raise SystemExit(0)


@dataclass(frozen=True, slots=True)
class Answering:
    """What answers, whether it does already, and how to end it."""

    assistant: Assistant
    is_ready: Callable[[], bool] = lambda: True
    close: Callable[[], None] = lambda: None


def _answering(
    knowledge: Knowledge, plannings: Plannings, settings: AssistantSettings, home: Path | None
) -> Answering:
    """Bring the knowledge base up to date, and open what answers: in processes of its own where those were asked for."""
    from assistant.build import chain_over, open_assistant

    opened = partial(chain_over, knowledge, settings, os.environ, plannings=plannings)
    if settings.answer_processes:
        there = partial(open_assistant, dict(os.environ), home)
        here = OpenedWhenAsked(opened)
        pooled = begun_beside(
            partial(knowledge.make_ready, _report),
            knowledge.builder.shelf.current,
            partial(PooledAssistant, here, there, settings.answer_processes),
        )
        return Answering(pooled, lambda: pooled.is_ready, pooled.close)
    knowledge.make_ready(_report)
    chain = opened()
    chain.warm_up()
    return Answering(chain)


def begun_beside(
    make_ready: Callable[[], object], current: Callable[[], int | None], begin: Callable[[], PooledAssistant]
) -> PooledAssistant:
    """Return answering processes over a knowledge base that `make_ready` has brought up to date.

    Where there is a generation they begin beside that check, which takes half as long as they take to open. When it was damaged,
    or another took its place, they are closed and others begin. What `make_ready` raises is raised, and none are left.
    """
    generation = current()
    with ExitStack() as unless_sound:
        early = begin() if generation is not None else None
        if early is not None:
            unless_sound.callback(early.close)
        make_ready()
        if early is not None and early.has_lost_none and current() == generation:
            unless_sound.pop_all()
            return early
    return begin()


def _report(stage: str, done: int, total: int) -> None:
    """Show how far the start is: one line per stage, rewritten on a terminal."""
    if sys.stderr.isatty():
        print(
            f"\r{stage}: {done} van {total}   ", end="" if done < total else "\n", file=sys.stderr, flush=True
        )
    elif done == total:
        print(f"{stage}: {total} van {total}", file=sys.stderr, flush=True)


def settings_for(host: str, port: int, allowed: tuple[str, ...]) -> PageSettings:
    """Return the settings for an address; a concrete host may be called by its own name."""
    own = () if host in {"0.0.0.0", "::"} else (host,)  # noqa: S104
    return PageSettings(
        host=host, port=port, allowed_hosts=tuple(dict.fromkeys((*LOOPBACK_HOSTS, *own, *allowed)))
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ui.py", description="Open de chat van Leerwijzer in de browser.")
    parser.add_argument(
        "--host", default=None, help="adres om op te luisteren (standaard alleen deze computer)"
    )
    parser.add_argument("--port", type=_port, default=None, help="poort (standaard 7860)")
    parser.add_argument("--home", type=Path, default=None, help="map met de database en de index")
    parser.add_argument(
        "--toegestaan",
        action="append",
        default=[],
        metavar="NAAM",
        help="naam waaronder de pagina bereikbaar is, bijvoorbeeld achter een proxy; mag vaker",
    )
    return parser


def _port(text: str) -> int:
    if not text.isdigit() or not LOWEST_PORT <= int(text) <= HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is geen poort; kies een getal van 1 tot en met 65535")
    return int(text)
