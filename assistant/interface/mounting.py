"""Mounts the page in the application, with everything that Gradio would add to it turned off."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import gradio as gr
from fastapi import FastAPI
from gradio.routes import App
from starlette.routing import Match, Mount
from starlette.types import Scope

from assistant.interface.open_pages import OpenPages

PROTOCOL = "/gradio_api/"
"""Where the page asks its questions and hears the answers."""


class Straight(Mount):
    """The page for the paths of its protocol, which are asked for most: found before the routes of all rooms are tried."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Say whether a request is for the protocol of the page."""
        return super().matches(scope) if scope["path"].startswith(PROTOCOL) else (Match.NONE, {})


def mounted(app: FastAPI, gradio: ModuleType, blocks: gr.Blocks, static: Path) -> FastAPI:
    """Mount the page at the root of `app`; pictures of it are in `static`."""
    whole: FastAPI = gradio.mount_gradio_app(
        app,
        blocks,
        path="/",
        footer_links=[],
        run_history=False,
        show_error=False,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        max_file_size=0,
        favicon_path=str(static / "leerwijzer.svg"),
        theme=gradio.themes.Base(font=["system-ui", "sans-serif"], font_mono=["monospace"], text_size="lg"),
    )
    page = next(
        route.app for route in whole.routes if isinstance(route, Mount) and isinstance(route.app, App)
    )
    page.state_holder = OpenPages(blocks)
    whole.router.routes.insert(0, Straight("/", app=page))
    return whole
