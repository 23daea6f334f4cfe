"""Serve the page with the twins: `python -m tests.support.serve_demo [port] [pause in seconds]`."""

from __future__ import annotations

import sys

from assistant.interface.app import create_app, serve
from assistant.interface.settings import PageSettings
from tests.support.page_twins import ConversationsInMemory, demonstration


def main() -> None:
    """Serve until stopped."""
    port, pause = (
        (float(a) for a in [*sys.argv[1:], "7861", "0.03"][:2])
        if len(sys.argv) < 3
        else map(float, sys.argv[1:3])
    )
    settings = PageSettings(port=int(port))
    assistant, sources = demonstration(pause)
    serve(create_app(assistant, sources, settings, ConversationsInMemory()), settings)


if __name__ == "__main__":
    main()
