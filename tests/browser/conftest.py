"""A served page and a real Chromium for the browser tests."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from assistant.chain import AnswerChain
from assistant.interface.app import create_app
from assistant.interface.settings import PageSettings
from assistant.interface.site import site_over
from knowledge.build import Knowledge
from tests.support.page_twins import ConversationsInMemory, ScriptedAssistant, SourcesInMemory, demonstration

FEATURES_OFF = (
    # Chromium gives every new window two hidden pages for suggestions below its address bar: a second of work for each
    # browser that a test opens, and no test types there.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    # Those that Playwright turns off itself: of two such flags the last one counts.
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "PreconnectToSearch",
)

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=" + ",".join(FEATURES_OFF),
)


@dataclass(frozen=True, slots=True)
class Served:
    """A running page and the twins behind it."""

    url: str
    assistant: ScriptedAssistant
    sources: SourcesInMemory
    conversations: ConversationsInMemory


class _Server(uvicorn.Server):
    """Says when it listens, so that nobody has to guess."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_listening = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_listening.set()


@contextmanager
def running(app: FastAPI) -> Iterator[str]:
    """Serve `app` on a free port of this machine."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=1)
    server = _Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    assert server.is_listening.wait(30), "the page did not start"
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


@contextmanager
def served(
    assistant: ScriptedAssistant, sources: SourcesInMemory, settings: PageSettings | None = None
) -> Iterator[Served]:
    """Serve the page on twins."""
    conversations = ConversationsInMemory()
    app = create_app(assistant, sources, settings or PageSettings(), conversations)
    with running(app) as url:
        yield Served(url, assistant, sources, conversations)


@pytest.fixture(scope="session")
def site() -> Iterator[Served]:
    """The page with the demonstration behind it."""
    with served(*demonstration(0.01)) as served_page:
        yield served_page


@pytest.fixture(scope="session")
def library_site(library: Knowledge, chain: AnswerChain) -> Iterator[str]:
    """The whole site over the bundled library; gives its address."""
    with running(site_over(library, chain, PageSettings())) as url:
        yield url


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A headless Chromium; without one the tests skip, or fail where a browser is required.

    It ends with its module: Playwright's event loop would be in the way of other tests of the same process.
    """
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        reason = "no chromium on this machine; install the package chromium"
        if os.environ.get("LEERWIJZER_BROWSER_REQUIRED") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page as a new visitor: `open_page(url, width, locale, scheme, bypass_csp=...)`."""
    contexts: list[BrowserContext] = []

    def opened(
        url: str, width: int = 1280, locale: str = "nl-NL", scheme: str = "light", *, bypass_csp: bool = False
    ) -> Page:
        height = 740 if width < 500 else 800
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            locale=locale,
            color_scheme=scheme,
            bypass_csp=bypass_csp,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def visit(open_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open the conversation as a new visitor, as `open_page` does, and wait until it can be used."""

    def visited(
        url: str, width: int = 1280, locale: str = "nl-NL", scheme: str = "light", *, bypass_csp: bool = False
    ) -> Page:
        page = open_page(url, width, locale, scheme, bypass_csp=bypass_csp)
        page.wait_for_selector("#lw-vraagvak textarea")
        page.wait_for_selector("#lw-kop h1")
        return page

    return visited


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """The folder that keeps the pictures: LEERWIJZER_SCREENSHOTS, or a temporary one."""
    folder = Path(os.environ.get("LEERWIJZER_SCREENSHOTS") or tempfile.mkdtemp(prefix="leerwijzer-"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def picture(screenshots: Path) -> Callable[..., None]:
    """Keep a picture of a page under a name where LEERWIJZER_SCREENSHOTS asks for them; else none is taken, as nobody sees it."""

    def taken(page: Page, name: str, *, full_page: bool = False) -> None:
        if os.environ.get("LEERWIJZER_SCREENSHOTS"):
            page.screenshot(path=screenshots / name, full_page=full_page)

    return taken


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from AXE_PATH or node_modules; it is not part of this repository (MPL-2.0)."""
    root = Path(__file__).parents[2]
    path = Path(os.environ.get("AXE_PATH") or root / "node_modules" / "axe-core" / "axe.min.js")
    if not path.is_file():
        pytest.skip("axe-core is not here; `npm install --no-save axe-core` brings it")
    return path.read_text(encoding="utf-8")
