"""Serve the page with the twins: `python -m tests.support.serve_demo [port] [pause in seconds]`."""

from __future__ import annotations

import sys

from assistant.interface.app import create_app, serve
from assistant.interface.settings import PageSettings
from tests.support.page_twins import ConversationsInMemory, demonstration


def main() -> None:
    """Serve until stopped."""
    port, pause = (sys.argv[1:] + ["7861", "0.03"][len(sys.argv) - 1 :])[:2]
    settings = PageSettings(port=int(port))
    assistant, sources = demonstration(float(pause))
    serve(create_app(assistant, sources, settings, ConversationsInMemory()), settings)


if __name__ == "__main__":
    main()
