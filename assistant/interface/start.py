"""The command that opens the page: `python ui.py`. The sentences it prints are Dutch."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.interface.app import create_app, serve
from assistant.interface.settings import LOOPBACK_HOSTS, PageSettings
from knowledge.errors import KnowledgeError

LOWEST_PORT, HIGHEST_PORT = 1, 65_535


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the page until stopped; return 0, or 1 after a sentence that says what to mend."""
    asked = _parser().parse_args(arguments)
    settings = settings_for(asked.host, asked.port, tuple(asked.toegestaan))
    from assistant.build import build_page  # type: ignore[import-not-found]

    try:
        assistant, sources, conversations = build_page(asked.home)
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return 1
    app = create_app(assistant, sources, settings, conversations)
    print(f"Leerwijzer start op http://{settings.host}:{settings.port} (stoppen met Ctrl+C).", flush=True)
    serve(app, settings)
    return 0


def settings_for(host: str, port: int, allowed: tuple[str, ...]) -> PageSettings:
    """Return the settings for an address; a concrete host may be called by its own name."""
    own = () if host in {"0.0.0.0", "::"} else (host,)  # noqa: S104
    return PageSettings(
        host=host, port=port, allowed_hosts=tuple(dict.fromkeys((*LOOPBACK_HOSTS, *own, *allowed)))
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ui.py", description="Open de chat van Leerwijzer in de browser.")
    parser.add_argument(
        "--host", default="127.0.0.1", help="adres om op te luisteren (standaard alleen deze computer)"
    )
    parser.add_argument("--port", type=_port, default=7860, help="poort (standaard 7860)")
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
