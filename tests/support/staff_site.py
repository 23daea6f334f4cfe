"""The whole site over a small library, and browsers without a screen that log in to it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from reportlab.pdfgen.canvas import Canvas

from assistant.build import chain_over
from assistant.config import settings_from
from assistant.interface.rooms.staff.house import StaffServices
from assistant.interface.rooms.staff.opening import staff_services
from assistant.interface.settings import PageSettings
from assistant.interface.site import site_over
from assistant.staff.accounts import Purpose
from assistant.staff.passwords import Cost
from knowledge.types import Audience
from tests.support.homes import Home

CHEAP = Cost(n=16, r=1, p=1)
PASSWORD = "paard batterij nietje"
ADDRESS = "http://127.0.0.1:7860"

PUBLIC_TEXT = (
    "---\ntitle: Lassen in Hengelo\npublisher: Voorbeeldschool\nchecked_on: 2026-10-01\n---\n"
    "# Lassen in Hengelo\n\nDe cursus lassen duurt 20 weken en begint in februari.\n"
)
STAFF_TEXT = (
    "---\ntitle: Draaiboek geheim\naudience: staff\nowner: Team werving\n---\n"
    "# Draaiboek\n\nDe wervingsactie zilvervos begint op 3 maart en kost 12.500 euro.\n"
)


@dataclass(frozen=True, slots=True)
class StaffSite:
    """A site with one public and one staff document."""

    home: Home
    app: FastAPI
    services: StaffServices

    def account(self, name: str = "jan") -> None:
        """Make an account when it is not there."""
        accounts = self.services.accounts
        if name not in {account.name for account in accounts.all()}:
            purpose = Purpose.INVITE if accounts.all() else Purpose.FIRST
            assert accounts.redeem(accounts.issue_code(purpose, "start"), name, PASSWORD) is None

    def visitor(self) -> TestClient:
        """Return a new browser; it follows no redirect by itself."""
        client = TestClient(self.app, base_url=ADDRESS, follow_redirects=False, raise_server_exceptions=False)
        client.get("/beheer/inloggen")
        return client

    def staff(self, name: str = "jan") -> TestClient:
        """Return a browser that is logged in; the account is made when it is not there."""
        self.account(name)
        client = self.visitor()
        response = log_in(client, name, PASSWORD)
        assert response.status_code == 303, response.text
        return client


@contextmanager
def unserved_site(folder: Path) -> Iterator[StaffSite]:
    """Give a site that a test serves itself: its lifespan can begin once."""
    home = Home.below(folder)
    home.write("lassen.md", PUBLIC_TEXT)
    home.write("draaiboek.md", STAFF_TEXT)
    home.ingest()
    chain = chain_over(home.knowledge, settings_from({}), {})
    services = staff_services(home.knowledge, chain, CHEAP)
    app = site_over(home.knowledge, chain, PageSettings(), services)
    try:
        yield StaffSite(home, app, services)
    finally:
        services.tasks.close()
        home.knowledge.close()


@contextmanager
def staff_site(folder: Path) -> Iterator[StaffSite]:
    """Give a site for browsers without a screen."""
    with unserved_site(folder) as site, TestClient(site.app, base_url=ADDRESS):
        yield site


def token_in(html: str) -> str:
    """Return the token of the last form on a page."""
    return re.findall(r'name="bewijs" value="(\w+)"', html)[-1]


def log_in(client: TestClient, name: str, password: str) -> Response:
    """Send the login form as the page has it."""
    page = client.get("/beheer/inloggen", follow_redirects=True).text
    return client.post(
        "/beheer/inloggen", data={"bewijs": token_in(page), "naam": name, "wachtwoord": password}
    )


def send(client: TestClient, path: str, page: str = "/beheer", **fields: str) -> Response:
    """Send a form from a page of the room, with the token that the page has."""
    return client.post(path, data={"bewijs": token_in(client.get(page).text), **fields})


def upload(client: TestClient, files: dict[str, bytes], audience: str = "public", **told: str) -> Response:
    """Send files as the form for that does."""
    token = token_in(client.get("/beheer/toevoegen").text)
    parts = [("bestanden", (name, content, "application/octet-stream")) for name, content in files.items()]
    return client.post("/beheer/toevoegen", data={"bewijs": token, "voor": audience, **told}, files=parts)


def finished(site: StaffSite, client: TestClient, response: Response) -> str:
    """Wait for the task that a response leads to, and return its page."""
    assert response.status_code == 303, response.text
    site.services.tasks.settle()
    return client.get(response.headers["location"]).text


def small_pdf(*lines: str) -> bytes:
    """Return a PDF of one page."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True)
    for number, line in enumerate(lines):
        canvas.drawString(60, 780 - 20 * number, line)
    canvas.save()
    return stream.getvalue()


def passage_ids(site: StaffSite, audience: Audience) -> tuple[str, ...]:
    """Return the ids of the passages of an audience."""
    store = site.home.knowledge.store
    versions = [item.source.version for item in store.sources() if item.source.audience is audience]
    return tuple(passage.id for passage in store.passages_of(versions))
