"""The command that opens the page: `python ui.py`. The sentences it prints are Dutch."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from fastapi import FastAPI

from assistant.build import chain_over, open_assistant, plannings_over, ready_knowledge, today
from assistant.config import settings_from
from assistant.conversation.feedback import SqlFeedback
from assistant.conversation.store import SqlConversations
from assistant.interface.api.services import Services
from assistant.interface.app import Site, create_app, serve
from assistant.interface.library import StoredSources
from assistant.interface.rooms.all_rooms import rooms_over
from assistant.interface.rooms.staff.house import StaffServices
from assistant.interface.rooms.staff.opening import first_code, staff_services
from assistant.interface.rooms.visits import Visits
from assistant.interface.settings import LOOPBACK_HOSTS, PageSettings
from assistant.types import Assistant
from assistant.workers import PooledAssistant
from assistant.writing.plannings import Plannings
from knowledge.build import Knowledge
from knowledge.errors import KnowledgeError

LOWEST_PORT, HIGHEST_PORT = 1, 65_535


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the page until stopped; return 0, or 1 after a sentence that says what to mend."""
    asked = _parser().parse_args(arguments)
    try:
        settings = settings_from(os.environ, asked.host, asked.port)
        with ready_knowledge(os.environ, asked.home, _report) as knowledge:
            plannings = plannings_over(knowledge)
            chain = chain_over(knowledge, settings, os.environ, plannings=plannings)
            page = settings_for(settings.host, settings.port, (*settings.allowed_hosts, *asked.toegestaan))
            with spread(chain, settings.answer_processes, asked.home) as assistant:
                staff = staff_services(knowledge, assistant)
                app = site_over(knowledge, assistant, page, staff, plannings)
                print(f"Leerwijzer staat op http://{page.host}:{page.port} (stoppen met Ctrl+C).", flush=True)
                print(first_code(staff.accounts, f"http://{page.host}:{page.port}"), end="", flush=True)
                try:
                    serve(app, page)
                finally:
                    staff.tasks.close()
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


@contextmanager
def spread(chain: Assistant, processes: int, home: Path | None) -> Iterator[Assistant]:
    """Give an assistant that answers in so many processes beside this one; the chain itself for none."""
    if processes == 0:
        yield chain
        return
    pooled = PooledAssistant(chain, partial(open_assistant, dict(os.environ), home), processes)
    try:
        yield pooled
    finally:
        pooled.close()


def site_over(
    knowledge: Knowledge,
    assistant: Assistant,
    settings: PageSettings,
    staff: StaffServices | None = None,
    plannings: Plannings | None = None,
) -> FastAPI:
    """Return the whole site over an opened knowledge base: the conversation and all rooms."""
    staff = staff or staff_services(knowledge, assistant)
    plannings = plannings or plannings_over(knowledge)
    audience_of, visits = staff.access.audience_of, Visits()
    rooms = rooms_over(knowledge, visits, audience_of, today, staff, plannings)
    conversations = SqlConversations(knowledge.database)
    services = Services(assistant, knowledge.catalogues, plannings, today)
    site = Site(audience_of, rooms, services, SqlFeedback(knowledge.database), visits)
    return create_app(assistant, StoredSources(knowledge), settings, conversations, site)


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
